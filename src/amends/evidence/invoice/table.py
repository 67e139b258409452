"""The rows of goods under the column words: which rows begin a line, and where the goods end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from amends.evidence.amounts import Amount
from amends.evidence.invoice.attaching import attach
from amends.evidence.invoice.cellvalues import assigned, last_piece, money, product_fits
from amends.evidence.invoice.columns import Columns, headings
from amends.evidence.invoice.edges import set_edges
from amends.evidence.invoice.lexicon import Lexicon
from amends.evidence.invoice.line import Line, holds, is_charge, sum_label
from amends.evidence.invoice.proving import prove
from amends.evidence.invoice.quantities import quantity
from amends.evidence.invoice.settling import settle
from amends.evidence.invoice.sheet import Cell, Sheet
from amends.evidence.invoice.shifted import by_order
from amends.evidence.page import Word

_FAR = 4.0
_LONGEST_QUANTITY = 3


@dataclass(slots=True)
class Table:
    """The goods of one page under one row of column words."""

    columns: Columns
    lines: list[Line]
    first: int
    last: int


def tables(sheet: Sheet, lexicon: Lexicon, mark: str, before: Columns | None) -> list[Table]:
    """The tables of a page. `before` are the columns of the page before, which can go on without being named again."""
    found = list(headings(sheet, lexicon))
    made: list[Table] = []
    if before is not None and (not found or found[0].first > 0):
        end = found[0].first if found else len(sheet.rows)
        carried = Columns(before.columns, -1, -1, before.edges)
        table = _table(sheet, carried, end, lexicon, mark, carried_on=True)
        if table.lines:
            made.append(table)
    for at, columns in enumerate(found):
        end = found[at + 1].first if at + 1 < len(found) else len(sheet.rows)
        made.append(_table(sheet, columns, end, lexicon, mark))
    return made


def _table(sheet: Sheet, columns: Columns, end: int, lexicon: Lexicon, mark: str, carried_on: bool = False) -> Table:
    start = columns.last + 1
    if not carried_on:
        set_edges(columns, _spans(sheet, columns, start, end))
        by_order(sheet, columns, range(start, end), mark, lexicon)
        settle(sheet, columns, start, end, mark)
        prove(sheet, columns, range(start, min(end, start + 40)), mark, lexicon)
    lines: list[Line] = []
    texts: list[tuple[int, dict[int, list[Word]]]] = []
    over, last = carried_on, columns.last
    for at in range(start, end):
        cells = sheet.rows[at]
        label = sum_label(cells)
        if (
            at > start
            and sheet.top(at) - sheet.bottom(at - 1) > _FAR * (cells[0].box.bottom - cells[0].box.top)
            and lines
        ):
            over = True
        line = _line(sheet, columns, at, mark, lexicon)
        proven = line is not None and holds(line)
        if not proven and any(cell.first("carried") for cell in cells if cell.labels):
            continue
        if line is not None and is_charge(line, cells, columns, label):
            line.charge = True
            label = None
        if label is not None and not proven:
            over = over or bool(lines)
            continue
        if line is None:
            if over:
                continue
            if lexicon.is_note(cells[0].plains) and lines:
                over = True
                continue
            texts.append((at, assigned(cells, columns)))
            continue
        if over and not proven:
            continue
        over = False
        lines.append(line)
        last = at
    attach(sheet, columns, lines, texts)
    for line in lines:
        _complete(line, columns, mark, lexicon)
    for line in lines:
        last = max(last, *line.rows)
    return Table(columns, [line for line in lines if not line.charge], columns.first, last)


def _spans(sheet: Sheet, columns: Columns, start: int, end: int) -> list[tuple[float, float]]:
    """Where words stand in the rows that look like goods: those with two numbers or more."""
    spans: list[tuple[float, float]] = []
    texts: list[tuple[float, float]] = []
    limit = columns.columns[-1].left
    for at in range(start, min(end, start + 60)):
        cells = sheet.rows[at]
        if sum_label(cells):
            if spans:
                break
            continue
        if sum([cell.has_digit and any(word[:1].isdigit() for word in cell.plains) for cell in cells]) < 2:
            # Text between two lines of numbers shows how far a description reaches; what follows the last is no goods.
            if len(cells) == 1 and cells[0].box.right < limit:
                texts.append((cells[0].box.left, cells[0].box.right))
            continue
        spans.extend(texts)
        texts.clear()
        for cell in cells:
            spans.extend(_pieces(cell))
    return spans


def _pieces(cell: Cell) -> list[tuple[float, float]]:
    """Where the words of a cell stand, those of one number ("2 574,00") as one."""
    pieces: list[tuple[float, float]] = []
    numeric = False
    for word in cell.words:
        box = word.box
        digits = word.text[:1].isdigit() and not word.text.isalpha()
        if numeric and digits and box.left - pieces[-1][1] <= 0.5 * (box.bottom - box.top):
            pieces[-1] = (pieces[-1][0], box.right)
        else:
            pieces.append((box.left, box.right))
        numeric = digits
    return pieces


def _line(sheet: Sheet, columns: Columns, at: int, mark: str, lexicon: Lexicon) -> Line | None:
    cells = assigned(sheet.rows[at], columns)
    line = Line(sheet.number, at, cells, rows=[at])
    for number, words in cells.items():
        role = columns.columns[number].role
        if role == "quantity":
            # Two numbers with a wide gap between them are of two columns.
            line.quantity = quantity(words, mark, lexicon) if last_piece(words) is words else None
        elif role == "unit_price":
            line.unit_price = money(words, mark)
        elif role == "amount":
            line.amount = money(words, mark)
            if line.amount is None and any(lexicon_word in lexicon.free for lexicon_word in _plains(words)):
                line.amount = Amount(Decimal(0))
    if line.quantity is None and line.amount is not None and line.unit_price is not None:
        _with_its_number(line, columns, mark, lexicon)
    if line.quantity is None and line.amount is None:
        return None
    if line.amount is None and line.unit_price is None and columns.is_priced:
        # "20 x 0,5l" reaches into the column of quantities.
        return None
    if line.quantity is None and line.amount is not None and not line.amount.value and _is_rest(cells, columns):
        # What did not fit into the cell over it: "8332.8" over "0".
        return None
    return (
        line
        if any(_names_goods(words, columns.columns[number].role) for number, words in cells.items()) or holds(line)
        else None
    )


def _with_its_number(line: Line, columns: Columns, mark: str, lexicon: Lexicon) -> None:
    """Part the quantity from the words before it where the edge between their columns does not: "50x80 400 pcs".

    Which words are the quantity the product must prove.
    """
    number, price, total = columns.index("quantity"), line.unit_price, line.amount
    if not number or not price or not total:
        return
    words = [*line.cells.get(number - 1, []), *line.cells.get(number, [])]
    for size in range(1, min(_LONGEST_QUANTITY, len(words) - 1) + 1):
        found = quantity(words[-size:], mark, lexicon)
        if found is not None and product_fits(found, price.value, total.value):
            line.quantity = found
            line.cells[number - 1], line.cells[number] = words[:-size], words[-size:]
            return


def _is_rest(cells: dict[int, list[Word]], columns: Columns) -> bool:
    """Whether the amount of a row is a digit or two that a narrow cell broke off, in a table that counts its goods."""
    number = columns.index("amount")
    words = cells.get(number, []) if number is not None else []
    return columns.index("quantity") is not None and len(words) == 1 and words[0].text.strip("0") == ""


def _complete(line: Line, columns: Columns, mark: str, lexicon: Lexicon) -> None:
    """Take the quantity from the rows around the line, where its cell has more of them: "60" over "pcs"."""
    number = columns.index("quantity")
    if number is None or line.quantity is not None or line.cells.get(number):
        return
    rows = [*line.before, *line.after]
    found = [[word for word in row if columns.at((word.box.left + word.box.right) / 2) == number] for row in rows]
    words = [word for row in found for word in row]
    line.quantity = quantity(words, mark, lexicon) if words else None
    if line.quantity is not None:
        line.cells[number] = words
        for row, taken in zip(rows, found, strict=True):
            row[:] = [word for word in row if not any(word is one for one in taken)]


def _names_goods(words: Sequence[Word], role: str) -> bool:
    """Whether a cell says what was bought: words in a column of text, or a number in one of identifiers."""
    if role in ("description", "model", "other"):
        return any(c.isalpha() for word in words for c in word.text)
    return role in ("sku", "gtin", "asin")


def _plains(words: Sequence[Word]) -> list[str]:
    return [word.text.lower().strip(".") for word in words]
