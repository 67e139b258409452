"""Bars, one group for each product, lying, with the figure at the end of each."""

from __future__ import annotations

from amends.render.charts.canvas import ACCENT, DARK, GREY, LEFT, PALE, WIDTH, Canvas, figure
from amends.text import one_line
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.model.report import Chart

_COLOURS = (ACCENT, GREY, PALE)
_BAR = 12
_GAP = 10
_LABELS = 110
_FIGURES = 70


def drawn(chart: Chart, source: str) -> str:
    """The chart as SVG. The first series is in the accent colour."""
    canvas = Canvas()
    canvas.text(LEFT, 28, chart.title, size=15, bold=True)
    y = 44.0
    if len(chart.series) > 1:
        x = float(LEFT)
        for (name, _), colour in zip(chart.series, _COLOURS, strict=False):
            canvas.box(x, y, 10, 10, colour)
            canvas.text(x + 14, y + 9, name)
            x += 34 + 6.2 * len(name)
        y += 22
    left = LEFT + _LABELS
    room = WIDTH - left - _FIGURES
    largest = max((value or 0 for _, values in chart.series for value in values), default=0) or 1
    for at, label in enumerate(chart.labels):
        middle = y + _BAR * len(chart.series) / 2 + 4
        canvas.text(left - 8, middle, one_line(label, 18), anchor="end")
        for (_, values), colour in zip(chart.series, _COLOURS, strict=False):
            value = values[at]
            long = room * (value or 0) / largest
            canvas.box(left, y, long, _BAR - 2, colour)
            canvas.text(left + long + 5, y + _BAR - 3, figure(value, chart.unit), size=10)
            y += _BAR
        y += _GAP
    canvas.line([(left, 44 + 22 * (len(chart.series) > 1) - 4), (left, y - _GAP + 4)], DARK)
    return canvas.done(chart, y, source)
