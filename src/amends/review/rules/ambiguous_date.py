"""GR09: a date that can be read two ways."""

from collections.abc import Iterator

from amends.dates import Found, written
from amends.review.document import Draft
from amends.review.rule import Hit, rule, short


@rule(
    "GR09",
    "ambiguous-date",
    level="warning",
    source="Numeric dates in notices and plans of UK and US accounts are read both ways",
    bad=("On 7/2/2026 we closed both listings.",),
    good=("On 7 February 2026 we closed both listings.", "On 25/2/2026 we closed both."),
)
def ambiguous_date(draft: Draft) -> Iterator[Hit]:
    """A date that can be read two ways.

    7/2 is July in Seattle and February in London. Write the month as a word.
    """
    for found in draft.dates:
        if len(found.readings) == 2 and not _settled(draft, found):
            ways = " or ".join(written(day) for day in sorted(found.readings))
            yield Hit(found.span, f"“{short(found.span.quote, 20)}” can be {ways}. Write the month as a word.")


def _settled(draft: Draft, found: Found) -> bool:
    """Whether the letter says how the date is to be read, or it is the number of something."""
    before = draft.low[max(0, found.span.start - 28) : found.span.start].rstrip(" (:")
    after = draft.low[found.span.end : found.span.end + 24]
    if before.endswith(("no.", "nr.", "nr", "number", "ref", "ref.", "contract", "case", "#")):
        return True
    said = any(words in after for words in ("day first", "dd/mm", "month first", "mm/dd", "day/month", "month/day"))
    again = {day for other in draft.dates for day in other.readings if other is not found and len(other.readings) == 1}
    close = [d for d in draft.dates if abs(d.span.start - found.span.start) < 40 and d is not found]
    return said or any(d.date in found.readings and d.date in again for d in close)
