"""The weekday that a letter gives to a date, wherever it stands beside it: "Monday, 5 May", "5 May (a Monday)",
"Monday's count (5 May)", "the weekend of 10 and 11 May", "midweek, on 8 May", "Monday 4 and Wednesday 6 May",
"that Monday".

A weekday that tells a rhythm ("every Monday"), a bound ("by Monday") or the name of something ("the Monday list") is
not that of the date beside it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import date
from itertools import groupby
from operator import itemgetter

from amends.model import Span
from amends.review.letter.meant import meant
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.dates import Found
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NAMES = {
    name: at
    for at, names in enumerate(
        (
            "monday mon montag lunes lundi lunedì segunda-feira pazartesi maandag",
            "tuesday tue tues dienstag martes mardi martedì terça-feira salı dinsdag",
            "wednesday wed weds mittwoch miércoles miercoles mercredi mercoledì quarta-feira çarşamba woensdag",
            "thursday thu thur thurs donnerstag jueves jeudi giovedì quinta-feira perşembe donderdag",
            "friday fri freitag viernes vendredi venerdì sexta-feira cuma vrijdag",
            "saturday sat samstag sonnabend sábado sabado samedi sabato cumartesi zaterdag",
            "sunday sun sonntag domingo dimanche domenica pazar zondag",
        )
    )
    for name in names.split()
}
_NAME = "|".join(sorted(_NAMES, key=len, reverse=True))
_FULL = "|".join(sorted((name for name in _NAMES if len(name) > 5 or name in ("cuma", "salı")), key=len, reverse=True))
# By their first letters, so that other text is passed over at once.
_HINT = re.compile(
    "(?:"
    + "|".join(
        rf"{first}(?<!\w.)(?:{'|'.join(name[1:] for name in names)})"
        for first, names in groupby(sorted([*_NAMES, "weekend", "midweek", "mid-week", "weekday"]), itemgetter(0))
    )
    + r")s?(?!\w)"
)
# What may stand between a weekday and its date: "Monday morning, 5 May", "Monday's count (5 May)",
# "Monday, i.e. on 5 May".
_BEFORE = re.compile(
    rf"(?:(?P<word>[\w-]+),? )?(?:the )?\b(?P<name>{_NAME})(?P<own>'s|s')?\.?"
    r"(?P<gap>(?:(?:,? (?!and\b|or\b|to\b|till|until|through|after|before|following|next|last)[a-z'-]+){0,5}?)"
    r"(?:(?:,| -| –|:)? (?:i\.e\. |that is,? |being |which was |dated |on |of |the |day of )*\(?(?:of |on |the )*"
    r"|,|\())$"
)
_BEHIND = re.compile(
    r"(?:(?:,| -| –|) (?:and )?(?:which|that|this|it)? ?(?:was|is|being|fell on|falls on|fell|were|happened to be)"
    r" (?:on )?(?:an? |the )?(?:\w+ )?|, (?:an? |the |on (?:an? )?)?(?:\w+ )?| ?[(/\[](?:an? |on an? |the )?"
    rf"| - | – | on an? )(?P<name>{_NAME})\b(?! ?(?:to|until|till|through|and|-|–|or|every)\b)(?=\W*$|\.?[,.;:)\]]"
    rf"| ?[-–(]| (?:we|i|the|our|my|at|by|in|it|he|she|they|a|an|with|for|night|morning|evening|afternoon|noon"
    rf"|after|before|as|when|while|from)\b)"
)
_RHYTHM = frozenset(
    "every each next following last until till by before after since any per all and or to through always on-every "
    "coming previous".split()
)
_ARTICLES = frozenset("we i he she it they our the a an his her their my you each every is are was were".split())
_WEEKEND = re.compile(r"\bweekend(?:,| of| \(| -| –|:)?(?: the| of)* ?$")
_MIDWEEK = re.compile(r"\b(?:mid-?week|in the middle of the week)(?:,| \(|:)?(?: on| the| of)* ?$")
_WORKDAY = re.compile(
    r"\b(?:on (?:a|the) (?:working day|workday|weekday|business day)|weekday|workday),?(?: on| of| \()? ?$"
)
_BARE = re.compile(
    rf"\b(?P<name>{_NAME})\.?,? (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.?(?= ?(?:to|until|till|through|and|or"
    rf"|,|&|/|[-–]|\())"
)
_LIST = re.compile(r"(?<![\d./:-])(\d{1,2})(?:st|nd|rd|th)? ?(?:,|/|&|and|-|–|to|or) ?(?:the )?$")
_THAT = re.compile(rf"t(?<!\w.)(?:hat|he same|his same) (?P<name>{_FULL})\b")
_KINDS = ("weekend", "midweek", "mid-week", "middle of the week", "working day", "workday", "weekday", "business day")
_BACK, _ON, _SHIFT = 64, 48, 40


class Weekday(NamedTuple):
    """What a letter says of a day of the week: the days that would be right, and its name in English, or nothing."""

    days: frozenset[int]
    name: str


def told(draft: Draft) -> Iterator[tuple[Span, date, Weekday]]:
    """Each date with a weekday told of it: its place, the day, and the weekday."""
    if not draft.dates:
        return
    kinds = any(kind in draft.low for kind in _KINDS)
    named = [match.start() for match in _HINT.finditer(draft.low)]
    if not named and not kinds:
        return
    starts = {found.span.start for found in draft.dates}
    last: Found | None = None
    for found in draft.dates:
        day = meant(draft, found)
        if day is None:
            continue
        last = found
        at = bisect_left(named, found.span.start - _BACK)
        near = at < len(named) and named[at] <= found.span.end + _ON
        if not near and not kinds:
            continue
        statement = draft.statement_at(found.span.start)
        names = [found.weekday] if found.weekday else _beside(draft, statement, found, starts) if near else []
        for name in names:
            number = _NAMES[_whole(name)]
            yield found.span, day, Weekday(frozenset((number,)), DAYS[number])
        if kinds and not names:
            yield from _kind_of_day(draft, found, day)
        if near:
            yield from _bare(draft, found, day)
    if last is not None:
        yield from _again(draft)


def _whole(name: str) -> str:
    low = name.casefold().rstrip(".")
    return low if low in _NAMES else low[:3]


def _beside(draft: Draft, statement: Statement | None, found: Found, starts: set[int]) -> list[str]:
    """The weekday behind a date or before it, unless it is that of the next or the last one."""
    behind = _BEHIND.match(draft.low, found.span.end, found.span.end + _ON)
    if behind is not None and starts.isdisjoint(range(behind.start("name"), behind.end() + 3)):
        return [behind["name"]]
    begin = max(statement.start if statement is not None else 0, found.span.start - _BACK)
    before = " ".join(draft.low[begin : found.span.start].split()) + " " * (
        draft.low[found.span.start - 1 : found.span.start].isspace()
    )
    names = list(re.finditer(rf"\b(?:{_NAME})\b", before))
    if not names or re.search(r"\d", before[names[-1].end() :]):
        return []
    match = _BEFORE.search(before, max(0, names[-1].start() - 16))
    if match is None or match.start("name") != names[-1].start() or (match["word"] or "") in _RHYTHM:
        return []
    gap = match["gap"]
    inside = gap.replace(",", " ").replace("(", " ").split()
    bracket = gap.rstrip().endswith(("(", ",", ":")) or gap.rstrip().endswith((" -", " –"))
    few = [word for word in inside if word not in _LINKS]
    if len(match["name"]) <= 4 and few:
        # "Sat" and "sun" are words as well.
        return []
    if few and _ARTICLES.isdisjoint(few) and (match["own"] or bracket):
        return [match["name"]]
    if few:
        return [match["name"]] if "(" in gap and gap.rstrip().endswith("(") and match["word"] in ("on", None) else []
    return [match["name"]]


_LINKS = frozenset(
    "on of the being that is which was dated i.e. e morning evening afternoon night noon day - – : ,".split()
)


def _kind_of_day(draft: Draft, found: Found, day: date) -> Iterator[tuple[Span, date, Weekday]]:
    """ "The weekend of 10 and 11 November", "midweek, on 8 November": a kind of day rather than its name."""
    before = " ".join(draft.low[max(0, found.span.start - _BACK) : found.span.start].split()) + " "
    held = _LIST.search(before)
    ahead = before[: held.start()] if held is not None else before
    days = [day]
    if held is not None and 1 <= int(held[1]) <= 31:
        try:
            days.insert(0, day.replace(day=int(held[1])))
        except ValueError:
            return
    for form, right, name in ((_WEEKEND, {5, 6}, "of a weekend"), (_MIDWEEK, {1, 2, 3}, "in the middle of a week"),
                              (_WORKDAY, set(range(6)), "a working day")):  # fmt: skip
        if form.search(ahead):
            wrong = [each for each in days if each.weekday() not in right]
            for each in (wrong or days)[:1]:
                yield found.span, each, Weekday(frozenset(right), name)
            return


def _bare(draft: Draft, found: Found, day: date) -> Iterator[tuple[Span, date, Weekday]]:
    """Weekdays before numbers that share the month of the date behind them: "Monday 4 and Wednesday 6 May"."""
    begin = max(0, found.span.start - _SHIFT)
    for match in _BARE.finditer(draft.low, begin, found.span.start):
        if re.search(r"[.;]\s", draft.low[match.end() : found.span.start]):
            continue
        try:
            other = day.replace(day=int(match["day"]))
        except ValueError:
            continue
        number = _NAMES[_whole(match["name"])]
        if other < day:
            place = Span(match.start(), match.end(), draft.text[match.start() : match.end()])
            yield place, other, Weekday(frozenset((number,)), DAYS[number])


def _again(draft: Draft) -> Iterator[tuple[Span, date, Weekday]]:
    """ "On 5 May we closed it; that Monday …": the day told last, in the same point."""
    ends = [found.span.end for found in draft.dates]
    for match in _THAT.finditer(draft.low):
        statement = draft.statement_at(match.start())
        if statement is None or statement.item is None:
            continue
        at = bisect_right(ends, match.start()) - 1
        day = meant(draft, draft.dates[at]) if at >= 0 and draft.dates[at].span.start >= statement.item.start else None
        if day is not None:
            number = _NAMES[match["name"]]
            place = Span(match.start(), match.end(), draft.text[match.start() : match.end()])
            yield place, day, Weekday(frozenset((number,)), DAYS[number])
