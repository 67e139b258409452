"""Blocks of lines on a page: those that a label heads, and those that stand under each other without one."""

from __future__ import annotations

from collections.abc import Sequence

from amends.evidence.invoice.contacts import parted
from amends.evidence.invoice.lexicon import Lexicon, plain
from amends.evidence.invoice.sheet import Cell, Label, Sheet
from amends.evidence.page import Word, around

_MOST_LINES = 9
_APART = 0.8
_FIRST_APART = 2.2
_BESIDE = 8.0
_LEADING, _EDGE = 0.9, 3.0
_MOST_OPEN = 24
_NAME_LINES, _ONE_EMPTY = 2, 2.2
_OVERLAP = 0.2
_STOPPING = (
    "parties:",
    "fields:invoice",
    "fields:order",
    "fields:due",
    "fields:other_date",
    "fields:number_and",
    "sums:",
)


def lines_of(sheet: Sheet, cell: Cell, label: Label, skip: set[int]) -> tuple[list[list[Word]], list[Cell]]:
    """The lines of a block that a label heads."""
    lines: list[list[Word]] = []
    cells: list[Cell] = []
    # "Buyer 买方:" has its label twice.
    label = next((one for one in cell.labels if one.start == label.end and set(one.ids) & set(label.ids)), label)
    behind = cell.words[: label.start] if "parties:buyer_before" in label.ids else cell.words[label.end :]
    for other in cell.labels:
        if other.start >= label.end and other.leading and stops(cell, other):
            behind = cell.words[label.end : other.start]
            break
    while behind and not plain(behind[0].text):
        behind = behind[1:]
    row = sheet.rows[cell.row]
    at = next(index for index, one in enumerate(row) if one is cell)
    left, right = cell.box.left, sheet.width
    if at + 1 < len(row):
        right = row[at + 1].box.left
    start = around(cell.words[label.start : label.end])
    height = start.bottom - start.top
    from_row, bottom = cell.row + 1, cell.box.bottom
    listed = False
    if behind:
        lines.append(list(behind))
        cells.append(cell)
        under = _under(sheet, cell.row, behind[0].box.left, left, right)
        left = behind[0].box.left if under else left
    elif (
        not _first_below(sheet, cell, left, right, skip)
        and at + 1 < len(row)
        and not row[at + 1].first("parties:", "fields:", "weak:")
    ):
        beside = row[at + 1]
        lines.append(list(beside.words))
        cells.append(beside)
        form = any(is_naming(one) and abs(one.box.left - cell.box.left) < 3 for one in _next_row(sheet, cell.row))
        left = cell.box.left if form else beside.box.left
        listed = not form
        right = row[at + 2].box.left if at + 2 < len(row) else sheet.width
        bottom = beside.box.bottom
    gap = _APART if lines else _FIRST_APART
    for number in range(from_row, len(sheet.rows)):
        if number in skip or len(lines) >= _MOST_LINES:
            break
        here = [one for one in sheet.rows[number] if one.box.right > left - 3 and one.box.left < right - 3]
        words = [word for one in here for word in one.words if left - 6 <= word.box.left < right - 3]
        if not words:
            if sheet.top(number) - bottom > gap * sheet.loose * height:
                break
            continue
        if listed and any(heads(one) for one in sheet.rows[number] if one.box.right <= left):
            # A list of labels with a value each: the next value is that of another label.
            break
        top = min(word.box.top for word in words)
        height = max(height, 0.8 * (words[0].box.bottom - words[0].box.top))
        if top - bottom > gap * sheet.loose * height and (
            sheet.scanned or top - bottom > _ONE_EMPTY * height or not _skips_line(lines, words, left)
        ):
            # In a scan the line between them may have been lost.
            break
        if here[0].labels and here[0].labels[0].start == 0 and stops(here[0], here[0].labels[0]):
            if here[0].box.left > left + 25 and lines:
                continue
            break
        # A row whose words begin elsewhere belongs to another block.
        if (
            words[0].box.left - left > 25
            and lines
            and here[0].box.left > left + 25
            and not centred(here[0], cells[-1] if cells else cell)
        ):
            break
        first = here[0]
        if is_naming(first) and len(here) <= 2:
            # A form: the names of the parts in one column, the parts in the next.
            values = here[1:] or [one for one in sheet.rows[number] if one.box.left > first.box.right]
            if values and values[0].box.left - first.box.right < _BESIDE * height:
                first = Cell(
                    [*first.words, *values[0].words], [*first.plains, *values[0].plains], number, values[0].box, []
                )
                lines.append(first.words)
                cells.extend((here[0], values[0]))
                bottom, gap = max(word.box.bottom for word in words), _APART
                continue
        lines.append([word for word in first.words if left - 6 <= word.box.left < right - 3] or words)
        cells.append(first)
        bottom, gap = max(word.box.bottom for word in words), _APART
    return lines, cells


