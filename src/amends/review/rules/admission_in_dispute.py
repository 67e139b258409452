"""SU02: an admission in a dispute."""

from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.position.conceding import told_against
from amends.review.position.denial import denied
from amends.review.position.purpose import DISPUTE, is_plan, purpose, refuses
from amends.review.position.stance import concessions, disputes
from amends.review.rule import Example, Hit, rule, short


@rule(
    "SU02",
    "admission-in-dispute",
    level="error",
    confidence="medium",
    source="Amazon's form keeps the branches apart: a dispute says why the enforcement is an error and shows it",
    bad=(
        Example("ASIN B0C1234567 was removed in error. We take full responsibility.", case="dispute"),
        Example("The invoice is genuine. We only changed the date a little.", case="dispute"),
        Example(
            "ASIN B0C1234567 was removed in error. On 12 May 2026 the listing manager took the mark out of our title.",
            case="dispute",
        ),
        "We dispute the finding and ask you to reverse it. I grant you that our designer copied the drawing.",
        (
            "The invoice is genuine and we contradict your decision. It is correct that I have changed the address in the PDF.\n\nCorrective actions:\n- On 7 May 2026 I sent the original."
        ),
    ),
    good=(
        Example(
            "ASIN B0C1234567 was removed in error; invoice-hl-2231.pdf shows the purchase.",
            case="dispute",
        ),
    ),
)
def admission_in_dispute(draft: Draft) -> Iterator[Hit]:
    """An admission in a dispute.

    A dispute says that Amazon erred and shows it. One sentence of guilt turns it into a plan without a plan. Take
    it out, or change the route.
    """
    routed = draft.case is not None and draft.case.route is not None
    dispute = not is_plan(draft) and (disputes(draft) or (not routed and purpose(draft) == DISPUTE))
    if not dispute and (routed or not refuses(draft)):
        return
    told = set()
    for statement, first, last in concessions(draft):
        told.add(statement.start)
        start, end = statement.between(first, last)
        quote = draft.text[start:end]
        yield Hit(
            Span(start, end, quote),
            f"“{short(quote, 50)}” admits what this letter disputes. Take it out, or send a plan instead.",
            level=None if routed else "warning",
        )
    for statement in draft.statements:
        spot = told_against(draft, statement) if statement.start not in told else None
        if spot is None:
            continue
        refused = denied(draft, statement)
        if refused is None or refused.last <= spot.first or spot.last <= refused.first:
            start, end = statement.between(spot.first, spot.last)
            quote = draft.text[start:end]
            yield Hit(
                Span(start, end, quote),
                f"“{short(quote, 50)}”: does this speak against you? Prove it, or leave it out of a dispute.",
                level="note",
            )
