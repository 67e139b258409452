"""Charts for exhibits: SVG in greys and one accent, printable, each figure written where it stands; PNG from the SVG.

The figures stand in a table beside every chart; the SVG carries them too, as its description, for those who cannot
see it.
"""

from __future__ import annotations

from amends.errors import NotSaved
from amends.render.charts import bars, course
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.model.report import Chart

_PIXELS_PER_INCH = 200.0
_FORMS = {"bars": bars.drawn, "weeks": course.weeks, "steps": course.steps}


def to_svg(chart: Chart, source: str = "") -> str:
    """A chart as SVG, 640 points wide. `source` says below it what it was made from."""
    return _FORMS[chart.form](chart, source)


def to_png(svg: str) -> bytes:
    """An SVG of `to_svg` as a picture, with the fonts that come with the library: the same bytes everywhere."""
    import typst

    page = (
        '#set page(width: auto, height: auto, margin: 0pt)\n#image(bytes(sys.inputs.svg), format: "svg", width: 640pt)'
    )
    made = typst.compile(
        page.encode(), format="png", ppi=_PIXELS_PER_INCH, sys_inputs={"svg": svg}, ignore_system_fonts=True
    )
    if not isinstance(made, bytes):
        raise NotSaved("The chart does not fit on one page.")
    return made
