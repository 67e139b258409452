"""Removal shipment detail."""

from __future__ import annotations

from amends.evidence.reports import Report

REPORT = Report(
    "removal-shipments",
    "Removal shipment detail",
    {
        "day": ("shipment-date",),
        "requested_on": ("request-date",),
        "order": ("order-id",),
        "sku": ("sku",),
        "fnsku": ("fnsku",),
        "disposition": ("disposition",),
        "shipped": ("shipped-quantity",),
        "carrier": ("carrier",),
        "tracking": ("tracking-number",),
    },
    ("day", "order", "shipped", "tracking"),
    "Selling Partner API docs, fba-removals-reports-attributes (domain 155)",
)
