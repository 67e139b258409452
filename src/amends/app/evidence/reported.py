"""Amazon's own reports in a case: the units sold become facts, the reports evidence that is sent or kept back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from amends.app.cases import Opened, save_case
from amends.app.evidence import exhibits
from amends.app.evidence.intake import PRIVATE
from amends.app.evidence.reports import Taken, draw
from amends.app.evidence.verifying import hold, verified
from amends.dates import written
from amends.errors import Unknown, Unreadable
from amends.evidence.reports import reports
from amends.evidence.seen import asins_of, window_asked
from amends.model import Count, Fact, Source, Span
from amends.model.report import Asked, Chart, Table
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.app.evidence.reports import Drawn, File
    from amends.app.reading.readings import Looking

_DAYS = 365
_GAP = timedelta(days=31)
_DRAWN = 20
_MOST_SAID = 40


def window_of(opened: Opened) -> tuple[date, date, str]:
    """The days that the notice of a case asks about, and who says so. Raises `Unknown` when the day of the notice is
    not known.
    """
    case = opened.case
    received = case.value("case.received") or (case.notice.received if case.notice else None)
    if not isinstance(received, date):
        raise Unknown("The case does not know when the notice came. Give the days: --from 2025-03-03 --to 2026-03-03.")
    asked = window_asked(case)
    days, says = asked or (_DAYS, "Amazon's rule for invoices")
    return received - timedelta(days=days), received, says


def drawn_from(opened: Opened, new: Collection[str], looking: Looking, now: datetime) -> tuple[Opened, tuple[str, ...]]:
    """Take the units sold from the reports of Amazon's among the documents of a case, when some of them are `new`
    (hashes). All reports of the case count together, since a seller downloads them month by month.

    Gives the case and sentences for the person: what was counted, and what was not and why.
    """
    kinds = {report.kind for report in reports()}
    found = [each for each in (*opened.case.exhibits, *opened.case.held) if each.kind in kinds]
    if not any(each.sha256 in new for each in found):
        return opened, ()
    places = {str(opened.files.path(f"evidence/{each.name}")): each.name for each in found}
    try:
        start, end, _ = window_of(opened)
        drawn = draw(tuple(places), Asked(start, end), names=places)
        opened, taken = take(opened, drawn, now, looking)
    except (Unknown, Unreadable) as error:
        return opened, (str(error),)
    counted = (f"{fact.key.removeprefix('sold.')}: {_quote(fact)}." for fact in taken.facts)
    return opened, tuple(dict.fromkeys((*counted, *drawn.doubts, *taken.doubts)))[:_MOST_SAID]


def take(opened: Opened, drawn: Drawn, now: datetime, looking: Looking | None = None) -> tuple[Opened, Taken]:
    """Take reports into a case: the files as evidence, kept back when they hold data of buyers, and the units sold of
    each of its ASINs, or of those that were asked about, as facts. `looking` reads the files, a reader of its own when
    left out.
    """
    labels: list[str] = []
    names: dict[str, str] = {}
    doubts: list[str] = []
    for file in drawn.files:
        about = {"kind": file.kind, **({"held": PRIVATE} if file.private else {})}
        opened, added = exhibits.add(opened, [file.path], now, about, looking=looking)
        for entry in added:
            if entry.exhibit is None:
                doubts.append(f"Not taken in: {entry.refused}")
            elif entry.exhibit.sha256 != file.sha256:
                raise Unreadable(f"{file.path} was changed while it was read; name it again.")
            else:
                names[file.sha256] = entry.exhibit.name
                if file.private and not entry.exhibit.held:
                    opened = hold(opened, entry.exhibit.label, PRIVATE, now)
                labels.append(_label(opened, file.sha256))
    orders = [file for file in drawn.files if file.report == "orders" and file.sha256 in names]
    why = _why_no_facts(drawn, orders)
    if why is not None:
        return opened, Taken((), tuple(labels), (*doubts, *why))
    facts = dict(opened.case.facts)
    made = []
    wanted = drawn.asked.asins
    for asin in (each for each in asins_of(opened.case) if not wanted or each in wanted):
        key = f"sold.{asin}"
        fact = _fact(asin, drawn, orders, names)
        before = facts.get(key)
        if before is not None and before.value != fact.value and isinstance(before.value, Count):
            doubts.append(f"{asin}: the case said {before.value.number:,} units; the report says what counts now.")
        facts[key] = fact
        made.append(fact)
    doubts += _gaps(drawn)
    opened = save_case(opened, replace(opened.case, facts=facts), "units sold taken from a report", now)
    return opened, Taken(tuple(made), tuple(labels), tuple(doubts))


def _quote(fact: Fact) -> str:
    return fact.source.span.quote if fact.source.span else ""


def _label(opened: Opened, sha256: str) -> str:
    listed = (*opened.case.exhibits, *opened.case.held)
    return next(exhibit.label for exhibit in listed if exhibit.sha256 == sha256)


def _why_no_facts(drawn: Drawn, orders: Sequence[File]) -> tuple[str, ...] | None:
    """Why no fact on units sold can be drawn, or None when they can."""
    if not orders or drawn.sold is None:
        return ()
    missing = {header for file in orders for header in file.missing} & {"asin", "order-status"}
    if missing:
        return (f"Units sold are not written into the case: the report has no {' and no '.join(sorted(missing))}.",)
    start, end = drawn.asked.start, drawn.asked.end
    if start is None or end is None:
        return ("Units sold are not written into the case: no days are told.",)
    if drawn.span is None or drawn.span[0] > start + _GAP or drawn.span[1] < end - _GAP:
        there = f"{written(drawn.span[0])} to {written(drawn.span[1])}" if drawn.span else "no day"
        words = (
            f"Units sold are not written into the case: the report covers {there}, asked is {written(start)} to "
            f"{written(end)}. Name the reports of the other days too. If there were no orders then, say it: "
            "amends evidence DIR --sold ASIN=UNITS."
        )
        return (words,)
    return None


def _gaps(drawn: Drawn) -> list[str]:
    start, end, span = drawn.asked.start, drawn.asked.end, drawn.span
    made = []
    if span and start and span[0] > start:
        made.append(f"The first order of the report is of {written(span[0])}; asked is from {written(start)} on.")
    if span and end and span[1] < end:
        made.append(f"The last order of the report is of {written(span[1])}; asked is up to {written(end)}.")
    return made


def _fact(asin: str, drawn: Drawn, orders: Sequence[File], names: dict[str, str]) -> Fact:
    found = next((each for each in drawn.sold or () if each.asin == asin), None)
    units, count = (found.units, found.orders) if found else (0, 0)
    assert drawn.asked.start is not None
    assert drawn.asked.end is not None
    quote = (
        f"{units} {'unit' if units == 1 else 'units'} in {count} {'order' if count == 1 else 'orders'} of "
        f"{written(drawn.asked.start)} to {written(drawn.asked.end)}, cancelled and pending left out"
    )
    left_out = sum(file.unsound.rejected + file.unsound.odd for file in orders if file.unsound)
    if left_out:
        quote += f"; {left_out} rows of the report could not be read"
    others = [names[file.sha256] for file in orders[:-1]]
    if others:
        quote += f"; with {', '.join(others)}"
    source = Source("document", names[orders[-1].sha256], Span(0, 0, quote))
    return Fact(f"sold.{asin}", "count", Count(units, "unit"), source)


def against_invoices(opened: Opened, now: datetime) -> Table | None:
    """Units sold and invoiced of each ASIN of a case, as the verdict on its evidence counts them."""

    products = [each for each in verified(opened, now).products if each.sold is not None]
    if not products:
        return None
    made = tuple(
        (each.asin, str(each.sold), f"{each.invoiced or Decimal(0):f}", ", ".join(each.exhibits)) for each in products
    )
    drawn = products[:_DRAWN]
    chart = Chart(
        "bars",
        "Units sold and units on invoices",
        "units",
        tuple(each.asin for each in drawn),
        (
            ("sold", tuple(float(each.sold or 0) for each in drawn)),
            ("on invoices", tuple(float(each.invoiced or 0) for each in drawn)),
        ),
    )
    note = "Invoices that fail a check, and those that are kept back, are not counted."
    head = ("ASIN", "Units sold", "Units on invoices", "Exhibits")
    return Table("Units sold and units on invoices", head, made, (note,), "Made from the facts of the case.", chart)
