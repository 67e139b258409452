"""A page as its reader sees it: words with boxes, in points from the top left corner, whatever the file was.

Every format gives pages of this form, so that what finds fields needs to know nothing of PDF, pictures or spreadsheets.
Rows and columns are told from the boxes, never from the order in which a file happens to draw.
"""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from amends.model.reading import Box


class Word(NamedTuple):
    """A run of characters without a blank. `confidence` is 1 for text and what the recogniser says for a scan.

    `size` is that of the font in points (0 where unknown), `font` its name where it was asked for.
    """

    text: str
    box: Box
    confidence: float = 1.0
    size: float = 0.0
    font: str = ""

    @property
    def middle(self) -> float:
        """How far down the page the middle of the word is."""
        return (self.box.top + self.box.bottom) / 2


class Row(NamedTuple):
    """Words that stand beside each other, from left to right."""

    words: tuple[Word, ...]
    box: Box

    @property
    def text(self) -> str:
        """The words with single blanks."""
        return " ".join(word.text for word in self.words)


class Page:
    """A page: its number from 1, its size in points and its words in the order of the file.

    `scanned` says that the words were recognised in a picture, or that there is only a picture.
    """

    def __init__(
        self, number: int, width: float, height: float, words: tuple[Word, ...], scanned: bool = False
    ) -> None:
        self.number, self.width, self.height, self.words, self.scanned = number, width, height, words, scanned

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The words in rows from the top, each from left to right."""
        return tuple(_rows(self.words))

    @cached_property
    def text(self) -> str:
        """The rows, a line each."""
        return "\n".join(row.text for row in self.rows)


def around(words: tuple[Word, ...] | list[Word]) -> Box:
    """The box around some words."""
    return Box(
        min(word.box.left for word in words),
        min(word.box.top for word in words),
        max(word.box.right for word in words),
        max(word.box.bottom for word in words),
    )


def _rows(words: tuple[Word, ...]) -> list[Row]:
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.middle):
        row = rows[-1] if rows else None
        # A word belongs to the row whose last taken word overlaps it by half of the lower of the two.
        if row is not None and _beside(row[-1], word):
            row.append(word)
        else:
            rows.append([word])
    made = []
    for row in rows:
        ordered = tuple(sorted(row, key=lambda word: word.box.left))
        made.append(Row(ordered, around(ordered)))
    return made


def _beside(one: Word, other: Word) -> bool:
    shared = min(one.box.bottom, other.box.bottom) - max(one.box.top, other.box.top)
    least = min(one.box.bottom - one.box.top, other.box.bottom - other.box.top)
    return shared >= 0.5 * least
