"""The time line: what happened, the notice, what was done about it, what runs since, from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from amends import values
from amends.dates import written
from amends.model import Period
from amends.model.picture import Lacking, Matter, Picture, PictureKind
from amends.model.report import Table
from amends.playbook import Catalog
from amends.render.charts.canvas import (
    ACCENT,
    DARK,
    GREY,
    LEADING,
    LEFT,
    LIGHT,
    RIGHT,
    ROOM,
    SMALL,
    TEXT,
    WHITE,
    Canvas,
)  # fmt: skip
from amends.render.charts.course import short
from amends.render.charts.measure import width, wrapped
from amends.render.pictures._moments import WORDS, Moment, Sort, moments, received

_TITLE = "Time line"
_MOST = 40
_RAIL = LEFT + 92
_TEXT_LEFT = _RAIL + 16
_LINES = 4
_BAND = "#f3e9e6"
_LONG = 45
"""From so many days without an event on the line is broken, since it is not drawn to scale."""
_KEPT: tuple[Sort, ...] = ("notice", "action", "measure", "event")


def draw(matter: Matter, catalog: Catalog) -> Picture | Lacking:
    """The time line of a case."""
    found = moments(matter, catalog)
    told = [each for each in found if each.sort != "notice"]
    if not told:
        why = "The case knows of no day but that of the notice." if found else "The case holds no day."
        return Lacking(KIND.id, _TITLE, why, "`amends ask DIR` asks for the days of causes, actions and measures.")
    summary = _summary(matter, found)
    rows = tuple(
        (each.start.isoformat(), each.end.isoformat() if each.end else "", each.label, WORDS[each.sort], each.source)
        for each in found
    )
    table = Table(
        _TITLE, ("Day", "Last day", "What", "Kind", "Known from"), rows, (summary,), "Made from the facts of the case."
    )
    return Picture(KIND.id, _TITLE, summary, _svg(found, summary), table)


def _summary(matter: Matter, found: Sequence[Moment]) -> str:
    """What the time line shows, in one sentence."""
    actions = [each.start for each in found if each.sort == "action"]
    measures = [each.start for each in found if each.sort == "measure"]
    came = received(matter.case)
    parts = []
    if came is not None:
        parts.append(f"the notice came on {written(came)}")
    if actions:
        were = "action was done" if len(actions) == 1 else "actions were done"
        parts.append(f"{len(actions)} {were} {_span(actions)}")
    if measures:
        start = "measure starts" if len(measures) == 1 else "measures start"
        parts.append(f"{len(measures)} {start} {_span(measures)}")
    if not actions and not measures:
        events = [each.start for each in found if each.sort == "event"]
        parts.append(f"{len(events)} {'event began' if len(events) == 1 else 'events began'} {_span(events)}")
    words = ", ".join(parts[:-1]) + (" and " if len(parts) > 1 else "") + parts[-1]
    return f"{words[:1].upper()}{words[1:]}."


def _span(days: Sequence[date]) -> str:
    first, last = min(days), max(days)
    return f"on {written(first)}" if first == last else f"from {values.say(Period(first, last))}"


def _svg(found: Sequence[Moment], summary: str) -> str:
    shown = _shown(found)
    canvas = Canvas()
    y = _legend(canvas, canvas.head(_TITLE, summary) + 8, {each.sort for each in shown}) + 12
    rail: list[tuple[float, bool]] = []
    marks: list[tuple[float, Moment]] = []
    before: Moment | None = None
    for each in shown:
        broken = before is not None and (each.start - (before.end or before.start)).days >= _LONG
        y += 14 if broken else 0
        lines = wrapped(each.label, RIGHT - _TEXT_LEFT - 6, TEXT, each.sort == "notice", _LINES)
        days = _days(each) if before is None or _days(before) != _days(each) else ()
        tall = max(len(lines), 2 if each.end else 1) * TEXT * LEADING + 8
        if each.sort == "notice":
            canvas.box(LEFT, y, ROOM, tall, _BAND)
        middle = y + 4 + TEXT * LEADING / 2
        for at, words in enumerate(days):
            canvas.text(_RAIL - 14, middle + 4 + at * TEXT * LEADING, words, anchor="end", bold=at == 0)
        for at, words in enumerate(lines):
            canvas.text(_TEXT_LEFT, middle + 4 + at * TEXT * LEADING, words, bold=each.sort == "notice")
        rail.append((middle, broken))
        marks.append((middle, each))
        y += tall
        before = each
    for (start, _), (end, broken) in pairwise(rail):
        canvas.line([(_RAIL, start), (_RAIL, end)], LIGHT if broken else DARK, 2, dashed=broken)
    for place, each in marks:
        _mark(canvas, _RAIL, place, each.sort, each.end is not None)
    if len(found) > len(shown):
        y += SMALL + 4
        canvas.text(LEFT, y, f"{len(found) - len(shown):,} more events stand in the table.", size=SMALL, colour=GREY)
    if any(broken for _, broken in rail):
        y += SMALL + 6
        canvas.text(LEFT, y, "A dashed line stands for a longer time.", size=SMALL, colour=GREY)
    words = "; ".join(
        f"{each.start.isoformat()}{f' to {each.end.isoformat()}' if each.end else ''}: {each.label} "
        f"({WORDS[each.sort]})"
        for each in shown
    )
    return canvas.done(_TITLE, f"{summary} {words}", y, "", KIND.id)


def _shown(found: Sequence[Moment]) -> list[Moment]:
    """As many as a reader takes in: the notice, actions and measures before other events, those at the end first."""
    if len(found) <= _MOST:
        return list(found)
    ranked = sorted(range(len(found)), key=lambda at: (_KEPT.index(found[at].sort), -at))
    return [found[at] for at in sorted(ranked[:_MOST])]


def _days(each: Moment) -> tuple[str, ...]:
    return (short(each.start), f"to {short(each.end)}") if each.end else (short(each.start),)


def _legend(canvas: Canvas, y: float, sorts: set[Sort]) -> float:
    x = float(LEFT) + 5
    for sort, words in WORDS.items():
        if sort not in sorts:
            continue
        _mark(canvas, x, y, sort, False)
        canvas.text(x + 12, y + 4, words, size=SMALL + 1)
        x += 12 + width(words, SMALL + 1) + 18
    return y


def _mark(canvas: Canvas, x: float, y: float, sort: Sort, long: bool) -> None:
    """The sign of a sort: told apart by its form as well as by its shade."""
    if sort == "notice":
        canvas.shape([(x, y - 7), (x + 7, y), (x, y + 7), (x - 7, y)], ACCENT, WHITE)
    elif sort == "action":
        canvas.box(x - 5, y - 5, 10, 10, DARK, WHITE)
    elif sort == "measure":
        canvas.shape([(x - 5, y - 6), (x + 7, y), (x - 5, y + 6)], WHITE, DARK)
    else:
        canvas.circle(x, y, 4.5, WHITE, DARK)
        if long:
            canvas.circle(x, y + TEXT * LEADING, 4.5, WHITE, DARK)
            canvas.line([(x, y + 5), (x, y + TEXT * LEADING - 5)], DARK, 2)


KIND = PictureKind("time-line", _TITLE, 10, draw)
