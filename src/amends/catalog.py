"""From the files of `data/` to the `Catalog`: found by scanning, checked against the schema, compiled once.

The YAML is parsed when a file has changed, not at every start: the checked data is kept as JSON, in the wheel
(`data/compiled.json`, written when the package is built) or in the user's cache folder. A cache that cannot be written
only costs time. `python -m amends.catalog` prints every mistake in the files.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from amends.model import Problem
from amends.playbook import Catalog

T = TypeVar("T")
Raw = dict[str, dict[str, dict[str, Any]]]
DATA = Path(__file__).parent / "data"
PHRASES = Path(__file__).parent / "review" / "phrases"
FOLDERS = ("playbooks", "asks", "causes", "actions", "measures", "documents", "marketplaces")


class Shelf(Mapping[str, T]):
    """Entries by id, each built from its data when it is first asked for."""

    def __init__(self, raw: Mapping[str, dict[str, Any]], build: Callable[[str, dict[str, Any]], T]) -> None:
        self._raw, self._build = raw, build
        self._built: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        """The entry of this id; KeyError when there is none."""
        if key not in self._built:
            self._built[key] = self._build(key, self._raw[key])
        return self._built[key]

    def __iter__(self) -> Iterator[str]:
        """Ids in alphabetical order."""
        return iter(self._raw)

    def __len__(self) -> int:
        """How many entries there are."""
        return len(self._raw)


@cache
def load() -> Catalog:
    """The knowledge that ships with amends. Raises `Invalid` with every mistake when a file has one."""
    return shelved(_raw())


@cache
def phrases() -> tuple[dict[str, Any], ...]:
    """The word lists of the reviewer, each with its `id`, in the order of their ids."""
    return tuple({"id": key, **entry} for key, entry in _raw()["phrases"].items())


def shelved(raw: Raw) -> Catalog:
    """A catalog over checked data."""
    from amends import entries

    return Catalog(**{folder: Shelf(raw.get(folder, {}), entries.BUILD[folder]) for folder in FOLDERS})  # type: ignore[arg-type]


def read(data: Path = DATA, phrase_lists: Path = PHRASES, links: bool = True) -> tuple[Raw, list[Problem]]:
    """Parse and check every file under `data`: the raw data, and all mistakes with file and line."""
    from amends import schema, yamlfile

    raw: Raw = {}
    problems: list[Problem] = []
    documents: dict[tuple[str, str], yamlfile.Document] = {}
    for folder, file in _files(data, phrase_lists):
        document = yamlfile.read(file.read_text(encoding="utf-8"), f"{folder}/{file.name}")
        documents[folder, file.stem] = document
        if isinstance(document.data, dict):
            raw.setdefault(folder, {})[file.stem] = document.data
            if folder in schema.SPEC:
                schema.check(folder, file.stem, document)
        elif not document.problems:
            document.fault((), "is empty")
    if links:
        schema.check_links(raw, documents)
    for document in documents.values():
        problems.extend(document.problems)
    for folder in (*FOLDERS, "phrases"):
        raw.setdefault(folder, {})
    return raw, problems


def _files(data: Path, phrase_lists: Path) -> Iterator[tuple[str, Path]]:
    for folder in FOLDERS:
        for file in sorted((data / folder).glob("*.yaml")):
            yield folder, file
    for file in sorted(phrase_lists.glob("*.yaml")):
        yield "phrases", file


@cache
def _raw() -> Raw:
    shipped = DATA / "compiled.json"
    kept = _parsed(shipped)
    if kept is not None:
        return kept
    store = _cache_folder() / f"knowledge-{_stamp()}.json"
    kept = _parsed(store)
    if kept is not None:
        return kept
    raw, problems = read(links=False)
    if problems:
        from amends.errors import Invalid

        raise Invalid(problems)
    _keep(store, raw)
    return raw


def _parsed(file: Path) -> Raw | None:
    try:
        data = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return None
    return data if isinstance(data, dict) and all(folder in data for folder in FOLDERS) else None


def compiled() -> bytes:
    """The checked knowledge as JSON, for the wheel. Raises `Invalid` with every mistake."""
    from amends.errors import Invalid

    raw, problems = read()
    if problems:
        raise Invalid(problems)
    return json.dumps(raw, ensure_ascii=False, separators=(",", ":")).encode()


def _stamp() -> str:
    """A fingerprint of the files as they lie there: names, sizes and times of change."""
    import hashlib

    digest = hashlib.sha256(sys.version.encode())
    for place in (*(DATA / folder for folder in FOLDERS), PHRASES, Path(__file__).parent):
        try:
            entries = sorted(os.scandir(place), key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in entries:
            if entry.name.endswith((".yaml", "schema.py", "yamlfile.py")):
                status = entry.stat()
                digest.update(f"{entry.path}\0{status.st_size}\0{status.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:24]


def _cache_folder() -> Path:
    if os.name == "nt":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "amends"


def _keep(file: Path, raw: Raw) -> None:
    """Write the cache beside older ones, which it replaces; failing is no matter."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        scratch = file.with_suffix(f".{os.getpid()}")
        scratch.write_text(json.dumps(raw, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
        scratch.replace(file)
        for old in file.parent.glob("knowledge-*.json"):
            if old != file:
                old.unlink(missing_ok=True)
    except OSError:
        return


if __name__ == "__main__":
    found = read()[1]
    for problem in found:
        print(problem)
    sys.exit(1 if found else 0)
