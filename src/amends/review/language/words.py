"""Words of a statement, and word patterns found in them without a regular expression each.

A pattern is a line of words: `we|i will try|strive our? very? best`. `a|b` are alternatives, `word?` may be left
out, `two_words` stands for "two words" among alternatives, `stem*` stands for every word that begins so (three
letters at least), `@class` for every word of that class (see `classes.py`), `..` for up to four words of any kind,
`#` for a number. Contractions are read in full (`didn't`
as `did not`), so a pattern is written once. Matching costs a look-up a word, however many patterns there are, and
ignores line breaks, punctuation and fillers such as "simply" between the words.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from operator import itemgetter
from weakref import ref

from amends import snapshot
from amends.review.language.automaton import Automaton
from amends.review.language.grown import NODES, PART
from amends.review.language.occurring import Match, Occurring
from amends.review.language.patterns import Needs, PatternList, is_number, may_occur, needed

__all__ = ["MASKED", "Lexicon", "Reading", "Words", "is_number", "tokens"]

_WORD = r"\d[\d,.]*\d|[^\W_](?:[\w'&-]*[^\W_])?|%"
# The same for a text of ASCII alone, as most are once quotes and dashes are plain; about twice as fast.
_PLAIN_WORD = re.compile(
    r"([a-z]+(?:[0-9_'&-][a-z0-9_'&-]*(?<![_'&-]))?|\d(?:[\d,.]*\d|(?:[a-z0-9_'&-]*[a-z0-9])?)|%)", re.A
)
_SHORTENED = re.compile("'|cannot")
_WHOLE = {
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "it's": ("it", "is"),
    "that's": ("that", "is"),
    "let's": ("let", "us"),
    "i'm": ("i", "am"),
}
_TAILS = {"'ll": "will", "'ve": "have", "'re": "are", "'d": "would"}
_start = itemgetter(0)
MASKED = "\0"


def tokens(low: str, start: int, end: int) -> tuple[Words, tuple[tuple[int, int], ...]]:
    """Words of `low[start:end]` (already folded to lower case) and their places; contractions give two words at one
    place.
    """
    words: list[str] = []
    places: list[tuple[int, int]] = []
    for match in re.compile(_WORD).finditer(low, start, end):
        word = match.group()
        if "'" not in word and word != "cannot":
            words.append(word)
            places.append(match.span())
            continue
        for piece in _full(word):
            words.append(piece)
            places.append(match.span())
    return Words(words), tuple(places)


class Words(tuple[str, ...]):
    """The words of a stretch of the letter, that remember which patterns occur in them.

    `known` is how many lexicons were searched for when they were last asked, `occurring` what occurs.
    """

    known = 0
    occurring: Occurring


class Reading:
    """All words of a letter, read in one go; stretches of it are cut out by their place."""

    __slots__ = ("_places", "_starts", "_words", "low")

    def __init__(self, low: str) -> None:
        self.low = low
        if low.isascii():
            pieces = _PLAIN_WORD.split(low)
            at = list(accumulate(map(len, pieces)))
            words, places = pieces[1::2], list(zip(at[:-1:2], at[1::2], strict=True))
        else:
            words, places = re.findall(_WORD, low), [match.span() for match in re.finditer(_WORD, low)]
        if "'" in low or "cannot" in low:
            words, places = _in_full(words, places, low)
        self._words, self._places = tuple(words), tuple(places)
        self._starts = list(map(_start, places))

    def cut(self, start: int, end: int) -> tuple[Words, tuple[tuple[int, int], ...]]:
        """Words between two offsets and their places; contractions give two words at one place."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        if (first and self._places[first - 1][1] > start) or (last and self._places[last - 1][1] > end):
            return tokens(self.low, start, end)
        return Words(self._words[first:last]), self._places[first:last]

    def words(self, start: int, end: int) -> Words:
        """Words between two offsets."""
        return self.cut(start, end)[0]

    def first(self, start: int) -> str:
        """The first word from an offset on, or nothing."""
        at = bisect_left(self._starts, start)
        return self._words[at] if at < len(self._words) else ""


