"""Returns of orders that the seller ships."""

from __future__ import annotations

from amends.evidence.reports._drawing import by_columns
from amends.model.report import Asked, Report, Rows, Table


def tables(rows: Rows, asked: Asked) -> tuple[Table, ...]:
    """Returns by product and reason."""
    head = ("ASIN", "Reason", "Status", "Rows", "Units")
    return (
        by_columns(
            rows, asked, "Units returned to the seller, by reason", ("asin", "reason", "status"), ("quantity",), head
        ),
    )


REPORT = Report(
    "mfn-returns",
    "Returns of orders that the seller ships",
    {
        "order": ("order-id",),
        "day": ("return-request-date",),
        "status": ("return-request-status",),
        "claim": ("a-to-z-claim",),
        "asin": ("asin",),
        "sku": ("merchant-sku",),
        "quantity": ("return-quantity",),
        "reason": ("return-reason",),
        "refunded": ("refunded-amount",),
        "delivered": ("return-delivery-date",),
    },
    ("order", "day", "reason", "quantity"),
    "Selling Partner API docs, returns-reports-attributes",
    "refund-confirmation",
    tables,
    numbers=("quantity",),
    private=True,
)
