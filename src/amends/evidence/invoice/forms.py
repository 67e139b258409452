"""A party in a form: its heading has a row for itself, its name and address stand under it anywhere across the page."""

from __future__ import annotations

from amends.evidence.invoice.sheet import Cell, Sheet
from amends.evidence.page import Word

_MOST_FORM = 4


def form_of(sheet: Sheet, cell: Cell, skip: set[int]) -> tuple[list[list[Word]], list[Cell]]:
    """The name and address in a form under a label that has its row alone: "Company: Aster Ltd" anywhere across it."""
    lines: list[list[Word]] = []
    cells: list[Cell] = []
    if len(sheet.rows[cell.row]) > 1:
        return lines, cells
    for at in range(cell.row + 1, min(cell.row + 1 + _MOST_FORM, len(sheet.rows))):
        if at in skip or any(one.first("parties:") for one in sheet.rows[at]):
            break
        for one in sheet.rows[at]:
            label = one.first("contact:company", "contact:address")
            if label is not None and not label.start and label.end < len(one.words):
                named = "contact:company" in label.ids
                lines.insert(0 if named else len(lines), one.words[label.end :])
                cells.append(one)
    return (lines, cells) if any("contact:company" in one.labels[0].ids for one in cells) else ([], [])
