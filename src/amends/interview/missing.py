"""“I do not have this” is an answer: how it is recognised, and what helps then."""

from __future__ import annotations

from collections.abc import Mapping

from amends.playbook import Catalog, Document, Slot
from amends.text import folded, one_line

_PLAIN = frozenset(
    ("none", "missing", "n/a", "not available", "do not have", "don't have", "dont have", "no have", "not have")
)
_SAID = tuple(
    f"{who} {do} {what}"
    for who in ("i", "we")
    for do in ("do not", "don't", "dont")
    for what in ("have this", "have it", "have that", "have any", "know")
)
_JOINTS = (":", " because ", ", because ", " - ", ", ", ". ", " since ")
_LONGEST_REASON = 300


def reason(raw: object) -> str | None:
    """The reason when an answer says that the seller does not have this ("" when it gives none), else None.

    A person writes “none” or “I do not have this: the supplier closed”; a file writes `{missing: why}`.
    """
    if isinstance(raw, Mapping):
        if set(raw) != {"missing"}:
            return None
        why = raw["missing"]
        return one_line(str(why), _LONGEST_REASON) if why not in (None, True) else ""
    if not isinstance(raw, str):
        return None
    said = folded(" ".join(raw.split()))
    plain = said.strip(" .!")
    if plain in _PLAIN:
        return ""
    for words in _SAID:
        if plain == words:
            return ""
        if not said.startswith(words):
            continue
        rest = " ".join(raw.split())[len(words) :]
        joint = next((joint for joint in _JOINTS if rest.startswith(joint)), None)
        if joint is not None:
            return one_line(rest[len(joint) :], _LONGEST_REASON)
    return None


_HELP: Mapping[str, str] = {
    "date": "The day stands in the e-mail or order confirmation of that step, in the case log of Seller Central, or in "
    "the history of the listing or removal order.",
    "period": "The first and the last day stand in your order report or in the invoices of that time.",
    "asin": "The ASIN stands on the product page and in Manage All Inventory.",
    "asins": "The ASINs stand in the notice, on Account Health, and in Manage All Inventory.",
    "order": "The order number stands in Manage Orders.",
    "orders": "The order numbers stand in Manage Orders and in the order report; on Account Health each defect names "
    "its order.",
    "count": "The number can be counted in the inventory, order or removal report of Seller Central.",
    "money": "The amount stands in the invoice, or in the payments report of Seller Central.",
    "rate": "The rate stands on Account Health, with the period it is counted over.",
    "party": "Name, address and phone stand on the invoice, in the e-mail signature, or in the public company "
    "register.",
    "person": "The role alone is not enough; name who does it, even if that is you.",
    "id": "The number stands in the e-mail or on the page of that step in Seller Central.",
    "ids": "The numbers stand in the e-mails or on the pages of these steps in Seller Central.",
    "url": "Copy the address from the browser while the page is open.",
    "cadence": "If there is no rhythm yet, decide on one that you will keep, and give a day on which it begins.",
    "exhibit": "A screenshot of the page in Seller Central that shows it often serves.",
    "exhibits": "A screenshot of the page in Seller Central that shows it often serves.",
}


_MUST = {
    "enforcement": "choose one; if the notice gives no reason, choose “unspecified”",
    "route": "choose one of the kinds of answer",
}
_POSITION = (
    "this decides what the letter says; look at the orders, listings or accounts that the notice names, then choose "
    "what your records show"
)


def must(kind: str) -> str:
    """What helps with a question that nothing can go on without; `kind` is the kind of its topic."""
    return _MUST.get(kind, _POSITION)


def for_slot(slot: Slot) -> tuple[str, ...]:
    """Where the answer to a slot can be found, and what happens without it."""
    found = (_HELP[slot.type],) if slot.type in _HELP else ()
    if slot.optional:
        return (*found, "Leave it out if you do not have it.")
    return (*found, "Without it this sentence stays out, and the plan shows the gap. It is not made up.")


def for_documents(kinds: tuple[str, ...], catalog: Catalog) -> tuple[str, ...]:
    """How to get these kinds of document, and what else would serve."""
    lines: list[str] = []
    for document in (catalog.documents[kind] for kind in kinds if kind in catalog.documents):
        lines.append(f"{document.title}: {document.obtain}")
        serving = instead(document, catalog)
        if serving:
            lines.append(f"Instead of it would serve: {', '.join(other.title for other in serving)}.")
    return tuple(dict.fromkeys(lines))


def instead(document: Document, catalog: Catalog) -> tuple[Document, ...]:
    """The kinds of document that would serve in place of this one."""
    return tuple(catalog.documents[kind] for kind in document.instead if kind in catalog.documents)
