"""GR05: an ASIN, order or other number that the case does not know."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.rule import Example, Hit, rule, short


@rule(
    "GR05",
    "identifier-not-in-case",
    level="error",
    source="Never send facts that are not true; an identifier of another case is the mark of a reused plan",
    bad=(Example("Root cause: ASIN B0C7654321 was live without an invoice.", case="plan"),),
    good=(Example("Root cause: ASIN B0C1234567 was live without an invoice.", case="plan"),),
)
def identifier_not_in_case(draft: Draft) -> Iterator[Hit]:
    """An identifier without a source.

    Neither the notice nor any fact or exhibit has it. It may be mistyped, or left over from another plan.
    """
    known = draft.grounds
    if known is None:
        return
    for identifier in draft.identifiers:
        if not identifier.masked and identifier.value.casefold() not in known.words:
            kind = {"asin": "ASIN", "fnsku": "FNSKU"}.get(identifier.kind, identifier.kind)
            yield Hit(
                identifier.span,
                f"The case does not know {kind} {short(identifier.value, 30)}. Check it against the notice.",
            )
