"""What stands on every page and is no part of the letter: running heads, footers, page numbers."""

from __future__ import annotations

import re
from collections import Counter

from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from amends.formats.pdftext import Line, Sheet

_MARGIN = 0.1
_EDGE_LINES = 3
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"[-–—|\s]*(?:page|seite|página|pagina|p\.)?\s*\d{1,3}\s*(?:(?:of|/|von|de|di|sur|\|)\s*\d{1,3})?[-–—|\s]*", re.I
)


def without_furniture(sheets: Sequence[Sheet]) -> list[tuple[Sheet, list[tuple[int, Line]]]]:
    """Each page with the lines of the letter, numbered as they stand on the page."""
    edges = [_edges(sheet) for sheet in sheets]
    seen = Counter(shape for edge in edges for shape in {_shape(sheet_line) for sheet_line in edge.values()})
    found = []
    for sheet, edge in zip(sheets, edges, strict=True):
        kept = [
            (number, line)
            for number, line in enumerate(sheet.lines, 1)
            if number not in edge or not (_NUMBER.fullmatch(line.text) or seen[_shape(line)] >= 2)
        ]
        if kept:
            found.append((sheet, kept))
    return found


def _edges(sheet: Sheet) -> dict[int, Line]:
    """The lines in the margins at the top and bottom of a page, by their number."""
    numbered = sorted(enumerate(sheet.lines, 1), key=lambda row: row[1].bottom)
    low = [row for row in numbered[:_EDGE_LINES] if row[1].bottom < sheet.height * _MARGIN]
    high = [row for row in numbered[-_EDGE_LINES:] if row[1].top > sheet.height * (1 - _MARGIN)]
    return dict(low + high)


def _shape(line: Line) -> tuple[str, int]:
    """A line without its numbers, and how high it stands: what repeats from page to page."""
    return _DIGITS.sub("#", line.text), round(line.bottom / 4)
