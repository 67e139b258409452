"""The lines of a PDF put together again: columns in order, paragraphs whole, list points and headings marked.

A PDF only says where characters stand. What belongs together follows from where lines end and begin: a line is wrapped
when the first word of the next one had no room on it.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from amends.formats.pdftext import BOLD, HYPHEN
from amends.review.formats import gathered
from amends.review.formats._furniture import without_furniture
from amends.review.formats._hyphens import Hyphens
from amends.review.formats._paragraphs import signs
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from amends.formats.pdftext import Line, Sheet
    from amends.review.formats import Written

_MARK = re.compile(r"(?:([•▪▸◦‣●○■–—*-]|o(?= ))|(\(?(?:\d{1,2}|[A-Za-z]|[ivxIVX]{2,4})[.)]))\s*(?=\S)")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{4,}$")
_NAME = re.compile(r"[\w.]+[-_][\w.-]+$")
_SUFFIX = re.compile(r"\w{0,20}\.[a-z]{2,5}\b")
_LONG_NAME = 20
_REST = re.compile(r"[\w%-]*[./][\w%]")
_LONGEST_HEADING = 20
_PITCH = 1.22
_USUAL_PITCH = 1.35
_LARGER = 1.12
_TITLE = 1.4
_ENDED = ".!?:;"


class _Row(NamedTuple):
    """A line in reading order, with its place and the right edge of its column."""

    line: Line
    text: str
    mark: str
    place: str
    column: tuple[int, int]
    edge: float


def written(sheets: Sequence[Sheet], doubts: Sequence[str]) -> Written:
    """The draft that these pages hold."""
    pages = without_furniture(sheets) or [(sheet, list(enumerate(sheet.lines, 1))) for sheet in sheets if sheet.lines]
    rows = _rows(pages)
    body, heavy, pitch = _usual(rows)
    hyphens = Hyphens(row.text for row in rows)
    pieces: list[tuple[str, str]] = []
    blocks = _blocks(rows, pitch)
    for at, (block, between) in enumerate(blocks):
        level = _level(block, body)
        bold = not heavy and not level and all(row.line.weight >= BOLD for row in block)
        pieces.extend(_block(block, level, bold, hyphens))
        text, place = pieces[-1]
        after = blocks[at + 1][0][0] if at + 1 < len(blocks) else None
        if after is not None and block[0].mark and after.mark and not level:
            between = "\n"
        elif after is not None and between == "\n" and _hangs(block[0], after):
            between = "\n   "
        pieces[-1] = (text + between, place)
    return gathered(pieces, "pdf", doubts)


def _blocks(rows: Sequence[_Row], pitch: float) -> list[tuple[list[_Row], str]]:
    """The lines of each paragraph, with what parts it from the next."""
    blocks: list[tuple[list[_Row], str]] = []
    block: list[_Row] = []
    for row in rows:
        between = _between(block[-1], row, block[0], pitch) if block else ""
        if between:
            blocks.append((block, between))
            block = []
        block.append(row)
    return [*blocks, (block, "\n")]


def _rows(pages: Sequence[tuple[Sheet, list[tuple[int, Line]]]]) -> list[_Row]:
    """The lines of all pages in reading order, column by column."""
    split = [(sheet.number, _columns(numbered)) for sheet, numbered in pages]
    # A column may hold short lines only, so its width is that of its like on all pages.
    widths: dict[int, float] = {}
    for _, columns in split:
        widest = max(_right(column) - _left(column) for column in columns)
        widths[len(columns)] = max(widest, widths.get(len(columns), 0.0))
    rows: list[_Row] = []
    for page, columns in split:
        for count, column in enumerate(columns):
            edge = _left(column) + widths[len(columns)]
            for number, line in column:
                text, mark = _marked(signs(line.text))
                if text.endswith("-") and text[-2:-1].isalpha():
                    text = text[:-1] + HYPHEN
                rows.append(_Row(line, text, mark, f"page {page}, line {number}", (page, count), edge))
    return rows


def _left(column: list[tuple[int, Line]]) -> float:
    return min(line.left for _, line in column)


def _right(column: list[tuple[int, Line]]) -> float:
    return max(line.right for _, line in column)


def _columns(numbered: list[tuple[int, Line]]) -> list[list[tuple[int, Line]]]:
    """The lines in columns: as the file has them in order where that goes down the page and on to the right, else by
    where they stand."""
    columns: list[list[tuple[int, Line]]] = []
    for number, line in numbered:
        last = columns[-1][-1][1] if columns else None
        if last is not None and line.bottom <= last.bottom + line.size / 2:
            columns[-1].append((number, line))
        elif last is None or line.left >= max(other.right for _, other in columns[-1][-3:]) - line.size:
            columns.append([(number, line)])
        else:
            return _by_place(numbered)
    return columns


def _by_place(numbered: list[tuple[int, Line]]) -> list[list[tuple[int, Line]]]:
    """The lines by where they stand: left and right of a gutter that no line crosses, each from top to bottom."""
    across = sorted(numbered, key=lambda row: row[1].left)
    reach = across[0][1].right
    gutter, widest = 0, across[0][1].size
    for at, (_, line) in enumerate(across):
        if line.left - reach > widest:
            gutter, widest = at, line.left - reach
        reach = max(reach, line.right)
    sides = [across[:gutter], across[gutter:]] if gutter else [across]
    return [sorted(side, key=lambda row: (-row[1].bottom, row[1].left)) for side in sides]


def _marked(text: str) -> tuple[str, str]:
    """A line with its list mark as review reads it, and the mark ("" for none)."""
    found = _MARK.match(text)
    if found is None:
        return text, ""
    rest = text[found.end() :]
    if found.group(1):
        if found.group(1) in "-–—*o" and not text[1:2].isspace():
            return text, ""
        return f"- {rest}", "-"
    mark = found.group(2)
    if not text[len(mark) : len(mark) + 1].isspace() and not (mark[0].isdigit() and rest[:1].isupper()):
        return text, ""
    return f"{mark} {rest}", mark


def _usual(rows: Sequence[_Row]) -> tuple[float, bool, float]:
    """The size of body text, whether it is bold, and the least common distance between its lines."""
    sizes: Counter[float] = Counter()
    heavy = 0
    for row in rows:
        sizes[round(row.line.size * 2) / 2] += len(row.text)
        heavy += len(row.text) if row.line.weight >= BOLD else 0
    body = sizes.most_common(1)[0][0]
    # Only between the lines of one paragraph is the distance that of lines.
    steps = sorted(
        above.line.bottom - below.line.bottom
        for above, below in pairwise(rows)
        if above.column == below.column and not below.mark and _is_full(above, below)
    )
    steps = [step for step in steps if step > body * 0.8]
    pitch = steps[len(steps) // 4] if steps else body * _USUAL_PITCH
    return body, heavy * 2 > sum(sizes.values()), min(pitch, body * 3)


def _between(above: _Row, below: _Row, first: _Row, pitch: float) -> str:
    """What parts two lines: nothing where the second goes on with the first, else a line break or a blank line."""
    if abs(above.line.size - below.line.size) > 1 or _opens(above, below, first):
        return "\n\n"
    ended = above.text[-1:] in _ENDED
    if above.column != below.column:
        goes_on = not ended and (_is_full(above, below) or below.text[:1].islower())
        return "" if goes_on else "\n\n"
    step = above.line.bottom - below.line.bottom
    usual = pitch * max(above.line.size, below.line.size, 1) / max(min(above.line.size, below.line.size), 1)
    if step > usual * _PITCH:
        return "\n\n"
    if (above.line.weight >= BOLD) != (below.line.weight >= BOLD) and not _is_full(above, below):
        return "\n\n"
    if step < 0.4 * above.line.size:
        return ""
    if _is_full(above, below) or (not ended and below.text[:1].islower()):
        return ""
    return "\n\n" if first.mark and not _hangs(first, below) else "\n"


def _hangs(first: _Row, below: _Row) -> bool:
    """Whether a line stands further in than the mark of the point above it, and so belongs to it."""
    return bool(first.mark) and not below.mark and below.line.left > first.line.left + 2


def _opens(above: _Row, below: _Row, first: _Row) -> bool:
    """Whether a line with a list mark begins a point; a number that a line break brought to the front does not."""
    if not below.mark:
        return False
    inside = below.line.left > first.line.left + 2 if first.mark else False
    wrapped = _is_full(above, below) and above.text[-1:] not in _ENDED
    return not wrapped or (below.mark == "-" and not inside) or (bool(first.mark) and not inside)


def _is_full(above: _Row, below: _Row) -> bool:
    """Whether the first word of the second line had no room at the end of the first."""
    return above.line.right + below.line.first + above.line.size * 0.15 > above.edge or above.text.endswith(HYPHEN)


def _level(block: Sequence[_Row], body: float) -> int:
    size = min(row.line.size for row in block)
    if size < body * _LARGER or sum(len(row.text.split()) for row in block) > _LONGEST_HEADING:
        return 0
    return 1 if size >= body * _TITLE else 2


def _is_one_word(head: str, tail: str) -> bool:
    """Whether a line break cut one long word: behind a hyphen, or within an address."""
    if head.endswith(("-", "/")):
        return head[-2:-1].isalnum() and tail[:1].isalnum()
    if (name := _NAME.search(head)) is not None and len(name.group()) >= _LONG_NAME and _SUFFIX.match(tail):
        return True
    return _ADDRESS.search(head) is not None and _REST.match(tail) is not None


def _block(block: Sequence[_Row], level: int, bold: bool, hyphens: Hyphens) -> list[tuple[str, str]]:
    """The lines of one paragraph as pieces, joined by blanks, each with its place."""
    pieces: list[tuple[str, str]] = []
    for at, row in enumerate(block):
        text = row.text
        after = block[at + 1].text if at + 1 < len(block) else ""
        if text.endswith(HYPHEN):
            text = hyphens.joined(text[:-1], after)
        elif after and not _is_one_word(text, after):
            text += " "
        pieces.append((text, row.place))
    words = sum(len(text.split()) for text, _ in pieces)
    if level:
        pieces[0] = ("#" * level + " " + pieces[0][0], pieces[0][1])
    elif bold and words <= _LONGEST_HEADING and "**" not in "".join(text for text, _ in pieces):
        mark = len(block[0].mark) + 1 if block[0].mark else 0
        text, place = pieces[0]
        pieces[0] = (text[:mark] + "**" + text[mark:], place)
        pieces[-1] = (pieces[-1][0] + "**", pieces[-1][1])
    return pieces
