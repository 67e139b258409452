"""GR08: a weekday that does not fit its date."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.rule import Hit, rule, short

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@rule(
    "GR08",
    "wrong-weekday",
    level="error",
    source="The calendar; guide: specific dates for every action",
    bad=("On Monday, 5 May 2026 we closed both listings.",),
    good=("On Tuesday, 5 May 2026 we closed both listings.",),
)
def wrong_weekday(draft: Draft) -> Iterator[Hit]:
    """A weekday that does not fit its date.

    Either the day or the date is wrong, and the reader cannot know which. Look it up, or leave the weekday out.
    """
    for found in draft.dates:
        if found.weekday and found.date is not None:
            right = _DAYS[found.date.weekday()]
            if not right.lower().startswith(found.weekday.lower()[:3]):
                yield Hit(found.span, f"“{short(found.span.quote, 40)}” was a {right}. Correct the day or the date.")
