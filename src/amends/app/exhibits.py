"""Verbs on evidence: take files in, show the checklist."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from amends import evidence, needed
from amends.app import knowledge
from amends.app.cases import Opened, save_case
from amends.app.files import LARGEST_FILE
from amends.errors import Unknown, Unreadable
from amends.evidence import Checked
from amends.identifiers import asin_fault
from amends.model import Case, Exhibit
from amends.text import one_line
from amends.typed import Any

_KEYS = ("kind", "supports", "dated", "asins")
_SAID = f"what can be said is {', '.join(_KEYS)}"


@dataclass(frozen=True, slots=True)
class Added:
    """A file taken in as an exhibit, or found to be there already."""

    file: str
    exhibit: Exhibit
    known: bool


def add(
    opened: Opened,
    paths: Iterable[str],
    now: datetime,
    about: Mapping[str, Any] | None = None,
    step: Callable[[str], None] = lambda _: None,
) -> tuple[Opened, tuple[Added, ...]]:
    """Take files in as evidence: copied untouched under a safe name, with hash, kind and label.

    `about` may give kind, supports, dated and asins, which then hold for every file. `step` hears the name of each
    file before it is taken in. When one cannot be taken, those before it are in the case all the same.
    """
    told = _told(about or {})
    case, added = opened.case, list[Added]()
    try:
        for path in paths:
            step(Path(path).name)
            case, entry = _one(opened, case, path, now, told)
            added.append(entry)
    finally:
        opened = save_case(opened, case, "exhibits listed", now)
    return opened, tuple(added)


@dataclass(frozen=True, slots=True)
class _Told:
    """What a person says of files, checked."""

    kind: str | None
    dated: date | None
    supports: tuple[str, ...]
    asins: tuple[str, ...]


def _told(about: Mapping[str, Any]) -> _Told:
    """What is said of a file. Raises `Unknown` with every mistake in it."""
    known = knowledge()
    wrong = [f"“{one_line(str(key), 40)}” is not said of a file; {_SAID}" for key in about if key not in _KEYS]
    kind = about.get("kind")
    if kind is not None and (not isinstance(kind, str) or kind not in known.documents):
        wrong.append(f"“{one_line(str(kind), 60)}” is not a kind of document{_near(kind, known.documents)}")
    dated = day_of(about.get("dated"))
    if about.get("dated") is not None and dated is None:
        wrong.append(f"“{one_line(str(about['dated']), 40)}” is no day; write it like 2026-03-14")
    lists = {key: about.get(key) or () for key in ("supports", "asins")}
    for key, listed in lists.items():
        if not isinstance(listed, list | tuple):
            wrong.append(f"“{key}” must be a list")
            lists[key] = ()
    items: dict[str, object] = {"case": None, **known.causes, **known.actions, **known.measures}
    wrong += [
        f"“{one_line(item, 60)}” is no cause, action or measure{_near(item, items)}"
        for item in map(str, lists["supports"])
        if item.partition("#")[0] not in items
    ]
    wrong += [f"“{one_line(a, 40)}”: {fault}" for a in map(str, lists["asins"]) if (fault := asin_fault(a))]
    if wrong:
        raise Unknown(" ".join(f"{words}." if words[-1] != "?" else words for words in wrong))
    return _Told(kind, dated, tuple(map(str, lists["supports"])), tuple(map(str, lists["asins"])))


def _near(word: object, shelf: Mapping[str, object]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(str(word)[:80], list(shelf), 1)
    if near:
        return f"; did you mean “{near[0]}”?"
    return "; `amends playbooks documents` lists them" if shelf is knowledge().documents else ""


def _one(opened: Opened, case: Case, path: str, now: datetime, told: _Told) -> tuple[Case, Added]:
    """The case with one more file in it."""
    place = Path(path)
    size, sha256, head = _measured(place)
    there = next((e for e in case.exhibits if e.sha256 == sha256), None)
    exhibit = there or _new(opened, case, place, (size, sha256, head), now, told)
    exhibit = replace(
        exhibit,
        kind=told.kind or exhibit.kind,
        dated=told.dated or exhibit.dated,
        supports=tuple(dict.fromkeys((*exhibit.supports, *told.supports))),
        asins=tuple(dict.fromkeys((*exhibit.asins, *told.asins))),
    )
    if there is None:
        with place.open("rb") as source:
            opened.folder.take_in(f"evidence/{exhibit.name}", source, f"evidence received as {exhibit.label}", now)
        return replace(case, exhibits=(*case.exhibits, exhibit)), Added(path, exhibit, False)
    kept = tuple(exhibit if e.label == exhibit.label else e for e in case.exhibits)
    return replace(case, exhibits=kept), Added(path, exhibit, True)


def _new(
    opened: Opened, case: Case, place: Path, measured: tuple[int, str, bytes], now: datetime, told: _Told
) -> Exhibit:
    """A new exhibit, under a name that no other file in the folder bears."""
    size, sha256, head = measured
    likely = tuple(wanted.kind for wanted in needed.documents(case, knowledge()) if wanted.open)
    taken: set[str] = set()
    while True:
        exhibit = evidence.take(
            place.name,
            head,
            sha256,
            size,
            kind=told.kind,
            received=now.date(),
            existing=case.exhibits,
            catalog=knowledge(),
            likely=likely,
            taken=taken,
        )
        if not opened.folder.differs(f"evidence/{exhibit.name}", sha256):
            return exhibit
        taken.add(exhibit.name)


def _measured(place: Path) -> tuple[int, str, bytes]:
    """Size, hash and first bytes of a file, read piece by piece."""
    digest, size, head = hashlib.sha256(), 0, b""
    try:
        if place.is_dir():
            raise Unreadable(f"{place} is a folder; name the files in it.")
        with place.open("rb") as source:
            while piece := source.read(1 << 20):
                head = head or piece[:65536]
                digest.update(piece)
                size += len(piece)
                if size > LARGEST_FILE:
                    raise Unreadable(f"{place} is larger than {LARGEST_FILE // 1_000_000} MB; send a smaller file.")
    except FileNotFoundError as error:
        raise Unreadable(f"{place} is not there. Check the name; put it in quotes if it has blanks.") from error
    except OSError as error:
        raise Unreadable(f"{place} cannot be read: {error.strerror}.") from error
    if not size:
        raise Unreadable(f"{place} is empty (0 bytes); find the file with its content.")
    return size, digest.hexdigest(), head


def checklist(opened: Opened) -> tuple[Checked, ...]:
    """Which documents are there, missing, or optional."""
    return evidence.checklist(opened.case, knowledge())


def day_of(value: object) -> date | None:
    """The day that some data writes in ISO form, or None."""
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None
