"""United States, designed: a dark band, values large with their labels below, columns from amount to description."""

from __future__ import annotations

from pathlib import Path
from random import Random

from reportlab.lib.colors import Color

from invoices.matter import Invoice, invoice
from invoices.sheet import GREY, LETTER, WHITE, Column, Grid, Sheet


def draw(random: Random, path: Path) -> Invoice:
    it = invoice(random, "US", (2, 7), day_forms=("long", "Abc d", "%Y-%m-%d"))
    dark = random.choice((Color(0.1, 0.18, 0.3), Color(0.15, 0.15, 0.15), Color(0.3, 0.08, 0.12)))
    sheet = Sheet(path, LETTER, random.choice(("helvetica", "liberation-sans", "dejavu-condensed")), 9)
    sheet.box(0, 0, 612, 74, dark, stroke=False)
    # The logo is a drawing without words; the name stands only in the foot.
    for at in range(4):
        sheet.box(44 + at * 11, 22 + at * 5, 8, 32 - at * 7, Color(0.95, 0.6 + at * 0.08, 0.2), stroke=False)
    sheet.text(568, 48, "INVOICE", "r", 24, bold=True, ink=WHITE)
    shown = (
        (it.number, "Invoice no."),
        (it.written(it.day), "Date"),
        (it.order_number, "PO reference"),
        (it.written(it.due), "Payable by"),
    )
    for at, (value, label) in enumerate(shown):
        sheet.text(44 + at * 134, 108, value, size=12, bold=True)
        sheet.text(44 + at * 134, 119, label, size=7.5, ink=GREY)
    sheet.text(44, 150, "For", size=8, ink=GREY)
    sheet.lines(44, 163, [it.buyer.name, *it.buyer.lines])
    columns = [
        Column("Amount", 80, "r"),
        Column("Unit price", 74, "r"),
        Column("Quantity", 60, "r"),
        Column("Description", 220),
        Column("ASIN", 90),
    ]
    if random.random() < 0.5:
        columns = [columns[2], columns[1], columns[0], columns[4], columns[3]]
    cells = [
        {
            "Amount": it.money(item.amount),
            "Unit price": it.money(item.price),
            "Quantity": f"{item.quantity}",
            "Description": f"{item.description} ({item.model})",
            "ASIN": item.asin,
        }
        for item in it.items
    ]
    rows = [[cell[column.title] for column in columns] for cell in cells]
    y = sheet.table(44, 232, columns, rows, Grid("none", dark, WHITE, pad=5, leading=12)) + 14
    labels = (
        ("Subtotal", it.goods),
        ("Discount", -it.discount),
        ("Delivery", it.shipping),
        ("Sales tax", it.tax),
        ("Total", it.total),
    )
    for label, amount in [pair for pair in labels if pair[1] or pair[0] in ("Subtotal", "Sales tax")]:
        sheet.text(400, y, label, bold=label == "Total")
        sheet.text(568, y, it.money(amount), "r", bold=label == "Total")
        y += 15
    party = it.supplier
    sheet.rule(44, 730, 568, 730, 0.5, GREY)
    sheet.text(306, 744, f"{party.name}  |  {party.address}", "c", 8)
    sheet.text(306, 756, f"{party.phone}  |  {party.email}  |  {party.website}", "c", 8)
    sheet.save()
    return it.without("line.gtin", "line.sku")
