"""Verbs that show the evidence: copies with marks, copies without prices, the cover sheet, one PDF of all.

Every verb writes copies into a folder beside the originals, which stay as they are. What may not be marked or covered
is refused with the reason; the others go on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from amends.app import knowledge
from amends.app.outcome import Outcome
from amends.app.plan.cover import cover_of, sentences_of
from amends.app.reading.kept import reading_of
from amends.errors import AmendsError, NotSaved, Unknown, Unreadable
from amends.model import Case, Exhibit, Sentence
from amends.render.bundle import COVER
from amends.render.exhibits.citations import Citation, citations
from amends.store.files import PLAN, stamp
from amends.store.readings import Readings
from amends.text import one_line
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.app.cases import Opened
    from amends.evidence.formats import Contents
    from amends.render.exhibits.combined import Bound
    from amends.render.exhibits.original import Original
    from amends.render.page import Page

COPIES = "copies"
COMBINED = "exhibits.pdf"
_HEAD = b"%PDF-"


@dataclass(frozen=True, slots=True)
class Made:
    """A copy that was written, or why there is none. `label` is "" for a file about all exhibits.

    `statement` says what was done and how it was proven; `missing` are the characters that no font here could draw.
    """

    label: str
    file: Path | None
    why: str = ""
    statement: str = ""
    missing: tuple[str, ...] = ()


def cited(opened: Opened) -> tuple[Citation, ...]:
    """The places on the exhibits that the letter cites: plan.md as it stands, or the plan as it would be drafted."""
    return citations(_sentences(opened), opened.case)


def places(opened: Opened) -> dict[str, tuple[Citation, ...]]:
    """Where on the exhibits each sentence of the letter stands, by its text."""
    found: dict[str, tuple[Citation, ...]] = {}
    for citation in cited(opened):
        for sentence in citation.sentences:
            found[sentence] = (*found.get(sentence, ()), citation)
    return found


def mark(opened: Opened, labels: Sequence[str] = (), folder: Path | None = None) -> tuple[Made, ...]:
    """Write copies on which the cited places are boxed. Without labels: of all exhibits that may be marked unasked.

    Raises `Unknown` for a label that no exhibit has.
    """
    from amends.render.exhibits.marked import marked
    from amends.render.exhibits.permission import marking

    places = cited(opened)
    page = _page(opened.case)
    made = []
    for exhibit in _chosen(opened.case, labels):
        own = [place for place in places if place.label == exhibit.label]
        may = marking(exhibit, opened.case, knowledge())
        if not may.allowed or (may.asked and not labels):
            name = f" To have it all the same: amends mark DIR {exhibit.label}" if may.allowed else ""
            made.append(Made(exhibit.label, None, f"{may.why}{name}"))
        elif not own:
            made.append(Made(exhibit.label, None, "Nothing in the letter cites a place on it that was read."))
        else:
            made.append(
                _written(opened, exhibit, "marked", folder, partial(marked, exhibit, citations=places, page=page))
            )
    return tuple(made)


def redact(opened: Opened, labels: Sequence[str] = (), folder: Path | None = None) -> tuple[Made, ...]:
    """Write copies of invoices without their prices, each with the proof that nothing else was covered.

    Without labels: of all exhibits of which prices may be removed. Raises `Unknown` for a label that no exhibit has.
    """
    from amends.render.exhibits import redacted as redacting
    from amends.render.exhibits.prices import Word

    page = _page(opened.case)
    made = []
    readings = Readings(opened.files)
    for exhibit in _chosen(opened.case, labels):
        # Prices are looked for among the words of the page, where they stand as they were read and not as corrected.
        reading = reading_of(readings, exhibit.sha256) if exhibit.corrections else exhibit.reading
        if not _may_lose_prices(exhibit):
            if labels:
                made.append(Made(exhibit.label, None, "Amazon lets prices be removed from invoices, and nothing else."))
            continue
        if reading is None or not reading.pages:
            made.append(Made(exhibit.label, None, "It was not read, so its prices are not known."))
            continue
        try:
            data, type_, contents = _contents(opened, exhibit)
            contents = _with_words(opened, exhibit, data, type_, contents)
            words = [[Word(word.text, word.box) for word in each.words] for each in contents.pages]
            with _original(data, type_, exhibit, contents) as original:
                ways = {each.page: each.upright for each in contents.pictures if each.upright is not None}
                copy = redacting.redacted(exhibit, original, reading, words, page, ways)
        except AmendsError as problem:
            made.append(Made(exhibit.label, None, str(problem)))
            continue
        file = _put(opened, f"exhibit-{exhibit.label}-without-prices.pdf", copy.data, folder)
        made.append(Made(exhibit.label, file, "", redacting.statement(exhibit, copy), copy.missing))
    return tuple(made)


def as_pictures(opened: Opened, made: Sequence[Made], folder: Path | None = None) -> tuple[Path, ...]:
    """Write every copy page by page as PNG beside it, for notices that take pictures only."""
    from amends.render.exhibits import copies

    where = Outcome(opened.files, COPIES, folder)
    found: list[Path] = []
    for each in made:
        if each.file is not None and each.file.suffix == ".pdf":
            for number, data in enumerate(copies.as_pictures(where.read(each.file.name)), 1):
                found.append(where.put(f"{each.file.stem}-{number}.png", data))
    return tuple(found)


def cover_sheet(opened: Opened, folder: Path | None = None) -> tuple[Made, ...]:
    """Write the cover sheet as PDF and as text."""
    from amends.render.exhibits import cover

    sheet = cover_of(opened.case, _sentences(opened))
    made = cover.to_pdf(sheet, _page(opened.case))
    return (
        Made("", _put(opened, f"{COVER}.pdf", made.data, folder), missing=made.missing),
        Made("", _put(opened, f"{COVER}.txt", cover.to_text(sheet).encode(), folder)),
    )


def combined(opened: Opened, labels: Sequence[str] = (), folder: Path | None = None) -> Made:
    """Write one PDF of all exhibits with cover sheet, bookmarks and stamps; those named by `labels` with marks.

    Papers that Amazon wants with nothing added, and files without pages, stand in it as a slip that names the file.
    """
    from amends.render.exhibits.combined import combined as bound_together
    from amends.render.exhibits.permission import marking

    chosen = {exhibit.label for exhibit in _chosen(opened.case, labels)} if labels else set()
    notes: dict[str, str] = {}
    bound: list[Bound] = []
    with ExitStack() as stack:
        for exhibit in opened.case.exhibits:
            may = marking(exhibit, opened.case, knowledge())
            if exhibit.label in chosen and not may.allowed:
                notes[exhibit.label] = may.why
            bound.append(_bound(opened, exhibit, exhibit.label in chosen and may.allowed, stack))
        made = bound_together(cover_of(opened.case, _sentences(opened), notes), bound, _page(opened.case))
    return Made("", _put(opened, COMBINED, made.data, folder), missing=made.missing)


def _bound(opened: Opened, exhibit: Exhibit, marked: bool, stack: ExitStack) -> Bound:
    from amends.render.exhibits.combined import Bound

    document = knowledge().documents.get(exhibit.kind)
    if document is not None and document.marks == "alone":
        return Bound(exhibit, None, "Amazon wants this paper with nothing added; it is a file of its own.")
    try:
        data, type_, contents = _contents(opened, exhibit)
        return Bound(exhibit, stack.enter_context(_original(data, type_, exhibit, contents)), "", marked)
    except AmendsError as problem:
        return Bound(exhibit, None, str(problem))


def _sentences(opened: Opened) -> tuple[Sentence, ...]:
    from amends.app.plan import plans

    if opened.files.read_text(PLAN) is None:
        return plans.plan_of(opened.case).sentences
    return sentences_of(plans.trace(opened))


def _chosen(case: Case, labels: Sequence[str]) -> list[Exhibit]:
    known = {exhibit.label.upper(): exhibit for exhibit in case.exhibits}
    wrong = [label for label in labels if label.upper() not in known]
    if wrong:
        there = f"There are {', '.join(known)}." if known else "There is none yet."
        raise Unknown(f"No exhibit is called {', '.join(one_line(label, 20) for label in wrong)}. {there}")
    return [known[label.upper()] for label in dict.fromkeys(labels)] if labels else list(case.exhibits)


def _may_lose_prices(exhibit: Exhibit) -> bool:
    document = knowledge().documents.get(exhibit.kind)
    return document is not None and document.removable == "prices"


def _written(
    opened: Opened, exhibit: Exhibit, what: str, folder: Path | None, copy: Callable[[Original], object]
) -> Made:
    from amends.render.pdf import Pdf

    try:
        data, type_, contents = _contents(opened, exhibit)
        with _original(data, type_, exhibit, contents) as original:
            made = copy(original)
    except AmendsError as problem:
        return Made(exhibit.label, None, str(problem))
    assert isinstance(made, Pdf)
    file = _put(opened, f"exhibit-{exhibit.label}-{what}.pdf", made.data, folder)
    return Made(exhibit.label, file, missing=made.missing)


def _contents(opened: Opened, exhibit: Exhibit) -> tuple[bytes, str, Contents]:
    """The bytes of an exhibit, their type, and its pages. Raises `Unreadable`.

    Only what the reader could open is opened here: it runs on untrusted files in a process of its own.
    """
    from amends.evidence import formats
    from amends.evidence.sniff import sniff

    data = opened.files.read_bytes(f"evidence/{exhibit.name}")
    if data is None or stamp(data) != exhibit.sha256:
        raise Unreadable(f"{exhibit.name} is not the file that was taken in; put the original back.")
    if exhibit.reading is not None and not exhibit.reading.pages:
        raise Unreadable(f"{exhibit.name} could not be read, so it is not copied.")
    type_ = sniff(data, exhibit.name)
    return data, type_, formats.contents(data, type_, exhibit.name)


def _with_words(opened: Opened, exhibit: Exhibit, data: bytes, type_: str, contents: Contents) -> Contents:
    """The contents with the words of scanned pages; those that the reader kept are not recognised again."""
    from amends.evidence import scan

    blank = [page.number for page in scan.unread(contents)]
    if not blank or not scan.installed():
        return contents
    from amends.evidence.scan import kept
    from amends.store.readings import Readings

    readings = Readings(opened.files)
    texts = {number: readings.page(exhibit.sha256, number, kept.VERSION) for number in blank}
    known = {number: made for number, text in texts.items() if text and (made := kept.read(text, number))}
    return scan.recognised(data, type_, contents, known=known)


def _original(data: bytes, type_: str, exhibit: Exhibit, contents: Contents) -> Original:
    from amends.render.exhibits.original import Original

    sizes = [(page.width, page.height) for page in contents.pages]
    return Original(data, type_, exhibit.name, sizes)


def _page(case: Case) -> Page:
    from amends.render.packet import day
    from amends.render.page import Page

    notice = case.notice
    marketplace = case.value("seller.marketplace") or (notice.marketplace if notice else None)
    return Page("Evidence", day(case), marketplace=marketplace if isinstance(marketplace, str) else None)


def _put(opened: Opened, name: str, data: bytes, folder: Path | None) -> Path:
    """Write a copy. What lies there already and is not a copy of ours is left alone."""
    where = Outcome(opened.files, COPIES, folder)
    target = where.place(name)
    if folder is not None and target.resolve().is_relative_to((opened.files.home / "evidence").resolve()):
        raise NotSaved(f"{target} lies among the originals; choose another folder for copies.")
    if target.suffix == ".pdf" and where.head(name, len(_HEAD)) not in (None, _HEAD):
        raise NotSaved(f"{target} is already there and is no PDF; nothing was overwritten.")
    return where.put(name, data)
