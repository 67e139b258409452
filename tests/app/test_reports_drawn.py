"""Reports without a case and in one: tables, refusals, units sold as facts, the report kept back."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from tests.app.test_reading import NOTICE, NOW
from tests.evidence.reports.written import ORDERS, REPORTS, needs_duckdb, order, tabbed

from amends.app import cases
from amends.app.cases import Opened
from amends.app.evidence import exhibits, reported, reports, verifying
from amends.doors import cli
from amends.errors import Unknown
from amends.model import Count
from amends.model.report import Asked, Table
from amends.render.tables import file_name, to_csv

pytestmark = needs_duckdb
YEAR = Asked(date(2025, 3, 3), date(2026, 3, 3))
SALES = [
    order("1", "2025-03-10", "2"),
    order("2", "2025-09-10", "1"),
    order("3", "2025-09-10", "9", "Cancelled"),
    order("4", "2026-02-20", "4"),
    order("5", "2026-02-20", "4", asin="B0OTHER001"),
]


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    notice = tmp_path / "notice.txt"
    notice.write_text(f"3 March 2026\n\n{NOTICE}", encoding="utf-8")
    return cases.new_case(tmp_path / "case", str(notice), NOW)


def put(folder: Path, name: str, rows: list[tuple[str, ...]], head: list[str] | None = None) -> str:
    file = folder / name
    file.write_text(tabbed([head or ORDERS, *rows]), encoding="utf-8")
    return str(file)


def example(folder: Path, id: str) -> str:
    head, rows = REPORTS[id]
    return put(folder, f"{id}.txt", list(rows), list(head))


def test_files_that_are_no_reports_are_refused_and_the_others_drawn(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear seller", encoding="utf-8")
    (tmp_path / "book.xlsx").write_bytes(b"PK\x03\x04" + b"\0" * 100)
    (tmp_path / "empty.txt").write_bytes(b"")
    wrong = [str(tmp_path / name) for name in ("letter.txt", "book.xlsx", "empty.txt", "nowhere.txt")]

    drawn = reports.draw([*wrong, str(tmp_path), put(tmp_path, "o.txt", SALES)], YEAR)

    assert [7, 4] == [each.units for each in drawn.sold or ()]
    assert 5 == len(drawn.refused)
    assert all(
        words in told
        for words, told in zip(
            ("none of the reports", "spreadsheet", "empty", "not there", "folder"), drawn.refused, strict=True
        )
    )


def test_a_broken_report_leaves_the_others_alone(tmp_path: Path) -> None:
    ambiguous = put(tmp_path, "o.txt", [order("1", "03/04/2025", "1")])

    drawn = reports.draw([ambiguous, example(tmp_path, "removal-orders")], Asked())

    assert ["Units removed"] == [table.title for table in drawn.tables]
    assert "two ways" in drawn.refused[0]


def test_defects_are_told_by_the_week_of_the_order(tmp_path: Path) -> None:
    orders = put(tmp_path, "o.txt", [order(f"111-{at}", "2025-06-03", "1") for at in range(1, 41)])

    others = [example(tmp_path, id) for id in ("feedback", "mfn-returns", "removal-orders")]

    drawn = reports.draw([orders, *others], Asked())

    table = next(table for table in drawn.tables if "by week of the order" in table.title)
    assert (("2025-06-02", "40", "1", "2.50 %"),) == table.rows
    assert table.chart is not None
    assert 1.0 == table.chart.limit
    assert [1, 1, 1] == [table.source.count(name) for name in ("o.txt", "feedback.txt", "mfn-returns.txt")]
    assert "removal" not in table.source


@pytest.mark.parametrize(("left", "words"), [("0", "none left"), ("7", "some left")])
def test_stock_after_a_removal_is_told(left: str, words: str, tmp_path: Path) -> None:
    head, rows = REPORTS["ledger-summary"]
    ledger = put(tmp_path, "l.txt", [("03/16/2026", *rows[0][1:-1], left)], list(head))

    drawn = reports.draw([example(tmp_path, "removal-orders"), ledger], Asked())

    table = next(table for table in drawn.tables if table.title == "Stock after removal")
    assert (("X001", "340", "40", "300", "0", "2026-03-16", left, words),) == table.rows


def test_every_table_says_what_it_was_made_from(tmp_path: Path) -> None:
    drawn = reports.draw([put(tmp_path, "o.txt", SALES)], YEAR)

    (table,) = drawn.tables
    assert drawn.files[0].sha256 in table.source
    assert "3 March 2025 to 3 March 2026" in table.source


@pytest.mark.parametrize("asked", [Asked(date(2026, 1, 2), date(2026, 1, 1)), Asked(asins=("B0 x",))])
def test_days_and_asins_that_are_none_are_refused(asked: Asked, tmp_path: Path) -> None:
    with pytest.raises(Unknown):
        reports.draw([put(tmp_path, "o.txt", SALES)], asked)


def test_units_sold_become_facts_and_the_report_is_kept_back(opened: Opened, tmp_path: Path) -> None:
    drawn = reports.draw([put(tmp_path, "o.txt", SALES)], YEAR)

    opened, taken = reported.take(opened, drawn, NOW)
    again = cases.open_case(opened.files.root)

    (fact,) = taken.facts
    assert ("sold.B0TESTAB12", Count(7, "unit")) == (fact.key, fact.value)
    assert ("document", "o.txt") == (fact.source.kind, fact.source.ref)
    assert fact.source.span is not None
    assert (
        "7 units in 3 orders of 3 March 2025 to 3 March 2026, cancelled and pending left out" == fact.source.span.quote
    )
    assert fact == again.case.facts[fact.key]
    assert () == again.case.exhibits
    (kept,) = again.case.held
    assert ("X1", "order-list") == (kept.label, kept.kind)
    assert "data of buyers" in kept.held
    (product,) = verifying.verified(again, NOW).products
    assert 7 == product.sold


def test_an_asin_that_was_not_sold_has_sold_none(opened: Opened, tmp_path: Path) -> None:
    drawn = reports.draw([put(tmp_path, "o.txt", [row for row in SALES if "B0TESTAB12" not in row] + [
        order("8", "2025-03-10", "1", asin="B0OTHER001")
    ])], YEAR)  # fmt: skip

    _, taken = reported.take(opened, drawn, NOW)

    assert [Count(0, "unit")] == [fact.value for fact in taken.facts]


@pytest.mark.parametrize(
    ("rows", "head", "words"),
    [
        (SALES[1:], None, "covers"),
        (SALES[:3], None, "covers"),
        ([row[:2] + row[3:] for row in SALES], ORDERS[:2] + ORDERS[3:], "no order-status"),
        ([row[:5] + row[6:] for row in SALES], ORDERS[:5] + ORDERS[6:], "no asin"),
    ],
)
def test_what_a_report_cannot_prove_is_no_fact(
    rows: list[tuple[str, ...]], head: list[str] | None, words: str, opened: Opened, tmp_path: Path
) -> None:
    drawn = reports.draw([put(tmp_path, "o.txt", rows, head)], YEAR)

    opened, taken = reported.take(opened, drawn, NOW)

    assert () == taken.facts
    assert words in taken.doubts[0]
    assert "sold.B0TESTAB12" not in opened.case.facts


def test_a_report_without_buyers_is_sent(opened: Opened, tmp_path: Path) -> None:
    drawn = reports.draw([example(tmp_path, "removal-orders")], Asked())

    opened, _ = reported.take(opened, drawn, NOW)

    assert ["removal-order"] == [exhibit.kind for exhibit in opened.case.exhibits]
    assert () == opened.case.held


def test_a_report_that_was_to_be_sent_is_kept_back_after_all(opened: Opened, tmp_path: Path) -> None:
    file = put(tmp_path, "o.txt", SALES)
    opened, _ = exhibits.add(opened, [file], NOW, {"kind": "order-list"})
    assert ["A"] == [exhibit.label for exhibit in opened.case.exhibits]

    opened, taken = reported.take(opened, reports.draw([file], YEAR), NOW)

    assert () == opened.case.exhibits
    assert ("X1",) == taken.labels


def test_facts_are_written_only_of_what_was_asked(opened: Opened, tmp_path: Path) -> None:
    drawn = reports.draw([put(tmp_path, "o.txt", SALES)], YEAR._replace(asins=("B0OTHER001",)))

    _, taken = reported.take(opened, drawn, NOW)

    assert () == taken.facts


def test_rows_that_could_not_be_read_are_named_in_the_fact(opened: Opened, tmp_path: Path) -> None:
    drawn = reports.draw([put(tmp_path, "o.txt", [*SALES, order("9", "2025-06-01", "many")])], YEAR)

    _, taken = reported.take(opened, drawn, NOW)

    assert taken.facts[0].source.span is not None
    assert taken.facts[0].source.span.quote.endswith("; 1 rows of the report could not be read")


def test_the_command_prints_and_writes(opened: Opened, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    days = ["--from", "2025-03-03", "--to", "2026-03-03", "--today", "2026-03-20"]
    words = ["reports", put(tmp_path, "o.txt", SALES), "--case", str(opened.files.root), *days]

    assert 0 == cli.run([*words, "-o", str(tmp_path / "out"), "--json"])
    told = json.loads(capsys.readouterr().out)
    assert 0 == cli.run(words)
    printed = capsys.readouterr().out

    assert ["sold.B0TESTAB12"] == told["facts"]
    assert [("B0TESTAB12", 7), ("B0OTHER001", 4)] == [(each["asin"], each["units"]) for each in told["sold"]]
    assert {"units-sold.csv", "units-sold.svg", "units-sold.png"} < {file.name for file in (tmp_path / "out").iterdir()}
    assert "units-sold-and-units-on-invoices.svg" in {file.name for file in (tmp_path / "out").iterdir()}
    assert "7 units in 3 orders" in printed


def test_the_program_ends_without_complaints(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "amends", "reports", put(tmp_path, "o.txt", SALES)], capture_output=True, check=False
    )

    assert (0, b"") == (done.returncode, done.stderr)


def test_the_command_needs_no_case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == cli.run(["reports", put(tmp_path, "o.txt", SALES), str(tmp_path / "none.txt"), "--asin", "B0OTHER001"])

    shown = capsys.readouterr()
    assert "B0OTHER001" in shown.out
    assert "B0TESTAB12" not in shown.out
    assert "is not there" in shown.err


def test_a_table_for_spreadsheets_holds_no_formulas() -> None:
    cells = ("=1+1", "+1", "-5", "@x", "-cmd|' /C calc'!A0", 'a,b\n"c"', "\t=2")
    table = Table("T", ("a",) * len(cells), (cells,), ("=note",), "made")

    rows = list(csv.reader(io.StringIO(to_csv(table).decode("utf-8-sig"))))

    assert ["'=1+1", "'+1", "-5", "'@x", "'-cmd|' /C calc'!A0", 'a,b "c"', "'=2"] == rows[1]
    assert ["'=note"] == rows[3]


def test_names_of_files_are_plain_and_each_there_once() -> None:
    taken: set[str] = set()

    assert ["etc-passwd", "etc-passwd-2", "table"] == [
        file_name(t, taken) for t in ("../etc/passwd", "etc passwd", "木")
    ]
