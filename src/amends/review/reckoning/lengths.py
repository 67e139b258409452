"""Lengths of time and names of days that a letter ties to its dates: "three weeks, 5 to 12 October", "twelve days
passed from 1 to 9 November", "24 hours later, on 8 November", "at month's end, 22 October", "in the first
quarter, on 14 May", "in week 45, on 12 November".

`periods.py` judges a length right beside a range; here the two stand in one sentence, or "these two weeks" in the
next one. What is open ("within", "about", "at least"), of working days or of what is kept or promised is not reckoned.
"""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import pairwise

from amends.model import Span
from amends.review.letter.meant import meant
from amends.review.reckoning.counts import number_of
from amends.review.reckoning.references import Again
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from amends.dates import Found
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

_UNITS = {"hour": 1 / 24, "hours": 1 / 24, "day": 1, "days": 1, "night": 1, "nights": 1, "week": 7, "weeks": 7,
          "month": 30.44, "months": 30.44, "year": 365.25, "years": 365.25, "fortnight": 14}  # fmt: skip
_LENGTH = re.compile(
    r"\b(?:(?P<many>\d{1,3}|[a-z]{1,9}(?:-[a-z]{3,5})?)[ -](?:full |whole |long |consecutive |calendar )?"
    r"(?P<unit>hours?|days?|nights?|weeks?|months?|years?)|(?P<half>half a|half the"
    r"|a quarter of a) (?P<halved>year|month|week|day)"
    r"|(?:a |the |this |that )?(?P<fortnight>fortnight))\b"
)
_OPEN = re.compile(
    r"\b(?:about|around|nearly|almost|over|more than|less than|at least|at most|up to|roughly|some|approximately"
    r"|every|each"
    r"|per|last|next|another|further|under|maximum|minimum|working|business|first|second|the past|previous|only within)"
    r"(?: (?:the|a|full))? ?$"
)
_ELSE = re.compile(
    r"^(?:'s?)?,? ?(?:ago|old|of age|notice|warranty|guarantee|shelf|a week|a month|per|each|in advance|handling"
    r"|left|before"
    r"|later|earlier|after|prior|following|working|business|kept|keep|delivery|or (?:more|less|older|longer)"
    r"|window|limit)\b"
)
_RANGE = re.compile(
    r"^(?:,? ?(?:to|until|till|up to|through|thru|and|bis|[-–—])(?: and including)?(?: the)?|[^.;:]{0,60}? (?:to"
    r"|until|till|and) [^.;:]{0,40}?"
    r"(?:of|on|dated) ?(?:the )?)$"
)
_LEAD = re.compile(r"\b(?:from|between|lie|passed|elapsed|since|von|apart)\b")
_THESE = re.compile(r"\b(?:these|those|this|that|the whole|all|after the|during the|the said) (?:\w+ )?$")
_STEP = re.compile(
    r"(?P<many>\d{1,3}|[a-z]{1,9}(?:-[a-z]{3,5})?|a|one) (?P<unit>hours?|days?|weeks?) (?P<how>later|afterwards"
    r"|after|before)"
)
_REACH, _MOST, _ONE = 90, 4, frozenset(("a", "an", "one"))
_MONTHS = "january february march april may june july august september october november december".split()
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_FEASTS = {
    "halloween": (10, 31), "christmas eve": (12, 24), "christmas day": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31), "new year's day": (1, 1), "valentine's day": (2, 14), "labour day": (5, 1),
    "may day": (5, 1), "independence day": (7, 4), "veterans day": (11, 11), "all saints' day": (11, 1),
    "singles day": (11, 11), "singles' day": (11, 11), "st patrick's day": (3, 17),
}  # fmt: skip
_BESIDE = r"(?:,| \(|:| -| –|)(?: (?:on|namely|that is|i\.e\.|being|which was|viz\.?))?(?: the)? ?$"
_ANY_MONTH, _ANY_QUARTER, _ANY_FEAST = "|".join(_MONTHS), "|".join(_QUARTERS), "|".join(_FEASTS)
_WHEN = re.compile(
    r"\b(?:(?P<end>month'?s'? end|month-end|month end|end of (?:the|that|this) month"
    rf"|(?:at )?the end of (?P<ended>{_ANY_MONTH}))"
    r"|(?P<start>(?:beginning|start) of (?:the|that|this) month)"
    r"|(?P<middle>mid-?month|(?:the )?middle of the month)"
    r"|(?P<last>(?:the )?last day of (?:the|that|this) month)"
    r"|(?P<begin>(?:the )?first day of (?:the|that|this) month)"
    rf"|(?:the )?(?P<quarter>{_ANY_QUARTER}) quarter(?: of (?:the year|20\d\d))?"
    r"|q(?P<q>[1-4])(?: 20\d\d| of 20\d\d)?"
    r"|(?:the )?(?P<halfyear>first|second) half of (?:the|this) year|(?:calendar )?(?:week|kw|cw) (?P<week>\d{1,2})"
    rf"|in (?P<month>{_ANY_MONTH})|(?P<feast>{_ANY_FEAST}))" + _BESIDE
)
_WHEN_HINT = re.compile(r"month|quarter|\bq[1-4]\b|week \d|[kc]w \d|half of|\bin [jfmasond]|day\b|eve\b|halloween")


