"""All orders report."""

from __future__ import annotations

from datetime import date

from amends.evidence.reports._drawing import figure
from amends.model.report import Asked, Chart, Report, Rows, Table

_DRAWN = 20


def tables(rows: Rows, asked: Asked) -> tuple[Table, ...]:
    """Units sold by product."""
    sold = rows.sold(asked)
    made = tuple(
        (each.asin, each.sku, figure(each.units), figure(each.orders), _day(each.first), _day(each.last))
        for each in sold
    )
    notes = ["Days as the report writes them; Amazon writes them in UTC."]
    notes.append(
        "Cancelled and pending orders are left out. Units that came back are not taken off."
        if "status" in rows.has
        else "The file has no order-status: cancelled orders could not be left out. Download the report again."
    )
    if "asin" not in rows.has:
        notes.append("The file has no ASINs; products are told by SKU.")
    chart = Chart(
        "bars",
        "Units sold",
        "units",
        tuple(each.asin or each.sku for each in sold[:_DRAWN]),
        (("sold", tuple(float(each.units) for each in sold[:_DRAWN])),),
    )
    head = ("ASIN", "SKU", "Units sold", "Orders", "First sale", "Last sale")
    return (Table("Units sold", head, made, tuple(notes), chart=chart if sold else None),)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


REPORT = Report(
    "orders",
    "All orders report",
    {
        "order": ("amazon-order-id",),
        "day": ("purchase-date",),
        "status": ("order-status",),
        "item_status": ("item-status",),
        "channel": ("fulfillment-channel",),
        "asin": ("asin",),
        "sku": ("sku",),
        "name": ("product-name",),
        "quantity": ("quantity",),
    },
    ("order", "day", "quantity"),
    "Selling Partner API docs, order-reports-attributes",
    "order-list",
    tables,
    numbers=("quantity",),
    private=True,
    once="order",
)
