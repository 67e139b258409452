"""Redrafting keeps what a person wrote; nothing that either side wrote is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.plan.merge import Clash, Merged, merge, pieces

BASE = """# Plan of Action

Dear Amazon Seller Performance Team,

## Root Cause

Marlow sold us 268 units. The invoices lacked our name. We accepted them.

## Corrective Actions

1. We reviewed all invoices on 6 March 2026.

2. We closed the listing on 3 March 2026.

## Preventive Measures

1. Mara checks every supplier before the first order.
"""
SENTENCES = [
    "We sold mills.",
    "It was 3 March.",
    "Amazon asked.",
    "1. First point.",
    "2. Second point.",
    "## A part",
    "Ünd 🙂 so.",
]
texts = st.lists(st.tuples(st.sampled_from(SENTENCES), st.sampled_from([" ", "\n", "\n\n"])), max_size=14).map(
    lambda parts: "".join(sentence + space for sentence, space in parts)
)


def words_of(text: str) -> set[str]:
    """The words of a text but the numbers of points, which are counted anew."""
    return {word for word in text.split() if not word.rstrip(".").isdigit()}


def test_an_edit_by_hand_and_a_new_answer_come_together() -> None:
    mine = BASE.replace("We accepted them.", "We accepted them, and that was our mistake. I am sorry.")
    drafted = BASE.replace("268 units", "280 units").replace(
        "2. We closed", "2. We recalled 74 units on 4 March 2026.\n\n3. We closed"
    )
    merged = merge(BASE, mine, drafted)

    assert () == merged.clashes
    assert merged.chosen(()) == drafted.replace(
        "We accepted them.", "We accepted them, and that was our mistake. I am sorry."
    )


def test_a_sentence_added_by_hand_stays_where_the_rules_add_a_point() -> None:
    mine = BASE.replace("on 3 March 2026.", "on 3 March 2026. Nobody could buy it after that.")
    drafted = BASE.replace("on 3 March 2026.", "on 3 March 2026.\n\n3. We recalled 74 units.")

    assert "on 3 March 2026. Nobody could buy it after that.\n\n3. We recalled 74 units.\n" in merge(
        BASE, mine, drafted
    ).chosen(())


def test_points_are_counted_anew() -> None:
    mine = BASE.replace("1. We reviewed", "1. We stopped all orders.\n\n2. We reviewed").replace(
        "2. We closed", "3. We closed"
    )
    drafted = BASE.replace(
        "2. We closed the listing on 3 March 2026.", "2. We closed the listing on 3 March 2026.\n\n3. We paid."
    )
    lines = [line[:15] for line in merge(BASE, mine, drafted).chosen(()).splitlines() if line[:1].isdigit()]

    assert ["1. We stopped a", "2. We reviewed ", "3. We closed th", "4. We paid.", "1. Mara checks "] == lines


def test_the_same_sentence_changed_twice_is_for_the_person_to_choose() -> None:
    mine = BASE.replace("Marlow sold us 268 units.", "Marlow, our supplier, sold us 268 units.")
    drafted = BASE.replace("Marlow sold us 268 units.", "Marlow sold us 280 units.")
    merged = merge(BASE, mine, drafted)

    assert (
        Clash("Marlow sold us 268 units.", "Marlow, our supplier, sold us 268 units.", "Marlow sold us 280 units."),
    ) == merged.clashes
    assert mine == merged.chosen(["mine"])
    assert drafted == merged.chosen(["drafted"])
    assert "Marlow, our supplier, sold us 268 units. Marlow sold us 280 units. The" in merged.chosen(["both"])


def test_neighbours_that_were_changed_by_one_side_each_do_not_clash() -> None:
    mine = BASE.replace("The invoices lacked our name.", "The invoices did not name us.")
    drafted = BASE.replace("268 units", "280 units")
    merged = merge(BASE, mine, drafted)

    assert () == merged.clashes
    assert "Marlow sold us 280 units. The invoices did not name us. We" in merged.chosen(())


def test_a_point_that_a_person_took_out_and_the_rules_changed_is_a_clash() -> None:
    mine = BASE.replace("2. We closed the listing on 3 March 2026.\n\n", "")
    drafted = BASE.replace("on 3 March 2026", "on 5 March 2026")
    merged = merge(BASE, mine, drafted)

    (clash,) = merged.clashes
    assert "" == clash.mine.strip()
    assert "5 March 2026" in clash.drafted


def test_as_many_choices_as_clashes() -> None:
    with pytest.raises(ValueError, match="1 clash"):
        Merged((Clash("", "a", "b"),)).chosen([])


@given(texts)
def test_pieces_put_together_are_the_text(text: str) -> None:
    assert text == "".join(piece.text for piece in pieces(text))


@given(texts, texts)
def test_what_only_one_side_changed_is_that_side(base: str, changed: str) -> None:
    assert changed == merge(base, changed, base).chosen(())
    assert changed == merge(base, base, changed).chosen(())
    assert changed == merge(base, changed, changed).chosen(())


@given(texts, texts, texts)
def test_nothing_that_a_side_wrote_is_lost(base: str, mine: str, drafted: str) -> None:
    merged = merge(base, mine, drafted)
    kept = set().union(
        *(words_of(part) if isinstance(part, str) else set().union(*map(words_of, part)) for part in merged.parts)
    )

    assert not (words_of(mine) | words_of(drafted)) - words_of(base) - kept
    both = merged.chosen(["both"] * len(merged.clashes))
    assert not (words_of(mine) | words_of(drafted)) - words_of(base) - words_of(both)


@given(st.text(max_size=200), st.text(max_size=200), st.text(max_size=200))
def test_any_text_can_be_merged(base: str, mine: str, drafted: str) -> None:
    merged = merge(base, mine, drafted)
    merged.chosen(["both"] * len(merged.clashes))


def test_a_text_of_one_sentence_over_and_over_takes_no_time() -> None:
    many = "Again. " * 60_000

    assert many + "New." == merge(many, many + "New.", many).chosen(())
    merge(many, "Mine. " + many, many + "Theirs. ")
    merge("Again. Once. " * 20_000, "Once. Again. " * 20_000, "Again. " * 20_000)
