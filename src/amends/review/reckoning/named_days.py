"""Days that a letter names in two ways: "at month's end, 22 October", "in the first quarter, on 14 May", "in week 45,
on 12 November", "in mid-April, on the 29th".
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from amends.model import Span
from amends.review.letter.meant import meant
from amends.review.reckoning.contradiction import Again
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

_MONTHS = "january february march april may june july august september october november december".split()
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_SEASONS = {"spring": (3, 4, 5, 6), "summer": (6, 7, 8, 9), "autumn": (9, 10, 11, 12), "winter": (12, 1, 2, 3)}
FEASTS = {
    "halloween": (10, 31), "christmas eve": (12, 24), "christmas day": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31), "new year's day": (1, 1), "valentine's day": (2, 14), "labour day": (5, 1),
    "may day": (5, 1), "independence day": (7, 4), "veterans day": (11, 11), "all saints' day": (11, 1),
    "singles day": (11, 11), "singles' day": (11, 11), "st patrick's day": (3, 17),
}  # fmt: skip
_EVENTS = (
    "stock-?tak(?:e|ing)|count|recount|audit|training|delivery|sale|check|inspection|visit|inventory|meeting|order"
)
_BESIDE = r"(?: 20\d\d)?(?:,| \(|:| -| –|)(?: (?:on|namely|that is|i\.e\.|being|which was|viz\.?))?(?: the)? ?"
_MONTH, _QUARTER, _FEAST = "|".join(_MONTHS), "|".join(_QUARTERS), "|".join(FEASTS)
_OF_A_MONTH = rf"(?:(?:of|in) (?:the|that|this) month|(?:of|in) (?P<%s>{_MONTH}))"
_WHEN = re.compile(
    rf"\b(?:(?P<end>month'?s'? end|month-end|month end|(?:end|close) {_OF_A_MONTH % 'end_of'}"
    rf"|late (?P<late>{_MONTH}))"
    rf"|(?P<last>(?:the )?last day {_OF_A_MONTH % 'last_of'})"
    rf"|(?P<begin>(?:the )?first day {_OF_A_MONTH % 'begin_of'})"
    rf"|(?P<start>(?:beginning|start) {_OF_A_MONTH % 'start_of'}|early (?P<early>{_MONTH}))"
    rf"|(?P<middle>mid-?month|(?:the )?middle {_OF_A_MONTH % 'middle_of'}|mid[- ](?P<mid>{_MONTH}))"
    rf"|(?:the )?(?P<quarter>{_QUARTER}) quarter(?: of (?:the year|20\d\d))?|q(?P<q>[1-4])(?: 20\d\d| of 20\d\d)?"
    r"|(?:the )?(?P<halfyear>first|second) half of (?:the|this) year|(?:calendar )?(?:week|kw|cw) (?P<week>\d{1,2})"
    rf"|(?:the )?(?P<nth>first|second|third|fourth|last) (?:\\w+ )?week (?:of|in) (?P<of_month>{_MONTH})"
    rf"|(?:the|our|this|that|a) (?P<adjective>{_MONTH}) (?:[a-z-]+ )?(?:{_EVENTS}) (?:of|on|held on|dated)"
    r"|(?:in|during|last|this) (?:early |late )?(?P<season>spring|summer|autumn|winter)"
    rf"|in (?P<month>{_MONTH})|(?P<feast>{_FEAST}))" + _BESIDE + r"(?P<bare>\d{1,2}(?:st|nd|rd|th))?$"
)
_WHEN_HINT = re.compile(
    r"month|quarter|\bq[1-4]\b|week \d|[kc]w \d|half of|\bin [jfmasond]|day\b|eve\b|halloween|spring|summer|autumn"
    r"|winter|mid[- ]|week (?:of|in)"
    r"|(?:end|close|start|beginning|middle) of|early|late "
    rf"|(?:the|our|this|that|a) (?:{_MONTH}) "
)
_BARE = re.compile(r"(?:,|\() ?(?:on )?the \d{1,2}(?:st|nd|rd|th)\b")
_BACK, _FAR = 56, 3


def misnamed(draft: Draft) -> Iterator[Again]:
    """Days that do not lie where a name beside them puts them: the month's end, a quarter, a week, a feast."""
    for statement in draft.statements:
        days = draft.dates_in(statement)
        low = draft.low[statement.start : statement.end].replace("\n", " ") if days or "th" in statement.text else ""
        if not low or _WHEN_HINT.search(low) is None:
            continue
        for found in days:
            day = meant(draft, found)
            if day is not None:
                yield from _judged(low, statement, found.span.start - statement.start, found.span, day)
        if "the " in low:
            yield from _bare(draft, statement, low)


def _bare(draft: Draft, statement: Statement, low: str) -> Iterator[Again]:
    """ "In mid-April 2026, on the 29th": a day of the month that stands alone."""
    for match in _BARE.finditer(low):
        number = int(re.sub(r"\D", "", match.group()))
        when = _WHEN.search(low[max(0, match.end() - _BACK) : match.end()])
        month = next((told for name, told in when.groupdict().items() if told in _MONTHS), None) if when else None
        if month is not None and 1 <= number <= 28 + _FAR:
            start, end = statement.start + match.start() + 1, statement.start + match.end()
            day = date(2024, _MONTHS.index(month) + 1, min(number, 28 if month == "february" else 30))
            yield from _judged(low, statement, match.end(), Span(start, end, draft.text[start:end].strip()), day)


def _judged(low: str, statement: Statement, at: int, place: Span, day: date) -> Iterator[Again]:
    before = low[max(0, at - _BACK) : at]
    match = _WHEN.search(before)
    if match is not None and "every" not in before and "each" not in before and not _lies(day, match):
        said = match.group().strip(" ,(:")
        yield Again(place, "", f"{place.quote} is not “{said}”. Which is right?")


def _lies(day: date, match: re.Match[str]) -> bool:
    """Whether a day lies where the words put it."""
    told = {name: value for name, value in match.groupdict().items() if value}
    month = next((value for value in told.values() if value in _MONTHS), None)
    last = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    if "month" in told:
        return _MONTHS[day.month - 1] == month or not match.group().rstrip().endswith((",", "(", ", on", ", on the"))
    if month is not None and _MONTHS[day.month - 1] != month:
        return False
    if "end" in told:
        return day.day >= 20 if month else day.day >= 24 or day.day <= _FAR
    if "season" in told:
        return day.month in _SEASONS[told["season"]]
    if "nth" in told:
        # Weeks begin in the month before or after as well.
        week = _QUARTERS[told["nth"]]
        return day.day >= 20 if told["nth"] == "last" else 7 * (week - 1) - 2 <= day.day <= 7 * week + 5
    if "adjective" in told:
        return True
    if "start" in told:
        return day.day <= 10
    if "middle" in told:
        return 9 <= day.day <= 21
    if "last" in told:
        return day == last
    if "begin" in told:
        return day.day == 1
    if "quarter" in told or "q" in told:
        number = int(told["q"]) if "q" in told else _QUARTERS[told["quarter"]]
        return (day.month - 1) // 3 + 1 == number or told.get("quarter") == "last"
    if "halfyear" in told:
        return (day.month > 6) == (told["halfyear"] == "second")
    if "week" in told:
        # American weeks are counted otherwise: one week off may be right.
        return abs(day.isocalendar()[1] - int(told["week"])) <= 1
    return (day.month, day.day) == FEASTS[told["feast"]]