def lengths(draft: Draft) -> Iterator[Again]:
    """Lengths of time and names of days that do not fit the dates beside them."""
    before: Statement | None = None
    for statement in draft.statements:
        days = draft.dates_in(statement)
        if days:
            yield from _dated(draft, statement, days, first=before is None)
        elif before is not None and before.item is statement.item and 1 <= len(told := draft.dates_in(before)) <= 2:
            low = _low(draft, statement)
            if _LENGTH.search(low):
                yield from _spanned(draft, before, told, low, statement)
        before = statement


def _dated(draft: Draft, statement: Statement, days: Sequence[Found], *, first: bool) -> Iterator[Again]:
    if len(days) > _MOST:
        return
    low = _low(draft, statement)
    yield from _named(draft, statement, days, low)
    yield from _spanned(draft, statement, days, low, statement)
    if (len(days) > 1 or first) and " " in low:
        yield from _stepped(draft, statement, days, low)


def _low(draft: Draft, statement: Statement) -> str:
    return draft.low[statement.start : statement.end].replace("\n", " ")


def _ranges(draft: Draft, statement: Statement, days: Sequence[Found]) -> Iterator[tuple[date, date, int, int]]:
    """The first and the last day of each stretch of time in a sentence, and its place."""
    for one, two in pairwise(days):
        first, last = meant(draft, one), meant(draft, two)
        gap = draft.low[one.span.end : two.span.start].replace("\n", " ")
        lead = draft.low[max(statement.start, one.span.start - _REACH) : one.span.start]
        if first is None or last is None or first > last or _RANGE.match(gap) is None:
            continue
        plain = len(gap.split()) <= 4
        if _LEAD.search(lead) or (plain and " and " not in gap):
            yield first, last, one.span.start, two.span.end
    for day in days:
        last = meant(draft, day)
        match = _BARE.search(draft.low[max(statement.start, day.span.start - 24) : day.span.start])
        if match is None or last is None:
            continue
        try:
            first = last.replace(day=int(match[1]))
        except ValueError:
            continue
        if first < last:
            yield first, last, day.span.start, day.span.end


_BARE = re.compile(r"(?<![\d.,/:-])(\d{1,2})(?:st|nd|rd|th)? ?(?:to|until|till|through|bis|[-–—]) ?(?:the )?$")


def _spanned(
    draft: Draft, statement: Statement, days: Sequence[Found], low: str, told_in: Statement
) -> Iterator[Again]:
    ranges = list(_ranges(draft, statement, days))
    if len(ranges) != 1:
        return
    first, last, start, end = ranges[0]
    apart = (last - first).days
    matches = list(_LENGTH.finditer(low))
    if len(matches) > 2:
        return
    for match in matches:
        length = _length(match, low)
        if length is None or _elsewhere(match, low, told_in is statement, (start, end), told_in.start):
            continue
        number, unit = length
        if _fits(apart, number, unit):
            return
        place = Span(start, end, draft.text[start:end])
        message = (
            f"“{place.quote}” is {apart + 1} days with both ends, the letter says "
            f"{match.group().strip()}. Which is right?"
        )
        yield Again(place, "", message)
        return


def _elsewhere(match: re.Match[str], low: str, same: bool, place: tuple[int, int], shift: int) -> bool:
    """Whether a length of time belongs to something other than the stretch told in days."""
    before, behind = low[: match.start()], low[match.end() :].lstrip()
    if _OPEN.search(before) or _ELSE.match(behind) or re.match(r"of (?!absence|silence|delay|which|no)\w", behind):
        return True
    if not same:
        return _THESE.search(before) is None
    start, end = place[0] - shift, place[1] - shift
    between = low[match.end() : start] if match.end() <= start else low[end : match.start()]
    if ";" in between or ". " in between or len(between.split()) > 9:
        return True
    if match.end() <= start:
        return False
    # "From 2 to 6 November, in nine days": behind the days a word must tie the length to them.
    return (
        re.search(
            r"(?:\b(?:in|for|over|lasted|lasting|took|taking|these|those|all|i\.e\.|is|was|makes|or|thus|so"
            r"|all of)|[,(=]) ?(?:the )?$",
            before,
        )
        is None
    )


