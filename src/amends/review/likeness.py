"""Likeness to texts that are already known: four-word runs, hashed, so that the texts themselves need not be kept.

Numbers do not count, since they are what a copier changes.
"""

from __future__ import annotations

from itertools import accumulate
from zlib import crc32

RUN = 4


def prints(words: tuple[str, ...]) -> list[int]:
    """The hashes of every run of four words, in order."""
    return [crc32(run) for run in runs(words)]


def runs(words: tuple[str, ...]) -> list[bytes]:
    """Every run of four words as it is hashed, in order."""
    plain = [word.encode() for word in words if not word[0].isdigit() and word not in _DROPPED]
    if len(plain) < RUN:
        return []
    ends = list(accumulate(len(word) + 1 for word in plain))
    text = b" ".join(plain)
    return [text[start : end - 1] for start, end in zip((0, *ends), ends[RUN - 1 :], strict=False)]


_DROPPED = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday % \0".split(" ")
)
