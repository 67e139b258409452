"""The day that a head line names, in the forms and languages in which mail programs write it."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = (
    "januar janvier enero gennaio janeiro januari",
    "februar février fevrier febrero febbraio fevereiro februari",
    "märz maerz mars marzo março maart",
    "april avril abril aprile",
    "mai mayo maggio maio mei",
    "juni juin junio giugno junho",
    "juli juillet julio luglio julho",
    "august août aout agosto augustus",
    "september septembre septiembre setiembre settembre setembro",
    "oktober octobre octubre ottobre outubro",
    "november novembre noviembre novembro",
    "dezember décembre decembre diciembre dicembre dezembro december",
)
_LOCAL = re.compile(
    r"(?<!\d)(\d{1,2})(?:\.|er|º)?\s{1,3}(?:de\s{1,3})?([^\W\d_]{3,12})\.?,?\s{1,3}(?:de\s{1,3})?((?:19|20)\d\d)(?!\d)"
)
_EASTERN = re.compile(r"((?:19|20)\d\d)\s?[年/.]\s?(\d{1,2})\s?[月/.]\s?(\d{1,2})(?!\d)\s?日?")
_TIME = re.compile(
    r"[\s,]*(?:(?:at|um|à|a las|alle|om|kl\.?)\s+)?(?:\d{1,2}(?:[:.h]\d{2}){1,2}(?:\s?[AaPp]\.?\s?[Mm]\.?)?)?"
    r"(?:\s?Uhr)?(?:\s?\(?[A-Z]{2,5}(?:[+-]\d{1,2}(?::?\d\d)?)?\)?|\s?[+-]\d{4})?(?:\s?\([^()]{0,40}\))?[\s.]*"
)


def day_of(value: str, day_first: bool = False) -> tuple[date | None, str | None]:
    """The first day in a value, and a doubt when it can be read in two ways.

    `day_first` settles 03.04.2025 for programs whose language always puts the day first.
    """
    day, _, doubt = _first(value[:300], day_first)
    return day, doubt


def day_line(line: str) -> tuple[date | None, str | None]:
    """The day of a line that holds a day, perhaps with the time, and nothing else."""
    line = line.strip()[:120]
    if not any(map(str.isdigit, line)):
        return None, None
    day, place, doubt = _first(line, False)
    if (day or doubt) and not line[: place[0]].strip(" ,(") and _TIME.fullmatch(line[place[1] :]):
        return day, doubt
    return None, None


def _first(value: str, day_first: bool) -> tuple[date | None, tuple[int, int], str | None]:
    from amends import dates

    if east := _EASTERN.search(value):
        return _made(*east.groups()), east.span(), None
    for found in dates.find(value):
        place = (found.span.start, found.span.end)
        if found.date:
            return found.date, place, None
        if len(found.readings) == 2:
            if day_first:
                return found.readings[1], place, None
            first, second = (dates.written(day) for day in found.readings)
            return None, place, f'"{found.span.quote}" can mean {first} or {second}; say on which day the message came.'
    for match in _LOCAL.finditer(value):
        word = match[2].lower()
        months = {n for n, names in enumerate(_MONTHS, 1) for name in names.split() if name.startswith(word)}
        if len(months) == 1:
            weekday = re.search(r"[^\W\d_]{2,10}\.?,?\s{0,2}$", value[: match.start()])
            start = weekday.start() if weekday else match.start()
            return _made(match[3], str(months.pop()), match[1]), (start, match.end()), None
    return None, (0, 0), None


def _made(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
