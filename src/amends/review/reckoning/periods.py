"""Periods that a letter gives twice over: "for 14 days, from 2 to 12 May 2026", "on 9 May, ten days later", "from
20 May to 12 May".

The first and the last day may both be counted, or one of them, and a week may leave out its Saturday and Sunday. What
is open ("about", "within", "at least") or not of whole days ("working days") is not reckoned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from amends.model import Span
from amends.review.reckoning.counts import number_of
from amends.review.reckoning.references import Again
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from amends.dates import Found
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

_LENGTH = (
    r"(\d{1,3}|[a-z]{1,9}(?:-[a-z]{3,5})?) "
    r"(?:full |whole |consecutive |calendar |straight |long )?(day|night|week|month)s?\b"
)
_TO = r"to|until|till|through|thru|up to|up until|[-–—]"
_BETWEEN = re.compile(rf" ?,? ?({_TO}|and)(?: and including)?(?: the)? ?")
# "from 2 to" before "12 May 2026"
_BARE = re.compile(
    rf"(?:(?<![\w.,/-])|(?<=[a-z][ ]))(\d{{1,2}})(?:st|nd|rd|th)? ?({_TO}|and)(?: and including)?(?: the)? ?$"
)
_FROM = re.compile(r"\b(from|between|valid|since)(?: the| on)?[ :(]*$")
_AHEAD = re.compile(
    rf"(?<![\w.,-]){_LENGTH}[ ,:;(=–-]{{1,3}}"
    r"(?:(?:namely|that is|i\.e\.|being|lasting|running|from|between|on the days) ?){0,2}(?:the )?$"
)
_BEHIND = re.compile(
    r"[ ,:;)(=–-]{1,3}(?:(?:so|that|this|it|which|is|was|were|are|i\.e\.|thus|hence|in all|in total|a total of"
    rf"|altogether|together|over|a period of|makes?|made|for|in|or|the|these|all|lasting) ){{0,4}}{_LENGTH}"
    r"(?! ?(?:after|before|later|earlier|ago|of|a|an|per|each|notice|late|return|from|prior|old|on)\b)"
)
_LATER = re.compile(
    rf"(?:(?<![\w-]){_LENGTH} (later|afterwards|earlier|after that)|\bthe (next|following|same|previous) day)"
    r"[ ,(–-]{1,3}(?:(?:on|that is|i\.e\.|which was|that was|namely) ){0,2}(?:the )?$"
)
_THEN = re.compile(
    rf"[ ,(–-]{{1,3}}(?:so |that is |i\.e\. |which is |which was |only |just |exactly ){{0,2}}{_LENGTH} "
    r"(?:(later|earlier)(?! than)|(after|afterwards|before)(?=[.,;)]|$))"
)
_OPEN = frozenset(
    "about around nearly almost over more than least up to within less under roughly some approximately every each per "
    "last first next another further maximum most circa ca after working business than".split()
)
_MOVED = re.compile(r"\b(?:mov|brought|bring|chang|shift|forward|correct|postpon|put |extend|set |advanc|pull)")
_DAYS = {"day": 1, "night": 1, "week": 7}
_STEPS = {"next": 1, "following": 1, "same": 0, "previous": -1}
_ONE = frozenset(("a", "one", "an"))
_BACK, _WIDE, _A_MONTH, _MONTH_SLACK, _WEEK_SLACK, _WEEKEND, _MOST = 48, 90, 30.44, 9, 2, 3, 8


class _Range(NamedTuple):
    """A first and a last day, the place of both, and whether words say that the one comes first."""

    first: date
    last: date
    start: int
    end: int
    sure: bool


def contradicted(draft: Draft) -> Iterator[Again]:
    """Periods whose two ways of being told do not agree."""
    before: Statement | None = None
    for statement in draft.statements:
        days = draft.dates_in(statement)
        if days and len(days) <= _MOST:
            low = draft.low[statement.start : statement.end].replace("\n", " ")
            for found in _ranges(draft, statement, days, low):
                yield from _judged(draft, statement, found, low)
            yield from _distances(draft, statement, before, low)
        before = statement


def _ranges(draft: Draft, statement: Statement, days: Sequence[Found], low: str) -> Iterator[_Range]:
    shift = statement.start
    for one, two in pairwise(days):
        gap = _BETWEEN.fullmatch(low[one.span.end - shift : two.span.start - shift])
        if gap is None or one.date is None or two.date is None:
            continue
        begins = _FROM.search(low[max(0, one.span.start - shift - _BACK) : one.span.start - shift])
        if gap.group(1) == "and" and (begins is None or begins.group(1) != "between"):
            continue
        yield _Range(one.date, two.date, one.span.start, two.span.end, begins is not None)
    for day in days:
        near = low[max(0, day.span.start - shift - _BACK) : day.span.start - shift]
        bare = _BARE.search(near)
        if bare is None or day.date is None or not 1 <= int(bare.group(1)) <= 31:
            continue
        begins = _FROM.search(near[: bare.start(1)])
        if begins is None and (bare.group(2) in ("and", "to") or near[: bare.start(1)].rstrip()[-1:].isdigit()):
            continue
        if bare.group(2) == "and" and (begins is None or begins.group(1) != "between"):
            continue
        try:
            first = day.date.replace(day=int(bare.group(1)))
        except ValueError:
            continue
        start = day.span.start - len(near) + bare.start(1)
        yield _Range(first, day.date, start, day.span.end, begins is not None)


def _judged(draft: Draft, statement: Statement, found: _Range, low: str) -> Iterator[Again]:
    """A range that ends before it begins, or that is not as long as the words beside it say."""
    shift = statement.start
    place = Span(found.start, found.end, draft.text[found.start : found.end])
    if found.first > found.last:
        if found.sure and _MOVED.search(low[: found.start - shift]) is None:
            yield Again(place, "", f"“{place.quote}” ends before it begins. Which day is right?")
        return
    apart = (found.last - found.first).days
    near = low[max(0, found.start - shift - _WIDE) : found.start - shift]
    ahead = _AHEAD.search(near)
    told = _told(ahead, near[: ahead.start()]) if ahead is not None else None
    if told is None:
        behind = _BEHIND.match(low[found.end - shift : found.end - shift + _WIDE])
        told = _told(behind, behind.group()[: behind.start(1) - behind.start()]) if behind is not None else None
    if told is not None and not _fits(apart, *told):
        number, unit = told
        message = (
            f"“{place.quote}” is {apart + 1} days with both ends, the sentence says {number} {unit}s. Which is right?"
        )
        yield Again(place, "", message)


def _told(match: re.Match[str], before: str) -> tuple[int, str] | None:
    """How many of which unit a length of time is, or None where it is left open."""
    if not _OPEN.isdisjoint(before.split()[-2:]) or not _OPEN.isdisjoint(match.group().split()[:3]):
        return None
    number = 1 if match.group(1) in _ONE else number_of(match.group(1))
    return (number, match.group(2)) if number else None


def _fits(apart: int, number: int, unit: str) -> bool:
    if unit == "month":
        return abs(apart - number * _A_MONTH) <= _MONTH_SLACK
    if unit == "week":
        return 7 * number - _WEEKEND <= apart <= 7 * number + _WEEK_SLACK
    return abs(apart - number) <= 1


def _distances(draft: Draft, statement: Statement, before: Statement | None, low: str) -> Iterator[Again]:
    """Days that do not lie as far from the day told before as "ten days later" says."""
    shift = statement.start
    days = draft.dates_in(statement)
    earlier: Found | None = None
    if before is not None and before.item is statement.item:
        told = draft.dates_in(before)
        earlier = told[0] if len(told) == 1 else None
    for at, day in enumerate(days):
        known = days[at - 1] if at else earlier
        if day.date is None or known is None or known.date is None:
            continue
        ahead = _LATER.search(low[max(0, day.span.start - shift - _BACK) : day.span.start - shift])
        behind = _THEN.match(low[day.span.end - shift : day.span.end - shift + _BACK]) if ahead is None else None
        step = _step(ahead, low) if ahead is not None else _step(behind, low) if behind is not None else None
        right = (day.date - known.date).days
        if step is not None and right != step:
            message = (
                f"{day.span.quote} is {right} days from {known.span.quote}, the sentence says {step}. Which is right?"
            )
            yield Again(Span(day.span.start, day.span.end, day.span.quote), "", message)


def _step(match: re.Match[str], low: str) -> int | None:
    """The days that lie between, negative where the day is the earlier one."""
    length, unit, *words = match.groups()
    if length is None:
        return next((_STEPS[word] for word in words if word in _STEPS), None)
    number = 1 if length in _ONE else number_of(length)
    before = match.string[max(0, match.start() - 16) : match.start(1)].split()
    if number is None or unit not in _DAYS or not _OPEN.isdisjoint(before[-2:]):
        return None
    return number * _DAYS[unit] * (-1 if {"earlier", "before"}.intersection(words) else 1)
