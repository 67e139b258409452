# ruff: noqa: E501 - a template is kept as it is typeset
"""United States, as wholesale market places print: a picture before each line, quantity and price in one cell."""

from __future__ import annotations

from pathlib import Path
from random import Random

from invoices.matter import Invoice, invoice
from invoices.typesetting import typeset

_TEMPLATE = """
#set page(paper: "us-letter", margin: (x: 44pt, y: 40pt), footer: align(center, text(size: 7pt, fill: luma(120))[#d.footer — page #context counter(page).display("1 of 1", both: true)]))
#set text(font: d.font, size: 9pt)
#grid(columns: (1fr, auto), text(size: 17pt, weight: "bold")[Invoice #d.number], align(right)[#text(fill: luma(100))[Order placed] #d.ordered \\ #text(fill: luma(100))[Invoice date] #d.day \\ #text(fill: luma(100))[Order] #d.order])
#v(10pt)
#grid(columns: (1fr, 1fr, 1fr), gutter: 10pt,
  block(fill: luma(245), inset: 8pt, radius: 4pt, width: 100%)[#text(weight: "bold")[Sold by] \\ #d.supplier \\ #for l in d.supplier_lines [#l \\ ] #d.phone \\ #d.email],
  block(fill: luma(245), inset: 8pt, radius: 4pt, width: 100%)[#text(weight: "bold")[Billed to] \\ #d.buyer \\ #for l in d.buyer_lines [#l \\ ]],
  block(fill: luma(245), inset: 8pt, radius: 4pt, width: 100%)[#text(weight: "bold")[Shipped to] \\ #d.ship \\ #for l in d.ship_lines [#l \\ ]])
#v(8pt)
#table(columns: (34pt, 1fr, auto), stroke: (x, y) => (bottom: 0.4pt + luma(210)), inset: (x: 4pt, y: 7pt), align: (left, left, right + horizon),
  ..d.rows.map(r => (rect(width: 26pt, height: 26pt, fill: luma(225), stroke: none), [#strong(r.at(0)) \\ #text(size: 8pt, fill: luma(80))[#r.at(1) \\ #r.at(2)]], strong(r.at(3)))).flatten())
#v(6pt)
#align(right, grid(columns: (auto, 80pt), row-gutter: 6pt, align: right, ..d.sums.flatten()))
"""


def draw(random: Random, path: Path) -> Invoice:
    it = invoice(random, "US", (2, 9), day_forms=("Abc d", "long", "%m/%d/%Y"))
    sums = [["Item subtotal", it.money(it.goods)]]
    if it.discount:
        sums.append(["Promotion", it.money(-it.discount)])
    sums.append(["Shipping", it.money(it.shipping) if it.shipping else "Free"])
    sums += [["Estimated tax", it.money(it.tax)], ["Order total", it.money(it.total)]]
    form = random.choice(("{} × {}", "{} @ {} each", "Qty {} · {} / unit"))
    typeset(
        _TEMPLATE,
        {
            "font": random.choice(("Nimbus Sans", "DejaVu Sans", "Liberation Sans")),
            "number": random.choice(("#", "")) + it.number,
            "ordered": it.written(it.ordered),
            "day": it.written(it.day),
            "order": it.order_number,
            "supplier": it.supplier.name,
            "supplier_lines": it.supplier.lines,
            "phone": it.supplier.phone,
            "email": it.supplier.email,
            "buyer": it.buyer.name,
            "buyer_lines": it.buyer.lines,
            "ship": it.ship_to.name,
            "ship_lines": it.ship_to.lines,
            "sums": sums,
            "footer": it.supplier.website,
            "rows": [
                [
                    item.description,
                    f"UPC {item.gtin}  |  ASIN: {item.asin}",
                    form.format(item.quantity, it.money(item.price)),
                    it.money(item.amount),
                ]
                for item in it.items
            ],
        },
        path,
    )
    return it.without("line.sku", "line.model")
