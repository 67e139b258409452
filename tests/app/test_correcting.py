"""What a person says that a document says: kept with the case, used by the checks, shown, taken back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.app.test_intake import INVOICE, put
from tests.app.test_reading import NOTICE, NOW
from tests.notice.formats.pdf_file import lines, pdf

from amends.app import cases
from amends.app.cases import Opened
from amends.app.evidence import correcting, exhibits
from amends.app.plan import marking
from amends.doors import cli
from amends.errors import Invalid, Unknown
from amends.evidence.corrected import Spot
from amends.model import Fact, Sentence, Source
from amends.render.exhibits.citations import citations


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    notice = folder / "notice.txt"
    notice.write_text(NOTICE, encoding="utf-8")
    opened = cases.new_case(folder / "case", str(notice), NOW)
    exhibits.add(opened, [put(folder, "invoice.pdf", pdf(lines(*INVOICE)))], NOW)
    return folder / "case"


@pytest.fixture
def opened(made: Path, tmp_path: Path) -> Opened:
    import shutil

    shutil.copytree(made, tmp_path / "case")
    return cases.open_case(tmp_path / "case")


def spot(opened: Opened, name: str) -> Spot:
    return next(each for each in correcting.spots(opened, "A") if each.name == name)


def again(opened: Opened) -> Opened:
    return cases.open_case(opened.files.home)


def test_what_is_said_is_there_when_the_case_is_opened_again_and_the_reading_is_as_it_was(opened: Opened) -> None:
    (kept,) = (opened.files.home / "readings").glob("*.json")
    original, reading = (opened.files.home / "evidence" / "invoice.pdf").read_bytes(), kept.read_bytes()

    correcting.correct(opened, "A", {spot(opened, "invoice_number").key: "MR-77121"}, "Dana Ruiz", NOW)

    (exhibit,) = again(opened).case.exhibits
    assert exhibit.reading is not None
    field = exhibit.reading.sure("invoice_number")
    assert field is not None and field.correction is not None
    assert ("MR-77121", "MR-77120", "Dana Ruiz", NOW.date()) == (
        field.value, field.correction.read, field.correction.by, field.correction.on
    )  # fmt: skip
    assert (original, reading) == ((opened.files.home / "evidence" / "invoice.pdf").read_bytes(), kept.read_bytes())
    assert "corrected on exhibit A: invoice number" in [entry["what"] for entry in opened.files.log()]


def test_the_day_of_the_document_follows_unless_a_person_stated_another(opened: Opened) -> None:
    key = spot(opened, "invoice_date").key
    assert date(2025, 5, 6) == opened.case.exhibits[0].dated

    followed = correcting.correct(opened, "A", {key: "6 June 2025"}, "Dana Ruiz", NOW)
    back = correcting.withdraw(followed, "A", [key], NOW)
    stated = exhibits.tell(back, "A", {"dated": "2025-05-07"}, NOW)
    kept = correcting.correct(stated, "A", {key: "6 June 2025"}, "Dana Ruiz", NOW)

    assert [date(2025, 6, 6), date(2025, 5, 6), date(2025, 5, 7)] == [
        each.case.exhibits[0].dated for each in (followed, back, kept)
    ]


def test_it_is_taken_back_and_what_was_read_counts_again(opened: Opened) -> None:
    before = again(opened).case
    key = spot(opened, "total").key
    said = correcting.correct(opened, "A", {key: "891.00"}, "Dana Ruiz", NOW)
    second = correcting.correct(said, "A", {key: "892.00"}, "Noor Castellan", NOW)
    assert ["892.00"] == [each.says for each in second.case.exhibits[0].corrections]

    correcting.withdraw(second, "A", [key], NOW)

    assert before == again(opened).case
    with pytest.raises(Unknown, match="another value now"):
        correcting.withdraw(again(opened), "A", [key], NOW)


def test_reading_it_anew_and_adding_it_again_keep_what_was_said(opened: Opened, tmp_path: Path) -> None:
    opened = correcting.correct(opened, "A", {spot(opened, "invoice_number").key: "MR-77121"}, "Dana Ruiz", NOW)
    file = put(tmp_path, "again.pdf", pdf(lines(*INVOICE)))

    known, _ = exhibits.add(opened, [file], NOW)
    told, _ = exhibits.add(known, [file], NOW, {"kind": "distributor-invoice"})

    for each in (known, told, again(told)):
        reading = each.case.exhibits[0].reading
        assert reading is not None
        assert "MR-77121" == reading.value("invoice_number")


def test_saying_what_was_read_confirms_it(opened: Opened) -> None:
    after = correcting.correct(opened, "A", {spot(opened, "invoice_date").key: "2025-05-06"}, "", NOW)

    (said,) = after.case.exhibits[0].corrections
    assert (True, "the seller") == (said.confirms, said.by)


def test_all_that_is_wrong_is_told_at_once_and_nothing_is_saved(opened: Opened) -> None:
    said = {spot(opened, "invoice_date").key: "some day", spot(opened, "total").key: "a lot"}

    with pytest.raises(Unknown, match=r"Invoice date: .*no day.* Total: .*no number"):
        correcting.correct(opened, "A", said, "Dana Ruiz", NOW)
    with pytest.raises(Unknown, match="another value now"):
        correcting.correct(opened, "A", {"0" * 16: "1"}, "Dana Ruiz", NOW)

    assert again(opened).case == opened.case


def test_a_mistake_by_hand_is_told_with_its_place(opened: Opened) -> None:
    correcting.correct(opened, "A", {spot(opened, "invoice_date").key: "6 June 2025"}, "Dana Ruiz", NOW)
    file = opened.files.home / "case.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("says: 6 June 2025", "says: soon"), encoding="utf-8")

    with pytest.raises(Invalid) as told:
        again(opened)

    assert ["exhibits[1].corrections[1].says"] == [problem.path for problem in told.value.problems]


def test_each_place_that_cites_it_says_whose_word_it_is(opened: Opened) -> None:
    after = correcting.correct(opened, "A", {spot(opened, "invoice_number").key: "MR-77121"}, "Dana Ruiz", NOW)
    fact = Fact("x.ids", "ids", ("MR-77121",), Source("statement", "Dana Ruiz", on=NOW.date()))
    case = replace(after.case, facts={**after.case.facts, "x.ids": fact})

    (cited,) = citations([Sentence("We bought it.", ("x.ids",), ("A",))], case)

    day = f"{NOW.day} {NOW:%B %Y}"
    assert f"MR-77121 (as read on the paper by Dana Ruiz on {day})" == cited.shown
    assert "MR-77120" == cited.read
    assert cited.line == next(
        number
        for number, line in enumerate(case.exhibits[0].reading.text.splitlines(), 1)  # type: ignore[union-attr]
        if "MR-77120" in line
    )


def test_prices_are_covered_where_they_were_read_though_one_was_corrected(opened: Opened, tmp_path: Path) -> None:
    plain = marking.redact(opened, ["A"], tmp_path / "plain")
    after = correcting.correct(opened, "A", {spot(opened, "total").key: "918.00"}, "Dana Ruiz", NOW)

    made = marking.redact(after, ["A"], tmp_path / "corrected")

    assert [(each.why, each.statement) for each in plain] == [(each.why, each.statement) for each in made]


def test_the_command_line_lists_corrects_confirms_and_takes_back(
    opened: Opened, capsys: pytest.CaptureFixture[str]
) -> None:
    case = str(opened.files.home)

    def run(*words: str) -> tuple[int, str]:
        status = cli.run(["correct", case, "A", *words])
        return status, capsys.readouterr().out

    assert (0, True) == ((listed := run())[0], "Invoice number (page 1): MR-77120" in listed[1])
    status, text = run("invoice_number=MR-77121", "--yes", "invoice_date", "--said-by", "Dana Ruiz", "--json")
    found = {each["name"]: each for each in json.loads(text)}
    assert 0 == status
    assert ("MR-77121", "MR-77120", "Dana Ruiz") == (
        found["invoice_number"]["value"], found["invoice_number"]["read"], found["invoice_number"]["said"]["by"]
    )  # fmt: skip
    assert found["invoice_date"]["said"]["says"] == found["invoice_date"]["read"]
    assert "amends read “MR-77120”" in run()[1]
    assert "amends read" not in run("--undo", "invoice_number")[1]
    assert [2, 2, 2] == [run(words)[0] for words in ("no_such=1", "invoice_date=soon", "invoice_date")]
    cli.run(["evidence", case, "A"])
    assert "was checked on the paper by Dana Ruiz" in " ".join(capsys.readouterr().out.split())
