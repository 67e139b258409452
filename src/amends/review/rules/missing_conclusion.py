"""ST10: no conclusion."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.letter import parts
from amends.review.position.purpose import is_plan
from amends.review.rule import Hit, rule


@rule(
    "ST10",
    "missing-conclusion",
    level="note",
    source=(
        "Guide to the plan of action: end with the time frame, from when the plan is effective "
        "and by when it is complete"
    ),
    bad=(
        (
            "Root cause: nobody compared.\n\nActions taken:\n- On 3 May 2026 we closed "
            "two.\n\nPrevention:\n- Each Monday Dana Ruiz compares."
        ),
    ),
    good=(
        (
            "Root cause: nobody compared listings.\n\nConclusion: this plan is effective from 3 May 2026 "
            "and complete by 1 June 2026."
        ),
    ),
)
def missing_conclusion(draft: Draft) -> Iterator[Hit]:
    """No time frame at the end.

    One closing sentence says from which day the plan is in effect and by which day the last measure runs. Both
    follow from the dates above.
    """
    if (
        is_plan(draft)
        and len(draft.of(parts.CAUSE, parts.DONE, parts.MEASURES, parts.MIXED)) >= 2
        and not draft.of(parts.CONCLUSION)
    ):
        yield Hit(
            draft.ending,
            "No time frame at the end. Say from which day the plan is in effect and by when it is complete.",
        )
