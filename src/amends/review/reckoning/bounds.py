"""Days that overstep a bound which the letter sets: sold after the last sale, complained of before the first complaint,
destroyed on 6 May where nothing was destroyed before 8 May, expired on another day than the one up to which it was
valid, back at work on a day of the leave.
"""

from __future__ import annotations

from datetime import timedelta
from itertools import permutations

from amends.review.language.deeds import TELL
from amends.review.letter import parts
from amends.review.reckoning.contradiction import Again
from amends.review.reckoning.told import Told, account, apart, stems, told_in
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.review.document import Draft

_LAST, _FIRST = frozenset("last final latest".split()), frozenset("first earliest".split())
_NONE = frozenset("no nothing none nobody never not neither".split())
_SINCE, _UNTIL = frozenset("after since from following".split()), frozenset("before until till by prior".split())
_AWAY = frozenset("leave absent absence holiday holidays ill sick away vacation maternity closed hospital off".split())
_BACK = frozenset("came was is were returned got".split())
_MARKS = _LAST | _FIRST | _NONE | _AWAY | {"valid"}
_NEAR, _MOST = 4, 12


def overstepped(draft: Draft) -> Iterator[Again]:
    """Days on the wrong side of a bound told in the same point."""
    for item in draft.items:
        if _MARKS.isdisjoint(item.words) or not draft.dates_in(item) or len(item.statements) > _MOST:
            continue
        told = [each for statement in item.statements for each in told_in(draft, statement)][:_MOST]
        for bound, other in permutations(told, 2):
            if bound.day != other.day and _oversteps(bound, other):
                message = f"{other.found.span.quote} does not go with {bound.found.span.quote}. Which is right?"
                yield Again(other.found.span, bound.statement.text, message)
                break


def over(draft: Draft) -> Iterator[Again]:
    """Actions and measures dated after the day by which, as the closing says, all of them were there."""
    for part in draft.of(parts.CONCLUSION, parts.OTHER, parts.SIGNATURE):
        for statement in part.statements:
            words = statement.words
            if _ALL.isdisjoint(words) or _WHAT.isdisjoint(words) or _THERE.isdisjoint(words):
                continue
            told = [each for each in told_in(draft, statement) if not each.hangs]
            if len(told) != 1:
                continue
            for other in account(draft):
                where = other.statement
                done = where.part == parts.DONE and not where.clauses[0].future and not _RUNS.isdisjoint(words)
                if done and other.day > told[0].day and other.verb in TELL and not other.hangs:
                    late = f"{other.found.span.quote} is after {told[0].found.span.quote}, when all was done."
                    yield Again(other.found.span, statement.text, f"{late} Which is right?")
                    break


_ALL = frozenset("all everything every each both".split())
_WHAT = frozenset("actions action steps step points point corrections work everything measures above".split())
_THERE = frozenset("complete completed done finished closed implemented carried place".split())
_RUNS = frozenset("complete completed done finished closed implemented carried".split())


def _oversteps(bound: Told, other: Told) -> bool:
    """Whether one day sets a bound that the other one breaks."""
    later = other.day > bound.day
    words = bound.words
    if "valid" in words and bound.lead[-1:] and bound.lead[-1] in _UNTIL:
        return other.deed == "expire" and other.day != bound.day + timedelta(days=1)
    if not _AWAY.isdisjoint(words) and bound.lead[-1:] == ("to",):
        return not later and "back" in other.words and not _BACK.isdisjoint(other.words) and not other.hangs
    named = stems((bound.verb, *(() if _MARKS.isdisjoint(words[:_NEAR]) else words[:_NEAR])))
    alike = not named.isdisjoint(stems((other.verb,))) or (bound.deed and bound.deed == other.deed)
    if bound.verb not in TELL or not alike or apart(bound, other) or bound.hangs:
        return False
    if not _NONE.isdisjoint(words):
        if not _NONE.isdisjoint(other.words):
            return False
        side = {*bound.lead, *words[: bound.ahead][:2]}
        return (later and not side.isdisjoint(_SINCE)) or (not later and not side.isdisjoint(_UNTIL))
    if not (bound.stems & other.stems) - stems((bound.verb, other.verb)):
        return False
    head = words[:_NEAR]
    ends, begins = not _LAST.isdisjoint(head), not _FIRST.isdisjoint(head)
    if (_LAST | _FIRST).isdisjoint(other.words):
        return (ends and later) or (begins and not later)
    return False
