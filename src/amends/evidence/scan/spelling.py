"""Noughts read for the letter O: the one slip of the recogniser that a word itself gives away.

In many fonts, those of printers above all, both look the same. A word of capitals with a nought between letters and no
other digit is a word; anything that could be a number of an article is left as it was read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[^\w]*([A-Z0]+)[^\w]*")
_ASIN = re.compile(r"B0[A-Z0-9]{8}")
_LETTERS = 3
_SHORT = frozenset("T0 N0 0F 0R P0 N0S 0N F0R B0X".split())
_ENOUGH = 3
_DOUBT = 0.8


@dataclass(frozen=True, slots=True)
class Spelled:
    """A word as it is meant, and how sure that is."""

    text: str
    confidence: float


def spelled(words: Sequence[tuple[str, float]]) -> list[Spelled]:
    """The words of a page with noughts turned into letters; short ones only on a page where longer ones had them."""
    made = [_mended(text, confidence, False) for text, confidence in words]
    mended = sum(one.text != text for one, (text, _) in zip(made, words, strict=True))
    if mended < _ENOUGH:
        return made
    return [_mended(text, confidence, True) for text, confidence in words]


def _mended(text: str, confidence: float, short: bool) -> Spelled:
    if "0" in text and (found := _WORD.fullmatch(text)):
        word = found[1]
        letters = len(word) - word.count("0")
        if _ASIN.fullmatch(word):
            return Spelled(text, confidence)
        # At its end a nought may well be one ("ABC0").
        least = _LETTERS + (word[-1] == "0" or word[0] == "0")
        if letters >= least or (short and word in _SHORT):
            start, end = found.span(1)
            return Spelled(text[:start] + word.replace("0", "O") + text[end:], min(confidence, _DOUBT))
    return Spelled(text, confidence)
