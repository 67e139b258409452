"""Word patterns: alternatives, left-out words, stems, gaps, numbers."""

from __future__ import annotations

import pytest

from amends.review.language.words import Lexicon, tokens
from amends.text import folded


def words(text: str) -> tuple[str, ...]:
    return tokens(folded(text), 0, len(text))[0]


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("we will do better", "We will do better.", True),
        ("we will do better", "We'll do better!", True),
        ("did not know", "Staff didn’t know.", True),
        ("can not know", "Nobody cannot know", True),
        ("we|i will try", "I will try", True),
        ("we|i will try", "they will try", False),
        ("our? very? best", "best", True),
        ("our? very? best", "our very best", True),
        ("apolog*", "apologised", True),
        ("apolog*", "an apology", True),
        ("lost .. parcels", "lost two of the four parcels", True),
        ("lost .. parcels", "lost one two three four five parcels", False),
        ("only # orders", "only 7 orders", True),
        ("only # orders", "only seven orders", True),
        ("only # orders", "only late orders", False),
        ("would_you|please reinstate", "would you reinstate it", True),
        ("would_you|please reinstate", "please reinstate it", True),
        ("never again", "never,\nagain", True),
        ("amazon mistake", "Amazon's mistake", True),
    ],
)
def test_pattern(pattern: str, text: str, found: bool) -> None:
    assert Lexicon(pattern).found(words(text)) is found


def test_of_overlapping_patterns_the_longest_wins() -> None:
    lexicon = Lexicon("as soon", "as soon as possible")
    assert list(lexicon.matches(words("as soon as possible"))) == [(0, 4, "")]


def test_tags_are_found_side_by_side() -> None:
    lexicon = Lexicon(tagged=[("late orders", "symptom"), ("late", "time")])
    assert sorted(lexicon.matches(words("late orders"))) == [(0, 1, "time"), (0, 2, "symptom")]


def test_places_of_a_contraction_are_those_of_the_whole_word() -> None:
    found, places = tokens("we didn't", 0, 9)
    assert found == ("we", "did", "not")
    assert places == ((0, 2), (3, 9), (3, 9))


def test_fillers_between_the_words_of_a_pattern_are_passed_over() -> None:
    assert Lexicon("we were not aware").found(("we", "were", "simply", "not", "really", "aware"))
    assert not Lexicon("we were not aware").found(("we", "were", "not", "made", "aware"))


def test_a_run_of_fillers_is_read_in_bounded_depth() -> None:
    assert not Lexicon("we were not aware").found(("we", "were", *("simply",) * 50_000, "aware"))


def test_a_class_stands_for_its_words_and_their_plurals() -> None:
    blame = Lexicon("@supplier .. @deceit")
    assert blame.found(("the", "wholesalers", "have", "lied"))
    assert not blame.found(("the", "buyer", "has", "lied"))
