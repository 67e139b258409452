"""What a sentence is about, in the terms of the trade: which measure can answer which cause.

A measure answers a cause when both speak of the same matter (invoices, labels, expiry dates, parcels, …), of the same
product, or with the same uncommon words. Words that every plan uses tell nothing.
"""

from __future__ import annotations

from amends.review.language.words import MASKED
from amends.review.letter.pieces import once
from amends.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.letter.pieces import Item, Statement

MATTERS = {
    "sourcing": "invoice invoices supplier suppliers vendor wholesaler distributor manufacturer factory purchase "
    "purchased purchasing bought buy buying sourcing sourced supply chain trader importer order-form letterhead",
    "authorisation": "authorisation authorization authorised authorized licence license licensed permission brand "
    "brands trademark trademarks trade mark marks logo uspto euipo ukipo rights owner infringement patent",
    "images": "image images photo photos picture pictures photograph copyright photographer design artwork motif",
    "page": "title titles bullet bullets description detail page listing listings attribute attributes claim claims "
    "keyword keywords category wording text catalogue catalog browse size chart template draft feed upload sheet",
    "condition": "used new opened seal seals sealed unsealed return returns returned resellable resold grading grade "
    "condition scratched refurbished box boxes inspection inspect inspected demonstration",
    "expiry": "expiry expiration expired expire lot lots batch shelf life fefo best-before date-code rotation",
    "packing": "packaging packed packing pack packer packers carton cartons foam padding breakage broken damaged drop "
    "bench label labels labelled labeled barcode barcodes fnsku insert inserts wrong mix mixed swapped pick picked",
    "dispatch": "late dispatch dispatched shipment shipments shipped ship shipping handling time vacation holiday "
    "cut-off pick-up pickup collection carrier courier tracking parcel parcels unshipped confirm confirmed scan "
    "delivery delivered warehouse shift backlog capacity peak",
    "stock": "stock inventory quantity sync synchronised synchronized synchronisation oversold cancelled cancellation "
    "cancellations cancel quantities count counted buffer",
    "service": "message messages inbox reply replies answered claims refund refunds a-to-z chargeback chargebacks "
    "complaint complaints customer-service feedback",
    "access": "login logins user users password account accounts access permission permissions two-step device devices "
    "address register registered registration employee former ip",
    "reviews": "review reviews rating ratings incentive incentives voucher card cards insert gift free rank ranking",
    "price": "price prices pricing repricer repricing ceiling maximum minimum",
    "variation": "variation variations parent child children family families theme multipack multipacks bundle",
    "safety": "safety test tests tested testing laboratory lab certificate certificates compliance ingredient "
    "ingredients sds hazard hazardous restricted prohibited pesticide recall standard standards defect defects "
    "defective quality",
    "drop-shipping": "drop-shipping dropshipping retailer slip slips packing-slip third-party store stores",
    "records": "record records archive file files folder documentation paperwork",
}
_MATTER_OF: dict[str, set[str]] = {}
for _name, _words in MATTERS.items():
    for _word in _words.split():
        _MATTER_OF.setdefault(_word, set()).add(_name)
_COMMON = frozenset(
    "about above after again against amazon asin asins because before being below between brought check checked "
    "checks cause could dated doing during every first found further given having january february march april june "
    "july august september october november december monday tuesday wednesday thursday friday saturday sunday daily "
    "weekly monthly quarterly month months where which while whose would should their there these those three through "
    "under until within without other others manager owner office since signs signed keeps entered enters compares "
    "compared month's number numbers order orders buyer buyers customer customers product products seller central "
    "notice email units piece pieces sheet register record records report later still makes order's action actions "
    "measure measures preventive corrective root problem issue complaint".split()
)
_LONG = 5


def matters(item: Item) -> frozenset[str]:
    """The matters of the trade that an item speaks of."""
    return frozenset[str]().union(*map(_matters, item.statements))


def uncommon(item: Item) -> frozenset[str]:
    """The stems of the words of an item that most plans do not use."""
    return frozenset[str]().union(*map(_uncommon, item.statements))


@once
def _matters(statement: Statement) -> frozenset[str]:
    return frozenset(name for word in statement.words for name in _MATTER_OF.get(word, ()))


@once
def _uncommon(statement: Statement) -> frozenset[str]:
    return frozenset(
        word[:6]
        for word in statement.words
        if len(word) >= _LONG and word != MASKED and word.isalpha() and word not in _COMMON
    )


def answers(draft: Draft, measure: Item, cause: Item) -> bool:
    """Whether a measure speaks of what a cause speaks of."""
    return any(
        not here.isdisjoint(there) for here, there in zip(_spoken(draft, measure), _spoken(draft, cause), strict=True)
    )


def _spoken(draft: Draft, item: Item) -> tuple[frozenset[str], ...]:
    """The matters, uncommon words and identifiers of an item, found once a letter."""
    key = f"topics {item.start}"
    if key not in draft.memo:
        named = frozenset(identifier.value for identifier in draft.identifiers_in(item))
        draft.memo[key] = (matters(item), uncommon(item), named)
    return cast("tuple[frozenset[str], ...]", draft.memo[key])
