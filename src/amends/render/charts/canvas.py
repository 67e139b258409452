"""The small part of SVG that charts need. Every text goes through here and is escaped."""

from __future__ import annotations

import re
import textwrap
from xml.sax.saxutils import escape

from amends.text import one_line
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.model.report import Chart

WIDTH = 640
LEFT = 16
ACCENT = "#b3402a"
DARK = "#2b2b2b"
GREY = "#8c8c8c"
PALE = "#dddddd"
GREYS = (DARK, GREY, "#b8b8b8", "#5f5f5f", "#cfcfcf")
_FONT = "Helvetica, Arial, 'Libertinus Serif', sans-serif"
_MOST_DESCRIBED = 400
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Canvas:
    """A drawing that grows downwards; `height` is set when it is done."""

    def __init__(self) -> None:
        self._parts: list[str] = []

    def text(
        self, x: float, y: float, words: str, *, size: float = 11, colour: str = DARK, anchor: str = "start",
        bold: bool = False,
    ) -> None:  # fmt: skip
        """A line of text; its baseline is at `y`."""
        weight = ' font-weight="bold"' if bold else ""
        self._parts.append(
            f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" fill="{colour}" text-anchor="{anchor}"{weight}>'
            f"{_safe(words)}</text>"
        )

    def box(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle."""
        self._parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 0):.1f}" height="{max(height, 0):.1f}" fill="{colour}"/>'
        )

    def line(self, points: list[tuple[float, float]], colour: str, width: float = 1, dashed: bool = False) -> None:
        """A line through points."""
        dash = ' stroke-dasharray="5 4"' if dashed else ""
        at = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        self._parts.append(f'<polyline points="{at}" fill="none" stroke="{colour}" stroke-width="{width:g}"{dash}/>')

    def done(self, chart: Chart, height: float, source: str) -> str:
        """The SVG, with the source set below `height`."""
        for words in textwrap.wrap(one_line(source, 800), 118, break_long_words=True):
            height += 11
            self.text(LEFT, height, words, size=8, colour=GREY)
        height += 12
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" width="{WIDTH}" '
            f'height="{height:.0f}" role="img" aria-labelledby="title figures" font-family="{_FONT}">'
            f'<title id="title">{_safe(chart.title)}</title><desc id="figures">{_safe(described(chart))}</desc>'
            f'<rect width="{WIDTH}" height="{height:.0f}" fill="#ffffff"/>{"".join(self._parts)}</svg>\n'
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


def _safe(words: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", one_line(words)))
