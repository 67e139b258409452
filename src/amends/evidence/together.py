"""What several of Amazon's reports show together: defects by week of the order, stock after a removal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from amends.model.report import Asked, Chart, Rows, Table

_LIMIT = 1.0
OF_DEFECTS = ("orders", "feedback", "mfn-returns")
"""The reports that defects by week are counted from: orders, and at least one of the others."""
_OF_REMOVALS = ("removal-orders", "ledger-summary")
_STARS = ("1", "2")
_CLAIMED = ("y", "yes", "true", "1")


def together(rows: Mapping[str, Rows], asked: Asked) -> tuple[tuple[Table, tuple[str, ...]], ...]:
    """The tables that need more than one report, each with the ids of those it was made from; `rows` by id."""
    found = []
    for drawn, ids in ((_defects, OF_DEFECTS), (_after_removal, _OF_REMOVALS)):
        table = drawn(rows, asked)
        if table is not None:
            found.append((table, tuple(id for id in ids if id in rows)))
    return tuple(found)


def _defects(rows: Mapping[str, Rows], asked: Asked) -> Table | None:
    """Orders with negative feedback or an A-to-z claim by the week of the order, with the limit of 1 %."""
    orders, feedback, returns = (rows.get(id) for id in OF_DEFECTS)
    if orders is None or (feedback is None and (returns is None or "claim" not in returns.has)):
        return None
    bad = set(feedback.orders("rating", _STARS)) if feedback else set()
    parts = ["negative feedback"] if feedback else []
    if returns is not None and "claim" in returns.has:
        bad |= set(returns.orders("claim", _CLAIMED))
        parts.append("an A-to-z claim")
    weeks = orders.orders_by_week(sorted(bad), asked)
    shares = [100 * defects / total if total else 0.0 for _, total, defects in weeks]
    made = tuple(
        (week.isoformat(), str(total), str(defects), f"{share:.2f} %")
        for (week, total, defects), share in zip(weeks, shares, strict=True)
    )
    title = f"Orders with {' or '.join(parts)}, by week of the order"
    chart = Chart(
        "weeks", title, "%", tuple(week.isoformat() for week, _, _ in weeks), (("share of orders", tuple(shares)),),
        _LIMIT, "Amazon's limit for the order defect rate: under 1 % in 60 days",
    )  # fmt: skip
    note = (
        "Chargebacks, and feedback that was taken back, stand in none of these reports: Amazon's own rate may differ."
    )
    return Table(
        title, ("Week from", "Orders", "With a defect", "Share"), made, (note,), chart=chart if weeks else None
    )


def _after_removal(rows: Mapping[str, Rows], asked: Asked) -> Table | None:
    """The stock that the ledger shows on its last day for what a removal order took out, joined by FNSKU or SKU."""
    removal, ledger = (rows.get(id) for id in _OF_REMOVALS)
    if removal is None or ledger is None:
        return None
    join = next((name for name in ("fnsku", "sku") if name in removal.has and name in ledger.has), None)
    if join is None:
        return None
    # A removal is told by the day of its request; the stock after it lies outside of any window.
    last: dict[str, tuple[date, int]] = {}
    for day, product, units in ledger.days(join, "ending", Asked()):
        last[product] = (day, units)
    values = [name for name in ("requested", "disposed", "shipped", "open") if name in removal.has]
    made = []
    for row in removal.sums((join,), values, asked):
        day_units = last.get(str(row[0]))
        stock = (day_units[0].isoformat(), str(day_units[1])) if day_units else ("", "")
        told = "not in the ledger" if day_units is None else "none left" if day_units[1] == 0 else "some left"
        made.append((str(row[0]), *(str(cell) for cell in row[2:]), *stock, told))
    head = (join.upper(), *(name.capitalize() for name in values), "Last day of the ledger", "Units that day", "Stock")
    return Table("Stock after removal", head, tuple(made))
