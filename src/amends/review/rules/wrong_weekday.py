"""GR08: a weekday that does not fit its date."""

import re
from collections.abc import Iterator

from amends.dates import Found
from amends.review.document import Draft
from amends.review.rule import Hit, rule, short

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@rule(
    "GR08",
    "wrong-weekday",
    level="error",
    source="The calendar; guide: specific dates for every action",
    bad=(
        "On Monday, 5 May 2026 we closed both listings.",
        "On 5 May 2026 (Monday) we closed both listings.",
        "5 May 2026 was a Monday, and we closed both listings.",
    ),
    good=(
        "On Tuesday, 5 May 2026 we closed both listings.",
        "On 5 May 2026, Tuesday, we closed both listings. It was read from 5 May 2026, Monday to Friday.",
    ),
)
def wrong_weekday(draft: Draft) -> Iterator[Hit]:
    """A weekday that does not fit its date.

    Either the day or the date is wrong, and the reader cannot know which. Look it up, or leave the weekday out.
    """
    taken = {found.span.start for found in draft.dates}
    for found in draft.dates:
        weekday = found.weekday or _beside(draft, found, taken)
        if weekday and found.date is not None:
            right = _DAYS[found.date.weekday()]
            if not right.lower().startswith(weekday.lower()[:3]):
                yield Hit(found.span, f"“{short(found.span.quote, 40)}” was a {right}. Correct the day or the date.")


_NAME = "(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)"
_BEHIND = re.compile(
    rf"(?:,? ?(?:which|that|it)? ?(?:was|is|being) an? |, (?:an? )?| \(){_NAME}(?:day\b|\.?\))"
    r"(?! ?(?:to|until|till|through|and|-|–|or)\b)"
)
_BEFORE = re.compile(rf"\b{_NAME}day \($")
_FAR = 14


def _beside(draft: Draft, found: Found, taken: set[int]) -> str:
    """The weekday told behind a date, or before one in brackets: "5 May 2026 (Monday)", "on Monday (5 May 2026)"."""
    behind = _BEHIND.match(draft.low, found.span.end)
    if behind is not None:
        return "" if behind.start(1) in taken else behind.group(1)
    before = _BEFORE.search(draft.low[max(0, found.span.start - _FAR) : found.span.start])
    return before.group(1) if before is not None else ""
