"""invoice2data over the same files: `python rival.py TEMPLATES FILE…` prints what it read as JSON.

Run by `bench/evidence.py` with the Python of an environment that has invoice2data; imports nothing of amends.
"""

from __future__ import annotations

import json
import logging
import sys
import time
from pathlib import Path
from typing import Any


def main() -> None:
    from invoice2data import extract_data
    from invoice2data.extract.loader import read_templates

    logging.disable(logging.CRITICAL)
    templates = read_templates(sys.argv[1])
    files = sys.argv[2:]
    _read(extract_data, files[0], templates)
    start = time.perf_counter()
    read = {Path(file).stem: _read(extract_data, file, templates) for file in files}
    print(json.dumps({"seconds": time.perf_counter() - start, "read": read}))


def _read(extract: Any, file: str, templates: Any) -> dict[str, str]:
    try:
        found = extract(file, templates=templates)
    except Exception as problem:  # noqa: BLE001 - what it fails on counts as not read
        return {"failed": type(problem).__name__}
    made = {}
    for name, value in (found or {}).items():
        if value is not None and not isinstance(value, (list, dict)):
            made[name] = value.date().isoformat() if hasattr(value, "date") else str(value)
    return made


if __name__ == "__main__":
    main()
