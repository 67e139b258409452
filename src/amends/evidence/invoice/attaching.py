"""Rows of a table that are text only, given to the line of goods that they go on with."""

from __future__ import annotations

from itertools import pairwise

from amends.evidence.invoice.columns import Columns
from amends.evidence.invoice.line import Line
from amends.evidence.invoice.sheet import Sheet
from amends.evidence.page import Word

_INSIDE = 0.75
_PLAINLY, _APART = 0.3, 3.0


def attach(sheet: Sheet, columns: Columns, lines: list[Line], texts: list[tuple[int, dict[int, list[Word]]]]) -> None:
    """Give rows that are text only to the line that they go on with: the nearest, or none when they stand apart."""
    if not lines or not texts:
        return
    described = columns.index("description")
    # Where no line has its description beside its numbers, the text stands around the numbers or over them.
    beside = described is not None and sum(1 for line in lines if line.cells.get(described)) * 2 > len(lines)
    by_row = {line.row: line for line in lines}
    owner: dict[int, Line] = dict(by_row)
    above = sorted(texts)
    _by_gaps(sheet, lines, {at for at, _ in above}, owner)
    for at, cells in above:
        line = owner.get(at - 1)
        if at in owner:
            continue
        if line is None or not (beside or line.row != at - 1 or not _nearer_below(sheet, at, by_row)):
            continue
        if _goes_on(sheet, columns, at, at - 1, cells, described):
            owner[at] = line
            line.rows.append(at)
    for at, _ in reversed(above):
        if at in owner:
            continue
        line = owner.get(at + 1)
        if line is not None and (not beside or not line.cells.get(described or 0)) and _touches(sheet, at, at + 1):
            owner[at] = line
            line.rows.insert(0, at)
    for at, cells in above:
        line = owner.get(at)
        if line is not None and at in line.rows:
            words = [word for number in sorted(cells) for word in cells[number]]
            (line.before if at < line.row else line.after).append(words)


def _by_gaps(sheet: Sheet, lines: list[Line], texts: set[int], owner: dict[int, Line]) -> None:
    """Give the rows between two lines to the one or the other, parted where a gap is plainly the widest.

    Numbers that stand in the middle of their cell have text over them and under them, which no reading from the top
    tells apart; the space between two cells does.
    """
    inside = over = 0.0
    for one, other in pairwise(lines):
        between = range(one.row + 1, other.row)
        if not between or not texts.issuperset(between):
            continue
        gaps = [sheet.top(at) - sheet.bottom(at - 1) for at in range(one.row + 1, other.row + 1)]
        widest = max(gaps)
        at = gaps.index(widest)
        rest = max(gaps[:at] + gaps[at + 1 :])
        height = sheet.bottom(one.row) - sheet.top(one.row)
        # A gap under the row of the numbers may be a blank line in the cell.
        if not at or widest - rest < _PLAINLY * height or widest > _APART * sheet.loose * height:
            continue
        for row in between:
            line = one if row <= one.row + at else other
            owner[row] = line
            line.rows.append(row)
            line.rows.sort()
        if one.row + at + 1 < other.row:
            inside, over = max(inside, rest), max(over, other.row - (one.row + at + 1))
    if not over:
        return
    # The first line of such a table has its text over it too.
    first = lines[0]
    row = first.row - 1
    while row in texts and row not in owner and sheet.top(row + 1) - sheet.bottom(row) <= inside + 0.5:
        owner[row] = first
        first.rows.insert(0, row)
        row -= 1


def _nearer_below(sheet: Sheet, at: int, by_row: dict[int, Line]) -> bool:
    if at + 1 not in by_row:
        return False
    return sheet.top(at + 1) - sheet.bottom(at) < sheet.top(at) - sheet.bottom(at - 1)


def _touches(sheet: Sheet, one: int, other: int) -> bool:
    height = sheet.bottom(one) - sheet.top(one)
    return sheet.top(other) - sheet.bottom(one) <= _INSIDE * sheet.loose * height


def _goes_on(
    sheet: Sheet, columns: Columns, at: int, before: int, cells: dict[int, list[Word]], described: int | None
) -> bool:
    gap = sheet.top(at) - sheet.bottom(before)
    height = sheet.bottom(at) - sheet.top(at)
    if gap <= _INSIDE * sheet.loose * height:
        return True
    # Rows of one pitch: text that begins under the description, not at the margin, goes on with it.
    return bool(described and set(cells) == {described} and gap <= 2 * sheet.loose * height)
