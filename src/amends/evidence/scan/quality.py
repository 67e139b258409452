"""How well a picture can be read: how high its letters are, how sharp, how far ink stands out, what is cut off."""

from __future__ import annotations

from collections.abc import Sequence

from amends.evidence.scan.lie import Corners, span
from amends.typed import Any

_EDGE = 3.0


def text_height(lines: Sequence[Corners]) -> float | None:
    """How high a usual line of text is, in pixels; None without text."""
    heights = sorted(span(corners)[1] for corners in lines)
    return round(heights[len(heights) // 2], 1) if heights else None


def sharpness(strips: Sequence[Any]) -> float | None:
    """How steeply ink begins, from 0 (washed out) to 1 (within a pixel of it), the middle of some lines of text.

    The steepest tenth of all steps from a pixel to its neighbour, as a share of what lies between ink and paper.
    """
    import cv2
    import numpy

    said = []
    for strip in strips[:12]:
        grey = cv2.cvtColor(strip, cv2.COLOR_BGR2GRAY).astype(numpy.float32)
        dark, light = numpy.percentile(grey, (2, 90))
        if light - dark < 20:
            continue
        steps = numpy.abs(numpy.diff(grey, axis=1)).max(axis=1)
        said.append(float(numpy.median(steps) / (light - dark)))
    return round(min(sorted(said)[len(said) // 2], 1.0), 2) if said else None


def contrast(strips: Sequence[Any]) -> float | None:
    """How far ink stands out from its paper, from 0 to 1, the middle of some lines of text."""
    import numpy

    said = []
    for strip in strips[:12]:
        dark, light = numpy.percentile(strip, (2, 90))
        said.append(float(light - dark) / 255)
    return round(sorted(said)[len(said) // 2], 2) if said else None


def cut_sides(lines: Sequence[Corners], wide: float, high: float) -> tuple[str, ...]:
    """The sides at which lines of text touch the edge of the picture, so that some of the page is missing there."""
    touching = {"left": 0, "top": 0, "right": 0, "bottom": 0}
    for corners in lines:
        long, tall = span(corners)
        if long < tall:
            continue
        across, down = [x for x, _ in corners], [y for _, y in corners]
        touching["left"] += min(across) <= _EDGE
        touching["right"] += max(across) >= wide - _EDGE
        touching["top"] += min(down) <= _EDGE
        touching["bottom"] += max(down) >= high - _EDGE
    return tuple(side for side, count in touching.items() if count >= (1 if side in ("top", "bottom") else 2))
