"""What the cells of a row of goods hold: words by column, amounts in them, and whether three numbers fit."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal

from amends.evidence.amounts import Amount, amount
from amends.evidence.invoice.columns import Columns
from amends.evidence.invoice.sheet import Cell
from amends.evidence.page import Word


def assigned(cells: Sequence[Cell], columns: Columns) -> dict[int, list[Word]]:
    """The words of a row by the number of their column."""
    row = cells[0].row
    found = columns.rows.get(row)
    if found is None:
        found = columns.rows[row] = {}
        edges = columns.edges
        for cell in cells:
            for word in cell.words:
                box = word.box
                found.setdefault(bisect_right(edges, (box.left + box.right) / 2), []).append(word)
    return found


def money(words: Sequence[Word], mark: str) -> Amount | None:
    """The amount in a cell: the whole of it, else its last word that is one ("9.40 /pc", "USD 9.40")."""
    words = last_piece(words)
    texts = [word.text for word in words]
    whole = amount(" ".join(texts), mark)
    if whole is not None:
        return whole
    for at in range(len(texts) - 1, -1, -1):
        text = texts[at].split("/", 1)[0]
        if "%" in text:
            continue
        found = amount(text, mark)
        if found is not None:
            joined = amount(f"{texts[at - 1]} {text}", mark) if at else None
            return joined or found
    return None


def last_piece(words: Sequence[Word]) -> Sequence[Word]:
    """The words behind the last wide gap: what stands before it is of another column."""
    for at in range(len(words) - 1, 0, -1):
        one, other = words[at - 1].box, words[at].box
        if other.left - one.right > 1.2 * (one.bottom - one.top) and any(c.isdigit() for c in words[at].text):
            return words[at:]
    return words


def is_same(made: Decimal, printed: Decimal) -> bool:
    """Whether a number that was worked out is the one that is printed, to its last digit."""
    last = Decimal(1).scaleb(min(int(printed.as_tuple().exponent), 0))
    return abs(made - printed) <= last / 2


def product_fits(number: Decimal, price: Decimal, total: Decimal) -> bool:
    """Whether quantity times price is the amount, but for the rounding of the price that is printed."""
    cent = Decimal(1).scaleb(min(int(price.as_tuple().exponent), 0))
    return abs(number * price - total) <= Decimal("0.011") + min(abs(number) * cent / 2, abs(total) / 200)
