"""SU03: a denial in a plan."""

from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.position.purpose import is_plan
from amends.review.position.stance import admissions, denials
from amends.review.rule import Example, Hit, rule, short


@rule(
    "SU03",
    "denial-in-plan",
    level="warning",
    confidence="medium",
    source="Plans refused for denial (“we never sell used items”); Amazon's form keeps the branches apart",
    bad=(
        Example("Root cause: we have never sold inauthentic items; ASIN B0C1234567 is fine.", case="plan"),
        "Root cause: we did not violate the policy.\n\nCorrective actions:\n- On 3 May 2026 we closed 12 listings.",
        "Root cause: in no way had any of the jars become unsafe.\n\nCorrective actions:\n- On 3 May 2026 we closed 12 listings.",
        "Root cause: calling that drop shipping stretches the word.\n\nCorrective actions:\n- On 3 May 2026 we closed 12 listings.",
        "Root cause: if one may speak of a violation at all.\n\nCorrective actions:\n- On 3 May 2026 we closed 12 listings.",
    ),
    good=(
        "Root cause: the unit was not new, it had come back on 2 May 2026.\n\nCorrective actions:\n- On 3 May 2026 we paid it back.",
        (
            "Root cause: a stranger made 9 listings which are not ours. Our bench had no count of jars against orders, the "
            "label software and the orders were not connected, and we typed the number by hand; one was wrong.\n\nCorrective "
            "actions:\n- On 3 May 2026 we closed 12 listings."
        ),
        "No part of the finding is contested.\n\nRoot cause: no step compared returns.\n\nCorrective actions:\n- On 3 May 2026 we dropped ten jars; none broke.",
        "Root cause: no step compared returns.\n\nCorrective actions:\n- On 3 May 2026 we closed 12 listings.",
        (
            "Root cause: the page made three articles pesticides, and none of the three carries an EPA "
            "registration.\n\nCorrective actions:\n- On 3 May 2026 we closed 3 listings."
        ),
    ),
)
def denial_in_plan(draft: Draft) -> Iterator[Hit]:
    """A denial in a plan.

    A plan says why it happened. If it did not happen, no plan is needed: send a dispute with evidence. Do not send
    both in one letter.
    """
    routed = draft.case is not None and draft.case.route is not None
    if not is_plan(draft) or (not routed and next(admissions(draft), None) is not None):
        return
    for statement, first, last in denials(draft):
        start, end = statement.between(first, last)
        quote = draft.text[start:end]
        yield Hit(
            Span(start, end, quote),
            f"“{short(quote, 50)}” is a denial, and this is a plan. Take it out, or send a dispute.",
        )
