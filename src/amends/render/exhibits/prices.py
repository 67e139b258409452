"""Which words of a page are prices: those that hold a price that was read, and amounts in the rows of totals.

A word is taken for a price only when its value is that of a price field and nothing else on the line can be meant. What
cannot be told from a quantity or a model number is a reason to refuse, never a guess.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from types import MappingProxyType

from amends.model import Box, Goods, Place, Reading
from amends.typed import NamedTuple, Protocol

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


class Way(Protocol):
    """The way between a page as the file shows it and the same page upright and straight, point by point."""

    def there(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page as filed on the upright page."""

    def back(self, x: float, y: float) -> tuple[float, float]:
        """A point of the upright page on the page as filed."""


def through(way: Callable[[float, float], tuple[float, float]], box: Box) -> Box:
    """The box around the corners of a box that were led along a way."""
    corners = [way(x, y) for x in (box.left, box.right) for y in (box.top, box.bottom)]
    across, down = [x for x, _ in corners], [y for _, y in corners]
    return Box(min(across), min(down), max(across), max(down))


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


def prices(reading: Reading, pages: Sequence[Sequence[Word]], ways: Mapping[int, Way] = MappingProxyType({})) -> Found:
    """The prices of a document. `pages` are the words of each page, the first first.

    The words of a scanned page that lies askew stand on the page set upright, and `ways` leads there, by page number;
    the places of the reading and of what is found are those of the page as the file shows it.
    """
    found: list[Price] = []
    unclear: list[str] = []
    left: list[str] = []
    for number, words in enumerate(pages, 1):
        rows = Rows(words)
        way = ways.get(number)
        if way is not None:
            reading = _upright(reading, number, way)
        told = [
            *(
                price
                for goods in reading.lines
                if goods.place.page == number
                for price in _of_line(number, goods, rows, unclear)
            ),
            *_of_fields(number, reading, rows),
            *_of_totals(number, rows),
        ]
        kept = _largest(told)
        covered = Rows([Word(price.text, price.box) for price in kept])
        left += [
            f"page {number}: {run.text}"
            for row in rows.rows
            for run in _runs(row)
            if run.money and not any(_inside(run.box, word.box) for word in covered.beside(run.box))
        ]
        found += [price._replace(box=through(way.back, price.box)) for price in kept] if way is not None else kept
    return Found(tuple(sorted(found, key=lambda p: (p.page, p.box.top, p.box.left))), tuple(unclear), tuple(left))


def _upright(reading: Reading, number: int, way: Way) -> Reading:
    """The reading with its places on one page led to the page set upright."""

    def led(place: Place) -> Place:
        return place._replace(box=through(way.there, place.box)) if place.page == number else place

    return reading._replace(
        fields=tuple(field._replace(place=led(field.place)) for field in reading.fields),
        lines=tuple(goods._replace(place=led(goods.place)) for goods in reading.lines),
    )


class Rows:
    """Words in rows from the top, each from left to right, found by their height on the page."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.rows = _rows(words)
        self._middles = [_middle(row) for row in self.rows]
        highest = max((word.box.bottom - word.box.top for word in words), default=0.0)
        self._reach = highest

    def near(self, box: Box) -> list[list[Word]]:
        """The rows that may have a word at the height of a box."""
        first = bisect_left(self._middles, box.top - self._reach)
        last = bisect_right(self._middles, box.bottom + self._reach)
        return self.rows[first:last]

    def beside(self, box: Box) -> Iterator[Word]:
        """The words at the height of a box."""
        for row in self.near(box):
            for word in row:
                if word.box.top < box.bottom and word.box.bottom > box.top:
                    yield word


def _middle(row: Sequence[Word]) -> float:
    return sum(word.box.top + word.box.bottom for word in row) / (2 * len(row))


class _Run(NamedTuple):
    """One to three words side by side that read as a number: its values (two where a mark may be a point or a
    thousand), whether it is written as money, and the word that follows it close by."""

    text: str
    box: Box
    values: frozenset[Decimal]
    money: bool
    after: str


def _of_line(number: int, goods: Goods, rows: Rows, unclear: list[str]) -> Iterator[Price]:
    wanted = {value for text in (goods.unit_price, goods.amount) if (value := _decimal(text)) is not None}
    if not wanted:
        return
    runs = [
        run
        for row in rows.near(goods.place.box)
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


def _of_fields(number: int, reading: Reading, rows: Rows) -> Iterator[Price]:
    for field in reading.fields:
        if field.name not in FIELDS or field.place.page != number:
            continue
        value = _decimal(field.value)
        for row in rows.near(field.place.box):
            for run in _runs([word for word in row if _centre_in(word.box, field.place.box)]):
                if value in run.values:
                    yield Price(number, run.text, run.box, field.name)


def _of_totals(number: int, rows: Rows) -> Iterator[Price]:
    """Amounts of rows that begin as rows of money do: "Total USD 1,075.00"."""
    for row in rows.rows:
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


def _largest(found: Sequence[Price]) -> list[Price]:
    """Prices of a page, each once, without those that lie in another."""
    each = {price.box: price for price in reversed(found)}
    held = Rows([Word("", box) for box in each])
    return [
        price
        for box, price in each.items()
        if not any(word.box != box and _inside(box, word.box) for word in held.beside(box))
    ]
