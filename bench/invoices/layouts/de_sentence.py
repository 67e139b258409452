# ruff: noqa: E501 - a template is kept as it is typeset
"""Germany, a small shop: number and day in a sentence, two rates of tax, amounts with the sign behind them."""

from __future__ import annotations

from pathlib import Path
from random import Random

from invoices.matter import Invoice, invoice
from invoices.typesetting import typeset

_TEMPLATE = """
#set page(paper: "a4", margin: (x: 56pt, y: 50pt))
#set text(font: d.font, size: 10pt)
#text(size: 15pt, weight: "bold", d.supplier) \\
#text(size: 8.5pt)[#d.supplier_lines.join(", ") | Tel.: #d.phone | E-Mail: #d.email]
#v(30pt)
#text(size: 9pt)[An] \\ #d.buyer \\ #for l in d.buyer_lines [#l \\ ]
#v(20pt)
#text(size: 12pt, weight: "bold", d.heading)
#v(2pt)
#d.intro
#v(8pt)
#table(columns: (auto, 1fr, auto, auto, auto), stroke: d.stroke * 1pt + luma(120), align: (right, left, right, center, right), inset: 5pt,
  [Anzahl], [Artikel], [Einzelpreis], [MwSt.], [Summe],
  ..d.rows.map(r => (r.at(0), [#r.at(1) \\ #text(size: 8pt, r.at(2))], r.at(3), r.at(4), r.at(5))).flatten())
#align(right, table(columns: 2, stroke: none, inset: 3pt, align: right, ..d.sums.flatten()))
#v(10pt)
#text(size: 8.5pt)[#d.note]
#v(1fr)
#text(size: 8pt)[Steuernummer 00/555/55501 · USt-ID #d.vat · #d.site]
"""


def draw(random: Random, path: Path) -> Invoice:
    it = invoice(random, "DE", (2, 6), mixed_rates=True, day_forms=("%d.%m.%Y", "long"))
    day = it.written(it.day)
    heading = random.choice(
        (f"Rechnung Nr. {it.number} vom {day}", f"Rechnung {it.number} vom {day}", f"Rechnungs-Nr. {it.number} / {day}")
    )
    sums = [["Zwischensumme", it.money(it.goods)]]
    sums += [["Rabatt", it.money(-it.discount)]] if it.discount else []
    sums += [["Versand", it.money(it.shipping)]] if it.shipping else []
    sums += [[f"{rate} % MwSt. auf {it.money(base)}", it.money(tax)] for rate, base, tax in it.taxes]
    sums += [[random.choice(("Gesamtbetrag", "Endbetrag", "Bruttobetrag")), it.money(it.total)]]
    typeset(
        _TEMPLATE,
        {
            "font": random.choice(("Libertinus Serif", "C059", "P052")),
            "supplier": it.supplier.name,
            "supplier_lines": it.supplier.lines,
            "phone": it.supplier.phone,
            "email": it.supplier.email,
            "buyer": it.buyer.name,
            "buyer_lines": it.buyer.lines,
            "heading": heading,
            "intro": f"Vielen Dank für Ihre Bestellung {it.order_number} vom {it.written(it.ordered)}. Lieferung am {it.written(it.delivered)}.",
            "stroke": random.choice((0, 0.5)),
            "sums": sums,
            "vat": it.supplier.tax_number,
            "site": it.supplier.website,
            "rows": [
                [
                    f"{item.quantity}",
                    item.description,
                    f"Art. {item.sku}, EAN {item.gtin}",
                    it.money(item.price),
                    f"{item.rate} %",
                    it.money(item.amount),
                ]
                for item in it.items
            ],
            "note": f"Bitte überweisen Sie den Betrag bis zum {it.written(it.due)} auf das Konto DE02 1203 0000 0000 2020 51.",
        },
        path,
    )
    return it.without("line.asin", "line.model")
