"""FBA replacements."""

from __future__ import annotations

from amends.evidence.reports import Report

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
    "Selling Partner API docs, fba-customer-concessions-reports-attributes (domain 155)",
    private=True,
)
