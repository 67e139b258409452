"""Which product an invoice means."""

from __future__ import annotations

from collections.abc import Iterator

from amends.evidence.check import Said, check
from amends.evidence.seen import Seen
from amends.identifiers import asin_fault, gtin_fault
from amends.needed import INVOICES
from amends.text import one_line


@check(
    "DC14",
    "identifier-wrong",
    level="warning",
    kinds=INVOICES,
    source="Seller Forums staff post 8be798a9: model number or UPC that can be validated online; check digit by GS1",
    bad=(
        {"lines": ("B0EXAMPL01 | 5 | 1.00 | 5.00 | Mill 036000291453",)},
        {"lines": ("B0EXMPL01 | 5 | 1.00 | 5.00 | Mill",)},
    ),
    good=({}, {"lines": ("B0EXAMPL01 | 5 | 1.00 | 5.00 | Mill 036000291452",)}),
)
def identifier_wrong(seen: Seen) -> Iterator[Said]:
    """An ASIN, UPC or EAN on the document cannot be right: its form or its check digit is wrong.

    Amazon validates product identifiers online. A digit that was misprinted or misread makes the line worthless.
    """
    for goods in seen.goods:
        for value, fault in ((goods.asin, asin_fault), (goods.gtin, gtin_fault)):
            if value and (wrong := fault(value)):
                yield Said(
                    f"“{value}” ({one_line(goods.description, 40)}): {wrong}.",
                    "Compare it with the page; if the page has it so, ask the supplier to put it right.",
                    (),
                    None,
                    (goods.asin,) if goods.asin else (),
                )


@check(
    "DC15",
    "product-unnamed",
    level="warning",
    kinds=INVOICES,
    source="Seller Forums staff post 8be798a9: product name, model number or UPC",
    bad=({"lines": ("| 120 | 4.10 | 492.00 | Assorted goods",)},),
    good=({}, {"lines": ("| 120 | 4.10 | 492.00 | Pepper mill, model PM-8",)}),
)
def product_unnamed(seen: Seen) -> Iterator[Said]:
    """A line of goods has no model number, no UPC and no ASIN.

    The reader must know that these goods are those of the listing. A name alone seldom tells.
    """
    bare = [g for g in seen.goods if not (g.asin or g.gtin or g.model or g.sku)]
    if bare and len(bare) == len(seen.goods):
        yield Said(
            f"No line has a model number, UPC or ASIN: “{one_line(bare[0].description, 60)}”"
            f"{f' and {len(bare) - 1} more' if len(bare) > 1 else ''}.",
            "Say with --asin which listing it concerns, and tie product and listing in the letter; better, ask the "
            "supplier for an invoice with the model number or UPC.",
        )
