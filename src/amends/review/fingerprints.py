"""Published templates as fingerprints: one file a source in `templates/`, found by scanning; a line a sentence.

A line holds the pairs of words that make the sentence (see `likeness.py`), as eight hex digits each. The texts are
not kept. `tools/fingerprint_templates.py` writes the files and leaves out what honest plans say too.
"""

from __future__ import annotations

import os
import sys
from array import array
from collections.abc import Iterable, Sequence
from functools import cache

from amends.review import likeness
from amends.typed import NamedTuple

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "templates")
ENDING = ".prints"
# How many pairs of a template's sentence must be there, and what share of all that it has: of a short one, few.
_FEWEST = ((3, 0.6), (4, 0.45))


class Sentence(NamedTuple):
    """A sentence of a published template: where it was published, and its pairs."""

    source: str
    pairs: frozenset[int]


class Templates:
    """All known sentences. Which of them have a pair is worked out when one first seems to be met."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = sentences
        self.pairs = frozenset(pair for sentence in sentences for pair in sentence.pairs)
        self._having: dict[int, list[int]] = {}

    def source_of(self, words: Iterable[str]) -> str | None:
        """Where a sentence with these words was published, or None when it is not a template's."""
        found = likeness.codes(words)
        tight = likeness.pairs(found)
        if len(self.pairs.intersection(tight)) < _FEWEST[0][0] - 1:
            return None
        counts: dict[int, int] = {}
        for pair in self.pairs.intersection(likeness.loose(found)):
            for at in self._index().get(pair, ()):
                counts[at] = counts.get(at, 0) + 1
        shares = {at: number / len(self.sentences[at].pairs) for at, number in counts.items()}
        best = max(shares, key=lambda at: (shares[at], counts[at], -at), default=-1)
        if any(counts[best] >= number and shares[best] >= share for number, share in _FEWEST if best >= 0):
            return self.sentences[best].source
        return None

    def _index(self) -> dict[int, list[int]]:
        if not self._having:
            for at, sentence in enumerate(self.sentences):
                for pair in sentence.pairs:
                    self._having.setdefault(pair, []).append(at)
        return self._having


@cache
def templates(folder: str = FOLDER) -> Templates:
    """The templates of a folder."""
    sentences = []
    for name in sorted(os.listdir(folder)):
        if name.endswith(ENDING):
            with open(os.path.join(folder, name), encoding="ascii") as source:
                sentences += [Sentence(name.removesuffix(ENDING), frozenset(_pairs(line))) for line in source]
    return Templates(sentences)


def line(pairs: Iterable[int]) -> str:
    """A sentence as its line."""
    return _lowest_first(array("I", pairs)).tobytes().hex()


def _pairs(written: str) -> array[int]:
    return _lowest_first(array("I", bytes.fromhex(written)))


def _lowest_first(pairs: array[int]) -> array[int]:
    if sys.byteorder == "big":
        pairs.byteswap()
    return pairs
