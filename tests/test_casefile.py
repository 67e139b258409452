"""case.yaml: what is written reads back, mistakes come all at once, comments stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends import casefile
from amends.errors import Invalid
from amends.model import Case, Notice
from tests.cases import fact, facts, full, notice


def reading(name: str) -> Notice | None:
    return notice() if name == "notice/notice.txt" else None


def test_a_case_with_every_type_of_fact_reads_back_the_same() -> None:
    case = full()

    assert case == casefile.read(casefile.write(case), "case.yaml", reading)


def test_the_same_case_is_written_as_the_same_text() -> None:
    assert casefile.write(full()) == casefile.write(full())


@given(
    st.text(min_size=3, max_size=60).filter(lambda t: t.strip(" .;,") and len(" ".join(t.split()).rstrip(" .;,")) > 2)
)
def test_any_words_of_a_seller_survive(words: str) -> None:
    clause = " ".join(words.split()).rstrip(" .;,")
    case = Case(facts=facts(fact("a.text", "text", clause)))

    assert case == casefile.read(casefile.write(case), "case.yaml", reading)


MISTAKES = """\
amends: 1
route: letter
notises: []
facts:
  case.received:
    type: date
    value: 30 February 2026
    said-by: Dana
    on: 2026-03-20
  a.b:
    type: colour
    value: red
    said-by: Dana
    on: 2026-03-20
exhibits:
  - label: A
"""


def test_mistakes_are_reported_all_at_once_with_their_lines() -> None:
    with pytest.raises(Invalid) as caught:
        casefile.read(MISTAKES, "case.yaml", reading)

    places = {(problem.path, problem.line) for problem in caught.value.problems}
    assert {("route", 2), ("notises", 3), ("facts.case.received.value", 7), ("facts.a.b", 11)} <= places
    assert any("did you mean “notices”" in problem.message for problem in caught.value.problems)
    assert any(problem.path.startswith("exhibits[1]") for problem in caught.value.problems)


def test_a_fact_without_a_source_is_a_mistake() -> None:
    text = "amends: 1\nfacts:\n  a.b: {type: text, value: some words}\n"

    with pytest.raises(Invalid, match="needs one source"):
        casefile.read(text, "case.yaml", reading)


def test_a_notice_that_changed_on_disk_is_a_mistake() -> None:
    text = "amends: 1\nnotices:\n  - {file: notice/notice.txt, sha256: abc}\n"

    with pytest.raises(Invalid, match="put the original back"):
        casefile.read(text, "case.yaml", reading)


def test_comments_of_a_person_stay_when_the_case_is_saved() -> None:
    text = casefile.write(full()).replace("  a.count:\n", "  # counted twice by hand\n  a.count:\n")
    changed = full()
    changed = replace(changed, facts=changed.facts | facts(fact("a.new", "date", date(2026, 3, 1))))

    saved = casefile.write(changed, text)

    assert "# counted twice by hand" in saved
    assert changed == casefile.read(saved, "case.yaml", reading)
