"""Differences between two versions, by words; together they give back both texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from amends.plan.difference import Change, difference

words = st.lists(
    st.sampled_from(["We", "sold", "mills", "129", "units.", "\n\n", "It", "was", "late.", "🙂"]), max_size=30
)


def test_a_changed_figure_is_shown_within_its_sentence() -> None:
    assert (
        Change("same", "We sold "),
        Change("out", "129"),
        Change("in", "131"),
        Change("same", " mills. It was late."),
    ) == difference("We sold 129 mills. It was late.", "We sold 131 mills. It was late.")


def test_a_sentence_that_was_written_anew_is_not_cut_to_pieces() -> None:
    before, after = "Our supplier sent bad papers to us.", "Nobody compared the invoice with our legal name."

    assert (Change("out", before), Change("in", after)) == difference(before, after)


def test_what_was_added_between_is_all_that_differs() -> None:
    assert (Change("same", "One. "), Change("in", "Two. "), Change("same", "Three.")) == difference(
        "One. Three.", "One. Two. Three."
    )


@given(words, words)
def test_both_texts_are_in_the_difference(one: list[str], other: list[str]) -> None:
    before, after = " ".join(one), " ".join(other)
    found = difference(before, after)

    assert before == "".join(change.text for change in found if change.kind != "in")
    assert after == "".join(change.text for change in found if change.kind != "out")


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_can_be_compared(before: str, after: str) -> None:
    found = difference(before, after)

    assert before == "".join(change.text for change in found if change.kind != "in")
    assert after == "".join(change.text for change in found if change.kind != "out")


def test_long_texts_without_a_unique_word_take_no_time() -> None:
    difference("so it was. " * 50_000, "it was so. " * 50_000)
    difference("a " * 200_000, "b a " * 100_000)
