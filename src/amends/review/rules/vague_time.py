"""AC06: a time that is no date."""

from collections.abc import Iterator

from amends.model import Span
from amends.review import parts
from amends.review.document import Draft
from amends.review.rule import Hit, rule, short
from amends.review.words import Lexicon

_VAGUE = Lexicon(
    "recently|lately|soon|shortly|immediately|promptly|currently",
    "instantly|presently",
    "at once",
    "right|directly|shortly|soon|straight after|away",
    "some|short time|while ago|later|after",
    "one|some day|days",
    "these|those days",
    "the other day|week",
    "by now",
    "in the meantime",
    "meanwhile",
    "when|whenever .. time|possible|can",
    "if time permits",
    "around|about that|this time",
    "right away",
    "straight away",
    "without delay",
    "as soon as possible",
    "asap",
    "in|within the near|short future|time",
    "in due course|time",
    "some time|days|weeks|months ago",
    "a few|couple of? days|weeks|months ago|later",
    "last|past week|month|few|couple|weeks|days|year",
    "from time to time",
    "now and then",
    "once in a while",
    "regularly|periodically|occasionally|frequently|constantly|continuously|routinely",
    "on a regular basis",
    "as|when|where needed|necessary|required",
    "this week|month",
    "going|moving forward",
    "in the future",
    "at the earliest",
)
_MEASURED = Lexicon(
    "every|each|daily|weekly|monthly|quarterly|hourly|annually", "within # hours|days|minutes", "# times|time a|per"
)
_WHERE = (parts.OPENING, parts.CAUSE, parts.DONE, parts.MEASURES, parts.MIXED, parts.OTHER)


@rule(
    "AC06",
    "vague-time",
    level="warning",
    source="Guide, what Amazon wants to see: specific dates for every action, not “recently” or “soon”",
    bad=(
        "Corrective actions:\n- We immediately removed 12 listings.",
        "Preventive measures:\n- Dana Ruiz regularly audits the listings.",
    ),
    good=(
        (
            "Corrective actions:\n- On 3 May 2026, immediately after the notice, we removed 12 "
            "listings.\n- We removed them on 4 May 2026."
        ),
    ),
)
def vague_time(draft: Draft) -> Iterator[Hit]:
    """A vague time.

    “Immediately”, “recently”, “regularly” cannot be checked. Give the day for what was done, and the rhythm (every
    Monday, before each listing) for what goes on.
    """
    for statement in draft.statements:
        if statement.part not in _WHERE or draft.dates_in(statement):
            continue
        if _MEASURED.found(statement.words):
            continue
        hit = next((h for h in _VAGUE.matches(statement.words) if not _bound(statement.words, *h[:2])), None)
        if hit is None:
            continue
        start, end = statement.between(hit[0], hit[1])
        quote = draft.text[start:end]
        want = (
            "Say how often: every Monday, before each listing." if statement.part == parts.MEASURES else "Give the day."
        )
        yield Hit(Span(start, end, quote), f"“{short(quote, 30)}” is no date. {want}")


_SPANS = frozenset("by within in of for than to at least on after before last first every next same only".split())


def _bound(words: tuple[str, ...], first: int, last: int) -> bool:
    """Whether the words measure something after all: "as soon as", "goes up by one day", "one day late"."""
    if words[max(0, first - 1) : first + 2] == ("as", "soon", "as"):
        return True
    if words[first : first + 2] not in (("one", "day"), ("one", "days")):
        return False
    after = words[last] if last < len(words) else ""
    return (first > 0 and words[first - 1] in _SPANS) or after in (
        "late",
        "later",
        "early",
        "earlier",
        "before",
        "after",
    )
