"""China, in two languages: seller and buyer in a ruled form, cartons and pieces, the sum in words, a seal."""

from __future__ import annotations

from pathlib import Path
from random import Random

from reportlab.lib.colors import Color

from invoices.matter import Invoice, invoice
from invoices.sheet import A4, Column, Grid, Sheet


def draw(random: Random, path: Path) -> Invoice:
    it = invoice(
        random,
        "CN",
        (2, 7),
        buyers=random.choice(("US", "UK", "DE")),
        day_forms=("%Y-%m-%d", "Abc.", "cjk", "%Y/%m/%d"),
    )
    sheet = Sheet(path, A4, random.choice(("times", "helvetica", "liberation-serif")), 8.5)
    party = it.supplier
    sheet.text(297, 48, party.name.upper(), "c", 13)
    sheet.text(297, 62, f"ADD: {party.address}", "c", 8)
    sheet.text(297, 73, f"TEL: {party.phone}  FAX: {party.fax}  E-MAIL: {party.email}", "c", 8)
    sheet.text(297, 100, "商业发票", "c", 13)
    sheet.text(297, 116, "COMMERCIAL INVOICE", "c", 13)
    sheet.box(40, 126, 300, 84)
    sheet.text(46, 138, random.choice(("买方 Buyer / Messrs:", "TO (买方):", "Sold to 买方:")))
    sheet.lines(46, 152, [it.buyer.name, *it.buyer.lines])
    labels = [
        ("发票号 Invoice No.:", it.number),
        ("日期 Date:", it.written(it.day)),
        ("合同号 S/C No.:", it.sales_order),
        ("订单号 P/O No.:", it.order_number),
    ]
    sheet.box(340, 126, 215, 84)
    sheet.pairs(346, 140, labels, 98, leading=16)
    sheet.text(
        40,
        226,
        f"From: {random.choice(('NINGBO', 'SHENZHEN', 'SHANGHAI'))}, CHINA   "
        f"To: {random.choice(('LOS ANGELES', 'FELIXSTOWE', 'HAMBURG'))}   By sea   Payment: T/T 30% deposit",
    )
    port = random.choice(("FOB NINGBO", "EXW", "CIF"))
    columns = [
        Column("唛头\nMarks", 50),
        Column("货名及规格\nDescription of Goods", 190),
        Column("型号\nModel", 60),
        Column("箱数\nCTNS", 40, "r"),
        Column("数量\nQuantity", 60, "r"),
        Column(f"单价\nUnit Price\n{port}", 55, "r"),
        Column("金额\nAmount (USD)", 60, "r"),
    ]
    unit = random.choice((" PCS", "PCS", " 个", ""))
    rows = [
        [
            "N/M" if at == 0 else "",
            item.description,
            item.model,
            str(item.cartons),
            f"{item.quantity:,}{unit}",
            it.number_of(item.price),
            it.number_of(item.amount),
        ]
        for at, item in enumerate(it.items)
    ]
    y = sheet.table(40, 238, columns, rows, Grid("all", None, leading=11)) + 14
    if it.shipping:
        sheet.text(470, y, "Inland freight 运费:", "r")
        sheet.text(551, y, it.number_of(it.shipping), "r")
        y += 14
    if it.discount:
        sheet.text(470, y, "Discount 折扣:", "r")
        sheet.text(551, y, it.number_of(-it.discount), "r")
        y += 14
    cartons, pieces = sum(item.cartons for item in it.items), sum(item.quantity for item in it.items)
    sheet.text(40, y, f"合计 TOTAL: {cartons} CTNS / {pieces:,} PCS")
    sheet.text(551, y, it.money(it.total), "r", 10)
    sheet.text(40, y + 20, f"SAY US DOLLARS {_words(int(it.total))} AND CENTS {int(it.total * 100) % 100:02d} ONLY.")
    sheet.text(40, y + 40, "Bank: Bank of Lanhai, Account No. 5550 1234 5678 90, SWIFT: LNHICNXX")
    sheet.canvas.setStrokeColor(Color(0.8, 0.1, 0.1))
    sheet.canvas.setLineWidth(2)
    sheet.canvas.circle(470, sheet.height - y - 90, 38)
    sheet.text(470, y + 94, "合同专用章", "c", 8, ink=Color(0.8, 0.1, 0.1))
    sheet.text(400, y + 150, f"For and on behalf of {party.name}", size=7.5)
    sheet.save()
    return it.without("line.asin", "line.gtin", "line.sku", "supplier_website", "subtotal", "tax")


_ONES = (
    "ZERO ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE THIRTEEN FOURTEEN FIFTEEN SIXTEEN "
    "SEVENTEEN EIGHTEEN NINETEEN"
).split()
_TENS = "- - TWENTY THIRTY FORTY FIFTY SIXTY SEVENTY EIGHTY NINETY".split()


def _words(number: int) -> str:
    for size, name in ((1_000_000, "MILLION"), (1000, "THOUSAND"), (100, "HUNDRED")):
        if number >= size:
            rest = number % size
            return f"{_words(number // size)} {name}" + (f" {_words(rest)}" if rest else "")
    if number < 20:
        return _ONES[number]
    return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")
