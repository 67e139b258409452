"""Inventory ledger, detail view."""

from __future__ import annotations

from amends.evidence.reports import Report

REPORT = Report(
    "ledger-detail",
    "Inventory ledger, detail view",
    {
        "day": ("date",),
        "fnsku": ("fnsku",),
        "asin": ("asin",),
        "sku": ("msku",),
        "name": ("title",),
        "event": ("eventtype", "event-type"),
        "reference": ("referenceid", "reference-id"),
        "quantity": ("quantity",),
        "center": ("fulfillmentcenter", "fulfillment-center"),
        "disposition": ("disposition",),
    },
    ("day", "asin", "event", "quantity"),
    "Selling Partner API docs, fba-inventory-reports-attributes (domain 155)",
)
