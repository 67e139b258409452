"""What an invoice adds up to."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from amends.evidence.check import Said, check
from amends.evidence.seen import Seen, number
from amends.needed import INVOICES

_CENT = Decimal("0.011")


@check(
    "DC12",
    "line-sum",
    level="warning",
    kinds=INVOICES,
    source="Seller Forums staff post 8be798a9: authentic and unaltered; a reader sees a sum that fails",
    bad=({"lines": ("B0EXAMPL01 | 120 | 4.10 | 429.00 | Pepper mill",)},),
    good=({}, {"lines": ("B0EXAMPL01 | 120 | | 429.00 | Pepper mill",)}),
)
def line_sum(seen: Seen) -> Iterator[Said]:
    """Quantity times price is not the amount of the line.

    There may be a discount that was not read, or a mistake of the supplier's. Look before Amazon does.
    """
    for goods in seen.goods:
        count, price, amount = number(goods.quantity), number(goods.unit_price), number(goods.amount)
        if count is None or price is None or amount is None or not goods.sure:
            continue
        # Prices are often printed rounded: half a cent a unit is no mistake.
        if abs(count * price - amount) > max(_CENT, abs(count) * Decimal("0.005")):
            yield Said(
                f"{goods.quantity} x {goods.unit_price} is {count * price:.2f}, but the line says {goods.amount}: "
                f"“{goods.description[:60]}”.",
                "Look for a discount; if there is none, ask the supplier to put it right.",
                (),
                None,
                (goods.asin,) if goods.asin else (),
            )


@check(
    "DC13",
    "total-sum",
    level="warning",
    kinds=INVOICES,
    source="Seller Forums staff post 8be798a9: authentic and unaltered; a reader sees a sum that fails",
    bad=({"total": "549.00"},),
    good=(
        {},
        {"subtotal": "492.00", "tax": "39.36", "total": "531.36"},
        {"subtotal": None, "tax": None, "total": "511.00"},
    ),
)
def total_sum(seen: Seen) -> Iterator[Said]:
    """Subtotal and tax are not the total.

    Freight, a discount or a deposit may lie between; look before Amazon does.
    """
    sums = {name: number(field.value) if (field := seen.field(name)) else None for name in ("subtotal", "tax", "total")}
    subtotal, tax, total = sums["subtotal"], sums["tax"], sums["total"]
    if subtotal is None or total is None:
        return
    made = subtotal + (tax or 0)
    if abs(made - total) <= _CENT or (tax is None and total > subtotal):
        return
    fields = tuple(f for name in ("subtotal", "tax", "total") if (f := seen.field(name)))
    yield Said(
        f"Subtotal {subtotal}{f' and tax {tax}' if tax else ''} make {made}, but the total is {total}.",
        "Look for freight or a discount between them; if there is none, ask the supplier.",
        fields,
    )
