"""Unshipped orders."""

from __future__ import annotations

from amends.evidence.reports import Report

REPORT = Report(
    "unshipped-orders",
    "Unshipped orders",
    {
        "order": ("order-id",),
        "item": ("order-item-id",),
        "day": ("purchase-date",),
        "promised": ("promise-date",),
        "late": ("days-past-promise",),
        "sku": ("sku",),
        "quantity": ("quantity-purchased", "quantity-to-ship"),
    },
    ("order", "day", "promised", "late"),
    "Selling Partner API docs, order-tracking-reports-attributes (domain 155)",
    private=True,
)
