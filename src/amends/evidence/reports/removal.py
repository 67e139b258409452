"""Removal order detail."""

from __future__ import annotations

from amends.evidence.reports import Report

REPORT = Report(
    "removal-orders",
    "Removal order detail",
    {
        "day": ("request-date",),
        "order": ("order-id",),
        "type": ("order-type", "removal-order-type"),
        "status": ("order-status",),
        "updated": ("last-updated-date",),
        "sku": ("sku",),
        "fnsku": ("fnsku",),
        "disposition": ("disposition",),
        "requested": ("requested-quantity",),
        "cancelled": ("cancelled-quantity",),
        "disposed": ("disposed-quantity",),
        "shipped": ("shipped-quantity",),
        "open": ("in-process-quantity",),
    },
    ("day", "order", "requested", "disposed"),
    "Selling Partner API docs, fba-removals-reports-attributes (domain 155)",
)
