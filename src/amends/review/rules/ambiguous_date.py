"""GR09: a date that can be read two ways."""

from collections.abc import Iterator
from datetime import date
from itertools import chain, takewhile

from amends.dates import Found, written
from amends.review.document import Draft
from amends.review.rule import Hit, rule, short

_BESIDE = 40


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
    sure = {found.readings[0] for found in draft.dates if len(found.readings) == 1}
    for at, found in enumerate(draft.dates):
        if len(found.readings) == 2 and not _settled(draft, at, sure):
            ways = " or ".join(written(day) for day in sorted(found.readings))
            yield Hit(found.span, f"“{short(found.span.quote, 20)}” can be {ways}. Write the month as a word.")


def _settled(draft: Draft, at: int, sure: set[date]) -> bool:
    """Whether the letter says how the date at this place among its dates is to be read, or it is the number of
    something; `sure` are the days that it writes so that they can be read one way only.
    """
    found = draft.dates[at]
    before = draft.low[max(0, found.span.start - 28) : found.span.start].rstrip(" (:")
    after = draft.low[found.span.end : found.span.end + 24]
    if before.endswith(("no.", "nr.", "nr", "number", "ref", "ref.", "contract", "case", "#")):
        return True
    said = any(words in after for words in ("day first", "dd/mm", "month first", "mm/dd", "day/month", "month/day"))
    return said or any(d.date in found.readings and d.date in sure for d in _close(draft.dates, at))


def _close(days: tuple[Found, ...], at: int) -> Iterator[Found]:
    """The dates that stand beside one of them."""
    here = days[at].span.start
    before = takewhile(lambda other: here - other.span.start < _BESIDE, (days[i] for i in range(at - 1, -1, -1)))
    behind = takewhile(lambda other: other.span.start - here < _BESIDE, (days[i] for i in range(at + 1, len(days))))
    return chain(before, behind)
