"""The tree of patterns that was kept grown finds what the tree that grows finds."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from amends.review.language.automaton import Automaton
from amends.review.language.words import Lexicon

PIECES = st.sampled_from(
    [
        "we",
        "we|i",
        "will?",
        "sup*",
        "try|seek to_be",
        "..",
        "#",
        "@supplier",
        "are_not|were_not",
        "sorry",
        "our?",
        "to be",
    ]
)
PATTERNS = (
    st.lists(PIECES, min_size=1, max_size=4).map(" ".join).filter(lambda line: line[0] not in ".#" and line[-1] != ".")
)
LEXICONS = st.lists(st.lists(PATTERNS, min_size=1, max_size=4), min_size=1, max_size=3)
TEXTS = st.lists(
    st.sampled_from(
        "we i will are were not try seek to be 3 supplier suppliers support sorry our simply really the".split()
    ),
    max_size=14,
).map(tuple)


def hits(automaton: Automaton, lexicons: list[Lexicon], words: tuple[str, ...]) -> Any:
    found = automaton.occurring(words)
    return [list(found.matches(lexicon, words)) for lexicon in lexicons]


@given(LEXICONS, st.lists(PATTERNS, max_size=2), st.lists(TEXTS, min_size=1, max_size=4), st.randoms())
def test_it_finds_the_same(
    written: list[list[str]], more: list[str], texts: list[tuple[str, ...]], chance: Any
) -> None:
    lexicons = [Lexicon(*patterns) for patterns in written]
    head, nodes = Automaton(lexicons).packed(lexicons)
    now = [*lexicons, Lexicon(tagged=[(pattern, "more") for pattern in more])]
    chance.shuffle(now)

    kept = Automaton(now, head, lambda start, end: nodes[start:end])

    assert len(kept._grown.rest) == 1
    grows = Automaton(now)
    for text in texts:
        assert hits(kept, now, text) == hits(grows, now, text)


@given(LEXICONS, TEXTS)
def test_a_tree_of_a_lexicon_that_is_gone_is_not_used(written: list[list[str]], text: tuple[str, ...]) -> None:
    lexicons = [Lexicon(*patterns) for patterns in written]
    head, nodes = Automaton(lexicons).packed(lexicons)
    changed = [Lexicon(*written[0], "never seen"), *lexicons[1:]]

    kept = Automaton(changed, head, lambda start, end: nodes[start:end])

    assert len(kept._grown.rest) == len(changed)
    assert hits(kept, changed, text) == hits(Automaton(changed), changed, text)
