"""Hyphens at the ends of lines: those of the word, and those that only the line break put there."""

from __future__ import annotations

import re

from amends.formats.pdftext import HYPHEN
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST = re.compile(r"[^\W\d_]+$")
_FIRST = re.compile(r"[^\W\d_]+")
_FEW = 0.08
_SHORTEST = 3


class Hyphens:
    """Which hyphens to keep in a document, judged by the words that it writes in the middle of lines."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: set[str] = set()
        count = broken = 0
        cut = False
        for line in lines:
            # The halves of a broken word are no words.
            whole = _FIRST.sub("", line, count=1) if cut and _FIRST.match(line) else line
            cut = line.endswith(HYPHEN)
            self._words.update(word.lower() for word in _WORD.findall(_LAST.sub("", whole[:-1]) if cut else whole))
            count += 1
            broken += cut
        # A program that hyphenates does so all the time; most do not, and then a hyphen is one of the word's own.
        self._hyphenates = broken > max(2, count * _FEW)

    def joined(self, head: str, tail: str) -> str:
        """The first part of a broken word with its hyphen or without; `tail` is the line that follows."""
        first, last = _LAST.search(head), _FIRST.match(tail)
        if first is None or last is None or not last.group().islower() or "-" in head[max(0, first.start() - 1) :]:
            return f"{head}-"
        if tail[last.end() : last.end() + 1] in (".", "_") and tail[last.end() + 1 : last.end() + 2].isalnum():
            return f"{head}-"
        left, right = first.group().lower(), last.group()
        if left + right in self._words:
            return head
        if f"{left}-{right}" in self._words:
            return f"{head}-"
        known = {left, right} <= self._words and min(len(left), len(right)) >= _SHORTEST
        return head if self._hyphenates and not known else f"{head}-"
