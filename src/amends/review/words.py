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
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from amends.review.classes import classes_of

_WORD = re.compile(r"\d[\d,.]*\d|[^\W_](?:[\w'&-]*[^\W_])?|%")
_GAP = 4
_NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand".split()
)
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
MASKED = "\0"
_MOST_PASSED = 2
# Words that may stand between those of a pattern and change nothing: "we simply were not aware".
_PASSED_OVER = frozenset(
    "simply just really honestly actually even also completely totally absolutely quite frankly unfortunately sadly "
    "truly entirely certainly indeed obviously clearly still already probably basically somehow".split()
)


def tokens(low: str, start: int, end: int) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
    """Words of `low[start:end]` (already folded to lower case) and their places; contractions give two words at one
    place.
    """
    words: list[str] = []
    places: list[tuple[int, int]] = []
    for match in _WORD.finditer(low, start, end):
        word = match.group()
        if "'" not in word and word != "cannot":
            words.append(word)
            places.append(match.span())
            continue
        for piece in _full(word):
            words.append(piece)
            places.append(match.span())
    return tuple(words), tuple(places)


def _full(word: str) -> tuple[str, ...]:
    if word in _WHOLE:
        return _WHOLE[word]
    if word.endswith("n't"):
        return (word[:-3], "not")
    for tail, full in _TAILS.items():
        if word.endswith(tail):
            return (word[: -len(tail)], full)
    return (word.removesuffix("'s").removesuffix("'"),)


def is_number(word: str) -> bool:
    """Whether a word is a number, in digits or in letters."""
    return word[0].isdigit() or word in _NUMBER_WORDS


class _Element(NamedTuple):
    exact: frozenset[str]
    stems: tuple[str, ...]
    optional: bool
    gap: bool
    number: bool
    classes: bool

    def fits(self, word: str) -> bool:
        if word in self.exact or (self.number and is_number(word)):
            return True
        if self.classes and not self.exact.isdisjoint(classes_of(word)):
            return True
        return bool(self.stems) and word.startswith(self.stems)


@cache
def _element(written: str) -> _Element:
    if written == "..":
        return _Element(frozenset(), (), True, True, False, False)
    if written.isalpha():
        return _Element(frozenset((written,)), (), False, False, False, False)
    optional = written.endswith("?")
    choices = written.removesuffix("?").split("|")
    exact = frozenset(c for c in choices if not c.endswith("*") and c != "#")
    stems = tuple(c[:-1] for c in choices if c.endswith("*"))
    return _Element(exact, stems, optional, False, "#" in choices, "@" in written)


def _spread(pieces: list[str]) -> Iterator[list[str]]:
    """The pattern once for its single words and once for each `two_words` alternative."""
    for at, piece in enumerate(pieces):
        if "_" not in piece:
            continue
        optional = "?" if piece.endswith("?") else ""
        choices = piece.removesuffix("?").split("|")
        plain = [choice for choice in choices if "_" not in choice]
        several = [choice.split("_") for choice in choices if "_" in choice]
        for words in ([["|".join(plain) + optional]] if plain else []) + several:
            yield from _spread([*pieces[:at], *words, *pieces[at + 1 :]])
        return
    yield pieces


def _first_words(written: str) -> Iterator[str]:
    """The words that a match can begin with: those of the first piece, and of the next where it may be left out."""
    piece, _, rest = written.partition(" ")
    while piece.endswith("?"):
        yield from piece[:-1].split("|")
        piece, _, rest = rest.partition(" ")
    yield from piece.split("|")


class _Pattern:
    """A pattern of which only the first word is looked at until that word occurs."""

    __slots__ = ("_forms", "tag", "written")

    def __init__(self, written: str, tag: str) -> None:
        self.written, self.tag = written, tag
        self._forms: tuple[tuple[_Element, ...], ...] = ()

    def end(self, words: tuple[str, ...], place: int) -> int:
        """One past the last word of the longest match that begins at `place`, or 0."""
        if not self._forms:
            self._forms = tuple(tuple(map(_element, pieces)) for pieces in _spread(self.written.split()))
        if len(self._forms) == 1:
            return _match(self._forms[0], 0, words, place)
        return max(_match(form, 0, words, place) for form in self._forms)


class Lexicon:
    """A set of patterns, read at the first use. `tags` names what a pattern stands for (by default nothing)."""

    def __init__(self, *patterns: str, tagged: Iterable[tuple[str, str]] = ()) -> None:
        self._written = [(pattern, "") for pattern in patterns] + list(tagged)
        self._heads: dict[str, list[_Pattern]] | None = None
        self._stems: dict[str, list[_Pattern]] = {}
        self._plain = self._classed = self._numbers = False

    def _read(self) -> dict[str, list[_Pattern]]:
        heads: dict[str, list[_Pattern]] = {}
        for written, tag in self._written:
            pattern = _Pattern(written, tag)
            for word in _first_words(written):
                if word[-1] == "*":
                    self._stems.setdefault(word[:3], []).append(pattern)
                else:
                    heads.setdefault(word.partition("_")[0] if "_" in word else word, []).append(pattern)
        self._heads = heads
        self._classed = any(word[0] == "@" for word in heads)
        self._numbers = "#" in heads
        self._plain = not (self._stems or self._classed or self._numbers)
        return heads

    def matches(self, words: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
        """First word, one past the last word, and tag of each hit; per tag the longest at a place, none overlapping."""
        heads = self._heads if self._heads is not None else self._read()
        if self._plain and heads.keys().isdisjoint(words):
            return
        ends: dict[str, int] = {}
        for at, word in enumerate(words):
            found = heads.get(word, ())
            if self._stems and word[:3] in self._stems:
                found = [*found, *self._stems[word[:3]]]
            if self._numbers and is_number(word):
                found = [*found, *heads["#"]]
            if self._classed:
                for name in classes_of(word):
                    if name in heads:
                        found = [*found, *heads[name]]
            if not found:
                continue
            best: dict[str, int] = {}
            for pattern in found:
                end = pattern.end(words, at)
                if end > best.get(pattern.tag, 0):
                    best[pattern.tag] = end
            for tag, end in best.items():
                if at >= ends.get(tag, 0):
                    ends[tag] = end
                    yield at, end, tag

    def found(self, words: tuple[str, ...]) -> bool:
        """Whether any pattern occurs in these words."""
        return next(self.matches(words), None) is not None


def _match(elements: tuple[_Element, ...], at: int, words: tuple[str, ...], place: int) -> int:
    """One past the last word of a match that begins at `place`, or 0."""
    if at == len(elements):
        return place
    element = elements[at]
    if element.gap:
        for skipped in range(_GAP + 1):
            end = _match(elements, at + 1, words, place + skipped)
            if end:
                return end
        return 0
    if place < len(words) and element.fits(words[place]):
        end = _match(elements, at + 1, words, place + 1)
        if end:
            return end
    if element.optional:
        end = _match(elements, at + 1, words, place)
        if end:
            return end
    if at and not element.gap:
        after = place
        while after < len(words) and after < place + _MOST_PASSED and words[after] in _PASSED_OVER:
            after += 1
        if place < after < len(words) and element.fits(words[after]):
            return _match(elements, at + 1, words, after + 1)
    return 0
