"""Charts for exhibits: SVG in greys and one accent, printable, each figure written where it stands; PNG from the SVG.

The figures stand in a table beside every chart; the SVG carries them too, as its description, for those who cannot
see it.
"""

from __future__ import annotations

from collections.abc import Sequence

from amends.errors import NotSaved
from amends.render.charts import bars, course
from amends.render.charts.canvas import WIDTH
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.model.report import Chart

_PIXELS_PER_INCH = 288.0
# The fonts that come with the library draw these: Latin, Greek, Cyrillic, Hebrew, Arabic, and common signs.
_PLAIN_LETTERS = "\u0700"
_PLAIN_SIGNS = frozenset("‐‑‒–—‘’‚“”„†‡•…‰‹›€™−")
_JOINERS = "\u200d\ufe0e\ufe0f"
_FORMS = {"bars": bars.drawn, "weeks": course.weeks, "steps": course.steps}


def to_svg(chart: Chart, source: str = "", summary: str = "", name: str = "chart") -> str:
    """A chart as SVG, 400 points wide. `source` says below it what it was made from, `summary` above it what it shows;
    `name` tells its ids from those of others on one page.
    """
    return _FORMS[chart.form](chart, source, summary, name)


def plain(text: str) -> bool:
    """Whether the fonts that come with the library can be trusted to draw a text."""
    return all(c < _PLAIN_LETTERS or c in _PLAIN_SIGNS for c in text)


def to_png(svg: str, missing: Sequence[str] = ()) -> bytes:
    """An SVG as a picture, with the fonts that come with the library: the same bytes everywhere.

    A text that they cannot draw takes the fonts of the machine too, and only then do the bytes depend on it. Letters
    that are `missing` there (`pdf.missing` tells them) are drawn as empty boxes.
    """
    import typst

    if missing:
        svg = svg.translate(
            dict.fromkeys(map(ord, (*missing, *_JOINERS)), None) | dict.fromkeys(map(ord, missing), "□")
        )

    page = (
        "#set page(width: auto, height: auto, margin: 0pt)\n"
        f'#image(bytes(sys.inputs.svg), format: "svg", width: {WIDTH}pt)'
    )
    made = typst.compile(
        page.encode(), format="png", ppi=_PIXELS_PER_INCH, sys_inputs={"svg": svg}, ignore_system_fonts=plain(svg)
    )
    if not isinstance(made, bytes):
        raise NotSaved("The chart does not fit on one page.")
    return made
