"""Germany, by the norm for letters: the sender in one small line above the window, facts at the right."""

from __future__ import annotations

from pathlib import Path
from random import Random

from invoices.matter import Invoice, invoice
from invoices.sheet import A4, GREY, Column, Grid, Sheet


def draw(random: Random, path: Path) -> Invoice:
    it = invoice(random, "DE", (2, 8), day_forms=("%d.%m.%Y", "long"))
    sheet = Sheet(path, A4, random.choice(("helvetica", "liberation-sans", "dejavu")), 9)
    party = it.supplier
    sheet.text(540, 55, party.name, "r", 16, bold=True, ink=GREY)
    sheet.text(57, 132, f"{party.name} · {' · '.join(party.lines)}", size=6.5)
    sheet.rule(57, 135, 300, 135, 0.3)
    sheet.lines(57, 150, [it.buyer.name, *it.buyer.lines])
    pairs = [
        ("Rechnungsnummer", it.number),
        ("Rechnungsdatum", it.written(it.day)),
        ("Kundennummer", it.customer_number),
        ("Bestellnummer", it.order_number),
        ("Lieferdatum", it.written(it.delivered)),
    ]
    if random.random() < 0.5:
        pairs = [(label + ":", value) for label, value in pairs]
    sheet.pairs(370, 150, pairs, 92)
    sheet.text(57, 270, random.choice(("Rechnung", f"Rechnung {it.number}", "RECHNUNG")), size=14, bold=True)
    sheet.text(57, 290, "Sehr geehrte Damen und Herren, wir erlauben uns, Ihnen wie folgt zu berechnen:")
    columns = [
        Column("Pos.", 30, "r"),
        Column("Art.-Nr.", 66),
        Column("Bezeichnung", 180),
        Column("Menge", 44, "r"),
        Column("Einheit", 40),
        Column("Einzelpreis", 60, "r"),
        Column("Gesamt", 66, "r"),
    ]
    rows = [
        [
            str(at),
            item.sku,
            f"{item.description}\nEAN: {item.gtin}",
            str(item.quantity),
            "Stk.",
            it.number_of(item.price),
            it.number_of(item.amount),
        ]
        for at, item in enumerate(it.items, 1)
    ]
    if it.shipping:
        rows.append(
            [
                str(len(rows) + 1),
                "",
                "Versandkosten",
                "1",
                "psch.",
                it.number_of(it.shipping),
                it.number_of(it.shipping),
            ]
        )

    def again() -> float:
        sheet.turn()
        sheet.text(57, 50, f"Rechnung {it.number} - Seite {sheet.page}")
        return 70.0

    y = sheet.table(57, 304, columns, rows, Grid(random.choice(("rows", "none", "all")), None), 690, again) + 6
    if y > 640:
        y = again()
    sums = [("Rabatt", -it.discount)] if it.discount else []
    sums += [
        ("Nettobetrag", it.net),
        *((f"zzgl. {rate} % MwSt.", tax) for rate, _, tax in it.taxes),
        ("Rechnungsbetrag", it.total),
    ]
    for label, amount in sums:
        y += 13
        sheet.text(380, y, label, bold=label == "Rechnungsbetrag")
        sheet.text(539, y, it.money(amount), "r", bold=label == "Rechnungsbetrag")
    sheet.text(57, y + 26, f"Zahlbar bis {it.written(it.due)} ohne Abzug.")
    foot = (
        [party.name, *party.lines],
        [f"Tel. {party.phone}", f"Fax {party.fax}", party.email, party.website],
        ["Weserbank Hamburg", "IBAN DE02 1203 0000 0000 2020 51", "BIC BYLADEM1001"],
        ["Amtsgericht Hamburg", "HRB 55501", f"USt-IdNr. {party.tax_number}", "Geschäftsführerin: Mira Novak"],
    )
    sheet.rule(57, 758, 540, 758, 0.3)
    for at, lines in enumerate(foot):
        sheet.lines(57 + at * 123, 770, lines, size=6.5, leading=9)
    sheet.save()
    return it.without("line.asin", "line.model")
