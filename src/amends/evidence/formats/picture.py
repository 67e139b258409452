"""Pictures of pages: photos, scans, screenshots. Their words are for a recogniser; here they are opened and measured.

A picture is a page of the size that its resolution gives. Photos tell none that means anything, so a page as long as a
letter is taken for them.
"""

from __future__ import annotations

from io import BytesIO

from amends.errors import Unreadable
from amends.evidence.formats import MAX_PAGES, Contents, Picture
from amends.evidence.page import Page
from amends.text import one_line
from amends.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Image

TYPES = ("jpg", "png", "gif", "heic", "avif", "webp", "tiff", "bmp")
MAX_PIXELS = 100_000_000
"""The largest picture that is unpacked; the sharpest telephone takes one of half that."""

_LETTER = 792.0
_DPI = (100.0, 1200.0)
_TURNED = (5, 6, 7, 8)
_ORIENTATION, _SOFTWARE, _MAKE, _MODEL, _CHANGED, _TAKEN = 0x0112, 0x0131, 0x010F, 0x0110, 0x0132, 0x9003
_EXIF = 0x8769
_AGAIN = "get the file again, or take a new photo of the page"


def read(data: bytes, name: str) -> Contents:
    """The pages of a picture file. Raises `Unreadable` for one that is broken or cut off, or far too large."""
    import warnings

    from PIL import Image, UnidentifiedImageError

    _take_heif()
    try:
        with warnings.catch_warnings():
            # Sizes are looked at below, before anything is unpacked.
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data)) as image:
                return _contents(image, name)
    except Image.DecompressionBombError:
        raise Unreadable(_too_large(name, "")) from None
    except UnidentifiedImageError:
        raise Unreadable(f"{name} is a broken picture; {_AGAIN}.") from None
    # What decoders raise on files that contradict themselves.
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError, OverflowError) as problem:
        raise Unreadable(f"{name} is a broken picture or was not saved to its end; {_AGAIN}.") from problem


def _take_heif() -> None:
    from PIL import Image

    if "HEIF" not in Image.MIME:
        import pillow_heif

        pillow_heif.register_heif_opener()


def _contents(image: Image, name: str) -> Contents:
    doubts: list[str] = []
    pages: list[Page] = []
    pictures: list[Picture] = []
    frames = int(getattr(image, "n_frames", 1) or 1)
    count = frames if image.format == "TIFF" else 1
    if frames > count:
        doubts.append(f"{name} holds {frames} pictures (it moves); only the first was read.")
    if count > MAX_PAGES:
        doubts.append(f"The file has {count} pages; only the first {MAX_PAGES} were read.")
    for at in range(min(count, MAX_PAGES)):
        if at:
            image.seek(at)
        wide, high = image.size
        if wide * high > MAX_PIXELS:
            raise Unreadable(_too_large(name, f" ({wide:,} x {high:,} pixels)"))
        dpi = _resolution(image)
        if at == 0:
            properties = _properties(image)
        turned = image.getexif().get(_ORIENTATION) in _TURNED
        _unpack(image)
        if turned:
            wide, high = high, wide
        scale = 72.0 / dpi if dpi and _DPI[0] <= dpi <= _DPI[1] else _LETTER / max(wide, high)
        pages.append(Page(at + 1, wide * scale, high * scale, (), scanned=True))
        pictures.append(Picture(at + 1, wide, high, dpi))
    return Contents(tuple(pages), count, tuple(pictures), properties, tuple(doubts))


def _unpack(image: Image) -> None:
    """Unpack a picture as cheaply as its format allows, to see whether it is whole."""
    if image.format == "JPEG":
        image.draft("L", (max(1, image.size[0] // 8), max(1, image.size[1] // 8)))
    image.load()


def _resolution(image: Image) -> float | None:
    """Dots per inch as the file tells them."""
    told: Any = image.info.get("dpi")
    try:
        dpi = float(told[0])
    except (TypeError, ValueError, LookupError, ZeroDivisionError):
        return None
    return round(dpi, 1) if 1.0 < dpi < 10_000.0 else None


def _properties(image: Image) -> dict[str, str]:
    """What the file says of itself. Where a photo was taken is nobody's business and is not read."""
    exif = image.getexif()
    inner = exif.get_ifd(_EXIF)
    told = {
        "producer": exif.get(_SOFTWARE) or image.info.get("Software"),
        "camera": " ".join(str(part) for part in (exif.get(_MAKE), exif.get(_MODEL)) if part),
        "creationdate": inner.get(_TAKEN),
        "moddate": exif.get(_CHANGED),
    }
    return {key: said for key, value in told.items() if value and (said := one_line(str(value), 200))}


def _too_large(name: str, size: str) -> str:
    return f"{name} is far larger than any page{size}; save it smaller, or take a new photo of the page."
