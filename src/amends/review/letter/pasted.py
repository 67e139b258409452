"""A notice that was pasted into a letter without any mark: what stands between Amazon's sentences is Amazon's too."""

from __future__ import annotations

from itertools import pairwise

from amends.review.language.words import Lexicon
from amends.review.letter.amazons import is_amazons
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from amends.review.language.words import Reading
    from amends.review.letter.blocks import Block

_MOST_BETWEEN = 2
_GREETING = Lexicon("hello", "hi", "dear seller|merchant|sir|customer")


def pasted(read: Sequence[Block], reading: Reading) -> frozenset[int]:
    """Which blocks of a letter, by their number, belong to a notice that was pasted into it."""
    known = [
        at
        for at, block in enumerate(read)
        if block.kind == "paragraph" and is_amazons(reading.words(block.start, block.end))
    ]
    found = set(known)
    for above, below in pairwise(known):
        between = range(above + 1, below)
        if len(between) <= _MOST_BETWEEN and not any(read[at].kind == "heading" and read[at].part for at in between):
            found.update(between)
    if known and known[0] == 1 and read[0].kind == "paragraph" and _greets(read[0], reading):
        found.add(0)
    return frozenset(found)


def _greets(block: Block, reading: Reading) -> bool:
    words = reading.words(block.start, block.end)
    return len(words) <= 4 and _GREETING.found(words)
