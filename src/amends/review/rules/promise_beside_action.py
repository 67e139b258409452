"""AC04: a promise mixed into a completed action."""

from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.measures.deeds import completed
from amends.review.measures.points import actions
from amends.review.measures.prospects import announced
from amends.review.rule import Hit, rule, short


@rule(
    "AC04",
    "promise-beside-action",
    level="warning",
    letters=("plan",),
    confidence="medium",
    source="Guide: future promises are secondary to completed actions",
    bad=(
        "Corrective actions:\n- On 3 May 2026 we removed the listing and we will refund the buyers.",
        "Corrective actions:\n- On 3 May 2026 our clerk changed the address; the number he changes once the contract begins.",
    ),
    good=(
        "Corrective actions:\n- On 3 May 2026 I raised the price by 80p; the rest comes out of my margin (price.png).",
        (
            "Corrective actions:\n- On 3 May 2026 our IT lead set up two-step verification; a login without the code will "
            "be refused by the system (codes.png)."
        ),
        (
            "Corrective actions:\n- On 3 May 2026 we removed the listing and refunded 12 buyers, which "
            "will show on their cards by 9 May."
        ),
    ),
)
def promise_beside_action(draft: Draft) -> Iterator[Hit]:
    """A promise beside a completed action.

    The point begins with something done and ends with something promised. The reader cannot tell which is which.
    Finish it, or move the promise to the preventive measures with its owner and date.
    """
    for item in actions(draft):
        if not completed(draft, item):
            continue
        for statement, first, last in announced(draft, item):
            start, end = statement.between(first, last)
            quote = draft.text[start:end]
            yield Hit(
                Span(start, end, quote),
                f"“{short(quote, 56)}” is a promise beside what was done. Finish it or move it to prevention.",
            )
