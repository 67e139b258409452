"""A page of a document as a picture for the screen, and the same picture with one place boxed.

The picture bears the size of its page in points and how many pages there are, so that whoever keeps it needs nothing
beside it.
"""

from __future__ import annotations

from io import BytesIO

from amends.model import Box
from amends.render.exhibits.original import Original
from amends.typed import NamedTuple

WIDEST = 1400
"""How wide a page is drawn at most, in pixels; a letter of 8.5 inches then has 165 a inch."""

_MOST = 4_000_000
_SHARPEST = 2.6
_SIZE = "amends-page"
_MARK = (200, 30, 30)
_WASH = (255, 224, 102, 70)
_AROUND = 70.0


class Facsimile(NamedTuple):
    """A page as PNG, its width and height in points, and how many pages the document has."""

    png: bytes
    width: float
    height: float
    pages: int


def facsimile(original: Original, number: int) -> Facsimile:
    """A page of a document, counted from 1. Raises `Unreadable` for one that is broken."""
    from PIL.PngImagePlugin import PngInfo

    wide, high = original.size(number - 1)
    scale = min(_SHARPEST, WIDEST / wide, (_MOST / (wide * high)) ** 0.5)
    image = original.pixels(number - 1, scale)
    fitting = (max(round(wide * scale), 1), max(round(high * scale), 1))
    if image.size[0] > fitting[0] or image.size[1] > fitting[1]:
        image = image.resize(fitting, reducing_gap=2.0)
    told = PngInfo()
    told.add_text(_SIZE, f"{wide:.2f} {high:.2f} {original.count}")
    out = BytesIO()
    image.save(out, "PNG", pnginfo=told)
    return Facsimile(out.getvalue(), wide, high, original.count)


def kept(png: bytes) -> Facsimile | None:
    """A page that was drawn before, from its picture alone; None for what is no such picture."""
    from PIL import Image

    try:
        with Image.open(BytesIO(png), formats=("PNG",)) as image:
            wide, high, pages = str(image.info.get(_SIZE, "")).split()
        return Facsimile(png, float(wide), float(high), int(pages))
    except (OSError, ValueError, SyntaxError):
        return None


def boxed(page: Facsimile, box: Box, near: bool = False) -> bytes:
    """The picture of a page with a place boxed; `near` gives only what lies around the place."""
    from PIL import Image, ImageDraw

    with Image.open(BytesIO(page.png), formats=("PNG",)) as opened:
        image = opened.convert("RGB")
    across, down = image.width / page.width, image.height / page.height
    left, right = sorted((_within(box.left, page.width) * across, _within(box.right, page.width) * across))
    top, bottom = sorted((_within(box.top, page.height) * down, _within(box.bottom, page.height) * down))
    around = (left - 4, top - 4, right + 4, bottom + 4)
    ImageDraw.Draw(image, "RGBA").rectangle(around, fill=_WASH, outline=(*_MARK, 255), width=3)
    if near:
        room = _AROUND * down
        image = image.crop((0, max(int(top - room), 0), image.width, min(int(bottom + room), image.height)))
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def _within(side: float, size: float) -> float:
    return min(max(side, 0.0), size)
