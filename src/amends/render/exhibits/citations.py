"""Which place on which page a sentence of the plan stands on.

A fact that was taken from a document carries its place. A fact that a person stated is found on the exhibits that its
sentence cites, when a field that was read there holds the same value; nothing is matched by likeness.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from datetime import date
from decimal import Decimal, InvalidOperation

from amends.dates import written
from amends.model import (
    Box,
    Case,
    Correction,
    Count,
    Exhibit,
    Fact,
    Goods,
    Money,
    Party,
    Period,
    Reading,
    Sentence,
    Value,
)
from amends.render.letter import flat
from amends.typed import NamedTuple

_ACRONYMS = {"asin": "ASIN", "asins": "ASIN", "sku": "SKU", "gtin": "GTIN", "upc": "UPC", "id": "ID"}
_HEAD = 20
_LEAST = 8
_FIELDS_OF_PARTY = {
    "name": "_name",
    "address": "_address",
    "phone": "_phone",
    "email": "_email",
    "web": "_website",
}


class Citation(NamedTuple):
    """A place that sentences of the plan cite.

    `number` counts the places in the order in which the letter cites them; `title` says what the value is, `words` what
    stands there; `line` is the line of text on the page, None where it cannot be told. `sentences` are those that stand
    on it. `said` says whose word `words` are, where a person corrected or confirmed what was read; `read` is that then.
    """

    number: int
    label: str
    name: str
    page: int
    line: int | None
    title: str
    words: str
    box: Box
    sentences: tuple[str, ...]
    said: str = ""
    read: str = ""

    @property
    def shown(self) -> str:
        """What stands there, and whose word it is where it is not what was read."""
        return f"{self.words} ({self.said})" if self.said else self.words


class _Place(NamedTuple):
    """A place before it is numbered; `marks` are words by which its line is found, the surest first."""

    label: str
    name: str
    page: int
    box: Box
    title: str
    words: str
    marks: tuple[str, ...]
    corrections: tuple[Correction, ...] = ()


def citations(sentences: Sequence[Sentence], case: Case) -> tuple[Citation, ...]:
    """Every place that the sentences of a plan cite, each once, in the order in which they are cited."""
    cited: dict[tuple[str, int, Box], tuple[_Place, list[str]]] = {}
    by_name = {exhibit.name: exhibit for exhibit in case.exhibits}
    by_label = {exhibit.label: exhibit for exhibit in case.exhibits}
    order = {exhibit.label: at for at, exhibit in enumerate(case.exhibits)}
    for sentence in sentences:
        facts = [case.facts[key] for key in sentence.facts if key in case.facts]
        exhibits = [by_label[label] for label in sentence.exhibits if label in by_label]
        found = _places(facts, exhibits, by_name)
        for place in sorted(found, key=lambda one: (order[one.label], one.page, one.box.top, one.box.left)):
            entry = cited.setdefault((place.label, place.page, place.box), (place, []))
            if sentence.text not in entry[1]:
                entry[1].append(sentence.text)
    return tuple(
        Citation(
            number,
            place.label,
            place.name,
            place.page,
            line_of(by_label[place.label].reading, place.page, place.marks),
            place.title,
            place.words,
            place.box,
            tuple(texts),
            said_of(place.corrections),
            "; ".join(said.read for said in place.corrections if said.read and not said.confirms),
        )
        for number, (place, texts) in enumerate(cited.values(), 1)
    )


def line_of(reading: Reading | None, page: int, marks: Sequence[str]) -> int | None:
    """The line of a page's text in which a place stands, counted from 1; None when no mark is in one line alone."""
    pages = reading.text.split("\f") if reading is not None else []
    if not 1 <= page <= len(pages):
        return None
    lines = [_plain(line) for line in pages[page - 1].split("\n") if line.strip()]
    for mark in filter(None, map(_plain, marks)):
        holding = [number for number, line in enumerate(lines, 1) if mark in line]
        if len(holding) == 1:
            return holding[0]
    return None


def said_of(corrections: Sequence[Correction]) -> str:
    """Whose word a value is: "as read by Dana Ruiz on 9 March 2026"; "" when it is what was read."""
    told = dict.fromkeys((said.by, said.on, said.confirms) for said in corrections)
    return "; ".join(
        f"{'checked on the paper' if confirms else 'as read on the paper'} by {flat(by)} on {written(on)}"
        for by, on, confirms in told
    )


def title_of(name: str) -> str:
    """The name of a field in words: "Invoice number"."""
    words = " ".join(_ACRONYMS.get(word, word) for word in name.replace("_", " ").split())
    return words[:1].upper() + words[1:]


