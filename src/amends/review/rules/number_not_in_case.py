"""GR04: a figure that the case does not know."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.grounding.grounds import grounds
from amends.review.rule import Example, Hit, rule, short


@rule(
    "GR04",
    "number-not-in-case",
    level="error",
    source="Never send facts that are not true; every figure in the plan has a source in the case",
    bad=(Example("Corrective actions: on 4 May 2026 we stopped 430 units of ASIN B0C1234567.", case="plan"),),
    good=(
        Example("Corrective actions: on 4 May 2026 we stopped 340 units of ASIN B0C1234567 (Exhibit A).", case="plan"),
    ),
)
def number_not_in_case(draft: Draft) -> Iterator[Hit]:
    """A figure without a source.

    No fact, notice or exhibit of the case has this number. Correct it, or put the fact into the case with its source.
    """
    if grounds(draft) is None:
        return
    from amends.review.grounding.instead import of_the_case
    from amends.review.grounding.said import NUMBER
    from amends.review.grounding.strange import figures, lengths

    for span in figures(draft):
        said, related = of_the_case(draft, span, NUMBER)
        yield Hit(
            span,
            f"The case does not know the number {short(span.quote, 20)}{said}. Correct it, or answer with its source.",
            related,
        )
    for span in lengths(draft):
        said, related = of_the_case(draft, span, NUMBER)
        yield Hit(
            span,
            f"The case does not know “{short(span.quote, 30)}”{said}. Correct it, or answer with its source.",
            related,
            level="warning",
        )
