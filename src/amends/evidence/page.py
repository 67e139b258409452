"""A page as its reader sees it: words with boxes, in points from the top left corner, whatever the file was.

Every format gives pages of this form, so that what finds fields needs to know nothing of PDF, pictures or spreadsheets.
Rows and cells are told from the boxes, never from the order in which a file happens to draw.
"""

from __future__ import annotations

import itertools
from functools import cached_property
from operator import itemgetter
from statistics import median

from amends.model.reading import Box
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

# Blanks between words are a third of the height at most, also in justified text; cells stand further apart.
_GAP = 0.7
_BLANKS, _WIDEST_GAP, _ENOUGH_GAPS = 1.8, 1.25, 20
# Words whose middles differ by less than this part of the lower height stand beside each other.
_LEVEL = 0.4
# Or whose feet do: a large word beside a small one shares its line of writing, not its middle.
_FEET = 0.15
# How much of the height of a box lies under the line of writing.
_DESCENT = 0.2
_FOOT = 0.5 - _DESCENT
_SMALL = 0.75
# No cell of a real page has more; a longer one only costs time.
_MOST_WORDS = 80
_LEAST_TILT = 0.001
_SUREST = 0.999
# Words of fewer letters come up by chance, also misread.
_TELLING = 5
_MARKS = ",.;:()[]\"'"
_LONG_ROW = 120.0
# A word of several letters that is so much higher than wide runs up the margin.
_STANDING, _LETTERS, _SAME_LINE = 1.9, 3, 1.5


