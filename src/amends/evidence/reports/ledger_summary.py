"""Inventory ledger, summary view."""

from __future__ import annotations

from amends.evidence.reports import Report

REPORT = Report(
    "ledger-summary",
    "Inventory ledger, summary view",
    {
        "day": ("date",),
        "fnsku": ("fnsku",),
        "asin": ("asin",),
        "sku": ("msku",),
        "disposition": ("disposition",),
        "starting": ("startingwarehousebalance", "starting-warehouse-balance"),
        "shipments": ("customershipments", "customer-shipments"),
        "returns": ("customerreturns", "customer-returns"),
        "vendor_returns": ("vendorreturns", "vendor-returns"),
        "disposed": ("disposed",),
        "ending": ("endingwarehousebalance", "ending-warehouse-balance"),
    },
    ("day", "asin", "ending"),
    "Selling Partner API docs, fba-inventory-reports-attributes (domain 155)",
)
