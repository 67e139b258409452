"""GR09: a date that can be read two ways."""

from collections.abc import Iterator

from amends.dates import written
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
        if len(found.readings) == 2:
            ways = " or ".join(written(day) for day in sorted(found.readings))
            yield Hit(found.span, f"“{short(found.span.quote, 20)}” can be {ways}. Write the month as a word.")
