"""Pictures of pages for the tests: text at known places, turned, tilted, darkened."""

from __future__ import annotations

import io
import os
from typing import Any

import pytest

from amends.evidence import scan

SIZE = (900, 640)
DPI = 100
TEXT = (
    (60, 40, "Harbor Lane Wholesale LLC"),
    (60, 90, "4410 Harbor Avenue, Tacoma"),
    (560, 90, "Invoice 2026-0417"),
    (60, 200, "Description"),
    (520, 200, "Quantity"),
    (700, 200, "Amount"),
    (60, 250, "Bamboo cutting board"),
    (520, 250, "144"),
    (700, 250, "1,238.40"),
    (60, 300, "Glass storage jar"),
    (520, 300, "48"),
    (700, 300, "412.80"),
    (520, 380, "Total"),
    (700, 380, "1,651.20"),
    (60, 560, "Payment within thirty days"),
)
WORDS = [word for _, _, text in TEXT for word in text.split()]

if not scan.installed() and os.environ.get("CI") == "true":
    raise AssertionError("CI has to run the tests of scans: the extra `ocr` is missing")
needs_ocr = pytest.mark.skipif(
    not scan.installed(), reason="NOT TESTED: scans; the extra is missing: pip install 'amends[ocr]'"
)


def page(text: tuple[tuple[int, int, str], ...] = TEXT, size: tuple[int, int] = SIZE) -> Any:
    """A page as a Pillow picture, black on white."""
    from PIL import Image, ImageDraw, ImageFont

    made = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(made)
    font = ImageFont.load_default(24)
    for x, y, words in text:
        pen.text((x, y), words, "black", font)
    return made


def saved(picture: Any, format_: str = "PNG") -> bytes:
    """A picture as a file."""
    out = io.BytesIO()
    picture.save(out, format_, dpi=(DPI, DPI))
    return out.getvalue()


def pdf(*pictures: Any, text_page: str = "") -> bytes:
    """A PDF of pictures, a page each; with `text_page` a last page of real text."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for picture in pictures:
        size = (picture.width * 72 / DPI, picture.height * 72 / DPI)
        canvas.setPageSize(size)
        canvas.drawImage(ImageReader(picture), 0, 0, *size)
        canvas.showPage()
    if text_page:
        canvas.setPageSize((400, 300))
        canvas.drawString(40, 200, text_page)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
