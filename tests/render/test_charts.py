"""Charts: every figure is in them, text stays text, bars as long as their figures, one PNG each time."""

from __future__ import annotations

import io
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from amends.model.report import Chart
from amends.render import charts
from amends.render.charts.canvas import ACCENT, scale

SVG = "{http://www.w3.org/2000/svg}"
WEEKS = Chart(
    "weeks",
    "Defects by week",
    "%",
    ("2026-01-05", "2026-01-12", "2026-01-26"),
    (("share", (0.5, 2.0, 1.0)),),
    1.0,
    "under 1 %",
)
BARS = Chart("bars", "Units", "units", ("B0A", "B0B"), (("sold", (100.0, 50.0)), ("invoiced", (25.0, 0.0))))
STEPS = Chart("steps", "Stock", "units", ("2026-01-05", "2026-01-09"), (("B0A", (340.0, 0.0)), ("B0B", (None, 5.0))))
ALL = pytest.mark.parametrize("chart", [WEEKS, BARS, STEPS], ids=lambda chart: chart.form)


def boxes(svg: str, colour: str) -> list[dict[str, float]]:
    return [
        {key: float(box.get(key, 0)) for key in ("x", "y", "width", "height")}
        for box in ElementTree.fromstring(svg).iter(f"{SVG}rect")
        if box.get("fill") == colour
    ]


@ALL
def test_the_figures_stand_in_the_description(chart: Chart) -> None:
    root = ElementTree.fromstring(charts.to_svg(chart, "made up"))

    words = root.findtext(f"{SVG}desc") or ""
    assert chart.title == root.findtext(f"{SVG}title")
    assert all(label in words for label in chart.labels)
    assert chart.limit_words in words


@ALL
def test_a_picture_is_made_the_same_each_time(chart: Chart) -> None:
    svg = charts.to_svg(chart, "made up")

    picture = Image.open(io.BytesIO(charts.to_png(svg)))

    assert charts.to_png(svg) == charts.to_png(svg)
    assert picture.width > 1500
    assert len(picture.convert("L").getcolors(1 << 20) or ()) > 2


def test_bars_are_as_long_as_their_figures() -> None:
    wide = [box["width"] for box in boxes(charts.to_svg(BARS), ACCENT) if box["width"] != 10]

    assert [2.0] == [round(wide[0] / wide[1], 2)]


def test_weeks_at_the_limit_or_above_stand_out_and_a_missing_week_leaves_its_place() -> None:
    found = boxes(charts.to_svg(WEEKS), ACCENT)

    assert [2.0] == [round(found[0]["height"] / found[1]["height"], 1)]
    assert found[1]["x"] - found[0]["x"] > 2 * found[0]["width"]


@ALL
@given(text=st.text(max_size=40))
def test_text_from_outside_is_text(chart: Chart, text: str) -> None:
    hostile = f"</text><script>alert(1)</script>{text}&amp;<!--"
    named = tuple((hostile, values) for _, values in chart.series)

    root = ElementTree.fromstring(
        charts.to_svg(chart._replace(title=hostile, series=named, limit_words=hostile), hostile)
    )

    assert {"svg", "title", "desc", "rect", "text", "polyline"} >= {each.tag.removeprefix(SVG) for each in root.iter()}


@ALL
def test_nothing_to_draw_is_no_crash(chart: Chart) -> None:
    empty = chart._replace(labels=(), series=(("none", ()),))
    zero = chart._replace(series=tuple((name, tuple(0.0 for _ in values)) for name, values in chart.series))

    for each in (empty, zero):
        ElementTree.fromstring(charts.to_svg(each))


@given(st.floats(min_value=0, max_value=1e9))
def test_an_axis_holds_its_figures_in_few_even_steps(largest: float) -> None:
    top, step = scale(largest)

    assert top >= largest
    assert 0 < top / step < 8
    assert abs(top / step - round(top / step)) < 1e-6
