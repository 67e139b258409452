"""United States, as small bookkeeping programs print: ruled boxes, labels in cells above their values, a tall table."""

from __future__ import annotations

from pathlib import Path
from random import Random

from invoices.matter import Invoice, invoice
from invoices.sheet import LETTER, PALE, Column, Grid, Sheet


def draw(random: Random, path: Path) -> Invoice:
    it = invoice(random, "US", (2, 8), day_forms=("%m/%d/%Y", "%m/%d/%y"))
    sheet = Sheet(path, LETTER, random.choice(("helvetica", "times", "liberation-sans")), 9)
    sheet.lines(40, 50, [it.supplier.name], size=12, bold=True)
    sheet.lines(40, 64, it.supplier.lines)
    sheet.text(572, 56, "Invoice", "r", 22, bold=True)
    grid = Grid("all", None, leading=11)
    sheet.table(
        432, 68, [Column("Date", 70, "c"), Column("Invoice #", 70, "c")], [[it.written(it.day), it.number]], grid
    )
    for x, title, party in ((40, "Bill To", it.buyer), (320, "Ship To", it.ship_to)):
        sheet.box(x, 130, 250, 78)
        sheet.box(x, 130, 250, 15)
        sheet.text(x + 6, 141, title)
        sheet.lines(x + 6, 158, [party.name, *party.lines])
    heads = [
        Column(name, 532 / 7, "c") for name in ("P.O. Number", "Terms", "Rep", "Ship", "Via", "F.O.B.", "Due Date")
    ]
    initials = random.choice(("DR", "JP", "MN", "LM"))
    row = [
        it.order_number,
        f"Net {(it.due - it.day).days}",
        initials,
        it.written(it.delivered),
        "UPS",
        "Origin",
        it.written(it.due),
    ]
    y = sheet.table(40, 222, heads, [row], Grid("all", PALE if random.random() < 0.5 else None), size=8)
    columns = [
        Column("Quantity", 56, "r"),
        Column("Item Code", 86),
        Column("Description", 232),
        Column("Price Each", 74, "r"),
        Column("Amount", 84, "r"),
    ]
    upc = random.random() < 0.7
    rows = [
        [
            str(item.quantity),
            item.sku,
            item.description + (f"\nUPC {item.gtin}" if upc else ""),
            it.number_of(item.price),
            it.number_of(item.amount),
        ]
        for item in it.items
    ]
    if it.shipping:
        rows.append(["1", "FREIGHT", "Freight charge, LTL", it.number_of(it.shipping), it.number_of(it.shipping)])
    if it.discount:
        rows.append(["", "DISC", "Volume discount", "", it.number_of(-it.discount)])
    low = sheet.table(40, y, columns, rows, Grid("columns", None, leading=11))
    floor = max(low, 640)
    for x in (40, 96, 182, 414, 488, 572):
        sheet.rule(x, low, x, floor, 0.4)
    sheet.rule(40, floor, 572, floor)
    sheet.text(
        46,
        floor + 20,
        random.choice(("Thank you for your business.", "All claims must be made within 10 days of receipt.")),
    )
    rate = it.taxes[0][0]
    for at, (label, amount) in enumerate((("Subtotal", it.net), (f"Sales Tax ({rate}%)", it.tax), ("Total", it.total))):
        sheet.box(414, floor + at * 18, 158, 18)
        sheet.text(420, floor + at * 18 + 13, label, bold=label == "Total")
        sheet.text(566, floor + at * 18 + 13, it.money(amount), "r", bold=label == "Total")
    grid = Grid("all", None)
    contact = [Column("Phone #", 177, "c"), Column("E-mail", 178, "c"), Column("Web Site", 177, "c")]
    sheet.table(40, floor + 66, contact, [[it.supplier.phone, it.supplier.email, it.supplier.website]], grid, size=8)
    sheet.save()
    return it.without("line.asin", "line.model", *(() if upc else ("line.gtin",)))
