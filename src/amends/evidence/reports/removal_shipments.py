"""Removal shipment detail."""

from __future__ import annotations

from amends.evidence.reports._drawing import by_columns
from amends.model.report import Asked, Report, Rows, Table


def tables(rows: Rows, asked: Asked) -> tuple[Table, ...]:
    """What was shipped back, by product, with the tracking numbers."""
    head = ("SKU", "FNSKU", "Removal order", "Carrier", "Tracking number", "Rows", "Units shipped")
    return (
        by_columns(
            rows, asked, "Units shipped back", ("sku", "fnsku", "order", "carrier", "tracking"), ("shipped",), head
        ),
    )


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
    "Selling Partner API docs, fba-removals-reports-attributes",
    "removal-order",
    tables,
    numbers=("shipped",),
)
