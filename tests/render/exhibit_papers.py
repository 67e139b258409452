"""Made-up invoices to copy: drawn as PDF and as pictures, with their words and a reading of them."""

from __future__ import annotations

import hashlib
import io
from dataclasses import replace
from functools import cache

import pypdfium2
from PIL import Image
from reportlab.lib.pagesizes import LETTER
from reportlab.pdfgen.canvas import Canvas
from tests import cases

from amends.evidence.formats import pdf
from amends.evidence.page import Word, around
from amends.model import Box, Exhibit, Field, Goods, Place, Reading

ROWS = (
    (60, "Harbor Lane Wholesale LLC"),
    (76, "12 Dock St, Newark NJ 07102   +1 973 555 0142"),
    (110, "Invoice HL-20871"),
    (126, "Date: 2025-06-05"),
    (150, "Bill to: Birch & Fern Trading LLC"),
)
GOODS = (
    ("B0EXAMPL01", "Pepper mill, model PM-8", "120", "4.10", "492.00"),
    ("B0EXAMPL02", "Salad bowl, 10 in", "12", "11.25", "135.00"),
)
COLUMNS = (54, 130, 330, 400, 500)


@cache
def invoice(pages: int = 1, turn: int = 0, goods: tuple[tuple[str, ...], ...] = GOODS) -> bytes:
    """An invoice; every page but the last holds conditions only."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=LETTER, invariant=1)
    high = LETTER[1]
    for number in range(1, pages + 1):
        canvas.setFont("Helvetica", 10)
        canvas.drawString(54, 30, f"page {number} of {pages}")
        if number < pages:
            canvas.drawString(54, 700, "Conditions of sale: goods stay ours until they are paid.")
            canvas.showPage()
            continue
        for down, text in ROWS:
            canvas.drawString(54, high - down, text)
        for at, line in enumerate(goods):
            for left, text in zip(COLUMNS, line, strict=True):
                canvas.drawString(left, high - 200 - 20 * at, text)
        total = f"{sum(float(line[-1]) for line in goods):.2f}"
        canvas.drawString(400, high - 300, f"Subtotal USD {total}")
        canvas.drawString(400, high - 316, "Freight 8.00")
        canvas.drawString(400, high - 332, f"Total USD {float(total) + 8:.2f}")
        canvas.showPage()
    canvas.save()
    return _turned(out.getvalue(), turn) if turn else out.getvalue()


def _turned(data: bytes, turn: int, crop: tuple[float, float, float, float] | None = None) -> bytes:
    out = io.BytesIO()
    with pypdfium2.PdfDocument(data) as document:
        for at in range(len(document)):
            document[at].set_rotation(turn)
            if crop:
                document[at].set_cropbox(*crop)
        document.save(out)
    return out.getvalue()


def cut(turn: int) -> bytes:
    """An invoice of which only the middle shows: the page is cut through its lowest line."""
    return _turned(invoice(), turn, (20, 34, 600, 780))


def words(data: bytes) -> list[list[Word]]:
    """The words of each page as the reader gives them."""
    return [list(page.words) for page in pdf.read(data, "invoice.pdf").pages]


def box_of(data: bytes, text: str, page: int = 1) -> Box:
    """The box of the first word that is just this text."""
    return next(word.box for word in words(data)[page - 1] if word.text == text)


def reading(data: bytes, page: int = 1, goods: tuple[tuple[str, ...], ...] = GOODS) -> Reading:
    """What a reader finds on the invoice."""
    found = words(data)[page - 1]
    lines = []
    for asin, description, quantity, unit, amount in goods:
        row = next(word.box for word in found if word.text == asin)
        beside = [word for word in found if abs(word.middle - (row.top + row.bottom) / 2) < 5]
        lines.append(
            Goods(
                description,
                Place(page, around(beside)),
                0.95,
                asin=asin,
                quantity=quantity,
                unit_price=unit,
                amount=amount,
            )
        )
    fields = (
        Field("invoice_number", "HL-20871", Place(page, box_of(data, "HL-20871", page)), 0.98, "HL-20871"),
        Field("invoice_date", "2025-06-05", Place(page, box_of(data, "2025-06-05", page)), 0.97, "2025-06-05"),
    )
    text = "\f".join(_lines(each) for each in pdf.read(data, "invoice.pdf").pages)
    return Reading("supplier-invoice", 0.97, page, fields, tuple(lines), text=text)


def _lines(page: object) -> str:
    return page.text  # type: ignore[attr-defined,no-any-return]


def exhibit(data: bytes, label: str = "A", kind: str = "supplier-invoice", name: str = "invoice.pdf") -> Exhibit:
    """The exhibit of some bytes, not read yet."""
    return cases.exhibit(label, name, kind, sha256=hashlib.sha256(data).hexdigest(), size=len(data))


def read(made: Exhibit, data: bytes, page: int = 1) -> Exhibit:
    """An exhibit with what is read on its page with goods."""
    return replace(made, reading=reading(data, page))


def photo(data: bytes, scale: float = 2.0, form: str = "JPEG", **more: object) -> bytes:
    """The first page of a PDF as a picture file."""
    with pypdfium2.PdfDocument(data) as document:
        image = document[0].render(scale=scale).to_pil().convert("RGB")
    out = io.BytesIO()
    image.save(out, form, dpi=(72 * scale, 72 * scale), **more)
    return out.getvalue()


def shown(data: bytes, page: int = 0, scale: float = 2.0) -> Image.Image:
    """A page of a PDF as pixels."""
    with pypdfium2.PdfDocument(data) as document:
        return document[page].render(scale=scale).to_pil().convert("RGB")


def text_of(data: bytes, page: int = 0) -> str:
    """The text layer of a page."""
    with pypdfium2.PdfDocument(data) as document:
        layer = document[page].get_textpage()
        return str(layer.get_text_range())
