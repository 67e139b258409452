"""Inventory ledger, detail view."""

from __future__ import annotations

from amends.evidence.reports._drawing import by_columns
from amends.model.report import Asked, Report, Rows, Table


def tables(rows: Rows, asked: Asked) -> tuple[Table, ...]:
    """Movements of stock by product and event."""
    head = ("ASIN", "Event", "Disposition", "Rows", "Units")
    return (
        by_columns(rows, asked, "Movements of stock, by event", ("asin", "event", "disposition"), ("quantity",), head),
    )


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
    "Selling Partner API docs, fba-inventory-reports-attributes",
    "inventory-record",
    tables,
    numbers=("quantity",),
    signed=True,
)
