"""Pictures of a case folder: files, tables, the bundle, and reports of Amazon's that lie in the case."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image
from tests.app.test_reading import NOW
from tests.cases import fact, facts
from tests.evidence.reports.written import REPORTS, needs_duckdb, order, tabbed
from tests.examples import Example, Worked
from tests.render.drawn import faults, lying_on_each_other, outside

from amends.app import cases, demo
from amends.app.cases import Opened
from amends.app.evidence import reported, reports
from amends.app.plan import pictures, plans
from amends.app.plan.packed import is_bundle
from amends.doors import cli
from amends.errors import NotSaved, Unknown
from amends.model.report import Asked
from amends.render.verify import verify

DAY = re.compile(r"\d{4}-\d\d-\d\d")
ALL = [id for id in demo.examples() if id != "phishing"]


@pytest.fixture
def opened(example: Example, tmp_path: Path) -> Opened:
    return cases.open_case(example("inauthentic", tmp_path / "case"))


def sold_weeks(folder: Path) -> list[str]:
    """Orders and feedback of ten weeks: each week forty orders, in the third and fourth two with bad feedback."""
    first = date(2026, 1, 5)
    orders, feedback = [], []
    for week in range(10):
        for at in range(40):
            day = first + timedelta(7 * week + at % 7)
            orders.append(order(f"{week}-{at}", day.isoformat(), "1"))
            if week in (2, 3) and at < 2:
                said = f"{day.month}/{day.day}/{day.year % 100}"
                feedback.append((said, "1", "=bad", "", f"{week}-{at}", "a@example.com"))
    for name, rows in (("orders", orders), ("feedback", feedback)):
        (folder / f"{name}.txt").write_text(tabbed([REPORTS[name][0], *rows]), encoding="utf-8")
    return [str(folder / "orders.txt"), str(folder / "feedback.txt")]


def widths(files: tuple[Path, ...]) -> set[int]:
    found = set()
    for file in files:
        if file.suffix == ".png":
            with Image.open(file) as picture:
                picture.load()
                found.add(picture.width)
    return found


@pytest.mark.parametrize("id", ALL)
def test_the_pictures_of_every_example_are_sound_and_tell_nothing_that_is_not_in_it(id: str, worked: Worked) -> None:
    opened = worked(id).opened

    found = pictures.draw(opened)

    assert "time-line" in {picture.id for picture in found.pictures}
    assert found == pictures.draw(cases.open_case(opened.files.home))
    held = set(DAY.findall(opened.text)) | {str(opened.case.notice.received) if opened.case.notice else ""}
    if any(picture.id == "sold-and-invoiced" for picture in found.pictures):
        held |= {day.isoformat() for day in reported.window_of(opened)[:2]}
    for picture in found.pictures:
        assert [] == faults(picture.svg) + lying_on_each_other(picture.svg) + outside(picture.svg)
        assert set() == {day for row in picture.table.rows for cell in row for day in DAY.findall(cell)} - held
        assert all(len(row) == len(picture.table.head) for row in picture.table.rows)
        assert picture.summary in picture.table.notes


def test_the_units_of_the_example_are_those_of_its_facts_and_invoices(worked: Worked) -> None:
    (picture,) = pictures.draw(worked("inauthentic").opened, ["sold-and-invoiced"]).pictures

    assert (("B0PEPR7MQ9", "129", "180", "A, B", "0"), ("B0THSTL4K2", "88", "none", "", "")) == picture.table.rows


def test_files_are_written_the_same_each_time(opened: Opened, tmp_path: Path) -> None:
    found = pictures.draw(opened)

    written = pictures.write(opened, found)
    again = pictures.write(opened, found, tmp_path / "again")

    assert {"png", "svg", "csv"} == {file.suffix[1:] for file in written.files}
    assert opened.files.home / "pictures" == written.files[0].parent
    assert [file.read_bytes() for file in written.files] == [file.read_bytes() for file in again.files]
    assert {1600} == widths(written.files)
    assert () == written.undrawn


def test_a_table_holds_no_formula_and_a_letter_without_font_is_told(opened: Opened) -> None:
    hostile = facts(
        fact("invoice-gap.why", "text", ("=1+1", "no step compared it \U0001f469\u200d\U0001f467 \U000e0041"))
    )
    opened = replace(opened, case=replace(opened.case, facts=opened.case.facts | hostile))

    written = pictures.write(opened, pictures.draw(opened, ["chain-of-whys"]))
    table = next(file for file in written.files if file.suffix == ".csv")
    cells = [cell for row in csv.reader(io.StringIO(table.read_text("utf-8-sig"))) for cell in row]

    assert "'=1+1" in cells
    assert not any(cell.startswith(("=", "+", "@")) for cell in cells)
    assert {1600} == widths(written.files)


def test_pictures_never_lie_among_the_originals(opened: Opened) -> None:
    with pytest.raises(NotSaved):
        pictures.write(opened, pictures.draw(opened, ["time-line"]), opened.files.home / "evidence" / "x")


def test_a_picture_that_is_none_is_refused(opened: Opened) -> None:
    with pytest.raises(Unknown, match="time-line"):
        pictures.draw(opened, ["pie"])


def test_an_invoice_that_nobody_read_is_named(opened: Opened) -> None:
    unread = tuple(replace(each, reading=None) if each.label == "A" else each for each in opened.case.exhibits)
    opened = replace(opened, case=replace(opened.case, exhibits=unread))

    (picture,) = pictures.draw(opened, ["sold-and-invoiced"]).pictures

    assert "Not read yet, so not counted: exhibit A." in picture.table.notes


@needs_duckdb
def test_defects_by_week_come_from_the_reports_in_the_case(example: Example, tmp_path: Path) -> None:
    example("order-defect-rate", tmp_path / "case")
    opened = cases.open_case(tmp_path / "case")
    (lacking,) = pictures.draw(opened, ["defects-by-week"]).lacking
    opened, _ = reported.take(opened, reports.draw(sold_weeks(tmp_path), Asked()), NOW)

    (picture,) = pictures.draw(cases.open_case(tmp_path / "case"), ["defects-by-week"]).pictures

    assert "no orders report" in lacking.why
    assert ("2026-01-19", "40", "2", "5.00 %") == picture.table.rows[2]
    assert 10 == len(picture.table.rows)
    assert "in 2 of 10 weeks; the last of these began on 26 January 2026, and it lies below in the 6" in picture.summary
    assert [] == faults(picture.svg) + lying_on_each_other(picture.svg) + outside(picture.svg)
    assert "a@example.com" not in picture.svg


@needs_duckdb
def test_a_report_that_changed_is_not_drawn(example: Example, tmp_path: Path) -> None:
    example("order-defect-rate", tmp_path / "case")
    opened = cases.open_case(tmp_path / "case")
    opened, _ = reported.take(opened, reports.draw(sold_weeks(tmp_path), Asked()), NOW)
    with (tmp_path / "case" / "evidence" / "feedback.txt").open("a", encoding="utf-8") as file:
        file.write("\t".join(("1/9/26", "1", "bad", "", "0-5", "a@example.com")) + "\n")

    (lacking,) = pictures.draw(opened, ["defects-by-week"]).lacking

    assert "feedback.txt changed" in lacking.why


def test_a_notice_about_something_else_asks_for_no_reports(worked: Worked) -> None:
    (lacking,) = pictures.draw(worked("inauthentic").opened, ["defects-by-week"]).lacking

    assert ("", True) == (lacking.todo, "not about" in lacking.why)


def test_a_bundle_holds_the_pictures_when_the_seller_asks(opened: Opened, tmp_path: Path) -> None:
    now = datetime(2026, 3, 16, 12, 0)
    plain = plans.bundle(opened, tmp_path / "plain.zip", now)

    packed = plans.bundle(opened, tmp_path / "with.zip", now, pictures=True)
    again = plans.bundle(opened, tmp_path / "again.zip", now, pictures=True)

    assert (0, 3) == (plain.pictures, packed.pictures)
    assert packed.file.read_bytes() == again.file.read_bytes()
    with packed.file.open("rb") as source:
        assert () == verify(source)
    with packed.file.open("rb") as source:
        assert is_bundle(source)
    with zipfile.ZipFile(plain.file) as before, zipfile.ZipFile(packed.file) as archive:
        added = sorted(set(archive.namelist()) - set(before.namelist()))
        index = archive.read("exhibits-index.txt").decode()
        sheet = " ".join(archive.read("START-HERE.txt").decode().split())
        assert before.read("plan.pdf") == archive.read("plan.pdf")
    assert 9 == len(added)
    assert all(name.startswith("pictures/") and name in index for name in added)
    assert "If the form takes more files: pictures/time-line.png" in sheet
    assert "pictures/time-line.svg" not in sheet


def test_the_command_writes_and_tells(opened: Opened, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(opened.files.home)

    assert 0 == cli.run(
        ["pictures", folder, "--only", "time-line", "--only", "defects-by-week", "-o", str(tmp_path / "o")]
    )
    shown = capsys.readouterr().out
    assert 0 == cli.run(["pictures", folder, "--json"])
    told = json.loads(capsys.readouterr().out)

    assert "The notice came on 3 March 2026" in " ".join(shown.split())
    assert "not drawn" in shown
    assert {"time-line.csv", "time-line.png", "time-line.svg"} == {file.name for file in (tmp_path / "o").iterdir()}
    assert ["time-line", "chain-of-whys", "sold-and-invoiced"] == [each["id"] for each in told["pictures"]]
    assert 9 == len(told["written"])
    assert 2 == cli.run(["pictures", folder, "--only", "pie"])


def test_the_bundle_command_says_how_many(opened: Opened, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == cli.run(["bundle", str(opened.files.home), "--pictures", "--today", "2026-03-16"])

    assert "With 3 pictures" in capsys.readouterr().out
