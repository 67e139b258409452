"""Where the value of a label stands: behind it in its cell, in the next cell to the right, or in the cell below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from amends.evidence.invoice.sheet import Cell, Label, Sheet
from amends.evidence.page import Word, around
from amends.model.reading import Box
from amends.typed import Literal, NamedTuple

Where = Literal["behind", "right", "below", "above"]
_STOPS = ("fields:", "parties:", "contact:", "weak:", "sums:")
_BELOW_GAP = 1.8
_ALIGNED = 4.0


class Value(NamedTuple):
    """Words that may be the value of a label, where they stand to it, and the id by which the label was looked for."""

    name: str
    where: Where
    words: list[Word]
    cell: Cell
    label: Label

    @property
    def text(self) -> str:
        """The words with single blanks."""
        return " ".join([word.text for word in self.words])


def labelled(sheet: Sheet, skip: frozenset[int] | set[int], *prefixes: str) -> Iterator[tuple[str, Cell, Label]]:
    """The labels of a page whose ids begin with a prefix, each with that id. `skip` are rows to leave out."""
    for cells in sheet.rows:
        if cells[0].row in skip:
            continue
        for cell in cells:
            for label in cell.labels:
                for name in label.ids:
                    if name.startswith(prefixes):
                        yield name, cell, label
                        break


def values(sheet: Sheet, name: str, cell: Cell, label: Label) -> Iterator[Value]:
    """The places where the value of a label can stand, the likeliest first."""
    end = len(cell.words)
    for other in cell.labels:
        if other.start == label.end and label.end < end and _says_again(name, other):
            # "Invoice No : # 4711" has its label twice.
            label = label._replace(end=other.end)
        elif other.start >= label.end and other.leading and _stops(other):
            end = other.start
            break
    behind = cell.words[label.end : end]
    if behind:
        yield Value(name, "behind", behind, cell, label)
    cells = sheet.rows[cell.row]
    at = next(index for index, other_cell in enumerate(cells) if other_cell is cell)
    ended = end == len(cell.words) and not behind and not cell.stacked
    if ended and at + 1 < len(cells) and not begins_with_label(cells[at + 1]):
        beside = cells[at + 1]
        yield Value(name, "right", _until_label(beside), beside, label)
    span = around(cell.words[label.start : label.end])
    for beneath in below(sheet, cell, span):
        if not begins_with_label(beneath):
            yield Value(name, "below", _until_label(beneath), beneath, label)
    over = _above(sheet, cell, span)
    if over is not None:
        yield Value(name, "above", over.words, over, label)


def _says_again(name: str, label: Label) -> bool:
    """Whether a label is nothing but a bare one of the same value."""
    return label.end - label.start == 1 and f"weak:{name.partition(':')[2]}" in label.ids


def _above(sheet: Sheet, cell: Cell, span: Box) -> Cell | None:
    """The cell over a label, where a whole row of labels stands under a row that has none."""
    if not cell.row or len(sheet.rows[cell.row]) < 2:
        return None
    over = sheet.rows[cell.row - 1]
    if not all(one.labels and one.labels[0].end == len(one.words) for one in sheet.rows[cell.row]):
        return None
    if len(over) != len(sheet.rows[cell.row]) or any(begins_with_label(one) for one in over):
        return None
    if span.top - sheet.bottom(cell.row - 1) > span.bottom - span.top:
        return None
    return next((one for one in over if min(one.box.right, span.right) > max(one.box.left, span.left)), None)


def below(sheet: Sheet, cell: Cell, span: Box) -> Iterator[Cell]:
    """The cell under a label in one of the next two rows: the first that stands under it."""
    height = span.bottom - span.top
    for row in range(cell.row + 1, min(cell.row + 3, len(sheet.rows))):
        for beneath in sheet.rows[row]:
            if beneath.box.top - span.bottom > _BELOW_GAP * sheet.loose * height:
                continue
            over = min(beneath.box.right, span.right) - max(beneath.box.left, span.left)
            if (
                over > 0
                or abs(beneath.box.left - span.left) < _ALIGNED
                or abs(beneath.box.right - span.right) < _ALIGNED
            ):
                yield beneath
                return


def begins_with_label(cell: Cell) -> bool:
    """Whether a cell begins with the label of something else."""
    return bool(cell.labels) and cell.labels[0].start == 0 and _stops(cell.labels[0])


def _stops(label: Label) -> bool:
    return any(name.startswith(_STOPS) and name != "contact:box" for name in label.ids)


def _until_label(cell: Cell) -> list[Word]:
    for label in cell.labels:
        if label.leading and label.start and _stops(label):
            return cell.words[: label.start]
    return cell.words


def words_at(words: Sequence[Word], start: int, end: int) -> list[Word]:
    """The words, or parts of words, that a stretch of their text with single blanks covers."""
    found: list[Word] = []
    at = 0
    for word in words:
        size = len(word.text)
        first, last = max(start - at, 0), min(end - at, size)
        if first < last:
            found.append(word if (first, last) == (0, size) else part(word, first, last))
        at += size + 1
    return found


def part(word: Word, start: int, end: int) -> Word:
    """A part of a word, its box shared out by the number of characters."""
    box, size = word.box, len(word.text)
    wide = (box.right - box.left) / size
    return word._replace(
        text=word.text[start:end], box=Box(box.left + start * wide, box.top, box.left + end * wide, box.bottom)
    )


def joined(words: Sequence[Word]) -> str:
    """The words as a text, with a blank where one stands on the page: words cut for reading have none between them."""
    text = ""
    for at, word in enumerate(words):
        if at:
            before = words[at - 1].box
            gap = word.box.left - before.right
            near = abs(gap) < 0.05 * (before.bottom - before.top) and abs(word.box.top - before.top) < 1
            text += "" if near else " "
        text += word.text
    return text
