"""Tables in a letter, written with bars or tabs, and whether their last line adds up."""

from __future__ import annotations

from collections.abc import Iterator

from amends.review.figures import Wrong

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
            yield Wrong(start, start + len(cell), f"The lines above make {_shown(total)}, not {_shown(said)}.")


def _number(cell: str) -> float | None:
    plain = cell.strip(" $€£").replace(",", "")
    if not plain or not plain[0].isdigit() or plain.endswith("%"):
        return None
    try:
        return float(plain.split(" ")[0])
    except ValueError:
        return None


def _shown(value: float) -> str:
    return f"{value:,.2f}" if value != int(value) else f"{int(value):,}"
