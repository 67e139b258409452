"""Likeness to texts that are already known: four-word runs, hashed, so that the texts themselves need not be kept.

Numbers do not count, since they are what a copier changes.
"""

from __future__ import annotations

from zlib import crc32

RUN = 4


def prints(words: tuple[str, ...]) -> list[int]:
    """The hashes of every run of four words, in order."""
    plain = [word for word in words if not word[0].isdigit() and word not in _DROPPED]
    return [crc32(" ".join(plain[at : at + RUN]).encode()) for at in range(len(plain) - RUN + 1)]


_DROPPED = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday % \0".split(" ")
)
