"""Inventory ledger, summary view."""

from __future__ import annotations

from datetime import date

from amends.evidence.reports._drawing import figure
from amends.model.report import Asked, Chart, Report, Rows, Table

_DRAWN = 5


def tables(rows: Rows, asked: Asked) -> tuple[Table, ...]:
    """The ending balance of each product on its last day, and its course."""
    days = rows.days("asin", "ending", asked)
    course: dict[str, dict[date, int]] = {}
    for day, asin, units in days:
        course.setdefault(asin, {})[day] = units
    made = [
        (asin, min(by).isoformat(), max(by).isoformat(), figure(by[max(by)]), _zero_since(by))
        for asin, by in sorted(course.items())
    ]
    labels = sorted({day for by in course.values() for day in by})
    largest = sorted(course, key=lambda asin: (-max(course[asin].values()), asin))[:_DRAWN]
    chart = Chart(
        "steps",
        "Units in stock at the end of the day",
        "units",
        tuple(day.isoformat() for day in labels),
        tuple((asin, tuple(course[asin].get(day) for day in labels)) for asin in largest),
    )
    notes = (f"The chart shows the {_DRAWN} products with the most stock.",) if len(course) > _DRAWN else ()
    head = ("ASIN", "First day", "Last day", "Units on the last day", "None in stock since")
    return (Table("Stock at the end of the day", head, tuple(made), notes, chart=chart if labels else None),)


def _zero_since(by: dict[date, int]) -> str:
    since = ""
    for day in sorted(by, reverse=True):
        if by[day] != 0:
            break
        since = day.isoformat()
    return since


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
    "Selling Partner API docs, fba-inventory-reports-attributes",
    "inventory-record",
    tables,
    numbers=("ending",),
    signed=True,
)
