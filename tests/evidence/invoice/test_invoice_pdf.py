"""Invoices set by other programs, read from their PDF: real fonts, real boxes, ruled tables and none."""

from __future__ import annotations

import io

import pytest

from amends.evidence import readers
from amends.evidence.fields import Read
from amends.evidence.formats import pdf

TYPST = """
#set page(paper: "a4", margin: 2cm)
#set text(size: 10pt)
#grid(columns: (1fr, 1fr),
  [*Marsh & Lowell Trading Ltd* \\ 18 Tannery Lane \\ Norwich NR3 1AB \\ United Kingdom \\ Tel: +44 1603 496 0123],
  align(right)[#text(size: 22pt)[INVOICE] \\ Invoice no: ML-4402 \\ Date: 3 February 2026 \\ Your order no: 8841])
#v(1cm)
#grid(columns: (1fr, 1fr),
  [*Bill to* \\ Quill Harbour Ltd \\ 7 Dock Street \\ Hull HU1 1AA],
  [*Deliver to* \\ Quill Harbour Warehouse \\ Unit 9, Mill Park \\ Hull HU2 9ZZ])
#v(1cm)
#table(columns: (auto, 1fr, auto, auto, auto),
  table.header([*Code*], [*Description*], [*Qty*], [*Unit price*], [*Amount*]),
  [ML-01], [Beeswax candle, pair, ivory \\ EAN 4006381333931], [240], [1.15], [276.00],
  [ML-07], [Candle snuffer in brass with a long handle and a hanging loop for the wall, boxed, sold by the piece],
  [36], [4.50], [162.00])
#align(right)[#table(columns: 2, stroke: none,
  [Subtotal], [438.00], [VAT 20%], [87.60], [*Total GBP*], [*525.60*])]
#v(1fr)
#align(center)[#text(size: 7pt)[Registered in England no. 01234567 · VAT no. GB 000 0000 00 · Bank: Albion,
  sort code 00-00-00]]
"""


def typst_pdf() -> bytes:
    import typst

    return bytes(typst.compile(TYPST.encode(), format="pdf"))


def reportlab_pdf() -> bytes:
    from reportlab.lib.pagesizes import letter
    from reportlab.pdfgen.canvas import Canvas

    held = io.BytesIO()
    canvas = Canvas(held, pagesize=letter)
    # Drawn from the foot up and column by column, as some programs do: the order of drawing must not matter.
    canvas.setFont("Times-Bold", 11)
    canvas.drawRightString(560, 480, "$1,203.30")
    canvas.drawRightString(480, 480, "Total Due")
    canvas.setFont("Times-Roman", 9)
    for y, (label, value) in ((510, ("Subtotal", "$1,120.00")), (495, ("Sales Tax", "$83.30"))):
        canvas.drawRightString(560, y, value)
        canvas.drawRightString(480, y, label)
    rows = [
        (560, "B0KETTLE09", "Gooseneck kettle, 1 l", "20", "$38.00", "$760.00"),
        (545, "B0FILTER77", "Paper filters, size 2, pack of 100", "120", "$3.00", "$360.00"),
    ]
    for x, at in ((560, 5), (490, 4), (420, 3)):
        canvas.drawRightString(x, 580, ("ASIN", "ASIN", "Item description", "Quantity", "Price each", "Extended")[at])
        for row in rows:
            canvas.drawRightString(x, row[0], str(row[at]))
    for x, at in ((160, 2), (50, 1)):
        canvas.drawString(x, 580, ("", "ASIN", "Item description")[at])
        for row in rows:
            canvas.drawString(x, row[0], str(row[at]))
    for x, label, value in (
        (50, "Invoice #", "88-20417"),
        (180, "Invoice Date", "11/28/2025"),
        (310, "P.O. #", "A-553"),
    ):
        canvas.drawString(x, 625, label)
        canvas.drawString(x, 612, value)
    for y, text in (
        (680, "SOLD TO:"),
        (668, "Juniper & Clay LLC"),
        (656, "2210 Cedar Street"),
        (644, "Boise, ID 83702"),
    ):
        canvas.drawString(50, y, text)
    canvas.setFont("Helvetica-Bold", 18)
    canvas.drawString(50, 740, "Three Kettles Coffee Supply Inc.")
    canvas.setFont("Helvetica", 8)
    canvas.drawString(50, 728, "455 Harbor Way, Portland, OR 97209  |  (503) 555-0142  |  www.threekettles.example")
    canvas.showPage()
    canvas.save()
    return held.getvalue()


def read_pdf(data: bytes) -> Read:
    return readers.read("supplier-invoice", pdf.read(data, "x.pdf").pages)


def test_a_typeset_invoice_with_ruled_lines_is_read() -> None:
    read = read_pdf(typst_pdf())

    sure = {field.name: field.value for field in read.fields if field.confidence >= 0.5}
    assert {
        "supplier_name": "Marsh & Lowell Trading Ltd",
        "supplier_address": "18 Tannery Lane, Norwich NR3 1AB, United Kingdom",
        "supplier_phone": "+44 1603 496 0123",
        "buyer_name": "Quill Harbour Ltd",
        "buyer_address": "7 Dock Street, Hull HU1 1AA",
        "invoice_number": "ML-4402",
        "invoice_date": "2026-02-03",
        "order_number": "8841",
        "currency": "GBP",
        "subtotal": "438.00",
        "tax": "87.60",
        "total": "525.60",
    } == sure
    assert [("240", "276.00", "4006381333931"), ("36", "162.00", None)] == [
        (line.quantity, line.amount, line.gtin) for line in read.lines
    ]
    assert read.lines[1].description.endswith("sold by the piece")


def test_the_order_of_drawing_does_not_matter() -> None:
    read = read_pdf(reportlab_pdf())

    sure = {field.name: field.value for field in read.fields if field.confidence >= 0.5}
    assert {
        "supplier_name": "Three Kettles Coffee Supply Inc.",
        "supplier_address": "455 Harbor Way, Portland, OR 97209",
        "supplier_phone": "(503) 555-0142",
        "supplier_website": "www.threekettles.example",
        "buyer_name": "Juniper & Clay LLC",
        "buyer_address": "2210 Cedar Street, Boise, ID 83702",
        "invoice_number": "88-20417",
        "invoice_date": "2025-11-28",
        "order_number": "A-553",
        "currency": "USD",
        "subtotal": "1120.00",
        "tax": "83.30",
        "total": "1203.30",
    } == sure
    assert [("B0KETTLE09", "20", "38.00", "760.00"), ("B0FILTER77", "120", "3.00", "360.00")] == [
        (line.asin, line.quantity, line.unit_price, line.amount) for line in read.lines
    ]


@pytest.mark.parametrize("make", [typst_pdf, reportlab_pdf])
def test_the_box_of_a_number_in_a_pdf_is_that_of_its_word(make: object) -> None:
    data = make()  # type: ignore[operator]
    words = {word.text: word.box for page in pdf.read(data, "x.pdf").pages for word in page.words}

    for field in read_pdf(data).fields:
        if field.name in ("invoice_number", "total", "subtotal"):
            assert (
                any(field.quote in text and field.place.box == box for text, box in words.items()) or "$" in field.quote
            )
