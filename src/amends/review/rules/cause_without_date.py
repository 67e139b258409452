"""RC05: a root cause without a date."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.explanation.causes import stated
from amends.review.letter import parts
from amends.review.position.purpose import is_plan
from amends.review.rule import Hit, rule

# The story above the cause may hold its days.
_SPAN = 2


@rule(
    "RC05",
    "cause-without-date",
    level="warning",
    letters=("plan",),
    source=(
        "Guide to the plan of action: provide dates for each section; guide: explanation with "
        "dates, ASINs and factual details"
    ),
    bad=("Root cause: ASIN B0C1234567 was listed under a brand for which we hold no letter of authorization.",),
    good=("Root cause: from 3 March 2026 ASIN B0C1234567 was listed under a brand for which we hold no letter.",),
)
def cause_without_date(draft: Draft) -> Iterator[Hit]:
    """A root cause without a date.

    The reader wants to see when it began, when it was found and which orders fall between. One or two dates show
    that you looked.
    """
    found = draft.of(parts.CAUSE)
    place = stated(draft)
    above = [part for part in draft.of(parts.OPENING) if draft.dates_in(part) and len(draft.dates_in(part)) >= _SPAN]
    if is_plan(draft) and place is not None and not any(draft.dates_in(part) for part in (*found, *above)):
        yield Hit(place, "The root cause gives no date. Say when it began and when you found it.")
