"""The pictures of scanned pages: pages of a PDF drawn, frames of a picture file, as arrays of BGR pixels."""

from __future__ import annotations

import io
import math
import warnings
from collections.abc import Iterator, Sequence

from amends.errors import Unreadable
from amends.evidence.formats import Contents, Picture
from amends.evidence.page import Page
from amends.typed import Any

_FINE, _COARSE, _USUAL = 300.0, 150.0, 200.0
MAX_PIXELS = 12_000_000
"""More are made smaller: an A4 page at 300 dpi has 8.7 million."""

_MAX_FILED = 120_000_000


def pictures(data: bytes, type_: str, contents: Contents, pages: Sequence[Page]) -> Iterator[tuple[Page, Any]]:
    """Each of `pages` with its picture, one at a time. A page whose picture is broken comes with None."""
    yield from _drawn(data, contents, pages) if type_ == "pdf" else _frames(data, type_, pages)


def _drawn(data: bytes, contents: Contents, pages: Sequence[Page]) -> Iterator[tuple[Page, Any]]:
    import pypdfium2

    known = {picture.page: picture for picture in contents.pictures}
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        raise Unreadable("The PDF is broken or locked, so that its pages cannot be drawn.") from None
    with document:
        for page in pages:
            try:
                drawn = document[page.number - 1]
                scale = _dpi(page, known.get(page.number)) / 72
                yield page, drawn.render(scale=scale, rev_byteorder=False, prefer_bgrx=False).to_numpy()[..., :3].copy()
                drawn.close()
            except (pypdfium2.PdfiumError, IndexError):
                yield page, None


def _dpi(page: Page, picture: Picture | None) -> float:
    """The dots per inch to draw at: those of the picture on the page, as far as they serve reading."""
    dpi = min(max(picture.dpi, _COARSE), _FINE) if picture is not None and picture.dpi else _USUAL
    inches = max(page.width * page.height, 1.0) / 72**2
    return min(dpi, math.sqrt(MAX_PIXELS / inches))


def _frames(data: bytes, type_: str, pages: Sequence[Page]) -> Iterator[tuple[Page, Any]]:
    import numpy
    from PIL import Image, ImageOps, UnidentifiedImageError

    if type_ in ("heic", "avif"):
        import pillow_heif

        pillow_heif.register_heif_opener()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            opened = Image.open(io.BytesIO(data))
        except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
            raise Unreadable("The picture is broken or was not saved to its end; get the file again.") from None
        with opened:
            for page in pages:
                try:
                    opened.seek(page.number - 1)
                    if opened.width * opened.height > _MAX_FILED:
                        yield page, None
                        continue
                    wide, high = opened.width, opened.height
                    much = (wide * high / MAX_PIXELS) ** 0.5
                    if much > 1:
                        opened.draft("RGB", (int(wide / much), int(high / much)))
                    frame = _flat(ImageOps.exif_transpose(opened))
                    much = (frame.width * frame.height / MAX_PIXELS) ** 0.5
                    if much > 1:
                        frame = frame.resize((int(frame.width / much), int(frame.height / much)), Image.Resampling.BOX)
                    yield page, numpy.ascontiguousarray(numpy.asarray(frame)[..., ::-1])
                except (OSError, ValueError, EOFError, SyntaxError, Image.DecompressionBombError):
                    yield page, None


def _flat(frame: Any) -> Any:
    """A picture in colours on white: what is transparent would turn black otherwise."""
    from PIL import Image

    if "transparency" in frame.info or frame.mode in ("RGBA", "LA", "PA"):
        seen = frame.convert("RGBA")
        ground = Image.new("RGBA", seen.size, "white")
        ground.alpha_composite(seen)
        return ground.convert("RGB")
    return frame.convert("RGB")


def evened(picture: Any) -> Any:
    """The picture as if lit evenly: divided by its ground, so that shadows and grey paper turn white."""
    import cv2

    high, wide = picture.shape[:2]
    small = cv2.resize(picture, (max(wide // 8, 1), max(high // 8, 1)), interpolation=cv2.INTER_AREA)
    # The ground: what is brightest around each place, without the letters; its middle value, so that noise is left out.
    ground = cv2.dilate(small, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (5, 5)))
    ground = cv2.medianBlur(ground, 11)
    ground = cv2.resize(ground, (wide, high), interpolation=cv2.INTER_LINEAR)
    return cv2.divide(picture, ground, scale=245)
