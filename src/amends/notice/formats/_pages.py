"""The text layer of a PDF, page by page and line by line, through PDFium."""

from __future__ import annotations

import re
import zlib
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

from amends.errors import Unreadable
from amends.notice.formats import COPY_WORDS

MAX_PAGES = 60
"""How many pages are read; a notice has one to five."""

_MAX_PAGE = 100_000
_MAX_DRAWING = 8 * 1024 * 1024
_PASSWORD = 4
_STREAM = re.compile(rb"stream\r?\n")
_NOT_DRAWING = re.compile(rb"/Image|/Length1|/Subtype|/XRef")


def read(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """The text of the first `MAX_PAGES` pages, and doubts. Raises `Unreadable`: broken, encrypted, only pictures."""
    import pypdfium2

    if _bloated(data):
        raise Unreadable(_too_long(name))
    doubts: list[str] = []
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        if problem.err_code == _PASSWORD:
            raise Unreadable(f"{name} is encrypted with a password; open it and {COPY_WORDS}.") from None
        raise Unreadable(
            f"{name} is a broken PDF or was not saved to its end; save it again, or {COPY_WORDS}."
        ) from None
    with document:
        count = len(document)
        if count > MAX_PAGES:
            doubts.append(f"The PDF has {count} pages; only the first {MAX_PAGES} were read.")
        pages: list[str] = []
        for number in range(min(count, MAX_PAGES)):
            try:
                pages.append(_page(document, number, name))
            except pypdfium2.PdfiumError:
                doubts.append(f"Page {number + 1} of the PDF is broken and was left out.")
    text = "\n\n".join(page for page in pages if page.strip())
    if not text.strip():
        raise Unreadable(
            f"{name} holds only pictures (a scan or screenshot), no text; "
            f"save the message itself as text, or {COPY_WORDS}."
        )
    empty = [str(number) for number, page in enumerate(pages, 1) if not page.strip()]
    if empty:
        doubts.append(
            f"No text on page {', '.join(empty)} of the PDF; if there are words in a picture, they were not read."
        )
    return text, tuple(doubts)


def _too_long(name: str) -> str:
    return f"{name} holds far more than any letter; {COPY_WORDS}."


def _bloated(data: bytes) -> bool:
    """Whether the drawing instructions of the pages unpack to more than any letter needs.

    PDFium gives no way to stop while it follows them, so their length is taken before. Pictures and fonts may be long.
    """
    left = _MAX_DRAWING
    for start in _STREAM.finditer(data):
        head = data[max(0, start.start() - 400) : start.start()]
        if b"/FlateDecode" not in (head := head[head.rfind(b" obj") :]) or _NOT_DRAWING.search(head):
            continue
        end = data.find(b"endstream", start.end())
        try:
            left -= len(zlib.decompressobj().decompress(data[start.end() : end if end >= 0 else len(data)], left))
        except zlib.error:
            continue
        if left <= 0:
            return True
        if end < 0:
            break
    return False


class _Line(NamedTuple):
    top: float
    bottom: float
    text: str


def _page(document: Any, number: int, name: str) -> str:
    """The lines of a page from top to bottom; in the order of the file where lines stand side by side."""
    from amends.text import shown

    page = document[number]
    sheet = page.get_textpage()
    try:
        if sheet.count_chars() > _MAX_PAGE:
            raise Unreadable(_too_long(name))
        lines = _lines(sheet)
    finally:
        sheet.close()
        page.close()
    ordered = sorted(lines, key=lambda line: -line.top)
    side_by_side = any(below.top > (above.top + above.bottom) / 2 for above, below in pairwise(ordered))
    ordered = lines if side_by_side else ordered
    usual = median([line.top - line.bottom for line in lines]) if lines else 0.0
    parts: list[str] = []
    for at, line in enumerate(ordered):
        if at:
            gap = ordered[at - 1].bottom - line.top
            parts.append("\n\n" if gap > usual * 0.75 else "\n")
        parts.append(line.text)
    return shown("".join(parts))


def _lines(sheet: Any) -> list[_Line]:
    """The lines of a text page as PDFium cuts them, each with its height on the page."""
    import pypdfium2

    lines: list[_Line] = []
    text = sheet.get_text_range()
    if len(text) != sheet.count_chars():
        return [_Line(-at, -at, line.strip()) for at, line in enumerate(text.splitlines()) if line.strip()]
    for match in re.finditer(r"[^\r\n]+|[\r\n]+", text):
        start = match.start()
        words = match[0].strip()
        if not words:
            continue
        inked = start + len(match[0]) - len(match[0].lstrip())
        try:
            _, bottom, _, top = sheet.get_charbox(inked, loose=True)
        except pypdfium2.PdfiumError:
            top = bottom = lines[-1].bottom if lines else 0.0
        lines.append(_Line(top, bottom, words))
    return lines
