"""Sentences of a letter are found again in the Markdown that a person edits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from amends.plan.placed import placed
from amends.render import markdown
from amends.text import sentences


def words_at(text: str, wanted: list[str]) -> list[str | None]:
    return [text[place.start : place.end] if place else None for place in placed(text, wanted)]


def test_each_sentence_is_found_once_and_in_order() -> None:
    text = "# Plan\n\nWe sold mills. We sold mills.\n\n1. We stopped.\n"

    assert [(8, 22), (23, 37), (42, 53)] == [
        tuple(found or ()) for found in placed(text, ["We sold mills.", "We sold mills.", "We stopped."])
    ]


def test_marks_and_broken_lines_do_not_hide_a_sentence() -> None:
    text = "> We **sold** 129\n> units of\\_B 🙂 here. And *so* on."

    assert ["We **sold** 129\n> units of\\_B 🙂 here.", "And *so* on."] == words_at(
        text, ["We sold 129 units of_B 🙂 here.", "And so on."]
    )


def test_what_stands_there_in_another_form_has_no_place_and_hides_nothing_behind_it() -> None:
    assert [None, "It was late."] == words_at("Fish &amp; chips. It was late.", ["Fish & chips.", "It was late."])


@given(st.text(alphabet="ab \\*_`~.\n>🙂", max_size=80))
def test_places_lie_in_the_text_and_do_not_cross(text: str) -> None:
    letter = markdown.parse(text)
    wanted = [piece.quote for block in letter.blocks for piece in sentences(block.text)]
    at = 0
    for place in placed(text, wanted):
        if place is not None:
            assert at <= place.start < place.end <= len(text)
            at = place.end


def test_marks_alone_take_no_time() -> None:
    for mark in ("_", "*", "\\", "~"):
        placed(mark * 20_000 + "x", [mark * 900 + "y"] * 20)
