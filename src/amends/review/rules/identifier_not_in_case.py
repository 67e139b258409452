"""GR05: an ASIN, order or other number that the case does not know."""

from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.grounding.grounds import grounds
from amends.review.rule import Example, Hit, rule, short

_MOST, _SHOWN = 10, 3
_KINDS = {"asin": "ASIN", "fnsku": "FNSKU", "number": "the number"}


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
    if grounds(draft) is None:
        return
    from amends.review.grounding.instead import of_the_case
    from amends.review.grounding.said import ID
    from amends.review.grounding.strange import identifiers

    sentences: dict[int, list[tuple[str, Span]]] = {}
    for kind, span in identifiers(draft):
        statement = draft.statement_at(span.start)
        sentences.setdefault(statement.start if statement is not None else -1, []).append((kind, span))
    for strange in sentences.values():
        if len(strange) > _MOST:
            first, last = strange[0][1], strange[-1][1]
            named = ", ".join(short(span.quote, 30) for _, span in strange[:_SHOWN])
            yield Hit(
                Span(first.start, last.end, draft.text[first.start : last.end]),
                f"The case does not know {len(strange):,} of the numbers here: {named} and others. Check them against "
                "the notice.",
            )
            continue
        for kind, span in strange:
            said, related = of_the_case(draft, span, ID)
            yield Hit(
                span,
                f"The case does not know {_KINDS.get(kind, kind)} {short(span.quote, 30)}{said}. "
                "Check it against the notice.",
                related,
                level="warning" if kind == "number" and not related else None,
            )
