"""How sure a line of goods is: what its product proves, and which of its cells nothing does."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from amends.evidence.doubt import believed, is_doubtful, proven, sureness
from amends.evidence.invoice.cellvalues import is_same, product_fits
from amends.evidence.invoice.columns import Columns
from amends.evidence.invoice.line import Line
from amends.evidence.page import Word
from amends.identifiers import gtin_fault

_PROVEN, _READ, _DOUBTED = 0.97, 0.85, 0.6
_NEARLY = 0.45
_NUMBERS = ("quantity", "unit_price", "amount", "discount", "tax_rate")
_RATE = re.compile(r"\d{1,2}(?:\.\d+)?")
_AROUND = "(),;:.[]#"


def sure_of(line: Line, by_role: dict[str, list[Word]], scanned: bool, columns: Columns) -> float:
    """The confidence of the numbers of a line. In a scan only their exact product proves them: where the price is
    rounded, a digit may be another and the product still fit.
    """
    base = confidence_of(line, by_role, scanned)
    if scanned and is_told_by_product(line, columns):
        base = _NEARLY
    numbers = [word for role in _NUMBERS for word in by_role.get(role, ())]
    if scanned and (line.unit_price is None) != (line.amount is None):
        # One of two amounts was lost, and nothing tells which.
        base = _NEARLY
    if not scanned and base < _PROVEN and _lacks(line, columns, by_role):
        base = _NEARLY
    if base < _PROVEN:
        return believed(base, numbers)
    exact = sureness(numbers) == 1.0 or _is_exact(line, by_role)
    return proven(base if exact else _NEARLY, numbers)


def _lacks(line: Line, columns: Columns, by_role: Mapping[str, list[Word]]) -> bool:
    """Whether a cell of numbers was not made out though the table has its column: the row stands beside its columns."""
    roles = {column.role for column in columns.columns}
    if {"unit_price", "amount"} <= roles and (line.unit_price is None) != (line.amount is None):
        return True
    return line.quantity is None and any(c.isdigit() for word in by_role.get("quantity", ()) for c in word.text)


def is_told_by_product(line: Line, columns: Columns) -> bool:
    """Whether nothing but the product says which number counts and which is the price, and it may be either."""
    price = line.unit_price.value if line.unit_price is not None else None
    return columns.by_products and price is not None and price == price.to_integral_value()


def _is_exact(line: Line, by_role: dict[str, list[Word]]) -> bool:
    # A price of nothing makes nothing of any quantity.
    if line.quantity is None or line.unit_price is None or line.amount is None or not line.unit_price.value:
        return False
    whole = line.quantity * line.unit_price.value
    shares = (_share(word) for role in ("discount", "tax_rate") for word in by_role.get(role, ()))
    ways = (whole, *(whole * (1 + sign * share) for share in shares if share is not None for sign in (-1, 1)))
    return any(is_same(way, line.amount.value) for way in ways)


def _share(word: Word) -> Decimal | None:
    """The rate that a word says ("15 %", "7,5"), as a share of one."""
    digits = word.text.replace("%", "").replace(",", ".").strip("()-")
    return Decimal(digits) / 100 if _RATE.fullmatch(digits) else None


def unsure_of(found: Sequence[str], line: Line, columns: Columns, by_role: Mapping[str, list[Word]]) -> tuple[str, ...]:
    """The cells of a line in a scan of which something makes one doubt, those that were found so far among them."""
    more = [*found, *_run_into(columns, by_role)]
    if not all(column.named for column in columns.columns):
        # The words over a column that were misread may have been those of this cell.
        more += ["description", "sku", "model"]
    if line.unit_price is None or line.amount is None:
        more += ["unit_price", "amount"]
    if is_told_by_product(line, columns):
        more += ["quantity", "unit_price"]
    return tuple(dict.fromkeys(more))


def _run_into(columns: Columns, by_role: Mapping[str, list[Word]]) -> tuple[str, ...]:
    """The cell into which the number of the line ran, where its column shows none: "1ENK-2502"."""
    if by_role.get("position") or not any(column.role == "position" for column in columns.columns):
        return ()
    for name in ("sku", "model", "description"):
        words = by_role.get(name)
        if words:
            return (name,) if words[0].text[:1].isdigit() else ()
    return ()


def unproven(description: str, text: Sequence[Word], ids: Mapping[str, str], words: Sequence[Word]) -> tuple[str, ...]:
    """The cells of a line in a scan that may be read wrong: `text` are the words of the description, `words` all.

    A check digit proves a number of an article; an ASIN and a number of one's own are proven by nothing.
    """
    if sureness(words) == 1.0:
        return ()
    found = ["description"] if is_doubtful(text, description) else []
    for name, value in ids.items():
        of = [word for word in words if value in word.text] or [
            word for word in words if word.text.strip(_AROUND) and word.text.strip(_AROUND) in value
        ]
        if name == "gtin":
            whole = any(word.text.strip(_AROUND) == value for word in of)
            if gtin_fault(value) is not None or not whole:
                found.append(name)
        elif is_doubtful(of or words, value, code=True):
            found.append(name)
    return tuple(found)


def confidence_of(line: Line, by_role: dict[str, list[Word]], scanned: bool) -> float:
    """How sure a line is: proven by its product, read by its columns, or doubted since the product fails."""
    if line.quantity is None:
        return _DOUBTED if not scanned else 0.4
    if line.unit_price is None or line.amount is None:
        return _READ if not scanned else 0.75
    if product_fits(line.quantity, line.unit_price.value, line.amount.value):
        return _PROVEN
    whole = line.quantity * line.unit_price.value
    if line.amount.value == 0:
        return _READ if not scanned else 0.4
    for role in ("discount", "tax_rate"):
        for word in by_role.get(role, []):
            digits = word.text.replace("%", "").replace(",", ".").strip("()-")
            if re.fullmatch(r"\d{1,2}(?:\.\d+)?", digits):
                share = Decimal(digits) / 100
                expected = whole * (1 - share) if role == "discount" else whole * (1 + share)
                if abs(expected - line.amount.value) <= Decimal("0.02") + whole / 500:
                    return _PROVEN
            elif re.fullmatch(r"\d+\.\d\d", digits) and abs(whole - Decimal(digits) - line.amount.value) <= Decimal(
                "0.02"
            ):
                return _PROVEN
    return 0.4 if scanned else _DOUBTED
