"""What the worker process does for `app.plan.copier`: open documents of a case, and write copies of them as PDF.

The worker finds the case, with the documents to be copied, in a folder of its own, and writes into that folder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from functools import lru_cache
from pathlib import Path

from amends.app import knowledge
from amends.app.cases import open_case
from amends.app.plan.citing import sentences as sentences_of
from amends.app.plan.cover import cover_of, page_of
from amends.app.reading.kept import reading_of
from amends.errors import AmendsError, Unreadable
from amends.model import Exhibit, Sentence
from amends.store.files import stamp
from amends.store.readings import Readings
from amends.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from amends.app.cases import Opened
    from amends.evidence.formats import Contents
    from amends.render.exhibits.combined import Bound
    from amends.render.exhibits.original import Original
    from amends.render.pdf import Pdf

_NOT_CITED = "Nothing in the letter cites a place on it that was read."
_ALONE = "Amazon wants this paper with nothing added; it is a file of its own."


def copy_at(asked: dict[str, Any]) -> dict[str, Any]:
    """Make a copy: `copy` names which one, `case` the folder.

    A copy of one document, "marked" or "without-prices", is of the exhibit `label`. The one of "combined" holds all:
    those of `marked` with their marks, `notes` by label on the cover sheet, and `slips` by label, why an exhibit is not
    opened. With `pictures` every page is drawn as PNG too. Gives what was written and said; raises `Unreadable`.
    """
    folder = Path(asked["case"])
    made, statement = _MAKES[asked["copy"]](*_case(folder), asked)
    (folder / "copy.pdf").write_bytes(made.data)
    pages = 0
    if asked["pictures"]:
        for pages, drawn in enumerate(_pictures(made.data), 1):
            (folder / f"copy-{pages}.png").write_bytes(drawn)
    return {"statement": statement, "missing": list(made.missing), "pages": pages}


@lru_cache(maxsize=1)
def _case(folder: Path) -> tuple[Opened, tuple[Sentence, ...]]:
    """The case in a folder and the sentences of its letter; many copies are made of one case."""
    opened = open_case(folder)
    return opened, sentences_of(opened)


def _marked(opened: Opened, sentences: tuple[Sentence, ...], asked: Mapping[str, Any]) -> tuple[Pdf, str]:
    from amends.render.exhibits.citations import citations
    from amends.render.exhibits.marked import marked

    exhibit = _exhibit(opened, asked["label"])
    own = [place for place in citations(sentences, opened.case) if place.label == exhibit.label]
    if not own:
        raise Unreadable(_NOT_CITED)
    data, type_, contents = _contents(opened, exhibit)
    with _original(data, type_, exhibit, contents) as original:
        return marked(exhibit, original, own, page_of(opened.case)), ""


def _without_prices(opened: Opened, sentences: tuple[Sentence, ...], asked: Mapping[str, Any]) -> tuple[Pdf, str]:
    from amends.render.exhibits import redacted as redacting
    from amends.render.exhibits.prices import Word
    from amends.render.pdf import Pdf

    exhibit = _exhibit(opened, asked["label"])
    # Prices are looked for among the words of the page, where they stand as they were read and not as corrected.
    reading = reading_of(Readings(opened.files), exhibit.sha256) if exhibit.corrections else exhibit.reading
    if reading is None or not reading.pages:
        raise Unreadable("It was not read, so its prices are not known.")
    data, type_, contents = _contents(opened, exhibit)
    contents = _with_words(opened, exhibit, data, type_, contents)
    words = [[Word(word.text, word.box) for word in each.words] for each in contents.pages]
    ways = {each.page: each.upright for each in contents.pictures if each.upright is not None}
    with _original(data, type_, exhibit, contents) as original:
        copy = redacting.redacted(exhibit, original, reading, words, page_of(opened.case), ways)
    return Pdf(copy.data, copy.missing), redacting.statement(exhibit, copy)


def _combined(opened: Opened, sentences: tuple[Sentence, ...], asked: Mapping[str, Any]) -> tuple[Pdf, str]:
    from amends.render.exhibits.combined import combined

    cover = cover_of(opened.case, sentences, asked["notes"])
    with ExitStack() as stack:
        bound = [
            _bound(opened, exhibit, exhibit.label in asked["marked"], asked["slips"].get(exhibit.label, ""), stack)
            for exhibit in opened.case.exhibits
        ]
        return combined(cover, bound, page_of(opened.case)), ""


_MAKES: Mapping[str, Callable[[Opened, tuple[Sentence, ...], Mapping[str, Any]], tuple[Pdf, str]]] = {
    "marked": _marked,
    "without-prices": _without_prices,
    "combined": _combined,
}


def _bound(opened: Opened, exhibit: Exhibit, marked: bool, slip: str, stack: ExitStack) -> Bound:
    from amends.render.exhibits.combined import Bound

    document = knowledge().documents.get(exhibit.kind)
    if document is not None and document.marks == "alone":
        return Bound(exhibit, None, _ALONE)
    if slip:
        return Bound(exhibit, None, slip)
    try:
        data, type_, contents = _contents(opened, exhibit)
        return Bound(exhibit, stack.enter_context(_original(data, type_, exhibit, contents)), "", marked)
    except AmendsError as problem:
        return Bound(exhibit, None, str(problem))


def _exhibit(opened: Opened, label: str) -> Exhibit:
    return next(exhibit for exhibit in opened.case.exhibits if exhibit.label == label)


def _pictures(data: bytes) -> Iterator[bytes]:
    from amends.render.exhibits import copies

    return copies.as_pictures(data)


def _contents(opened: Opened, exhibit: Exhibit) -> tuple[bytes, str, Contents]:
    """The bytes of an exhibit, their type, and its pages. Raises `Unreadable`.

    What the reader could not open is not opened here either.
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
