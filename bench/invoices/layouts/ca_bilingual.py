"""Canada, every label in English and French, two taxes, columns in the middle of the page."""

from __future__ import annotations

from pathlib import Path
from random import Random

from invoices.customs import cents
from invoices.matter import Invoice, invoice
from invoices.sheet import LETTER, Column, Grid, Sheet


def draw(random: Random, path: Path) -> Invoice:
    it = invoice(random, "CA", (2, 7), day_forms=("%Y-%m-%d", "long", "Abc d"))
    sheet = Sheet(path, LETTER, random.choice(("liberation-sans", "helvetica", "dejavu-condensed")), 8.5)
    party = it.supplier
    sheet.text(40, 50, party.name, size=14, bold=True)
    sheet.lines(40, 64, [*party.lines, f"Tel./Tél. {party.phone}", f"{party.email} / {party.website}"])
    sheet.text(572, 50, "INVOICE / FACTURE", "r", 14, bold=True)
    sheet.text(40, 130, "Sold to / Vendu à", bold=True)
    sheet.lines(40, 143, [it.buyer.name, *it.buyer.lines])
    sheet.text(220, 130, "Ship to / Expédié à", bold=True)
    sheet.lines(220, 143, [it.ship_to.name, *it.ship_to.lines])
    columns = [Column("Invoice / Facture", 88, "c"), Column("Date", 80, "c")]
    sheet.table(404, 66, columns, [[it.number, it.written(it.day)]], Grid("all"))
    columns = [Column("Cust. PO / No de commande", 88, "c"), Column("Due / Échéance", 80, "c")]
    sheet.table(404, 104, columns, [[it.order_number, it.written(it.due)]], Grid("all"), size=7.5)
    columns = [
        Column("Item\nArticle", 70),
        Column("Qty\nQté", 40, "r"),
        Column("Description", 230),
        Column("UPC\nCUP", 80),
        Column("Price\nPrix", 50, "r"),
        Column("Amount\nMontant", 62, "r"),
    ]
    rows = [
        [item.sku, str(item.quantity), item.description, item.gtin, it.number_of(item.price), it.number_of(item.amount)]
        for item in it.items
    ]
    y = sheet.table(40, 212, columns, rows, Grid(random.choice(("columns", "rows", "all")))) + 6
    base = it.net
    # The two taxes are rounded apart: what they add up to is the tax of the truth, which rounds once for each rate.
    gst = cents(base * 5 / 100)
    rate = it.taxes[0][0]
    sums = [("Freight / Transport", it.shipping)] if it.shipping else []
    sums += [("Discount / Escompte", -it.discount)] if it.discount else []
    sums.append(("Subtotal / Sous-total", base))
    sums.append(("GST / TPS 5%", gst) if rate == 5 else (f"QST / TVQ {rate}%", it.tax))
    for label, amount in [*sums, ("Total CAD", it.total)]:
        y += 13
        sheet.text(460, y, label, "r", bold=label.startswith("Total"))
        sheet.text(568, y, it.money(amount), "r", bold=label.startswith("Total"))
    sheet.text(306, 760, f"GST/TPS {party.tax_number}   Merci! Thank you!", "c", 7.5)
    sheet.save()
    return it.without("line.asin", "line.model")
