"""Which columns are quantity, price and amount, where their words mislead: those of which the products come out."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import permutations

from amends.evidence.invoice.cellvalues import assigned, money
from amends.evidence.invoice.columns import Columns
from amends.evidence.invoice.lexicon import Lexicon
from amends.evidence.invoice.quantities import quantity
from amends.evidence.invoice.sheet import Sheet
from amends.typed import NamedTuple

_ROLES = ("quantity", "unit_price", "amount")
_MOST_COLUMNS = 7
_LEAST_ROWS = 2
_MOST_ROWS = 8
_NUMERIC = frozenset(
    {"quantity", "ordered", "unit_price", "amount", "gross", "tax_amount", "other", "discount", "unit"}
)


def prove(sheet: Sheet, columns: Columns, rows: Iterable[int], mark: str, lexicon: Lexicon) -> None:
    """Give the three roles to other columns where the products of those that have them fail and theirs come out.

    A line with a discount of its own has a net price beside the list price, a table in cartons a number of cartons
    beside that of the pieces: only the arithmetic tells which of them the amount was made from.
    """
    now = tuple(columns.index(role) for role in _ROLES)
    known = [number for number in now if number is not None]
    numeric = [number for number, column in enumerate(columns.columns) if column.role in _NUMERIC]
    if len(numeric) < 3:
        return
    at_hand = [at for at in rows if len(sheet.rows[at]) > 2][: 2 * _MOST_ROWS]
    if len(known) == 3:
        table = _values(sheet, columns, at_hand, known, mark, lexicon)
        if table and _held(table, now) * 2 >= len(table):  # type: ignore[arg-type]
            return
    table = _values(sheet, columns, at_hand, numeric[:_MOST_COLUMNS], mark, lexicon)
    if not table:
        return
    best, most = now, max(_LEAST_ROWS - 1, len(table) // 2)
    for order in permutations(numeric[:_MOST_COLUMNS], 3):
        if order[1] == now[0]:
            # A product comes out either way round: which of the two is the price the words above say.
            continue
        held = _held(table, order)
        if held > most or (held == most and best is not now and _kept(order, now) > _kept(best, now)):
            best, most = order, held
    if best is now:
        return
    columns.by_products = True
    for number, column in enumerate(columns.columns):
        if number in best:
            column.roles = [_ROLES[best.index(number)]]
        elif column.role in _ROLES:
            column.roles = ["gross" if column.role == "amount" else "other"]


class _Value(NamedTuple):
    """A cell as the number of pieces, as an amount, and half of what its last digit is worth. Floats, since only
    whether a product comes out is asked."""

    pieces: float
    amount: float
    half: float


def _values(
    sheet: Sheet, columns: Columns, rows: Iterable[int], numbers: Iterable[int], mark: str, lexicon: Lexicon
) -> list[dict[int, _Value]]:
    table: list[dict[int, _Value]] = []
    wanted = tuple(numbers)
    for at in rows:
        values: dict[int, _Value] = {}
        cells = assigned(sheet.rows[at], columns)
        for number in wanted:
            words = cells.get(number)
            read = money(words, mark) if words else None
            if words and read is not None:
                count = quantity(words, mark, lexicon)
                whole = float(count) if count is not None and count == count.to_integral_value() else 0.0
                exponent = min(int(read.value.as_tuple().exponent), 0)
                values[number] = _Value(whole, float(read.value), 0.5 * 10.0**exponent)
        if len(values) >= 3:
            table.append(values)
            if len(table) == _MOST_ROWS:
                break
    return table


def _kept(order: tuple[int | None, ...], now: tuple[int | None, ...]) -> int:
    return sum(1 for one, other in zip(order, now, strict=True) if one == other)


def _held(table: list[dict[int, _Value]], order: tuple[int, int, int]) -> int:
    held = 0
    one, two, three = order
    for values in table:
        counted, priced, summed = values.get(one), values.get(two), values.get(three)
        if counted is None or priced is None or summed is None:
            continue
        count, total = counted.pieces, summed.amount
        if not count or not total or (count == 1 and len(table) > 1):
            continue
        if abs(count * priced.amount - total) <= 0.011 + min(count * priced.half, abs(total) / 200):
            held += 1
    return held
