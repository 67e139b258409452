"""What changes with time: bars by week beside a limit, steps of stock by day."""

from __future__ import annotations

from datetime import date

from amends.render.charts.canvas import ACCENT, DARK, GREY, GREYS, LEFT, PALE, WIDTH, Canvas, figure, scale
from amends.text import one_line
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.model.report import Chart

_TOP = 62
_TALL = 190
_AXIS = 44
_RIGHT = 24
_NAMES = 110
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_APART = 12


def weeks(chart: Chart, source: str) -> str:
    """A bar for each week; those at or above the limit are in the accent colour, the others grey."""
    canvas = Canvas()
    canvas.text(LEFT, 28, chart.title, size=15, bold=True)
    name, values = chart.series[0]
    canvas.text(LEFT, 46, f"{name}{', %' if chart.unit == '%' else ''}, weeks from Monday", size=10, colour=GREY)
    left, right = LEFT + _AXIS, WIDTH - _RIGHT
    top, step = scale(max([value or 0 for value in values] + [chart.limit or 0]) * 1.05)
    _marks(canvas, left, right, top, step, chart.unit)
    days = [date.fromisoformat(label) for label in chart.labels]
    first = days[0] if days else date.min
    # The axis is time: a week without rows leaves its place free.
    places = [(day - first).days // 7 for day in days]
    wide = (right - left) / (max(places, default=0) + 1)
    for place, value in zip(places, values, strict=True):
        tall = _TALL * (value or 0) / top
        over = chart.limit is None or (value or 0) >= chart.limit
        colour = ACCENT if over and chart.limit is not None else GREY
        x = left + wide * place
        canvas.box(x + wide * 0.12, _TOP + _TALL - tall, wide * 0.76, tall, colour)
        if not value and chart.limit is not None:
            continue
        if len(values) <= 14 or (over and chart.limit is not None and wide >= 26):
            canvas.text(x + wide / 2, _TOP + _TALL - tall - 3, figure(value, chart.unit), size=8, anchor="middle")
    if chart.limit is not None:
        y = _TOP + _TALL * (1 - chart.limit / top)
        canvas.line([(left, y), (right, y)], DARK, 1.2, dashed=True)
    _dates(canvas, [(left + wide * (place + 0.5), day) for place, day in zip(places, days, strict=True)])
    bottom = _TOP + _TALL + 34
    if chart.limit_words:
        canvas.line([(left, bottom), (left + 24, bottom)], DARK, 1.2, dashed=True)
        canvas.text(left + 30, bottom + 4, chart.limit_words, size=10)
        bottom += 14
    return canvas.done(chart, bottom, source)


def steps(chart: Chart, source: str) -> str:
    """A line of steps for each product, its name at its end. The first is in the accent colour."""
    canvas = Canvas()
    canvas.text(LEFT, 28, chart.title, size=15, bold=True)
    canvas.text(LEFT, 46, chart.unit, size=10, colour=GREY)
    left, right = LEFT + _AXIS, WIDTH - _NAMES
    days = [date.fromisoformat(label) for label in chart.labels]
    span = max((days[-1] - days[0]).days, 1) if days else 1
    top, step = scale(max((value or 0 for _, values in chart.series for value in values), default=0))
    _marks(canvas, left, right, top, step, chart.unit)
    ends: list[tuple[float, str, str]] = []
    for (name, values), colour in reversed(list(zip(chart.series, (ACCENT, *GREYS), strict=False))):
        points: list[tuple[float, float]] = []
        last = 0.0
        for day, value in zip(days, values, strict=True):
            if value is None:
                continue
            x = left + (right - left) * (day - days[0]).days / span
            y = _TOP + _TALL * (1 - max(value, 0) / top)
            if points:
                points.append((x, points[-1][1]))
            points.append((x, y))
            last = value
        if points:
            canvas.line(points, colour, 1.8)
            ends.append((points[-1][1], f"{one_line(name, 14)} {figure(last, chart.unit)}", colour))
    below = 0.0
    for y, words, colour in sorted(ends):
        below = max(y + 4, below + _APART)
        canvas.text(right + 6, below, words, size=9, colour=colour)
    _dates(canvas, [(left + (right - left) * (day - days[0]).days / span, day) for day in days])
    return canvas.done(chart, max(_TOP + _TALL + 30, below + 10), source)


def _marks(canvas: Canvas, left: float, right: float, top: float, step: float, unit: str) -> None:
    count = round(top / step)
    for at in range(count + 1):
        y = _TOP + _TALL * (1 - at * step / top)
        canvas.line([(left, y), (right, y)], DARK if at == 0 else PALE, 1 if at == 0 else 0.6)
        words = f"{at * step:.10g} %" if unit == "%" else f"{at * step:,.10g}"
        canvas.text(left - 6, y + 3.5, words, size=9, colour=GREY, anchor="end")


def _dates(canvas: Canvas, places: list[tuple[float, date]]) -> None:
    """Days below the axis, as many as fit side by side; the year stands where it begins."""
    last, year = -100.0, 0
    for x, day in places:
        if x - last < 58:
            continue
        words = f"{day.day} {_MONTHS[day.month - 1]}" + (f" {day.year}" if day.year != year else "")
        canvas.text(x, _TOP + _TALL + 15, words, size=9, colour=GREY, anchor="middle")
        last, year = x, day.year
