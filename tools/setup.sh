#!/bin/sh
# Sets up .venv with locked, hash-checked packages: `tools/setup.sh core` to run amends, `all` with the app in the
# browser, scans and reports, `dev` to work on it.
# Needs only a Python 3.11 or later. Debian's python3 comes without pip and ensurepip, so pip itself lies beside this file.
set -eu
cd "$(dirname "$0")/.."
what=${1:-core}

python=${PYTHON:-}
if [ -z "$python" ]; then
  for candidate in python3.11 python3.12 python3.13 python3.14 python3 python; do
    if command -v "$candidate" >/dev/null 2>&1 \
      && "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      python=$candidate
      break
    fi
  done
fi
[ -n "$python" ] || { echo "Python 3.11 or later is needed; install it, or run: make PYTHON=/path/to/python3.11" >&2; exit 2; }

mark=.venv/.$what-$(cat requirements/core.txt "requirements/$what.txt" pyproject.toml | cksum | cut -d' ' -f1)
# Bytecode is written here and not left to the first start: where PYTHONDONTWRITEBYTECODE is set it would never be.
compile() { .venv/bin/python -m compileall -q src/amends; }
if [ -f "$mark" ]; then compile; exit 0; fi

[ -x .venv/bin/python ] || "$python" -m venv --without-pip .venv
pip_wheel=$(ls tools/bootstrap/pip-*.whl)
run_pip() { .venv/bin/python "$pip_wheel/pip" --disable-pip-version-check --quiet "$@"; }
echo "setting up .venv ($what) …" >&2
run_pip install --require-hashes -r "requirements/$what.txt"
run_pip install --require-hashes -r requirements/build.txt
run_pip install --no-deps --no-build-isolation --no-index --editable .
compile
touch "$mark"
