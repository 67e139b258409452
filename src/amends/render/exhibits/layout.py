"""Where marks go on a page: thin boxes around the cited places, and a small number beside each where the page is empty.

Nothing may cover what stands on the page, so every line and number is tried on the pixels of the page first.
"""

from __future__ import annotations

from collections.abc import Sequence

from amends.model import Box
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PIL.Image import Image

SCALE = 2.0
"""Pixels a point at which a page is looked at."""

_GAPS = (2.5, 2.0, 1.5, 1.0, 3.5, 0.5)
_LINE = 0.7
_TAG_HIGH = 7.5
_TAG_DIGIT = 4.0
_EVEN = 24


class Mark(NamedTuple):
    """A place to be boxed: the numbers of its citations and the box on the page."""

    numbers: tuple[int, ...]
    box: Box


class Drawn(NamedTuple):
    """A mark as it is drawn: the outline, and where its number stands, None when the page has no empty place."""

    numbers: tuple[int, ...]
    outline: Box
    tag: Box | None


class _Paper:
    """The pixels of a page, asked in points."""

    def __init__(self, image: Image, width: float, height: float) -> None:
        self.image = image.convert("L")
        self.across, self.down = self.image.size[0] / width, self.image.size[1] / height
        self.width, self.height = width, height

    def even(self, box: Box) -> bool:
        """Whether nothing stands in a box that lies on the page."""
        if box.left < 1 or box.top < 1 or box.right > self.width - 1 or box.bottom > self.height - 1:
            return False
        return self.ink(box) <= _EVEN

    def ink(self, box: Box) -> int:
        """How much the pixels of a box differ, from 0 to 255."""
        left = min(max(int(box.left * self.across), 0), self.image.size[0] - 1)
        top = min(max(int(box.top * self.down), 0), self.image.size[1] - 1)
        right = min(max(int(box.right * self.across) + 1, left + 1), self.image.size[0])
        bottom = min(max(int(box.bottom * self.down) + 1, top + 1), self.image.size[1])
        low, high = self.image.crop((left, top, right, bottom)).getextrema()
        return int(high) - int(low)  # type: ignore[arg-type]  # one channel has one pair


def laid(marks: Sequence[Mark], image: Image, width: float, height: float) -> tuple[Drawn, ...]:
    """The marks of a page as they are drawn. `image` is the page, `width` and `height` its size in points."""
    paper = _Paper(image, width, height)
    outlines = [_outline(mark.box, paper) for mark in marks]
    taken = list(outlines)
    drawn = []
    for mark, outline in zip(marks, outlines, strict=True):
        tag = _tag(mark, outline, paper, [box for box in taken if box is not outline])
        if tag is not None:
            taken.append(tag)
        drawn.append(Drawn(mark.numbers, outline, tag))
    return tuple(drawn)


def _outline(box: Box, paper: _Paper) -> Box:
    """The box with each side moved out to where its line crosses least."""
    edge = _LINE
    left, top, right, bottom = (
        max(box.left, 0.0),
        max(box.top, 0.0),
        min(box.right, paper.width),
        min(box.bottom, paper.height),
    )
    far = _GAPS[0]
    sides = (
        min(_GAPS, key=lambda g: paper.ink(Box(left - g - edge, top - far, left - g, bottom + far))),
        min(_GAPS, key=lambda g: paper.ink(Box(left - far, top - g - edge, right + far, top - g))),
        min(_GAPS, key=lambda g: paper.ink(Box(right + g, top - far, right + g + edge, bottom + far))),
        min(_GAPS, key=lambda g: paper.ink(Box(left - far, bottom + g, right + far, bottom + g + edge))),
    )
    return Box(
        max(left - sides[0], edge),
        max(top - sides[1], edge),
        min(right + sides[2], paper.width - edge),
        min(bottom + sides[3], paper.height - edge),
    )


def _tag(mark: Mark, outline: Box, paper: _Paper, taken: Sequence[Box]) -> Box | None:
    """An empty place for the number: right of the box, left of it, above or below its corners."""
    wide = _TAG_DIGIT * len(", ".join(map(str, mark.numbers))) + 3.0
    middle = (outline.top + outline.bottom - _TAG_HIGH) / 2
    places = (
        (outline.right + 2, middle),
        (outline.left - 2 - wide, middle),
        (outline.right - wide, outline.top - _TAG_HIGH - 1),
        (outline.left, outline.top - _TAG_HIGH - 1),
        (outline.right - wide, outline.bottom + 1),
        (outline.left, outline.bottom + 1),
    )
    for left, top in places:
        box = Box(left, top, left + wide, top + _TAG_HIGH)
        if paper.even(box) and not any(_meet(box, other) for other in taken):
            return box
    return None


def _meet(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom
