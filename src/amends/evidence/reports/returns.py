"""FBA customer returns."""

from __future__ import annotations

from amends.evidence.reports import Report

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
    "Selling Partner API docs, fba-customer-concessions-reports-attributes (domain 155)",
    private=True,
)
