"""From the files of `data/` to the `Catalog`: found by scanning, checked against the schema, compiled once.

The YAML is parsed when a file has changed, not at every start: the checked data is kept as JSON, in the wheel
(`data/compiled`, written when the package is built) or in the user's cache folder. A cache that cannot be written
only costs time. `python -m amends.catalog` prints every mistake in the files.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property, partial

from amends import pages, snapshot
from amends.cache import cache_folder, keep
from amends.model import Problem
from amends.typed import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from amends.playbook import Catalog

T = TypeVar("T")
Place = str | os.PathLike[str]
Entries = dict[str, dict[str, Any]]
Raw = dict[str, Entries]
HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, "data")
PHRASES = os.path.join(HERE, "review", "phrases")
MEANINGS = os.path.join(HERE, "review", "meanings")
SCENES = os.path.join(HERE, "review", "scenes")
SHIPPED = os.path.join(DATA, "compiled")
_PREFIX = "knowledge-"
PART = "knowledge"
# What the knowledge is read and checked by: the files of a folder, and single ones.
_SCHEMA = os.path.join(HERE, "schema")
_SOURCES = tuple(
    os.path.join(HERE, *names)
    for names in (
        ("catalog.py",),
        ("matters.py",),
        ("pages.py",),
        ("scenes.py",),
        ("pattern.py",),
        ("signal.py",),
        ("formats", "yamlfile.py"),
    )
)
_LEARNED = ("matters", "meanings", "scenes")
_TAUGHT_BY = ("playbooks", "causes")
FOLDERS = ("playbooks", "asks", "causes", "actions", "measures", "documents", "marketplaces", "letters")


class Shelf(Mapping[str, T]):
    """Entries by id, each built from its data when it is first asked for."""

    def __init__(self, fetch: Callable[[], Entries], build: Callable[[str, dict[str, Any]], T]) -> None:
        self._fetch, self._build = fetch, build
        self._built: dict[str, T] = {}

    @cached_property
    def _raw(self) -> Entries:
        return self._fetch()

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
    return _shelved(_kept().folder)


@cache
def phrases() -> tuple[dict[str, Any], ...]:
    """The word lists of the reviewer, each with its `id`, in the order of their ids."""
    return tuple({"id": key, **entry} for key, entry in _kept().folder("phrases").items())


def matters() -> Entries:
    """What each enforcement is about, as `matters.learned` learns it from the playbooks and causes."""
    return _kept().folder("matters")


def meanings() -> Entries:
    """The words of the fields of meaning, turned round, as pages (see `pages.py`).

    `stems` gives the fields of the beginning of a word, parted by blanks. `words` gives those of a word and, each
    behind a tab, the word itself if it stands in a row, and the rows that begin with it, parted by semicolons, each
    with an equals sign before its field.
    """
    return _kept().folder("meanings")


def scenes() -> Entries:
    """What goes wrong at a seller's, and which notices it explains; see `amends.scenes`."""
    return _kept().folder("scenes")


def shelved(raw: Raw) -> Catalog:
    """A catalog over checked data."""
    return _shelved(lambda folder: raw.get(folder, {}))


def _shelved(raw_of: Callable[[str], Entries]) -> Catalog:
    from amends import entries
    from amends.playbook import Catalog

    return Catalog(**{folder: Shelf(partial(raw_of, folder), entries.BUILD[folder]) for folder in FOLDERS})  # type: ignore[arg-type]


def read(
    data: str | os.PathLike[str] = DATA, phrase_lists: str | os.PathLike[str] = PHRASES
) -> tuple[Raw, list[Problem]]:
    """Parse and check every file under `data`: the raw data, and all mistakes with file and line."""
    from amends import schema
    from amends.formats import yamlfile

    raw: Raw = {}
    problems: list[Problem] = []
    documents: dict[tuple[str, str], yamlfile.Document] = {}
    for folder, file in _files(os.fspath(data), os.fspath(phrase_lists)):
        id = os.path.basename(file).removesuffix(".yaml")
        with open(file, encoding="utf-8") as source:
            document = yamlfile.read(source.read(), f"{folder}/{id}.yaml")
        documents[folder, id] = document
        if isinstance(document.data, dict):
            raw.setdefault(folder, {})[id] = document.data
            if folder in schema.SPEC:
                schema.check(folder, id, document)
        elif not document.problems:
            document.fault((), "is empty")
    schema.check_links(raw, documents)
    for document in documents.values():
        problems.extend(document.problems)
    for folder in (*FOLDERS, "phrases"):
        raw.setdefault(folder, {})
    return raw, problems


def _files(data: str, phrase_lists: str) -> Iterator[tuple[str, str]]:
    for folder, place in (*((name, os.path.join(data, name)) for name in FOLDERS), ("phrases", phrase_lists)):
        for name in sorted(os.listdir(place)):
            if name.endswith(".yaml"):
                yield folder, os.path.join(place, name)


class Kept:
    """Checked knowledge in one piece of bytes: a line of JSON with the names of the folders, then a line a folder.

    A line is parsed when its folder is first asked for: reading a notice needs no causes.
    """

    def __init__(self, data: bytes) -> None:
        import json

        head, *self._lines = data.split(b"\n")
        self._at: dict[str, int] = {name: at for at, name in enumerate(json.loads(head))}
        self._folders: Raw = {}
        if len(self._at) != len(self._lines) or not {*FOLDERS, "phrases", *_LEARNED} <= self._at.keys():
            raise ValueError("not knowledge as this version keeps it")

    def folder(self, name: str) -> Entries:
        """The checked data of a folder, by id."""
        if name not in self._folders:
            import json

            self._folders[name] = json.loads(self._lines[self._at[name]])
        return self._folders[name]