# A named tuple as a plain one is made: its own way to be made takes half of the time of a page.
_new = tuple.__new__


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
        return " ".join([word.text for word in self.words])

    @property
    def cells(self) -> tuple[Row, ...]:
        """The row cut where the gap between two words is wider than a blank commonly is; see `Page.cells`."""
        return self.cut(_GAP)

    def cut(self, gap: float) -> tuple[Row, ...]:
        """The row cut where two words stand further apart than `gap` times the height of the lower of them."""
        words = self.words
        cuts = [0]
        last = 0
        _, top, right, bottom = words[0][1]
        high = bottom - top
        for at in range(1, len(words)):
            left, top, following, bottom = words[at][1]
            lower, high = high, bottom - top
            if left - right > gap * (lower if lower < high else high) or at - last == _MOST_WORDS:
                cuts.append(at)
                last = at
            right = following
        if len(cuts) == 1:
            return (self,)
        cuts.append(len(words))
        return tuple([_row(words[start:end]) for start, end in itertools.pairwise(cuts)])


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
        if not self.scanned:
            return tuple(_rows(self.words, 0.0))
        # No recogniser is wholly sure, and what was typed is told from what was recognised by that.
        words = _confirmed(self.words)
        rows = _rows(words, 0.0)
        tilt = _tilt(rows)
        return tuple(_rows(words, tilt) if abs(tilt) > _LEAST_TILT else rows)

    @cached_property
    def cells(self) -> tuple[tuple[Row, ...], ...]:
        """The rows in cells: cut where a gap is wider than the blanks of this page."""
        gap = self._gap()
        return self.usual_cells if gap == _GAP else tuple([row.cut(gap) for row in self.rows])

    @cached_property
    def usual_cells(self) -> tuple[tuple[Row, ...], ...]:
        """The rows in cells: cut where a gap is wider than blanks commonly are."""
        return tuple([row.cut(_GAP) for row in self.rows])

    def _gap(self) -> float:
        """How wide a gap parts cells, in heights of a word: more where blanks are wide, as a typewriter's."""
        gaps: list[float] = []
        for row in self.rows:
            before: Box | None = None
            for _, box, *_ in row.words:
                if before is not None:
                    gaps.append((box[0] - before[2]) / ((before[3] - before[1]) or 1.0))
                before = box
        gaps.sort()
        blank = gaps[len(gaps) // 4] if len(gaps) >= _ENOUGH_GAPS else 0.0
        return min(max(_GAP, _BLANKS * blank), _WIDEST_GAP)

    @cached_property
    def text(self) -> str:
        """The rows, a line each."""
        return "\n".join(row.text for row in self.rows)


def _confirmed(words: Sequence[Word]) -> list[Word]:
    """Recognised words; one that was read alike in several places is surer than each of them, and none is certain."""
    doubts: dict[str, float] = {}
    for word in words:
        said = word.text.strip(_MARKS)
        if len(said) >= _TELLING:
            doubts[said] = doubts.get(said, 1.0) * (1.0 - min(word.confidence, _SUREST))
    return [
        word._replace(confidence=min(max(word.confidence, 1.0 - doubts.get(word.text.strip(_MARKS), 1.0)), _SUREST))
        for word in words
    ]


def around(words: Sequence[Word]) -> Box:
    """The box around some words."""
    left, top, right, bottom = box = words[0][1]
    if len(words) == 1:
        return box
    for word in words:
        one, two, three, four = word[1]
        if one < left:
            left = one
        if two < top:
            top = two
        if three > right:
            right = three
        if four > bottom:
            bottom = four
    return _new(Box, (left, top, right, bottom))


def _row(words: tuple[Word, ...]) -> Row:
    return _new(Row, (words, around(words)))


def _rows(words: Sequence[Word], tilt: float) -> list[Row]:
    """Rows by the middles of the words, of a page whose lines fall by `tilt` points for each point to the right."""
    placed = []
    standing: list[Word] = []
    for word in words:
        left, top, right, bottom = word[1]
        if bottom - top > _STANDING * (right - left) and len(word[0]) >= _LETTERS:
            standing.append(word)
        placed.append(((top + bottom) / 2 - tilt * left, left, bottom - top, word))
    upwards = _upwards(standing, words) if standing else []
    if upwards:
        apart = {id(word) for row in upwards for word in row.words}
        placed = [item for item in placed if id(item[3]) not in apart]
    placed.sort(key=itemgetter(0, 1))
    rows: list[list[tuple[float, float, float, Word]]] = []
    middle = height = feet = 0.0
    row: list[tuple[float, float, float, Word]] = []
    for item in placed:
        level, _, high, _ = item
        lower = high if high < height else height
        # The first word sets the level, so that words between two lines of a cell beside them chain nothing.
        if row and (level - middle <= _LEVEL * lower or abs(level + _FOOT * high - feet) <= _FEET * lower):
            row.append(item)
            if high > height:
                height = high
            continue
        row = [item]
        rows.append(row)
        middle, height = level, high
        feet = middle + _FOOT * height
    made = []
    for at, row in enumerate(rows):
        if at and row and len(row) <= 2 and _raised(rows[at - 1], row):
            rows[at - 1].extend(row)
            row.clear()
        elif at and row and len(rows[at - 1]) <= 2 and _raised(row, rows[at - 1]):
            row.extend(rows[at - 1])
            rows[at - 1].clear()
    for row in rows:
        if row:
            row.sort(key=itemgetter(1))
            made.append(_row(tuple([item[3] for item in row])))
    return made + upwards


def _upwards(standing: Sequence[Word], words: Sequence[Word]) -> list[Row]:
    """The lines that run up a page beside its text, each from the bottom: with the rows they cross they share nothing.

    Empty where most of the page runs so: then it is the page that is turned.
    """
    if len(standing) * 2 > len(words):
        return []
    lines: list[list[Word]] = []
    for word in sorted(standing, key=lambda one: one.box.left):
        if lines and abs(lines[-1][-1].box.right - word.box.right) <= _SAME_LINE:
            lines[-1].append(word)
        else:
            lines.append([word])
    lines = lines[:_MOST_WORDS]
    for line in lines:
        left, _, right, _ = line[0].box
        known = {id(word) for word in line}
        # A short word of the line is hardly higher than wide.
        line += [
            word
            for word in words
            if id(word) not in known
            and abs(word.box.left - left) <= _SAME_LINE
            and abs(word.box.right - right) <= _SAME_LINE
            and word.box.bottom - word.box.top > word.box.right - word.box.left
        ]
        line.sort(key=lambda one: -one.box.bottom)
    return [_row(tuple(line[at : at + _MOST_WORDS])) for line in lines for at in range(0, len(line), _MOST_WORDS)]


def _raised(row: list[tuple[float, float, float, Word]], small: list[tuple[float, float, float, Word]]) -> bool:
    """Whether a word or two belong to a row as its raised or lowered small print ("1st", "m2")."""
    if not row or not small:
        return False
    for item in small:
        box = item[3].box
        for other in row:
            beside = other[3].box
            if (
                item[2] < _SMALL * other[2]
                and min(box.bottom, beside.bottom) - max(box.top, beside.top) >= 0.4 * item[2]
                and -0.5 <= box.left - beside.right <= 0.15 * other[2]
            ):
                return True
    return False


def _tilt(rows: list[Row]) -> float:
    """By how much the lines of a page fall to the right, as the long rows of a first try tell."""
    slopes = []
    for row in rows:
        if row.box.right - row.box.left < _LONG_ROW or len(row.words) < 2:
            continue
        across = [word.box.left for word in row.words]
        down = [word.middle for word in row.words]
        x, y = sum(across) / len(across), sum(down) / len(down)
        spread = sum((one - x) ** 2 for one in across)
        if spread > 0:
            slopes.append(sum((one - x) * (other - y) for one, other in zip(across, down, strict=True)) / spread)
    return median(slopes) if slopes else 0.0
