"""Spain: two boxes side by side, number and day in a narrow table, columns with the discount before the price."""

from __future__ import annotations

from pathlib import Path
from random import Random

from invoices.matter import Invoice, invoice
from invoices.sheet import A4, Column, Grid, Sheet


def draw(random: Random, path: Path) -> Invoice:
    it = invoice(
        random,
        "ES",
        (2, 7),
        mixed_rates=random.random() < 0.4,
        discounts=True,
        day_forms=("%d/%m/%Y", "%d-%m-%Y", "long"),
    )
    sheet = Sheet(path, A4, random.choice(("helvetica", "dejavu", "times")), 8.5)
    party = it.supplier
    sheet.text(50, 52, "FACTURA", size=20, bold=True)
    titles = random.choice(
        (("Factura nº", "Fecha", "Pedido", "Vencimiento"), ("Nº factura", "Fecha factura", "Su pedido", "Vto."))
    )
    values = [it.number, it.written(it.day), it.order_number, it.written(it.due)]
    sheet.table(50, 70, [Column(title, 123.5, "c") for title in titles], [values], Grid("all"))
    sheet.box(50, 122, 240, 88)
    sheet.text(56, 134, random.choice(("Emisor", "Datos del proveedor", "Vendedor")), bold=True)
    sheet.lines(
        56,
        147,
        [party.name, *party.lines, f"NIF: {party.tax_number}", f"Tel. {party.phone}", party.email],
        leading=9.8,
    )
    sheet.box(304, 122, 240, 88)
    sheet.text(310, 134, random.choice(("Cliente", "Facturar a")), bold=True)
    sheet.lines(310, 147, [it.buyer.name, *it.buyer.lines, f"CIF: {it.buyer.tax_number}"], leading=10.5)
    columns = [
        Column("Cant.", 36, "r"),
        Column("Referencia", 64),
        Column("Concepto", 174),
        Column("Dto.%", 36, "r"),
        Column("Precio", 56, "r"),
        Column("IVA", 34, "r"),
        Column("Importe", 94, "r"),
    ]
    rows = [
        [
            str(item.quantity),
            item.model,
            f"{item.description} EAN {item.gtin}",
            str(item.off) if item.off else "-",
            it.number_of(item.price),
            f"{item.rate}%",
            it.number_of(item.amount),
        ]
        for item in it.items
    ]
    y = sheet.table(50, 226, columns, rows, Grid(random.choice(("all", "frame", "none")), leading=10.5)) + 20
    if it.discount or it.shipping:
        said = []
        if it.shipping:
            said.append(f"Portes: {it.money(it.shipping)}")
        if it.discount:
            said.append(f"Descuento pronto pago: {it.money(-it.discount)}")
        sheet.text(50, y, "   ".join(said))
        y += 16
    heads = [Column("Base imponible", 120, "r"), Column("% IVA", 60, "r"), Column("Cuota IVA", 110, "r")]
    lines = [[it.number_of(base), f"{rate}", it.number_of(tax)] for rate, base, tax in it.taxes]
    if len(lines) > 1:
        lines.append([it.number_of(it.net), "", it.number_of(it.tax)])
    sheet.table(50, y, heads, lines, Grid("all"))
    sheet.box(394, y, 150, 32)
    sheet.text(400, y + 12, "TOTAL FACTURA", bold=True)
    sheet.text(538, y + 26, it.money(it.total), "r", 12, bold=True)
    sheet.text(
        50,
        790,
        f"{party.website} - Inscrita en el Registro Mercantil, tomo 5550, folio 1 - "
        "Forma de pago: transferencia ES00 0000 0000",
        size=7,
    )
    sheet.save()
    return it.without("line.asin", "line.sku")
