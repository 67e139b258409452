"""GR22: a figure that differs from the document it cites."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.rule import Example, Hit, rule, short


@rule(
    "GR22",
    "differs-from-exhibit",
    level="error",
    source="Evidence that does not support the story sinks an appeal: the reader holds each figure against the document",
    bad=(
        Example("Corrective actions: on 6 May 2026 we received invoice HL-2213 (invoice-hl-2231.pdf).", case="plan"),
        Example(
            "Corrective actions: the invoice shows 430 units of ASIN B0C1234567 (Exhibit A, invoice-hl-2231.pdf).",
            case="plan",
        ),
    ),
    good=(
        Example("Corrective actions: on 6 May 2026 we received invoice HL-2231 (invoice-hl-2231.pdf).", case="plan"),
        Example(
            "Corrective actions: the invoice shows 340 units of ASIN B0C1234567 (Exhibit A, invoice-hl-2231.pdf).",
            case="plan",
        ),
    ),
)
def differs_from_exhibit(draft: Draft) -> Iterator[Hit]:
    """A figure that differs from the document that the sentence cites.

    The number, the day or the quantity on the page is another than the one in the letter. The reader at Amazon looks
    it up. Correct the letter, or cite the document that says it; never change the document.
    """
    if draft.case is None:
        return
    from amends.review.grounding.papers import unlike

    for found in unlike(draft):
        yield Hit(
            found.span,
            f"“{short(found.span.quote, 40)}” here; the document says {short(found.says, 50)}. Correct the letter.",
            (found.related,),
        )
