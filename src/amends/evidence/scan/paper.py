"""The sheet of paper on a photograph: which of its sides and corners are not on the picture.

Told only where the sheet stands out from what it lies on; a scanner's picture has no edge of the sheet to go by.
"""

from __future__ import annotations

from amends.typed import Any

_SMALL, _FILLED = 480, 15
_APART = 50.0
_LEAST, _MOST = 0.3, 0.97
_TOUCHING = 0.5
_CORNER = 0.3


def missing(picture: Any) -> tuple[str, ...]:
    """Sides ("left") and corners ("top left corner") of the sheet that are cut off or folded away."""
    import cv2
    import numpy

    high, wide = picture.shape[:2]
    scale = _SMALL / max(high, wide)
    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    # Letters and rules are filled in, so that the sheet is one bright patch.
    wider = cv2.copyMakeBorder(small, _FILLED, _FILLED, _FILLED, _FILLED, cv2.BORDER_REPLICATE)
    square = cv2.getStructuringElement(cv2.MORPH_RECT, (_FILLED, _FILLED))
    filled = cv2.morphologyEx(wider, cv2.MORPH_CLOSE, square)[_FILLED:-_FILLED, _FILLED:-_FILLED]
    _, bright = cv2.threshold(filled, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    outlines = cv2.findContours(bright, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)[0]
    if not outlines:
        return ()
    sheet = cv2.convexHull(max(outlines, key=cv2.contourArea))
    mask = numpy.zeros_like(small)
    cv2.fillConvexPoly(mask, sheet, 1)
    share = float(mask.mean())
    if not _LEAST <= share <= _MOST:
        return ()
    inside, around = filled[mask == 1], filled[mask == 0]
    # A shadow over the sheet parts it too, but slowly: around a sheet everything is dark.
    if numpy.median(inside) - numpy.percentile(around, 90) < _APART:
        return ()
    return (*_sides(mask), *_corners(cv2.approxPolyDP(sheet, 0.02 * cv2.arcLength(sheet, True), True)[:, 0]))


def _sides(mask: Any) -> list[str]:
    """The sides at which the sheet runs off the picture."""
    borders = {"left": mask[:, 0], "top": mask[0], "right": mask[:, -1], "bottom": mask[-1]}
    return [side for side, border in borders.items() if float(border.mean()) > _TOUCHING]


def _corners(outline: Any) -> list[str]:
    """The corner that is gone: a sheet with five corners, two of them near each other, has lost the one between."""
    import numpy

    if len(outline) != 5:
        return []
    edges = [float(numpy.linalg.norm(outline[at] - outline[(at + 1) % 5])) for at in range(5)]
    at = int(numpy.argmin(edges))
    if edges[at] > _CORNER * max(edges):
        return []
    x, y = (outline[at] + outline[(at + 1) % 5]) / 2 - outline.mean(axis=0)
    return [f"{'top' if y < 0 else 'bottom'} {'left' if x < 0 else 'right'} corner"]
