"""The buyer on an invoice and the account."""

from __future__ import annotations

from collections.abc import Iterator

from amends.evidence.check import Said, check
from amends.evidence.same import same_address, same_name
from amends.evidence.seen import Seen
from amends.needed import INVOICES
from amends.values import listed

_SOURCE = "Seller Forums c16ef217 (staff): buyer equals the account's legal name and address"


@check(
    "DC06",
    "buyer-name-differs",
    level="error",
    kinds=INVOICES,
    source=_SOURCE,
    bad=(
        {"buyer_name": "B&F Online Shop"},
        {"buyer_name": "Birch & Fern Trading Inc"},
        {"buyer_name": "Dana Ruiz"},
        {"buyer_name": None},
        {"buyer_name": "Birch and Fern Trading L.L.C."},
    ),
    good=({}, {"buyer_name": "BIRCH & FERN TRADING LLC"}, {"fact:seller.name": None}),
)
def buyer_name_differs(seen: Seen) -> Iterator[Said]:
    """The buyer on the invoice is not the legal name of the account.

    Amazon compares the two. A store name, a private name or another company is refused. Abbreviations and capitals
    are tolerated here and always told, since the reader at Amazon may be stricter. If the name is wrong, ask the
    supplier to issue the invoice again to the legal name; never change it yourself.
    """
    account, buyer = seen.account_name, seen.field("buyer_name")
    doubtful = seen.doubtful("buyer_name")
    if doubtful is not None:
        yield Said(
            f"The buyer's name is hard to read: “{doubtful.quote or doubtful.value}”.",
            "Look at the page; send a sharper copy if it is not clear.",
            (doubtful,),
            "warning",
        )
        return
    if buyer is None:
        yield Said(
            "No buyer was found on it.",
            f"It must name {'you, ' + account if account else 'your legal name'}; if it does not, ask the supplier.",
            (),
            "warning" if seen.reading.scanned or not seen.reading.fields else None,
        )
        return
    if not account:
        return
    found = same_name(account, buyer.value)
    if found.same is False:
        yield Said(
            f"The buyer is “{buyer.value}”, the account's legal name is “{account}”.",
            "Ask the supplier to issue the invoice to the legal name, or show that the two are one business.",
            (buyer,),
        )
    elif found.same is None:
        rest = listed([f"“{word}”" for word in (*found.lacking, *found.other)])
        yield Said(
            f"The buyer is “{buyer.value}”, the account's legal name “{account}”: {rest} stands on one side only.",
            "Ask the supplier for the exact legal name; a strict reader may refuse it.",
            (buyer,),
            "warning",
        )
    elif found.taken:
        pairs = listed([f"“{one}” and “{other}”" for one, other in found.taken])
        yield Said(f"The buyer “{buyer.value}” was taken for “{account}”: {pairs} as equal.", "", (buyer,), "note")


@check(
    "DC07",
    "buyer-address-differs",
    level="error",
    kinds=INVOICES,
    source=_SOURCE,
    bad=(
        {"buyer_address": "77 Harbor Way, Toledo OH 43604"},
        {"buyer_address": None},
        {"buyer_address": "9 Mill Ln., Dayton, Ohio 45402"},
    ),
    good=({}, {"buyer_address": "9 Mill Lane, Dayton OH 45402"}, {"fact:seller.address": None}),
)
def buyer_address_differs(seen: Seen) -> Iterator[Said]:
    """The buyer's address is not the address of the account.

    Amazon compares it with the address in your account. A warehouse or a former address needs a word of explanation
    and a document that ties it to you.
    """
    account, address = seen.account_address, seen.field("buyer_address")
    if address is None:
        if seen.doubtful("buyer_address") is None:
            yield Said(
                "No address of the buyer was found on it.",
                "It must show the address in your Amazon account; if it does not, ask the supplier to issue it again.",
                (),
                "warning",
            )
        return
    if not account:
        return
    found = same_address(account, address.value)
    if found.same is False:
        yield Said(
            f"The buyer's address is “{address.value}”, the account's “{account}”.",
            "Ask the supplier to issue the invoice to that address, or show what the other address is to you.",
            (address,),
        )
    elif found.same is None and (found.lacking or found.other):
        rest = listed([f"“{word}”" for word in (*found.lacking, *found.other)])
        yield Said(
            f"The buyer's address “{address.value}” was taken for “{account}”, though {rest} stands on one side only.",
            "",
            (address,),
            "note",
        )
    elif found.taken:
        pairs = listed([f"“{one}” and “{other}”" for one, other in found.taken])
        yield Said(
            f"The address “{address.value}” was taken for “{account}”: {pairs} as equal.", "", (address,), "note"
        )
