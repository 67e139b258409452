"""China, a spreadsheet printed: every cell ruled, pictures of the goods, cartons times pieces in one cell."""

from __future__ import annotations

from pathlib import Path
from random import Random

from reportlab.lib.colors import Color

from invoices.matter import Invoice, invoice
from invoices.sheet import A4, Column, Grid, Sheet


def draw(random: Random, path: Path) -> Invoice:
    it = invoice(
        random, "CN", (2, 8), buyers=random.choice(("US", "UK", "CA")), day_forms=("Abc.", "%Y-%m-%d", "Abc d")
    )
    sheet = Sheet(path, A4, random.choice(("helvetica", "times", "liberation-sans")), 8.5)
    party = it.supplier
    sheet.box(36, 36, 523, 24)
    sheet.text(297, 53, party.name, "c", 14, bold=True)
    sheet.box(36, 60, 523, 16)
    sheet.text(297, 71, f"{party.address}", "c", 8)
    sheet.box(36, 76, 523, 16)
    sheet.text(297, 87, f"Tel:{party.phone}   Email:{party.email}   Web:{party.website}", "c", 8)
    sheet.box(36, 92, 523, 22)
    sheet.text(297, 108, "INVOICE", "c", 14, bold=True)
    left = [
        ("TO:", it.buyer.name),
        ("ADD:", ", ".join(it.buyer.lines)),
        ("ATTN:", random.choice(("Purchasing Dept.", "Dana Ruiz"))),
        ("TEL:", it.buyer.phone),
    ]
    right = [("INV NO.:", it.number), ("DATE:", it.written(it.day)), ("PO NO.:", it.order_number), ("TERMS:", "T/T")]
    for at in range(4):
        y = 114 + at * 16
        sheet.box(36, y, 343, 16)
        sheet.box(379, y, 180, 16)
        sheet.text(40, y + 11, left[at][0], bold=True)
        sheet.text(74, y + 11, left[at][1], size=8)
        sheet.text(383, y + 11, right[at][0], bold=True)
        sheet.text(436, y + 11, right[at][1])
    columns = [
        Column("NO.", 28, "c"),
        Column("PICTURE", 52, "c"),
        Column("ITEM NO.", 58, "c"),
        Column("DESCRIPTION", 145),
        Column("PACKING", 68, "c"),
        Column("QTY(PCS)", 52, "c"),
        Column("U/PRICE(USD)", 60, "c"),
        Column("AMOUNT(USD)", 60, "c"),
    ]
    packed = random.choice(("{} ctn x {}", "{}ctns*{}pcs", "{} x {} pcs"))
    rows = [
        [
            str(at),
            "\n\n",
            item.model,
            f"{item.description}\nBarcode: {item.gtin}",
            packed.format(item.cartons, item.each),
            str(item.quantity),
            it.number_of(item.price),
            it.number_of(item.amount),
        ]
        for at, item in enumerate(it.items, 1)
    ]
    y = sheet.table(36, 178, columns, rows, Grid("all", Color(0.85, 0.92, 1), pad=3), size=7.5)
    shade = Color(0.7, 0.75, 0.7)
    top = 178.0 + 14
    for at in range(len(it.items)):
        sheet.box(72, top + 5 + at * (y - top) / len(it.items), 34, 22, shade, stroke=False)
    extra = [("FREIGHT", it.shipping), ("DISCOUNT", -it.discount)]
    for label, amount in [*(pair for pair in extra if pair[1]), ("TOTAL", it.total)]:
        sheet.box(36, y, 463, 16)
        sheet.box(499, y, 60, 16)
        sheet.text(495, y + 11, label, "r", bold=True)
        sheet.text(529, y + 11, it.number_of(amount), "c", bold=label == "TOTAL")
        y += 16
    sheet.lines(
        36,
        y + 16,
        [
            "Bank Information:",
            f"Beneficiary: {party.name}",
            "A/C No.: 5550 0011 2233 4455   SWIFT CODE: GLDFCNBS",
            "Lead time: 25 days after deposit",
        ],
    )
    sheet.save()
    return it.without("line.asin", "line.sku", "subtotal", "tax")
