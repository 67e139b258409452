"""A document of the evidence as pages that can be drawn: a PDF or a picture, opened for copying and never written.

Sizes are in points as a reader sees the page, turned as the file says, so that boxes of a reading fit.
"""

from __future__ import annotations

from io import BytesIO

from amends.errors import Unreadable
from amends.formats.pdfguard import is_too_much
from amends.typed import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from PIL.Image import Image

PICTURES = frozenset({"jpg", "png", "gif", "heic", "avif", "webp", "tiff", "bmp"})
MOST_PAGES = 200
"""How many pages of one document are copied."""

MOST_PIXELS = 100_000_000
"""The largest picture that a page is drawn as."""

_LONGEST = 14_400.0
_LETTER = 792.0
_DPI = (100.0, 1200.0)
_PASSWORD = 4
_MADE_BY_CAMERA = 0x0112


class Size(NamedTuple):
    """Width and height of a page in points."""

    width: float
    height: float


class Original:
    """A document opened for copying; use it as a context manager.

    `type_` is what `sniff` told of the bytes. `sizes` are the sizes of the pages as they were read, which a picture
    needs, since its boxes are in the points of that page. Raises `Unreadable` for what cannot be drawn.
    """

    def __init__(self, data: bytes, type_: str, name: str, sizes: Sequence[tuple[float, float]] = ()) -> None:
        self.name = name
        self._picture: Image | None = None
        self._document: Any = None
        self._jpeg = b""
        if type_ == "pdf":
            self._open_pdf(data)
        elif type_ in PICTURES:
            self._open_picture(data, type_, sizes)
        else:
            raise Unreadable(f"{name} has no pages that could be copied; print it to PDF and add that.")

    def _open_pdf(self, data: bytes) -> None:
        import pypdfium2

        if is_too_much(data):
            raise Unreadable(f"{self.name} asks for far more drawing than any document needs; print it to a new PDF.")
        try:
            self._document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as problem:
            locked = problem.err_code == _PASSWORD
            why = "is locked with a password" if locked else "is a broken PDF"
            raise Unreadable(f"{self.name} {why}; it cannot be copied.") from None
        self.count = min(len(self._document), MOST_PAGES)
        if not self.count:
            raise Unreadable(f"{self.name} has no pages.")
        # Fields of a form and signatures are drawn over the page, and are part of what a reader sees.
        self._document.init_forms()
        self._sizes = [self._size_of(at) for at in range(self.count)]

    def _size_of(self, at: int) -> Size:
        import pypdfium2

        try:
            width, height = self._document.get_page_size(at)
        except pypdfium2.PdfiumError:
            raise Unreadable(f"Page {at + 1} of {self.name} is broken; it cannot be copied.") from None
        if not (1 <= width <= _LONGEST and 1 <= height <= _LONGEST):
            raise Unreadable(f"Page {at + 1} of {self.name} has a size that no paper has; print it to a new PDF.")
        return Size(width, height)

    def _open_picture(self, data: bytes, type_: str, sizes: Sequence[tuple[float, float]]) -> None:
        import warnings

        from PIL import Image

        if type_ in ("heic", "avif") and "HEIF" not in Image.MIME:
            import pillow_heif

            pillow_heif.register_heif_opener()
        try:
            with warnings.catch_warnings():
                # Sizes are looked at below, before anything is unpacked.
                warnings.simplefilter("ignore")
                picture = Image.open(BytesIO(data))
                self._check(picture)
                frames = int(getattr(picture, "n_frames", 1) or 1) if picture.format == "TIFF" else 1
                turned = picture.getexif().get(_MADE_BY_CAMERA, 1) != 1
                if type_ == "jpg" and picture.mode in ("RGB", "L") and not turned:
                    self._jpeg = data
                picture.load()
        except Image.DecompressionBombError:
            raise Unreadable(f"{self.name} is far larger than any page; save it smaller.") from None
        # What decoders raise on files that contradict themselves.
        except (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError, OverflowError) as problem:
            raise Unreadable(f"{self.name} is a broken picture; it cannot be copied.") from problem
        self._picture = picture
        self.count = min(frames, MOST_PAGES)
        self._sizes = [Size(*sizes[at]) if at < len(sizes) else self._own_size(at) for at in range(self.count)]

    def _check(self, picture: Image) -> None:
        if picture.size[0] * picture.size[1] > MOST_PIXELS:
            raise Unreadable(f"{self.name} is far larger than any page; save it smaller.")

    def _own_size(self, at: int) -> Size:
        """The size of a picture's page by its resolution; as long as a letter where it tells none."""
        image = self._frame(at)
        told = image.info.get("dpi")
        dpi = float(told[0]) if isinstance(told, tuple) and told else 0.0
        scale = 72.0 / dpi if _DPI[0] <= dpi <= _DPI[1] else _LETTER / max(image.size)
        return Size(image.size[0] * scale, image.size[1] * scale)

    def _frame(self, at: int) -> Image:
        """A frame of a picture as its reader sees it: turned, on white where it is transparent, in colour or gray."""
        from PIL import Image, ImageOps

        assert self._picture is not None
        try:
            if self.count > 1 or at:
                self._picture.seek(at)
                self._check(self._picture)
            image = ImageOps.exif_transpose(self._picture)
        except (OSError, ValueError, SyntaxError, EOFError) as problem:
            raise Unreadable(f"Page {at + 1} of {self.name} is broken; it cannot be copied.") from problem
        dpi = self._picture.info.get("dpi")
        if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
            paper = Image.new("RGB", image.size, "white")
            clear = image.convert("RGBA")
            paper.paste(clear, mask=clear.getchannel("A"))
            image = paper
        elif image.mode != "L":
            image = image.convert("RGB")
        if dpi:
            image.info["dpi"] = dpi
        return image

    def __enter__(self) -> Original:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        if self._document is not None:
            self._document.close()
        if self._picture is not None:
            self._picture.close()

    def size(self, at: int) -> Size:
        """The size of a page (counted from 0)."""
        return self._sizes[at]

    @property
    def is_picture(self) -> bool:
        """Whether it is a picture file, not a PDF."""
        return self._picture is not None

    def pixels(self, at: int, scale: float) -> Image:
        """A page as a picture in RGB, `scale` pixels a point. A picture file keeps its own pixels: `scale` is not
        looked at."""
        import pypdfium2

        if self._picture is not None:
            return self._frame(at).convert("RGB")
        wide, high = self.size(at)
        scale = min(scale, (MOST_PIXELS / (wide * high)) ** 0.5)
        try:
            page = self._document[at]
            try:
                image: Image = page.render(scale=scale, may_draw_forms=True).to_pil()
            finally:
                page.close()
        except pypdfium2.PdfiumError:
            raise Unreadable(f"Page {at + 1} of {self.name} is broken; it cannot be copied.") from None
        return image.convert("RGB")

    def draw(self, at: int, target: Any, page: Any, left: float, bottom: float) -> None:
        """Put a page, as large as it is, on a page of another document, its lower left corner at this place."""
        if self._picture is not None:
            page.insert_obj(self._as_image(at, target, left, bottom))
            return
        import pypdfium2

        try:
            page.insert_obj(self._as_form(at, target, left, bottom))
        except pypdfium2.PdfiumError:
            raise Unreadable(f"Page {at + 1} of {self.name} is broken; it cannot be copied.") from None

    def _as_form(self, at: int, target: Any, left: float, bottom: float) -> Any:
        import pypdfium2
        import pypdfium2.raw as raw

        source = self._document[at]
        try:
            raw.FPDFPage_Flatten(source, raw.FLAT_NORMALDISPLAY)
        finally:
            source.close()
        # PDFium gives the page as a reader sees it: turned, and cut to the part that shows.
        form = self._document.page_as_xobject(at, target).as_pageobject()
        form.set_matrix(pypdfium2.PdfMatrix(1, 0, 0, 1, left, bottom))
        return form

    def _as_image(self, at: int, target: Any, left: float, bottom: float) -> Any:
        import pypdfium2

        image = pypdfium2.PdfImage.new(target)
        if self._jpeg:
            image.load_jpeg(BytesIO(self._jpeg), inline=True)
        else:
            image.set_bitmap(pypdfium2.PdfBitmap.from_pil(self._frame(at)))
        wide, high = self.size(at)
        image.set_matrix(pypdfium2.PdfMatrix(wide, 0, 0, high, left, bottom))
        return image
