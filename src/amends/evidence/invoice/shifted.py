"""Rows whose cells stand beside their columns: which is which their order tells, where the products come out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from amends.evidence.invoice.cellvalues import assigned, money, product_fits
from amends.evidence.invoice.columns import Columns
from amends.evidence.invoice.lexicon import Lexicon
from amends.evidence.invoice.line import sum_label
from amends.evidence.invoice.quantities import quantity
from amends.evidence.invoice.sheet import Cell, Sheet
from amends.evidence.page import Word

_NUMERIC = frozenset(
    {"quantity", "ordered", "unit", "unit_price", "amount", "gross", "tax_rate", "tax_amount", "discount", "other"}
)
_WANTED = ("quantity", "unit_price", "amount")
_MOST = 200


def by_order(sheet: Sheet, columns: Columns, rows: Iterable[int], mark: str, lexicon: Lexicon) -> None:
    """Give the cells of such rows to the columns from the right, one each, and keep that in `columns.rows`.

    A program that sets a table with blanks, in a font whose letters are not of one width, puts the price under
    "Quantity" and the amount under "Price". It is done where quantity times price is the amount in every row that has
    a cell for each column, and only where the places say otherwise.
    """
    tail = _tail(columns)
    if tail is None:
        return
    first, places = tail
    size = len(columns.columns) - first
    made: dict[int, dict[int, list[Word]]] = {}
    moved = False
    for at in list(rows)[:_MOST]:
        cells = sheet.rows[at]
        if sum_label(cells):
            if made:
                break
            continue
        if len(cells) <= size or not any(c.isalpha() for c in cells[0].text):
            continue
        numbers = cells[-size:]
        if not all(cell.has_digit for cell in numbers):
            continue
        if not _fits([numbers[place - first] for place in places], mark, lexicon):
            return
        row = {first + number: list(cell.words) for number, cell in enumerate(numbers)}
        named = _named(columns, cells[:-size], first)
        if named is None:
            return
        now = assigned(cells, columns)
        moved = moved or any(now.get(number) != words for number, words in row.items())
        made[at] = {**named, **row}
    if moved:
        columns.rows.update(made)


def _tail(columns: Columns) -> tuple[int, list[int]] | None:
    """Where the columns of numbers begin at the right of a table, and which are quantity, price and amount."""
    first = len(columns.columns)
    while first and not _NUMERIC.isdisjoint(columns.columns[first - 1].roles):
        first -= 1
    places: list[int] = []
    for role in _WANTED:
        found = [at for at in range(first, len(columns.columns)) if role in columns.columns[at].roles]
        if len(found) != 1:
            return None
        places += found
    return (first, places) if first and len(set(places)) == len(places) else None


def _fits(cells: Sequence[Cell], mark: str, lexicon: Lexicon) -> bool:
    count = quantity(cells[0].words, mark, lexicon)
    price, total = money(cells[1].words, mark), money(cells[2].words, mark)
    return (
        count is not None and price is not None and total is not None and product_fits(count, price.value, total.value)
    )


def _named(columns: Columns, cells: Sequence[Cell], first: int) -> dict[int, list[Word]] | None:
    """The cells of text before the numbers: one is the description, more stand where they stand."""
    described = next((at for at in range(first) if "description" in columns.columns[at].roles), None)
    if len(cells) == 1 and described is not None:
        return {described: list(cells[0].words)}
    found: dict[int, list[Word]] = {}
    for cell in cells:
        for word in cell.words:
            number = columns.at((word.box.left + word.box.right) / 2)
            if number >= first:
                return None
            found.setdefault(number, []).append(word)
    return found