def _length(match: re.Match[str], low: str) -> tuple[float, str] | None:
    """How many of which unit."""
    if match["fortnight"]:
        return 14, "day"
    if match["half"]:
        share = 0.5 if match["half"].startswith("half") else 0.25
        return (share * 12, "month") if match["halved"] == "year" else (share * _UNITS[match["halved"]], "day")
    number = 1 if match["many"] in _ONE else number_of(match["many"])
    return (number, match["unit"].rstrip("s")) if number else None


def _fits(apart: int, number: float, unit: str) -> bool:
    """Whether a stretch of so many days, one or both ends counted, is as long as told."""
    if unit == "hour":
        return abs(apart - number / 24) <= 1
    if unit in ("month", "year"):
        wanted = number * _UNITS[unit]
        return abs(apart - wanted) <= max(9, wanted * 0.08)
    if unit == "week":
        return 7 * number - 3 <= apart <= 7 * number + 2
    return abs(apart - number) <= 1 or (number % 7 == 0 and abs(apart - number) <= 2)


def _stepped(draft: Draft, statement: Statement, days: Sequence[Found], low: str) -> Iterator[Again]:
    """ "Three days before the sale of 10 October, on 5 October"; "24 hours later, on 8 November"."""
    for one, two in pairwise(days):
        first, second = meant(draft, one), meant(draft, two)
        if first is None or second is None:
            continue
        match = next(iter(_STEP.finditer(low)), None)
        if match is None or _OPEN.search(low[: match.start()]):
            continue
        number = 1 if match["many"] in _ONE else number_of(match["many"])
        if not number:
            continue
        step = round(number * _UNITS[match["unit"]])
        at, start, behind = match.start() + statement.start, one.span.start, match["how"] in ("after", "before")
        tail = (
            low[match.end() : one.span.start - statement.start]
            if at < start
            else low[match.end() : two.span.start - statement.start]
        )
        if len(tail.split()) > 7 or (match["how"] == "after" and tail.lstrip().startswith("that")):
            continue
        if at < start and behind:
            # "A week after D1 …, D2": the other day stands behind.
            right = (second - first).days
            wanted = step if match["how"] == "after" else -step
        elif one.span.end <= at < two.span.start and not behind:
            right, wanted = (second - first).days, step
        else:
            continue
        if right != wanted and not (match["unit"].startswith("hour") and abs(right - number / 24) <= 1):
            message = (
                f"{two.span.quote} is {abs(right)} days from {one.span.quote}, the letter says "
                f"{match.group()}. Which is right?"
            )
            yield Again(two.span, "", message)
            return


def _named(draft: Draft, statement: Statement, days: Sequence[Found], low: str) -> Iterator[Again]:
    """Days that do not lie where a name beside them puts them: the month's end, a quarter, a week, a feast."""
    if _WHEN_HINT.search(low) is None:
        return
    for found in days:
        day = meant(draft, found)
        before = low[max(0, found.span.start - statement.start - 48) : found.span.start - statement.start]
        match = _WHEN.search(before)
        if day is None or match is None or "every" in before or "each" in before:
            continue
        if not _lies(day, match):
            said = match.group().strip(" ,(:")
            message = f"{found.span.quote} is not “{said}”. Which is right?"
            yield Again(found.span, "", message)


def _lies(day: date, match: re.Match[str]) -> bool:
    told = match.groupdict()
    last = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    if told["ended"]:
        return _MONTHS[day.month - 1] == told["ended"] and day.day >= 20
    if told["end"]:
        return day.day >= 24 or day.day <= 3
    if told["start"]:
        return day.day <= 10
    if told["middle"]:
        return 9 <= day.day <= 21
    if told["last"]:
        return day == last
    if told["begin"]:
        return day.day == 1
    if told["quarter"] or told["q"]:
        number = int(told["q"]) if told["q"] else _QUARTERS[told["quarter"]]
        return (day.month - 1) // 3 + 1 == number or told["quarter"] == "last"
    if told["halfyear"]:
        return (day.month > 6) == (told["halfyear"] == "second")
    if told["week"]:
        # American weeks are counted otherwise: one week off may be right.
        return abs(day.isocalendar()[1] - int(told["week"])) <= 1
    if told["month"]:
        return _MONTHS[day.month - 1] == told["month"] or not match.group().rstrip().endswith(
            (",", "(", ", on", ", on the")
        )
    return (day.month, day.day) == _FEASTS[told["feast"]]
