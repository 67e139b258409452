"""Likeness to texts that are already known: four-word runs, hashed, so that the texts themselves need not be kept.

Numbers do not count, since they are what a copier changes.
"""

from __future__ import annotations

from typing import NamedTuple
from zlib import crc32

RUN = 4


class Earlier(NamedTuple):
    """A plan that was written before: its file, its text, and which attempt in this very case it was (0 for none)."""

    file: str
    text: str
    attempt: int = 0


def prints(words: tuple[str, ...]) -> list[int]:
    """The hashes of every run of four words, in order."""
    plain = [word for word in words if not word[0].isdigit() and word not in _DROPPED]
    return [crc32(" ".join(plain[at : at + RUN]).encode()) for at in range(len(plain) - RUN + 1)]


_DROPPED = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday % \0".split(" ")
)
