"""GR18: a value of the case that the case says of something else."""

from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.rule import Example, Hit, rule, short

_SURE = 0.8


@rule(
    "GR18",
    "contradicts-case",
    level="error",
    confidence="medium",
    source="Contradictions end an appeal: the reader holds the letter against the documents and the notice",
    bad=(
        Example("Corrective actions: on 6 May 2026 the stock was stopped: 340 units of ASIN B0C1234567.", case="plan"),
    ),
    good=(
        Example("Corrective actions: on 4 May 2026 the stock was stopped: 340 units of ASIN B0C1234567.", case="plan"),
    ),
)
def contradicts_case(draft: Draft) -> Iterator[Hit]:
    """A value that the case says of something else.

    The case knows this day, number or name, but tells another one of what this sentence is about. One of them is
    wrong: correct the letter, or answer the question of the case again.
    """
    if draft.case is None:
        return
    from amends.review.grounding.citing import fact_related, instead, source_in_words
    from amends.review.grounding.nearest import misplaced
    from amends.review.grounding.retold import differences
    from amends.review.grounding.strange import unknown_at

    done: set[int] = set()
    for difference in differences(draft):
        start, end = difference.start, difference.end
        if unknown_at(draft, start, end):
            continue
        done.update(range(start, end))
        quote = draft.text[start:end]
        what, related = instead(draft, difference)
        sure = difference.retold.share >= _SURE
        yield Hit(
            Span(start, end, quote),
            f"“{short(quote, 40)}” here; {what}. Correct one of them.",
            related,
            level=None if sure else "warning",
        )
    for place, fact, value in misplaced(draft):
        if place.start not in done:
            yield Hit(
                place,
                f"“{short(place.quote, 40)}” here; the case says {short(value, 40)} ({source_in_words(fact.source)})."
                " Correct one of them.",
                (fact_related(draft, fact),),
                level="warning",
            )
