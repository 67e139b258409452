"""How the lines of text lie on a page: along it or across it, and at which slope."""

from __future__ import annotations

import math
from collections.abc import Sequence

from amends.evidence.upright import Upright
from amends.typed import NamedTuple

Corners = Sequence[tuple[float, float]]
"""The corners of a line of text: top left, top right, bottom right, bottom left as its reader sees it."""

_LONG = 3.0
_STEEP = math.tan(math.radians(12))
_FEW = 8
_ROUNDS = 3
# What a photograph can bend: beyond it the fit follows lines that were not found well.
_MOST = 0.25


class _Row(NamedTuple):
    x: float
    y: float
    slope: float
    weight: float


def span(corners: Corners) -> tuple[float, float]:
    """How long and how high a line is."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = corners
    long = (math.hypot(bx - ax, by - ay) + math.hypot(cx - dx, cy - dy)) / 2
    high = (math.hypot(dx - ax, dy - ay) + math.hypot(cx - bx, cy - by)) / 2
    return long, high


def lies_across(lines: Sequence[Corners]) -> bool:
    """Whether the text runs up or down the page: the page is turned by a quarter."""
    along = across = 0.0
    for corners in lines:
        (ax, ay), (bx, by) = corners[0], corners[1]
        long, high = span(corners)
        if max(long, high) < 2 * min(long, high):
            continue
        flat = abs(bx - ax) >= abs(by - ay)
        if (long >= high) == flat:
            along += max(long, high)
        else:
            across += max(long, high)
    return across > along


def quarter(corners: Corners, high: float) -> Corners:
    """A line of text after the picture, `high` pixels high, was turned by a quarter clockwise."""
    turned = [(high - y, x) for x, y in corners]
    return ordered(turned)


def half(corners: Corners, wide: float, high: float) -> Corners:
    """A line of text after the picture was turned by a half."""
    return ordered([(wide - x, high - y) for x, y in corners])


def ordered(corners: Sequence[tuple[float, float]]) -> Corners:
    """Corners in the order of `Corners`, of a line that runs from left to right."""
    left = sorted(corners)
    first, last = sorted(left[:2], key=lambda point: point[1]), sorted(left[2:], key=lambda point: point[1])
    return [first[0], last[0], last[1], first[1]]


def lie(lines: Sequence[Corners], upright: Upright) -> Upright:
    """The slope of the rows of a page that stands upright, told from its lines of text, both in points."""
    wide, high = upright.size
    rows = []
    for corners in lines:
        long, tall = span(corners)
        if long < _LONG * tall:
            continue
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = corners
        run, rise = bx + cx - ax - dx, by + cy - ay - dy
        if run > 0 and abs(rise) < _STEEP * run:
            middle = ((ax + bx + cx + dx) / 4 - wide / 2, (ay + by + cy + dy) / 4 - high / 2)
            rows.append(_Row(*middle, rise / run, long * long))
    if not rows:
        return upright
    slope = _middle(rows)
    kept = [row for row in rows if abs(row.slope - slope) < 0.06]
    if len(kept) < _FEW:
        return upright._replace(slope=slope)
    made = slope, 0.0, 0.0
    for _ in range(_ROUNDS):
        fitted = _fit(kept, wide, high)
        if fitted is None:
            break
        made = fitted
        slope, down, across = made
        off = sorted(abs(row.slope - slope - down * row.y - across * row.x) for row in kept)
        limit = max(3 * off[len(off) // 2], 0.003)
        nearer = [r for r in kept if abs(r.slope - slope - down * r.y - across * r.x) <= limit]
        if len(nearer) == len(kept) or len(nearer) < _FEW:
            break
        kept = nearer
    slope, down, across = made
    if abs(down) * high > _MOST or abs(across) * wide > _MOST:
        down = across = 0.0
    return upright._replace(slope=slope, down=down, across=across)


def _middle(rows: list[_Row]) -> float:
    """The slope in the middle, by weight."""
    half_of = sum(row.weight for row in rows) / 2
    for row in sorted(rows, key=lambda row: row.slope):
        half_of -= row.weight
        if half_of <= 0:
            return row.slope
    return rows[-1].slope


def _fit(rows: list[_Row], wide: float, high: float) -> tuple[float, float, float] | None:
    """Least squares of slope = a + b y + c x; b and c are held small, so that few rows bend nothing."""
    import numpy

    held = 0.02 * sum(row.weight for row in rows)
    table = numpy.array([(1.0, row.y / high, row.x / wide) for row in rows])
    weights = numpy.array([row.weight for row in rows])
    slopes = numpy.array([row.slope for row in rows])
    square = (table * weights[:, None]).T @ table + numpy.diag((0.0, held, held))
    try:
        a, b, c = numpy.linalg.solve(square, (table * weights[:, None]).T @ slopes)
    except numpy.linalg.LinAlgError:
        return None
    return float(a), float(b) / high, float(c) / wide
