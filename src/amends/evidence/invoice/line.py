"""A line of goods in the making, and which rows are none: sums, carriage, discounts, taxes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from amends.evidence.amounts import Amount
from amends.evidence.invoice.cellvalues import product_fits
from amends.evidence.invoice.columns import Columns
from amends.evidence.invoice.sheet import Cell
from amends.evidence.page import Word

_ENDING = (
    "sums:part",
    "sums:subtotal",
    "sums:total",
    "sums:tax",
    "sums:due",
    "sums:paid",
    "sums:in_words",
    "sums:quantity_total",
)
_CHARGES = ("sums:shipping", "sums:discount", "sums:paid")
_ADDED = frozenset({*_CHARGES, "sums:tax"})


@dataclass(slots=True)
class Line:
    """A line of goods in the making: the words of each column of its own row, and the rows that go with it.

    `before` and `after` are rows that are text only, over and under the row of its numbers.
    """

    page: int
    row: int
    cells: dict[int, list[Word]]
    quantity: Decimal | None = None
    unit_price: Amount | None = None
    amount: Amount | None = None
    rows: list[int] = field(default_factory=list)
    before: list[list[Word]] = field(default_factory=list)
    after: list[list[Word]] = field(default_factory=list)
    charge: bool = False


def sum_label(cells: Sequence[Cell]) -> tuple[str, ...] | None:
    """Which sum a row begins with, as the ids of its label; None for a row that is no sum."""
    for cell in cells:
        label = cell.first("sums:") if cell.labels else None
        if label is not None:
            names = tuple(name for name in label.ids if name.startswith("sums:"))
            if label.start == 0 and (any(name in _ENDING for name in names) or any(name in _CHARGES for name in names)):
                return names
    return None


def holds(line: Line) -> bool:
    """Whether the three numbers of a line prove each other."""
    return (
        line.quantity is not None
        and line.unit_price is not None
        and line.amount is not None
        and product_fits(line.quantity, line.unit_price.value, line.amount.value)
    )


def is_charge(line: Line, cells: Sequence[Cell], columns: Columns, label: tuple[str, ...] | None) -> bool:
    """Whether a row is no goods but what is added to them: carriage, a discount, a tax in the table."""
    names = {name for cell in cells for one in cell.labels for name in one.ids if name.startswith("sums:")}
    if line.quantity is None and columns.index("quantity") is not None and names & _ADDED:
        return True
    begins = any(
        _counts_only(cell.plains[: one.start]) and any(name in _CHARGES for name in one.ids)
        for cell in cells
        for one in cell.labels[:1]
    )
    if label is not None and any(name in _CHARGES for name in label) and not holds(line):
        return True
    return begins and line.quantity == 1


def _counts_only(plains: Sequence[str]) -> bool:
    """Whether nothing but the number of the line stands before a label."""
    return all(word.isdigit() for word in plains)
