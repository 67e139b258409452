"""What an invoice must say of the supplier."""

from __future__ import annotations

from collections.abc import Iterator

from amends.evidence.check import Said, check
from amends.evidence.seen import Seen
from amends.needed import INVOICES
from amends.values import listed

_WANTED = {
    "supplier_name": "name",
    "supplier_address": "address",
    "supplier_phone": "phone number",
    "supplier_website": "website",
}


@check(
    "DC03",
    "supplier-incomplete",
    level="error",
    kinds=INVOICES,
    source="Seller Forums staff post 8be798a9, Invoice requirements",
    bad=(
        {"supplier_address": None},
        {"supplier_phone": None, "supplier_email": None, "supplier_website": None},
        {"supplier_name": None},
    ),
    good=({}, {"supplier_website": None, "supplier_email": "a@marlow.example"}, {"supplier_phone": ("0144", 0.2)}),
)
def supplier_incomplete(seen: Seen) -> Iterator[Said]:
    """The invoice does not show who the supplier is and how to reach it.

    Amazon may call the supplier and looks it up. The invoice must show its name, address, phone and, if it has one,
    its website. Never add anything yourself: ask the supplier to issue the invoice again.
    """
    lacking = [name for name in _WANTED if seen.field(name) is None]
    # The domain of an e-mail address leads to the website as well.
    if seen.field("supplier_email") is not None and "supplier_website" in lacking:
        lacking.remove("supplier_website")
    unsure = [name for name in lacking if seen.doubtful(name) is not None]
    for name in unsure:
        lacking.remove(name)
    if lacking:
        words = listed([_WANTED[name] for name in lacking])
        hard = {"supplier_name", "supplier_address"} & set(lacking) or len(lacking) > 1
        yield Said(
            f"The supplier's {words} {'was' if len(lacking) == 1 else 'were'} not found on it.",
            "If it stands there, fine; if not, ask the supplier for the invoice with it. Never write on it yourself.",
            (),
            None if hard and not seen.reading.scanned else "warning",
        )
    for name in unsure:
        field = seen.doubtful(name)
        if field is not None:
            yield Said(
                f"The supplier's {_WANTED[name]} is hard to read: “{field.quote or field.value}”.",
                "Look at the page; send a sharper copy if it is not clear.",
                (field,),
                "note",
            )
