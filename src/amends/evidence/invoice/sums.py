"""The sums on a page: amounts that a label names, behind it, beside it, under it or under the columns of a table."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from decimal import Decimal

from amends.evidence.amounts import Amount, amount
from amends.evidence.invoice.columns import Columns
from amends.evidence.invoice.sheet import Cell, Label, Sheet
from amends.evidence.page import Word, around
from amends.typed import NamedTuple

_CENT = Decimal("0.011")
_MOST_RATES = 6
_MOST_BESIDE = 12
_BY_ROLE = {"amount": "subtotal", "tax_amount": "tax", "gross": "total"}
_TAXES = frozenset({"columns:tax_rate", "columns:tax_amount"})
# What a word behind "Total" makes of it, in the languages of the labels.
_NET = frozenset(
    "netto net excl exkl exclusive excluding ohne without before ht hors sin senza zonder sem uten exkl neto".split()
)
_THOUSANDS = re.compile(r"(?<=\d[,.]) (?=\d{3}(?!\d))")


class Sum(NamedTuple):
    """An amount that a label names: which sum it is, where it stands, how many words its label has."""

    name: str
    amount: Amount
    words: list[Word]
    page: int
    row: int
    specific: int

    @property
    def value(self) -> Decimal:
        """The amount without its currency."""
        return self.amount.value


def sums_of(sheet: Sheet, skip: set[int], mark: str, whole: bool) -> list[Sum]:
    """The sums on a page outside of some rows. `whole` says that amounts of the document have no decimals."""
    found: list[Sum] = []
    for cells in sheet.rows:
        if cells[0].row in skip:
            continue
        for at, cell in enumerate(cells):
            for label in cell.labels:
                name = next((name for name in label.ids if name.startswith("sums:")), None)
                if name is None and _TAXES & set(label.ids):
                    name = "sums:tax"
                if name is None or not (
                    label.leading or label.end == len(cell.words) or _only_rate(cell.plains[: label.start])
                ):
                    continue
                read = _without_parts(_amount_of(sheet, cells, at, cell, label, mark, whole))
                size = label.end - label.start
                if name in ("sums:total", "sums:subtotal") and not _NET.isdisjoint(
                    cell.plains[label.end : label.end + 2]
                ):
                    # "Rechnungssumme Netto", "Total without VAT".
                    name, size = "sums:subtotal", size + 1
                if name == "sums:total":
                    row = _in_one_row(sheet, cells, at, label, mark, size)
                    if row:
                        found.extend(row)
                        break
                found.extend(Sum(name[5:], one, words, sheet.number, cell.row, size) for one, words in read[:1])
                if len(read) > 1:
                    found.extend(_several(name[5:], read, sheet.number, cell.row, size))
                break
    return found


def sums_in_columns(sheet: Sheet, columns: Columns, skip: set[int], mark: str) -> list[Sum]:
    """The sums under the columns of a table that has net, tax and gross of each line: "Razem 100,00 23,00 123,00"."""
    roles = [column.role for column in columns.columns]
    if "amount" not in roles or ("gross" not in roles and "tax_amount" not in roles):
        return []
    found: list[Sum] = []
    for at in range(columns.last + 1, len(sheet.rows)):
        cells = sheet.rows[at]
        if at in skip or not any(name == "sums:total" for cell in cells[:2] for one in cell.labels for name in one.ids):
            continue
        here: dict[str, Sum] = {}
        for cell in cells:
            role = roles[columns.at((cell.box.left + cell.box.right) / 2)]
            read = amount(cell.text, mark)
            name = _BY_ROLE.get(role)
            if read is not None and name is not None and name not in here:
                here[name] = Sum(
                    name,
                    read,
                    [word for word in cell.words if any(c.isdigit() for c in word.text)],
                    sheet.number,
                    at,
                    2,
                )
        if len(here) >= 2:
            found.extend(here.values())
    return found


def _only_rate(plains: Sequence[str]) -> bool:
    """Whether nothing but the rate stands before a label: "19 % MwSt. auf 16.258,75"."""
    return all(word.replace("%", "").isdigit() or word in ("", "%") for word in plains)


def _amount_of(
    sheet: Sheet, cells: Sequence[Cell], at: int, cell: Cell, label: Label, mark: str, whole: bool
) -> list[tuple[Amount, list[Word]]]:
    """The amount of a label, in its row; or those under it, one for each rate of tax."""
    stretch = cell.words[label.end :]
    for other in cells[at + 1 : at + _MOST_BESIDE]:
        if any(one.leading and one.start == 0 and _is_sum(one) for one in other.labels):
            break
        stretch = [*stretch, *other.words]
    read = last_amount(stretch, mark, whole)
    if read is not None:
        return [read]
    if stretch and any(any(c.isdigit() for c in word.text) and "%" not in word.text for word in stretch):
        return []
    span = around(cell.words[label.start : label.end])
    # Amounts stand at the right end of the box whose label stands at the left.
    beyond = cells[at + 1].box.left if at + 1 < len(cells) else sheet.width
    span = span._replace(right=max(span.right, beyond - 2) if label.end == len(cell.words) else span.right)
    found: list[tuple[Amount, list[Word]]] = []
    edge, far = span.bottom, 1.8 * sheet.loose * (span.bottom - span.top)
    for row in range(cell.row + 1, min(cell.row + _MOST_RATES, len(sheet.rows))):
        for beneath in sheet.rows[row]:
            if min(beneath.box.right, span.right) <= max(beneath.box.left, span.left):
                continue
            if beneath.box.top - edge > far or any(_is_sum(one) for one in beneath.labels):
                return found
            under = last_amount(beneath.words, mark, whole)
            if under is not None:
                found.append(under)
                edge = beneath.box.bottom
    return found


def _without_parts(read: list[tuple[Amount, list[Word]]]) -> list[tuple[Amount, list[Word]]]:
    """Amounts under each other, or the last alone where it is the sum of those over it: one for each rate, then all."""
    if (
        len(read) > 1
        and read[-1][0].value
        and sum((one.value for one, _ in read[:-1]), Decimal(0)) == read[-1][0].value
    ):
        return read[-1:]
    return read


def _in_one_row(sheet: Sheet, cells: Sequence[Cell], at: int, label: Label, mark: str, size: int) -> list[Sum]:
    """Net, tax and gross behind one label, when the first two make the third: "Razem 35 437,33 5 161,98 40 599,31"."""
    amounts: list[tuple[Amount, list[Word]]] = []
    for cell in cells[at : at + _MOST_BESIDE]:
        words = cell.words[label.end :] if cell is cells[at] else cell.words
        read = last_amount(words, mark, True) if words else None
        if read is not None:
            amounts.append(read)
    if len(amounts) < 3 or any(not one.value for one, _ in amounts[-3:]):
        return []
    net, tax, gross = amounts[-3:]
    if abs(net[0].value + tax[0].value - gross[0].value) > _CENT:
        return []
    names = ("subtotal", "tax", "total")
    return [
        Sum(name, one, words, sheet.number, cells[0].row, size)
        for name, (one, words) in zip(names, (net, tax, gross), strict=True)
    ]


def _several(name: str, read: Sequence[tuple[Amount, list[Word]]], page: int, row: int, size: int) -> list[Sum]:
    """The amounts under a label beyond the first: one by one for taxes, else their sum."""
    if name == "tax":
        return [Sum(name, one, words, page, row, size) for one, words in read[1:]]
    if name != "subtotal":
        return []
    single = [Sum(name, one, words, page, row, size) for one, words in read[1:]]
    value = sum((one.value for one, _ in read), Decimal(0))
    words = [word for _, under in read for word in under]
    return [*single, Sum(name, read[0][0]._replace(value=value), words, page, row, size)]


def _is_sum(label: Label) -> bool:
    return any(name.startswith("sums:") for name in label.ids)


def last_amount(words: Sequence[Word], mark: str, whole: bool) -> tuple[Amount, list[Word]] | None:
    """The last amount in some words with the words that it stands in, currency beside it included."""
    end = len(words)
    while end > 0:
        for size in (4, 3, 2, 1):
            start = end - size
            if start < 0:
                continue
            piece = words[start:end]
            if end < len(words) and words[end].text.startswith("%"):
                # A rate, its sign parted from it.
                break
            # Amounts run together only where a blank parts thousands, never over a wide gap.
            if size > 1 and any(
                other.box.left - one.box.right > 1.2 * (one.box.bottom - one.box.top)
                for one, other in itertools.pairwise(piece)
                if one.text[-1:].isdigit() and other.text[:1].isdigit()
            ):
                continue
            text = " ".join(word.text for word in piece)
            # A formula sets a blank behind the mark of thousands: "$1, 034.00".
            read = amount(_THOUSANDS.sub("", text) if ", " in text or ". " in text else text, mark)
            if read is None and size == 1:
                read = amount(piece[0].text.rstrip(".;:*"), mark)
            if read is None:
                continue
            text = "".join(word.text for word in piece)
            if not whole and not read.currency and not any(c in ".,'’" for c in text):
                return None
            number = [word for word in piece if any(c.isdigit() for c in word.text)]
            return read, number
        end -= 1
    return None
