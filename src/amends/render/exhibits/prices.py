"""Which words of a page are prices: those that hold a price that was read, and amounts in the rows of totals.

A word is taken for a price only when its value is that of a price field and nothing else on the line can be meant. What
cannot be told from a quantity or a model number is a reason to refuse, never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import NamedTuple

from amends.model import Box, Goods, Reading

FIELDS = ("subtotal", "tax", "total")
"""The fields of an invoice that hold money, besides the prices of its lines."""

_SIGN = r"(?:[$£€¥₹]|US\$|C\$|A\$|RMB|USD|EUR|GBP|CAD|AUD|CNY|JPY|INR|MXN|PLN|SEK|CHF|zł|kr)"
_AMOUNT = re.compile(rf"\(?-?(?P<before>{_SIGN})?-?(?P<digits>\d[\d.,'’\u00a0\u202f ]*)(?P<after>{_SIGN})?\)?[*.,;]?")
_CENTS = re.compile(r"[.,]\d{2}$")
# Words that head a row of money at the foot of an invoice, in the languages that invoices come in.
_MONEY_ROW = frozenset(
    "subtotal total totals tax vat gst hst pst shipping freight postage handling discount deposit balance due paid "
    "payable amount zwischensumme summe gesamt gesamtbetrag rechnungsbetrag netto brutto mwst ust versand rabatt "
    "sous-total montant tva remise port base iva importe descuento envío totale imponibile sconto sumă 小计 合计 总计 "
    "总额 税额 金额 小計 合計 総額 消費税".split()
)
_APART = 8.0


class Word(NamedTuple):
    """A word of a page with its box."""

    text: str
    box: Box


class Price(NamedTuple):
    """Words of one page that are a price together: their text, their box, and why they are taken for one."""

    page: int
    text: str
    box: Box
    why: str


class Found(NamedTuple):
    """The prices of a document, what could not be told from something else, and amounts that were left readable."""

    prices: tuple[Price, ...]
    unclear: tuple[str, ...]
    left: tuple[str, ...]


def prices(reading: Reading, pages: Sequence[Sequence[Word]]) -> Found:
    """The prices of a document. `pages` are the words of each page, the first first."""
    found: dict[tuple[int, Box], Price] = {}
    unclear: list[str] = []
    left: list[str] = []
    for number, words in enumerate(pages, 1):
        rows = _rows(words)
        for goods in reading.lines:
            if goods.place.page == number:
                for price in _of_line(number, goods, rows, unclear):
                    found.setdefault((number, price.box), price)
        for price in _of_fields(number, reading, rows):
            found.setdefault((number, price.box), price)
        for price in _of_totals(number, rows):
            found.setdefault((number, price.box), price)
        covered = [price.box for (page, _), price in found.items() if page == number]
        left += [
            f"page {number}: {run.text}"
            for row in rows
            for run in _runs(row)
            if run.money and not any(_inside(run.box, box) for box in covered)
        ]
    kept = _largest(found.values())
    return Found(tuple(sorted(kept, key=lambda p: (p.page, p.box.top, p.box.left))), tuple(unclear), tuple(left))


class _Run(NamedTuple):
    """One to three words side by side that read as a number: its values (two where a mark may be a point or a
    thousand), whether it is written as money, and the word that follows it close by."""

    text: str
    box: Box
    values: frozenset[Decimal]
    money: bool
    after: str


def _of_line(number: int, goods: Goods, rows: list[list[Word]], unclear: list[str]) -> Iterator[Price]:
    wanted = {value for text in (goods.unit_price, goods.amount) if (value := _decimal(text)) is not None}
    if not wanted:
        return
    runs = [
        run
        for row in rows
        for run in _runs([word for word in row if _centre_in(word.box, goods.place.box)])
        if run.values & wanted and not _is_unit(run.after)
    ]
    money = [run for run in runs if run.money]
    bare = [run for run in runs if not run.money]
    expected = sum(1 for text in (goods.unit_price, goods.amount) if text)
    told = {value for run in money for value in run.values}
    for run in money:
        yield Price(number, run.text, run.box, "a price of a line of goods")
    # A number without cents or currency may be a quantity or a part of a name.
    bare = [run for run in bare if not run.values & told]
    if bare and (len(bare) > expected or any(_decimal(goods.quantity) in run.values for run in bare)):
        unclear.append(f"page {number}: “{bare[0].text}” may be a price or another number ({goods.description[:60]})")
        return
    for run in bare:
        yield Price(number, run.text, run.box, "a price of a line of goods")


def _of_fields(number: int, reading: Reading, rows: list[list[Word]]) -> Iterator[Price]:
    for field in reading.fields:
        if field.name not in FIELDS or field.place.page != number:
            continue
        value = _decimal(field.value)
        for row in rows:
            for run in _runs([word for word in row if _centre_in(word.box, field.place.box)]):
                if value in run.values:
                    yield Price(number, run.text, run.box, field.name)


def _of_totals(number: int, rows: list[list[Word]]) -> Iterator[Price]:
    """Amounts of rows that begin as rows of money do: "Total USD 1,075.00"."""
    for row in rows:
        heads = [at for at, word in enumerate(row) if word.text.casefold().strip(":.()*") in _MONEY_ROW]
        if not heads:
            continue
        for run in _runs(row[heads[0] + 1 :]):
            if run.money and not _is_unit(run.after):
                yield Price(number, run.text, run.box, "an amount in a row of totals")


def _rows(words: Sequence[Word]) -> list[list[Word]]:
    """The words in rows, each from left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.box.top + word.box.bottom):
        last = rows[-1][-1].box if rows else None
        if last is not None and _shared(last, word.box) >= 0.5:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda word: word.box.left) for row in rows]


