"""What a letter says otherwise than its case is shown with what the case says, who said it and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from amends.model import Ask, Case, Count, Fact, Finding, Identifier, Party, Source, Span
from amends.review import review
from amends.review.likeness import Earlier
from amends.review.samples import CASE, CATALOG, FAILING, NOTICE
from tests.examples import Worked
from tests.review.held import Letter, held, letters

HERE = Path(__file__).parent
LETTER = (HERE / "grounded.md").read_text(encoding="utf-8")
OWN_WORDS = (HERE / "own-words.md").read_text(encoding="utf-8")
SAID = Source("statement", "Dana Ruiz", on=date(2026, 5, 6))


def found(text: str, rule: str, case: Case = CASE, earlier: tuple[Earlier, ...] = ()) -> list[Finding]:
    findings = review(text, "plan.md", case=case, catalog=CATALOG, earlier=earlier)
    return [finding for finding in findings if finding.rule == rule]


def with_facts(*facts: Fact) -> Case:
    return replace(CASE, facts={**CASE.facts, **{fact.key: fact for fact in facts}})


@pytest.mark.parametrize(
    ("words", "instead", "rule", "message", "quote"),
    [
        ("On 4 May 2026 we stopped", "On 7 May 2026 we stopped", "GR03",
         "7 May 2026; the case says 4 May 2026 (Dana Ruiz, 6 May 2026).", "4 May 2026"),
        ("all 340 units", "all 304 units", "GR04",
         "the number 304; the case says 340 units (Dana Ruiz, 6 May 2026).", "340 units"),
        ("of ASIN B0C1234567 (", "of ASIN B0C1234576 (", "GR05", "ASIN B0C1234576; the notice has B0C1234567.",
         "Hello, on 2 May 2026 we removed your listing B0C1234567 because of complaints about"),
        ("from Harbor Lane Wholesale LLC", "from Harbour Lane Wholesale LLC", "GR06",
         "“Harbour Lane Wholesale LLC”; the case says Harbor Lane Wholesale LLC (Dana Ruiz, 6 May 2026).",
         "Harbor Lane Wholesale LLC (12 Dock St, Newark NJ 07102)"),
    ],
)  # fmt: skip
def test_both_quotes_are_shown(words: str, instead: str, rule: str, message: str, quote: str) -> None:
    assert words in LETTER
    (finding,) = found(LETTER.replace(words, instead), rule)
    assert finding.message.startswith(f"The case does not know {message}")
    assert [related.quote for related in finding.related] == [quote]


def test_none_is_shown_where_two_facts_could_be_meant() -> None:
    case = with_facts(Fact("stock-stopped#2.date", "date", date(2026, 5, 5), SAID))
    (finding,) = found(LETTER.replace("On 4 May 2026 we stopped", "On 7 May 2026 we stopped"), "GR03", case)
    assert finding.related == ()
    assert "the case says" not in finding.message


def test_a_supplier_of_another_name_is_shown_the_only_one_of_the_case() -> None:
    (finding,) = found(LETTER.replace("Harbor Lane Wholesale LLC", "Eastgate Trading Ltd"), "GR06")
    assert "the case says Harbor Lane Wholesale LLC" in finding.message
    two = with_facts(Fact("other.supplier", "party", Party("Pine Street Goods Inc"), SAID))
    (finding,) = found(LETTER.replace("Harbor Lane Wholesale LLC", "Eastgate Trading Ltd"), "GR06", two)
    assert finding.related == ()


def test_a_number_is_known_for_what_it_measures_only() -> None:
    case = with_facts(Fact("archive.kept", "count", Count(24, "month"), SAID))
    text = LETTER + "\nEach sheet is kept for 24 {}.\n"
    assert found(text.format("months"), "GR04", case) == []
    assert found(LETTER + "\nEach sheet is kept for two years.\n", "GR04", case) == []
    assert [f.span.quote for f in found(text.format("weeks"), "GR04", case)] == ["24 weeks"]


def test_the_number_of_a_day_is_no_count() -> None:
    assert [f.span.quote for f in found(LETTER + "\nWe closed 4 listings.\n", "GR04")] == ["4"]


def test_several_days_before_one_month_are_days() -> None:
    assert found(LETTER + "\nWe counted the stock on 2, 3 and 4 May 2026.\n", "GR04") == []


def test_what_the_case_says_of_something_else_is_a_contradiction() -> None:
    text = LETTER.replace("On 4 May 2026 we stopped all", "On 6 May 2026 the stock was stopped,")
    (finding,) = found(text, "GR18")
    assert finding.span.quote == "6 May 2026"
    assert finding.related[0].note == "Stock stopped, date (Dana Ruiz, 6 May 2026)"


def test_a_sentence_that_a_person_answers_for_is_not_held_against_the_case() -> None:
    sentence = "On 6 May 2026 the stock was stopped once more."
    text = LETTER + f"\n{sentence}\n"
    assert found(text, "GR18") != []
    assert found(text, "GR18", with_facts(Fact("statement.1", "text", sentence, SAID))) == []


def test_ten_thousand_asins_of_the_notice_are_one_finding() -> None:
    many = tuple(f"B0{number:08}" for number in range(10_000))
    ids = tuple(Identifier("asin", asin, Span(0, 5, "Hello")) for asin in many)
    case = replace(CASE, notices=(NOTICE._replace(identifiers=ids),))
    case = replace(case, facts={**case.facts, "case.asins": Fact("case.asins", "asins", many, SAID)})
    (finding,) = found(LETTER, "GR01", case)
    assert finding.message.startswith("The notice names 10,000 ASINs that this letter does not: B000000000, ")
    assert len(finding.message) < 160


def test_a_sentence_of_many_unknown_asins_is_one_finding() -> None:
    text = LETTER + "\nWe also closed " + ", ".join(f"B0ZZ{number:06}" for number in range(300)) + ".\n"
    (finding,) = found(text, "GR05")
    assert "300 of the numbers here: B0ZZ000000" in finding.message
    assert found(text, "GR06") == []


def test_the_newest_notice_asks() -> None:
    ask = Ask("invoices", "comply", Span(0, 5, "Hello"))
    first = NOTICE._replace(asks=(*NOTICE.asks, ask))
    reply = NOTICE._replace(file="reply.eml", asks=NOTICE.asks[:1], identifiers=())
    without = LETTER.replace(" (Exhibit A, invoice-hl-2231.pdf)", "")
    assert found(without, "GR02", replace(CASE, exhibits=(), notices=(first,))) != []
    assert found(without, "GR02", replace(CASE, exhibits=(), notices=(first, reply))) == []
    assert found("Root cause: our listing had no invoice.", "GR01", replace(CASE, notices=(first, reply))) == []


def test_an_earlier_submission_that_said_another_number_is_shown() -> None:
    sent = Earlier("submissions/001/plan.md", LETTER.replace("all 340 units", "all 300 units"), 1)
    (finding,) = found(LETTER, "SU12", earlier=(sent,))
    assert finding.span.quote == "340"
    assert "submission 1 said 300" in finding.message
    assert "all 300 units of ASIN B0C1234567" in finding.related[0].quote
    assert found(LETTER, "SU12", earlier=(sent._replace(attempt=0),)) == []


def test_an_exhibit_outside_of_the_days_asked_for_is_told_once() -> None:
    asked = "Please send invoices of the last 365 days."
    notice = NOTICE._replace(text=asked, asks=(Ask("invoices", "comply", Span(7, 25, asked[7:25])),))
    unread = replace(FAILING, checks=())
    other = replace(FAILING, checks=(FAILING.checks[0]._replace(rule="DC03", name="wrong-kind"),))
    for exhibit, rules in ((FAILING, ["EV13"]), (unread, ["EV11"]), (other, ["EV11", "EV13"])):
        case = replace(CASE, notices=(notice,), exhibits=(*CASE.exhibits, exhibit))
        said = [*found(LETTER, "EV11", case), *found(LETTER, "EV13", case)]
        assert [finding.rule for finding in said] == rules


def test_what_the_case_does_not_know_is_not_told_twice() -> None:
    sent = Earlier("submissions/001/plan.md", LETTER, 1)
    wrong = LETTER.replace("all 340 units", "all 304 units")
    assert found(wrong, "GR04", earlier=(sent,)) != []
    assert found(wrong, "SU12", earlier=(sent,)) == []


def test_a_correction_that_is_told_needs_no_finding() -> None:
    sent = Earlier("submissions/001/plan.md", LETTER.replace("all 340 units", "all 300 units"), 1)
    told = LETTER.replace(
        "invoice-hl-2231.pdf).\n\n## Prev", "invoice-hl-2231.pdf). Our first plan said 300.\n\n## Prev"
    )
    assert told != LETTER
    assert found(told, "SU12", earlier=(sent,)) == []


@pytest.fixture(scope="module")
def example(worked: Worked) -> Letter:
    return next(letter for letter in letters(worked) if letter.id == "inauthentic")


@pytest.mark.parametrize("bare", [False, True], ids=["with the drafted plan", "with the facts only"])
def test_the_same_case_told_in_other_words_is_clean(example: Letter, bare: bool) -> None:
    assert held(example, OWN_WORDS, bare) == []


@pytest.mark.parametrize(
    ("words", "instead", "rule", "says"),
    [
        ("268 units", "286 units", "GR04", "268 units"),
        ("74 units", "47 units", "GR04", "74 units"),
        ("74 units", "180 units", "GR18", "74 units"),
        ("created on March 4", "created on March 6", "GR18", "4 March 2026"),
        ("THSTL0304", "THSTL0340", "GR05", "THSTL0304"),
        ("cover 180 mills", "cover 810 mills", "GR04", "180"),
        ("March 11, 2026", "March 13, 2026", "GR18", "11 March 2026"),
        ("our bookkeeper", "our warehouse manager", "GR19", "bookkeeper"),
        ("36 months", "36 weeks", "GR04", ""),
        ("within 24 hours", "within 36 hours", "GR04", "24 hours"),
        ("From April 1", "From May 1", "GR03", "1 April 2026"),
        ("from Marlow & Reed Wholesale Inc", "from Eastgate Trading Co", "GR06", "Marlow & Reed Wholesale Inc"),
        ("Thistledown Pantry & Table LLC;", "Thistledown Pantry and Tables LLC;", "GR06",
         "Thistledown Pantry & Table LLC"),
    ],
)  # fmt: skip
def test_a_contradiction_in_other_words_shows_the_fact(
    example: Letter, words: str, instead: str, rule: str, says: str
) -> None:
    assert words in OWN_WORDS
    messages = [f.message for f in held(example, OWN_WORDS.replace(words, instead)) if f.rule == rule]
    assert messages != []
    assert any(says in message for message in messages), messages
