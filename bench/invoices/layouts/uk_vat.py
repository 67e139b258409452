"""United Kingdom, a VAT invoice: letterhead at the right, net, rate and VAT of each line, a summary of the rates."""

from __future__ import annotations

from pathlib import Path
from random import Random

from invoices.matter import Invoice, invoice
from invoices.sheet import A4, Column, Grid, Sheet


def draw(random: Random, path: Path) -> Invoice:
    it = invoice(random, "UK", (2, 7), mixed_rates=True, day_forms=("%d/%m/%Y", "long", "abc"))
    sheet = Sheet(path, A4, random.choice(("helvetica", "liberation-sans", "dejavu-condensed")), 8.5)
    party = it.supplier
    sheet.text(545, 50, party.name, "r", 14, bold=True)
    y = sheet.lines(545, 64, party.lines, align="r")
    y = sheet.lines(545, y, [f"Tel: {party.phone}", party.email, party.website], align="r")
    sheet.text(545, y, f"VAT Reg No: {party.tax_number}", "r")
    sheet.text(50, 64, "VAT INVOICE", size=15, bold=True)
    sheet.text(50, 156, random.choice(("Invoice to:", "Invoice address", "Customer:")), bold=True)
    sheet.lines(50, 168, [it.buyer.name, *it.buyer.lines])
    sheet.text(220, 156, "Deliver to:", bold=True)
    sheet.lines(220, 168, [it.ship_to.name, *it.ship_to.lines])
    sheet.pairs(
        380,
        168,
        [
            ("Invoice No:", it.number),
            ("Tax point:", it.written(it.day)),
            ("Your order:", it.order_number),
            ("Our ref:", it.customer_number),
            ("Due date:", it.written(it.due)),
        ],
        75,
    )
    columns = [
        Column("Code", 62),
        Column("Description", 180),
        Column("Qty", 38, "r"),
        Column("Unit £", 50, "r"),
        Column("Net £", 58, "r"),
        Column("VAT %", 40, "r"),
        Column("VAT £", 58, "r"),
    ]
    rows = [
        [
            item.sku,
            f"{item.description}\nEAN {item.gtin}",
            str(item.quantity),
            it.number_of(item.price),
            it.number_of(item.amount),
            f"{item.rate:.1f}",
            it.number_of(item.amount * item.rate / 100),
        ]
        for item in it.items
    ]
    if it.shipping:
        rate = it.main_rate
        rows.append(
            [
                "CARR",
                "Carriage - next day pallet",
                "1",
                it.number_of(it.shipping),
                it.number_of(it.shipping),
                f"{rate:.1f}",
                it.number_of(it.shipping * rate / 100),
            ]
        )
    y = sheet.table(50, 246, columns, rows, Grid(random.choice(("all", "rows", "frame")))) + 16
    summary = [[f"{rate:.1f}%", it.number_of(base), it.number_of(tax)] for rate, base, tax in it.taxes]
    sheet.table(
        50,
        y,
        [Column("VAT rate", 60), Column("Net", 70, "r"), Column("VAT", 70, "r")],
        summary,
        Grid("all", None),
        size=7.5,
    )
    sums = [("Settlement discount", -it.discount)] if it.discount else []
    for label, amount in [*sums, ("Net total", it.net), ("VAT", it.tax), ("Total due", it.total)]:
        y += 13
        sheet.text(430, y, label, bold=label == "Total due")
        sheet.text(536, y, it.money(amount), "r", bold=label == "Total due")
    sheet.text(
        50,
        780,
        "Bank: Albion Mercantile   Sort code 00-00-00   Account 12345678   Please quote the invoice number",
        size=7.5,
    )
    sheet.text(
        50,
        792,
        f"{party.name}. Registered in England No. {random.randint(1000000, 9999999):08d}. Registered office as above.",
        size=7,
    )
    sheet.save()
    return it.without("line.asin", "line.model")