def lines_around(sheet: Sheet, cell: Cell) -> list[Cell]:
    """The two lines beside a label that stands in the middle of their height, as a form sets them; none else."""
    if not 0 < cell.row < len(sheet.rows) - 1 or len(sheet.rows[cell.row]) > 1:
        return []
    over, under = (
        next((one for one in sheet.rows[row] if one.box.left > cell.box.right), None)
        for row in (cell.row - 1, cell.row + 1)
    )
    if over is None or under is None or abs(over.box.left - under.box.left) > _EDGE:
        return []
    apart = _OVERLAP * (cell.box.bottom - cell.box.top)
    level = over.box.bottom - cell.box.top > apart and cell.box.bottom - under.box.top > apart
    return [over, under] if level and not over.labels and not under.labels else []


def _skips_line(lines: Sequence[Sequence[Word]], words: Sequence[Word], left: float) -> bool:
    """Whether one line of a form was left empty between a name and its address, which begin at one place."""
    if not 1 <= len(lines) <= _NAME_LINES or abs(words[0].box.left - left) > _EDGE:
        return False
    named = [word.text for word in lines[-1]]
    street = any(word.text[:1].isdigit() for word in words[1:]) and words[0].text[:1].isalpha()
    return street and not any(c.isdigit() for text in named for c in text) and not any(":" in w.text for w in words)


def is_naming(cell: Cell) -> bool:
    """Whether a cell is nothing but "Address:", "Tel:", "Attn:" or the like."""
    label = cell.labels[0] if cell.labels else None
    return label is not None and not label.start and label.end == len(cell.words) and _names_part(label)


def _names_part(label: Label) -> bool:
    return any(name.startswith("contact:") for name in label.ids)


def centred(one: Cell, other: Cell) -> bool:
    """Whether two cells have their middles over each other."""
    return abs((one.box.left + one.box.right) - (other.box.left + other.box.right)) < 8


def _next_row(sheet: Sheet, row: int) -> list[Cell]:
    return sheet.rows[row + 1] if row + 1 < len(sheet.rows) else []


def _under(sheet: Sheet, row: int, behind: float, left: float, right: float) -> bool:
    """Whether the next line stands under what follows the label, not under the label."""
    if row + 1 >= len(sheet.rows):
        return False
    for cell in sheet.rows[row + 1]:
        if left - 3 <= cell.box.left < right:
            return abs(cell.box.left - behind) < abs(cell.box.left - left)
    return False


def _first_below(sheet: Sheet, cell: Cell, left: float, right: float, skip: set[int]) -> bool:
    """Whether a line stands under the label that can begin its block."""
    height = cell.box.bottom - cell.box.top
    for number in range(cell.row + 1, min(cell.row + 3, len(sheet.rows))):
        if number in skip:
            return False
        for one in sheet.rows[number]:
            if (
                left - 6 <= one.box.left < min(right - 3, left + 30)
                and one.box.top - cell.box.bottom <= _FIRST_APART * sheet.loose * height
            ):
                begins = one.labels and one.labels[0].start == 0
                return not (begins and (stops(one, one.labels[0]) or is_naming(one)))
    return False