def kept_as(raw: Raw) -> bytes:
    """The bytes that `Kept` reads."""
    import json

    lines = [list(raw), *raw.values()]
    return b"\n".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() for line in lines)


def compiled() -> bytes:
    """The checked knowledge for the wheel. Raises `Invalid` with every mistake."""
    from amends.errors import Invalid

    raw, problems = read()
    if problems:
        raise Invalid(problems)
    from amends import scenes
    from amends.matters import learned

    told = scenes.read(SCENES)
    return kept_as({**raw, "matters": learned(shelved(raw)), "meanings": _meanings(), "scenes": told})


def _meanings() -> Entries:
    exact: dict[str, list[str]] = {}
    stems: dict[str, list[str]] = {}
    rows: dict[str, list[str]] = {}
    for name in sorted(name for name in os.listdir(MEANINGS) if name.endswith(".txt")):
        field = name.removesuffix(".txt")
        with open(os.path.join(MEANINGS, name), encoding="utf-8") as file:
            lines = [line for line in file.read().splitlines() if not line.startswith("#")]
        for word in " ".join(lines).split():
            if "_" in word:
                rows.setdefault(word.partition("_")[0], []).append(f"{word.replace('_', ' ')}={field}")
            elif word[-1] == "*":
                stems.setdefault(word[:-1], []).append(field)
            else:
                exact.setdefault(word, []).append(field)
    in_rows = {word for found in rows.values() for row in found for word in row.partition("=")[0].split()}
    words = {
        word: f"{' '.join(exact.get(word, ()))}\t{word if word in in_rows else ''}\t{';'.join(rows.get(word, ()))}"
        for word in (*exact, *sorted(in_rows - exact.keys()))
    }
    return {
        "words": pages.paged(words),
        "stems": pages.paged({stem: " ".join(fields) for stem, fields in stems.items()}, pages.STEM),
    }


def parts(shipped: bool) -> dict[str, bytes]:
    """The knowledge for the startup snapshot, each folder by itself, and the stamps of the files they came from."""
    kept = Kept(compiled()) if shipped else _read()  # a wheel is the same whatever lies in the cache
    names = (*FOLDERS, "phrases", *_LEARNED)
    stamps = {} if shipped else {name: _stamp(_places(name)) for name in names}
    folders = {f"{PART}/{name}": _marshalled(kept.folder(name)) for name in names}
    return {PART: marshal.dumps(stamps), **folders}


def _marshalled(entries: Entries) -> bytes:
    """The same with each text once, however often it occurs."""
    import json

    known: dict[str, str] = {}

    def shared(value: Any) -> Any:
        if isinstance(value, str):
            return known.setdefault(value, value)
        if isinstance(value, dict):
            return {shared(key): shared(held) for key, held in value.items()}
        return [shared(held) for held in value] if isinstance(value, list) else value

    return marshal.dumps(shared(json.loads(json.dumps(entries))))


class Parted:
    """The same in the startup snapshot: a folder comes from there while its files are as they were."""

    def __init__(self, head: bytes) -> None:
        self._stamps: dict[str, str] = marshal.loads(head)
        self._folders: Raw = {}

    def folder(self, name: str) -> Entries:
        """The checked data of a folder, by id."""
        if name not in self._folders:
            held = snapshot.part(f"{PART}/{name}")
            if held is None or not (snapshot.is_shipped() or self._stamps[name] == _stamp(_places(name))):
                snapshot.outdate()
                self._folders[name] = _read().folder(name)
            else:
                self._folders[name] = marshal.loads(held)
        return self._folders[name]


@cache
def _kept() -> Kept | Parted:
    head = snapshot.part(PART)
    return _read() if head is None else Parted(head)


@cache
def _read() -> Kept:
    """The knowledge from the wheel or from the cache, or else from the files themselves."""
    store = os.path.join(cache_folder(), f"{_PREFIX}{_stamp(_places())}")
    for file in (SHIPPED, store):
        try:
            with open(file, "rb") as source:
                return Kept(source.read())
        except (OSError, ValueError):
            continue
    data = compiled()
    keep(store, data, _PREFIX)
    return Kept(data)


def _places(name: str = "") -> Iterator[str]:
    """The folders of files that a folder of knowledge is made from; without a name, all there are."""
    own = {
        "phrases": (PHRASES,),
        "meanings": (MEANINGS,),
        "scenes": (SCENES,),
        "matters": tuple(os.path.join(DATA, at) for at in _TAUGHT_BY),
    }
    if name:
        yield from own.get(name, (os.path.join(DATA, name),))
    else:
        yield from (*(os.path.join(DATA, folder) for folder in FOLDERS), PHRASES, MEANINGS, SCENES)
    yield _SCHEMA


def _stamp(places: Iterable[str]) -> str:
    """A fingerprint of the files in these folders as they lie there: names, sizes and times of change."""
    from zlib import adler32, crc32

    files = list(_SOURCES)
    for place in places:
        try:
            names = os.listdir(place)
        except OSError:
            continue
        files += [f"{place}{os.sep}{name}" for name in sorted(names) if name.endswith((".yaml", ".txt", ".py"))]
    seen: list[str] = [sys.version]
    for file in files:
        status = os.stat(file)
        seen.append(f"{file[len(HERE) :]} {status.st_size} {status.st_mtime_ns}")
    text = "\n".join(seen).encode()
    return f"{crc32(text):08x}{adler32(text):08x}{len(text):x}"


if __name__ == "__main__":
    found = read()[1]
    for problem in found:
        print(problem)
    sys.exit(1 if found else 0)
