"""Which columns are quantity, price and amount, where their words mislead: those of which the products come out."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import permutations

from amends.evidence.amounts import Amount
from amends.evidence.invoice.cellvalues import assigned, money, product_fits
from amends.evidence.invoice.columns import Columns
from amends.evidence.invoice.lexicon import Lexicon
from amends.evidence.invoice.quantities import quantity
from amends.evidence.invoice.sheet import Sheet

_ROLES = ("quantity", "unit_price", "amount")
_MOST_COLUMNS = 7
_LEAST_ROWS = 2
_NUMERIC = frozenset({"quantity", "ordered", "unit_price", "amount", "gross", "tax_amount", "other", "discount", "unit"})


def prove(sheet: Sheet, columns: Columns, rows: Iterable[int], mark: str, lexicon: Lexicon) -> None:
    """Give the three roles to other columns where the products of those that have them fail and theirs come out.

    A line with a discount of its own has a net price beside the list price, a table in cartons a number of cartons
    beside that of the pieces: only the arithmetic tells which of them the amount was made from.
    """
    now = tuple(columns.index(role) for role in _ROLES)
    table: list[dict[int, tuple[Decimal | None, Amount | None]]] = []
    for at in rows:
        values = {}
        for number, words in assigned(sheet.rows[at], columns).items():
            if columns.columns[number].role in _NUMERIC and any(c.isdigit() for word in words for c in word.text):
                values[number] = (quantity(words, mark, lexicon), money(words, mark))
        if len(values) >= 3:
            table.append(values)
    if not table:
        return
    if None not in now and _held(table, now) * 2 >= len(table):  # type: ignore[arg-type]
        return
    numeric = sorted({number for values in table for number in values})[:_MOST_COLUMNS]
    best, most = now, max(_LEAST_ROWS - 1, len(table) // 2)
    for order in permutations(numeric, 3):
        held = _held(table, order)
        if held > most or (held == most and best is not now and _kept(order, now) > _kept(best, now)):
            best, most = order, held
    if best is now:
        return
    for number, column in enumerate(columns.columns):
        if number in best:
            column.roles = [_ROLES[best.index(number)]]
        elif column.role in _ROLES:
            column.roles = ["gross" if column.role == "amount" else "other"]


def _kept(order: tuple[int | None, ...], now: tuple[int | None, ...]) -> int:
    return sum(1 for one, other in zip(order, now, strict=True) if one == other)


def _held(table: list[dict[int, tuple[Decimal | None, Amount | None]]], order: tuple[int, int, int]) -> int:
    held = 0
    for values in table:
        if not all(number in values for number in order):
            continue
        count, price, total = values[order[0]][0], values[order[1]][1], values[order[2]][1]
        if count is None or price is None or total is None or count <= 0 or not total.value:
            continue
        if count != count.to_integral_value() or (count == 1 and len(table) > 1):
            continue
        held += product_fits(count, price.value, total.value)
    return held
