"""PDF: the words of the text layer with their boxes, through PDFium.

PDFium is asked as little as possible, since every question to it costs about as much as making a word: the text of a
page at once, then the boxes of the first and the last character of each word, put side by side into one array.
"""

from __future__ import annotations

import ctypes
import re
from functools import cache

from amends.errors import Unreadable
from amends.evidence.formats import MAX_PAGES, Contents, Picture
from amends.evidence.formats._inside import insides
from amends.evidence.formats._papers import picture_of
from amends.evidence.page import Page, Word
from amends.formats.pdfguard import is_too_much
from amends.model.reading import Box
from amends.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

TYPES = ("pdf",)
MOST_DRAWING = 64 * 1024 * 1024
"""How much a file may ask to be drawn, in bytes of instructions; two hundred crowded pages take half of it."""

_MAX_CHARS = 100_000
_PASSWORD = 4
_FEW_WORDS = 12
_MEANINGLESS = 0.3
# What PDFium puts for a hyphen at the end of a line, and for a character whose meaning the file does not tell. A line
# ends behind the first, though PDFium writes no break there.
_WORD = re.compile(r"[^\s\x00\x02]+\x02?|\x02")
_MARKS = {0x0002: "-"}
_NO_MEANING = re.compile("[\ufffd\ue000-\uf8ff]")
_UNPRINTED = "Its letters have no meaning in the file (a broken font)"


def read(data: bytes, name: str) -> Contents:
    """The pages of a PDF. Raises `Unreadable` for one that is broken, has a password, or asks for far too much."""
    import pypdfium2

    if is_too_much(data, MOST_DRAWING):
        raise Unreadable(f"{name} asks for far more drawing than any document needs; print it to a new PDF.")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        # PDFium may still tell the error of an earlier file, so that the lock must be there too.
        if problem.err_code == _PASSWORD and b"/Encrypt" in data:
            raise Unreadable(
                f"{name} is locked with a password; Amazon cannot open it either. Save a copy without it and add that."
            ) from None
        raise Unreadable(f"{name} is a broken PDF or was not saved to its end; get the file again.") from None
    pages: list[Page] = []
    pictures: list[Picture] = []
    doubts: list[str] = []
    with document:
        count = len(document)
        if not count:
            raise Unreadable(f"{name} is a PDF without pages; get the file again.")
        if count > MAX_PAGES:
            doubts.append(f"The file has {count:,} pages; only the first {MAX_PAGES} were read.")
        for at in range(min(count, MAX_PAGES)):
            try:
                page, picture, doubt = _page(document, at)
            except pypdfium2.PdfiumError:
                doubts.append(f"Page {at + 1} is broken and was left out.")
                continue
            pages.append(page)
            if picture is not None:
                pictures.append(picture)
            if doubt:
                doubts.append(f"Page {at + 1}: {doubt}.")
        doubts.extend(insides(document))
        properties = {key.lower(): str(value) for key, value in document.get_metadata_dict(skip_empty=True).items()}
    return Contents(tuple(pages), count, tuple(pictures), properties, tuple(doubts))


def _page(document: Any, at: int) -> tuple[Page, Picture | None, str]:
    """A page, the picture that it is made of if any, and a doubt."""
    import pypdfium2.raw as raw

    from amends.evidence.formats._papers import with_forms

    page = with_forms(document, at)
    layer = page.get_textpage()
    try:
        bounds = raw.FS_RECTF()
        raw.FPDF_GetPageBoundingBox(page, ctypes.byref(bounds))
        frame = _Frame(bounds.left, bounds.bottom, bounds.right, bounds.top, page.get_rotation())
        count = min(layer.count_chars(), _MAX_CHARS)
        text = _text(layer.raw, count, raw) if count > 0 else ""
        words = _words(layer.raw, text, frame)
        lost = len(_NO_MEANING.findall(text)) if not text.isascii() else 0
        doubt = ""
        if lost > _MEANINGLESS * len(text) or (count > 0 and text.count("\x00") > _MEANINGLESS * count):
            words, doubt = (), _UNPRINTED
        elif count == _MAX_CHARS:
            doubt = "there is far more text than on any page; only its beginning was read"
        picture = None
        if len(words) < _FEW_WORDS:
            picture = picture_of(page, at + 1, frame.width, frame.height)
        scanned = picture is not None or (doubt == _UNPRINTED)
        return Page(at + 1, frame.width, frame.height, () if scanned else words, scanned=scanned), picture, doubt
    finally:
        layer.close()
        page.close()


