"""Bills, bank statements and registrations: the name and the address of the account."""

from __future__ import annotations

from collections.abc import Iterator

from amends.evidence.check import Said, check
from amends.evidence.same import same_address, same_name
from amends.evidence.seen import Seen

KINDS = ("utility-bill", "bank-statement", "business-registration")
_BILL = {
    "kind": "utility-bill",
    "holder_name": "Birch & Fern Trading LLC",
    "holder_address": "9 Mill Lane, Dayton OH 45402",
    "issue_date": "2026-02-11",
}


@check(
    "DC22",
    "name-differs",
    level="error",
    kinds=KINDS,
    source="Seller Forums f5d1aa80 and a314ae30 (staff): name and address exactly as in the account",
    bad=({**_BILL, "holder_name": "D. Ruiz"},),
    good=(_BILL, {**_BILL, "holder_name": None}),
)
def name_differs(seen: Seen) -> Iterator[Said]:
    """The name on it is not the name of the account."""
    holder = seen.field("holder_name")
    if holder and seen.account_name and same_name(seen.account_name, holder.value).same is False:
        yield Said(
            f"It is in the name of “{holder.value}”, the account in that of “{seen.account_name}”.",
            "Send one in the account's name, or change the account's data first if they are wrong.",
            (holder,),
        )


@check(
    "DC23",
    "address-differs",
    level="error",
    kinds=KINDS,
    source="Seller Forums f5d1aa80 and a314ae30 (staff): name and address exactly as in the account",
    bad=({**_BILL, "holder_address": "1 Other Road, Toledo OH 43604"},),
    good=(_BILL,),
)
def address_differs(seen: Seen) -> Iterator[Said]:
    """The address on it is not the address of the account."""
    address = seen.field("holder_address")
    if address and seen.account_address and same_address(seen.account_address, address.value).same is False:
        yield Said(
            f"Its address is “{address.value}”, the account's “{seen.account_address}”.",
            "Send one with the account's address, or change the account's data first if they are wrong.",
            (address,),
        )
