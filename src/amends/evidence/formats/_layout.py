"""Text and tables laid out as pages, for files that have no pages of their own.

The places are those that a typewriter would give: each character takes the same room, the cells of a column begin at
the same place. What finds fields by geometry finds them there as on any page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from unicodedata import east_asian_width

from amends.evidence.page import Page, Word
from amends.model.reading import Box
from amends.text import shown

MAX_ROWS = 1_000
"""How many lines of one page are laid out."""

MAX_CHARACTERS = 250_000
"""How many characters of one page are laid out."""

_CHARACTER, _LINE, _GAP, _MARGIN, _SIZE = 6.0, 14.0, 18.0, 36.0, 10.0
_WIDEST = 60
_TAB = 8
_APART = "    "
_WORD = re.compile(r"\S+")


class Sheet:
    """A page in the making; lines and rows are added from the top. `full` says that there was more than it takes."""

    def __init__(self, number: int) -> None:
        self.number, self.full = number, False
        self._words: list[Word] = []
        self._top = _MARGIN
        self._right = 612.0
        self._left = MAX_CHARACTERS
        self._rows = 0

    @property
    def is_empty(self) -> bool:
        """Whether no word was laid out yet."""
        return not self._words

    def line(self, text: str) -> None:
        """A line of text as it stands, blanks and tabs kept."""
        if self._has_room(len(text)):
            self._say(shown(text.expandtabs(_TAB)), _MARGIN, self._top)
            self._top += _LINE

    def lines(self, text: str) -> None:
        """Lines of text; those in which tabs divide cells, one after the other, become a table."""
        rows: list[list[str]] = []
        for line in text.split("\n"):
            if "\t" in line.strip():
                rows.append(line.split("\t"))
                continue
            self.table(rows)
            rows = []
            self.line(line)
        self.table(rows)

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        """Rows of cells, each column as wide as its widest cell; long cells and those with line breaks take several
        lines."""
        if not rows:
            return
        wrapped = [[_wrapped(cell) for cell in row] for row in rows[: MAX_ROWS + 1]]
        widths = [0.0] * max(map(len, wrapped), default=0)
        for row in wrapped:
            for at, cell in enumerate(row):
                widths[at] = max(widths[at], max(map(_columns, cell), default=0) * _CHARACTER)
        lefts = [_MARGIN]
        for width in widths:
            lefts.append(lefts[-1] + (width + _GAP if width else 0.0))
        for row in wrapped:
            if not self._has_room(sum(len(line) for cell in row for line in cell)):
                return
            for cell, left in zip(row, lefts, strict=False):
                for down, line in enumerate(cell):
                    self._say(line, left, self._top + down * _LINE)
            self._top += _LINE * max((len(cell) for cell in row), default=1)

    def page(self) -> Page:
        """The page."""
        return Page(self.number, self._right + _MARGIN, max(792.0, self._top + _MARGIN), tuple(self._words))

    def _has_room(self, characters: int) -> bool:
        self._rows += 1
        self._left -= characters
        self.full |= self._rows > MAX_ROWS or self._left < 0
        return not self.full

    def _say(self, line: str, left: float, top: float) -> None:
        plain = line.isascii()
        for found in _WORD.finditer(line):
            text = found.group()
            start = left + _CHARACTER * (found.start() if plain else _columns(line[: found.start()]))
            right = start + _CHARACTER * (len(text) if plain else _columns(text))
            self._words.append(Word(text, Box(start, top, right, top + _SIZE), 1.0, _SIZE))
            self._right = max(self._right, right)


def laid_out(texts: Iterable[str]) -> tuple[tuple[Page, ...], bool]:
    """Pages of text, one for each, and whether something had to be left out."""
    pages: list[Page] = []
    full = False
    for number, text in enumerate(texts, 1):
        sheet = Sheet(number)
        sheet.lines(text)
        full |= sheet.full
        pages.append(sheet.page())
    return tuple(pages), full


def _columns(text: str) -> int:
    return len(text) if text.isascii() else sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def _wrapped(cell: str) -> list[str]:
    """The lines of a cell, none wider than a column may be; a tab in it leaves a gap."""
    made: list[str] = []
    for said in shown(cell[:MAX_CHARACTERS]).split("\n"):
        line = _APART.join(" ".join(part.split()) for part in said.strip().split("\t"))
        if len(line) <= _WIDEST:
            made.append(line)
            continue
        now = ""
        for word in line.split():
            if now and len(now) + 1 + len(word) > _WIDEST:
                made.append(now)
                now = word
            else:
                now = f"{now} {word}" if now else word
        made.append(now)
    while len(made) > 1 and not made[-1]:
        made.pop()
    return made
