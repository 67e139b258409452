"""Italy: a form of boxes with a small title inside each above its value, the document's total at the end."""

from __future__ import annotations

from pathlib import Path
from random import Random

from invoices.matter import Invoice, invoice
from invoices.sheet import A4, Column, Grid, Sheet


def draw(random: Random, path: Path) -> Invoice:
    it = invoice(random, "IT", (2, 8), mixed_rates=random.random() < 0.4, discounts=True, day_forms=("%d/%m/%Y",))
    sheet = Sheet(path, A4, random.choice(("times", "liberation-serif", "helvetica")), 9)
    party = it.supplier

    def cell(x: float, y: float, wide: float, title: str, value: str, high: float = 26) -> None:
        sheet.box(x, y, wide, high)
        sheet.text(x + 3, y + 8, title, size=6)
        sheet.text(x + 4, y + 20, value)

    sheet.text(40, 50, party.name, size=14, bold=True)
    sheet.lines(
        40,
        63,
        [
            *party.lines,
            f"Tel. {party.phone} Fax {party.fax}",
            f"P.IVA e C.F. {party.tax_number}",
            party.email,
            party.website,
        ],
        leading=11,
    )
    sheet.box(300, 62, 255, 78)
    sheet.text(306, 74, random.choice(("Spett.le", "Destinatario")), size=7.5)
    sheet.lines(306, 88, [it.buyer.name, *it.buyer.lines])
    cell(40, 152, 110, "TIPO DOCUMENTO", random.choice(("FATTURA", "FATTURA DIFFERITA")))
    cell(150, 152, 100, "NUMERO", it.number)
    cell(250, 152, 90, "DATA", it.written(it.day))
    cell(340, 152, 115, "VS. ORDINE", it.order_number)
    cell(455, 152, 100, "COD. CLIENTE", it.customer_number)
    cell(40, 178, 210, "PAGAMENTO", f"Bonifico {(it.due - it.day).days} gg d.f.")
    cell(250, 178, 305, "BANCA D'APPOGGIO", "Banca Valdora IT60 X054 2811 1010 0000 0123 456")
    columns = [
        Column("CODICE", 62),
        Column("DESCRIZIONE", 188),
        Column("U.M.", 30, "c"),
        Column("Q.TA'", 44, "r"),
        Column("PREZZO", 56, "r"),
        Column("SC.%", 34, "r"),
        Column("IMPORTO", 66, "r"),
        Column("IVA", 35, "r"),
    ]
    rows = [
        [
            item.sku,
            f"{item.description}\ncod. EAN {item.gtin}",
            random.choice(("PZ", "NR")),
            it.number_of(item.quantity),
            it.number_of(item.price),
            str(item.off) if item.off else "",
            it.number_of(item.amount),
            str(item.rate),
        ]
        for item in it.items
    ]
    low = sheet.table(40, 212, columns, rows, Grid("columns"), size=8)
    floor = max(low, 600)
    x = 40.0
    for column in columns:
        sheet.rule(x, low, x, floor, 0.4)
        x += column.width
    sheet.rule(x, low, x, floor, 0.4)
    sheet.rule(40, floor, x, floor)
    cell(40, floor, 100, "TOTALE MERCE", it.number_of(it.goods))
    cell(140, floor, 90, "SPESE TRASPORTO", it.number_of(it.shipping))
    cell(230, floor, 90, "SCONTO", it.number_of(it.discount))
    cell(320, floor, 235, "SCADENZE", f"{it.written(it.due)}   {it.number_of(it.total)}")
    table = [[it.number_of(base), f"{rate} %", it.number_of(tax)] for rate, base, tax in it.taxes]
    y = sheet.table(
        40,
        floor + 26,
        [Column("IMPONIBILE", 90, "r"), Column("ALIQUOTA", 60, "r"), Column("IMPOSTA", 80, "r")],
        table,
        Grid("all", None),
        size=8,
    )
    cell(270, floor + 26, 90, "TOT. IMPONIBILE", it.number_of(it.net))
    cell(360, floor + 26, 85, "TOT. IVA", it.number_of(it.tax))
    cell(445, floor + 26, 110, "TOTALE DOCUMENTO €", it.number_of(it.total))
    sheet.text(40, y + 20, "Contributo CONAI assolto ove dovuto.", size=7)
    sheet.save()
    return it.without("line.asin", "line.model")