class _Frame:
    """The visible part of a page, and how points of the file lie in it after the page was turned."""

    def __init__(self, left: float, bottom: float, right: float, top: float, turn: int) -> None:
        self.left, self.bottom, self.right, self.top, self.turn = left, bottom, right, top, turn % 360
        across, down = right - left, top - bottom
        self.width, self.height = (down, across) if self.turn in (90, 270) else (across, down)

    def seen(self, sides: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        """The sides of a box of the file (left, top, right, bottom) as the reader sees them."""
        left, top, right, bottom = sides
        if self.turn == 90:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.turn == 180:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        if self.turn == 270:
            return self.top - top, self.right - right, self.top - bottom, self.right - left
        return left - self.left, self.top - top, right - self.left, self.top - bottom


@cache
def _box_of() -> Callable[[int, int, int], int]:
    """PDFium's function for the box of a character, taking plain addresses: half the time of the wrapped one."""
    import pypdfium2.raw as raw

    address = ctypes.cast(raw.FPDFText_GetLooseCharBox, ctypes.c_void_p).value
    kind = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
    return kind(address or 0)


def _words(handle: Any, text: str, frame: _Frame) -> tuple[Word, ...]:
    import pypdfium2.raw as raw

    plain = "\x02" not in text and "\x00" not in text
    # Splitting finds the same words where nothing but blanks parts them.
    found = text.split() if plain else _WORD.findall(text)
    if not found:
        return ()
    # For each word the boxes of its first and last character: left, top, right, bottom, as FS_RECTF has them.
    array = (ctypes.c_float * (8 * len(found)))()
    place = ctypes.addressof(array)
    box_of, at = _box_of(), ctypes.cast(handle, ctypes.c_void_p).value or 0
    starts, end, find = list[int](), 0, text.find
    for said in found:
        start = find(said, end)
        end = start + len(said)
        starts.append(start)
        box_of(at, start, place)
        box_of(at, end - 1, place + 16)
        place += 32
    sides = array[:]
    new, straight, sizes = tuple.__new__, frame.turn == 0, dict[int, float]()
    left0, top0, width, height = frame.left, frame.top, frame.width, frame.height
    words: list[Word] = []
    ends = [iter(sides)] * 8
    for start, said, left, top, right, bottom, other_left, other_top, other_right, other_bottom in zip(
        starts, found, *ends, strict=True
    ):
        if other_left < left:
            left = other_left
        if other_right > right:
            right = other_right
        if other_top > top:
            top = other_top
        if other_bottom < bottom:
            bottom = other_bottom
        # A font gives its characters the height of its size, so that one question serves all words as high.
        high = int((top - bottom) * 64)
        size = sizes.get(high)
        if size is None:
            size = sizes[high] = round(float(raw.FPDFText_GetFontSize(handle, start)), 2)
        if straight:
            left, top, right, bottom = left - left0, top0 - top, right - left0, top0 - bottom
        else:
            left, top, right, bottom = frame.seen((left, top, right, bottom))
        # What lies outside of the page nobody sees.
        if right <= 0 or bottom <= 0 or left >= width or top >= height:
            continue
        box = new(Box, (left, top, right, bottom))
        words.append(new(Word, (said if plain else said.translate(_MARKS), box, 1.0, size, "")))
    return tuple(words)


def _text(handle: Any, count: int, raw: Any) -> str:
    """The characters of a page, one a place: a string of them loses the count where PDFium adds or drops some."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(handle, 0, count, buffer)
    if written == count + 1:
        text = bytes(memoryview(buffer).cast("B")[: 2 * count]).decode("utf-16-le", "replace")
        if len(text) == count:
            return text if "\ufffe" not in text else _told_apart(handle, text, raw)
    codes = (raw.FPDFText_GetUnicode(handle, at) for at in range(count))
    # Where the number of characters differs, each is asked for by itself.
    return "".join(chr(code) if code < 0xD800 or 0xE000 <= code < 0x110000 else "\ufffd" for code in codes)


def _told_apart(handle: Any, text: str, raw: Any) -> str:
    """The text with hyphens at the ends of lines and characters without meaning told apart."""
    said = list(text)
    for at, mark in enumerate(said):
        if mark == "\ufffe":
            said[at] = "\x02" if raw.FPDFText_GetUnicode(handle, at) == 2 else "\ufffd"
    return "".join(said)
