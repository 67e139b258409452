"""United States, landscape with many narrow columns: case packs, list and net prices, units and extension."""

from __future__ import annotations

from pathlib import Path
from random import Random

from invoices.matter import Invoice, invoice
from invoices.sheet import LETTER, Column, Grid, Sheet


def draw(random: Random, path: Path) -> Invoice:
    it = invoice(random, "US", (6, 22), discounts=True, day_forms=("%m/%d/%Y", "abc"))
    sheet = Sheet(path, (LETTER[1], LETTER[0]), random.choice(("narrow", "dejavu-condensed")), 8)
    party = it.supplier

    def head() -> float:
        sheet.lines(30, 40, [party.name], size=13, bold=True)
        sheet.lines(30, 53, [*party.lines, f"T: {party.phone} | F: {party.fax}", party.email, party.website])
        sheet.text(762, 40, "WHOLESALE INVOICE", "r", 13, bold=True)
        sheet.pairs(
            590,
            56,
            [
                ("Invoice", it.number),
                ("Invoice date", it.written(it.day)),
                ("Ship date", it.written(it.delivered)),
                ("Customer PO", it.order_number),
                ("Customer ID", it.customer_number),
                ("Page", str(sheet.page)),
            ],
            80,
        )
        sheet.text(300, 53, "BILL TO", bold=True)
        sheet.lines(300, 64, [it.buyer.name, *it.buyer.lines])
        sheet.text(450, 53, "SHIP TO", bold=True)
        sheet.lines(450, 64, sheet.wrapped(it.ship_to.name, 130) + list(it.ship_to.lines))
        return 140.0

    def again() -> float:
        sheet.turn()
        return head()

    columns = [
        Column("#", 22, "r"),
        Column("UPC", 78),
        Column("Vendor item", 70),
        Column("Description", 200),
        Column("Pack", 36, "r"),
        Column("Cases", 38, "r"),
        Column("Units", 42, "r"),
        Column("List", 52, "r"),
        Column("Disc %", 40, "r"),
        Column("Net", 56, "r"),
        Column("Extension", 72, "r"),
    ]
    rows = []
    for at, item in enumerate(it.items, 1):
        net = item.amount / item.quantity
        rows.append(
            [
                str(at),
                item.gtin,
                item.sku,
                item.description,
                str(item.each),
                str(item.cartons),
                str(item.quantity),
                it.number_of(item.price),
                str(item.off) if item.off else "",
                it.number_of(net, 4),
                it.number_of(item.amount),
            ]
        )
    y = sheet.table(30, head(), columns, rows, Grid(random.choice(("all", "rows")), leading=9.5, pad=3), 540, again)
    if y > 480:
        y = again()
    sums = [
        ("Goods", it.goods),
        ("Order discount", -it.discount),
        ("Freight", it.shipping),
        ("Tax", it.tax),
        ("Invoice total USD", it.total),
    ]
    for label, amount in [pair for pair in sums if pair[1] or pair[0] in ("Goods", "Tax")]:
        y += 12
        sheet.text(660, y, label, "r", bold=label.startswith("Invoice"))
        sheet.text(733, y, it.number_of(amount), "r", bold=label.startswith("Invoice"))
    sheet.text(30, 590, "Resale certificate on file. Claims within 5 days. Title passes at F.O.B. point.", size=7)
    sheet.save()
    return it.without("line.asin", "line.model")
