#!/bin/sh
# Renews requirements/*.txt from pyproject.toml, with hashes of the files for every platform.
set -eu
cd "$(dirname "$0")/.."
python3 -m venv build/lock && build/lock/bin/pip --quiet install uv
compile() { build/lock/bin/uv pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url --no-annotate "$@"; }
compile pyproject.toml -o requirements/core.txt --upgrade
compile pyproject.toml --extra all -c requirements/core.txt -o requirements/all.txt --upgrade
compile pyproject.toml --extra all --group dev -c requirements/all.txt -o requirements/dev.txt --upgrade
printf 'editables\nhatchling>=1.27\npyyaml>=6.0.2\n' | compile - -c requirements/dev.txt -o requirements/build.txt
rm -rf build/lock
