"""Subtotal, tax and total: found by their labels, chosen and confirmed by how they add up."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from amends.evidence.amounts import Amount, amount
from amends.evidence.invoice.columns import Columns
from amends.evidence.invoice.find import below, sureness
from amends.evidence.invoice.sheet import Cell, Label, Sheet
from amends.evidence.page import Word, around
from amends.model.reading import Field, Place

_CENT = Decimal("0.011")
_SURE = 0.97
_LABELLED = 0.88
_DOUBTED = 0.45
_MOST = 40
_BY_ROLE = {"amount": "subtotal", "tax_amount": "tax", "gross": "total"}
_TAXES = frozenset({"columns:tax_rate", "columns:tax_amount"})


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
                if name is None and label.end == len(cell.words) and _TAXES & set(label.ids):
                    name = "sums:tax"
                if name is None or not (
                    label.leading or label.end == len(cell.words) or _only_rate(cell.plains[: label.start])
                ):
                    continue
                words = _amount_of(sheet, cells, at, cell, label, mark, whole)
                if words is not None:
                    read, where = words
                    found.append(
                        Sum(name[5:], read, where, sheet.number, cell.row, label.end - label.start)
                    )
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
                here[name] = Sum(name, read, [word for word in cell.words if any(c.isdigit() for c in word.text)], sheet.number, at, 2)
        if len(here) >= 2:
            found.extend(here.values())
    return found


def _only_rate(plains: Sequence[str]) -> bool:
    """Whether nothing but the rate stands before a label: "19 % MwSt. auf 16.258,75"."""
    return all(word.replace("%", "").isdigit() or word in ("", "%") for word in plains)


def _amount_of(
    sheet: Sheet, cells: Sequence[Cell], at: int, cell: Cell, label: Label, mark: str, whole: bool
) -> tuple[Amount, list[Word]] | None:
    stretch = cell.words[label.end :]
    for other in cells[at + 1 :]:
        if any(one.leading and one.start == 0 and _is_sum(one) for one in other.labels):
            break
        stretch = [*stretch, *other.words]
    read = last_amount(stretch, mark, whole)
    if read is not None:
        return read
    if stretch and any(any(c.isdigit() for c in word.text) and "%" not in word.text for word in stretch):
        return None
    span = around(cell.words[label.start : label.end])
    for beneath in below(sheet, cell, span):
        if any(_is_sum(one) for one in beneath.labels):
            return None
        return last_amount(beneath.words, mark, whole)
    return None


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
            # Amounts run together only where a blank parts thousands, never over a wide gap.
            if size > 1 and any(
                other.box.left - one.box.right > 1.2 * (one.box.bottom - one.box.top)
                for one, other in zip(piece, piece[1:], strict=False)
                if one.text[-1:].isdigit() and other.text[:1].isdigit()
            ):
                continue
            read = amount(" ".join(word.text for word in piece), mark)
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


def chosen(sums: Sequence[Sum], goods: Decimal | None) -> list[Field]:
    """Subtotal, tax and total among all that was found. `goods` is the sum of the lines, None where not known."""
    sums = sums[:_MOST]
    subtotals = _of(sums, "subtotal")
    taxes = _taxes(sums)
    totals = _of(sums, "total")
    if not any(one.name == "paid" and one.value for one in sums):
        totals = totals or _of(sums, "due")
    extras = _extras(sums)
    best: tuple[float, Sum | None, list[Sum], Sum | None] = (-1.0, None, [], None)
    for subtotal, tax, total in product(
        [*subtotals, None] if not subtotals else subtotals, _tax_choices(taxes), totals or [None]
    ):
        score = _score(subtotal, tax, total, extras, goods)
        if score > best[0]:
            best = (score, subtotal, tax, total)
    score, subtotal, tax, total = best
    proven = score >= 4
    fields: list[Field] = []
    if subtotal is not None:
        known = proven or (goods is not None and abs(subtotal.value - goods) <= _CENT)
        fields.append(_field("subtotal", [subtotal], subtotal.value, known, len(_values(subtotals)) > 1))
    if tax:
        fields.append(_field("tax", tax, sum((one.value for one in tax), Decimal(0)), proven, len(taxes) > len(tax)))
    if total is not None:
        known = proven or (goods is not None and abs(total.value - goods) <= _CENT)
        rivals = {one.value for one in totals if one.specific >= total.specific}
        fields.append(_field("total", [total], total.value, known, len(rivals | {total.value}) > 1))
    return fields


def _values(sums: Sequence[Sum]) -> set[Decimal]:
    return {one.value for one in sums}


def _taxes(sums: Sequence[Sum]) -> list[Sum]:
    return [one for one in sums if one.name == "tax"][:6]


def _of(sums: Sequence[Sum], name: str) -> list[Sum]:
    found: dict[Decimal, Sum] = {}
    for one in sums:
        if one.name == name and (one.value not in found or one.specific > found[one.value].specific):
            found[one.value] = one
    return list(found.values())


def _tax_choices(taxes: list[Sum]) -> list[list[Sum]]:
    """One tax, or several rates together; a row that is the sum of the others stands for them."""
    if not taxes:
        return [[]]
    choices = [[one] for one in taxes]
    if len(taxes) > 1:
        choices.insert(0, taxes)
    return choices


def _extras(sums: Sequence[Sum]) -> set[Decimal]:
    """What charges and discounts can add between subtotal and total: each alone and all together."""
    parts = [abs(one.value) if one.name == "shipping" else -abs(one.value) for one in sums if one.name in ("shipping", "discount")]
    parts = parts[:6]
    found = {Decimal(0)}
    for part in parts:
        found |= {one + part for one in found}
    return found


def _score(
    subtotal: Sum | None, tax: list[Sum], total: Sum | None, extras: set[Decimal], goods: Decimal | None
) -> float:
    score = 0.0
    taxed = sum((one.value for one in tax), Decimal(0))
    if total is not None:
        score += 0.1 * total.specific + 0.001 * total.row
        if subtotal is not None:
            if any(abs(subtotal.value + taxed + extra - total.value) <= _CENT for extra in extras):
                score += 4 if (tax or abs(total.value - subtotal.value) <= _CENT or len(extras) > 1) else 0
            elif abs(subtotal.value - total.value) <= _CENT and taxed:
                score += 1
        elif goods is not None and any(abs(goods + taxed + extra - total.value) <= _CENT for extra in extras):
            score += 4
        elif goods is not None and abs(goods - total.value) <= _CENT:
            score += 2
    if subtotal is not None and goods is not None and abs(subtotal.value - goods) <= _CENT:
        score += 2
    if len(tax) == 1:
        score += 0.1 * tax[0].specific
    return score


def _field(name: str, parts: Sequence[Sum], value: Decimal, proven: bool, rivals: bool) -> Field:
    words = [word for one in parts for word in one.words]
    confidence = _SURE if proven else _DOUBTED if rivals else _LABELLED
    if not all(one.amount.settled for one in parts):
        confidence = min(confidence, 0.8 if proven else _DOUBTED)
    places = [word for word in words if word is not None] if len({one.page for one in parts}) == 1 else parts[0].words
    quote = " + ".join(" ".join(word.text for word in one.words) for one in parts)
    return Field(
        name,
        format(value, "f"),
        Place(parts[0].page, around(places)),
        round(confidence * sureness(words), 3),
        quote,
    )
