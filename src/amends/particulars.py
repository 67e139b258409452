"""The particulars of a text (dates, numbers, identifiers, file names, names) and whether a case holds them.

A sentence that a person wrote by hand into the plan stands on the facts whose values it repeats; a particular that no
fact, notice or exhibit holds is invented as far as amends can tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from amends import dates, identifiers, values
from amends.model import Case, Count, Money, Party, Period, Rate, Span, Value

_NUMBER = re.compile(r"(?<![\w.,/-])\d[\d,]*(?:\.\d+)?(?:st|nd|rd|th)?(?![\w/-]|[.,]\d)")
_FILE = re.compile(
    r"(?<![\w/@.-])[\w-][\w.-]*\.(?:pdf|png|jpe?g|gif|tiff?|webp|heic|docx?|xlsx?|csv|txt|eml|zip)\b", re.I
)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WEB = re.compile(
    r"(?<![\w.@-])(?:https?://)?(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|example|co\.uk|de|fr|eu|io)\b(?:/\S*)?",
    re.I,
)
_PHONE = re.compile(r"(?<![\w.])\+\d[\d ()./-]{6,}\d")
_CODE = re.compile(r"(?<![\w-])(?=[A-Z0-9/_-]*\d)(?=[A-Z0-9/_-]*[A-Z_/-])[A-Z0-9][A-Z0-9/_-]{3,}(?![\w-])")
_NAME = re.compile(r"(?<![\w'’.-])[A-Z][\w'’&-]*[a-z][\w'’&-]*")
_LOOK_BACK = 80
_LABEL = re.compile(r"\bExhibits?\s+[A-Z]{1,2}\b|\broot causes? \d+(?:(?:, \d+)* and \d+)?", re.I)


@dataclass(frozen=True, slots=True)
class Particular:
    """A date, number, identifier, file or name in a text; `value` is the form by which it is compared."""

    kind: str
    value: str
    span: Span


def find(text: str) -> tuple[Particular, ...]:
    """All particulars of a text in order; a place belongs to one. Words at the head of a sentence are no names."""
    found: list[Particular] = []
    taken = bytearray(len(text))
    for label in _LABEL.finditer(text):
        taken[label.start() : label.end()] = b"\1" * (label.end() - label.start())

    def take(kind: str, start: int, end: int, value: str) -> None:
        if taken.find(1, start, end) < 0:
            taken[start:end] = b"\1" * (end - start)
            found.append(Particular(kind, value, Span(start, end, text[start:end])))

    for match in _FILE.finditer(text):
        take("file", match.start(), match.end(), match.group().lower())
    for pattern in (_MAIL, _WEB, _PHONE):
        for match in pattern.finditer(text):
            take("contact", match.start(), match.end(), match.group().lower().rstrip("."))
    for identifier in identifiers.find(text):
        take("identifier", identifier.span.start, identifier.span.end, identifier.value.upper())
    for day in dates.find(text):
        value = (
            day.date.isoformat()
            if day.date
            else f"--{day.month:02}-{day.day:02}"
            if day.year_missing
            else day.span.quote
        )
        take("date", day.span.start, day.span.end, value)
    for match in _CODE.finditer(text):
        take("identifier", match.start(), match.end(), match.group().upper())
    for match in _NUMBER.finditer(text):
        take("number", match.start(), match.end(), _plain(match.group()))
    for match in _NAME.finditer(text):
        if not _heads_sentence(text, match.start()):
            take("name", match.start(), match.end(), match.group().casefold().removesuffix("'s").removesuffix("’s"))
    return tuple(sorted(found, key=lambda particular: particular.span.start))


def _plain(number: str) -> str:
    digits = re.sub(r"(?:st|nd|rd|th)$", "", number.replace(",", ""))
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _heads_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - _LOOK_BACK) : start].rstrip(" \t\"'“”‘’(*_#")
    return not before or before[-1] in ".!?:\n" or bool(re.search(r"(?:^|\n)\s*(?:[-*•]|\d{1,2}[.)])\s*$", before))


@dataclass(slots=True)
class Known:
    """What a case holds, by the form in which particulars are compared, with the keys of the facts that hold it."""

    holders: dict[str, set[str]] = field(default_factory=dict)

    def add(self, value: str, key: str) -> None:
        """Note that the fact, exhibit or notice `key` holds this."""
        self.holders.setdefault(value, set()).add(key)

    def keys(self, particular: Particular) -> set[str]:
        """Who holds a particular; empty when nobody does. A name may hold in several words, a number in a date."""
        return self.holders.get(particular.value, set())


def known(case: Case) -> Known:
    """Everything that a case's facts, notices and exhibits hold."""
    found = Known()
    for key, fact in case.facts.items():
        if fact.value is not None:
            for form in _forms(fact.value):
                found.add(form, key)
    for notice in case.notices:
        for particular in find(notice.text):
            found.add(particular.value, notice.file)
        for word in re.findall(r"[\w'’&-]+", notice.text):
            found.add(word.casefold(), notice.file)
        if notice.received:
            found.add(notice.received.isoformat(), notice.file)
    for exhibit in case.exhibits:
        found.add(exhibit.name.lower(), exhibit.label)
        for day in (exhibit.dated, exhibit.received):
            if day:
                found.add(day.isoformat(), exhibit.label)
        for asin in exhibit.asins:
            found.add(asin, exhibit.label)
    for ids in ("causes", "actions", "measures"):
        found.add(str(len(getattr(case, ids))), ids)
    return found


def _forms(value: Value) -> Iterator[str]:
    """The forms in which a value can stand in a text."""
    match value:
        case date():
            yield value.isoformat()
            yield f"--{value.month:02}-{value.day:02}"
        case Period():
            yield from _forms(value.start)
            yield from _forms(value.end)
            yield str(value.start.day)
        case Count():
            yield str(value.number)
        case Money():
            yield _plain(f"{value.amount:f}")
            yield value.currency.casefold()
        case Rate():
            yield _plain(f"{value.percent:f}")
        case tuple():
            yield str(len(value))
            for entry in value:
                yield entry.upper()
                yield from _forms(entry)
        case _:
            text = values.say(value, "full") if isinstance(value, Party) else values.say(value)
            for particular in find(f"x {text}"):
                yield particular.value
            for word in re.findall(r"[\w'’&-]+", text):
                yield word.casefold()
                yield word.upper()
