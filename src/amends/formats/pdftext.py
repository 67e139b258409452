"""The text layer of a PDF through PDFium: the lines of each page with their places, sizes and weights.

Which lines belong together is for the reader of a letter or of a notice to say; here they are only taken out, in the
order of the file, in bounded time and memory.
"""

from __future__ import annotations

import re

from amends.errors import Unreadable
from amends.typed import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Sheets = Callable[[bytes, str, str], tuple[list["Sheet"], list[str]]]
    """What takes the text layer out of a PDF, as `sheets` does: here, or in a process of its own."""

MAX_PAGES = 60
"""How many pages are read; a letter has one to five."""

HYPHEN = "\u00ad"
"""What stands at the end of a line for a hyphen that only the line break put there, or may have."""

BOLD = 600
"""The weight from which a font counts as bold; a semibold one has it."""

_FONT_NAME = 128
_BOLD_NAME = re.compile(rb"bold|black|heavy|demi", re.I)
_MAX_PAGE = 100_000
_PASSWORD = 4
_BREAKS = (10, 13)
# What PDFium puts for a hyphen at the end of a line, and for a character whose meaning the file does not tell.
_LINE_HYPHENS = (0x0002, 0xFFFE)


class Line(NamedTuple):
    """A line of a page: where it stands, in points from the lower left corner of the page, and how it is set.

    `first` is the width of its first word, `weight` is that of the font (400 is regular, 700 bold).
    """

    left: float
    bottom: float
    right: float
    top: float
    size: float
    weight: int
    first: float
    text: str


class Sheet(NamedTuple):
    """A page, numbered from 1, with its height in points and its lines in the order of the file."""

    number: int
    height: float
    lines: tuple[Line, ...]


def claims(data: bytes) -> bool:
    """The mark of a PDF, which readers accept anywhere in the first kilobyte (ISO 32000-1, annex H.3.4.1)."""
    at = data.find(b"%PDF-", 0, 1029)
    return at >= 0 and (not data[:at].strip(b"\xef\xbb\xbf \t\r\n") or b" obj" in data[at : at + 4096])


def sheets(data: bytes, name: str, remedy: str) -> tuple[list[Sheet], list[str]]:
    """The first `MAX_PAGES` pages, and doubts for the person who reads on.

    Raises `Unreadable`, a sentence that begins with `name` and ends with what to do (`remedy`): broken, encrypted, or
    far more than any letter. Pages without text have no lines.
    """
    import pypdfium2

    from amends.formats.pdfguard import is_too_much

    if is_too_much(data):
        raise Unreadable(_too_long(name, remedy))
    doubts: list[str] = []
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        # PDFium may still tell the error of an earlier file, so that the lock must be there too.
        if problem.err_code == _PASSWORD and b"/Encrypt" in data:
            raise Unreadable(f"{name} is encrypted with a password; open it and {remedy}.") from None
        raise Unreadable(f"{name} is a broken PDF or was not saved to its end; save it again, or {remedy}.") from None
    found: list[Sheet] = []
    with document:
        count = len(document)
        if count > MAX_PAGES:
            doubts.append(f"The PDF has {count} pages; only the first {MAX_PAGES} were read.")
        for number in range(min(count, MAX_PAGES)):
            try:
                found.append(_sheet(document, number, name, remedy))
            except pypdfium2.PdfiumError:
                doubts.append(f"Page {number + 1} of the PDF is broken and was left out.")
    return found, doubts


def without_text(sheets: list[Sheet]) -> str | None:
    """A sentence that names the pages without any text, or None."""
    empty = [str(sheet.number) for sheet in sheets if not sheet.lines]
    if not empty:
        return None
    return f"No text on page {', '.join(empty)} of the PDF; if there are words in a picture, they were not read."


def _too_long(name: str, remedy: str) -> str:
    return f"{name} holds far more than any letter; {remedy}."


def _sheet(document: Any, number: int, name: str, remedy: str) -> Sheet:
    page = document[number]
    layer = page.get_textpage()
    try:
        if layer.count_chars() > _MAX_PAGE:
            raise Unreadable(_too_long(name, remedy))
        return Sheet(number + 1, float(page.get_height()), tuple(_lines(layer)))
    finally:
        layer.close()
        page.close()


def _lines(layer: Any) -> Iterator[Line]:
    """The lines of a page as PDFium cuts them. Characters are asked for one by one, since a string of them loses the
    count where PDFium adds or drops some."""
    import pypdfium2.raw as raw

    codes = [raw.FPDFText_GetUnicode(layer.raw, at) for at in range(layer.count_chars())]
    start = 0
    for at in range(len(codes) + 1):
        if at < len(codes) and codes[at] not in _BREAKS and not (at and codes[at - 1] in _LINE_HYPHENS):
            continue
        inked = [place for place in range(start, at) if not _blank(codes[place])]
        if inked:
            yield _line(layer, codes, inked[0], inked[-1])
        start = at if at < len(codes) and codes[at] not in _BREAKS else at + 1


def _blank(code: int) -> bool:
    return code in (0, 0xFEFF) or chr(code).isspace()


def _line(layer: Any, codes: list[int], start: int, last: int) -> Line:
    import pypdfium2.raw as raw

    from amends.text import shown

    word = next((at for at in range(start, last + 1) if _blank(codes[at])), last + 1) - 1
    left = _box(layer, start)[0]
    # A list mark is often set in another font than the words behind it, so the end of the line speaks for it.
    _, bottom, right, top = _box(layer, last)
    if codes[last] in _LINE_HYPHENS and last > start:
        _, bottom, _, top = _box(layer, last - 1)
    said = "".join(map(chr, codes[start:last])) + (HYPHEN if codes[last] in _LINE_HYPHENS else chr(codes[last]))
    said = said.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    size = float(raw.FPDFText_GetFontSize(layer.raw, last))
    weight = min(_weight(layer, last), _weight(layer, (word + last) // 2), _weight(layer, word))
    return Line(left, bottom, max(left, right), top, size, weight, max(0.0, _box(layer, word)[2] - left), shown(said))


def _weight(layer: Any, at: int) -> int:
    """The weight of a character's font. Many files give none, so the font's name counts too."""
    import ctypes

    import pypdfium2.raw as raw

    weight = int(raw.FPDFText_GetFontWeight(layer.raw, at))
    if weight >= BOLD:
        return weight
    name = ctypes.create_string_buffer(_FONT_NAME)
    length = raw.FPDFText_GetFontInfo(layer.raw, at, name, _FONT_NAME, ctypes.c_int())
    return BOLD if length and _BOLD_NAME.search(name.raw[: min(int(length), _FONT_NAME)]) else weight


def _box(layer: Any, at: int) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a character; all zero where the file does not say."""
    import pypdfium2

    try:
        left, bottom, right, top = layer.get_charbox(at, loose=True)
    except pypdfium2.PdfiumError:
        return (0.0, 0.0, 0.0, 0.0)
    return (float(left), float(bottom), float(right), float(top))
