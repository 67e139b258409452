"""Which of Amazon's reports a file is, whatever a spreadsheet did to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evidence.reports.written import REPORTS, asking, needs_duckdb, quoted, tabbed

from amends.app import knowledge
from amends.evidence.reports import recognised, reports
from amends.model.report import Asked


def test_every_report_has_an_example_here() -> None:
    assert set(REPORTS) == {report.id for report in reports()}


def test_every_report_is_a_kind_of_document() -> None:
    assert {report.kind for report in reports()} <= set(knowledge().documents)


def test_what_names_buyers_is_private() -> None:
    assert {"orders", "fba-returns", "fba-replacements", "mfn-returns", "feedback", "unshipped-orders"} == {
        report.id for report in reports() if report.private
    }


@pytest.mark.parametrize("id", REPORTS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "cp932"])
@pytest.mark.parametrize("delimiter", ["\t", ",", ";"])
def test_a_report_is_known_by_its_columns(id: str, encoding: str, delimiter: str) -> None:
    head, rows = REPORTS[id]
    text = tabbed([head, *rows]) if delimiter == "\t" else quoted([head, *rows], delimiter)

    found = recognised(text.encode(encoding))

    assert found is not None
    assert (id, delimiter, len(head)) == (found.report.id, found.delimiter, found.width)
    assert set(found.report.needed) <= found.at.keys()


@given(st.sampled_from(sorted(REPORTS)), st.randoms(use_true_random=False), st.booleans())
def test_order_and_case_of_the_columns_do_not_matter(id: str, drawn: object, upper: bool) -> None:
    head = list(REPORTS[id][0])
    drawn.shuffle(head)  # type: ignore[attr-defined]
    shown = [name.upper().replace("-", " ") if upper else f' "{name}" ' for name in head]

    found = recognised("\t".join(shown).encode())

    assert found is not None
    assert id == found.report.id
    assert all(head[at] in REPORTS[id][0] for at in found.at.values())


@given(st.binary(max_size=300))
def test_anything_may_come(head: bytes) -> None:
    recognised(head)


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"\n",
        b"amazon-order-id\t\0purchase-date\tquantity\n",
        b"Invoice number,Date,Total\n1,2,3\n",
        b"amazon-order-id,sku\n",
        b"\t" * 60_000,
        b"amazon-order-id\tpurchase-date\tquantity\t" + b"x\t" * 5000,
    ],
)
def test_what_is_no_report_is_none(head: bytes) -> None:
    assert recognised(head) is None


def test_columns_that_are_missing_are_told() -> None:
    found = recognised(b"amazon-order-id\tpurchase-date\tquantity\n")

    assert found is not None
    assert {"order-status", "asin", "sku"} <= set(found.missing)


@needs_duckdb
@pytest.mark.parametrize("id", REPORTS)
def test_every_report_draws_its_tables(id: str, tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(tabbed([REPORTS[id][0], *REPORTS[id][1]]), encoding="utf-8")

    with asking(file) as rows:
        tables = rows.report.draw(rows, Asked())
        unsound = rows.unsound(0)

    assert (0, 0) == (unsound.rejected, unsound.odd)
    assert tables
    for table in tables:
        assert table.rows
        assert {len(table.head)} == {len(row) for row in table.rows}


@needs_duckdb
@pytest.mark.parametrize(
    ("id", "row", "note"),
    [
        ("orders", ("B0TESTAB12", "PM-1", "2", "1", "2025-06-01", "2025-06-01"), "Cancelled and pending"),
        ("fba-returns", ("B0TESTAB12", "DEFECTIVE", "DEFECTIVE", "1", "1"), ""),
        ("removal-orders", ("PM-1", "X001", "Sellable", "1", "340", "0", "40", "300", "0"), "No unit is in process"),
        ("ledger-detail", ("B0TESTAB12", "Shipments", "SELLABLE", "1", "-2"), ""),
        ("ledger-summary", ("B0TESTAB12", "2026-03-14", "2026-03-15", "0", "2026-03-15"), ""),
        ("feedback", ("2025-06-16", "2", "1"), ""),
        ("unshipped-orders", ("2", "1", "1"), "1 rows are past"),
    ],
)
def test_the_tables_hold_what_the_rows_say(id: str, row: tuple[str, ...], note: str, tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(tabbed([REPORTS[id][0], *REPORTS[id][1]]), encoding="utf-8")

    with asking(file) as rows:
        (table,) = rows.report.draw(rows, Asked())

    assert row in table.rows
    assert not note or any(note in words for words in table.notes)
