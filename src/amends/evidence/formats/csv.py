"""Tables of text (comma, semicolon or tab separated). What begins like a formula is text like all else."""

from __future__ import annotations

from amends.errors import Unreadable
from amends.evidence.formats import Contents
from amends.evidence.formats._layout import MAX_ROWS, Sheet

TYPES = ("csv",)
MAX_BYTES = 8_000_000
_DIVIDERS = "\t;,|"
_LOOKED_AT = 30


def read(data: bytes, name: str) -> Contents:
    """The table as one page. Raises `Unreadable` for what is no text after all."""
    import csv
    from itertools import islice

    from amends.formats.charset import decode, is_binary

    decoded = decode(data[:MAX_BYTES])
    if is_binary(decoded.text):
        raise Unreadable(f"{name} holds no text that can be read; save it again as CSV, or print it to PDF.")
    lines = decoded.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    divider = _divider([line for line in lines[:_LOOKED_AT] if line.strip()])
    doubts = [decoded.doubt] if decoded.doubt else []
    try:
        rows = list(islice(csv.reader(lines, delimiter=divider), MAX_ROWS + 1))
    except csv.Error:
        doubts.append("The quotation marks in the table do not pair up; its lines were read as they stand.")
        rows = [line.split(divider) for line in lines[: MAX_ROWS + 1]]
    sheet = Sheet(1)
    sheet.table([[cell.replace("\t", " ") for cell in row] for row in rows if any(cell.strip() for cell in row)])
    if sheet.full or len(data) > MAX_BYTES:
        doubts.append("The table is very long; only its beginning was read.")
    return Contents((sheet.page(),), 1, doubts=tuple(doubts))


def _divider(lines: list[str]) -> str:
    """The sign that divides the cells: the one that most lines have equally often."""

    def fits(sign: str) -> tuple[int, int]:
        counts = [line.count(sign) for line in lines]
        common = max(set(counts), key=counts.count, default=0)
        return (counts.count(common) if common else 0, common)

    return max(_DIVIDERS, key=fits)
