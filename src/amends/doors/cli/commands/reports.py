"""Draw figures from Amazon's own reports: units sold, returns, stock, feedback, health.

A report is known by its columns, whatever its name. Files of one kind count together, so that you can name the orders
of every month. With --case the days are those that the notice asks about, the units sold become facts of the case, and
the reports are taken in; those with data of buyers are kept back. With -o tables and charts are written as files.
Exit status 2 when a file is no report; the others are drawn all the same.

Example:
  amends reports orders-2025.txt orders-2026.txt --from 2025-03-03 --to 2026-03-03
  amends reports orders.txt feedback.csv -o charts
  amends reports orders.txt --case my-case
"""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from amends.app import cases
from amends.app.evidence import reported, reports
from amends.doors.cli import screen
from amends.model.report import Asked
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.app.evidence.reports import Drawn, Taken
    from amends.model.report import Table

_MOST = 20


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("files", metavar="FILE", type=screen.named, nargs="+", help="the reports, as text, CSV or JSON")
    parser.add_argument("--asin", metavar="ASIN", action="append", default=[], help="only this one (may be repeated)")
    parser.add_argument("--from", metavar="DATE", dest="start", help="the first day (YYYY-MM-DD)")
    parser.add_argument("--to", metavar="DATE", dest="end", help="the last day (YYYY-MM-DD)")
    parser.add_argument("-o", "--output", metavar="FOLDER", type=screen.named, help="write tables and charts there")
    parser.add_argument("--case", metavar="DIR", type=screen.named, help="take the reports into this case")
    parser.add_argument("--json", action="store_true", help="print JSON for programs")
    screen.day_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print what the reports show."""
    start, end = _day(options.start), _day(options.end)
    opened = cases.open_case(Path(options.case)) if options.case else None
    if opened is not None and (start is None or end is None):
        first, last, _ = reported.window_of(opened)
        start, end = start or first, end or last
    bar = screen.Bar(len(options.files), "reading")
    try:
        drawn = reports.draw(options.files, Asked(start, end, tuple(options.asin)), bar.step)
    finally:
        bar.end()
    taken = None
    if opened is not None and drawn.files:
        now = screen.now(options.today)
        # All ASINs of the case get their facts, whichever are shown.
        whole = reports.draw(options.files, Asked(start, end)) if options.asin else drawn
        opened, taken = reported.take(opened, whole, now)
        table = reported.against_invoices(opened, now)
        if table is not None:
            drawn = drawn._replace(tables=(*drawn.tables, table))
    files = reports.write(drawn.tables, Path(options.output)) if options.output else ()
    if options.json:
        screen.print_json(reports.as_json(drawn, files, taken))
    else:
        _print(drawn, taken, options.case)
        for file in files:
            print(file)
        for refused in drawn.refused:
            screen.complain(refused)
    return 2 if drawn.refused else 0


def _print(drawn: Drawn, taken: Taken | None, case: str) -> None:
    painter = screen.painter()
    for file in drawn.files:
        print(painter.wrap(f"{file.name}: {file.title}, {screen.several(file.rows, 'row')}"))
    for table in drawn.tables:
        print()
        _print_table(table)
    doubts = (*drawn.doubts, *(taken.doubts if taken else ()))
    if doubts:
        print()
    for words in doubts:
        print(painter.wrap(words, "yellow", first="? "))
    if taken is None:
        return
    print()
    if taken.labels:
        print(painter.wrap(f"In the case as {', '.join(taken.labels)}."))
    for fact in taken.facts:
        quote = fact.source.span.quote if fact.source.span else ""
        print(painter.wrap(f"{fact.key}: {quote}", "green", first="  "))
    if taken.facts:
        print(painter.wrap(f"The verdict: amends evidence {case}"))


def _print_table(table: Table) -> None:
    painter = screen.painter()
    print(painter.paint(table.title, "bold"))
    if table.rows:
        print(painter.table(table.rows[:_MOST], heads=table.head, indent=2))
    else:
        print("  nothing in these days")
    if len(table.rows) > _MOST:
        print(painter.wrap(f"and {len(table.rows) - _MOST:,} more; --json or -o gives all", "dim", first="  "))
    for note in table.notes:
        print(painter.wrap(note, "dim", first="  "))


def _day(given: str | None) -> date | None:
    return screen.today(given) if given else None
