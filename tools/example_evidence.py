"""Draws the documents with flaws that the built-in examples carry: `python tools/example_evidence.py`.

Everything in them is made up. They are what sellers really bring: an invoice that is too old, one made out to the
store's name and photographed on a table, one that covers too few units, a pro-forma, a bill in another name, a
certificate that ended, one page of three. The same bytes come out each time.
"""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from pathlib import Path

import pypdfium2
from PIL import Image, ImageFilter
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.pdfgen.canvas import Canvas

EXAMPLES = Path(__file__).parent.parent / "src/amends/data/examples"
_DRAWN: dict[str, Callable[[], bytes]] = {}


def drawn(place: str) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    """Declare what is drawn for a place below the examples."""

    def declare(draw: Callable[[], bytes]) -> Callable[[], bytes]:
        _DRAWN[place] = draw
        return draw

    return declare


class Sheet:
    """A page that is written from the top, in points from the left."""

    def __init__(self, size: tuple[float, float] = LETTER, font: str = "Helvetica") -> None:
        self.out = io.BytesIO()
        self.canvas = Canvas(self.out, pagesize=size, invariant=1)
        self.canvas.setProducer("Ledgerline 11.2")
        self.canvas.setCreator("Ledgerline 11.2 accounts")
        self.width, self.height, self.font, self.y = *size, font, size[1] - 60

    def line(self, *cells: tuple[float, str], size: float = 10, bold: bool = False, down: float = 15) -> None:
        """A line of cells, each at its place from the left; a negative place ends at that distance from the right."""
        self.canvas.setFont(f"{self.font}-Bold" if bold else self.font, size)
        for left, text in cells:
            if left < 0:
                self.canvas.drawRightString(self.width + left, self.y, text)
            else:
                self.canvas.drawString(left, self.y, text)
        self.y -= down

    def rule(self) -> None:
        """A thin rule across the page."""
        self.canvas.setLineWidth(0.6)
        self.canvas.line(54, self.y + 8, self.width - 54, self.y + 8)
        self.y -= 8

    def bytes(self) -> bytes:
        """The file."""
        self.canvas.showPage()
        self.canvas.save()
        return self.out.getvalue()


