"""GR08: a weekday that does not fit its date."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.letter import weekdays
from amends.review.rule import Hit, rule, short


@rule(
    "GR08",
    "wrong-weekday",
    level="error",
    source="The calendar; guide: specific dates for every action",
    bad=(
        "On Monday, 5 May 2026 we closed both listings.",
        "On 5 May 2026 (Monday) we closed both listings.",
        "5 May 2026 was a Monday, and we closed both listings.",
        "Monday's count (5 May 2026) found 9 units.",
        "We counted over the weekend of 5 and 6 May 2026.",
    ),
    good=(
        "Every Monday since 5 May 2026 she counts the boxes.",
        "On Tuesday, 5 May 2026 we closed both listings.",
        "On 5 May 2026, Tuesday, we closed both listings. It was read from 5 May 2026, Monday to Friday.",
    ),
)
def wrong_weekday(draft: Draft) -> Iterator[Hit]:
    """A weekday that does not fit its date.

    Either the day or the date is wrong, and the reader cannot know which. Look it up, or leave the weekday out.
    """
    for found, day, weekday in weekdays.told(draft):
        right = weekdays.DAYS[day.weekday()]
        if day.weekday() not in weekday.days:
            said = f"not {weekday.name}" if weekday.name else "another day"
            yield Hit(found, f"“{short(found.quote, 40)}” was a {right}, {said}. Correct the day or the date.")
