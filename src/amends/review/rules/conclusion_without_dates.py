"""ST11: a conclusion that gives no dates."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.letter import parts
from amends.review.position.purpose import is_plan
from amends.review.rule import Hit, rule


@rule(
    "ST11",
    "conclusion-without-dates",
    level="note",
    source="Guide to the plan of action: the conclusion gives the time frame of the dates named above",
    bad=("Root cause: nobody compared listings.\n\nConclusion: all of this is in place now and we ask for review.",),
    good=("Root cause: nobody compared listings.\n\nConclusion: effective from 3 May 2026, complete by 1 June 2026.",),
)
def conclusion_without_dates(draft: Draft) -> Iterator[Hit]:
    """A conclusion without its dates.

    Say from which day the plan is in effect (the first date above) and by which day it is complete (the last).
    """
    found = draft.of(parts.CONCLUSION)
    if found and is_plan(draft) and not any(draft.dates_in(part) for part in found):
        yield Hit(
            found[0].place,
            "The conclusion gives no date. Say from when the plan is in effect and by when it is complete.",
        )
