"""GR07: a day that no calendar has."""

import re
from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.rule import Hit, rule, short

# "Version 2.30.2026" is no day.
_NUMBERED = ("version", "release", "build", " v", "edition")


@rule(
    "GR07",
    "impossible-date",
    level="error",
    source="The calendar; guide: specific dates for every action",
    bad=(
        "On 30 February 2026 we closed both listings.",
        "On 31 June 2026 we refunded nine buyers.",
        "We pulled it on June the thirty-first, 2026.",
    ),
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
        if not found.impossible:
            continue
        quoted = draft.text[found.span.start - 1 : found.span.start] in ('"', "“", "‘", "'") and found.span.start > 0
        version = draft.low[max(0, found.span.start - 9) : found.span.start].rstrip(" .").endswith(_NUMBERED)
        if not quoted and not version and not _NAMED.search(draft.low[found.span.start : found.span.end + _NEAR]):
            yield _hit(found.span)
    for match in _SHORT.finditer(draft.text) if _SHORT_HINT.search(draft.text) else ():
        yield _hit(Span(match.start(1), match.end(1), match.group(1)))


def _hit(place: Span) -> Hit:
    return Hit(place, f"No calendar has “{short(place.quote, 30)}”. Look the day up where it comes from.")


# A letter that says so itself has found the slip: "31.04.2026, a day that does not exist".
_NAMED = re.compile(
    r"does not exist|doesn't exist|no such (?:day|date)|non-?exist|impossible|not a (?:real|valid)|invalid"
)
# Days without a year that no month has, behind a word that dates: "on 31/06", "since 30.02.".
_SHORT = re.compile(
    r"\b(?:[Oo]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|[Dd]ated|am|vom|le|el)(?: the)? "
    r"((?:30[./]0?2|31[./](?:0?[2469]|11))|(?:0?2/30|(?:0?[2469]|11)/31))(?![\w/%]|\.\d| ?(?:%|kg|usd|eur|[$€£]))"
)
_SHORT_HINT = re.compile(r"3[01][./]|/3[01]")
_NEAR = 60
