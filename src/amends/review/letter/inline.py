"""Lines that hold several parts of a letter: "1) Root cause: … 2) Corrective actions: …", the points of a list that
runs on in one line ("we did this: 1. … 2. …"), and the rows of a table.
"""

from __future__ import annotations

import re

from amends.review.letter.parts import CAUSE, DONE, MEASURES, only_heading_words, part_of
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.review.language.words import Reading

_INNER = re.compile(
    r"(?<=[.!?;])[ \t]+(?=(?:\(?(?:\d{1,2}|[A-Za-z])[.)][ \t]+)?(?:\*\*)?"
    r"([^\W\d_]{3,20}(?:[ -][\w()/&'’]{1,20}){0,5})[ \t]*(?:\*\*)?:)"
)
_COUNTED = re.compile(r"(?<!\S)\(?([1-9a-f])([.)])[ \t]+(?=[^\W_])")
_LATER = re.compile(r"\s\(?[2b][.)]\s")
_BEFORE_POINT = ".:;,!?)-–—"
_MONTH = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|juni|juli|okt|dez|märz)", re.I)
_ORDINALS = "123456789", "abcdef"
_SHORTEST = 40
_SHORT_CELL = 4


def is_row(line: str) -> bool:
    """Whether a line is one of a table written with bars or tabs."""
    return line.startswith("|") or line.count(" | ") > 1 or line.count("\t") > 1


def is_ruled(line: str) -> bool:
    """Whether a line is the one that parts the head of a Markdown table from its rows: |---|:--|."""
    return line.startswith("|") and "-" in line and not line.strip("|-: \t\r")


def is_head(line: str) -> bool:
    """Whether a row is the head of a table: three cells or more, a few words each, no number in them."""
    cells = [cell.split() for cell in line.strip("| \t\r").replace("\t", "|").split("|")]
    return len(cells) > 2 and all(len(cell) <= _SHORT_CELL for cell in cells) and not any(c.isdigit() for c in line)


def pieces(text: str, start: int, end: int, reading: Reading) -> Iterator[tuple[int, int]]:
    """The places of what a line holds: itself, or its parts where it has a label behind a sentence, or cells."""
    first = text[start : start + 1]
    if first == "|" or "\t" in text[start + 1 : end]:
        cells = list(_cells(text, start, end, "|" if first == "|" else "\t"))
        below = text[end + 1 : (text.find("\n", end + 1) + 1 or len(text) + 1) - 1].strip()
        head = is_head(text[start:end]) and is_row(below) and not _names_a_part(reading, *cells[-1])
        if len(cells) > 1 and not head and _names_a_part(reading, *cells[0]):
            yield from cells
            return
    at = start
    if end - start > _SHORTEST and text.find(":", start, end) >= 0:
        for found in _INNER.finditer(text, start, end):
            if text[found.start(1)].isupper() and _names_a_part(reading, *found.span(1)):
                yield from _points(text, at, found.start())
                at = found.end()
    yield from _points(text, at, end)


def _points(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The place itself, or what leads in a list that runs on in it and the points of that list, counted from one."""
    if _LATER.search(text, start, end) is None:
        yield start, end
        return
    marks: list[re.Match[str]] = []
    for found in _COUNTED.finditer(text, start, end):
        if not marks:
            head = text[max(start, found.start() - 8) : found.start()].rstrip()
            if found[1] in "1a" and (not head or head[-1] in _BEFORE_POINT):
                marks.append(found)
        elif found[2] == marks[0][2] and found[1] == _next(marks) and not _MONTH.match(text, found.end()):
            marks.append(found)
    if len(marks) < _FEWEST_POINTS:
        yield start, end
        return
    at = start
    for found in marks:
        if text[at : found.start()].strip():
            yield at, found.start()
        at = found.start()
    yield at, end


def _next(marks: list[re.Match[str]]) -> str:
    """The mark of the point behind these."""
    row = _ORDINALS[marks[0][1] == "a"]
    return row[len(marks)] if len(marks) < len(row) else ""


_FEWEST_POINTS = 2


def _cells(text: str, start: int, end: int, edge: str) -> Iterator[tuple[int, int]]:
    at = start
    while at < end:
        stop = text.find(edge, at, end)
        stop = end if stop < 0 else stop
        if text[at:stop].strip():
            yield at, stop
        at = stop + 1


def _names_a_part(reading: Reading, start: int, end: int) -> bool:
    words = reading.words(start, end)
    return 0 < len(words) <= 6 and only_heading_words(words) and part_of(words) in (CAUSE, DONE, MEASURES)
