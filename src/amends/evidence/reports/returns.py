"""FBA customer returns."""

from __future__ import annotations

from amends.evidence.reports._drawing import by_columns
from amends.model.report import Asked, Report, Rows, Table


def tables(rows: Rows, asked: Asked) -> tuple[Table, ...]:
    """Returns by product, reason and disposition."""
    head = ("ASIN", "Reason", "Disposition", "Rows", "Units")
    return (
        by_columns(rows, asked, "Units returned, by reason", ("asin", "reason", "disposition"), ("quantity",), head),
    )


REPORT = Report(
    "fba-returns",
    "FBA customer returns",
    {
        "day": ("return-date",),
        "order": ("order-id",),
        "asin": ("asin",),
        "sku": ("sku",),
        "fnsku": ("fnsku",),
        "quantity": ("quantity",),
        "disposition": ("detailed-disposition",),
        "reason": ("reason",),
        "status": ("status",),
        "plate": ("license-plate-number",),
        "comments": ("customer-comments",),
    },
    ("day", "order", "quantity", "disposition", "reason"),
    "Selling Partner API docs, fba-customer-concessions-reports-attributes",
    "refund-confirmation",
    tables,
    numbers=("quantity",),
    private=True,
)
