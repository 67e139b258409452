"""The lie of a page told from its lines of text, and the way there and back."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.evidence.scan.lie import half, lie, lies_across, ordered, quarter
from amends.evidence.upright import Upright

Point = tuple[float, float]


def line(x: float, y: float, long: float, slope: float, high: float = 12) -> list[Point]:
    """The corners of a line of text whose left end is at x, y."""
    run = long / math.hypot(1, slope)
    return [(x, y), (x + run, y + run * slope), (x + run, y + run * slope + high), (x, y + high)]


@given(
    turn=st.sampled_from((0, 90, 180, 270)),
    slope=st.floats(-0.06, 0.06),
    down=st.floats(-1e-4, 1e-4),
    across=st.floats(-1e-4, 1e-4),
    x=st.floats(0, 595),
    y=st.floats(0, 842),
)
def test_a_point_comes_back_to_where_it_was(
    turn: int, slope: float, down: float, across: float, x: float, y: float
) -> None:
    upright = Upright(595, 842, turn, slope, down, across)

    assert (x, y) == pytest.approx(upright.back(*upright.there(x, y)), abs=0.05)


@given(slope=st.floats(-0.06, 0.06), seed=st.integers(0, 1000))
def test_the_slope_of_a_tilted_page_is_found(slope: float, seed: int) -> None:
    lines = [line(40 + (at * 37 + seed) % 200, 40 + at * 30, 80 + (at * 53) % 200, slope) for at in range(20)]

    assert slope == pytest.approx(lie(lines, Upright(595, 842)).slope, abs=1e-3)


def test_rows_of_a_page_seen_from_aside_come_to_one_height() -> None:
    # The slope goes from -2.5 % at the top to 2.5 % at the foot.
    lines = []
    for at in range(25):
        y = 40 + at * 30
        slope = -0.025 + 0.05 * y / 842
        lines += [line(50, y, 120, slope), line(400, y + 350 * slope, 100, slope)]

    upright = lie(lines, Upright(595, 842))

    for left, right in zip(lines[::2], lines[1::2], strict=True):
        assert upright.there(*left[0])[1] == pytest.approx(upright.there(*right[0])[1], abs=2)


def test_a_line_that_was_found_wrong_does_not_bend_the_page() -> None:
    straight = [line(50, 40 + at * 30, 200, 0.0) for at in range(20)]

    assert lie([*straight, line(50, 700, 60, 0.05)], Upright(595, 842)).slope == pytest.approx(0, abs=2e-3)


def test_a_page_without_lines_stays_as_it_is() -> None:
    assert Upright(595, 842) == lie([], Upright(595, 842))


def test_a_quarter_turn_is_told_and_made() -> None:
    upright = [line(50, 40 + at * 30, 200, 0.01) for at in range(5)]
    # The page lies on its left side: turned by a quarter against the clock.
    turned = [ordered([(y, 595 - x) for x, y in corners]) for corners in upright]

    assert not lies_across(upright)
    assert lies_across(turned)
    for there, back in zip(upright, (quarter(corners, 595) for corners in turned), strict=True):
        assert [pytest.approx(point) for point in there] == list(back)


def test_a_half_turn_twice_is_none() -> None:
    there = line(50, 40, 200, 0.01)

    assert [pytest.approx(point) for point in there] == list(half(half(there, 595, 842), 595, 842))
