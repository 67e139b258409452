"""A text cut into sentences and words once, so that many word patterns can be looked up in it cheaply.

Pattern groups are described in `amends.signal`. Looking one up costs one dictionary or bisection step an alternative
and is linear in its hits; nothing backtracks.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from amends import text as texts
from amends.model import Span
from amends.notice.sentences import sentences
from amends.signal import ways
from amends.typed import NamedTuple

_TOKEN = re.compile(r"[^\W_]+")
_QUOTE = 320


class Hit(NamedTuple):
    """Where a group was found: the sentence, and the characters from `start` to `end`."""

    sentence: int
    start: int
    end: int


class Passage:
    """A text with its sentences and words. `hits(group)` finds a pattern group; all offsets are those of `text`."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = texts.folded(text)
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for match in _TOKEN.finditer(self.folded):
            word = match.group()
            if word == "s" and self.folded[match.start() - 1 : match.start()] == "'":
                continue
            self.words.append(word)
            self.starts.append(match.start())
            self.ends.append(match.end())
        self.sentences = sentences(text, self.starts)
        self._begins = [s.start for s in self.sentences]
        self._found: dict[str, tuple[Hit, ...]] = {}
        self._begun: dict[str, list[int]] = {}

    @cached_property
    def _index(self) -> dict[str, list[int]]:
        index: dict[str, list[int]] = {}
        for at, word in enumerate(self.words):
            index.setdefault(word, []).append(at)
        return index

    @cached_property
    def _vocabulary(self) -> list[str]:
        return sorted(self._index)

    def sentence_at(self, offset: int) -> int:
        """Number of the sentence that holds a character (or the one before it)."""
        return max(0, bisect_right(self._begins, offset) - 1)

    def word_range(self, start: int, end: int) -> range:
        """Numbers of the words that lie between two characters."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def hits(self, group: str) -> tuple[Hit, ...]:
        """All places of a group in the order of the text."""
        known = self._found.get(group)
        if known is None:
            found: set[Hit] = set()
            for way in ways(group):
                if way[0] == "~":
                    found.update(self._literal(way[1:].lstrip()))
                    continue
                head, _, rest = way.partition(" ")
                places = self._beginning(head[:-1]) if head[-1] == "*" else self._index.get(head)
                if places:
                    found.update(self._phrase(places, rest.split()))
            known = self._found[group] = tuple(sorted(found, key=lambda hit: (hit.start, hit.end)))
        return known

    def has(self, group: str, sentence: int) -> bool:
        """Whether a group stands in a sentence."""
        return any(hit.sentence == sentence for hit in self.hits(group))

    def quote(self, sentence: int, start: int, end: int) -> Span:
        """What to show for a find: its sentence, or only the find itself where the sentence is long."""
        whole = self.sentences[sentence]
        if whole.end - whole.start <= _QUOTE or start < whole.start or end > whole.end:
            return whole
        return texts.span(self.text, start, end)

    def _literal(self, literal: str) -> list[Hit]:
        found, at = [], self.folded.find(literal)
        while at >= 0:
            found.append(Hit(self.sentence_at(at), at, at + len(literal)))
            at = self.folded.find(literal, at + len(literal))
        return found

    def _phrase(self, places: list[int], rest: list[str]) -> list[Hit]:
        """The phrases that begin with a word at one of the places and go on with the rest."""
        if not rest:
            return [Hit(self.sentence_at(self.starts[at]), self.starts[at], self.ends[at]) for at in places]
        found = []
        for at in places:
            last = at + len(rest)
            if last < len(self.words) and all(self._same(at + step, word) for step, word in enumerate(rest, 1)):
                found.append(Hit(self.sentence_at(self.starts[at]), self.starts[at], self.ends[last]))
        return found

    def _beginning(self, start: str) -> list[int]:
        """Where words stand that begin so."""
        known = self._begun.get(start)
        if known is None:
            low = bisect_left(self._vocabulary, start)
            high = bisect_left(self._vocabulary, start + "\U0010ffff")
            known = [at for word in self._vocabulary[low:high] for at in self._index[word]]
            self._begun[start] = known
        return known

    def _same(self, at: int, word: str) -> bool:
        return self.words[at].startswith(word[:-1]) if word[-1] == "*" else self.words[at] == word
