"""A small painter for the terminal: styles, wrapping by display width, tables.

All text passes `text.shown` first, so nothing from outside reaches the terminal as a control sequence. Without colour
the same words come out plain.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from unicodedata import category, east_asian_width

from amends.text import shown
from amends.typed import Literal, NamedTuple

Style = Literal["bold", "dim", "red", "yellow", "green", "cyan"]
# From the colour cube, whose shades no theme changes: each stands out from black and from white, 4 to 1 or more.
_CODES: dict[Style, str] = {
    "bold": "1",
    "dim": "2",
    "red": "38;5;196",
    "yellow": "38;5;130",
    "green": "38;5;28",
    "cyan": "38;5;31",
}
_NARROWEST = 20


def width_of(text: str) -> int:
    """How many columns the text takes: two for wide letters, none for marks that sit on another."""
    if text.isascii():
        return len(text)
    return sum(map(_COLUMNS.__getitem__, text))


def fitting(text: str, room: int) -> int:
    """How many letters from the first on fit into so many columns."""
    if text.isascii():
        return min(len(text), max(0, room))
    return bisect_right(list(accumulate(map(_COLUMNS.__getitem__, text))), room)


class _Columns(dict[str, int]):
    """How many columns a letter takes, each letter looked at once."""

    def __missing__(self, letter: str) -> int:
        wide = east_asian_width(letter) in "WF"
        columns = 2 if wide else 0 if category(letter) in ("Mn", "Me", "Cf") else 1
        if len(self) < _MOST_LETTERS:
            self[letter] = columns
        return columns


_MOST_LETTERS = 5_000
_COLUMNS = _Columns()


def lines(text: str, width: int, first: str = "", rest: str = "") -> Iterator[str]:
    """The text in lines of at most `width` columns; `first` opens the first line, `rest` all others.

    White space is folded. A word that is longer than a line is cut.
    """
    room = max(_NARROWEST, width - max(width_of(first), width_of(rest)))
    line, taken, lead = "", 0, first
    for word in _words(shown(text), room):
        size = width_of(word)
        if line and taken + 1 + size > room:
            yield lead + line
            line, taken, lead = word, size, rest
        else:
            line = f"{line} {word}" if line else word
            taken += size + (taken > 0)
    if line or lead == first:
        yield (lead + line).rstrip()


def _words(text: str, room: int) -> Iterator[str]:
    for word in text.split():
        if width_of(word) <= room:
            yield word
            continue
        piece, taken = "", 0
        for letter in word:
            size = _COLUMNS[letter]
            if taken + size > room:
                yield piece
                piece, taken = "", 0
            piece += letter
            taken += size
        yield piece


class Painter(NamedTuple):
    """Paints text for a terminal of `width` columns, with ANSI styles if `colour`."""

    width: int = 80
    colour: bool = False

    def paint(self, text: str, *styles: Style) -> str:
        """The text in these styles, made safe to show."""
        safe = shown(text)
        if not self.colour or not styles or not safe:
            return safe
        return f"\x1b[{';'.join(_CODES[style] for style in styles)}m{safe}\x1b[0m"

    def wrap(self, text: str, *styles: Style, first: str = "", rest: str | None = None) -> str:
        """The text wrapped, each line painted; `first` and `rest` stand before the lines and are not painted.

        Without `rest` the following lines are indented as far as `first` reaches.
        """
        following = " " * width_of(first) if rest is None else rest
        painted: list[str] = []
        for line in lines(text, self.width, first, following):
            lead = following if painted else first
            painted.append(lead + self.paint(line[len(lead) :], *styles))
        return "\n".join(painted)

    def table(self, rows: Sequence[Sequence[str]], *, heads: Sequence[str] = (), indent: int = 0) -> str:
        """Rows in columns as wide as their widest cell; the last column is wrapped into what is left."""
        cells = [[" ".join(shown(cell).split()) for cell in row] for row in (heads, *rows) if row]
        if not cells:
            return ""
        count = max(map(len, cells))
        widths = [max((width_of(row[at]) for row in cells if len(row) > at), default=0) for at in range(count - 1)]
        made: list[str] = []
        for place, row in enumerate(cells):
            lead = " " * indent + "".join(_padded(cell, size) + "  " for cell, size in zip(row, widths, strict=False))
            last = row[count - 1] if len(row) == count else ""
            text = self._last_column(lead, last)
            made.append(self.paint(text, "bold") if heads and place == 0 else text)
        return "\n".join(made)

    def _last_column(self, lead: str, text: str) -> str:
        return "\n".join(lines(text, self.width, lead, " " * width_of(lead)))


def _padded(cell: str, size: int) -> str:
    return cell + " " * (size - width_of(cell))
