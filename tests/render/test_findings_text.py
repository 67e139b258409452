"""Findings in the terminal."""

from __future__ import annotations

import re

import pytest
from findings_examples import BASELINE, CONFIG, FINDINGS, REPORT, TEXT, VERDICT, accepted, finding, found, reports
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.model import Answer, Related, Row, Verdict
from amends.render.findings import Report, render
from amends.render.terminal import fitting, width_of
from amends.review import review


def shown(*made: Report, colour: bool = False) -> str:
    return render(made, "text", colour)


def marks(output: str) -> list[str]:
    """What stands above each marker."""
    lines = output.split("\n")
    found = [(lines[at - 1], line) for at, line in enumerate(lines) if re.fullmatch(r" *\| +\^+", line)]
    return [source[line.index("^") : line.rindex("^") + 1] for source, line in found]


def test_the_words_are_marked_below_their_line() -> None:
    assert {"[date]", "B0C123456"} <= set(marks(shown(REPORT)))


@given(st.integers(0, 300), st.integers(1, 20), st.integers(0, 300))
def test_the_marker_stands_below_the_words_wherever_the_line_is_cut(before: int, width: int, after: int) -> None:
    text = ("lorem ipsum " * 30)[:before] + "X" * width + ("dolor sit " * 40)[:after]
    (marked,) = marks(shown(Report([found(text, before, before + width)], text, "a.txt")))
    assert marked == "X" * width


def test_a_long_line_is_cut_at_a_word() -> None:
    text = "several words before it " * 20 + "bad" + " and several after it" * 20
    line = next(line for line in shown(Report([finding(text, "bad")], text, "a.txt")).split("\n") if "bad and" in line)
    assert re.match(r"1 \| … (several|words|before|it) ", line)
    assert line.endswith("…")


def test_it_is_plain_without_colour() -> None:
    assert "\x1b" not in shown(REPORT)
    coloured = shown(REPORT._replace(verdict=VERDICT), colour=True)
    assert re.search("\x1b\\[1;38;5;\\d+merror\x1b", coloured)
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == shown(REPORT._replace(verdict=VERDICT))


def test_it_says_when_there_is_nothing() -> None:
    assert shown(Report((), "Two words", "plan.md")) == "Nothing to object to in 2 words.\n"


def test_a_page_of_a_pdf_is_named_instead_of_lines() -> None:
    lines = shown(Report([finding("a bad word", "bad", where="page 2")], "a bad word", "b.pdf")).split("\n")
    assert lines[0] == "b.pdf, page 2: warning TO99 made-up"
    assert " | a bad word" in lines


def test_a_quote_of_the_letter_is_told_with_its_line_and_of_another_file_with_its_name() -> None:
    text = "We sold 12 units.\nWe sold 13 units."
    related = (Related("a.txt", "We sold 12 units.", "Above"), Related("notice.eml", "units sold", "Notice"))
    output = shown(Report([finding(text, "13", related=related)], text, "a.txt"))
    assert "  = Above: “We sold 12 units.” (line 1)\n  = Notice: “units sold” (notice.eml)\n" in output


def test_what_is_accepted_comes_after_the_findings_with_who_and_why() -> None:
    output = shown(accepted(CONFIG, 1))
    findings, _, rest = output.partition("Accepted, so it does not count\n")
    one = FINDINGS[1]
    assert f"{one.rule} {one.name}" not in findings
    assert f"  my plans/plan.md:{one.line}:{one.column}: {one.rule} {one.name}\n" in rest
    assert "    “Amazon asked for it” – Dana Ruiz, 4 May 2026, in the configuration\n" in rest


def test_the_baseline_is_only_counted() -> None:
    assert "Accepted, so it does not count\n  1 finding in the baseline\n" in shown(accepted(BASELINE))


def test_the_verdict_ends_with_what_to_do_next() -> None:
    output = shown(REPORT._replace(verdict=VERDICT))
    assert "  1. What caused it?\n     there    A cause is named.\n     missing  The day on which it began.\n" in output
    assert "     there    nothing yet\n" in output
    table = output.partition("What answers what\n")[2].split("\n")
    assert table[0].split() == ["issue", "cause", "action", "measure", "exhibit"]
    assert table[1].split() == ["inauthentic", "invoices", "removed", "340", "missing", "invoice.pdf"]
    end = output.partition("Do next\n")[2]
    assert end.startswith(
        "  1. Write the day on which it began.\n     Amazon reads this first.\n     ends 2 findings: RC05, TO01\n"
    )


def test_long_quotes_turn_the_table_into_a_list() -> None:
    row = Row(
        "inauthentic", "B0C1234567", ("nobody compared the invoices with the list of the brand " * 2,), (), (), ()
    )
    output = shown(REPORT._replace(verdict=Verdict((), (row,), ())))
    assert "  inauthentic B0C1234567\n    cause    nobody compared the invoices" in output
    assert "    action   missing\n" in output


def test_many_rows_are_cut_and_those_with_holes_stay() -> None:
    full = Row("late", "", ("a",), ("b",), ("c",), ("d",))
    rows = (
        *[full._replace(asin=f"B0C{number:07}") for number in range(500)],
        Row("late", "B0CHOLE000", (), (), (), ()),
    )
    output = shown(REPORT._replace(verdict=Verdict((), rows, ())))
    assert "B0CHOLE000" in output
    assert "  and 489 more rows; --format json has them all\n" in output


def test_several_files_end_in_one_total() -> None:
    output = shown(REPORT, Report((), "Two words", "good.md"))
    assert "good.md: Nothing to object to in 2 words.\n" in output
    errors = REPORT.count("error")
    assert re.search(rf"\n2 files: {errors} errors, .*; nothing to object to in 1 of them\.\n", output)


@settings(max_examples=60)
@given(
    st.text(max_size=300).map(lambda text: f"Root cause: [date] {text}\nActions: we will never do 漢字 {text[:40]}!")
)
def test_it_fits_eighty_columns(text: str) -> None:
    output = shown(Report(review(text, "plan.md"), text, "plan.md"))
    assert max(map(width_of, output.split("\n"))) <= 80


@given(reports())
def test_any_verdict_fits_eighty_columns(report: Report) -> None:
    output = shown(report._replace(file="a.txt", findings=()))
    assert max(map(width_of, output.split("\n"))) <= 80


@pytest.mark.parametrize("filler", ["x", "e\u0301", "\u0301", "漢 ", "\t"])
def test_a_line_of_a_million_characters_shows_its_part_only(filler: str) -> None:
    text = filler * (500_000 // len(filler)) + "bad" + filler * (500_000 // len(filler))
    output = shown(Report([finding(text, "bad")] * 50, text, "a.txt"))
    assert len(output) < 50 * 3_000
    assert "bad" in output


def test_answers_without_sentences_stay_short() -> None:
    verdict = Verdict((Answer("root-cause", "What caused it?", ("It is dated.",), ()),), (), ())
    output = shown(Report((), TEXT, "a.txt", verdict))
    assert "  1. What caused it?\n     there    It is dated.\n\nNothing to object to" in output


@given(st.text(st.sampled_from("ab “”…\u0301\u200d漢字ｱ"), max_size=30), st.integers(0, 40))
def test_as_many_letters_fit_as_there_are_columns_for(text: str, room: int) -> None:
    fits = fitting(text, room)

    assert width_of(text[:fits]) <= room
    assert fits == len(text) or width_of(text[: fits + 1]) > room