def photographed(pdf: bytes, seed: int) -> bytes:
    """A page as a phone sees it on a table: turned a little, grey light from one side, noise, JPEG."""
    rng = random.Random(seed)
    page = pypdfium2.PdfDocument(pdf)[0].render(scale=200 / 72).to_pil().convert("L")
    width, height = page.size
    table = Image.new("L", (width + 160, height + 160), 96)
    turned = page.rotate(1.7, resample=Image.Resampling.BICUBIC, expand=False, fillcolor=245)
    table.paste(turned, (80, 80))
    light = Image.linear_gradient("L").rotate(90).resize(table.size).point(lambda v: 208 + v // 6)
    lit = Image.composite(table, Image.new("L", table.size, 0), light)
    noise = Image.frombytes("L", (200, 240), bytes(rng.randrange(112, 144) for _ in range(200 * 240))).resize(
        table.size
    )
    mixed = Image.blend(lit, noise, 0.06).filter(ImageFilter.GaussianBlur(0.5))
    out = io.BytesIO()
    mixed.save(out, "JPEG", quality=72, dpi=(200, 200))
    return out.getvalue()


def _marlow(sheet: Sheet) -> None:
    sheet.line((54, "Marlow & Reed Wholesale Inc"), size=17, bold=True, down=20)
    sheet.line((54, "118 Tannery Row, Allentown PA 18101   +1 610 555 0144   marlowreed.example"), size=9, down=28)
    sheet.rule()


@drawn("inauthentic/evidence/MR-70218 invoice.pdf")
def _too_old() -> bytes:
    sheet = Sheet()
    _marlow(sheet)
    sheet.line((54, "Bill to"), (-54, "INVOICE MR-70218"), bold=True)
    sheet.line((54, "Thistledown Pantry & Table LLC"), (-54, "Date: January 14, 2025"))
    sheet.line((54, "27 Orchard Hill Rd"), (-54, "Your order: TPT-0339"))
    sheet.line((54, "Ithaca NY 14850"), (-54, "Terms: net 30"), down=34)
    sheet.line(
        (54, "Item"), (120, "Description"), (320, "UPC"), (-190, "Qty"), (-120, "Unit"), (-54, "Amount"), bold=True
    )
    sheet.rule()
    sheet.line((54, "OK-PM8"), (120, "Oakenfold Acacia Pepper Mill 8 in"), (320, "850012340119"), (-190, "90"),
               (-120, "9.10"), (-54, "819.00"), down=14)  # fmt: skip
    sheet.line((120, "ASIN B0PEPR7MQ9"), size=8, down=24)
    sheet.rule()
    sheet.line((-120, "Subtotal USD"), (-54, "819.00"))
    sheet.line((-120, "Sales tax (resale)"), (-54, "0.00"))
    sheet.line((-120, "Total USD"), (-54, "819.00"), bold=True, down=34)
    sheet.line((54, "Paid by ACH on February 12, 2025. Thank you."))
    return sheet.bytes()


@drawn("inauthentic/evidence/MR-77120 as delivered.jpg")
def _store_name() -> bytes:
    sheet = Sheet(font="Times")
    sheet.font = "Helvetica"
    _marlow(sheet)
    sheet.line((54, "Sold to"), (-54, "INVOICE"), bold=True)
    sheet.line((54, "Thistledown Table"), (-54, "No. MR-77120"))
    sheet.line((54, "27 Orchard Hill Rd, Ithaca NY 14850"), (-54, "May 6, 2025"), down=34)
    sheet.line((54, "Description"), (-190, "Qty"), (-120, "Unit price"), (-54, "Amount"), bold=True)
    sheet.rule()
    sheet.line((54, 'Pepper mill acacia 8"'), (-190, "100"), (-120, "9.40"), (-54, "940.00"))
    sheet.line((54, "Salad bowl"), (-190, "12"), (-120, "11.25"), (-54, "135.00"), down=24)
    sheet.rule()
    sheet.line((-120, "Total USD"), (-54, "1,075.00"), bold=True)
    return photographed(sheet.bytes(), 7)


@drawn("inauthentic/evidence/branch sale 4471 tea towels.pdf")
def _too_few() -> bytes:
    sheet = Sheet(font="Courier")
    sheet.line((54, "MARLOW & REED  -  BRANCH COUNTER INVOICE"), size=13, bold=True, down=24)
    sheet.line((54, "Invoice no.  4471"), (340, "Date  12/02/2025"))
    sheet.line((54, "Customer     Thistledown Pantry & Table LLC"), down=15)
    sheet.line((54, "             27 Orchard Hill Rd, Ithaca NY 14850"), down=28)
    sheet.line((54, "QTY"), (100, "ARTICLE"), (-150, "EACH"), (-54, "TOTAL"), bold=True)
    sheet.line((54, "40"), (100, "Linen tea towel set of 4 sage B0THSTL4K2"), (-150, "7.80"), (-54, "312.00"))
    sheet.line((100, "Sales tax"), (-54, "0.00"))
    sheet.line((100, "TOTAL USD"), (-54, "312.00"), bold=True, down=30)
    sheet.line((54, "Paid cash. No returns without this slip."))
    return sheet.bytes()


@drawn("ip-counterfeit/evidence/Eastgate EB-1187.pdf")
def _pro_forma() -> bytes:
    sheet = Sheet()
    sheet.line((54, "Eastgate Beauty Distribution Inc"), size=16, bold=True, down=18)
    sheet.line((54, "41 Commerce Rd, Trenton NJ 08601 | +1 609 555 0171 | eastgatebeauty.example"), size=9, down=30)
    sheet.line((54, "PROFORMA INVOICE"), (-54, "EB-1187"), size=13, bold=True, down=24)
    sheet.line((54, "To: Northquay Trading Inc., 2200 Causeway Blvd, Tampa FL 33619"), (-54, "March 11, 2026"), down=28)
    sheet.line((54, "SKU"), (130, "Article"), (-200, "Quantity"), (-120, "Price"), (-54, "Value"), bold=True)
    sheet.line((54, "HAL-0330"), (130, "Halden Day Cream 50 ml, UPC 198002000337"), (-200, "120"), (-120, "7.10"),
               (-54, "852.00"))  # fmt: skip
    sheet.line((54, "ORR-1120"), (130, "Orrery Hand Balm 75 ml, UPC 198003000114"), (-200, "96"), (-120, "4.25"),
               (-54, "408.00"), down=24)  # fmt: skip
    sheet.line((-120, "Total value USD"), (-54, "1,260.00"), bold=True, down=30)
    sheet.line((54, "Goods are shipped after payment has arrived. This quotation is valid for 30 days."), size=9)
    return sheet.bytes()


@drawn("related-accounts/evidence/water bill Weir Mill.pdf")
def _another_name() -> bytes:
    sheet = Sheet(A4)
    sheet.line((54, "Calder Vale Water"), size=16, bold=True, down=20)
    sheet.line((54, "Water and sewerage bill"), (-54, "Bill date: 11 February 2026"), bold=True, down=26)
    sheet.line((54, "Ms Harriet Fernhill"))
    sheet.line((54, "Unit 6, Weir Mill"), (-54, "Account 40 1177 052"))
    sheet.line((54, "Todmorden"), (-54, "Period 11 Nov 2025 to 10 Feb 2026"))
    sheet.line((54, "OL14 9ZZ"), down=30)
    sheet.line((54, "Fresh water, 31 cubic metres"), (-54, "£64.17"))
    sheet.line((54, "Waste water"), (-54, "£58.40"))
    sheet.line((54, "Amount due by 4 March 2026"), (-54, "£122.57"), bold=True, down=30)
    sheet.line((54, "Questions? 0345 496 0190, calderwater.example"), size=9)
    return sheet.bytes()


@drawn("restricted-products/evidence/COA balm lot HM-2407.pdf")
def _ended() -> bytes:
    sheet = Sheet()
    sheet.line((54, "Upper Valley Analytical LLC"), size=15, bold=True, down=18)
    sheet.line(
        (54, "6 Foundry St, White River Junction VT 05001, +1 802 555 0131, ISO/IEC 17025 no. 48815"), size=9, down=28
    )
    sheet.line((54, "Certificate of Analysis"), (-54, "Report UV-24-1107"), size=13, bold=True, down=26)
    sheet.line((54, "Client"), (160, "Hearthmoss Apothecary Works, 31 Millrace Ln, Bellows Falls VT 05101"))
    sheet.line((54, "Sample"), (160, "Hearthmoss Warming Joint Balm, 50 ml, lot HM-2407"))
    sheet.line((54, "Issued"), (160, "9 July 2024"))
    sheet.line((54, "Valid until"), (160, "8 July 2025"), down=26)
    sheet.line((54, "Substance"), (300, "Result"), (420, "Limit"), bold=True)
    sheet.line((54, "Delta-9-THC"), (300, "not detected"), (420, "0.3 %"))
    sheet.line((54, "Lead"), (300, "< 0.05 mg/kg"), (420, "0.5 mg/kg"), down=30)
    sheet.line((54, "Released by: P. Okafor, laboratory manager"))
    return sheet.bytes()


@drawn("order-defect-rate/evidence/inspection PO-2291 first page.pdf")
def _first_page() -> bytes:
    sheet = Sheet()
    sheet.line((54, "Incoming inspection report"), (-54, "Page 1 of 3"), size=13, bold=True, down=24)
    sheet.line((54, "Tamarack Trail Goods LLC, receiving"), (-54, "12 March 2026"))
    sheet.line((54, "Purchase order PO-2291, insulated bottle lids, lot 26-02"), down=26)
    sheet.line((54, "Carton"), (140, "Opened"), (230, "Lids tested"), (340, "Leaking"), bold=True)
    for carton, tested, leaking in ((1, 20, 3), (2, 20, 5), (3, 20, 2), (4, 20, 4)):
        sheet.line((54, str(carton)), (140, "yes"), (230, str(tested)), (340, str(leaking)))
    sheet.line((54, "continued on page 2"), size=9)
    return sheet.bytes()


def main() -> None:
    """Write every document to its place."""
    for place, draw in _DRAWN.items():
        target = EXAMPLES / place
        data = draw()
        if not target.is_file() or target.read_bytes() != data:
            target.write_bytes(data)
            print(f"{target.relative_to(EXAMPLES)}: {len(data):,} bytes")


if __name__ == "__main__":
    main()
