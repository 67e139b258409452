"""The number of an invoice and of the order that it answers: never that of a customer, a tax office or a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from amends.evidence.days import days
from amends.evidence.doubt import believed
from amends.evidence.invoice.find import Value, labelled, values, words_at
from amends.evidence.invoice.sheet import Sheet
from amends.evidence.page import Word, around
from amends.model.reading import Field, Place
from amends.typed import NamedTuple

_TOKEN = re.compile(r"[#№]?[A-Za-z0-9À-ÿ一-鿿][\w./&\-–—]*")
_PREFIX = re.compile(r"[A-Z]{1,6}[-/]?|[-/–]")
_MONEY = re.compile(r"\d{1,3}(?:[.,]\d{3})*[.,]\d\d|\d+%")
_TELEPHONE = re.compile(r"\+?\d[\d ]{9,}")
# "WV2 4UN", "K1A 0B1": the last line of an address.
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d[A-Z] \d[A-Z]\d")
_LONGEST = 34
_MOST_TOKENS = 4
_STRONG = {"behind": 0.96, "right": 0.95, "below": 0.93, "above": 0.75}
_WEAK = {"behind": 0.8, "right": 0.65, "below": 0.6, "above": 0.45}
_NOT_OURS = frozenset({"our", "sales", "so", "ns", "unser", "unsere"})


class Found(NamedTuple):
    """A number on a page with how sure it is."""

    value: str
    words: list[Word]
    confidence: float
    page: int
    strong: bool


def invoice_number(sheet: Sheet, skip: set[int]) -> Field | None:
    """The number of the invoice that a page shows, or None."""
    strong: list[Found] = []
    weak: list[Found] = []
    for name, cell, label in labelled(
        sheet, skip, "fields:invoice_number", "fields:number_and_date", "weak:invoice_number"
    ):
        is_strong = name.startswith("fields:")
        if not label.leading and not is_strong:
            continue
        if not is_strong and not _fit_for_weak(sheet, cell.plains[label.start : label.end], cell.row):
            continue
        for value in values(sheet, name, cell, label):
            if not is_strong and value.where != "behind" and label.end < len(cell.words):
                # "Numéro de ligne" over a number: the label says more than "number", and not of the invoice.
                break
            found = _number(value, is_strong)
            if found is None:
                continue
            known = _STRONG if is_strong else _WEAK
            confidence = known[value.where] - (0.0 if label.leading else 0.2)
            if not is_strong and value.where != "behind" and not _looks_numbered(found[0]):
                continue
            made = Found(found[0], found[1], confidence, sheet.number, is_strong)
            (strong if is_strong else weak).append(made)
            break
    return _best("invoice_number", strong or weak)


def order_number(sheet: Sheet, skip: set[int]) -> Field | None:
    """The number of the customer's order, or None."""
    found: list[Found] = []
    for name, cell, label in labelled(sheet, skip, "fields:order_number", "weak:order_number"):
        ours = bool(_NOT_OURS & set(cell.plains[label.start : label.end]))
        for value in values(sheet, name, cell, label):
            number = _number(value, True)
            if number is None or (name.startswith("weak:") and value.where != "behind"):
                continue
            # In a sentence ("against your order 4516576") only what follows at once and looks like a number.
            if not label.leading and (value.where != "behind" or not _looks_numbered(number[0])):
                break
            sure = 0.92 if label.leading and not ours and name.startswith("fields:") else 0.7
            found.append(Found(*number, sure, sheet.number, not ours))
            break
    preferred = sorted([one for one in found if one.strong] or found, key=lambda one: -one.confidence)
    return _best("order_number", preferred[:1])


def _best(name: str, found: Sequence[Found]) -> Field | None:
    if not found:
        return None
    best = max(found, key=lambda one: one.confidence)
    others = {one.value for one in found if one.confidence >= best.confidence - 0.05}
    confidence = believed(best.confidence, best.words, best.value, code=True)
    if len(others) > 1 and not any(value in best.value or best.value in value for value in others - {best.value}):
        # Two numbers under the same label: nothing here tells which is meant.
        confidence = min(confidence, 0.45)
    quote = " ".join(word.text for word in best.words)
    return Field(name, best.value, Place(best.page, around(best.words)), round(confidence, 3), quote)


def _fit_for_weak(sheet: Sheet, plains: Sequence[str], row: int) -> bool:
    """A bare "No." or "Number" counts beside the title of the document only."""
    if any(
        word not in ("no", "number", "#", "numero", "nummer", "nr", "numer", "n", "番号", "号码", "號碼")
        for word in plains
    ):
        return True
    near: Iterable[int] = range(max(row - 3, 0), min(row + 4, len(sheet.rows)))
    return any(
        "title" in label.ids for at in near for cell in sheet.rows[at] for label in cell.labels if label.start == 0
    )


def _looks_numbered(value: str) -> bool:
    digits = sum(c.isdigit() for c in value)
    return digits >= 4 or (digits >= 2 and any(c.isalpha() for c in value))


def _number(value: Value, strong: bool) -> tuple[str, list[Word]] | None:
    """The first run of words that is a number in the sense of a document, and those words."""
    taken: list[Word] = []
    for at, word in enumerate(value.words[: _MOST_TOKENS + 2]):
        text = word.text.strip(",;:")
        if not text and not taken:
            continue
        if not taken and word.text in (":", "#", ".", "№", "-", "=", "Nr.", "No.", "N°", "Nº", "no."):
            continue
        if len(taken) >= _MOST_TOKENS or not (_TOKEN.fullmatch(text) or (taken and _PREFIX.fullmatch(text))):
            break
        has_digit = any(c.isdigit() for c in text)
        if not has_digit and not _PREFIX.fullmatch(text):
            break
        following = " ".join(other.text for other in value.words[at : at + 4])
        found = days(following)
        if found and found[0].start == 0 and (found[0].form != "named" or taken):
            break
        taken.append(word)
        if word.text.endswith((",", ";")):
            break
    while taken and not any(c.isdigit() for c in taken[-1].text):
        taken.pop()
    if not taken:
        return None
    text = " ".join(word.text for word in taken)
    start = len(text) - len(text.lstrip("#№:(,; "))
    end = len(text.rstrip(".,;:)("))
    number = text[start:end]
    rest = [word.text.lower() for word in value.words[len(taken) : len(taken) + 1]]
    if (
        not number
        or len(number) > _LONGEST
        or _MONEY.fullmatch(number)
        or _POSTCODE.fullmatch(number)
        or rest in (["of"], ["von"], ["de"], ["%"])
        or (not strong and (len(number) < 3 or _TELEPHONE.fullmatch(number)))
    ):
        return None
    return number, words_at(taken, start, end)
