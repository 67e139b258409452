"""Units sold against units on invoices, product by product."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from amends.model.picture import Balance, Lacking, Matter, Picture, PictureKind
from amends.model.report import Chart, Table
from amends.playbook import Catalog
from amends.render import charts
from amends.text import one_line
from amends.values import listed

_TITLE = "Units sold and units on invoices"
_MOST = 20
_NAMED = 3
_LISTED = 6
_COUNTED = "Counted are the units on the exhibits that the table names."


def draw(matter: Matter, catalog: Catalog) -> Picture | Lacking:
    """The bars of a case: the products whose units sold are known, without those that are given up."""
    if not matter.balances:
        return Lacking(KIND.id, _TITLE, "This notice asks for no invoices.")
    known = [each for each in matter.balances if each.sold is not None and not each.given_up]
    if not known:
        todo = (
            "Take in the orders report with `amends reports orders.txt --case DIR`, or say it: `amends evidence DIR "
            "--sold ASIN=UNITS`."
        )
        return Lacking(KIND.id, _TITLE, "How many units were sold is not known of any product.", todo)
    summary = _summary(known, len(matter.balances))
    shown = known if len(known) <= _MOST else sorted(known, key=lambda each: (-_short(each), each.asin))[:_MOST]
    more = len(known) - len(shown)
    chart = Chart(
        "bars",
        _TITLE,
        "units",
        tuple(each.asin for each in shown),
        (
            ("sold", tuple(float(each.sold or 0) for each in shown)),
            ("on invoices", tuple(float(each.invoiced or 0) for each in shown)),
        ),
    )
    notes = [_COUNTED]
    if more:
        notes.append(f"{more:,} more products stand in the table; those that lack most are drawn.")
    notes += _left_out(matter.balances)
    notes += matter.doubts
    rows = tuple(
        (
            each.asin,
            "not known" if each.sold is None else str(each.sold),
            "none" if each.invoiced is None else f"{each.invoiced:f}",
            ", ".join(each.exhibits),
            "" if each.sold is None or each.given_up else f"{max(_short(each), Decimal(0)):f}",
        )
        for each in matter.balances
    )
    head = ("ASIN", "Units sold", "Units on invoices", "Exhibits", "Sold without an invoice")
    table = Table(_TITLE, head, rows, (summary, *notes), "Made from the facts and exhibits of the case.")
    svg = charts.to_svg(chart, " ".join(notes), summary, KIND.id)
    return Picture(KIND.id, _TITLE, summary, svg, table)


def _left_out(balances: Sequence[Balance]) -> list[str]:
    """Which products have no bars, and why."""
    given_up = [_name(each) for each in balances if each.given_up]
    unknown = [_name(each) for each in balances if each.sold is None and not each.given_up]
    pairs = (("Given up, so without a bar", given_up), ("Units sold not known", unknown))
    return [
        f"{words}: {', '.join(asins[:_LISTED])}{f' and {len(asins) - _LISTED:,} more' if len(asins) > _LISTED else ''}."
        for words, asins in pairs
        if asins
    ]


def _short(each: Balance) -> Decimal:
    return (each.sold or 0) - (each.invoiced or Decimal(0))


def _name(each: Balance) -> str:
    return one_line(each.asin, 20)


def _summary(known: Sequence[Balance], of: int) -> str:
    """What the bars show, in one sentence."""
    short = [each for each in known if _short(each) > 0]
    if len(known) == 1:
        each = known[0]
        invoiced = each.invoiced or Decimal(0)
        said = f"Of {_name(each)} {each.sold:,} units were sold and {invoiced:,f} stand on invoices"
        return f"{said}{': all that were sold are covered' if not short else f': {_short(each):,f} have none'}."
    if not short:
        return f"The invoices cover every unit sold of all {len(known)} products."
    covered = f"{len(known) - len(short)} of {len(known)} products"
    if len(short) > _NAMED:
        return f"The invoices cover all units sold of {covered}; of the other {len(short)} some or all have none."
    told = listed([f"{_short(each):,f} units of {_name(each)}" for each in short])
    return f"The invoices cover all units sold of {covered}; {told} have none."


KIND = PictureKind("sold-and-invoiced", _TITLE, 30, draw)
