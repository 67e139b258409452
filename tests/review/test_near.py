"""A slip of a known word is told from another word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.review.language.near import Near

NAMES = Near(["oyelaran", "aubin", "park", "parker"])


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("oyelarran", "oyelaran"),
        ("oyeleran", "oyelaran"),
        ("oyelran", "oyelaran"),
        ("aubni", "aubin"),
        ("aubin", ""),
        ("parke", ""),
        ("aubert", ""),
        ("oeylaarn", ""),
        ("", ""),
        ("x" * 10_000, ""),
    ],
)
def test_one_slip_is_told_and_two_are_not(word: str, known: str) -> None:
    assert NAMES.of(word) == known


@given(st.text("abcdef0123", min_size=4, max_size=12), st.data())
def test_every_single_change_is_a_slip_of_the_word(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("xyz"))
    near = Near([word])
    assert near.of(word[:at] + letter + word[at + 1 :]) == word
    assert near.of(word[:at] + letter + word[at:]) == word
