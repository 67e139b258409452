"""Removal order detail."""

from __future__ import annotations

from amends.evidence.reports._drawing import by_columns
from amends.model.report import Asked, Report, Rows, Table


def tables(rows: Rows, asked: Asked) -> tuple[Table, ...]:
    """What became of the units whose removal was asked for."""
    head = ("SKU", "FNSKU", "Disposition", "Rows", "Requested", "Cancelled", "Disposed", "Shipped", "Open")
    of = ("requested", "cancelled", "disposed", "shipped", "open")
    table = by_columns(rows, asked, "Units removed", ("sku", "fnsku", "disposition"), of, head)
    if "open" not in rows.has:
        return (table._replace(notes=(*table.notes, "The file does not tell which units are still in process.")),)
    still = sum(int(each[-1]) for each in rows.sums((), ("open",), asked))
    words = f"{still:,} units are still in process." if still else "No unit is in process any more."
    return (table._replace(notes=(*table.notes, words)),)


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
    "Selling Partner API docs, fba-removals-reports-attributes",
    "removal-order",
    tables,
    numbers=("requested", "cancelled", "disposed", "shipped", "open"),
)
