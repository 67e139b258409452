"""A seller's words as the end of a sentence."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from plan_catalog import case, catalog, cause, fact, slot

from amends.model import Party, Person
from amends.plan.wording import Lexicon, clause, joined, lead_of, named, unshouted

KNOWN = cause(slots=(slot("invoice-gap.x", "text", good="retail stores that list the cheap goods with FBA and UPC"),))
LEXICON = Lexicon(
    case(
        fact("x.supplier", "party", Party("Golden Hand Trading")),
        fact("x.policy", "name", "Goods and list of stores"),
        fact("x.said", "text", "the towel shop in Leeds"),
    ),
    catalog(KNOWN),
)


@pytest.mark.parametrize(
    ("answer", "lead", "expected"),
    [
        ("nobody compared them.", "It was sold because …", "nobody compared them"),
        ("Because nobody compared them", "It was sold because …", "nobody compared them"),
        ("It was sold because nobody compared them", "It was sold because …", "nobody compared them"),
        ("From the shop in town.", "We bought the units from …", "the shop in town"),
        ("It gives an invoice", "A source is on the list only if it …", "gives an invoice"),
        ("We found that two are missing", "The review found that …", "two are missing"),
        ("We sent the form", "It came back after we had …", "sent the form"),
        ("If a point is open", "It is blocked when …", "a point is open"),
        ("since 2022 in one bin", "They were kept …", "since 2022 in one bin"),
        ("since nobody looked", "It was sold because …", "nobody looked"),
        ("that they are right", "We agree because …", "they are right"),
    ],
)
def test_words_of_the_question_are_not_said_twice(answer: str, lead: str, expected: str) -> None:
    assert expected == clause(answer, lead, LEXICON)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("Retail stores.", "retail stores"),
        ("Golden Hand and a friend", "Golden Hand and a friend"),
        ("GOLDEN HAND SOLD THE CHEAP GOODS TO OUR SHOP", "Golden Hand sold the cheap goods to our shop"),
        ("FBA stock", "FBA stock"),
        ("RETAIL STORES", "retail stores"),
        ("Goods from abroad", "goods from abroad"),
        ("Zappler sends the alert", "Zappler sends the alert"),
        ("PO-2291 was LATE", "PO-2291 was LATE"),
        ("eBay and the shop", "eBay and the shop"),
        ("A towel shop", "a towel shop"),
    ],
)
def test_names_keep_their_capitals_and_other_words_lose_them(answer: str, expected: str) -> None:
    assert expected == clause(answer, "They came from …", LEXICON)


def test_several_sentences_become_one_clause() -> None:
    assert "the towel is a plant; goods of it are fine" == clause(
        "The towel is a plant. Goods of it are fine.", "", LEXICON
    )


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("I had no rule", "we had no rule"),
        ("my garage", "our garage"),
        ("I was ill and I forgot", "we were ill and we forgot"),
        ("I am the only user", "I am the only user"),
        ("lasers of class I are fine", "lasers of class I are fine"),
        ("the note “I checked it” in my book", "the note “I checked it” in my book"),
    ],
)
def test_the_letter_speaks_as_we(answer: str, expected: str) -> None:
    assert expected == clause(answer, "", LEXICON)


@pytest.mark.parametrize(
    ("answer", "lead", "expected"),
    [
        ("No license.", "It is refused if …", "there is no license"),
        ("no license is there", "It is refused if …", "no license is there"),
        ("3 complaints", "It is closed when …", "there are 3 complaints"),
        ("3 units fail", "It is closed when …", "3 units fail"),
        ("No license.", "What was missing: …", "no license"),
    ],
)
def test_a_bare_noun_behind_if_becomes_a_clause(answer: str, lead: str, expected: str) -> None:
    assert expected == clause(answer, lead, LEXICON)


@given(st.text(max_size=120), st.sampled_from(["", "It was sold because …", "We bought it from …", "It stops when …"]))
@example(answer="²", lead="It stops when …")
def test_a_clause_is_bounded_and_never_ends_in_a_stop(answer: str, lead: str) -> None:
    words = clause(answer, lead, LEXICON)

    assert len(words) <= len(answer) + 60
    assert not words.endswith((".", ";", ",", " "))


@given(
    st.lists(st.sampled_from("the towel shop sold old goods to Golden Hand in Leeds for PO-2291".split()), min_size=2)
)
def test_what_reads_well_is_left_alone(words: list[str]) -> None:
    answer = " ".join(["a", *words])

    assert answer == clause(answer, "They came from …", LEXICON)


@given(st.text(alphabet="AI abc.", max_size=400))
def test_long_answers_take_time_in_proportion(answer: str) -> None:
    assert clause(answer * 50, "It was sold because …", LEXICON) is not None


def test_only_the_beginning_of_a_sentence_is_a_lead() -> None:
    assert "They are kept in …" == lead_of(slot("a.b", "text", "They are kept in …"))
    assert "" == lead_of(slot("a.b", "name", "Where are they kept?"))
    assert "" == lead_of(None)


def test_a_name_loses_the_marks_that_the_sentence_sets_itself() -> None:
    assert ["Kills germs", "Kills “all” germs", "Ann's", '"'] == [
        named('"Kills germs"'), named("Kills “all” germs"), named("Ann's"), named('"'),
    ]  # fmt: skip


def test_roles_do_not_shout_and_titles_are_joined() -> None:
    assert [Person("A B", "owner"), Person("A B", "CEO")] == [
        unshouted(Person("A B", "OWNER")), unshouted(Person("A B", "CEO")),
    ]  # fmt: skip
    assert "Supplier invoices, FDA letter and contact details" == joined(
        ["Supplier invoices", "FDA letter", "Contact details"]
    )


def test_a_lexicon_of_an_empty_case_knows_the_catalogue_only() -> None:
    lexicon = Lexicon(replace(case(), facts={}, notices=()), catalog(KNOWN))

    assert (True, False, True) == (lexicon.is_small("Retail"), lexicon.is_small("Golden"), lexicon.is_small("The"))
    assert re.fullmatch(r"[a-z]+", sorted(lexicon.small)[0])
