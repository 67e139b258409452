"""The data in an e-invoice says something else than its page."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from amends.evidence.check import Said
from amends.evidence.invoice.lexicon import plain
from amends.evidence.sign import sign
from amends.evidence.traces import Traces

_LABELS = {
    "invoice_number": "number",
    "invoice_date": "date",
    "supplier_name": "supplier",
    "buyer_name": "buyer",
    "currency": "currency",
    "total": "total",
}
_NAMES = frozenset(("supplier_name", "buyer_name"))


@sign(
    "SG12",
    "carried-data-differs",
    level="warning",
    source="Factur-X 1.0 and ZUGFeRD 2: the page and the data of an invoice have to say the same",
    bad=(
        {"carried": (("invoice_number", "MW-2042"),)},
        {"carried": (("invoice_date", "2025-11-14"),)},
        {"carried": (("buyer_name", "Somebody Else Ltd"),)},
        {"total": "120.00", "carried": (("total", "1120.00"),)},
    ),
    good=(
        {"carried": (("invoice_number", "MW 2041"), ("invoice_date", "2025-11-04"))},
        {"carried": (("buyer_name", "Birch & Fern Trading LLC, New York"),)},
        {"total": "120.00", "carried": (("total", "120"),)},
        {"carried": (("total", "120.00"),)},
        {},
    ),
)
def carried_data_differs(seen: Traces) -> Iterator[Said]:
    """The PDF is an e-invoice: beside the page it carries the same invoice as data, and the two do not agree.

    Honest reasons: the supplier's program writes a trade name in one and the firm in the other, or the page was read
    wrong here. Whoever changes a page forgets the data, so a reviewer who opens it will ask.
    """
    for name, said in seen.carried:
        field = seen.reading.sure(name)
        if field is None or name not in _LABELS or _is_same(name, field.value, said):
            continue
        yield Said(
            f"The PDF carries its invoice as data too (an e-invoice). The {_LABELS[name]} there is “{said}”, on the "
            f"page “{field.value}”.",
            "Look whether the page says so. If it does, ask the supplier which of the two holds, and for an invoice "
            "on which both agree.",
            (field,),
        )


def _is_same(name: str, page: str, data: str) -> bool:
    if name == "total":
        try:
            return Decimal(page) == Decimal(data)
        except InvalidOperation:
            return True
    one, other = (plain(text.replace(" ", "")) for text in (page, data))
    if name in _NAMES:
        return one in other or other in one
    return one == other
