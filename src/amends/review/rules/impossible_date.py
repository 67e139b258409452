"""GR07: a day that no calendar has."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.rule import Hit, rule, short

# "Version 2.30.2026" is no day.
_NUMBERED = ("version", "release", "build", " v", "edition")


@rule(
    "GR07",
    "impossible-date",
    level="error",
    source="The calendar; guide: specific dates for every action",
    bad=("On 30 February 2026 we closed both listings.", "On 31 June 2026 we refunded nine buyers."),
    good=(
        "On 28 February 2026 we closed both listings.",
        "On 29 February 2024 we closed it.",
        "Version 2.30.2026 was read.",
    ),
)
def impossible_date(draft: Draft) -> Iterator[Hit]:
    """A day that does not exist.

    One impossible date puts all others in doubt. Look the day up in the e-mail, order or log that it comes from.
    """
    for found in draft.dates:
        quoted = draft.text[found.span.start - 1 : found.span.start] in ('"', "“", "‘") and found.span.start > 0
        version = draft.low[max(0, found.span.start - 9) : found.span.start].rstrip(" .").endswith(_NUMBERED)
        if found.impossible and not quoted and not version:
            yield Hit(
                found.span, f"No calendar has “{short(found.span.quote, 30)}”. Look the day up where it comes from."
            )
