"""The forms that tables of reports share."""

from __future__ import annotations

from collections.abc import Sequence

from amends.model.report import Asked, Chart, Rows, Table

_MOST = 1000
_LONGEST = 120


def figure(number: float | int) -> str:
    """A whole number as it stands in a table for people."""
    return f"{int(number)}"


def by_columns(
    rows: Rows, asked: Asked, title: str, by: Sequence[str], of: Sequence[str], head: Sequence[str]
) -> Table:
    """Rows counted and columns added up by others. `head` names those of `by`, the count, those of `of`; the columns
    that the file lacks are left out of both."""
    groups = [name for name in by if name in rows.has]
    values = [name for name in of if name in rows.has]
    heads = [words for words, name in zip(head, (*by, "", *of), strict=True) if not name or name in rows.has]
    found = rows.sums(groups, values, asked)
    made = tuple(tuple(str(cell)[:_LONGEST] for cell in row) for row in found[:_MOST])
    notes = (f"{len(found) - _MOST:,} more lines are left out.",) if len(found) > _MOST else ()
    return Table(title, tuple(heads), made, notes)


def by_week(rows: Rows, asked: Asked, title: str, counted: tuple[str, Sequence[str]], words: tuple[str, str]) -> Table:
    """Rows by week and those that count among them; `words` name both."""
    weeks = rows.weeks(counted[0], counted[1], asked)
    made = tuple((week.isoformat(), figure(total), figure(bad)) for week, total, bad in weeks)
    chart = Chart(
        "weeks",
        title,
        "",
        tuple(week.isoformat() for week, _, _ in weeks),
        ((words[1], tuple(float(bad) for _, _, bad in weeks)),),
    )
    head = ("Week from", words[0].capitalize(), words[1].capitalize())
    return Table(title, head, made, chart=chart if weeks else None)
