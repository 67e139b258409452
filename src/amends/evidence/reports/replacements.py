"""FBA replacements."""

from __future__ import annotations

from amends.evidence.reports._drawing import by_columns
from amends.model.report import Asked, Report, Rows, Table


def tables(rows: Rows, asked: Asked) -> tuple[Table, ...]:
    """Replacements by product and reason."""
    head = ("ASIN", "Reason", "Rows", "Units")
    return (by_columns(rows, asked, "Units replaced, by reason", ("asin", "reason"), ("quantity",), head),)


REPORT = Report(
    "fba-replacements",
    "FBA replacements",
    {
        "day": ("shipment-date",),
        "asin": ("asin",),
        "sku": ("sku",),
        "quantity": ("quantity",),
        "reason": ("replacement-reason-code",),
        "order": ("replacement-amazon-order-id",),
        "original": ("original-amazon-order-id",),
    },
    ("day", "reason", "original"),
    "Selling Partner API docs, fba-customer-concessions-reports-attributes",
    "refund-confirmation",
    tables,
    numbers=("quantity",),
    private=True,
)
