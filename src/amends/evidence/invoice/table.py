"""The rows of goods under the column words: which rows begin a line, and which belong to the line above or around."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from amends.evidence.amounts import Amount, amount
from amends.evidence.invoice.cellvalues import assigned, money, product_fits
from amends.evidence.invoice.columns import Column, Columns, headings, set_edges
from amends.evidence.invoice.lexicon import Lexicon
from amends.evidence.invoice.proving import prove
from amends.evidence.invoice.quantities import quantity
from amends.evidence.invoice.sheet import Cell, Sheet
from amends.evidence.page import Word

_ENDING = ("sums:subtotal", "sums:total", "sums:tax", "sums:due", "sums:paid", "sums:in_words", "sums:quantity_total")
_CHARGES = ("sums:shipping", "sums:discount", "sums:paid")
_ADDED = frozenset({*_CHARGES, "sums:tax"})
_MONEY = frozenset({"unit_price", "amount", "gross", "tax_amount"})
_FAR = 4.0
_INSIDE = 0.75


@dataclass(slots=True)
class Line:
    """A line of goods in the making: the words of each column of its own row, and the rows that go with it.

    `before` and `after` are rows that are text only, over and under the row of its numbers.
    """

    page: int
    row: int
    cells: dict[int, list[Word]]
    quantity: Decimal | None = None
    unit_price: Amount | None = None
    amount: Amount | None = None
    rows: list[int] = field(default_factory=list)
    before: list[list[Word]] = field(default_factory=list)
    after: list[list[Word]] = field(default_factory=list)
    charge: bool = False


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


def _table(
    sheet: Sheet, columns: Columns, end: int, lexicon: Lexicon, mark: str, carried_on: bool = False
) -> Table:
    start = columns.last + 1
    if not carried_on:
        set_edges(columns, _spans(sheet, columns, start, end))
        _settle(sheet, columns, start, end, mark)
        prove(sheet, columns, range(start, min(end, start + 40)), mark, lexicon)
    lines: list[Line] = []
    texts: list[tuple[int, dict[int, list[Word]]]] = []
    over, last = carried_on, columns.last
    for at in range(start, end):
        cells = sheet.rows[at]
        label = _sum_label(cells)
        if any(cell.first("carried") for cell in cells):
            continue
        if at > start and sheet.top(at) - sheet.bottom(at - 1) > _FAR * (cells[0].box.bottom - cells[0].box.top) and lines:
            over = True
        line = _line(sheet, columns, at, mark, lexicon)
        proven = line is not None and holds(line)
        if line is not None and _is_charge(line, cells, columns, label):
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
    _attach(sheet, columns, lines, texts)
    for line in lines:
        last = max(last, *line.rows)
    return Table(columns, [line for line in lines if not line.charge], columns.first, last)


def _is_charge(line: Line, cells: Sequence[Cell], columns: Columns, label: tuple[str, ...] | None) -> bool:
    """Whether a row is no goods but what is added to them: carriage, a discount, a tax in the table."""
    names = {name for cell in cells for one in cell.labels for name in one.ids if name.startswith("sums:")}
    if line.quantity is None and columns.index("quantity") is not None and names & _ADDED:
        return True
    begins = any(
        one.start == 0 and any(name in _CHARGES for name in one.ids) for cell in cells for one in cell.labels[:1]
    )
    if label is not None and any(name in _CHARGES for name in label) and not holds(line):
        return True
    return begins and line.quantity == 1


def _sum_label(cells: Sequence[Cell]) -> tuple[str, ...] | None:
    for cell in cells:
        label = cell.first("sums:")
        if label is not None:
            names = tuple(name for name in label.ids if name.startswith("sums:"))
            if label.start == 0 and (any(name in _ENDING for name in names) or any(name in _CHARGES for name in names)):
                return names
    return None


def holds(line: Line) -> bool:
    """Whether the three numbers of a line prove each other."""
    return (
        line.quantity is not None
        and line.unit_price is not None
        and line.amount is not None
        and product_fits(line.quantity, line.unit_price.value, line.amount.value)
    )


def _spans(sheet: Sheet, columns: Columns, start: int, end: int) -> list[tuple[float, float]]:
    """Where words stand in the rows that look like goods: those with two numbers or more."""
    spans: list[tuple[float, float]] = []
    texts: list[tuple[float, float]] = []
    limit = columns.columns[-1].left
    for at in range(start, min(end, start + 60)):
        cells = sheet.rows[at]
        if _sum_label(cells):
            continue
        if sum(1 for cell in cells if any(word[:1].isdigit() for word in cell.plains)) < 2:
            # Text between two lines of numbers shows how far a description reaches; what follows the last is no goods.
            if len(cells) == 1 and cells[0].box.right < limit:
                texts.append((cells[0].box.left, cells[0].box.right))
            continue
        spans.extend(texts)
        texts.clear()
        spans.extend((word.box.left, word.box.right) for cell in cells for word in cell.words)
    return spans


def _line(sheet: Sheet, columns: Columns, at: int, mark: str, lexicon: Lexicon) -> Line | None:
    cells = assigned(sheet.rows[at], columns)
    line = Line(sheet.number, at, cells, rows=[at])
    for number, words in cells.items():
        role = columns.columns[number].role
        if role == "quantity":
            line.quantity = quantity(words, mark, lexicon)
        elif role == "unit_price":
            line.unit_price = money(words, mark)
        elif role == "amount":
            line.amount = money(words, mark)
            if line.amount is None and any(lexicon_word in lexicon.free for lexicon_word in _plains(words)):
                line.amount = Amount(Decimal(0))
    if line.quantity is None and line.amount is None:
        return None
    return line if any(_names_goods(words, columns.columns[number].role) for number, words in cells.items()) or holds(line) else None


def _names_goods(words: Sequence[Word], role: str) -> bool:
    """Whether a cell says what was bought: words in a column of text, or a number in one of identifiers."""
    if role in ("description", "model", "other"):
        return any(c.isalpha() for word in words for c in word.text)
    return role in ("sku", "gtin", "asin")


def _plains(words: Sequence[Word]) -> list[str]:
    return [word.text.lower().strip(".") for word in words]


def _settle(sheet: Sheet, columns: Columns, start: int, end: int, mark: str) -> None:
    """Choose one role for each column by what stands in it."""
    values: list[list[str]] = [[] for _ in columns.columns]
    for at in range(start, min(end, start + 25)):
        cells = sheet.rows[at]
        if len(cells) < 2 or _sum_label(cells):
            continue
        for number, words in assigned(cells, columns).items():
            values[number].append(" ".join(word.text for word in words))
    described = any(column.roles == ["description"] for column in columns.columns)
    for column, texts in zip(columns.columns, values, strict=True):
        column.roles = _chosen(column, texts, described, mark)
    taken: set[str] = set()
    for column in columns.columns:
        free = [role for role in column.roles if role not in taken]
        if not free and column.role == "amount":
            column.roles = ["gross"]
        elif free:
            column.roles = free
        elif column.role in ("quantity", "unit_price"):
            column.roles = ["other"]
        if column.role in ("quantity", "unit_price", "amount"):
            taken.add(column.role)
    if "quantity" not in taken:
        for column in columns.columns:
            if column.role == "ordered":
                column.roles = ["quantity"]
                break
    if not any(column.role == "description" for column in columns.columns):
        for wanted in ("model", "sku", "other"):
            for column, texts in zip(columns.columns, values, strict=True):
                if column.role == wanted and sum(1 for text in texts if " " in text) * 2 > len(texts) > 0:
                    column.roles = ["description"]
                    return


def _chosen(column: Column, texts: list[str], described: bool, mark: str) -> list[str]:
    roles = column.roles
    if not texts or len(roles) == 1:
        if roles == ["tax_rate"] and texts and all(money_like(text, mark) for text in texts):
            return ["tax_amount"]
        return roles
    numbers = sum(1 for text in texts if money_like(text, mark)) / len(texts)
    if "sku" in roles and "description" in roles:
        single = sum(1 for text in texts if " " not in text) / len(texts)
        return ["sku"] if described and single > 0.5 else ["description"]
    if "sku" in roles and "position" in roles:
        counted = [text.strip(".") for text in texts if text.strip(".").isdigit()]
        return ["position"] if len(counted) == len(texts) and all(len(text) < 4 for text in counted) else ["sku"]
    if numbers > 0.5:
        percent = any("%" in text for text in texts)
        wanted = [role for role in roles if role in (_MONEY | {"quantity", "discount", "tax_rate"})]
        if percent and "tax_rate" in wanted:
            return ["tax_rate"]
        return [role for role in wanted if role != "tax_rate"] or wanted or roles
    return [role for role in roles if role not in _MONEY] or roles


def money_like(text: str, mark: str) -> bool:
    """Whether a text is a number, with a currency or a percent sign or without."""
    return amount(text.removesuffix("%").strip(), mark) is not None


def _attach(
    sheet: Sheet, columns: Columns, lines: list[Line], texts: list[tuple[int, dict[int, list[Word]]]]
) -> None:
    """Give rows that are text only to the line that they go on with: the nearest, or none when they stand apart."""
    if not lines or not texts:
        return
    described = columns.index("description")
    # Where no line has its description beside its numbers, the text stands around the numbers or over them.
    beside = described is not None and sum(1 for line in lines if line.cells.get(described)) * 2 > len(lines)
    by_row = {line.row: line for line in lines}
    owner: dict[int, Line] = dict(by_row)
    above = sorted(texts)
    for at, cells in above:
        line = owner.get(at - 1)
        if line is not None and (beside or line.row != at - 1 or not _nearer_below(sheet, at, by_row)):
            if _goes_on(sheet, columns, at, at - 1, cells, described):
                owner[at] = line
                line.rows.append(at)
    for at, _ in reversed(above):
        if at in owner:
            continue
        line = owner.get(at + 1)
        if line is not None and (not beside or not line.cells.get(described or 0)) and _touches(sheet, at, at + 1):
            owner[at] = line
            line.rows.insert(0, at)
    for at, cells in above:
        line = owner.get(at)
        if line is not None and at in line.rows:
            words = [word for number in sorted(cells) for word in cells[number]]
            (line.before if at < line.row else line.after).append(words)


def _nearer_below(sheet: Sheet, at: int, by_row: dict[int, Line]) -> bool:
    if at + 1 not in by_row:
        return False
    return sheet.top(at + 1) - sheet.bottom(at) < sheet.top(at) - sheet.bottom(at - 1)


def _touches(sheet: Sheet, one: int, other: int) -> bool:
    height = sheet.bottom(one) - sheet.top(one)
    return sheet.top(other) - sheet.bottom(one) <= _INSIDE * height


def _goes_on(
    sheet: Sheet, columns: Columns, at: int, before: int, cells: dict[int, list[Word]], described: int | None
) -> bool:
    gap = sheet.top(at) - sheet.bottom(before)
    height = sheet.bottom(at) - sheet.top(at)
    if gap <= _INSIDE * height:
        return True
    # Rows of one pitch: text that begins under the description, not at the margin, goes on with it.
    return bool(described and set(cells) == {described} and gap <= 2 * height)
