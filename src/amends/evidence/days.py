"""Days as documents write them, in the languages of the word lists, with all the readings that the digits allow.

"03/04/2026" is two days until something else on the pages settles which; nothing is settled here. Two-digit years are
of this century.
"""

from __future__ import annotations

import re
from datetime import date

from amends.evidence.invoice.lexicon import lexicon, plain
from amends.typed import NamedTuple

_YEAR = r"(?:19|20)\d\d"
_NAME = r"[^\W\d_]{3,12}"
# How each form is called, and what has to stand in a text before it is worth to be looked for.
_FORMS = (
    (
        "eastern",
        "eastern",
        re.compile(r"(?:(令和|平成)\s?(\d{1,2}|元)|(" + _YEAR + r"))\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日"),
    ),
    (
        "vietnamese",
        "vietnamese",
        re.compile(r"(?<!\d)(\d{1,2}) tháng (\d{1,2}),? năm (" + _YEAR + r")(?!\d)", re.IGNORECASE),
    ),
    ("iso", "digits", re.compile(r"(?<![\d/.-])(" + _YEAR + r")([-/.])\s?(\d{1,2})\2\s?(\d{1,2})(?![\d/-]|\.\d)")),
    (
        "numeric",
        "digits",
        re.compile(r"(?<![\d/.,-])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(" + _YEAR + r"|\d\d)(?![\d/-]|[.,]\d)"),
    ),
    (
        "day-first",
        "named",
        re.compile(
            r"(?<![\d/.,-])(\d{1,2})(?:st|nd|rd|th|er|º|\.|ª)?[\s/.-]{0,2}(?:de\s|of\s|di\s)?\s?("
            + _NAME
            + r")[.,]{0,2}[\s/.-]{0,2}(?:de\s|del\s|of\s)?\s?[’']?("
            + _YEAR
            # "1 - July 31, 2014" is the end of a period, not a day of the year 31.
            + r"|\d\d(?!\s?,\s?\d{4}))(?!\d|[.,/-]\d)",
            re.IGNORECASE,
        ),
    ),
    (
        "month-first",
        "named",
        re.compile(
            r"(?<![^\W\d_])("
            + _NAME
            + r")[.,]?[\s/-]{0,2}(\d{1,2})(?:st|nd|rd|th)?\s?[.,]{0,2}[\s/-]{0,2}("
            + _YEAR
            + r")(?!\d)",
            re.IGNORECASE,
        ),
    ),
    (
        "year-first",
        "named",
        re.compile(r"(?<!\d)(" + _YEAR + r")[\s/.-]{1,2}(" + _NAME + r")[.]?[\s/.-]{1,2}(\d{1,2})(?!\d)"),
    ),
)
_COMPACT = re.compile(r"(?<!\d)(20\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)")
# Three numbers with marks between, without which no day is written in digits.
_MARKED = re.compile(r"\d\s?[./-]\s?\d{1,2}\s?[./-]\s?\d")
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_BEHIND_ORDINAL = re.compile(r"\d(?:st|nd|rd|th|er|º|ª)([^\W\d_]{3,})", re.IGNORECASE)
_ERAS = {"令和": 2018, "平成": 1988}


class Day(NamedTuple):
    """A day in a text: where it stands, what it can mean, and whether its form settles the order of day and month.

    `readings` has one day, or two for a numeric form that can be read both ways: the first with the day first, the
    second with the month first. `form` is "numeric" where the digits alone have to tell, "dots" with dots between.
    """

    start: int
    end: int
    readings: tuple[date, ...]
    form: str


def days(text: str, compact: bool = False) -> list[Day]:
    """The days in a text from left to right; `compact` also takes "20260314". Impossible days are left out."""
    found: list[Day] = []
    if not _DIGIT.search(text) and "年" not in text:
        return found
    shown = {
        "eastern": "年" in text,
        "vietnamese": "năm" in text,
        "digits": bool(_MARKED.search(text)),
        "named": _names_month(text),
    }
    for form, by, pattern in _FORMS:
        if not shown[by]:
            continue
        for match in pattern.finditer(text):
            if any(match.start() < day.end and day.start < match.end() for day in found):
                continue
            day = _day(form, match)
            if day is not None:
                found.append(day)
    if compact and not found:
        return _compact(text)
    found.sort()
    return found


def _names_month(text: str) -> bool:
    """Whether some letters side by side are a month, with or without the ordinal before them ("14thMarch")."""
    months = lexicon().months.keys()
    if not months.isdisjoint(map(plain, _LETTERS.findall(text))):
        return True
    return not months.isdisjoint(map(plain, _BEHIND_ORDINAL.findall(text)))


def _compact(text: str) -> list[Day]:
    found = []
    for match in _COMPACT.finditer(text):
        read = _made(int(match[1]), int(match[2]), int(match[3]))
        if read is not None:
            found.append(Day(match.start(), match.end(), (read,), "compact"))
    return found


def _day(form: str, match: re.Match[str]) -> Day | None:
    readings: list[date | None]
    if form == "eastern":
        era, since, year, month, day = match.groups()
        number = int(year) if year else _ERAS[era] + (1 if since == "元" else int(since))
        readings = [_made(number, int(month), int(day))]
    elif form == "vietnamese":
        readings = [_made(int(match[3]), int(match[2]), int(match[1]))]
        form = "named"
    elif form == "iso":
        readings = [_made(int(match[1]), int(match[3]), int(match[4]))]
    elif form == "numeric":
        one, other, year = int(match[1]), int(match[3]), _century(match[4])
        readings = [_made(year, other, one)]
        if match[2] == ".":
            form = "dots"
        if one != other and not (match[2] == "." and readings[0] is not None):
            readings.append(_made(year, one, other))
    else:
        at = {"day-first": (3, 2, 1), "month-first": (3, 1, 2), "year-first": (1, 2, 3)}[form]
        month_number = lexicon().months.get(plain(match[at[1]]))
        if month_number is None:
            return None
        readings = [_made(_century(match[at[0]]), month_number, int(match[at[2]]))]
        form = "named"
    days = tuple(day for day in readings if day is not None)
    return Day(match.start(), match.end(), days, form) if days else None


def _century(year: str) -> int:
    return int(year) if len(year) == 4 else 2000 + int(year)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
