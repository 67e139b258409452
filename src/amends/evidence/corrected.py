"""What a person says that the paper says, joined to what was read: the reading stays as it is beside it.

A correction belongs to a place on a page and to what was read there, not to a number in a list, so that it holds when
the document is read anew. What a person says is taken into the form of the field: a day, an amount, a currency.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from amends.evidence.amounts import amount
from amends.evidence.days import days
from amends.model import Box, Correction, Exhibit, Field, Goods, Place, Reading
from amends.text import one_line
from amends.typed import Any, NamedTuple
from amends.values import Fault

CELLS = ("description", "quantity", "asin", "sku", "gtin", "model", "unit_price", "amount")
"""The cells of a line of goods, in the order in which they are shown."""

LINE = "line."
"""Stands before the name of a cell, which tells it from a field of the same name."""

LONGEST = 1_000
"""How many characters of what a paper says are kept."""

MOST = 200
"""How many corrections of one document count."""

_DAYS = ("date", "_on", "_from", "_until", "issued")
_MONEY = frozenset({"subtotal", "tax", "total", "shipping", "unit_price", "amount", "quantity"})
_CODES = frozenset({"asin", "sku", "gtin", "model"})
_CURRENCY = re.compile(r"[A-Z]{3}")
# A line whose number was not read can still be told; its other empty cells are no misreading.
_TOLD = "quantity"
_NUMBERS = ("quantity", "unit_price", "amount")
_DAY = "write the day like 2026-03-14"


class Spot(NamedTuple):
    """A value on a document that a person can confirm or correct.

    `number` counts them in the order in which they are shown. `key` tells the place and what was read there, so that a
    form that was open for long never meets another one. `line` is the number of the line of goods, None for a field.
    `read` is what was read as it stood, "" for nothing; `value` what counts now.
    """

    number: int
    key: str
    name: str
    line: int | None
    place: Place
    read: str
    value: str
    sure: bool
    correction: Correction | None = None


def spots(exhibit: Exhibit) -> tuple[Spot, ...]:
    """The values of a document, corrected ones among them: its fields, then its lines of goods cell by cell."""
    reading = exhibit.reading
    return tuple(_numbered(reading)) if reading is not None else ()


def _numbered(reading: Reading) -> Iterator[Spot]:
    number = 0
    for field in reading.fields:
        if not field.value and field.correction is None:
            continue
        number += 1
        read = field.correction.read if field.correction else field.quote or field.value
        key = _key(field.name, field.place, read)
        yield Spot(number, key, field.name, None, field.place, read, field.value, field.sure, field.correction)
    for at, goods in enumerate(reading.lines):
        for name in CELLS:
            value = getattr(goods, name) or ""
            if not value and name != _TOLD:
                continue
            number += 1
            named = LINE + name
            said = next((each for each in goods.corrections if each.field == named), None)
            read = said.read if said else value
            sure = said is not None or (bool(value) and goods.is_sure(name))
            yield Spot(number, _key(named, goods.place, read), named, at + 1, goods.place, read, value, sure, said)


def _key(name: str, place: Place, read: str) -> str:
    sides = ",".join(f"{side:.1f}" for side in place.box)
    return sha256(f"{name}\0{place.page}\0{sides}\0{read}".encode(errors="replace")).hexdigest()[:16]


def value_of(name: str, says: str) -> str | Fault:
    """What a person says that the paper says, in the form of the field of that name; a fault says what to write."""
    text = one_line(says.strip(), LONGEST)
    name = name.removeprefix(LINE)
    if not text:
        return Fault("write what the paper says; if nothing stands there, ask for a better copy")
    if name.endswith(_DAYS):
        found = days(text, compact=True)
        if len(found) != 1:
            return Fault(f"“{one_line(text, 40)}” is no day; {_DAY}")
        if len(found[0].readings) != 1:
            return Fault(f"“{one_line(text, 40)}” can be two days; {_DAY}")
        return found[0].readings[0].isoformat()
    if name in _MONEY:
        number = amount(text)
        if number is None:
            return Fault(f"“{one_line(text, 40)}” is no number; write it like 1234.50")
        if not number.settled:
            return Fault(f"“{one_line(text, 40)}” can be two numbers; write it without a mark for thousands: 1234.50")
        return number.text
    if name == "currency":
        code = text.upper()
        return code if _CURRENCY.fullmatch(code) else Fault("write the three letters of the currency, such as USD")
    if name in _CODES:
        return text.upper() if name == "asin" else text
    return text


def joined(exhibit: Exhibit, reading: Reading | None) -> Exhibit:
    """An exhibit with its reading, in which what the person said takes the place of what was read."""
    made = reading
    for said in exhibit.corrections[:MOST] if reading is not None else ():
        made = _with(made, said) if made is not None else None
    return replace(exhibit, reading=made)


def lost(exhibit: Exhibit) -> tuple[Correction, ...]:
    """What a person said that counts for nothing now: of a line of goods that is not read at that place any more."""
    reading = exhibit.reading
    if reading is None:
        return ()
    held = {said for goods in reading.lines for said in goods.corrections}
    held |= {field.correction for field in reading.fields if field.correction is not None}
    return tuple(said for said in exhibit.corrections[:MOST] if said not in held)


def faults(exhibit: Exhibit) -> Iterator[tuple[int, str]]:
    """What is wrong with corrections that were written by hand, each with its number from 0."""
    for at, said in enumerate(exhibit.corrections):
        if at >= MOST:
            yield at, f"more than {MOST} corrections of one document; leave the others out"
            return
        found = value_of(said.field, said.says)
        if isinstance(found, Fault) and not said.confirms:
            yield at, found.message


def _with(reading: Reading, said: Correction) -> Reading:
    if said.field.startswith(LINE):
        cell = said.field.removeprefix(LINE)
        rows = [(said.field, goods.place, (getattr(goods, cell, None) or "",)) for goods in reading.lines]
        row = _nearest(said, rows) if cell in CELLS else None
        if row is None:
            return reading
        lines = (*reading.lines[:row], _goods(reading.lines[row], cell, said), *reading.lines[row + 1 :])
        return reading._replace(lines=lines)
    at = _nearest(said, [(field.name, field.place, _as_read(field)) for field in reading.fields])
    if at is not None:
        fields = (*reading.fields[:at], _field(reading.fields[at], said), *reading.fields[at + 1 :])
        return reading._replace(fields=fields)
    value = value_of(said.field, said.says)
    if isinstance(value, Fault):
        return reading
    # This reader found nothing there; that the person saw it there stands.
    return reading._replace(fields=(*reading.fields, Field(said.field, value, said.place, 1.0, said.says, said)))


def _as_read(field: Field) -> tuple[str, ...]:
    return (field.quote or field.value, field.value)


def _field(field: Field, said: Correction) -> Field:
    if said.confirms and said.read in _as_read(field):
        return field._replace(confidence=1.0, correction=said)
    value = value_of(said.field, said.says)
    if isinstance(value, Fault):
        return field
    return field._replace(value=value, confidence=1.0, quote=said.says, correction=said)


def _goods(goods: Goods, cell: str, said: Correction) -> Goods:
    read = getattr(goods, cell)
    value = read if said.confirms and said.read == read else value_of(cell, said.says)
    if isinstance(value, Fault):
        return goods
    corrections = (*(each for each in goods.corrections if each.field != said.field), said)
    told = {each.field.removeprefix(LINE) for each in corrections}
    # The confidence of a line is that of its numbers: it is sure once a person told each that stands in it.
    numbers = {name for name in _NUMBERS if getattr(goods, name)} | {_TOLD}
    changes: dict[str, Any] = {
        cell: value,
        "unsure": tuple(name for name in goods.unsure if name not in told),
        "corrections": corrections,
        "confidence": 1.0 if numbers <= told else goods.confidence,
    }
    return goods._replace(**changes)


def _nearest(said: Correction, found: Sequence[tuple[str, Place, tuple[str, ...]]]) -> int | None:
    """Which of some values a correction is about: of that name, on that page, the boxes over one another."""
    best: tuple[bool, float] | None = None
    at: int | None = None
    for number, (name, place, read) in enumerate(found):
        if name != said.field or place.page != said.place.page:
            continue
        shared = _shared(place.box, said.place.box)
        rank = (said.read in read, shared)
        if shared > 0 and (best is None or rank > best):
            best, at = rank, number
    return at


def _shared(one: Box, other: Box) -> float:
    """How much of the smaller of two boxes the other covers, from 0 to 1; a box without extent is taken for a point."""
    one, other = _straight(one), _straight(other)
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    if wide < 0 or high < 0:
        return 0.0
    least = min(max(_area(one), 0.01), max(_area(other), 0.01))
    return min(1.0, max(wide * high, 0.01) / least)


def _straight(box: Box) -> Box:
    """A box with its corners in order: what lies in a file may have them turned round."""
    (left, right), (top, bottom) = sorted((box.left, box.right)), sorted((box.top, box.bottom))
    return Box(left, top, right, bottom)


def _area(box: Box) -> float:
    return (box.right - box.left) * (box.bottom - box.top)
