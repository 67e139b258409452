"""GR06: a person or company that the case does not know."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.grounding.grounds import grounds
from amends.review.rule import Example, Hit, rule, short


@rule(
    "GR06",
    "name-not-in-case",
    level="warning",
    confidence="medium",
    source="Never send facts that are not true; a name of another case is the mark of a reused plan",
    bad=(
        Example(
            "Preventive measures: each invoice is checked by Martin Oakes before ASIN B0C1234567 goes live.",
            case="plan",
        ),
        Example("Birsh & Fern Trading LLC listed ASIN B0C1234567 without an invoice.", case="plan"),
    ),
    good=(
        Example(
            "Preventive measures: each invoice is checked by Dana Ruiz before ASIN B0C1234567 goes live.", case="plan"
        ),
        Example("Birch & Fern Trading LLC listed ASIN B0C1234567 without an invoice.", case="plan"),
    ),
)
def name_not_in_case(draft: Draft) -> Iterator[Hit]:
    """A name without a source.

    No fact, notice or exhibit has this name. It may be mistyped, or left over from another plan. Your own name and
    those of suppliers stand as they do in the account and on the documents, letter by letter.
    """
    if grounds(draft) is None:
        return
    from amends.review.grounding.instead import of_the_case
    from amends.review.grounding.said import NAME
    from amends.review.grounding.strange import names

    for span in names(draft):
        said, related = of_the_case(draft, span, NAME)
        yield Hit(
            span,
            f"The case does not know “{short(span.quote, 40)}”{said}. Check the name, or answer with its source.",
            related,
        )
