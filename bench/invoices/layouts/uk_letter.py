"""United Kingdom, typed as a letter: no table, a line of goods is a sentence, the day stands without a label."""

from __future__ import annotations

from pathlib import Path
from random import Random

from reportlab.pdfbase.pdfmetrics import stringWidth

from invoices.matter import Invoice, invoice
from invoices.sheet import A4, Sheet


def draw(random: Random, path: Path) -> Invoice:
    it = invoice(random, "UK", (1, 5), day_forms=("ordinal", "long"))
    sheet = Sheet(path, A4, random.choice(("times", "liberation-serif", "courier")), 10)
    party = it.supplier
    sheet.text(297, 60, party.name.upper(), "c", 15, bold=True)
    sheet.text(297, 76, ", ".join(party.lines), "c")
    sheet.text(297, 90, f"{party.phone}  ·  {party.email}", "c")
    sheet.text(545, 130, it.written(it.day), "r")
    sheet.lines(60, 130, [it.buyer.name, *it.buyer.lines])
    sheet.text(
        60,
        210,
        random.choice((f"INVOICE NO. {it.number}", f"Invoice {it.number}", f"Invoice number {it.number}")),
        bold=True,
    )
    sheet.text(60, 228, f"To goods supplied against your order {it.order_number}:")
    y = 252.0
    for item in it.items:
        said = f"{item.quantity} x {item.description} @ {it.money(item.price)}"
        amount = it.money(item.amount)
        y = _dotted(sheet, y, said, amount)
    sums = [("Carriage", it.shipping)] if it.shipping else []
    sums += [("Less discount", -it.discount)] if it.discount else []
    rate = it.taxes[0][0]
    y += 8
    for label, amount in [*sums, ("Net", it.net), (f"VAT at {rate}%", it.tax), ("TOTAL", it.total)]:
        sheet.text(440, y, label, "r", bold=label == "TOTAL")
        sheet.text(535, y, it.money(amount), "r", bold=label == "TOTAL")
        y += 15
    sheet.text(60, y + 24, f"Payment is due by {it.customs.written(it.due, it.day_form)}, please. With thanks.")
    sheet.text(60, 800, f"VAT registration {party.tax_number}", size=8)
    sheet.save()
    return it.without("supplier_website", "line.asin", "line.gtin", "line.sku", "line.model")


def _dotted(sheet: Sheet, y: float, said: str, amount: str) -> float:
    lines = sheet.wrapped(said, 370)
    for line in lines[:-1]:
        sheet.text(60, y, line)
        y += 14
    left = 60 + stringWidth(lines[-1], sheet.regular, sheet.size)
    sheet.text(60, y, lines[-1])
    sheet.text(535, y, amount, "r")
    dots = int((475 - left) / stringWidth(".", sheet.regular, sheet.size)) - 2
    if dots > 3:
        sheet.text(left + 6, y, "." * dots)
    return y + 17
