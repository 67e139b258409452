"""AC09: no word of an investigation."""

from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.language.words import Lexicon
from amends.review.letter import parts
from amends.review.letter.pieces import Statement
from amends.review.meaning.senses import Spot, senses
from amends.review.position.purpose import is_plan
from amends.review.reckoning.counted import counted
from amends.review.rule import Hit, rule, short

_LOOKED = Lexicon(
    "read .. against|labels|reports|orders|all|each",
    "went_through|gone_through",
    "investigat*|review*|audit*|inspect*|check*|traced|compared|examined|analys*|analyz*|tested|"
    "searched|counted|reconciled|found|identified|"
    "looked|verified|interviewed|traced|pulled|listed",
)

# "None of the 22 can be traced" is what an investigation found.
_REST = frozenset("other others rest remaining remainder else elsewhere".split())
_UNABLE = frozenset("none can could cannot".split())


@rule(
    "AC09",
    "investigation-missing",
    level="note",
    confidence="medium",
    source="Guide to the plan of action: include that the issue was investigated and the outcome of that investigation",
    bad=(
        "Root cause: 16 orders were late.\n\nCorrective actions:\n- On 3 May 2026 we refunded 16 buyers.",
        (
            "Root cause: 16 orders were late.\n\nCorrective actions:\n- On 3 May 2026 we refunded 16 buyers; "
            "the other 54 orders we trust to be right."
        ),
    ),
    good=(
        (
            "Root cause: 16 orders were late.\n\nCorrective actions:\n- On 2 May 2026 we reviewed all "
            "412 orders; 16 were late."
        ),
    ),
)
def investigation_missing(draft: Draft) -> Iterator[Hit]:
    """No investigation and no outcome.

    The corrective actions begin with what you looked at and what you found: which orders, units, listings or
    invoices, how many were affected. It shows that the cause is known and not guessed.
    """
    if not is_plan(draft):
        return
    for statement, place in _unexamined(draft):
        start, end = statement.between(place.first, place.last)
        quote = draft.text[start:end]
        yield Hit(Span(start, end, quote), f"“{short(quote, 48)}” leaves it unexamined. Look, and say what you found.")
    found = draft.of(parts.DONE)
    if (
        found
        and not _told(draft)
        and not any(_LOOKED.found(s.words) for p in draft.of(parts.DONE, parts.CAUSE) for s in p.statements)
    ):
        yield Hit(
            found[0].place, "No investigation is told. Begin with what you looked at, on which day, and what you found."
        )


def _unexamined(draft: Draft) -> Iterator[tuple[Statement, Spot]]:
    """Statements that own up to having looked at nothing, or take the rest on trust."""
    for statement in draft.statements:
        if statement.part not in (parts.DONE, parts.MIXED, parts.CAUSE):
            continue
        found = senses(statement)
        place = found.near("lacking", "investigating", before=0, behind=5)
        if place is not None and _UNABLE.intersection(statement.words[place.first : place.last]):
            place = None
        if place is None and statement.part != parts.CAUSE and not _REST.isdisjoint(statement.words):
            place = found.near("lacking", "diligence", before=0, behind=9)
            if place is not None and statement.words[place.first - 1 : place.first] == ("but",):
                # "It led us to mend one page but not to search the others" is what the search found.
                place = None
        if place is None and statement.part != parts.CAUSE and found.has("trusting"):
            place = found.near("trusting", "remainder", before=10, behind=10)
        if place is not None:
            yield statement, place


def _told(draft: Draft) -> bool:
    """Whether the cause itself gives the outcome: how many of what, and from which day."""
    found = draft.of(parts.CAUSE)
    told = {count.statement.part for count in counted(draft) if count.noun}
    return parts.CAUSE in told and any(draft.dates_in(part) for part in found)
