"""United States, a line printer: one font of one width, several pages, ordered and shipped units."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from random import Random

from invoices.matter import Invoice, invoice
from invoices.sheet import LETTER, Sheet

_ROWS = 12
_FORM = "{0:>3} {1:<14} {2:<30} {3:>5} {4:>5} {5:>4} {6:<3} {7:>9} {8:>11}"


def draw(random: Random, path: Path) -> Invoice:
    it = invoice(random, "US", (9, 30), day_forms=("%m/%d/%y", "%m/%d/%Y"))
    sheet = Sheet(
        path, LETTER, random.choice(("courier", "dejavu-mono", "liberation-mono")), 8.4 if random.random() < 0.5 else 8
    )
    sheet.size = 8.0 if "dejavu" not in sheet.regular else 7.6
    pages = -(-len(it.items) // _ROWS)
    remit = f"PO BOX {random.randint(1000, 99999)}"
    running = Decimal(0)
    for page in range(pages):
        _head(sheet, it, page + 1, pages, remit)
        y = 222.0
        sheet.text(
            36, y, _FORM.format("LN", "ITEM NUMBER", "DESCRIPTION", "ORD", "SHIP", "B/O", "U/M", "PRICE", "EXTENSION")
        )
        y += 9
        sheet.text(36, y, "-" * 92)
        y += 11
        if page:
            sheet.text(36, y, _FORM.format("", "", "*** BALANCE FORWARD ***", "", "", "", "", "", f"{running:,.2f}"))
            y += 11
        for at, item in enumerate(it.items[page * _ROWS : (page + 1) * _ROWS], page * _ROWS + 1):
            short = random.choice((0, 0, 0, 6))
            description = item.description.upper()[:30]
            cells = (
                at,
                item.sku,
                description,
                item.quantity + short,
                item.quantity,
                short,
                "EA",
                f"{item.price:,.2f}",
                f"{item.amount:,.2f}",
            )
            sheet.text(36, y, _FORM.format(*cells))
            y += 10
            sheet.text(36, y, f"    UPC: {item.gtin}  MFG#: {item.model}")
            y += 13
            running += item.amount
        if page + 1 < pages:
            sheet.text(36, y + 10, f"{'*** CONTINUED ON NEXT PAGE ***':>60}")
            sheet.turn()
    sums = [("MERCHANDISE", it.goods), ("LESS DISCOUNT", -it.discount), ("FREIGHT", it.shipping), ("SALES TAX", it.tax)]
    y = max(y + 20, 610)
    for label, amount in [pair for pair in sums if pair[1] or pair[0] in ("MERCHANDISE", "SALES TAX")]:
        sheet.text(36, y, f"{label:>78} {amount:>13,.2f}")
        y += 11
    sheet.text(36, y + 4, f"{'INVOICE TOTAL  USD':>78} {it.total:>13,.2f}", bold=True)
    sheet.text(
        36,
        y + 30,
        f"TERMS: NET {(it.due - it.day).days}   DUE {it.written(it.due)}   1.5% PER MONTH ON PAST DUE ACCOUNTS",
    )
    sheet.save()
    return it.without("line.asin", "supplier_website", "supplier_email", "line.description")


def _head(sheet: Sheet, it: Invoice, page: int, pages: int, remit: str) -> None:
    party = it.supplier
    sheet.text(36, 44, f"{party.name.upper():<52}{'* I N V O I C E *':>20}", bold=True)
    right = [
        f"INVOICE NO.  {it.number}",
        f"INVOICE DATE {it.written(it.day)}",
        f"CUSTOMER NO. {it.customer_number}",
        f"PAGE         {page} OF {pages}",
    ]
    left = [*(line.upper() for line in party.lines), f"PH {party.phone}  FAX {party.fax}"]
    for at in range(max(len(left), len(right))):
        one = left[at] if at < len(left) else ""
        sheet.text(36, 56 + at * 10, f"{one:<56}{right[at] if at < len(right) else ''}")
    sheet.text(36, 108, f"REMIT TO: {party.name.upper()}, {remit}, DALLAS TX 75201")
    sold, ship = [it.buyer.name, *it.buyer.lines], [it.ship_to.name, *it.ship_to.lines]
    sheet.text(36, 128, f"{'SOLD TO:':<10}{sold[0].upper():<38}{'SHIP TO:':<10}{ship[0].upper()}")
    for at in range(1, max(len(sold), len(ship))):
        one = sold[at] if at < len(sold) else ""
        other = ship[at] if at < len(ship) else ""
        sheet.text(36, 128 + at * 10, f"{'':<10}{one.upper():<38}{'':<10}{other.upper()}")
    sheet.text(36, 180, f"{'CUST P.O.':<16}{'OUR ORDER':<14}{'ORDER DATE':<13}{'SHIP DATE':<12}{'VIA':<12}{'SLSM':<6}")
    days = f"{it.written(it.ordered):<13}{it.written(it.delivered):<12}"
    values = f"{it.order_number:<16}{it.sales_order:<14}{days}{'FEDEX FRT':<12}{'017':<6}"
    sheet.text(36, 190, values)
