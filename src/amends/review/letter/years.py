"""What a day means that is not written in full, told from the dates around it: one without its year, or in figures that
can be read two ways.

A letter dates its head and its notice in full and then goes on with "4 June". The year is that which brings the day
nearest to the full date told last before it, or else to the first one behind; where that is months away, none is
read into it.
"""

from __future__ import annotations

from amends.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from amends.dates import Found
    from amends.review.document import Draft

_FARTHEST = 150
_RANGE = 6


def completed(found: Sequence[Found]) -> tuple[Found, ...]:
    """The dates of a letter in order, those without a year given a reading where one is plain.

    They keep `year_missing`: the year is ours and not the writer's.
    """
    known = next((day.date for day in found if day.date is not None), None)
    if known is None:
        return tuple(found)
    read = []
    for at, day in enumerate(found):
        if not day.year_missing:
            known = day.date or known
            read.append(day)
            continue
        follower = found[at + 1] if at + 1 < len(found) else None
        if follower is not None and follower.date and follower.span.start - day.span.end <= _RANGE:
            # "Between 14 April and 2 December 2025": the year stands at the end of the range.
            meant = _before(day, follower.date)
        else:
            meant = _nearest(day, known)
        read.append(day if meant is None else day._replace(readings=(meant,)))
    return tuple(read)


def _nearest(found: Found, known: date) -> date | None:
    """The day of this month nearest to a known one, or None where it is far or no calendar has it."""
    best: date | None = None
    for year in (known.year - 1, known.year, known.year + 1):
        try:
            day = known.replace(year=year, month=found.month, day=found.day)
        except ValueError:
            continue
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


def meant(draft: Draft, found: Found) -> date | None:
    """The day that a date of this letter means, also where its figures could be read two ways.

    A seller writes all such dates alike: one that can be read in one way only ("13/11/2026", "11/13/2026") tells how
    the others are meant. Where the letter does not tell, nothing is read into it.
    """
    if len(found.readings) < 2:
        return found.date
    if "month first" not in draft.memo:
        plain = [f for f in draft.dates if f.date is not None and f.span.quote.count("/") == 2 and "20" in f.span.quote]
        # `day` and `month` hold the second and the first figure of a date in figures.
        draft.memo["month first"] = {f.date.day == f.day and f.date.month == f.month for f in plain if f.date}
    known = cast("set[bool]", draft.memo["month first"])
    if len(known) != 1:
        return None
    return next((day for day in found.readings if (day.month == found.month) == (True in known)), None)
