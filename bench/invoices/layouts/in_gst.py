"""India: a tax invoice of boxes, HSN codes, two halves of the tax, lakhs in the amounts, the sum in words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from random import Random

from invoices.customs import cents
from invoices.matter import Invoice, invoice
from invoices.sheet import A4, Column, Grid, Sheet


def draw(random: Random, path: Path) -> Invoice:
    it = invoice(random, "IN", (2, 7), day_forms=("abc", "%d/%m/%Y", "%d-%m-%Y"))
    it = replace(it, discount=Decimal(0))
    half = it.taxes[0][0] / 2
    central = cents(it.tax / 2)
    other = it.tax - central
    sheet = Sheet(path, A4, random.choice(("dejavu-condensed", "dejavu-serif")), 8)
    party = it.supplier
    sheet.text(297, 44, "TAX INVOICE", "c", 12, bold=True)
    sheet.box(36, 52, 523, 150)
    sheet.rule(300, 52, 300, 202)
    sheet.rule(36, 128, 300, 128)
    sheet.text(40, 64, party.name, size=10, bold=True)
    sheet.lines(
        40, 76, [*party.lines, f"GSTIN/UIN: {party.tax_number}", f"Contact: {party.phone}", f"E-Mail: {party.email}"]
    )
    sheet.text(40, 138, random.choice(("Buyer (Bill to)", "Buyer")), size=7)
    sheet.lines(40, 149, [it.buyer.name], bold=True)
    sheet.lines(40, 160, [*it.buyer.lines, f"GSTIN/UIN: {it.buyer.tax_number}"])
    cells = [
        ("Invoice No.", it.number),
        ("Dated", it.written(it.day)),
        ("Delivery Note", f"DN-{random.randint(100, 999)}"),
        ("Mode/Terms of Payment", f"{(it.due - it.day).days} Days"),
        ("Buyer's Order No.", it.order_number),
        ("Dated", it.written(it.ordered)),
        ("Dispatch Doc No.", f"LR {random.randint(1000, 9999)}"),
        ("Destination", it.buyer.lines[-1][:24]),
    ]
    for at, (label, value) in enumerate(cells):
        x, y = 300 + (at % 2) * 130, 52 + (at // 2) * 37.5
        sheet.rule(x, y, x, y + 37.5, 0.4)
        sheet.rule(300, y, 559, y, 0.4)
        sheet.text(x + 4, y + 11, label, size=7)
        sheet.text(x + 4, y + 25, value, bold=True)
    columns = [
        Column("Sl\nNo.", 24, "c"),
        Column("Description of Goods", 205),
        Column("HSN/SAC", 52),
        Column("Quantity", 62, "r"),
        Column("Rate", 62, "r"),
        Column("per", 30),
        Column("Amount", 88, "r"),
    ]
    rows = [
        [
            str(at),
            f"{item.description}\n{item.sku}",
            f"{random.randint(3900, 9700)}{random.randint(10, 99)}90",
            f"{item.quantity} Nos",
            it.number_of(item.price),
            "Nos",
            it.number_of(item.amount),
        ]
        for at, item in enumerate(it.items, 1)
    ]
    if it.shipping:
        rows.append(["", "Freight & Forwarding", "", "", "", "", it.number_of(it.shipping)])
    rows.append(
        ["", f"OUTPUT CGST @ {half.normalize():f}%", "", "", f"{half.normalize():f}", "%", it.number_of(central)]
    )
    rows.append(["", f"OUTPUT SGST @ {half.normalize():f}%", "", "", f"{half.normalize():f}", "%", it.number_of(other)])
    pieces = sum(item.quantity for item in it.items)
    rows.append(["", "Total", "", f"{pieces} Nos", "", "", it.money(it.total)])
    y = sheet.table(36, 202, columns, rows, Grid("columns", None, leading=10.5))
    sheet.text(40, y + 14, "Amount Chargeable (in words)", size=7)
    sheet.text(40, y + 26, f"INR {int(it.total):,} and {int(it.total * 100) % 100:02d} paise Only", bold=True)
    sheet.table(
        36,
        y + 36,
        [
            Column("Taxable Value", 120, "r"),
            Column("Central Tax", 120, "r"),
            Column("State Tax", 120, "r"),
            Column("Total Tax Amount", 163, "r"),
        ],
        [[it.number_of(it.net), it.number_of(central), it.number_of(other), it.number_of(it.tax)]],
        Grid("all", None),
    )
    sheet.text(555, y + 100, f"for {party.name}", "r", bold=True)
    sheet.text(555, y + 140, "Authorised Signatory", "r")
    sheet.text(297, 810, "This is a Computer Generated Invoice", "c", 7)
    sheet.save()
    return it.without("line.asin", "line.model", "line.gtin", "supplier_website")
