"""Invoices and what is laid out like them: parties, number, dates, goods, totals."""

from __future__ import annotations

from collections.abc import Sequence

from amends.evidence.fields import Read
from amends.evidence.invoice.reading import read_invoices
from amends.evidence.page import Page

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


def read(pages: Sequence[Page]) -> Read:
    """The fields and lines that stand on the pages."""
    return read_invoices(pages)
