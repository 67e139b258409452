"""Heads of columns in several lines, each in the middle of its place: their rows lie between each other."""

from __future__ import annotations

from amends.evidence.invoice.sheet import Cell, Sheet

_MOST = 2
_OVERLAP = 0.2


def stacked(sheet: Sheet, at: int) -> tuple[int, int, list[list[Cell]]] | None:
    """The first and last row of such heads around a row, and the cells of each head from its top, from the left.

    None where the rows beside it stand apart from it, or where a line of one head reaches over two others.
    """
    first = last = at
    while first and at - first < _MOST and _lies_over(sheet, first - 1, first):
        first -= 1
    while last + 1 < len(sheet.rows) and last - at < _MOST and _lies_over(sheet, last, last + 1):
        last += 1
    if first == last:
        return None
    heads: list[list[Cell]] = []
    for cell in sorted((cell for row in range(first, last + 1) for cell in sheet.rows[row]), key=lambda c: c.box.left):
        if heads and cell.box.left < max(one.box.right for one in heads[-1]):
            heads[-1].append(cell)
        else:
            heads.append([cell])
    for cells in heads:
        cells.sort(key=lambda one: one.row)
        if len({one.row for one in cells}) < len(cells):
            return None
    return first, last, heads


def _lies_over(sheet: Sheet, row: int, below: int) -> bool:
    """Whether two rows reach into each other, and neither has a number."""
    high = sheet.bottom(row) - sheet.top(row)
    shared = sheet.bottom(row) - sheet.top(below)
    return shared > _OVERLAP * high and not any(cell.has_digit for at in (row, below) for cell in sheet.rows[at])
