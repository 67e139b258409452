"""EV08: a document that Amazon does not take as proof of supply."""

from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.grounding.enclosures import refused
from amends.review.rule import Hit, rule, short


@rule(
    "EV08",
    "refused-document",
    level="warning",
    confidence="medium",
    source=(
        "Seller Forums staff post 8be798a9 (invoice requirements): receipts, order confirmations, packing slips, pro-forma "
        "invoices are not accepted"
    ),
    bad=(
        "We attach the Walmart receipts and the order confirmation of our purchase.",
        "The invoice is in bill.pdf, with the prices blacked out.",
        "The chat with the factory on WeChat, chat.jpg, is our invoice.",
    ),
    good=(
        "The attorney acknowledged receipt on 19 August 2026 (acknowledgement.png).",
        "Invoice hl-2231.pdf of 3 March 2026; delivery notes with the carrier's proof of delivery: notes.pdf.",
        "The supplier's invoice HL-2231 of 3 March 2026 covers 340 units (hl-2231.pdf).",
        "Root cause: on 3 May 2026 our file held a quotation and a purchase order, but no invoice for 200 of 260 units.",
    ),
)
def refused_document(draft: Draft) -> Iterator[Hit]:
    """A document that Amazon does not take as proof of supply.

    For authenticity Amazon takes invoices of completed purchases from a supplier it can verify, whole and unchanged.
    Retail receipts, order confirmations, packing slips, quotes, pro-forma invoices, chats, screenshots and edited or
    locked files are refused, and sending them costs an attempt. Ask the supplier for the invoice.
    """
    for statement in draft.statements:
        hit = refused(draft, statement)
        if hit is None:
            continue
        start, end = statement.between(*hit)
        quote = draft.text[start:end]
        yield Hit(
            Span(start, end, quote),
            f"“{short(quote, 48)}”: Amazon does not take this as proof of supply. Ask the supplier for the invoice of the "
            "completed purchase.",
        )
