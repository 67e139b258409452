"""Returns of orders that the seller ships."""

from __future__ import annotations

from amends.evidence.reports import Report

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
    "Selling Partner API docs, returns-reports-attributes (domain 155)",
    private=True,
)
