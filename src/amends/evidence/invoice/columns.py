"""The columns of a table of goods: the row of words above it, in any order and language, and where each column ends."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from amends.evidence.doubt import CLEAR, sureness
from amends.evidence.invoice.heads import stacked
from amends.evidence.invoice.lexicon import Lexicon
from amends.evidence.invoice.sheet import Cell, Sheet
from amends.evidence.page import Word, around

# A row above goods names at least one of these; a row of sums names only money.
_GOODS = frozenset({"description", "sku", "asin", "gtin", "model", "quantity"})
_KNOWN_SHARE = 0.6
_CLOSE = 0.8


@dataclass(slots=True)
class Column:
    """A column: what it can be (`roles`, the likeliest first) and where the words above it stand. `named` says whether
    they are known, or at least read surely.
    """

    roles: list[str]
    left: float
    right: float
    named: bool = True

    @property
    def role(self) -> str:
        """What the column is taken for."""
        return self.roles[0]


@dataclass(slots=True)
class Columns:
    """The columns from left to right. `edges` part them; `first` and `last` are the rows of the words above.

    `rows` keeps the words of the rows of one page by column, once they were asked for. `by_products` says that which
    column is what was told by the arithmetic, not by the words above.
    """

    columns: list[Column]
    first: int
    last: int
    edges: list[float]
    rows: dict[int, dict[int, list[Word]]] = field(default_factory=dict)
    by_products: bool = False

    def at(self, x: float) -> int:
        """The number of the column at a place across the page."""
        return bisect_right(self.edges, x)

    @property
    def is_priced(self) -> bool:
        """Whether there is a column of prices and one of amounts."""
        return self.index("unit_price") is not None and self.index("amount") is not None

    def index(self, role: str) -> int | None:
        """The number of the column with this role."""
        for at, column in enumerate(self.columns):
            if column.role == role:
                return at
        return None


def headings(sheet: Sheet, lexicon: Lexicon) -> Iterator[Columns]:
    """The rows of column words on a page, from the top."""
    at = 0
    while at < len(sheet.rows):
        found = _columns_of(sheet, at)
        if found is None:
            at += 1
            continue
        first = last = at
        banded = band(sheet, at, lexicon)
        if banded is not None:
            yield banded
            at = banded.last + 1
            continue
        # Words above a column often take two rows: "Unit" over "Price", Chinese over English.
        for step, other in ((1, at + 1), (1, at + 2), (-1, at - 1)):
            if not 0 <= other < len(sheet.rows) or (other == at + 2 and last == at):
                continue
            if _joined(sheet, found, other, last if step > 0 else first, step, lexicon):
                first, last = min(first, other), max(last, other)
        yield Columns(found, first, last, [])
        at = last + 1


def band(sheet: Sheet, at: int, lexicon: Lexicon) -> Columns | None:
    """The columns of a row of heads of which some have more lines than others, each in the middle of its place."""
    found = stacked(sheet, at)
    if found is None:
        return None
    first, last, heads = found
    columns: list[Column] = []
    known = 0
    for cells in heads:
        if len(cells) == 1:
            here = _of_cell(cells[0])
        else:
            box = around([word for cell in cells for word in cell.words])
            plains = [word for cell in cells for word in cell.plains if word]
            here = [Column(_roles(lexicon.match(plains, 0)[1]) or ["other"], box.left, box.right)]
        known += any(column.roles != ["other"] for column in here)
        columns.extend(here)
    roles = {role for column in columns for role in column.roles} - {"other", "position"}
    if known * 2 < len(heads) or len(roles) < 3 or not roles & _GOODS:
        return None
    return Columns(columns, first, last, [])


def _columns_of(sheet: Sheet, at: int) -> list[Column] | None:
    cells = sheet.rows[at]
    if not any(_is_column(label.ids) for cell in cells if cell.labels for label in cell.labels):
        return None
    words = matched = digits = 0
    columns: list[Column] = []
    roles: set[str] = set()
    for cell in cells:
        labels = [label for label in cell.labels if _is_column(label.ids)]
        if not labels and len(cells) < 2:
            return None
        words += len(cell.words)
        if cell.has_digit:
            digits += sum([word[:1].isdigit() for word in cell.plains])
        if digits > 1:
            return None
        matched += sum([label.end - label.start for label in labels])
    if matched < _KNOWN_SHARE * words:
        return None
    for cell in cells:
        here = _of_cell(cell)
        roles.update(role for column in here for role in column.roles)
        columns.extend(here)
    roles -= {"other", "position"}
    if len(columns) < 2 or len(roles) < 2 or not roles & _GOODS:
        return None
    if len(roles) == 2 and not ({"quantity", "amount", "unit_price"} & roles):
        return None
    return columns


def _of_cell(cell: Cell) -> list[Column]:
    if not cell.labels:
        return [Column(["other"], cell.box.left, cell.box.right, named=sureness(cell.words) >= CLEAR)]
    columns: list[Column] = []
    ends = [label.start for label in cell.labels[1:]] + [len(cell.words)]
    for label, end in zip(cell.labels, ends, strict=True):
        roles = _roles(label.ids)
        left = cell.words[label.start if columns or not label.start else 0].box.left
        right = cell.words[max(end - 1, label.start)].box.right
        if not roles:
            roles = ["other"]
        if columns and columns[-1].roles == ["position"] and len(roles) > 1:
            roles = [role for role in roles if role != "position"]
        if columns and set(columns[-1].roles) & set(roles):
            both = [role for role in columns[-1].roles if role in roles]
            columns[-1] = Column(both, columns[-1].left, right)
        else:
            columns.append(Column(roles, left, right))
    known = {at for label in cell.labels for at in range(label.start, label.end)}
    rest = [word for at, word in enumerate(cell.words) if at not in known and len(cell.plains[at]) > 1]
    if any(word.text.isalpha() for word in rest) and sureness(rest) < CLEAR:
        columns[0].named = False
    return columns


@lru_cache(maxsize=4096)
def _is_column(ids: tuple[str, ...]) -> bool:
    """Whether a label may stand over a column."""
    return any(name.startswith("columns:") for name in ids)


def _roles(ids: Sequence[str]) -> list[str]:
    found: dict[str, None] = {}
    for name in ids:
        section, _, role = name.partition(":")
        if section == "columns":
            found.update(dict.fromkeys(role.split("|")))
    return list(found)


def _joined(sheet: Sheet, columns: list[Column], other: int, near: int, step: int, lexicon: Lexicon) -> bool:
    """Take a row beside the column words in, when it goes on with them."""
    gap = sheet.top(other) - sheet.bottom(near) if step > 0 else sheet.top(near) - sheet.bottom(other)
    cells = sheet.rows[other]
    height = cells[0].box.bottom - cells[0].box.top
    if gap > _CLOSE * height or any(cell.has_digit for cell in cells):
        return False
    known: list[tuple[int | None, Cell, list[str]]] = []
    for cell in cells:
        over = [
            at
            for at, column in enumerate(columns)
            if min(column.right, cell.box.right) - max(column.left, cell.box.left) > 0
        ]
        if len(over) > 1:
            return False
        plains = [word for word in cell.plains if word]
        roles: list[str] = []
        if over:
            near_words = _words_over(sheet.rows[near], columns[over[0]])
            together = [*near_words, *plains] if step > 0 else [*plains, *near_words]
            size, ids = lexicon.match(together, 0, sheet.scanned) if together else (0, ())
            if size == len(together):
                roles = _roles(ids)
        if not roles:
            size, ids = lexicon.match(plains, 0, sheet.scanned) if plains else (0, ())
            roles = _roles(ids) if size and size >= len(plains) - 1 else []
        known.append((over[0] if over else None, cell, roles))
    if not any(roles for _, _, roles in known) or sum(1 for *_, roles in known if roles) * 2 < len(known):
        return False
    for at, cell, roles in known:
        if at is None:
            columns.append(Column(roles or ["other"], cell.box.left, cell.box.right))
            continue
        column = columns[at]
        shared = [role for role in roles if role in column.roles]
        new = shared or (roles if roles and ("other" in column.roles or roles != ["other"]) else column.roles)
        columns[at] = Column(new, min(column.left, cell.box.left), max(column.right, cell.box.right))
    columns.sort(key=lambda column: column.left)
    return True


def _words_over(cells: list[Cell], column: Column) -> list[str]:
    return [
        plain
        for cell in cells
        for word, plain in zip(cell.words, cell.plains, strict=True)
        if plain and column.left - 1 <= (word.box.left + word.box.right) / 2 <= column.right + 1
    ]
