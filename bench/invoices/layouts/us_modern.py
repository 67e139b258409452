# ruff: noqa: E501 - a template is kept as it is typeset
"""United States, as web invoicing tools print: no rules, small grey capitals above each value, sender at the right."""

from __future__ import annotations

from pathlib import Path
from random import Random

from invoices.matter import Invoice, invoice
from invoices.typesetting import typeset

_TEMPLATE = """
#set page(paper: "us-letter", margin: (x: 50pt, y: 46pt))
#set text(font: d.font, size: 9.5pt)
#let label(t) = text(size: 7pt, fill: luma(110), upper(t))
#grid(columns: (1fr, 1fr),
  text(size: 26pt, fill: rgb(d.colour), d.title),
  align(right)[#text(weight: "bold", d.supplier) \\ #for l in d.supplier_lines [#l \\ ] #d.phone \\ #d.email #if d.site != none [\\ #d.site]])
#v(24pt)
#grid(columns: (2fr, 1fr, 1fr, 1fr), column-gutter: 12pt, row-gutter: 5pt,
  label(d.labels.at(0)), label(d.labels.at(1)), label(d.labels.at(2)), label(d.labels.at(3)),
  [#strong(d.buyer) \\ #for l in d.buyer_lines [#l \\ ]], d.number, d.day, d.due,
  [], label(d.labels.at(4)), label(d.labels.at(5)), [], [], d.order, text(size: 13pt, weight: "bold", d.total), [])
#v(20pt)
#table(columns: (1fr, auto, auto, auto), stroke: none, align: (left, right, right, right), inset: (x: 4pt, y: 5pt),
  table.hline(stroke: 0.5pt + luma(180)),
  table.header(..d.heads.map(h => label(h))), table.hline(stroke: 0.5pt + luma(180)),
  ..d.rows.map(r => ([#r.at(0) \\ #text(size: 7.5pt, fill: luma(90), r.at(1))], r.at(2), r.at(3), r.at(4))).flatten(),
  table.hline(stroke: 0.5pt + luma(180)))
#align(right, table(columns: (auto, 90pt), stroke: none, align: (right, right), ..d.sums.flatten()))
#v(1fr)
#text(size: 8pt, fill: luma(100), d.note)
"""


def draw(random: Random, path: Path) -> Invoice:
    it = invoice(random, "US", (2, 6), day_forms=("Abc d", "long", "%Y-%m-%d"))
    site = random.random() < 0.5
    sums = [["Subtotal", it.money(it.goods)]]
    if it.discount:
        sums.append(["Discount", it.money(-it.discount)])
    if it.shipping:
        sums.append(["Shipping & handling", it.money(it.shipping)])
    sums += [
        [f"Tax {it.taxes[0][0]}%", it.money(it.tax)],
        [random.choice(("Total", "Invoice total", "Total (USD)")), it.money(it.total)],
    ]
    typeset(
        _TEMPLATE,
        {
            "font": random.choice(("Libertinus Serif", "Nimbus Sans", "URW Gothic", "P052")),
            "colour": random.choice(("#1c4e80", "#3a7d44", "#222222")),
            "title": random.choice(("Invoice", "INVOICE")),
            "supplier": it.supplier.name,
            "supplier_lines": it.supplier.lines,
            "phone": it.supplier.phone,
            "email": it.supplier.email,
            "site": it.supplier.website if site else None,
            "buyer": it.buyer.name,
            "buyer_lines": it.buyer.lines,
            "number": it.number,
            "day": it.written(it.day),
            "due": it.written(it.due),
            "order": it.order_number,
            "total": it.money(it.total),
            "labels": [
                random.choice(("Billed to", "Bill to", "Customer")),
                random.choice(("Invoice number", "Invoice no.", "Invoice #")),
                random.choice(("Date of issue", "Issued", "Invoice date")),
                random.choice(("Due date", "Payment due")),
                random.choice(("Purchase order", "PO number")),
                random.choice(("Amount due", "Balance due")),
            ],
            "heads": ["Description", random.choice(("Qty", "Units")), random.choice(("Unit price", "Rate")), "Amount"],
            "rows": [
                [
                    item.description,
                    f"ASIN {item.asin} · SKU {item.sku}",
                    str(item.quantity),
                    it.money(item.price),
                    it.money(item.amount),
                ]
                for item in it.items
            ],
            "sums": sums,
            "note": f"Please pay by {it.written(it.due)}. Questions? {it.supplier.email}",
        },
        path,
    )
    hidden = ["line.gtin", "line.model"]
    return it.without(*hidden, *(() if site else ("supplier_website",)))
