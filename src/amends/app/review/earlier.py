"""The user's own earlier plans that a draft may repeat: the tries in the same case, and plans in other folders.

The index (`store.sketches`) names the few plans that may have one of the draft's sentences; these are read, and the
review compares them sentence by sentence.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BytesIO

from amends.errors import AmendsError, NotSaved
from amends.review import likeness
from amends.review.likeness import Earlier
from amends.store.files import CASE, PLAN
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.app.cases import Opened

_LARGEST = 5_000_000
_LONGEST = 200_000
"""Characters of a plan; what is longer is a file of another kind, and would cost each check its time."""
_VERSION = re.compile(
    r"(?:[ _.-]*(?:\(?v?\d{1,3}\)?|copy|kopie|copia|final|new|neu|old|draft|rev|version|edit(?:ed)?|bak))+$", re.I
)


def earlier_plans(text: str, file: str, folders: Sequence[str]) -> tuple[Earlier, ...]:
    """The plans in these folders that may have sentences of a draft, the likeliest first; a bounded number.

    `file` is the draft's own path: it and other saved versions of it are left out. Indexes are brought up to date
    first, but for a plan that was written over in place within the last minutes: `refresh` sees that too. Raises
    `NotSaved` where the index cannot be written, `Unknown` for a folder that is none.
    """
    wanted = [likeness.loose(found) for _, found in likeness.sentences(text)]
    found: dict[str, Earlier] = {}
    for folder in folders:
        for path in _likely(folder, wanted, file):
            plan = found.get(path) or _read_plan(path)
            if plan is not None:
                found[path] = plan
    return tuple(found.values())


def refresh(folders: Sequence[str]) -> int:
    """Bring the indexes over these folders up to date; gives how many plans were read. Raises as `earlier_plans`."""
    return sum(_refreshed(folder, full=True) for folder in folders)


def attempts(opened: Opened, text: str) -> tuple[Earlier, ...]:
    """The plans that were sent in a case before. The last one is left out while it is what was sent, word for word,
    and no answer came: then the draft is that try, and no new one.
    """
    found = []
    for submission in opened.case.submissions:
        bundle = opened.files.read_bytes(f"submissions/{submission.number:03}/bundle.zip")
        sent = _plan_in(bundle or b"")
        if sent is None:
            continue
        answered = any(notice.received and notice.received >= submission.on for notice in opened.case.notices[1:])
        if answered or sent.split() != text.split():
            found.append(Earlier(f"submissions/{submission.number:03}/{PLAN}", sent, submission.number))
    return tuple(found)


def _plan_in(bundle: bytes) -> str | None:
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(BytesIO(bundle)) as archive, archive.open(PLAN) as source:
            return source.read(_LONGEST).decode("utf-8-sig", "replace")
    except (BadZipFile, KeyError, OSError, ValueError, NotImplementedError, RuntimeError):
        return None


def _likely(folder: str, wanted: Sequence[Iterable[int]], file: str) -> list[str]:
    import sqlite3

    from amends.store.sketches import Index

    _refreshed(folder, full=False)
    own = _own_versions(file)
    try:
        return Index(folder).plans_with(wanted, own)
    except sqlite3.DatabaseError as error:
        raise _refused(folder, error) from error


def _refreshed(folder: str, *, full: bool) -> int:
    import sqlite3

    from amends.app.review.walk import Skipped, folders
    from amends.errors import Unknown
    from amends.store.sketches import Index

    if not os.path.isdir(folder):
        raise Unknown(f"{folder} is not a folder that can be read; earlier plans were to be found in it.")
    try:
        return Index(folder).refresh(lambda: folders(folder, Skipped()), _sketches_of, full=full)
    except (OSError, sqlite3.DatabaseError) as error:
        raise _refused(folder, error) from error


def _refused(folder: str, error: Exception) -> NotSaved:
    return NotSaved(
        f"The index over the earlier plans in {folder} cannot be written: {error}. Free or mend your cache folder."
    )


def _sketches_of(path: str) -> tuple[bytes, Callable[[], Iterable[Sequence[int]]]] | None:
    """A plan's bytes, and the sketches of its sentences when they are wanted."""
    try:
        with open(path, "rb") as source:
            data = source.read(_LARGEST + 1)
    except OSError:
        return None

    def sketches() -> Iterator[Sequence[int]]:
        for _, found in likeness.sentences(_text_of(data, path) or ""):
            yield likeness.sketch(found)

    return data, sketches


def _read_plan(path: str) -> Earlier | None:
    try:
        with open(path, "rb") as source:
            text = _text_of(source.read(_LARGEST + 1), path)
    except OSError:
        return None
    return Earlier(path, text) if text else None


def _text_of(data: bytes, path: str) -> str | None:
    """The text of a plan; None for a file that is none."""
    if len(data) > _LARGEST or not data.strip():
        return None
    text = _said(data, path)
    return text if text and len(text) <= _LONGEST else None


def _said(data: bytes, path: str) -> str | None:
    if path.lower().endswith((".txt", ".md")):
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            pass
    from amends.app.reading.layers import sheets
    from amends.notice.message import open_message

    try:
        return open_message(data, os.path.basename(path), sheets).text
    except AmendsError:
        return None


def _own_versions(file: str) -> Callable[[str], bool]:
    """Whether a path is the draft itself, or a saved version of it: beside it, its name but for a number or “final”.

    In a case folder everything is the case's own.
    """
    own = os.path.realpath(file)
    folder, name = os.path.split(own)
    case = os.path.isfile(os.path.join(folder, CASE))
    base = _base(name)

    def is_own(path: str) -> bool:
        there, other = os.path.split(os.path.realpath(path))
        return there == folder and (case or other == name or _base(other) == base)

    return is_own


def _base(name: str) -> str:
    stem = os.path.splitext(name)[0]
    return (_VERSION.sub("", stem) or stem).casefold()
