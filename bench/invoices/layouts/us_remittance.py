"""United States, letterhead in the middle in a bookish face, and a slip at the bottom to tear off and send back."""

from __future__ import annotations

from pathlib import Path
from random import Random

from invoices.matter import Invoice, invoice
from invoices.sheet import GREY, LETTER, Column, Grid, Sheet


def draw(random: Random, path: Path) -> Invoice:
    it = invoice(random, "US", (2, 6), day_forms=("long", "Abc d", "%m/%d/%Y"))
    sheet = Sheet(path, LETTER, random.choice(("times", "liberation-serif", "dejavu-serif")), 9.5)
    party = it.supplier
    sheet.text(306, 52, party.name, "c", 18, bold=True)
    sheet.text(306, 66, " • ".join(party.lines), "c", 9)
    sheet.text(306, 78, f"Tel. {party.phone}   Fax {party.fax}   {party.website}", "c", 9)
    sheet.rule(60, 88, 552, 88, 1.5)
    sheet.text(60, 112, "INVOICE", size=14, bold=True)
    sheet.pairs(
        370,
        112,
        [
            ("Invoice Number:", it.number),
            ("Invoice Date:", it.written(it.day)),
            ("Your P.O.:", it.order_number),
            ("Account:", it.customer_number),
            ("Payment Due:", it.written(it.due)),
        ],
        90,
        random.choice(("l", "r")),
    )
    sheet.text(60, 140, random.choice(("SOLD TO:", "Sold To", "INVOICE TO:")), bold=True)
    sheet.lines(60, 154, [it.buyer.name, *it.buyer.lines])
    columns = [
        Column("Item", 70),
        Column("Description", 210),
        Column("Qty", 44, "r"),
        Column("Unit", 40, "c"),
        Column("Price", 58, "r"),
        Column("Extended", 70, "r"),
    ]
    rows = [
        [
            item.model,
            item.description,
            str(item.quantity),
            random.choice(("ea", "EA", "pc")),
            it.number_of(item.price),
            it.number_of(item.amount),
        ]
        for item in it.items
    ]
    y = sheet.table(60, 212, columns, rows, Grid(random.choice(("none", "rows", "frame")), None, leading=12))
    sheet.rule(60, y + 3, 552, y + 3)
    y += 18
    sums = [("Merchandise total", it.goods)]
    sums += [("Less trade discount", -it.discount)] if it.discount else []
    sums += [("Shipping", it.shipping)] if it.shipping else []
    sums += [("Sales tax", it.tax), ("TOTAL DUE", it.total)]
    for label, amount in sums:
        sheet.text(470, y, label, "r", bold=label == "TOTAL DUE")
        sheet.text(548, y, it.money(amount), "r", bold=label == "TOTAL DUE")
        y += 13
    sheet.canvas.setDash(3, 3)
    sheet.rule(40, 632, 572, 632, 0.8, GREY)
    sheet.canvas.setDash()
    sheet.text(306, 644, "Please detach and return this portion with your payment", "c", 7.5)
    sheet.text(60, 664, "REMITTANCE", bold=True)
    sheet.pairs(
        60,
        680,
        [
            ("Customer", it.buyer.name),
            ("Invoice", it.number),
            ("Amount due", it.money(it.total)),
            ("Amount enclosed", "$ ____________"),
        ],
        90,
    )
    box = f"P.O. Box {random.randint(1000, 9999)}"
    sheet.lines(360, 664, ["Remit to:", party.name, box, f"Wilmington, DE 19{random.randint(801, 899)}"])
    sheet.save()
    return it.without("line.asin", "line.gtin", "line.sku", "supplier_email")
