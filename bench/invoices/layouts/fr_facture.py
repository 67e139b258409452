"""France: letterhead at the left, client at the right, spaces between thousands, the legal line at the foot."""

from __future__ import annotations

from pathlib import Path
from random import Random

from invoices.matter import Invoice, invoice
from invoices.sheet import A4, Column, Grid, Sheet


def draw(random: Random, path: Path) -> Invoice:
    it = invoice(
        random, "FR", (2, 7), mixed_rates=random.random() < 0.5, discounts=True, day_forms=("%d/%m/%Y", "long")
    )
    sheet = Sheet(path, A4, random.choice(("liberation-sans", "dejavu-serif", "liberation-serif")), 9)
    party = it.supplier
    sheet.text(50, 56, party.name, size=13, bold=True)
    y = sheet.lines(50, 70, party.lines)
    sheet.lines(50, y, [f"Tél. : {party.phone}", f"Courriel : {party.email}"])
    sheet.text(340, 56, random.choice(("FACTURE", "Facture")), size=18, bold=True)
    sheet.pairs(
        340,
        76,
        [
            (random.choice(("Facture N° :", "N° de facture :")), it.number),
            (random.choice(("Date de facturation :", "Date :")), it.written(it.day)),
            ("N° client :", it.customer_number),
            ("Votre commande :", it.order_number),
            ("Échéance :", it.written(it.due)),
        ],
        105,
    )
    sheet.box(330, 158, 215, 68)
    sheet.text(336, 170, random.choice(("Facturé à", "Client", "Adressé à")), size=7.5)
    sheet.lines(336, 184, [it.buyer.name, *it.buyer.lines])
    columns = [
        Column("Réf.", 62),
        Column("Désignation", 180),
        Column("Qté", 38, "r"),
        Column("P.U. HT", 56, "r"),
        Column("Rem.", 36, "r"),
        Column("TVA", 40, "r"),
        Column("Total HT", 76, "r"),
    ]
    rows = [
        [
            item.sku,
            f"{item.description}\nGencod {item.gtin}",
            str(item.quantity),
            it.number_of(item.price),
            f"{item.off} %" if item.off else "",
            f"{it.number_of(item.rate, 1)} %",
            it.number_of(item.amount),
        ]
        for item in it.items
    ]
    y = sheet.table(50, 252, columns, rows, Grid(random.choice(("all", "columns", "rows")))) + 8
    sums = [("Frais de port HT", it.shipping)] if it.shipping else []
    sums += [("Remise", -it.discount)] if it.discount else []
    sums += [
        ("Total HT", it.net),
        *((f"TVA {it.number_of(rate, 1)} %", tax) for rate, _, tax in it.taxes),
        ("Total TTC", it.total),
    ]
    for label, amount in sums:
        y += 13
        sheet.text(400, y, label, bold=label == "Total TTC")
        sheet.text(536, y, it.money(amount), "r", bold=label == "Total TTC")
    if random.random() < 0.4:
        sheet.text(400, y + 13, "Net à payer")
        sheet.text(536, y + 13, it.money(it.total), "r")
    sheet.lines(
        50,
        730,
        ["En cas de retard de paiement, indemnité forfaitaire de 40 €.", "Pas d'escompte pour paiement anticipé."],
        size=7.5,
    )
    siret = f"{random.randint(300, 899)} 555 010 00017"
    legal = f"{party.name} au capital de 10 000 € - SIRET {siret} - RCS Lyon - TVA {party.tax_number} - {party.website}"
    sheet.text(297, 800, legal, "c", 7)
    sheet.save()
    return it.without("line.asin", "line.model")
