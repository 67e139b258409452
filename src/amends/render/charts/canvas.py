"""The small part of SVG that charts and pictures need. Every text goes through here and is escaped.

The width is that of a telephone held upright, so that nothing has to be scaled down there; on paper it fills a column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape

from amends.render.charts.measure import wrapped
from amends.text import one_line
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.model.report import Chart

WIDTH = 400
LEFT = 16
RIGHT = WIDTH - LEFT
ROOM = RIGHT - LEFT
ACCENT = "#b3402a"
DARK = "#2b2b2b"
GREY = "#666666"
LIGHT = "#b8b8b8"
PALE = "#dddddd"
WHITE = "#ffffff"
GREYS = (DARK, "#8c8c8c", LIGHT, "#5f5f5f", "#cfcfcf")
TITLE = 16
TEXT = 12
SMALL = 10
LEADING = 1.3
"""The distance of lines, in sizes of the letters."""
_FONT = "Helvetica, Arial, 'Libertinus Serif', sans-serif"
_MOST_DESCRIBED = 400
_LONGEST = 20_000
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Canvas:
    """A drawing that grows downwards; its height is set when it is done."""

    def __init__(self) -> None:
        self._parts: list[str] = []

    def head(self, title: str, summary: str = "") -> float:
        """Title and summary at the top; gives the y below them."""
        y = self.lines(LEFT, LEFT + TITLE, title, ROOM, size=TITLE, bold=True, most=3)
        if summary:
            y = self.lines(LEFT, y + TEXT + 8, summary, ROOM, size=TEXT, most=8)
        return y + 8

    def text(
        self, x: float, y: float, words: str, *, size: float = TEXT, colour: str = DARK, anchor: str = "start",
        bold: bool = False,
    ) -> None:  # fmt: skip
        """A line of text; its baseline is at `y`."""
        weight = ' font-weight="bold"' if bold else ""
        self._parts.append(
            f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" fill="{colour}" text-anchor="{anchor}"{weight}>'
            f"{safe(words)}</text>"
        )

    def lines(
        self, x: float, y: float, words: str, room: float, *, size: float = TEXT, colour: str = DARK,
        bold: bool = False, most: int = 0,
    ) -> float:  # fmt: skip
        """Text wrapped to `room`, the first baseline at `y`; gives the last baseline."""
        for at, line in enumerate(wrapped(one_line(words), room, size, bold, most)):
            y += size * LEADING if at else 0
            self.text(x, y, line, size=size, colour=colour, bold=bold)
        return y

    def box(self, x: float, y: float, wide: float, tall: float, colour: str, edge: str = "") -> None:
        """A filled rectangle, with an edge where a colour for it is given."""
        stroke = f' stroke="{edge}" stroke-width="1"' if edge else ""
        self._parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(wide, 0):.1f}" height="{max(tall, 0):.1f}" '
            f'fill="{colour}"{stroke}/>'
        )

    def shape(self, points: Sequence[tuple[float, float]], colour: str, edge: str = "") -> None:
        """A filled polygon."""
        stroke = f' stroke="{edge}" stroke-width="1.5"' if edge else ""
        self._parts.append(f'<polygon points="{_points(points)}" fill="{colour}"{stroke}/>')

    def circle(self, x: float, y: float, radius: float, colour: str, edge: str) -> None:
        """A circle with an edge."""
        self._parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}" fill="{colour}" stroke="{edge}" stroke-width="1.5"/>'
        )

    def line(self, points: Sequence[tuple[float, float]], colour: str, thick: float = 1, dashed: bool = False) -> None:
        """A line through points."""
        dash = ' stroke-dasharray="5 4"' if dashed else ""
        self._parts.append(
            f'<polyline points="{_points(points)}" fill="none" stroke="{colour}" stroke-width="{thick:g}"{dash}/>'
        )

    def done(self, title: str, description: str, height: float, source: str, name: str = "chart") -> str:
        """The SVG, with the source set below `height`. `name` tells its ids from those of others on one page."""
        if source:
            height = self.lines(LEFT, height + SMALL * 1.6, one_line(source, 800), ROOM, size=SMALL, colour=GREY)
        height += LEFT
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" width="{WIDTH}" '
            f'height="{height:.0f}" role="img" aria-labelledby="{name}-title {name}-figures" font-family="{_FONT}">'
            f'<title id="{name}-title">{safe(title)}</title>'
            f'<desc id="{name}-figures">{safe(one_line(description, _LONGEST))}</desc>'
            f'<rect width="{WIDTH}" height="{height:.0f}" fill="{WHITE}"/>{"".join(self._parts)}</svg>\n'
        )


def described(chart: Chart) -> str:
    """The figures of a chart as one line of words."""
    rows = []
    for at, label in enumerate(chart.labels[:_MOST_DESCRIBED]):
        cells = ", ".join(
            f"{name} {figure(values[at], chart.unit)}" for name, values in chart.series if values[at] is not None
        )
        rows.append(f"{label}: {cells}")
    limit = f". {chart.limit_words}" if chart.limit_words else ""
    more = "; …" if len(chart.labels) > _MOST_DESCRIBED else ""
    return "; ".join(rows) + more + limit


def figure(value: float | None, unit: str) -> str:
    """A figure as it is written beside its mark."""
    if value is None:
        return "none"
    return f"{value:.2f} %" if unit == "%" else f"{value:,.10g}"


def scale(largest: float) -> tuple[float, float]:
    """The top of an axis and the step of its marks: one, two or five times a power of ten, about four steps."""
    if largest <= 0:
        return 1.0, 1.0
    step = 10.0 ** len(str(int(largest))) / 100 if largest >= 1 else 0.05
    for factor in (1, 2, 5, 10, 20, 50, 100):
        if largest / (step * factor) <= 5:
            step *= factor
            break
    steps = int(largest / step)
    return step * (steps + (steps * step < largest)), step


def safe(words: str) -> str:
    """Text as it may stand in an SVG."""
    return escape(_NOT_XML.sub("\ufffd", one_line(words)))


def _points(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
