"""GR03: a date that the case does not know."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.grounding.grounds import grounds
from amends.review.rule import Example, Hit, rule, short


@rule(
    "GR03",
    "date-not-in-case",
    level="error",
    source="Never send facts that are not true; every date in the plan has a source in the case",
    bad=(Example("Corrective actions: on 9 May 2026 we stopped 340 units of ASIN B0C1234567.", case="plan"),),
    good=(Example("Corrective actions: on 4 May 2026 we stopped 340 units of ASIN B0C1234567.", case="plan"),),
)
def date_not_in_case(draft: Draft) -> Iterator[Hit]:
    """A date without a source.

    No fact, notice or exhibit of the case gives this day. Correct it, or put the fact into the case with its source.
    """
    if grounds(draft) is None:
        return
    from amends.review.grounding.instead import of_the_case
    from amends.review.grounding.said import DAY
    from amends.review.grounding.strange import days

    for found in days(draft):
        said, related = of_the_case(draft, found.span, DAY)
        yield Hit(
            found.span,
            f"The case does not know {short(found.span.quote, 30)}{said}. Correct it, or answer with its source.",
            related,
        )
