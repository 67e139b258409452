"""Sentence patterns: slots, number, clauses that drop out, and faults."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends import pattern

WORDS = {"date": "3 May 2026", "asins": "B0A and B0B", "units": "340 units"}


def filled(text: str, **words: str) -> pattern.Filled:
    def resolve(ref: pattern.Ref) -> tuple[str, str] | None:
        if ref.number:
            return ref.number[1], ref.name
        return (words[ref.name], ref.name) if ref.name in words else None

    return pattern.fill(text, resolve)


def test_slots_become_words_and_facts() -> None:
    result = filled("we closed {asins} on {date}.", **WORDS)

    assert pattern.Filled("We closed B0A and B0B on 3 May 2026.", ("asins", "date")) == result


def test_a_clause_drops_out_when_its_slot_is_empty() -> None:
    text = "On {date}, we closed {asins}[ and withdrew {units}]."

    assert filled(text, date="3 May", asins="B0A").text == "On 3 May, we closed B0A."
    assert filled(text, **WORDS).text == "On 3 May 2026, we closed B0A and B0B and withdrew 340 units."


def test_the_number_of_a_value_chooses_the_word() -> None:
    assert filled("{asins} {asins?was|were} closed.", **WORDS).text == "B0A and B0B were closed."


def test_what_is_missing_is_named_and_nothing_is_said() -> None:
    assert pattern.Filled("", (), ("date", "owner")) == filled("On {date}, {owner} did it.", asins="B0A")


@pytest.mark.parametrize("text", ["{a", "a}", "[a", "a]", "[a [b]]", "{a?b}", "{A b}", "{}"])
def test_broken_patterns_are_faults(text: str) -> None:
    with pytest.raises(pattern.Fault):
        pattern.parse(text)


@given(st.text(max_size=80))
def test_a_value_is_never_read_as_a_pattern(value: str) -> None:
    text = filled("Seen: {asins}.", asins=f"x{value}x").text

    assert " ".join(f"x{value}x".split())[:1] in text
    assert text.count("{") == value.count("{")


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("It came from {place}.", "from a shop", "It came from a shop."),
        ("It stops if {place}.", "if it rains", "It stops if it rains."),
        ("They are kept in {place}.", "at home", "They are kept at home."),
        ("They are kept in {place}.", "in a box", "They are kept in a box."),
        ("They are kept in {place}.", "a box", "They are kept in a box."),
        ("It went to {place}.", "to", "It went to to."),
        ("{place} is it.", "the shop", "The shop is it."),
        ("Kept[ in {place}] so far.", "under the bench", "Kept under the bench so far."),
    ],
)
def test_a_small_word_is_not_said_twice_where_a_value_begins(text: str, value: str, expected: str) -> None:
    assert expected == filled(text, place=value).text


def test_a_clause_can_be_left_out_where_the_sentence_is_not() -> None:
    def known(ref: pattern.Ref) -> tuple[str, str] | None:
        return "none", ref.name

    text = pattern.fill("We sold {units}[, of them {units} late].", known, lambda ref: None).text

    assert "We sold none." == text
