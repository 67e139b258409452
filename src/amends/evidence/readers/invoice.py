"""Invoices and what is laid out like them: parties, number, dates, goods, totals."""

from __future__ import annotations

import re
from collections.abc import Sequence

from amends.evidence.page import Page, around
from amends.evidence.readers import Read
from amends.model.reading import Field, Place

KINDS = (
    "supplier-invoice",
    "distributor-invoice",
    "pro-forma-invoice",
    "commercial-invoice",
    "credit-note",
    "order-confirmation",
    "purchase-order",
    "quote",
    "receipt",
    "retail-receipt",
    "packing-slip",
    "delivery-note",
)

_NUMBER = re.compile(r"\binvoice\s*(?:no|number|#|nr)?[.:# ]*\s*([A-Z0-9][\w/-]*\d[\w/-]*)", re.IGNORECASE)


def read(pages: Sequence[Page]) -> Read:
    """The fields and lines that stand on the pages."""
    fields: list[Field] = []
    for page in pages:
        for row in page.rows:
            found = _NUMBER.search(row.text)
            if found:
                words = [word for word in row.words if word.text in found.group(1)]
                place = Place(page.number, around(words or row.words))
                fields.append(Field("invoice_number", found.group(1), place, 0.6, found.group(1)))
    return Read(tuple(fields))
