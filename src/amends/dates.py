"""Dates as people write them, found with their place, and written out again.

A numeric date such as 7/2/2021 can be read two ways: it is returned as ambiguous, with both readings, never guessed.
Impossible days (30 February) are found too, with no reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from amends.model import Span
from amends.typed import NamedTuple

MONTHS = "January February March April May June July August September October November December".split()
_NUMBER = {name.lower()[:3]: at for at, name in enumerate(MONTHS, 1)}
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
# Months that sellers leave in their own language: German, Spanish, French, Italian, Portuguese, Turkish, Dutch.
_FOREIGN = {
    name: at
    for at, names in enumerate(
        (
            "januar enero janvier gennaio janeiro ocak januari",
            "februar febrero février febbraio fevereiro şubat februari",
            "märz maerz marzo mars março mart maart",
            "abril avril aprile nisan",
            "mai mayo maggio maio mayıs mei",
            "juni junio juin giugno junho haziran",
            "juli julio juillet luglio julho temmuz",
            "agosto août ağustos augustus",
            "septiembre septembre settembre setembro eylül",
            "oktober octubre octobre ottobre outubro ekim",
            "noviembre novembre novembro kasım",
            "dezember diciembre décembre dicembre dezembro aralık",
        ),
        1,
    )
    for name in names.split()
}
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WEEKDAY = r"(?:(?P<weekday>(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\.?,?\s+(?:the\s+)?)?"
# Where a date may stand, told by its digits: each begins with one, so that other text is passed over at once.
_DAY_HINT = re.compile(r"\d\d?(?:\w\w|\.)?(?:\s+|[-/])(?:[^\W\d_]{2}\s+)?[AaDdEeFfGgHhJjKkLlMmNnOoSsŞşTt][^\W\d_]{2}")
_DIGITS_HINT = re.compile(r"\d[/.-]\d")
# Rarer forms, each looked for only where its mark stands: 24.XI.2026, 2026:04:31 (a camera's), June the thirty-first.
_ROMAN = {name: at for at, name in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), 1)}
# Where one of them may begin, told at its first digit; a plain "14 March 2026" is among them.
_ODD_HINT = re.compile(
    r"\d(?<![\w/.-].)(?=\d?(?:(?:[-/]|,? ?)[A-Za-z]{3,9}\.?(?:[-/ ]?20\d\d|-\d\d| ?['’]\d\d)"
    r"|(?: ?/ ?|\. )\d\d?(?: ?/ ?|\. )20\d\d| tháng|(?P<roman> ?[./-]? ?[IVX]{1,4} ?[./-]? ?(?:19|20)\d\d))"
    r"|\d{3}(?:[-/ ,]{1,2}[A-Za-z]{3,9}[-/ ]\d|\.\d|-\d\d-\d\dT))"
)
# The day behind a month, where no plain blank parts them: Nov-20-2026, November the 20th, 2026, November, 20 2026.
_ODD_DAY_HINT = re.compile(
    r"\d(?=\d?(?:st|nd|rd|th)?(?:-|,? ?)20\d\d)(?:(?<=[A-Za-z][.,-].)|(?<=\.[,-].)|(?<=[A-Za-z].)|(?<= the .)|(?<=, .))"
)
_STAMP_HINT = re.compile(r":\d\d:\d|年")
_ONES = "first second third fourth fifth sixth seventh eighth ninth".split()
_ORDINALS = {
    name: at
    for at, name in enumerate(
        [*_ONES, *"tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth".split(),
         "nineteenth", "twentieth", *(f"twenty-{one}" for one in _ONES), "thirtieth",
         *(f"thirty-{one}" for one in _ONES)],
        1,
    )
}  # fmt: skip
_ORDINAL_ENDS = (
    *("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth teenth tieth".split()),
)
_OF_A_MONTH = (" of", ", of", " day of", " day, of")
_ENDS_OF_MONTHS = tuple(month.lower() for month in MONTHS)
_MONTH_HINT = re.compile(r"[JjFfMmAaSsOoNnDd][AaEePpUuCcOo][BbCcGgLlNnPpRrTtVvYy][A-Za-z]{0,6}\.?\s+\d")
_WEEKDAYS = frozenset("mon tue wed thu fri sat sun".split())
_LONGEST_NAME = 9
_AHEAD_OF_A_DAY, _BEHIND_A_DAY, _LONGEST_ORDINAL = 16, 16, 24


class Found(NamedTuple):
    """A date in a text. `readings` holds the days it can mean: one, two when ambiguous, none when impossible.

    `year_missing` marks a day and month without a year (then `readings` is empty and `day`, `month` are set).
    """

    span: Span
    readings: tuple[date, ...]
    day: int = 0
    month: int = 0
    year_missing: bool = False
    weekday: str = ""

    @property
    def date(self) -> date | None:
        """The day, when there is exactly one reading."""
        readings = self.readings
        return readings[0] if readings and not readings[1:] else None

    @property
    def impossible(self) -> bool:
        """Whether no calendar has this day."""
        if self.year_missing:
            return _day(2024, self.month, self.day) is None
        return not self.readings


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _iso() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w/-]){_WEEKDAY}(?P<year>(?:19|20)\d\d)(?P<sep>[/-])(?P<m>\d{{1,2}})(?P=sep)(?P<day>\d{{1,2}})"
        r"(?![\w/-]|\.\d)",
        re.I,
    )


@cache
def _numeric() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w/.-]){_WEEKDAY}(?P<a>\d{{1,2}})(?P<sep>[/.-])(?P<b>\d{{1,2}})(?P=sep)(?P<year>(?:19|20)?\d\d)"
        r"(?![\w/-]|\.\d)",
        re.I,
    )


@cache
def _day_first() -> re.Pattern[str]:
    # "2.1 July 13" is point 2.1 of a list.
    return re.compile(
        rf"(?<!\w)(?<!\d\.){_WEEKDAY}{_DAY}(?:\s+|[-/]|\.\s+(?!\w+\.?\s+\d{{1,2}}\b))(?!\w+\.?\s+\d{{1,2}},\s+(?:19|20)\d\d)(?:(?:(?:day\s+)?of|de)\s+)?"
        rf"(?:{_MONTH}|(?P<foreign>{'|'.join(_FOREIGN)}))(?:,?(?:\s+|-)(?:de[l]?\s+)?{_YEAR})?(?!\w|['’]s\b)",
        re.I,
    )


@cache
def _month_first() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_WEEKDAY}{_MONTH}\s+{_DAY}(?!\w|:\d|\.\d|%)(?:,?\s+{_YEAR}(?!\w))?", re.I)


@cache
def _roman() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w./-])(?P<day>\d{1,2}) ?[./-]? ?(?P<roman>[IVX]{1,4}) ?[./-]? ?(?P<year>(?:19|20)\d\d)(?![\w/-])"
    )


@cache
def _stamp() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w:])(?P<year>(?:19|20)\d\d)(?::(?P<m>\d\d):(?P<day>\d\d)(?![\w:])"
        r"|年(?P<mm>\d{1,2})月(?P<dd>\d{1,2})日)"
    )


@cache
def _odd() -> re.Pattern[str]:
    month = r"(?P<month{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    month += r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
    return re.compile(
        # 20-Nov-26, 20 Nov '26, 20/Nov/2026, 20NOV2026, 20, November 2026
        rf"(?<![\w/.-])(?:(?:(?P<day1>\d{{1,2}})(?:-|/|,? ?){month.format(1)}\.?(?:[-/ ]?(?P<year1>20\d\d)|(?:-"
        rf"| ?['’])(?P<short>\d\d))"
        # 2026-Nov-20, 2026 November 20
        rf"|(?P<year2>20\d\d)[-/ ,]{{1,2}}{month.format(2)}[-/ ](?P<day2>\d{{1,2}})"
        # Nov-20-2026, November the 20th, 2026, November, 20 2026
        rf"|{month.format(3)}\.?(?:-|,? the |, ?|)(?P<day3>\d{{1,2}})(?:st|nd|rd|th)?(?:-|,? ?)(?P<year3>20\d\d)"
        # 2026.11.20, 20 / 11 / 2026, 20. 11. 2026
        r"|(?P<year4>20\d\d)\.(?P<m4>\d\d?)\.(?P<day4>\d\d?)"
        r"|(?P<day6>\d\d?)(?: ?/ ?|\. )(?P<m6>\d\d?)(?: ?/ ?|\. )(?P<year6>20\d\d)"
        r"|(?P<day7>\d\d?) tháng (?P<m7>\d\d?)(?:,? năm (?P<year7>20\d\d)))(?![\w/-]|T?(?<!\d)\d|\.\d)"
        # 2026-11-20T10:00
        r"|(?P<year5>20\d\d)-(?P<m5>\d\d)-(?P<day5>\d\d)(?=T\d))",
        re.I,
    )


def _found_odd(match: re.Match[str]) -> Found | None:
    """A date in one of the odd forms; where its figures may be read two ways, both."""
    parts = {name.rstrip("1234567"): value for name, value in match.groupdict().items() if value}
    year = int(parts["year"]) if "year" in parts else 2000 + int(parts["short"])
    month = int(parts["m"]) if "m" in parts else _NUMBER[parts["month"].casefold()[:3]]
    place, day = Span(match.start(), match.end(), match.group()), int(parts["day"])
    both = [_day(year, month, day)]
    if match["m6"] and "/" in place.quote:
        both = [_day(year, day, month), *both]
    return Found(place, tuple(dict.fromkeys(reading for reading in both if reading)), day, month)


@cache
def _spelled() -> re.Pattern[str]:
    word = "|".join(sorted(_ORDINALS, key=len, reverse=True)).replace("-", "[- ]")
    month = "|".join(MONTHS)
    return re.compile(
        rf"\b(?:(?P<spelled>{word})(?: day)?,? of,? (?P<month>{month})"
        rf"|(?P<month_first>{month}),? (?:the )?(?P<spelled_last>{word})),?(?: (?P<year>(?:19|20)\d\d))?(?!\w)",
        re.I,
    )


def find(text: str) -> Iterator[Found]:
    """All dates of a text in order; each place is reported once."""
    hits = [_found(match) for match in _candidates(text)]
    hits += _odd_ones(text, {hit.span.start for hit in hits if not hit.year_missing})
    end = -1
    for hit in sorted(hits, key=lambda h: (h.span.start, -h.span.end)):
        if hit.span.start >= end:
            end = hit.span.end
            yield hit


def _odd_ones(text: str, known: set[int]) -> Iterator[Found]:
    """Dates in the odd forms that do not begin where a whole date is known to."""
    for hint in _ODD_HINT.finditer(text):
        at = hint.start()
        if at in known:
            continue
        if hint["roman"]:
            match = _roman().match(text, at)
            if match is not None and match["roman"].lower() in _ROMAN:
                yield _found(match)
        elif (match := _odd().match(text, at)) is not None and (found := _found_odd(match)) is not None:
            yield found
    for hint in _ODD_DAY_HINT.finditer(text):
        at = hint.start()
        for match in _odd().finditer(text, max(0, at - _AHEAD_OF_A_DAY), at + _BEHIND_A_DAY):
            if match["day3"] and match.start("day3") == at and (found := _found_odd(match)) is not None:
                yield found


def _candidates(text: str) -> Iterator[re.Match[str]]:
    """What has the form of a date; the weekday in front belongs to it."""
    for hint in _DIGITS_HINT.finditer(text):
        at = hint.start()
        while at and text[at - 1].isdecimal() and hint.start() - at < 3:
            at -= 1
        if _iso().match(text, at):
            yield from _with_weekday(_iso(), text, at)
        else:
            yield from _with_weekday(_numeric(), text, at)
    for hint in _DAY_HINT.finditer(text):
        if not hint.start() or not text[hint.start() - 1].isalnum():
            yield from _with_weekday(_day_first(), text, hint.start())
    for hint in _MONTH_HINT.finditer(text):
        at = hint.start()
        if text[at : at + 3].casefold() in _NUMBER and (not at or not text[at - 1].isalnum()):
            yield from _with_weekday(_month_first(), text, at)
    yield from _rarer(text)


def _rarer(text: str) -> Iterator[re.Match[str]]:
    """Dates in forms that few write."""
    if _STAMP_HINT.search(text):
        yield from _stamp().finditer(text)
    if _spells(text.lower()):
        yield from _spelled().finditer(text)


def _spells(low: str) -> bool:
    """Whether an ordinal in letters stands beside the name of a month or before "of"."""
    for ordinal in _ORDINAL_ENDS:
        at = low.find(ordinal)
        while at >= 0:
            end = at + len(ordinal)
            if low.startswith(_OF_A_MONTH, end):
                return True
            before = low[max(0, at - _LONGEST_ORDINAL) : at]
            if any(month in before for month in _ENDS_OF_MONTHS):
                return True
            at = low.find(ordinal, end)
    return False


def _with_weekday(form: re.Pattern[str], text: str, at: int) -> Iterator[re.Match[str]]:
    """The date at this place, from the word before it where that is its weekday."""
    match = form.match(text, at)
    if match:
        before = _word_before(text, at)
        if before >= 0 and text[before : before + 4].lower() in ("the ", "the\n"):
            before = _word_before(text, before)
        days = before >= 0 and text[before : before + 3].casefold() in _WEEKDAYS
        yield (form.match(text, before) if days else None) or match


def _word_before(text: str, at: int) -> int:
    """Where a word begins that may be the name of a month or weekday just before `at`, or -1."""
    end = at
    while end and text[end - 1].isspace():
        end -= 1
    if end == at:
        return -1
    if end and text[end - 1] == ",":
        end -= 1
    if end and text[end - 1] == ".":
        end -= 1
    start = end
    while start and end - start <= _LONGEST_NAME and text[start - 1].isalpha():
        start -= 1
    return start if 3 <= end - start <= _LONGEST_NAME else -1


def _found(match: re.Match[str]) -> Found:
    place = Span(match.start(), match.end(), match.group())
    parts = match.groupdict()
    if parts.get("a"):
        first, second = int(parts["a"]), int(parts["b"])
        year = int(parts["year"]) if len(parts["year"]) == 4 else 2000 + int(parts["year"])
        both = [_day(year, first, second), _day(year, second, first)]
        if parts["sep"] == "." and both[1] is not None:
            # Nobody who writes full stops puts the month first.
            both = both[1:]
        weekday = parts.get("weekday") or ""
        return Found(place, tuple(dict.fromkeys(d for d in both if d)), second, first, weekday=weekday)
    spelled = parts.get("spelled") or parts.get("spelled_last")
    number = parts.get("day") or parts.get("dd")
    day = int(number) if number else _ORDINALS[str(spelled).lower().replace(" ", "-")]
    weekday = parts.get("weekday") or ""
    if parts.get("m") or parts.get("mm"):
        month = int(parts.get("m") or parts["mm"])
    elif parts.get("roman"):
        month = _ROMAN[parts["roman"].lower()]
    elif parts.get("month_first"):
        month = _NUMBER[parts["month_first"].casefold()[:3]]
    elif parts.get("foreign"):
        month = _FOREIGN[parts["foreign"].lower()]
    else:
        month = _NUMBER[parts["month"].casefold()[:3]]
    if not parts.get("year"):
        return Found(place, (), day, month, True, weekday)
    reading = _day(int(parts["year"]), month, day)
    return Found(place, (reading,) if reading else (), day, month, False, weekday)


def written(day: date) -> str:
    """A date as the plan writes it, which no reader can take for another: 14 March 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
