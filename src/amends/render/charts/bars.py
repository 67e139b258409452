"""Bars, one group for each product, lying, with the figure and what it counts at the end of each."""

from __future__ import annotations

from amends.render.charts.canvas import (
    ACCENT,
    DARK,
    GREY,
    LEFT,
    LIGHT,
    PALE,
    ROOM,
    SMALL,
    TEXT,
    WHITE,
    Canvas,
    described,
    figure,
)  # fmt: skip
from amends.render.charts.measure import shortened, width
from amends.text import one_line
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.model.report import Chart

# Told apart without colour: dark, white with an edge, light.
_FILLS = ((ACCENT, ACCENT), (WHITE, DARK), (LIGHT, GREY), (PALE, GREY))
_BAR = 14
_GAP = 12
_FIGURES = 0.5


def drawn(chart: Chart, source: str, summary: str = "", name: str = "chart") -> str:
    """The chart as SVG. The first series is in the accent colour."""
    canvas = Canvas()
    y = canvas.head(chart.title, summary) + 8
    several = len(chart.series) > 1

    def words(of: str, value: float | None) -> str:
        return f"{figure(value, chart.unit)} {of}" if several else figure(value, chart.unit)

    longest = max((width(words(of, v), TEXT) for of, values in chart.series for v in values), default=0.0)
    figures = min(longest + 8, ROOM * _FIGURES)
    largest = max((value or 0 for _, values in chart.series for value in values), default=0) or 1
    top = y
    for at, label in enumerate(chart.labels):
        canvas.text(LEFT, y + TEXT, shortened(one_line(label), ROOM, TEXT, bold=True), bold=True)
        y += TEXT + 6
        top = y
        for (of, values), (fill, edge) in zip(chart.series, _FILLS, strict=False):
            value = values[at]
            long = (ROOM - figures) * max(value or 0, 0) / largest
            if long:
                canvas.box(LEFT, y, long, _BAR - 3, fill, edge)
            told = shortened(words(of, value), figures - 6, TEXT)
            canvas.text(LEFT + long + 6, y + _BAR - 4, told)
            y += _BAR + 1
        canvas.line([(LEFT, top - 2), (LEFT, y - 1)], DARK)
        y += _GAP
    if not chart.labels:
        canvas.text(LEFT, y + SMALL, "nothing to show", size=SMALL, colour=GREY)
        y += TEXT
    return canvas.done(chart.title, described(chart), y - _GAP, source, name)
