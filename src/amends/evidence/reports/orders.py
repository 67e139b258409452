"""All orders report."""

from __future__ import annotations

from amends.evidence.reports import Report

REPORT = Report(
    "orders",
    "All orders report",
    {
        "order": ("amazon-order-id",),
        "day": ("purchase-date",),
        "status": ("order-status",),
        "item_status": ("item-status",),
        "channel": ("fulfillment-channel",),
        "asin": ("asin",),
        "sku": ("sku",),
        "name": ("product-name",),
        "quantity": ("quantity",),
    },
    ("order", "day", "quantity"),
    "Selling Partner API docs, order-reports-attributes (domain 155)",
    private=True,
)
