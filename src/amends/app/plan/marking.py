"""Verbs that show the evidence: copies with marks, copies without prices, the cover sheet, one PDF of all.

Every verb writes copies into a folder beside the originals, which stay as they are. What may not be marked or covered
is refused with the reason; the others go on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from amends.app import knowledge
from amends.app.outcome import Outcome
from amends.app.plan.citing import sentences
from amends.app.plan.copier import copier
from amends.app.plan.cover import cover_of, page_of
from amends.errors import NotSaved, Unknown, Unreadable
from amends.model import Case, Exhibit
from amends.render.bundle import COVER
from amends.text import one_line
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.app.cases import Opened
    from amends.app.plan.copier import Copier, Copy

COPIES = "copies"
COMBINED = "exhibits.pdf"
_HEAD = b"%PDF-"
_ONLY_INVOICES = "Amazon lets prices be removed from invoices, and nothing else."


@dataclass(frozen=True, slots=True)
class Made:
    """A copy that was written, or why there is none. `label` is "" for a file about all exhibits.

    `statement` says what was done and how it was proven; `missing` are the characters that no font here could draw;
    `pages` are its pages as PNG pictures, when they were asked for.
    """

    label: str
    file: Path | None
    why: str = ""
    statement: str = ""
    missing: tuple[str, ...] = ()
    pages: tuple[Path, ...] = ()


def mark(
    opened: Opened, labels: Sequence[str] = (), folder: Path | None = None, pictures: bool = False
) -> tuple[Made, ...]:
    """Write copies on which the cited places are boxed. Without labels: of all exhibits that may be marked unasked.

    With `pictures` every page is written as PNG too, for notices that take pictures only. Raises `Unknown` for a label
    that no exhibit has.
    """
    from amends.render.exhibits.permission import marking

    made = []
    with copier(opened.files, pictures) as copies:
        for exhibit in _chosen(opened.case, labels):
            may = marking(exhibit, opened.case, knowledge())
            if not may.allowed or (may.asked and not labels):
                name = f" To have it all the same: amends mark DIR {exhibit.label}" if may.allowed else ""
                made.append(Made(exhibit.label, None, f"{may.why}{name}"))
            else:
                made.append(_written(opened, copies, exhibit, "marked", folder))
    return tuple(made)


def redact(
    opened: Opened, labels: Sequence[str] = (), folder: Path | None = None, pictures: bool = False
) -> tuple[Made, ...]:
    """Write copies of invoices without their prices, each with the proof that nothing else was covered.

    Without labels: of all exhibits of which prices may be removed. With `pictures` every page is written as PNG too.
    Raises `Unknown` for a label that no exhibit has.
    """
    made = []
    with copier(opened.files, pictures) as copies:
        for exhibit in _chosen(opened.case, labels):
            if may_lose_prices(exhibit):
                made.append(_written(opened, copies, exhibit, "without-prices", folder))
            elif labels:
                made.append(Made(exhibit.label, None, _ONLY_INVOICES))
    return tuple(made)


def copied(opened: Opened, exhibit: Exhibit, what: str) -> Copy:
    """A copy of one document, "marked" or "without-prices", written nowhere. Raises `Unreadable` with why not."""
    from amends.render.exhibits.permission import marking

    may = marking(exhibit, opened.case, knowledge())
    if what == "marked" and not may.allowed:
        raise Unreadable(may.why)
    if what == "without-prices" and not may_lose_prices(exhibit):
        raise Unreadable(_ONLY_INVOICES)
    with copier(opened.files) as copies:
        return copies.copy(what, exhibit)


def name_of(exhibit: Exhibit, what: str) -> str:
    """The file name of a copy."""
    return f"exhibit-{exhibit.label}-{what}.pdf"


def may_lose_prices(exhibit: Exhibit) -> bool:
    """Whether Amazon lets prices be removed from a document."""
    document = knowledge().documents.get(exhibit.kind)
    return document is not None and document.removable == "prices"


def cover_sheet(opened: Opened, folder: Path | None = None, pictures: bool = False) -> tuple[Made, ...]:
    """Write the cover sheet as PDF and as text, with `pictures` as PNG too."""
    from amends.render.exhibits import copies, cover

    sheet = cover_of(opened.case, sentences(opened))
    made = cover.to_pdf(sheet, page_of(opened.case))
    drawn = tuple(copies.as_pictures(made.data)) if pictures else ()
    file = _put(opened, f"{COVER}.pdf", made.data, folder)
    text = _put(opened, f"{COVER}.txt", cover.to_text(sheet).encode(), folder)
    return (Made("", file, missing=made.missing, pages=_pages(opened, file, drawn, folder)), Made("", text))


def combined(opened: Opened, labels: Sequence[str] = (), folder: Path | None = None, pictures: bool = False) -> Made:
    """Write one PDF of all exhibits with cover sheet, bookmarks and stamps; those named by `labels` with marks.

    Papers that Amazon wants with nothing added, and files without pages, stand in it as a slip that names the file.
    With `pictures` every page is written as PNG too.
    """
    from amends.render.exhibits.permission import marking

    marked: list[str] = []
    notes: dict[str, str] = {}
    for exhibit in _chosen(opened.case, labels) if labels else ():
        may = marking(exhibit, opened.case, knowledge())
        if may.allowed:
            marked.append(exhibit.label)
        else:
            notes[exhibit.label] = may.why
    with copier(opened.files, pictures) as copies:
        try:
            copy = copies.combined(opened.case.exhibits, marked, notes)
        except Unreadable as problem:
            return Made("", None, str(problem))
    return _kept(opened, "", COMBINED, copy, folder)


def _chosen(case: Case, labels: Sequence[str]) -> list[Exhibit]:
    known = {exhibit.label.upper(): exhibit for exhibit in case.exhibits}
    wrong = [label for label in labels if label.upper() not in known]
    if wrong:
        there = f"There are {', '.join(known)}." if known else "There is none yet."
        raise Unknown(f"No exhibit is called {', '.join(one_line(label, 20) for label in wrong)}. {there}")
    return [known[label.upper()] for label in dict.fromkeys(labels)] if labels else list(case.exhibits)


def _written(opened: Opened, copies: Copier, exhibit: Exhibit, what: str, folder: Path | None) -> Made:
    try:
        copy = copies.copy(what, exhibit)
    except Unreadable as problem:
        return Made(exhibit.label, None, str(problem))
    return _kept(opened, exhibit.label, name_of(exhibit, what), copy, folder)


def _kept(opened: Opened, label: str, name: str, copy: Copy, folder: Path | None) -> Made:
    file = _put(opened, name, copy.data, folder)
    return Made(label, file, "", copy.statement, copy.missing, _pages(opened, file, copy.pages, folder))


def _pages(opened: Opened, file: Path, pages: Sequence[bytes], folder: Path | None) -> tuple[Path, ...]:
    return tuple(_put(opened, f"{file.stem}-{number}.png", data, folder) for number, data in enumerate(pages, 1))


def _put(opened: Opened, name: str, data: bytes, folder: Path | None) -> Path:
    """Write a copy. What lies there already and is not a copy of ours is left alone."""
    where = Outcome(opened.files, COPIES, folder)
    target = where.place(name)
    if folder is not None and target.resolve().is_relative_to((opened.files.home / "evidence").resolve()):
        raise NotSaved(f"{target} lies among the originals; choose another folder for copies.")
    if target.suffix == ".pdf" and where.head(name, len(_HEAD)) not in (None, _HEAD):
        raise NotSaved(f"{target} is already there and is no PDF; nothing was overwritten.")
    return where.put(name, data)
