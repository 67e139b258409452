"""A letter held against its case: what the case does not know is a finding, what it knows is none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from amends.model import Case, Exhibit, Fact, Item, Plan, Section, Sentence, Source
from amends.review import review
from amends.review.samples import CASE, CATALOG

LETTER = (Path(__file__).parent / "grounded.md").read_text(encoding="utf-8")


def found(text: str, case: Case = CASE, plan: Plan | None = None, today: date | None = None) -> list[tuple[str, str]]:
    findings = review(text, "plan.md", case=case, catalog=CATALOG, plan=plan, today=today)
    return [(f.rule, f.span.quote) for f in findings if f.rule[:2] in ("GR", "EV", "SU")]


def test_a_letter_that_says_what_the_case_knows_is_clean() -> None:
    assert found(LETTER) == []


@pytest.mark.parametrize(
    ("words", "instead", "rule", "quote"),
    [
        ("On 4 May 2026 we stopped", "On 5 May 2026 we stopped", "GR03", "5 May 2026"),
        ("all 340 units", "all 304 units", "GR04", "304"),
        ("of ASIN B0C1234567 (", "of ASIN B0C1234576 (", "GR05", "B0C1234576"),
        ("from Harbor Lane Wholesale LLC", "from Harbour Line Ltd", "GR06", "Harbour Line Ltd"),
        ("Since 4 May 2026 Dana Ruiz", "Since 4 May 2026 our manager Martin Oakes", "GR06", "Martin Oakes"),
        ("units of ASIN B0C1234567 (Exhibit A, invoice-hl-2231.pdf)", "units (count.pdf)", "EV03", "count.pdf"),
        (
            "units of ASIN B0C1234567 (Exhibit A,",
            "units of ASIN B0C1234567 (Exhibit B,",
            "EV05",
            "Exhibit B, invoice-hl-2231.pdf",
        ),
    ],
)
def test_what_the_case_does_not_know(words: str, instead: str, rule: str, quote: str) -> None:
    assert words in LETTER
    assert (rule, quote) in found(LETTER.replace(words, instead))


def test_an_asin_of_the_notice_that_the_letter_leaves_out_shows_the_notice() -> None:
    findings = review(LETTER.replace("B0C1234567", "the mat"), "plan.md", case=CASE, catalog=CATALOG)
    finding = next(f for f in findings if f.rule == "GR01")
    assert finding.related[0].file == "notice.eml"
    assert "B0C1234567" in finding.related[0].quote


def test_an_ask_without_its_document_is_an_error_and_a_note_where_another_document_answers() -> None:
    without = replace(CASE, exhibits=())
    text = LETTER.replace(" (Exhibit A, invoice-hl-2231.pdf)", "")
    assert [f.level for f in review(text, "plan.md", case=without, catalog=CATALOG) if f.rule == "GR02"] == ["error"]


def test_an_ask_that_the_seller_cannot_meet_is_a_warning() -> None:
    reason = Fact(
        "documents.supplier-invoice", "exhibit", None, Source("statement", "Dana Ruiz"), "The supplier closed"
    )
    without = replace(CASE, exhibits=(), facts={**CASE.facts, reason.key: reason})
    text = LETTER.replace(" (Exhibit A, invoice-hl-2231.pdf)", "")
    assert [f.level for f in review(text, "plan.md", case=without, catalog=CATALOG) if f.rule == "GR02"] == ["warning"]


def test_a_file_under_its_original_name_is_told_its_safe_name() -> None:
    text = LETTER.replace("invoice-hl-2231.pdf", "HL2231.pdf")
    exhibit = Exhibit("A", "supplier-invoice", "invoice-hl-2231.pdf", "HL2231.pdf", "1" * 64, 9, date(2026, 5, 6))
    findings = review(text, "plan.md", case=replace(CASE, exhibits=(exhibit,)), catalog=CATALOG)
    assert {f.message for f in findings if f.rule == "EV03"} == {
        "“HL2231.pdf” is not among the exhibits; write invoice-hl-2231.pdf."
    }


def test_what_the_drafted_plan_says_needs_no_second_proof() -> None:
    sentence = Sentence("We keep the receiving sheets for 24 months in Trello.")
    items = (Item("receiving-check", (sentence,)),)
    plan = Plan(
        "inauthentic", "plan", (Section("preventive-measures", None, items),), (), date(2026, 5, 4), date(2026, 6, 1)
    )
    text = LETTER + "\nWe keep the receiving sheets for 24 months in Trello. Complete by 1 June 2026.\n"
    assert {rule for rule, _ in found(text)} == {"GR03", "GR04", "GR06"}
    assert found(text, plan=plan) == []


def test_a_plan_where_amazon_wants_documents() -> None:
    assert ("SU04", "Root Cause") in found(LETTER, replace(CASE, route="documents"))


def test_an_action_told_as_done_after_today() -> None:
    assert ("GR10", "4 May 2026") in found(LETTER, today=date(2026, 5, 3))
    assert found(LETTER, today=date(2026, 5, 4)) == []


def test_an_action_before_the_notice() -> None:
    early = {**CASE.facts, "x.date": Fact("x.date", "date", date(2026, 4, 1), Source("statement", "Dana Ruiz"))}
    text = LETTER.replace("On 4 May 2026 we", "On 1 April 2026 we")
    assert ("GR11", "1 April 2026") in found(text, replace(CASE, facts=early))
