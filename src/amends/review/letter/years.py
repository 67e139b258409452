"""The year of a day that is written without one, told from the dates around it.

A letter dates its head and its notice in full and then goes on with "4 June". The year is that which brings the day
nearest to the full date told last before it, or else to the first one behind; where that is months away, none is
read into it. Days far from the time of the letter, as those on which goods expire, tell no other day its year.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from amends.dates import Found

_FARTHEST = 150
_NEAR = 60
_RANGE = 6
_TIME_OF_A_LETTER = 400
# What is done about it follows the last day told with its year.
_AFTERWARDS = timedelta(days=45)


def completed(found: Sequence[Found]) -> tuple[Found, ...]:
    """The dates of a letter in order, those without a year given a reading where one is plain.

    They keep `year_missing`: the year is ours and not the writer's.
    """
    told = sorted(day.date for day in found if day.date is not None)
    if not told:
        return tuple(found)
    middle = told[len(told) // 2]
    last = _last(told)
    near = [day.date for day in found if day.date and abs((day.date - middle).days) <= _TIME_OF_A_LETTER]
    known = next((day for day in near if day <= last), near[0])
    read = []
    for at, day in enumerate(found):
        if not day.year_missing:
            if day.date and day.date <= last and abs((day.date - middle).days) <= _TIME_OF_A_LETTER:
                known = day.date
            read.append(day)
            continue
        follower = found[at + 1] if at + 1 < len(found) else None
        if follower is not None and follower.date and follower.span.start - day.span.end <= _RANGE:
            # "Between 14 April and 2 December 2025": the year stands at the end of the range.
            meant = _before(day, follower.date)
        else:
            meant = _nearest(day, known, min(near), max(near))
        read.append(day if meant is None else day._replace(readings=(meant,)))
    return tuple(read)


def _last(told: Sequence[date]) -> date:
    """The last day, of those in order, that another one stands near: a day far ahead is one on which goods expire."""
    return next((later for later, day in pairwise(reversed(told)) if (later - day).days <= _NEAR), told[-1])


def _nearest(found: Found, known: date, first: date, last: date) -> date | None:
    """The day of this month that lies in the time that the days with a year span, else the one nearest to a known one.

    None where it is far or no calendar has it.
    """
    best: date | None = None
    for year in (known.year - 1, known.year, known.year + 1):
        try:
            day = known.replace(year=year, month=found.month, day=found.day)
        except ValueError:
            continue
        if first <= day <= last + _AFTERWARDS:
            return day
        if best is None or abs((day - known).days) < abs((best - known).days):
            best = day
    return best if best is not None and abs((best - known).days) <= _FARTHEST else None


def _before(found: Found, known: date) -> date | None:
    """The last day of this month and number that is not after a known one."""
    for year in (known.year, known.year - 1):
        try:
            day = known.replace(year=year, month=found.month, day=found.day)
        except ValueError:
            continue
        if day <= known:
            return day
    return None
