"""Days that differ from one told before by a slip of the pen: "the invoice of 19 October" after one of 9 October.

Only prose that takes up what is known counts ("as the account was closed on …", "the lot with the date …"), only
where the day stands nowhere else, and only against a day of the same thing that differs by one digit, by two that
changed places, or by the month alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from amends.model import Span
from amends.review.letter import parts
from amends.review.reckoning.counts import singular
from amends.review.reckoning.references import Again
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

_RETOLD = frozenset((parts.CONCLUSION, parts.OTHER, parts.SIGNATURE, parts.DOCUMENTS))
_KNOWN = frozenset("as since when the this that".split())
_OTHERS = frozenset("other another second further new next later last again until by renewed corrected also".split())
_THINGS = frozenset(
    "account invoice lot batch contract certificate licence license offer listing shipment delivery permit report "
    "agreement date notice removal letter".split()
)
_MOST_STATEMENTS = 600


def slips(draft: Draft) -> Iterator[Again]:
    """Days in closing prose that must be a slip for a day told before."""
    told: list[tuple[date, str, frozenset[str], Statement]] = []
    often = Counter(day.date for day in draft.dates)
    things: frozenset[str] = frozenset()
    for statement in draft.statements[:_MOST_STATEMENTS]:
        named = frozenset(_THINGS.intersection(map(singular, statement.words)))
        # "The invoice is genuine. It was issued on 9 October."
        things = things if not named and statement.words[0] in ("it", "this") else named
        days = draft.dates_in(statement)
        if days and things and _takes_up(draft, statement):
            day = days[0]
            for before, said, known, where in told:
                if day.date is not None and often[day.date] == 1 and things & known and _alike(day.date, before):
                    message = f"{day.span.quote} here, {said} above for the same. Which is right?"
                    yield Again(Span(day.span.start, day.span.end, day.span.quote), where.text, message)
                    break
        told.extend((day.date, day.span.quote, things, statement) for day in days if day.date is not None and things)


def _takes_up(draft: Draft, statement: Statement) -> bool:
    """Whether a sentence of the closing speaks of something as known, and of no other one."""
    words = statement.words
    item = statement.item
    if (draft.has_parts and statement.part not in _RETOLD) or item is None or item.kind != "paragraph":
        return False
    return not _KNOWN.isdisjoint(words[:2]) and _OTHERS.isdisjoint(words)


def _alike(one: date, two: date) -> bool:
    """Whether two days are one slip of the pen apart."""
    if one == two or one.year != two.year:
        return False
    if one.month != two.month:
        return one.day == two.day
    first, second = str(one.day), str(two.day)
    return first == second[::-1] or (len(first) != len(second) and (first[-1] == second or second[-1] == first))
