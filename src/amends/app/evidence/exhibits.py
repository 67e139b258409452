"""Verbs on evidence: take files in, show the checklist."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from amends import evidence
from amends.app import knowledge
from amends.app.cases import Opened, save_case
from amends.app.evidence.intake import Added, Intake, Told
from amends.app.reading.readings import Looking, Progress, reader
from amends.errors import Unknown
from amends.evidence import Checked
from amends.identifiers import asin_fault
from amends.text import one_line
from amends.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from amends.evidence.verify import Judged
    from amends.model import Exhibit

_KEYS = ("kind", "supports", "dated", "asins", "held")
_SAID = f"what can be said is {', '.join(_KEYS)}"


def add(
    opened: Opened,
    paths: Iterable[str],
    now: datetime,
    about: Mapping[str, Any] | None = None,
    step: Callable[[str], None] = lambda _: None,
    page: Progress = lambda name, page, of: None,
    looking: Looking | None = None,
) -> tuple[Opened, tuple[Added, ...]]:
    """Take files in as evidence: read, copied untouched under a safe name, with hash, kind and label.

    Folders stand for the files in them, archives and mails give their files too. `about` may give kind, supports,
    dated, asins and held (why they are kept back), which then hold for every file. `step` hears the name of each file
    before it is taken in, `page` how far the pages of a scan are. A file that cannot be taken in is refused; the others
    go on. `looking` reads the files; a reader of its own when left out. Raises `Unknown` with all that is wrong in
    `about`.
    """
    told = _told(about or {})
    intake = Intake(opened, now, told, step)
    try:
        if looking is not None:
            intake.take_all(paths, looking)
        else:
            with reader(opened.files, page) as own:
                intake.take_all(paths, own)
    finally:
        opened = save_case(opened, intake.case, "exhibits listed", now)
    return opened, tuple(intake.added)


def receive(
    opened: Opened, place: Path, name: str, now: datetime, looking: Looking, about: Mapping[str, Any] | None = None
) -> tuple[Opened, tuple[Added, ...]]:
    """Take one file in that lies at `place` and came under `name`, as `add` does.

    Raises `Conflict` when the case was saved by somebody else meanwhile; it can be done again on the newer case.
    """
    intake = Intake(opened, now, _told(about or {}), lambda _: None)
    intake.take_named(place, name, looking)
    return save_case(opened, intake.case, "exhibits listed", now), tuple(intake.added)


def tell(opened: Opened, label: str, about: Mapping[str, Any], now: datetime) -> Opened:
    """Write down what a person says of a document that is there: its kind, its day, the ASINs that it concerns, what
    it supports.

    What `about` names takes the place of what was said before. Raises `Unknown` for a label that there is not, and with
    all that is wrong in `about`.
    """
    told = _told(about)

    def said(exhibit: Exhibit) -> Exhibit:
        if exhibit.label != label.upper():
            return exhibit
        kind = told.kind or exhibit.kind
        dated = told.dated if "dated" in about else exhibit.dated
        asins = tuple(dict.fromkeys(told.asins)) if "asins" in about else exhibit.asins
        supports = tuple(dict.fromkeys(told.supports)) if "supports" in about else exhibit.supports
        return replace(exhibit, kind=kind, dated=dated, asins=asins, supports=supports)

    case = opened.case
    if label.upper() not in {each.label for each in (*case.exhibits, *case.held)}:
        raise Unknown(f"No document of this case is called {one_line(label, 20)}.")
    case = replace(case, exhibits=tuple(map(said, case.exhibits)), held=tuple(map(said, case.held)))
    return save_case(opened, case, f"said of exhibit {label.upper()}: {', '.join(about)}", now)


def _told(about: Mapping[str, Any]) -> Told:
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
    held = one_line(str(about.get("held") or ""), 300)
    return Told(kind, dated, tuple(map(str, lists["supports"])), tuple(map(str, lists["asins"])), held)


def _near(word: object, shelf: Mapping[str, object]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(str(word)[:80], list(shelf), 1)
    if near:
        return f"; did you mean “{near[0]}”?"
    return "; `amends playbooks documents` lists them" if shelf is knowledge().documents else ""


def judged(opened: Opened, added: Iterable[Added]) -> dict[str, Judged]:
    """What the checks say of the files that were taken in, by label."""
    from amends.evidence.verify import verify

    labels = {entry.exhibit.label for entry in added if entry.exhibit is not None}
    if not labels:
        return {}
    found = verify(opened.case, knowledge())
    return {each.exhibit.label: each for each in found.exhibits if each.exhibit.label in labels}


def checklist(opened: Opened) -> tuple[Checked, ...]:
    """Which documents are there, missing, or optional."""
    return evidence.checklist(opened.case, knowledge())


def day_of(value: object) -> date | None:
    """The day that some data writes in ISO form, or None."""
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None
