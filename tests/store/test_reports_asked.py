"""Questions to reports: right figures from messy files, nothing lost in silence, and no way to other files."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.evidence.reports.written import ORDERS, asking, needs_duckdb, order, quoted, tabbed

from amends.errors import Unreadable
from amends.model.report import Asked
from amends.store import reports

pytestmark = needs_duckdb
YEAR = Asked(date(2025, 3, 3), date(2026, 3, 3))


def put(folder: Path, text: str, name: str = "orders.txt", encoding: str = "utf-8") -> Path:
    file = folder / name
    file.write_bytes(text.encode(encoding))
    return file


def units(file: Path, asked: Asked = YEAR) -> dict[str, int]:
    with asking(file) as rows:
        return {each.asin: each.units for each in rows.sold(asked)}


def test_only_what_was_sold_in_the_window_counts(tmp_path: Path) -> None:
    rows = [
        order("1", "2025-03-02T23:59:00+00:00", "9"),
        order("2", "2025-03-03T00:00:00+00:00", "1"),
        order("3", "2026-03-03T23:59:00+00:00", "2"),
        order("4", "2026-03-04T00:00:00+00:00", "9"),
        order("5", "2025-06-01", "9", "Cancelled"),
        order("6", "2025-06-01", "9", "pending"),
        order("7", "2025-06-01", "5", asin=" b0testab34 "),
    ]

    assert {"B0TESTAB12": 3, "B0TESTAB34": 5} == units(put(tmp_path, tabbed([ORDERS, *rows])))


def test_the_asins_that_are_asked_about_are_those_told(tmp_path: Path) -> None:
    rows = [order("1", "2025-06-01", "2"), order("2", "2025-06-01", "3", asin="B0TESTAB34")]

    found = units(put(tmp_path, tabbed([ORDERS, *rows])), YEAR._replace(asins=("B0TESTAB34",)))

    assert {"B0TESTAB34": 3} == found


def test_rows_that_cannot_be_read_are_counted_and_their_lines_told(tmp_path: Path) -> None:
    rows = [
        order("1", "2025-06-01", "2"),
        order("2", "soon", "2"),
        order("3", "2025-06-01", "=1+1"),
        order("4", "2025-06-01", "-3"),
        order("5", "2025-06-01", "99999999999999999999"),
        ("cut off",),
        order("7", "2025-06-01", "4"),
    ]

    with asking(put(tmp_path, tabbed([ORDERS, *rows]))) as found:
        unsound = found.unsound(0)
        sold = found.sold(YEAR)

    assert (5, (3, 4, 5, 6, 7)) == (unsound.rejected + unsound.odd, unsound.lines)
    assert [6] == [each.units for each in sold]


def test_more_broken_rows_than_are_counted_are_told_as_such(tmp_path: Path) -> None:
    rows = [*(("x",) * 12 for _ in range(3000)), order("1", "2025-06-01", "2")]

    with asking(put(tmp_path, tabbed([ORDERS, *rows]))) as found:
        unsound = found.unsound(0)
        sold = found.sold(YEAR)

    assert unsound.rejected + unsound.odd >= 1000
    assert unsound.more or 3000 == unsound.rejected + unsound.odd
    assert [2] == [each.units for each in sold]


def test_nuls_formulas_and_huge_cells_are_text(tmp_path: Path) -> None:
    name = '=HYPERLINK("http://example.com")' + "x" * 300_000
    rows = [("1", "2025-06-01", "Ship\0ped", name, "PM'; DROP TABLE report; --", "B0TESTAB12", "", "2"),
            order("2", "2025-06-01", "3")]  # fmt: skip

    assert {"B0TESTAB12": 5} == units(put(tmp_path, tabbed([ORDERS, *rows])))


def test_a_line_longer_than_any_is_no_crash(tmp_path: Path) -> None:
    rows = [order("1", "2025-06-01", "3"), ("x" * 5_000_000,), order("2", "2025-06-01", "4")]

    try:
        found = units(put(tmp_path, tabbed([ORDERS, *rows])))
    except Unreadable as error:
        assert "orders.txt" in str(error)
    else:
        assert {"B0TESTAB12": 7} == found


def test_quotation_marks_in_tabbed_reports_belong_to_the_text(tmp_path: Path) -> None:
    row = ("1", "2025-06-01", "Shipped", '"Mill" 8"', "PM-1", "B0TESTAB12", "", "2")

    assert {"B0TESTAB12": 4} == units(put(tmp_path, tabbed([ORDERS, row, ("2", *row[1:])])))


def test_a_cell_of_a_spreadsheet_may_hold_line_ends(tmp_path: Path) -> None:
    row = ("1", "2025-06-01", "Shipped", 'Mill,\n"best"\r\none', "PM-1", "B0TESTAB12", "", "2")

    assert {"B0TESTAB12": 4} == units(put(tmp_path, quoted([ORDERS, row, ("2", *row[1:])]), "orders.csv"))


@settings(max_examples=15)
@given(
    st.sampled_from(
        [("utf-8", "Mühle 木"), ("utf-8-sig", "木"), ("utf-16", "木"), ("cp1252", "Café"), ("cp932", "ミル")]
    ),
    st.sampled_from(["\t", ",", ";"]),
    st.lists(
        st.tuples(st.integers(0, 400), st.integers(0, 50), st.sampled_from(["Shipped", "Cancelled"])), max_size=30
    ),
)
def test_encoding_and_delimiter_do_not_change_the_units(
    tmp_path_factory: pytest.TempPathFactory,
    written: tuple[str, str],
    delimiter: str,
    sales: list[tuple[int, int, str]],
) -> None:
    encoding, name = written
    day = date(2025, 1, 1).toordinal()
    rows = [
        (str(at), date.fromordinal(day + days).isoformat(), status, name, "PM", "B0TESTAB12", "", str(count))
        for at, (days, count, status) in enumerate(sales)
    ]
    text = tabbed([ORDERS, *rows]) if delimiter == "\t" else quoted([ORDERS, *rows], delimiter)
    expected = sum(
        count
        for days, count, status in sales
        if status == "Shipped" and YEAR.start and YEAR.start.toordinal() <= day + days
    )

    found = units(put(tmp_path_factory.mktemp("report"), text, encoding=encoding))

    assert expected == found.get("B0TESTAB12", 0)


def test_letters_of_another_encoding_far_below_the_head_lose_no_row(tmp_path: Path) -> None:
    rows = [order(str(at), "2025-06-01", "1") for at in range(2000)]
    late = ("x", "2025-06-01", "Shipped", "Café", "PM", "B0TESTAB12", "", "1")

    assert {"B0TESTAB12": 2001} == units(put(tmp_path, tabbed([ORDERS, *rows, late]), encoding="cp1252"))


@pytest.mark.parametrize(
    "days",
    [("06/13/2025", "07/01/2025"), ("13.06.2025", "01.07.2025"), ("2025/06/13", "2025/07/01"), ("6/13/25", "7/1/25"),
     ("13/06/2025", "01/07/2025"), ("13-Jun-2025", "01-Jul-2025"), ("2025-06-13 08:00:00", "2025-07-01")],
)  # fmt: skip
def test_days_are_read_as_the_whole_column_writes_them(days: tuple[str, str], tmp_path: Path) -> None:
    file = put(tmp_path, tabbed([ORDERS, *(order(day, day, "1") for day in days)]))

    with asking(file) as rows:
        assert (date(2025, 6, 13), date(2025, 7, 1)) == rows.span()


def test_days_that_could_be_months_are_not_guessed(tmp_path: Path) -> None:
    file = put(tmp_path, tabbed([ORDERS, order("1", "03/04/2025", "1"), order("2", "05/06/2025", "1")]))

    with pytest.raises(Unreadable, match="two ways"), asking(file):
        pass


def test_an_order_in_several_files_counts_once_as_the_last_tells_it(tmp_path: Path) -> None:
    pending, shipped = order("1", "2025-06-30", "2", "Pending"), order("1", "2025-06-30", "2")
    june = [ORDERS, pending, order("2", "2025-06-01", "4")]
    july = [row[::-1] for row in (ORDERS, shipped, order("3", "2025-07-01", "1"))]
    first, second = put(tmp_path, tabbed(june), "a.txt"), put(tmp_path, quoted(july), "b.csv")

    with asking(first, second) as rows:
        assert [2, 2] == [rows.count(0), rows.count(1)]
        assert [7] == [each.units for each in rows.sold(YEAR)]


@pytest.mark.parametrize("name", ["a'b.txt", "*.txt", "x;DROP TABLE.txt", "a\nb.txt", "{a,b}.txt", "[o]rders?.txt"])
def test_the_name_of_a_file_is_a_name(name: str, tmp_path: Path) -> None:
    put(tmp_path, tabbed([ORDERS, order("9", "2025-06-01", "9")]), "b.txt")
    try:
        file = put(tmp_path, tabbed([ORDERS, order("1", "2025-06-01", "2")]), name)
    except OSError:
        pytest.skip("this system has no such names")

    assert {"B0TESTAB12": 2} == units(file)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM read_csv('{other}')",
        "SELECT * FROM read_text('{other}')",
        "SELECT * FROM glob('{folder}/*')",
        "COPY report TO '{folder}/copy.csv'",
        "ATTACH '{folder}/new.db'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SELECT * FROM read_csv('https://example.com/a.csv')",
        "SET enable_external_access = true",
        "SET memory_limit = '100GB'",
    ],
)
def test_duckdb_reaches_nothing_but_the_report(query: str, tmp_path: Path) -> None:
    import duckdb

    other = put(tmp_path, "a,b\n1,2\n", "other.csv")
    file = put(tmp_path, tabbed([ORDERS, order("1", "2025-06-01", "2")]))

    with asking(file) as rows:
        before = sorted(os.listdir(tmp_path))
        with pytest.raises(duckdb.Error):
            rows._all(query.format(other=other, folder=tmp_path))

    assert before == sorted(os.listdir(tmp_path))


def test_a_large_report_keeps_to_its_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "_MEMORY", "60MB")
    row = "111-{:07}\t2025-06-01T10:00:00+00:00\tShipped\t" + "Mill " * 20 + "\tPM-{}\tB0TESTAB12\tShipped\t1\n"
    with (tmp_path / "orders.txt").open("w", encoding="utf-8") as out:
        out.write("\t".join(ORDERS) + "\n")
        out.writelines(row.format(at, at % 900) for at in range(150_000))

    assert {"B0TESTAB12": 150_000} == units(tmp_path / "orders.txt")


def test_a_file_that_went_away_is_told(tmp_path: Path) -> None:
    file = put(tmp_path, tabbed([ORDERS, order("1", "2025-06-01", "2")]))
    asked = asking(file)
    file.unlink()

    with pytest.raises(Unreadable, match="cannot be read"), asked:
        pass


def test_without_the_extra_it_is_told_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    file = put(tmp_path, tabbed([ORDERS, order("1", "2025-06-01", "2")]))

    with pytest.raises(Unreadable, match=r"amends\[reports\]"), asking(file):
        pass