def stops(cell: Cell, label: Label) -> bool:
    """Whether a label begins something else than a line of an address ("No. 507, Yongjiang Road" is such a line)."""
    if any(name in ("contact:box", "contact:company", "contact:address", "contact:attention") for name in label.ids):
        return False
    if any(name.startswith(_STOPPING) for name in label.ids):
        return True
    if not any(name.startswith("weak:") for name in label.ids):
        return False
    return (
        "title" in label.ids
        or label.end == len(cell.words)
        or cell.words[label.end - 1].text.endswith((":", "#", "："))
    )


def blocks(sheet: Sheet, skip: set[int], used: set[int], lexicon: Lexicon) -> list[list[Cell]]:
    """The cells of a page in blocks: lines under each other that begin, end or are centred at one place."""
    # Each with the cells that the next line has to be aligned with: contacts beside a line are not of its edge.
    open_: list[tuple[list[Cell], list[Cell]]] = []
    done: list[list[Cell]] = []
    for cells in sheet.rows:
        if cells[0].row in skip:
            done.extend(block for block, _ in open_)
            open_ = []
            continue
        for at, cell in enumerate(cells):
            if at and heads(cells[at - 1]) and not lexicon.has_legal_form(cell.plains):
                continue
            if id(cell) in used or (cell.labels and cell.labels[0].start == 0 and stops(cell, cell.labels[0])):
                continue
            height = cell.box.bottom - cell.box.top
            beside = next((block for block, _ in open_[-_MOST_OPEN:] if block[-1].row == cell.row), None)
            if (
                beside is not None
                and cell.box.left - beside[-1].box.right < _BESIDE * height
                and _is_contact(cell, lexicon)
            ):
                beside.append(cell)
                continue
            for block, spine in reversed(open_[-_MOST_OPEN:]):
                last = spine[-1]
                low = max(height, 0.7 * (last.box.bottom - last.box.top))
                near = cell.box.top - last.box.bottom <= _LEADING * sheet.loose * low
                if near and _aligned(last, cell, _EDGE * sheet.loose) and not _is_sender(block):
                    block.append(cell)
                    spine.append(cell)
                    break
            else:
                open_.append(([cell], [cell]))
        top = cells[0].box.top
        done.extend(block for block, spine in open_ if top - spine[-1].box.bottom > 40)
        open_ = [both for both in open_ if top - both[1][-1].box.bottom <= 40]
    return [*done, *[block for block, _ in open_]]


def _is_sender(block: Sequence[Cell]) -> bool:
    """Whether a block is the line of the sender over the window of a letter: name and address in one line."""
    text = block[0].text
    marks = sum(text.count(mark) for mark in (" · ", " • ", " | ", " - ", " – ", ", "))
    return len(block) == 1 and marks >= 2 and any(c.isdigit() for c in text) and any(mark in text for mark in "·•|–-")


def heads(cell: Cell) -> bool:
    """Whether a cell is nothing but the label of what stands right of it."""
    if not cell.labels or cell.labels[0].start or cell.labels[0].end < len(cell.words) or cell.stacked:
        return False
    ids = cell.labels[0].ids
    return "title" not in ids and any(name.startswith(("fields:", "weak:", "sums:")) for name in ids)


def _is_contact(cell: Cell, lexicon: Lexicon) -> bool:
    """Whether a cell is nothing but a telephone, an e-mail or a website."""
    left = parted(cell.words, lexicon)
    return bool(left.found) and not left.rest


def _aligned(one: Cell, other: Cell, near: float) -> bool:
    if one.row == other.row:
        return False
    begins, ends = abs(one.box.left - other.box.left) < near, abs(one.box.right - other.box.right) < near
    return begins or ends or centred(one, other)
