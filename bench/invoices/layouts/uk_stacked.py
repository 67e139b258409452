"""United Kingdom, as desktop accounts print on plain paper: buyer at the left, labels without colons, many sums."""

from __future__ import annotations

from pathlib import Path
from random import Random

from invoices.matter import Invoice, invoice
from invoices.sheet import A4, Column, Grid, Sheet


def draw(random: Random, path: Path) -> Invoice:
    it = invoice(random, "UK", (2, 9), discounts=True, day_forms=("%d/%m/%Y",))
    sheet = Sheet(path, A4, random.choice(("narrow", "helvetica", "dejavu-condensed")), 9)
    party = it.supplier
    y = sheet.lines(360, 46, [party.name], bold=True, size=11)
    sheet.lines(360, y, [*party.lines, f"Telephone {party.phone}", f"Email {party.email}"])
    sheet.text(40, 46, "Invoice", size=18, bold=True)
    sheet.lines(52, 120, [it.buyer.name, *it.buyer.lines])
    rows = [
        ("Invoice No", it.number),
        ("Invoice/Tax Date", it.written(it.day)),
        ("Cust. Order No.", it.order_number),
        ("Account No.", it.customer_number),
    ]
    for at, (label, value) in enumerate(rows):
        sheet.box(360, 120 + at * 16, 90, 16)
        sheet.box(450, 120 + at * 16, 100, 16)
        sheet.text(364, 131 + at * 16, label)
        sheet.text(546, 131 + at * 16, value, "r")
    columns = [
        Column("Quantity", 48, "r"),
        Column("Details", 190),
        Column("Disc %", 38, "r"),
        Column("Unit Price", 60, "r"),
        Column("Net Amt", 64, "r"),
        Column("VAT %", 40, "r"),
        Column("VAT", 60, "r"),
    ]
    table = [
        [
            f"{item.quantity}.00",
            f"{item.sku}  {item.description}",
            f"{item.off}.00",
            it.number_of(item.price),
            it.number_of(item.amount),
            f"{item.rate}.00",
            it.number_of(item.amount * item.rate / 100),
        ]
        for item in it.items
    ]
    y = sheet.table(40, 210, columns, table, Grid("frame", None))
    y = max(y + 20, 600)
    named = [
        ("Total Net Amount", it.goods - it.discount),
        ("Carriage Net", it.shipping),
        ("Total VAT Amount", it.tax),
        ("Invoice Total", it.total),
    ]
    for label, amount in named:
        sheet.text(380, y, label, bold=label == "Invoice Total")
        sheet.text(546, y, it.money(amount) if label == "Invoice Total" else it.number_of(amount), "r")
        y += 15
    sheet.text(40, 620, f"Terms: {(it.due - it.day).days} days from date of invoice.")
    if it.discount:
        sheet.text(40, 634, f"Net amount is less {it.number_of(it.discount)} agreed rebate.")
    sheet.text(40, 800, f"VAT No. {party.tax_number}    {party.website}", size=7.5)
    sheet.save()
    return it.without("line.asin", "line.model", "line.gtin")
