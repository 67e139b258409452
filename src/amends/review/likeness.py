"""Likeness to texts that are already known: four-word runs, hashed, so that the texts themselves need not be kept.

Numbers do not count, since they are what a copier changes.
"""

from __future__ import annotations

from itertools import accumulate
from zlib import crc32

RUN = 4


def prints(words: tuple[str, ...], most: int | None = None) -> list[int]:
    """The hashes of every run of four words, in order, or of the first `most` runs."""
    plain = list(filter(None, map(_PLAIN.__getitem__, words)))
    if len(plain) < RUN:
        return []
    ends = list(accumulate(map(len, plain)))
    cuts = map(slice, (0, *ends), ends[RUN - 1 :][:most])
    return [crc32(run[:-1]) for run in map(b"".join(plain).__getitem__, cuts)]


def runs(words: tuple[str, ...]) -> int:
    """How many runs of four words there are."""
    return max(0, sum(map(bool, map(_PLAIN.__getitem__, words))) - RUN + 1)


_DROPPED = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday % \0".split(" ")
)
_MOST_WORDS = 30_000


class _Plain(dict[str, bytes]):
    """Words as they are hashed, with the blank behind them; empty where they do not count."""

    def __missing__(self, word: str) -> bytes:
        plain = b"" if word[0].isdigit() or word in _DROPPED else word.encode() + b" "
        if len(self) >= _MOST_WORDS:
            self.clear()
        self[word] = plain
        return plain


_PLAIN = _Plain()