def _in_full(words: list[str], places: list[tuple[int, int]], low: str) -> tuple[list[str], list[tuple[int, int]]]:
    """The same with each contraction as the words that it stands for, all at its place."""
    all_words: list[str] = []
    all_places: list[tuple[int, int]] = []
    done = 0
    for at in dict.fromkeys(bisect_right(places, (sign.start() + 1,)) - 1 for sign in _SHORTENED.finditer(low)):
        if at < 0 or not ("'" in words[at] or words[at] == "cannot"):
            continue
        full = _full(words[at])
        all_words += (*words[done:at], *full)
        all_places += (*places[done:at], *(places[at] for _ in full))
        done = at + 1
    return all_words + words[done:], all_places + places[done:]


def _full(word: str) -> tuple[str, ...]:
    if word in _WHOLE:
        return _WHOLE[word]
    if word.endswith("n't"):
        return (word[:-3], "not")
    for tail, full in _TAILS.items():
        if word.endswith(tail):
            return (word[: -len(tail)], full)
    return (word.removesuffix("'s").removesuffix("'"),)


class Lexicon(PatternList):
    """A set of patterns. `tags` names what a pattern stands for (by default nothing).

    All lexicons there are get searched for together, once a stretch of words (see `automaton.py`); one that is asked
    of other stretches than the others is searched for `apart`, so that those need not be searched for all.
    """

    __slots__ = ("_needed", "_number", "_own")

    def __init__(self, *patterns: str, tagged: Iterable[tuple[str, str]] = (), apart: bool = False) -> None:
        super().__init__(*patterns, tagged=tagged)
        self._own: Automaton | None = None
        self._needed: Needs | None = None
        self._number = _APART
        if not apart:
            _lexicons.append(ref(self))
            self._number = len(_lexicons)

    def matches(self, words: tuple[str, ...]) -> Iterator[Match]:
        """First word, one past the last word, and tag of each hit; per tag the longest at a place, none overlapping."""
        found = words.occurring if type(words) is Words and words.known >= self._number else self._search(words)
        return iter(found.matches(self, words)) if self in found.lexicons else _NO_MATCHES

    def tags(self, words: tuple[str, ...]) -> frozenset[str]:
        """The tags of all patterns that occur in these words."""
        found = words.occurring if type(words) is Words and words.known >= self._number else self._search(words)
        return found.tags(self) if self in found.lexicons else _NONE

    def found(self, words: tuple[str, ...]) -> bool:
        """Whether any pattern occurs in these words."""
        found = words.occurring if type(words) is Words and words.known >= self._number else self._search(words)
        return self in found.lexicons

    def within(self, words: tuple[str, ...], first: int, last: int) -> bool:
        """Whether any pattern occurs among the words from `first` up to `last` (not included).

        What occurs in none of them is not looked for in some of them: the words of a sentence were searched already.
        """
        return self.found(words) and self.found(words[first:last])

    # The three of `matches`, `tags` and `found` are asked so often that a call less tells.
    def _search(self, words: tuple[str, ...]) -> Occurring:
        """What occurs in words that were not searched for this lexicon yet."""
        if self._number == _APART:
            if self._needed is None:
                self._needed = needed(pattern for pattern, _ in self.written)
            if not may_occur(self._needed, words):
                return _NOTHING
            self._own = self._own or Automaton([self])
            return self._own.occurring(words)
        automaton = _automaton(self._number)
        found = automaton.occurring(words)
        if isinstance(words, Words):
            words.occurring, words.known = found, _built[0]
        return found


_NONE = frozenset[str]()
# It is at its end, whoever asks it.
_NO_MATCHES: Iterator[Match] = iter(())
_NOTHING = Occurring(())
# More lexicons than there will ever be.
_APART = sys.maxsize
_lexicons: list[ref[Lexicon]] = []
_built: tuple[int, Automaton | None] = 0, None


def _all() -> list[Lexicon]:
    return [lexicon for lexicon in (found() for found in _lexicons) if lexicon is not None]


def patterns_of_a_start() -> dict[str, bytes]:
    """The tree of all lexicons that there are now, as parts of the startup snapshot."""
    lexicons = _all()
    return dict(zip((PART, NODES), Automaton(lexicons).packed(lexicons), strict=True))


def _automaton(wanted: int) -> Automaton:
    """The automaton of the lexicons that there are, of which so many are wanted at least."""
    global _built
    number, automaton = _built
    if automaton is None or number < wanted:
        number = len(_lexicons)
        automaton = Automaton(_all(), snapshot.part(PART), snapshot.opened(NODES))
        _built = number, automaton
    return automaton
