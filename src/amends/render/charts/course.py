"""What changes with time: bars by week beside a limit, steps of stock by day."""

from __future__ import annotations

from datetime import date

from amends.render.charts.canvas import (
    ACCENT,
    DARK,
    GREY,
    GREYS,
    LEFT,
    LIGHT,
    PALE,
    RIGHT,
    ROOM,
    SMALL,
    TEXT,
    Canvas,
    described,
    figure,
    scale,
)  # fmt: skip
from amends.render.charts.measure import shortened, width
from amends.text import one_line
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.model.report import Chart

_TALL = 190
_AXIS = 40
_NAMES = 104
_APART = 13
_BETWEEN = 8
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def weeks(chart: Chart, source: str, summary: str = "", name: str = "chart") -> str:
    """A bar for each week; those at or above the limit are dark and in the accent colour, the others pale."""
    canvas = Canvas()
    counted, values = chart.series[0]
    y = canvas.head(chart.title, summary)
    y = canvas.lines(
        LEFT, y + SMALL, f"{counted}{', %' if chart.unit == '%' else ''}, weeks from Monday", ROOM, size=SMALL,
        colour=GREY,
    )  # fmt: skip
    ceiling = y + 22
    left, right = LEFT + _AXIS, RIGHT
    top, step = scale(max([value or 0 for value in values] + [chart.limit or 0]) * 1.05)
    _marks(canvas, left, right, ceiling, (top, step), chart.unit)
    days = [date.fromisoformat(label) for label in chart.labels]
    first = days[0] if days else date.min
    # The axis is time: a week without rows leaves its place free.
    places = [(day - first).days // 7 for day in days]
    wide = (right - left) / (max(places, default=0) + 1)
    figures: list[tuple[float, float, float]] = []
    for place, value in zip(places, values, strict=True):
        tall = _TALL * (value or 0) / top
        over = chart.limit is not None and (value or 0) >= chart.limit
        x = left + wide * place
        fill, edge = (ACCENT, "") if over else (LIGHT, GREY if wide > 4 else "")
        if tall:
            canvas.box(x + wide * 0.12, ceiling + _TALL - tall, wide * 0.76, tall, fill, edge)
        if value and (over or chart.limit is None):
            figures.append((value, x + wide / 2, ceiling + _TALL - tall - 4))
    _figures(canvas, figures, chart.unit)
    if chart.limit is not None:
        y = ceiling + _TALL * (1 - chart.limit / top)
        canvas.line([(left, y), (right, y)], DARK, 1.4, dashed=True)
    _dates(canvas, [(left + wide * (place + 0.5), day) for place, day in zip(places, days, strict=True)], ceiling)
    bottom = ceiling + _TALL + 22
    if chart.limit_words:
        bottom += 16
        canvas.line([(LEFT, bottom - 4), (LEFT + 24, bottom - 4)], DARK, 1.4, dashed=True)
        bottom = canvas.lines(LEFT + 30, bottom, chart.limit_words, ROOM - 30, size=TEXT)
    return canvas.done(chart.title, described(chart), bottom, source, name)


def steps(chart: Chart, source: str, summary: str = "", name: str = "chart") -> str:
    """A line of steps for each product, its name at its end. The first is in the accent colour."""
    canvas = Canvas()
    y = canvas.head(chart.title, summary)
    ceiling = canvas.lines(LEFT, y + SMALL, chart.unit, ROOM, size=SMALL, colour=GREY) + 16
    left, right = LEFT + _AXIS, RIGHT - _NAMES
    days = [date.fromisoformat(label) for label in chart.labels]
    span = max((days[-1] - days[0]).days, 1) if days else 1
    top, step = scale(max((value or 0 for _, values in chart.series for value in values), default=0))
    _marks(canvas, left, right, ceiling, (top, step), chart.unit)
    ends: list[tuple[float, str, str]] = []
    for (product, values), colour in reversed(list(zip(chart.series, (ACCENT, *GREYS), strict=False))):
        points: list[tuple[float, float]] = []
        last = 0.0
        for day, value in zip(days, values, strict=True):
            if value is None:
                continue
            x = left + (right - left) * (day - days[0]).days / span
            y = ceiling + _TALL * (1 - max(value, 0) / top)
            if points:
                points.append((x, points[-1][1]))
            points.append((x, y))
            last = value
        if points:
            canvas.line(points, colour, 1.8)
            ends.append((points[-1][1], f"{one_line(product, 14)} {figure(last, chart.unit)}", colour))
    below = 0.0
    for y, words, colour in sorted(ends):
        below = max(y + 4, below + _APART)
        dark = colour if colour == ACCENT else DARK
        canvas.text(right + 6, below, shortened(words, _NAMES - 6, SMALL), size=SMALL, colour=dark)
    _dates(canvas, [(left + (right - left) * (day - days[0]).days / span, day) for day in days], ceiling)
    return canvas.done(chart.title, described(chart), max(ceiling + _TALL + 22, below + 10), source, name)


def short(day: date) -> str:
    """A day where there is little room: 9 Mar 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _marks(canvas: Canvas, left: float, right: float, ceiling: float, axis: tuple[float, float], unit: str) -> None:
    top, step = axis
    count = round(top / step)
    for at in range(count + 1):
        y = ceiling + _TALL * (1 - at * step / top)
        canvas.line([(left, y), (right, y)], DARK if at == 0 else PALE, 1 if at == 0 else 0.6)
        words = f"{at * step:.10g} %" if unit == "%" else f"{at * step:,.10g}"
        canvas.text(left - 6, y + 3.5, shortened(words, _AXIS, SMALL), size=SMALL, colour=GREY, anchor="end")


def _figures(canvas: Canvas, figures: list[tuple[float, float, float]], unit: str) -> None:
    """Figures above their bars, the largest first; one that would lie on another is left to the table."""
    taken: list[tuple[float, float]] = []
    for value, x, y in sorted(figures, key=lambda entry: (-entry[0], entry[1])):
        words = figure(value, unit)
        half = width(words, SMALL) / 2 + 2
        x = min(max(x, LEFT + _AXIS + half), RIGHT - half)
        if all(x + half <= start or x - half >= end for start, end in taken):
            taken.append((x - half, x + half))
            canvas.text(x, y, words, size=SMALL, anchor="middle")


def _dates(canvas: Canvas, places: list[tuple[float, date]], ceiling: float) -> None:
    """Days below the axis, as many as fit side by side; the year stands where it begins."""
    last, year = 0.0, 0
    for x, day in places:
        words = f"{day.day} {MONTHS[day.month - 1]}" + (f" {day.year}" if day.year != year else "")
        half = width(words, SMALL) / 2
        x = min(max(x, LEFT + half), RIGHT - half)
        if x - half < last + _BETWEEN:
            continue
        canvas.text(x, ceiling + _TALL + 16, words, size=SMALL, colour=GREY, anchor="middle")
        last, year = x + half, day.year