def _places(facts: Sequence[Fact], exhibits: Sequence[Exhibit], by_name: dict[str, Exhibit]) -> Iterator[_Place]:
    asins = {asin for fact in facts if fact.type in ("asin", "asins") for asin in _texts(fact.value)}
    for fact in facts:
        source = fact.source
        there = by_name.get(source.ref) if source.kind == "document" else None
        if there is not None and source.page is not None and source.box is not None:
            words = source.span.quote if source.span else _said(fact.value)
            yield _Place(there.label, there.name, source.page, source.box, _title_of_fact(fact), words, (words,))
            continue
        for exhibit in exhibits:
            if exhibit.reading is not None and fact.value is not None:
                yield from _in_reading(fact.value, exhibit, exhibit.reading)
        if isinstance(fact.value, Count):
            yield from _summed(fact.value, exhibits, asins) or _summed(fact.value, exhibits, frozenset())


def _title_of_fact(fact: Fact) -> str:
    return title_of(fact.key.rpartition(".")[2].replace("-", " "))


def _in_reading(value: Value, exhibit: Exhibit, reading: Reading) -> Iterator[_Place]:
    """The fields and lines of a reading that hold a value."""
    for field in reading.fields:
        if (field.sure or _is_number(field.value)) and _same(value, field.name, field.value):
            words = (field.quote or field.value).strip(" :;,")
            title = title_of(field.name)
            told = (field.correction,) if field.correction is not None else ()
            marks = (*(said.read for said in told), words, field.value)
            yield _Place(exhibit.label, exhibit.name, field.place.page, field.place.box, title, words, marks, told)
    names = {_plain(text) for text in _texts(value)}
    for goods in reading.lines:
        held = {_plain(code) for code in (goods.asin, goods.sku, goods.gtin, goods.model) if code}
        if (goods.sure or any(_is_number(code) for code in names & held)) and names & held:
            yield _line(exhibit, goods)


def _is_number(text: str) -> bool:
    """Whether a text is a number as Amazon or a supplier gives them.

    One that a scan shows letter for letter as the case has it was read right, however sure the reading is of itself.
    """
    plain = _plain(text)
    return len(plain) >= _LEAST and " " not in text.strip() and any(letter.isdigit() for letter in plain)


def _line(exhibit: Exhibit, goods: Goods) -> _Place:
    units = f", quantity {goods.quantity}" if goods.quantity else ""
    codes = tuple(code for code in (goods.asin, goods.sku, goods.gtin, goods.model) if code)
    words = f"{codes[0] if codes and codes[0] not in goods.description else ''} {goods.description}".strip() + units
    marks = (goods.description, *codes, goods.description[:_HEAD])
    box, told = goods.place.box, goods.corrections
    marks = (*(said.read for said in told), *marks)
    return _Place(exhibit.label, exhibit.name, goods.place.page, box, "Line of goods", words, marks, told)


def _summed(count: Count, exhibits: Sequence[Exhibit], asins: Set[str]) -> list[_Place]:
    """The lines of goods of some ASINs (of all when none is given), when their quantities come to the count."""
    total = Decimal(0)
    lines: list[_Place] = []
    for exhibit in exhibits:
        for goods in exhibit.reading.lines if exhibit.reading else ():
            if not goods.sure or (asins and goods.asin not in asins):
                continue
            units = _number(goods.quantity)
            if units is None:
                return []
            total += units
            lines.append(_line(exhibit, goods))
    return lines if total == count.number else []


def _same(value: Value, name: str, text: str) -> bool:
    """Whether a field holds a value of the case."""
    match value:
        case date():
            return text == value.isoformat()
        case Period():
            return name.endswith("date") and text in (value.start.isoformat(), value.end.isoformat())
        case Money():
            return _number(text) == value.amount
        case Party():
            return any(
                name.endswith(ending) and _plain(getattr(value, part)) == _plain(text)
                for part, ending in _FIELDS_OF_PARTY.items()
                if getattr(value, part)
            )
        case str() | tuple():
            return any(_plain(piece) == _plain(text) for piece in _texts(value))
        case _:
            return False


def _texts(value: Value | None) -> Iterable[str]:
    return value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()


def _said(value: Value | None) -> str:
    from amends import values

    return "" if value is None else values.say(value)


def _number(text: str | None) -> Decimal | None:
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        return None


def _plain(text: str) -> str:
    """Letters and digits alone, in small letters: what two ways of writing one value share."""
    return "".join(c for c in text.casefold() if c.isalnum())
