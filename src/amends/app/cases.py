"""Verbs on cases: open, start, save, find."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from threading import Lock

from amends import casefile
from amends.app import knowledge
from amends.app.files import LARGEST_NOTICE, file_bytes
from amends.app.reading.kept import with_readings
from amends.errors import Invalid, NotSaved, Unknown
from amends.model import Case, Notice, Problem
from amends.store.files import CASE, NOTICES, stamp
from amends.store.folder import Folder
from amends.store.readings import FOLDER as READINGS
from amends.store.readings import PAGES
from amends.typed import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from amends.store.files import Files
    from amends.store.summary import Summary


_REMEMBERED = 100_000
"""Bytes of a notice up to which its reading is remembered; hardly one is larger."""

_MOST_OPEN = 64


@dataclass(frozen=True, slots=True)
class Opened:
    """A case as it lies among its files: with the text and stamp of case.yaml, by which a save knows what it read."""

    files: Files
    case: Case
    text: str
    stamp: str | None


def open_case(place: Path | Files) -> Opened:
    """The case in a folder, or among other files. Raises `Unknown` when there is none, `Invalid` with every mistake."""
    files = Folder(place) if isinstance(place, Path) else place
    found = files.read_case()
    readings = {name: _notice_in(files, name) for name in casefile.notices_named(found.text)}
    case = casefile.read(found.text, str(files.place(CASE)), readings.get)
    case, problems = with_readings(case, files)
    problems += _links(case, files)
    if problems:
        raise Invalid(problems)
    return Opened(files, case, found.text, found.stamp)


_again: OrderedDict[str, tuple[str, Opened]] = OrderedDict()
_lock = Lock()


def open_again(files: Files) -> Opened:
    """As `open_case`, for a server that opens the same case for each of its pages: while none of the files changed of
    which a case is made, it is the one that was opened before.
    """
    state = files.state(_made_of)
    with _lock:
        then, found = _again.get(files.title, ("", None))
        if found is not None and then == state:
            _again.move_to_end(files.title)
            return replace(found, files=files)
    made = open_case(files)
    with _lock:
        _again[files.title] = state, made
        while len(_again) > _MOST_OPEN:
            _again.popitem(last=False)
    return made


def _made_of(name: str) -> bool:
    """Whether a case is opened from a file: all but what is read for itself."""
    return name == CASE or (name.startswith((NOTICES, READINGS)) and not name.startswith(PAGES))


def _notice_in(files: Files, name: str) -> Notice | None:
    data = files.read_bytes(name) if files.inside(name) else None
    if data is None:
        return None
    return _reading(data, name) if len(data) <= _REMEMBERED else _reading.__wrapped__(data, name)


@lru_cache(maxsize=100)
def _reading(data: bytes, name: str) -> Notice:
    """The reading of a notice. It is remembered: a server opens the same case for each of its pages."""
    return notice_in(data, name)._replace(file=name)


def _links(case: Case, files: Files) -> Iterator[Problem]:
    """Ids in the case that the catalogues do not have."""
    from difflib import get_close_matches

    shelves: dict[str, Mapping[str, object]] = {
        "causes": knowledge().causes,
        "actions": knowledge().actions,
        "measures": knowledge().measures,
    }
    file = str(files.place(CASE))
    for key, shelf in shelves.items():
        for at, id in enumerate(getattr(case, key), 1):
            base = id.split("#")[0]
            if base not in shelf:
                near = get_close_matches(base, list(shelf), 1)
                hint = f"; did you mean “{near[0]}”?" if near else ""
                yield Problem(file, None, f"{key}[{at}]", f"there is no “{base}” in the catalogue{hint}")
    if case.enforcement and case.enforcement not in knowledge().playbooks:
        near = get_close_matches(case.enforcement, list(knowledge().playbooks), 1)
        hint = f"; did you mean “{near[0]}”?" if near else "; `amends playbooks` lists them"
        yield Problem(file, None, "enforcement", f"there is no playbook “{case.enforcement}”{hint}")


def save_case(opened: Opened, case: Case, what: str, now: datetime) -> Opened:
    """Write a case back, unless the file changed since it was read."""
    text = casefile.write(case, opened.text)
    if text == opened.text:
        return replace(opened, case=case)
    new = opened.files.save_text(CASE, text, opened.stamp, what, now)
    return recorded(Opened(opened.files, case, text, new), now)


def recorded(opened: Opened, now: datetime) -> Opened:
    """Tell the board on which the case stands, if any, how far it is; for every verb that changed its files."""

    def told() -> Summary:
        from amends.app.summary import summary_of

        return summary_of(opened.files, opened.case, now.date())

    opened.files.record(told, now)
    return opened


def new_case(root: Path, notice_path: str, now: datetime, stdin: BinaryIO | None = None) -> Opened:
    """Start a case in a folder from a notice. Raises `NotSaved` when the folder holds a case already."""
    folder = Folder(root)
    if folder.holds_case:
        raise NotSaved(f"{root} already holds a case. Go on with `amends ask {root}`, or choose another folder.")
    data, name = file_bytes(notice_path, stdin, LARGEST_NOTICE)
    return start_case(folder, data, name, now)


def start_case(files: Files, data: bytes, name: str, now: datetime) -> Opened:
    """Start a case from the bytes of a notice and the name that they came under ("" when they were pasted).

    Raises `Unreadable` for what is no message, `NotSaved` when a case was started there already.
    """
    return start_from(files, data, notice_in(data, name), now)


def notice_in(data: bytes, name: str) -> Notice:
    """The notice in some bytes. Raises `Unreadable` for what is no message."""
    from amends import notice
    from amends.app.reading.layers import sheets

    return notice.read(data, name, knowledge(), stamp(data), sheets)


def start_from(files: Files, data: bytes, reading: Notice, now: datetime) -> Opened:
    """Start a case from a notice that was read. Raises `NotSaved` when one was started there already."""
    from amends import interview

    if files.holds_case:
        raise NotSaved(f"A case was started in {files.title} already.")
    kept = f"notice/notice.{reading.format}"
    case = interview.start(reading._replace(file=kept), knowledge())
    files.take_in(kept, BytesIO(data), "notice received", now)
    return save_case(Opened(files, case, "", None), case, "case started", now)


def cases_under(root: Path) -> tuple[Path, ...]:
    """The case folders in a folder: itself, or those directly in it."""
    if Folder(root).holds_case:
        return (root,)
    try:
        return tuple(sorted(entry for entry in root.iterdir() if entry.is_dir() and Folder(entry).holds_case))
    except OSError as error:
        raise Unknown(f"{root} is not a folder that can be read.") from error
