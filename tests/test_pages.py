"""A dictionary kept as pages of text says of a word what it was told, and nothing of any other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from amends.pages import STEM, begun, looked_up, paged

WORDS = st.text(st.sampled_from("abcé'-0"), min_size=1, max_size=6)
SAID = st.text(st.sampled_from("ab é;=\t"), max_size=5)


@given(st.dictionaries(WORDS, SAID), st.lists(WORDS))
def test_what_is_said_of_a_word_is_found(said: dict[str, str], others: list[str]) -> None:
    pages = paged(said)

    assert {word: looked_up(pages, word) for word in said} == said
    assert [looked_up(pages, word) for word in others] == [said.get(word) for word in others]


@given(st.dictionaries(WORDS.filter(lambda word: len(word) >= STEM), SAID), st.lists(WORDS))
def test_the_stems_of_a_word_are_found(said: dict[str, str], words: list[str]) -> None:
    pages = paged(said, STEM)

    for word in words:
        assert sorted(begun(pages, word)) == sorted(line for stem, line in said.items() if word.startswith(stem))
