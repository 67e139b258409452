"""An invoice that one issued oneself."""

from __future__ import annotations

from collections.abc import Iterator

from amends.evidence.check import Said, check
from amends.evidence.same import same_name
from amends.evidence.seen import Seen
from amends.needed import INVOICES


@check(
    "DC04",
    "supplier-is-buyer",
    level="error",
    kinds=INVOICES,
    source="Seller Forums c16ef217 (staff): self-issued invoices are not accepted",
    bad=({"supplier_name": "Birch & Fern Trading LLC"}, {"supplier_name": "Birch and Fern Trading"}),
    good=({}, {"supplier_name": "Birch Wholesale LLC"}),
)
def supplier_is_buyer(seen: Seen) -> Iterator[Said]:
    """The supplier on the invoice is the buyer, or you.

    An invoice to yourself proves no purchase; Amazon refuses it.
    """
    supplier = seen.field("supplier_name")
    if supplier is None:
        return
    buyer = seen.field("buyer_name")
    for name in dict.fromkeys((buyer.value if buyer else "", seen.account_name)):
        if name and same_name(name, supplier.value).same is not False:
            yield Said(
                f"The supplier, “{supplier.value}”, is the buyer: this invoice was issued to oneself.",
                "Send the invoice of the company that you bought from.",
                (supplier, *((buyer,) if buyer else ())),
            )
            return
