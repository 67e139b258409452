"""What occurs in a row of words: which lexicons, and for each where its patterns stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter

from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.language.patterns import Pattern, PatternList

# First word, one past the last word, tag.
Match = tuple[int, int, str]
_order = attrgetter("order")


class Occurring:
    """The patterns that occur in a row of words, by lexicon; where they stand is told when it is first asked."""

    __slots__ = ("_matches", "_tags", "lexicons")

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self.lexicons: dict[PatternList, list[Pattern]] = {}
        lexicons = self.lexicons
        for pattern in patterns:
            if pattern.lexicon in lexicons:
                lexicons[pattern.lexicon] += (pattern,)
            else:
                lexicons[pattern.lexicon] = [pattern]
        self._matches: dict[PatternList, tuple[Match, ...]] = {}
        self._tags: dict[PatternList, frozenset[str]] = {}

    def matches(self, lexicon: PatternList, words: tuple[str, ...]) -> tuple[Match, ...]:
        """Where patterns of a lexicon stand in the words, which are those of the row."""
        found = self._matches.get(lexicon)
        if found is None:
            patterns = sorted(self.lexicons.get(lexicon, ()), key=_order)
            found = self._matches[lexicon] = tuple(_longest(patterns, words))
        return found

    def tags(self, lexicon: PatternList) -> frozenset[str]:
        """The tags of the patterns of a lexicon."""
        found = self._tags.get(lexicon)
        if found is None:
            patterns = self.lexicons.get(lexicon, ())
            found = self._tags[lexicon] = frozenset([pattern.tag for pattern in patterns])
        return found


def _longest(patterns: list[Pattern], words: tuple[str, ...]) -> Iterator[Match]:
    """Per tag the longest match at a place, none overlapping."""
    begun: dict[int, dict[str, int]] = {}
    for pattern in patterns:
        for at, end in pattern.places(words):
            best = begun.setdefault(at, {})
            if end > best.get(pattern.tag, 0):
                best[pattern.tag] = end
    ends: dict[str, int] = {}
    for at in sorted(begun):
        for tag, end in begun[at].items():
            if at >= ends.get(tag, 0):
                ends[tag] = end
                yield at, end, tag
