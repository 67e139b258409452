"""One role for each column of a table, chosen by what stands in it."""

from __future__ import annotations

from amends.evidence.amounts import amount
from amends.evidence.invoice.cellvalues import assigned
from amends.evidence.invoice.columns import Column, Columns
from amends.evidence.invoice.line import sum_label
from amends.evidence.invoice.sheet import Sheet
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_TENS = 10
_MONEY = frozenset({"unit_price", "amount", "gross", "tax_amount"})


def settle(sheet: Sheet, columns: Columns, start: int, end: int, mark: str) -> None:
    """Choose one role for each column by what stands in it."""
    values: list[list[str]] = [[] for _ in columns.columns]
    for at in range(start, min(end, start + 25)):
        cells = sheet.rows[at]
        if sum_label(cells) and any(values):
            break
        if len(cells) < 2 or sum_label(cells):
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
            # "Unit price" and, with no other word for it, "Price" of the line behind it.
            summed = column is columns.columns[-1] and column.role == "unit_price" and not _has(columns, "amount")
            column.roles = ["amount"] if summed else ["other"]
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


def _has(columns: Columns, role: str) -> bool:
    return any(role in column.roles for column in columns.columns)


def _chosen(column: Column, texts: list[str], described: bool, mark: str) -> list[str]:
    roles = column.roles
    if not texts or len(roles) == 1:
        if roles == ["tax_rate"] and texts and all(money_like(text, mark) for text in texts):
            return ["tax_amount"]
        return roles
    numbers = sum(1 for text in texts if money_like(text, mark)) / len(texts)
    if "sku" in roles and "description" in roles:
        if described and _count_up(texts):
            return ["position"]
        coded = sum(1 for text in texts if " " not in text and _has_code(text)) / len(texts)
        single = sum(1 for text in texts if " " not in text) / len(texts)
        if described and single > 0.5 and coded <= 0.5:
            # A word of its own before the name of the goods: the kind of goods.
            return ["sku"] if all(text.isupper() for text in texts) else ["other"]
        return ["sku"] if described and single > 0.5 else ["description"]
    if "sku" in roles and "position" in roles:
        return ["position"] if _count_up(texts) else ["sku"]
    if numbers > 0.5:
        percent = any("%" in text for text in texts)
        wanted = [role for role in roles if role in (_MONEY | {"quantity", "discount", "tax_rate"})]
        if percent and "tax_rate" in wanted:
            return ["tax_rate"]
        return [role for role in wanted if role != "tax_rate"] or wanted or roles
    return [role for role in roles if role not in _MONEY] or roles


def _count_up(texts: Sequence[str]) -> bool:
    """Whether texts only number the lines: short figures, or by tens with noughts before them ("000010", "000020")."""
    counted = [text.strip(".") for text in texts]
    if not all(text.isdecimal() for text in counted):
        return False
    return all(len(text) < 4 for text in counted) or [int(text) for text in counted] == [
        _TENS * at for at in range(1, len(counted) + 1)
    ]


def _has_code(text: str) -> bool:
    """Whether a text has a digit, or a hyphen at which a narrow cell broke it."""
    return text.endswith("-") or any(map(str.isdigit, text))


def money_like(text: str, mark: str) -> bool:
    """Whether a text is a number, with a currency or a percent sign or without."""
    return amount(text.removesuffix("%").strip(), mark) is not None
