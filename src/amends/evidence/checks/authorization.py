"""Letters of authorisation: from whom, to whom, for what, until when."""

from __future__ import annotations

from collections.abc import Iterator

from amends.dates import written
from amends.evidence.check import Said, check
from amends.evidence.same import same_name
from amends.evidence.seen import Seen
from amends.values import listed

KINDS = ("letter-of-authorization", "brand-authorization", "image-licence")
_LETTER = {
    "kind": "letter-of-authorization",
    "issuer_name": "Oakenfold Home Ltd",
    "holder_name": "Birch & Fern Trading LLC",
    "brands": "Oakenfold",
    "issue_date": "2025-06-01",
    "valid_until": "2026-12-31",
}


@check(
    "DC19",
    "authorization-incomplete",
    level="error",
    kinds=KINDS,
    source="Seller Forums 184cea29, fc2b31a1: a letter of authorization or a license from the owner of the rights",
    bad=({**_LETTER, "issuer_name": None}, {**_LETTER, "holder_name": None}, {**_LETTER, "brands": None}),
    good=(_LETTER,),
)
def authorization_incomplete(seen: Seen) -> Iterator[Said]:
    """The letter does not say who allows whom to sell what.

    A letter counts when it names the owner of the brand, you by your legal name, and the brand or the products.
    """
    wanted = {
        "issuer_name": "who gives it",
        "holder_name": "to whom it is given",
        "brands": "for which brand or products",
    }
    lacking = [words for name, words in wanted.items() if seen.reading.field(name) is None and not (
        name == "brands" and (seen.reading.field("products") or seen.reading.field("asins"))
    )]  # fmt: skip
    if lacking:
        yield Said(
            f"It does not say, or it was not found, {listed(lacking)}.",
            "If it does not stand there, ask for a letter that says it; do not add it yourself.",
            (),
            "warning" if seen.reading.scanned or len(lacking) == len(wanted) else None,
        )


@check(
    "DC20",
    "authorization-for-another",
    level="error",
    kinds=KINDS,
    source="Seller Forums c16ef217 (staff): names equal to those of the account",
    bad=({**_LETTER, "holder_name": "Somebody Else GmbH"},),
    good=(_LETTER, {**_LETTER, "holder_name": "BIRCH AND FERN TRADING LLC"}),
)
def authorization_for_another(seen: Seen) -> Iterator[Said]:
    """The letter is given to somebody who is not you.

    A letter to your supplier is a link of the chain: then you need one from the supplier to you as well.
    """
    holder = seen.field("holder_name")
    if holder is None or not seen.account_name:
        return
    if same_name(seen.account_name, holder.value).same is False:
        yield Said(
            f"It is given to “{holder.value}”, not to “{seen.account_name}”.",
            "If that is your supplier, add the supplier's letter to you; else ask for one in your legal name.",
            (holder,),
        )


@check(
    "DC21",
    "no-longer-valid",
    level="error",
    source="Seller Forums a314ae30 (staff): papers hold on the day of the review",
    bad=({**_LETTER, "valid_until": "2026-01-31"}, {"kind": "compliance-certificate", "valid_until": "2025-12-01"}),
    good=(_LETTER, {**_LETTER, "valid_until": ("2025-01-01", 0.3)}),
)
def no_longer_valid(seen: Seen) -> Iterator[Said]:
    """The document ended before the notice came."""
    found = seen.day("valid_until")
    if found and seen.received and found[0] < seen.received:
        yield Said(
            f"It was valid until {written(found[0])}, before the notice of {written(seen.received)}.",
            "Ask for one that is valid now.",
            (found[1],),
        )
