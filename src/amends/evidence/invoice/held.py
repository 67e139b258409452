"""Lines of goods held against the sums of their document: whether what multiplies is money at all."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from amends.evidence.invoice.cellvalues import product_fits
from amends.evidence.invoice.sums import Sum
from amends.model.reading import Goods

_CENT = Decimal("0.005")
_DOUBTED, _ADDED = 0.45, 0.9
_SUMS = frozenset({"subtotal", "total", "due", "part"})


def held_against(goods: Sequence[Goods], sums: Sequence[Sum], scanned: bool) -> list[Goods]:
    """The lines, surer where their sum stands there too, and doubted where they cannot be amounts of money.

    A number of cartons, the pieces in each and the pieces together are a product too, of which none is a price: the
    numbers are whole, the sums are not, and none of the sums is theirs.
    """
    goods = _as_amounts(goods, sums)
    amounts = [Decimal(line.amount) for line in goods if line.amount is not None]
    prices = [line.unit_price for line in goods if line.unit_price is not None]
    said = [one.value for one in sums if one.name in _SUMS and one.value]
    if not said or not amounts or len(amounts) < len(goods):
        return list(goods)
    whole = sum(amounts, Decimal(0))
    if scanned and len(goods) > 1 and whole in said:
        return [line._replace(confidence=max(line.confidence, _ADDED)) if _fits(line) else line for line in goods]
    if not prices or any("." in (line.amount or "") for line in goods) or any("." in price for price in prices):
        return list(goods)
    if all(value == value.to_integral_value() for value in said) or any(abs(value - whole) < _CENT for value in said):
        return list(goods)
    return [line._replace(confidence=min(line.confidence, _DOUBTED)) for line in goods]


def _as_amounts(goods: Sequence[Goods], sums: Sequence[Sum]) -> Sequence[Goods]:
    """The lines of a table with one column of money: "Price" is of the line where these add up to a sum, else of a
    piece where the products do, and in doubt where neither does.
    """
    priced = [Decimal(line.unit_price) for line in goods if line.unit_price is not None and line.amount is None]
    counts = [Decimal(line.quantity) for line in goods if line.quantity is not None]
    said = {one.value for one in sums if one.name in _SUMS and one.value}
    if not said or len(priced) < len(goods) or len(counts) < len(goods) or all(count == 1 for count in counts):
        return goods
    whole = sum(priced, Decimal(0))
    made = sum((count * price for count, price in zip(counts, priced, strict=True)), Decimal(0))
    if any(abs(made - value) < _CENT for value in said):
        return goods
    if any(abs(whole - value) < _CENT for value in said):
        return [line._replace(unit_price=None, amount=line.unit_price) for line in goods]
    return [line._replace(unsure=tuple(dict.fromkeys((*line.unsure, "unit_price")))) for line in goods]


def _fits(line: Goods) -> bool:
    """Whether quantity times a rounded price is the amount, and no other quantity would do."""
    if line.quantity is None or line.unit_price is None or line.amount is None or "quantity" in line.unsure:
        return False
    number, price, amount = Decimal(line.quantity), Decimal(line.unit_price), Decimal(line.amount)
    return product_fits(number, price, amount) and abs(number * price - amount) < price / 2
