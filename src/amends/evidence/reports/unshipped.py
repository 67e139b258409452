"""Unshipped orders."""

from __future__ import annotations

from amends.evidence.reports._drawing import by_columns
from amends.model.report import Asked, Report, Rows, Table


def tables(rows: Rows, asked: Asked) -> tuple[Table, ...]:
    """Orders that wait, by how many days they are late."""
    found = rows.sums(("late",), ("quantity",), asked)
    late = {int(str(row[0])): int(row[1]) for row in found if str(row[0]).strip().lstrip("-").isdigit()}
    table = by_columns(rows, asked, "Orders not shipped yet", ("late",), ("quantity",), ("Days late", "Rows", "Units"))
    overdue = sum(count for days, count in late.items() if days > 0)
    return (table._replace(notes=(*table.notes, f"{overdue:,} rows are past the promised day.")),)


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
    "Selling Partner API docs, order-tracking-reports-attributes",
    "order-list",
    tables,
    numbers=("quantity",),
    private=True,
)
