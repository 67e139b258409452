# ruff: noqa: E501 - a template is kept as it is typeset
"""Poland: seller and buyer side by side, net and gross of each line, the sum to be paid in words."""

from __future__ import annotations

from pathlib import Path
from random import Random

from invoices.matter import Invoice, invoice
from invoices.typesetting import typeset

_TEMPLATE = """
#set page(paper: "a4", margin: (x: 40pt, y: 40pt))
#set text(font: d.font, size: 8.5pt)
#align(right)[#d.place \\ Data wystawienia: #d.day \\ Data sprzedaży: #d.sold]
#align(center, text(size: 14pt, weight: "bold", d.heading))
#v(8pt)
#grid(columns: (1fr, 1fr), gutter: 20pt,
  [#text(weight: "bold")[Sprzedawca:] #line(length: 100%, stroke: 0.4pt) #d.supplier \\ #for l in d.supplier_lines [#l \\ ] NIP: #d.supplier_nip \\ tel. #d.phone \\ #d.email],
  [#text(weight: "bold")[Nabywca:] #line(length: 100%, stroke: 0.4pt) #d.buyer \\ #for l in d.buyer_lines [#l \\ ] NIP: #d.buyer_nip])
#v(6pt)
Nr zamówienia: #d.order
#v(4pt)
#table(columns: (auto, 1fr, auto, auto, auto, auto, auto, auto, auto), stroke: 0.4pt, inset: 3.5pt, align: (right, left, right, center, right, right, right, right, right),
  ..d.heads.map(h => strong(h)), ..d.rows.flatten())
#grid(columns: (1fr, auto), [], table(columns: (auto, 64pt, 44pt, 64pt, 70pt), stroke: 0.4pt, inset: 3.5pt, align: right, ..d.sums.flatten()))
#v(6pt)
#text(size: 12pt, weight: "bold")[Do zapłaty: #d.total] \\
Słownie: #d.words \\
Termin płatności: #d.due, przelew, konto 00 1234 0000 0000 0000 0000 0000
#v(40pt)
#grid(columns: (1fr, 1fr), align(center)[#line(length: 60%, stroke: 0.3pt) osoba upoważniona do odbioru], align(center)[#line(length: 60%, stroke: 0.3pt) osoba upoważniona do wystawienia])
#v(1fr)
#text(size: 7pt)[#d.site]
"""


def draw(random: Random, path: Path) -> Invoice:
    it = invoice(random, "PL", (2, 7), mixed_rates=random.random() < 0.5, day_forms=("%d.%m.%Y", "%Y-%m-%d"))
    place = it.supplier.lines[1].split(" ", 1)[1]
    items = it.items
    rows = []
    for at, item in enumerate(items, 1):
        tax = item.amount * item.rate / 100
        rows.append(
            [
                str(at),
                f"{item.description} ({item.sku})",
                str(item.quantity),
                "szt.",
                it.number_of(item.price),
                it.number_of(item.amount),
                f"{item.rate}%",
                it.number_of(tax),
                it.number_of(item.amount + tax),
            ]
        )
    if it.shipping:
        tax = it.shipping * it.main_rate / 100
        rows.append(
            [
                str(len(rows) + 1),
                "Transport",
                "1",
                "usł.",
                it.number_of(it.shipping),
                it.number_of(it.shipping),
                f"{it.main_rate}%",
                it.number_of(tax),
                it.number_of(it.shipping + tax),
            ]
        )
    if it.discount:
        tax = -it.discount * it.main_rate / 100
        rows.append(
            [
                str(len(rows) + 1),
                "Rabat",
                "1",
                "",
                it.number_of(-it.discount),
                it.number_of(-it.discount),
                f"{it.main_rate}%",
                it.number_of(tax),
                it.number_of(tax - it.discount),
            ]
        )
    sums = [
        ["w tym", it.number_of(base), f"{rate}%", it.number_of(tax), it.number_of(base + tax)]
        for rate, base, tax in it.taxes
    ]
    sums.append(["Razem", it.number_of(it.net), "", it.number_of(it.tax), it.number_of(it.total)])
    typeset(
        _TEMPLATE,
        {
            "font": random.choice(("Liberation Sans", "DejaVu Sans", "Libertinus Serif")),
            "place": place,
            "day": it.written(it.day),
            "sold": it.written(it.delivered),
            "heading": random.choice(
                (f"Faktura VAT nr {it.number}", f"FAKTURA nr {it.number}", f"Faktura {it.number}")
            ),
            "supplier": it.supplier.name,
            "supplier_lines": it.supplier.lines,
            "supplier_nip": it.supplier.tax_number,
            "phone": it.supplier.phone,
            "email": it.supplier.email,
            "buyer": it.buyer.name,
            "buyer_lines": it.buyer.lines,
            "buyer_nip": it.buyer.tax_number,
            "order": it.order_number,
            "heads": [
                "Lp.",
                "Nazwa towaru lub usługi",
                "Ilość",
                "J.m.",
                "Cena netto",
                "Wartość netto",
                "VAT",
                "Kwota VAT",
                "Wartość brutto",
            ],
            "rows": rows,
            "sums": sums,
            "total": it.money(it.total),
            "words": f"słownie złotych {int(it.total * 100) % 100:02d}/100",
            "due": it.written(it.due),
            "site": it.supplier.website,
        },
        path,
    )
    return it.without("line.asin", "line.model", "line.gtin")
