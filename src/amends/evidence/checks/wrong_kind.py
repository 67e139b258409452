"""Documents that are not what Amazon wants, however much they look like it."""

from __future__ import annotations

from collections.abc import Iterator

from amends.evidence.check import Said, check
from amends.evidence.seen import Seen
from amends.model.reading import SURE
from amends.needed import INVOICES


@check(
    "DC08",
    "wrong-kind",
    level="error",
    source="Seller Forums c16ef217 and 208f8686 (staff): completed purchases, no quotes, receipts or pro-forma",
    bad=({"kind": "pro-forma-invoice", "because": "PROFORMA INVOICE"},),
    good=({}, {"kind": "letter-of-authorization"}),
)
def wrong_kind(seen: Seen) -> Iterator[Said]:
    """A paper that sellers often send for an invoice, and that Amazon refuses.

    Amazon wants the invoice of a completed purchase. What announces, offers, accompanies or pays for a purchase is
    not it. Ask the supplier for the invoice itself.
    """
    reading = seen.reading
    document = seen.catalog.documents.get(reading.kind)
    if document is None or reading.kind_confidence < SURE or reading.kind in INVOICES:
        return
    wanted = document.mistaken_for
    if not wanted:
        return
    title = seen.catalog.documents[wanted[0]].title.lower() if wanted[0] in seen.catalog.documents else "invoice"
    told = f" (“{reading.because}”)" if reading.because else ""
    yield Said(
        f"This is a {document.title.lower()}{told}; Amazon wants a {title}.",
        document.obtain or "Ask the supplier for the invoice of the completed purchase.",
    )


@check(
    "DC09",
    "kind-unlike-told",
    level="warning",
    source="Seller Forums c16ef217 (staff): each demand takes its own kinds of documents",
    bad=({"told": "letter-of-authorization"},),
    good=({}, {"told": "unknown"}, {"told": "distributor-invoice"}),
)
def kind_unlike_told(seen: Seen) -> Iterator[Said]:
    """What the file is called and what stands in it are two kinds of document."""
    reading, told = seen.reading, seen.exhibit.kind
    known = seen.catalog.documents
    if told == reading.kind or told not in known or reading.kind not in known or reading.kind_confidence < 0.7:
        return
    if {told, reading.kind} <= set(INVOICES) or known[reading.kind].mistaken_for:
        return
    yield Said(
        f"It was added as {known[told].title.lower()}, but reads like a {known[reading.kind].title.lower()}"
        f"{f' (“{reading.because}”)' if reading.because else ''}.",
        "Look at it, and say what it is with --kind.",
    )
