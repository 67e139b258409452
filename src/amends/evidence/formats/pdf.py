"""PDF: the words of the text layer with their boxes, through PDFium.

PDFium is asked as little as possible, since every question to it costs about as much as reading a word: the text of
a page at once, then the boxes of the first and the last character of each word.
"""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

from amends.errors import Unreadable
from amends.evidence.formats import Contents, Picture
from amends.evidence.page import Page, Word
from amends.model.reading import Box
from amends.pdfguard import is_too_much

if TYPE_CHECKING:
    from collections.abc import Iterator

TYPES = ("pdf",)
MAX_PAGES = 200
"""How many pages of one file are read; an invoice has one to twenty."""

_MAX_CHARS = 100_000
_PASSWORD = 4
_FEW_WORDS = 3
# What PDFium puts for a hyphen at the end of a line, and for a character whose meaning the file does not tell.
_MARKS = {0x0002: "-", 0xFFFE: "-", 0: " "}


def read(data: bytes, name: str) -> Contents:
    """The pages of a PDF. Raises `Unreadable` for one that is broken, has a password, or asks for far too much."""
    import pypdfium2

    if is_too_much(data):
        raise Unreadable(f"{name} asks for far more drawing than any document needs; print it to a new PDF.")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        if problem.err_code == _PASSWORD:
            raise Unreadable(
                f"{name} is locked with a password; Amazon cannot open it either. Save a copy without it and add that."
            ) from None
        raise Unreadable(f"{name} is a broken PDF or was not saved to its end; get the file again.") from None
    pages: list[Page] = []
    pictures: list[Picture] = []
    doubts: list[str] = []
    with document:
        count = len(document)
        if count > MAX_PAGES:
            doubts.append(f"The file has {count} pages; only the first {MAX_PAGES} were read.")
        for at in range(min(count, MAX_PAGES)):
            try:
                page, picture = _page(document, at)
            except pypdfium2.PdfiumError:
                doubts.append(f"Page {at + 1} is broken and was left out.")
                continue
            pages.append(page)
            if picture is not None:
                pictures.append(picture)
        properties = {key.lower(): str(value) for key, value in document.get_metadata_dict(skip_empty=True).items()}
    return Contents(tuple(pages), count, tuple(pictures), properties, tuple(doubts))


def _page(document: Any, at: int) -> tuple[Page, Picture | None]:
    page = document[at]
    layer = page.get_textpage()
    try:
        turn = int(page.get_rotation())
        left, bottom, right, top = map(float, page.get_cropbox())
        frame = _Frame(left, bottom, right, top, turn)
        words = tuple(_words(layer, frame))
        picture = _largest(page, at + 1, frame) if len(words) < _FEW_WORDS else None
        return Page(at + 1, frame.width, frame.height, words, scanned=picture is not None), picture
    finally:
        layer.close()
        page.close()


class _Frame:
    """The visible part of a page, and how points of the file lie in it after the page was turned."""

    def __init__(self, left: float, bottom: float, right: float, top: float, turn: int) -> None:
        self.left, self.bottom, self.right, self.top, self.turn = left, bottom, right, top, turn % 360
        across, down = right - left, top - bottom
        self.width, self.height = (down, across) if self.turn in (90, 270) else (across, down)

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box of the file as the reader sees it."""
        if self.turn == 90:
            return Box(bottom - self.bottom, left - self.left, top - self.bottom, right - self.left)
        if self.turn == 180:
            return Box(self.right - right, bottom - self.bottom, self.right - left, top - self.bottom)
        if self.turn == 270:
            return Box(self.top - top, self.right - right, self.top - bottom, self.right - left)
        return Box(left - self.left, self.top - top, right - self.left, self.top - bottom)


def _words(layer: Any, frame: _Frame) -> Iterator[Word]:
    import pypdfium2.raw as raw

    handle = layer.raw
    count = raw.FPDFText_CountChars(handle)
    if count <= 0:
        return
    count = min(count, _MAX_CHARS)
    text = _text(handle, count, raw)
    rectangle = raw.FS_RECTF()
    sized = raw.FPDFText_GetFontSize
    boxed = raw.FPDFText_GetLooseCharBox
    reference = ctypes.byref(rectangle)
    at = 0
    for piece in text.split():
        at = text.index(piece, at)
        last = at + len(piece) - 1
        if boxed(handle, at, reference):
            left1, bottom1, right1, top1 = rectangle.left, rectangle.bottom, rectangle.right, rectangle.top
            if last > at and boxed(handle, last, reference):
                left1, right1 = min(left1, rectangle.left), max(right1, rectangle.right)
                bottom1, top1 = min(bottom1, rectangle.bottom), max(top1, rectangle.top)
            yield Word(piece, frame.box(left1, bottom1, right1, top1), 1.0, float(sized(handle, at)))
        at = last + 1


def _text(handle: Any, count: int, raw: Any) -> str:
    """The characters of a page, one a place: a string of them loses the count where PDFium adds or drops some."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(handle, 0, count, buffer)
    if written == count + 1:
        text = bytes(memoryview(buffer).cast("B")[: 2 * count]).decode("utf-16-le", "replace")
        if len(text) == count:
            return text.translate(_MARKS)
    codes = (raw.FPDFText_GetUnicode(handle, at) for at in range(count))
    return "".join(chr(code) if code < 0xD800 or 0xE000 <= code < 0x110000 else " " for code in codes).translate(_MARKS)


def _largest(page: Any, number: int, frame: _Frame) -> Picture | None:
    """The picture that covers most of a page, when there is one that covers half of it."""
    import pypdfium2.raw as raw

    best: Picture | None = None
    most = 0.5 * frame.width * frame.height
    for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = thing.get_bounds()
        area = abs((right - left) * (top - bottom))
        if area >= most:
            wide, high = thing.get_px_size()
            most, best = area, Picture(number, wide, high, 72.0 * wide / max(right - left, 1.0))
    return best
