"""All patterns searched for at once find what each finds by itself, whatever was searched before."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from amends.review.language.automaton import Automaton
from amends.review.language.patterns import may_occur, needed
from amends.review.language.words import Lexicon

WORDS = ("we", "will", "simply", "really", "not", "try", "trying", "lost", "seven", "7", "parcels", "courier", "x")
LOOSE = frozenset(("..", "not?", "parcels?"))
PIECES = (
    "we",
    "we|will",
    "not?",
    "tr*",
    "try*",
    "..",
    "#",
    "@carrier",
    "lost",
    "we_will|not",
    "parcels?",
    "x",
    "seven",
)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map(" ".join), min_size=1, max_size=4),
    st.lists(st.lists(st.sampled_from(WORDS), max_size=9), min_size=1, max_size=4),
)
def test_a_pattern_is_found_where_it_matches_and_nowhere_else(patterns: list[str], rows: list[list[str]]) -> None:
    """Together with other patterns and after other rows as alone and at first."""
    patterns = [
        pattern for pattern in patterns if not pattern.startswith("..") and not LOOSE.issuperset(pattern.split())
    ]
    together = Lexicon(tagged=[(pattern, str(at)) for at, pattern in enumerate(patterns)], apart=True)
    for row in rows:
        words = tuple(row)
        alone = {str(at) for at, pattern in enumerate(patterns) if Lexicon(pattern, apart=True).found(words)}
        assert together.tags(words) == alone
        # `places` reads the words by itself, without the automaton.
        held = {tag for _, _, tag in together.matches(words)}
        assert held == alone


@given(
    st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map(" ".join), min_size=1, max_size=3),
    st.lists(st.sampled_from(WORDS), max_size=9),
    st.integers(0, 9),
    st.integers(0, 9),
)
def test_some_words_hold_no_pattern_that_all_do_not_hold(
    patterns: list[str], row: list[str], first: int, last: int
) -> None:
    patterns = [pattern for pattern in patterns if not pattern.startswith("..")]
    lexicon = Lexicon(*patterns, apart=True)
    words = tuple(row)

    assert lexicon.within(words, first, last) == lexicon.found(words[first:last])


@given(
    st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map(" ".join), min_size=1, max_size=3),
    st.lists(st.sampled_from(WORDS), max_size=9),
)
def test_where_a_pattern_occurs_stands_what_it_needs(patterns: list[str], row: list[str]) -> None:
    patterns = [pattern for pattern in patterns if not pattern.startswith("..")]
    held = Lexicon(*patterns, apart=True)

    occurs = held in Automaton([held]).occurring(tuple(row)).lexicons

    assert may_occur(needed(patterns), row) or not occurs
