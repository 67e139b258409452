"""Tables in a letter, written with bars or tabs, and whether their last line adds up."""

from __future__ import annotations

from collections.abc import Iterator

from amends.review.reckoning.account import Wrong, shown

_TOTALS = frozenset("sum total totals together altogether all overall summe gesamt suma totale".split())
_MOST_ROWS, _MOST_CELLS = 400, 40


def sums(text: str) -> Iterator[Wrong]:
    """Columns whose last line is called a total and is not what stands above it."""
    if "|" not in text and "\t" not in text:
        return
    rows: list[list[tuple[str, int]]] = []
    at = 0
    for line in [*text.split("\n"), ""]:
        cells = _cells(line, at)
        at += len(line) + 1
        if len(cells) >= 2 and len(rows) < _MOST_ROWS:
            rows.append(cells)
        else:
            yield from _checked(rows)
            rows = []


def _cells(line: str, at: int) -> list[tuple[str, int]]:
    """The cells of a line with their places; none where it is no line of a table."""
    mark = "|" if line.count("|") >= 2 else "\t" if line.count("\t") >= 1 else ""
    if not mark or len(line) > 2000 or line.count(mark) > _MOST_CELLS:
        return []
    cells = []
    for piece in line.split(mark):
        body = piece.strip(" *_")
        cells.append((body, at + len(piece) - len(piece.lstrip(" *_"))))
        at += len(piece) + 1
    if mark == "|":
        cells = cells[1:] if not cells[0][0] else cells
        cells = cells[:-1] if cells and not cells[-1][0] else cells
    return cells


def _checked(rows: list[list[tuple[str, int]]]) -> Iterator[Wrong]:
    body = [row for row in rows if not all(set(cell) <= set("-: ") for cell, _ in row)]
    yield from _products(body)
    if len(body) < 3 or body[-1][0][0].lower().strip(":") not in _TOTALS:
        return
    last = body[-1]
    for column in range(1, len(last)):
        values = [_number(row[column][0]) for row in body[:-1] if column < len(row)]
        parts = [value for value in values if value is not None]
        said = _number(last[column][0])
        if said is None or len(parts) < 2 or len(parts) < len(values) - 1:
            continue
        total = sum(parts)
        if abs(total - said) > 0.006:
            cell, start = last[column]
            yield Wrong(start, start + len(cell), f"The lines above make {shown(total)}, not {shown(said)}.")


def _products(rows: list[list[tuple[str, int]]]) -> Iterator[Wrong]:
    """The one row whose quantity and price do not make its amount, where those of all others do."""
    lines = [[_number(cell) for cell, _ in row] for row in rows]
    width = max(map(len, lines), default=0)
    for last in range(2, min(width, _WIDEST)):
        for first in range(last - 1):
            second = last - 1
            full = [
                (row, line)
                for row, line in zip(rows, lines, strict=True)
                if len(line) > last and None not in (line[first], line[second], line[last])
            ]
            wrong = [
                row for row, line in full if abs((line[first] or 0) * (line[second] or 0) - (line[last] or 0)) > 0.006
            ]
            if len(full) > 2 and len(wrong) == 1:
                one, two, said = (_number(wrong[0][at][0]) or 0 for at in (first, second, last))
                cell, start = wrong[0][last]
                yield Wrong(
                    start,
                    start + len(cell),
                    f"{shown(one)} x {shown(two)} makes {shown(one * two)}, not {shown(said)}.",
                )
                return


_WIDEST = 8


def _number(cell: str) -> float | None:
    plain = cell.strip(" $€£").replace(",", "")
    if not plain or not plain[0].isdigit() or plain.endswith("%"):
        return None
    try:
        return float(plain.split(" ")[0])
    except ValueError:
        return None
