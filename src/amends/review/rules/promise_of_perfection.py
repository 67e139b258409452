"""PM07: a promise that nothing will ever go wrong."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.measures.perfection import perfect
from amends.review.measures.promises import quoted
from amends.review.rule import Hit, rule, short


@rule(
    "PM07",
    "promise-of-perfection",
    level="warning",
    source="Guide: a system, not a promise; practitioners on credibility of prevention",
    bad=(
        "Preventive measures:\n- We have zero tolerance to incidents and every product that leaves our warehouse is perfectly safe.",
        "We guarantee that this will never happen again.",
        "We promise never to sell this brand again, 100% sure.",
        "Preventive measures: each and every parcel will be flawless.",
    ),
    good=(
        (
            "If the order defect rate passes 0.5 %, Dana Ruiz pauses the listing the same day and notes why in "
            "odr-log.xlsx."
        ),
        "From 4 May 2026, 100 % of units are inspected.",
        "On 11 June 2026 we checked every one of the 46 jars; none was past its date.",
    ),
)
def promise_of_perfection(draft: Draft) -> Iterator[Hit]:
    """A promise of perfection.

    Nobody can promise that something will never happen again, and the reader knows it. What can be promised is a
    check that finds it early. Say which threshold triggers what, instead of never.
    """
    for statement in draft.statements:
        if perfect(draft, statement) and not quoted(statement):
            yield Hit(
                statement,
                f"“{short(statement.text, 48)}” promises perfection, which no reader believes. Name the check, its "
                "threshold and what it triggers.",
            )