def _shared(one: Box, other: Box) -> float:
    least = min(one.bottom - one.top, other.bottom - other.top)
    return (min(one.bottom, other.bottom) - max(one.top, other.top)) / least if least > 0 else 0.0


def _runs(row: Sequence[Word]) -> Iterator[_Run]:
    """Every number of a row, the longest reading of words side by side first."""
    at = 0
    while at < len(row):
        for length in (3, 2, 1):
            words = row[at : at + length]
            if len(words) == length and _close(words) and (run := _run(words, row[at + length : at + length + 1])):
                yield run
                at += length
                break
        else:
            at += 1


def _close(words: Sequence[Word]) -> bool:
    return all(b.box.left - a.box.right < _APART for a, b in pairwise(words))


def _run(words: Sequence[Word], after: Sequence[Word]) -> _Run | None:
    text = " ".join(word.text for word in words)
    match = _AMOUNT.fullmatch(text)
    if match is None:
        return None
    digits = match["digits"].strip(" .,'’")
    # "1 234,50" is one number; "12 9.40" is two.
    if " " in digits and not re.fullmatch(r"\d{1,3}(?: \d{3})+(?:[.,]\d{2,4})?", digits):
        return None
    values = _values(digits)
    if not values:
        return None
    numbers = [word for word in words if any(c.isdigit() for c in word.text)]
    box = Box(
        min(word.box.left for word in numbers),
        min(word.box.top for word in numbers),
        max(word.box.right for word in numbers),
        max(word.box.bottom for word in numbers),
    )
    money = bool(match["before"] or match["after"] or _CENTS.search(digits))
    beside = after[0].text if after and after[0].box.left - words[-1].box.right < _APART else ""
    return _Run(" ".join(word.text for word in numbers), box, values, money, beside)


def _values(digits: str) -> frozenset[Decimal]:
    """What a number may be: "1.234" is read both ways, "1,234.50" and "1.234,50" one way."""
    bare = re.sub(r"[ '’\u00a0\u202f]", "", digits)
    marks = [c for c in bare if c in ".,"]
    readings = []
    if not marks:
        readings = [bare]
    elif len(set(marks)) == 2:
        last = marks[-1]
        readings = [bare.replace("," if last == "." else ".", "").replace(",", ".")]
    else:
        head, _, tail = bare.rpartition(marks[-1])
        if len(marks) == 1:
            readings.append(f"{head}.{tail}")
        if len(tail) == 3:
            readings.append(bare.replace(marks[0], ""))
    return frozenset(value for reading in readings if (value := _decimal(reading)) is not None)


def _decimal(text: str | None) -> Decimal | None:
    try:
        value = Decimal(text) if text else None
    except InvalidOperation:
        return None
    return abs(value) if value is not None and value.is_finite() else None


def _is_unit(word: str) -> bool:
    """Whether the word after a number makes it a measure: "4.10 oz"."""
    bare = word.strip(".,;:)").casefold()
    return 1 <= len(bare) <= 3 and bare in _UNITS


_UNITS = frozenset("oz lb lbs g kg mg ml cl l in ft yd mm cm m qt gal pt pcs pc ct w v hz mah \" ' x %".split())


def _centre_in(one: Box, box: Box) -> bool:
    across, down = (one.left + one.right) / 2, (one.top + one.bottom) / 2
    return box.left - 1 <= across <= box.right + 1 and box.top - 1 <= down <= box.bottom + 1


def _inside(one: Box, box: Box) -> bool:
    return (
        one.left >= box.left - 0.5
        and one.right <= box.right + 0.5
        and one.top >= box.top - 0.5
        and one.bottom <= box.bottom + 0.5
    )


def _largest(found: Iterable[Price]) -> list[Price]:
    """Prices without those that lie in another."""
    listed = list(found)
    return [
        one
        for one in listed
        if not any(
            other is not one and other.page == one.page and _inside(one.box, other.box) and other.box != one.box
            for other in listed
        )
    ]
