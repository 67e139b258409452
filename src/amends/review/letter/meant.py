"""The day that a date in figures means where it could be read two ways, told from the other dates of the letter."""

from __future__ import annotations

from amends.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from datetime import date

    from amends.dates import Found
    from amends.review.document import Draft


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
