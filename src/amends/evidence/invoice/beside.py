"""What stands so near a value that it may belong to it: a scan loses the alignment by which lines are told apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from amends.evidence.doubt import CLEAR
from amends.evidence.invoice.sheet import Cell, Sheet
from amends.evidence.page import Word, around
from amends.model.reading import Box

_RIGHT, _LEFT = 2.2, 1.2
_UNDER, _ALIGNED = 0.75, 1.2
_OVERLAP = 0.4
_BEFORE = 4.0


def is_cut_short(sheet: Sheet, lines: Sequence[Sequence[Word]], taken: Iterable[Word], under: bool = True) -> bool:
    """Whether words that nothing took stand right beside some lines or, with `under`, right under one of them.

    `taken` are the words that are known to be something else; labels and what they head are something else too.
    """
    if not sheet.scanned:
        return False
    known = [word.box for line in lines for word in line]
    other = [word.box for word in taken]
    places = [around(line) for line in lines if line]
    if not places:
        return False
    top, bottom = min(box.top for box in places), max(box.bottom for box in places)
    far = 2 * max(box.bottom - box.top for box in places)
    for cells in sheet.rows:
        if cells[0].box.bottom < top - far or cells[0].box.top > bottom + far:
            continue
        for at, cell in enumerate(cells):
            if (at and _is_label(cells[at - 1])) or any(_covers(cell.box, box) for box in other):
                continue
            for word in cell.words[: cell.labels[0].start if cell.labels else None]:
                if not any(c.isalnum() for c in word.text) or any(_covers(box, word.box) for box in known):
                    continue
                if any(_is_near(box, word.box, sheet.loose, under and word is cell.words[0]) for box in places):
                    return True
    return False


def digits_behind(sheet: Sheet, words: Sequence[Word]) -> bool:
    """Whether a word with digits stands right behind some words, in another cell of a scan."""
    if not sheet.scanned or not words:
        return False
    box = around(words)
    return any(
        any(map(str.isdigit, word.text)) and not _covers(box, word.box) and _follows(box, word.box)
        for cell in _near(sheet, box)
        if not _covers(cell.box, words[-1].box)
        for word in cell.words
    )


def is_headed_unread(sheet: Sheet, words: Sequence[Word]) -> bool:
    """Whether the word before some words, or the one over them, was not read surely: it may be a label that says what
    they are.
    """
    if not sheet.scanned or not words:
        return False
    box = around(words[:1])
    height = box.bottom - box.top
    for cells in sheet.rows:
        if cells[0].box.top > box.bottom:
            break
        for cell in cells:
            known = {at for label in cell.labels for at in range(label.start, label.end)}
            for at, word in enumerate(cell.words):
                if (
                    at in known
                    or word.confidence >= CLEAR
                    or _covers(box, word.box)
                    or not any(map(str.isalpha, word.text))
                ):
                    continue
                other = word.box
                before = _level(box, other) and 0 <= box.left - other.right + 0.3 * height <= _BEFORE * height
                gap = box.top - other.bottom
                over = -0.3 * height <= gap <= _UNDER * sheet.loose * height
                if before or (over and other.left < box.right and other.right > box.left):
                    return True
    return False


def _is_label(cell: Cell) -> bool:
    """Whether a cell is nothing but the label of what stands beside it."""
    return bool(cell.labels) and not cell.labels[0].start and cell.labels[0].end == len(cell.words)


def _near(sheet: Sheet, box: Box) -> Iterable[Cell]:
    for cells in sheet.rows:
        for cell in cells:
            if cell.box.top < box.bottom and cell.box.bottom > box.top:
                yield cell


def _covers(box: Box, other: Box) -> bool:
    """Whether the middle of the other box lies in the box."""
    across, down = (other.left + other.right) / 2, (other.top + other.bottom) / 2
    return box.left <= across <= box.right and box.top <= down <= box.bottom


def _follows(box: Box, other: Box) -> bool:
    height = box.bottom - box.top
    return _level(box, other) and -0.5 * height <= other.left - box.right <= _RIGHT * height


def _level(box: Box, other: Box) -> bool:
    lower = min(box.bottom - box.top, other.bottom - other.top)
    return min(box.bottom, other.bottom) - max(box.top, other.top) >= _OVERLAP * lower


def _is_near(box: Box, other: Box, loose: float, under: bool) -> bool:
    height = box.bottom - box.top
    if _follows(box, other) or (_level(box, other) and 0 <= box.left - other.right <= _LEFT * height):
        return True
    gap = other.top - box.bottom
    return under and -0.3 * height <= gap <= _UNDER * loose * height and abs(other.left - box.left) < _ALIGNED * height
