"""Letters with one thing changed: what a slip of the pen, a copied passage or a wish does to a plan that was true.

Each mutant changes one value of a letter (a day, a number, a name, an identifier, a file, a label, a unit, a currency)
and knows where. The generator is seeded, so that the same letter gives the same mutants.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from amends import dates
from amends.model import Case, Party, Person

_WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_UNITS = {
    "units": "orders", "orders": "listings", "listings": "units", "days": "weeks", "months": "years", "hours": "days",
    "images": "units", "pictures": "orders", "buyers": "units", "messages": "orders",
}  # fmt: skip
_FILE = re.compile(r"\b[\w-]+\.(?:pdf|png|jpg|csv)\b")
_NUMBER = re.compile(r"(?<![\w.,/-])\d(?:[\d,]*\d)?(?:\.\d+)?(?![\w/-]|[.,]\d)")
_ASIN, _ORDER = re.compile(r"\bB0[A-Z0-9]{8}\b"), re.compile(r"\b\d{3}-\d{7}-\d{7}\b")
_CODE = re.compile(r"\b(?=[A-Z0-9-]*\d)(?=[A-Z0-9-]*[A-Z])(?!B0)[A-Z0-9][A-Z0-9-]{4,}\b")


class Mutant(NamedTuple):
    """A letter in which `was` became `now` at `start`; `kind` says what was done to it."""

    kind: str
    text: str
    start: int
    end: int
    was: str
    now: str


def mutants(text: str, case: Case, seed: int) -> list[Mutant]:
    """The mutants of a letter, the same ones for the same seed."""
    return [made for made in _mutants(text, case, Random(seed)) if made.now != made.was]


def _mutants(text: str, case: Case, random: Random) -> Iterator[Mutant]:
    def changed(kind: str, start: int, end: int, now: str) -> Mutant:
        return Mutant(kind, text[:start] + now + text[end:], start, start + len(now), text[start:end], now)

    days = [found for found in dates.find(text) if found.date is not None]
    spans = [found.span for found in dates.find(text)]
    known = sorted({found.date for found in days if found.date})
    received = case.notice.received if case.notice else None
    for found in days:
        day, (start, end, _) = found.date, found.span
        assert day is not None
        yield changed("day: a few days off", start, end, dates.written(day + timedelta(random.choice((-3, -2, 2, 3)))))
        yield changed("day: another year", start, end, dates.written(_year(day, random.choice((-1, 1)))))
        if days_else := [other for other in known if other != day]:
            yield changed("day: of another fact", start, end, dates.written(random.choice(days_else)))
        if received is not None and day >= received:
            early = received - timedelta(random.randint(5, 40))
            yield changed("day: before the notice", start, end, dates.written(early))

    taken = [*((s.start, s.end) for s in spans), *(m.span() for m in _FILE.finditer(text)),
             *(m.span() for m in _ORDER.finditer(text))]  # fmt: skip
    numbers = [m for m in _NUMBER.finditer(text) if not any(a <= m.start() < b for a, b in taken)]
    numbers = [m for m in numbers if not _marks_a_point(text, m.start(), m.end())]
    values = sorted({m.group() for m in numbers})
    for match in numbers:
        start, end = match.span()
        percent = text[end : end + 1] == "%"
        yield changed("percentage" if percent else "number: mistyped", start, end, _mistyped(match.group(), random))
        other_values = [value for value in values if value != match.group()]
        if other_values and not percent:
            yield changed("number: of another fact", start, end, random.choice(other_values))
    for match in re.finditer(rf"\b(?:{'|'.join(_WORDS[2:])})\b", text):
        others = [word for word in _WORDS[2:] if word != match.group()]
        yield changed("number word", *match.span(), random.choice(others))
    for match in re.finditer(rf"\b(?:{'|'.join(_WEEKDAYS)})", text):
        yield changed("weekday", *match.span(), random.choice([w for w in _WEEKDAYS if w != match.group()]))
    for match in re.finditer(rf"(?<=\d )(?:{'|'.join(_UNITS)})\b", text):
        yield changed("unit", *match.span(), _UNITS[match.group()])
    for match in re.finditer(r"\b(?:USD|EUR|GBP)\b", text):
        others = [code for code in ("USD", "EUR", "GBP") if code != match.group()]
        yield changed("currency", *match.span(), random.choice(others))

    for kind, form in (("ASIN", _ASIN), ("order", _ORDER), ("code", _CODE)):
        found_here = [m for m in form.finditer(text) if not any(a < m.start() < b for a, b in taken)]
        found_here = list(form.finditer(text)) if kind == "order" else found_here
        all_values = sorted({m.group() for m in found_here})
        for match in found_here:
            yield changed(f"{kind}: mistyped", *match.span(), _mistyped(match.group(), random))
            others = [value for value in all_values if value != match.group()]
            if others and kind != "code":
                yield changed(f"{kind}: another of the case", *match.span(), random.choice(others))
        for value in all_values if kind == "ASIN" and len(all_values) > 1 else []:
            without = re.sub(rf"{value} and | and {value}|, {value}|{value}, |{value}", "", text)
            at = text.index(value)
            yield Mutant("ASIN: left out", without, 0, len(without), text[at : at + len(value)], "")

    files = sorted({m.group() for m in _FILE.finditer(text)})
    for match in _FILE.finditer(text):
        start, end = match.span()
        stem, _, ending = match.group().rpartition(".")
        yield changed("file: mistyped", start, end, f"{_mistyped(stem, random)}.{ending}")
        if len(files) > 1:
            yield changed("file: another exhibit", start, end, random.choice([f for f in files if f != match.group()]))
    for match in re.finditer(r"(?<=\bExhibit )[A-Z]\b", text):
        labels = [chr(ord("A") + at) for at in range(len(case.exhibits) + 2)]
        yield changed("label", *match.span(), random.choice([c for c in labels if c != match.group()]))

    people, companies = _names(case, Person), _names(case, Party)
    for names, what in ((people, "person"), (companies, "company")):
        for name in names:
            longer = [other for other in names if name in other and other != name]
            inside = [m.span() for other in longer for m in re.finditer(re.escape(other), text)]
            for match in re.finditer(re.escape(name), text):
                if any(start <= match.start() < end for start, end in inside):
                    continue
                yield changed(f"{what}: misspelt", *match.span(), _misspelt(name, random))
                if others := [other for other in names if other != name]:
                    yield changed(f"{what}: another of the case", *match.span(), random.choice(others))
                if what == "person":
                    yield changed("person: a stranger", *match.span(), "Petra Lindqvist")


def _marks_a_point(text: str, start: int, end: int) -> bool:
    """Whether a number only counts points: "1. ", "(Answers root causes 1 and 2.)"."""
    line = text.rfind("\n", 0, start) + 1
    return (start == line and text[end : end + 1] == ".") or "root cause" in text[max(0, start - 20) : start]


def _year(day: date, by: int) -> date:
    return date(day.year + by, day.month, min(day.day, 28))


def _mistyped(value: str, random: Random) -> str:
    """The value with two neighbours changed places or one character another."""
    places = [at for at in range(len(value) - 1) if value[at].isalnum() and value[at + 1].isalnum()]
    swaps = [at for at in places if value[at] != value[at + 1] and not (at == 0 and value[1] == "0")]
    if swaps and random.random() < 0.5 and not value.startswith("B0"):
        at = random.choice(swaps)
        return value[:at] + value[at + 1] + value[at] + value[at + 2 :]
    at = random.choice([at for at, c in enumerate(value) if c.isalnum()][2 if value.startswith("B0") else 0 :])
    pool = "123456789" if value[at].isdigit() else "ABCDEFGH" if value[at].isupper() else "aeiortns"
    return value[:at] + random.choice([c for c in pool if c != value[at]]) + value[at + 1 :]


def _misspelt(name: str, random: Random) -> str:
    """The name with a letter of its longest word left out or doubled or another."""
    words = name.split(" ")
    at = max(range(len(words)), key=lambda place: len(words[place]))
    word = words[at]
    place = random.randint(1, len(word) - 2)
    again = random.choice((word[:place] + word[place + 1 :], word[:place] + word[place] + word[place:],
                           word[:place] + random.choice("aeiou") + word[place + 1 :]))  # fmt: skip
    words[at] = again
    return " ".join(words)


def _names(case: Case, kind: type) -> list[str]:
    values = [fact.value for fact in case.facts.values()]
    names = {value.name for value in values if isinstance(value, Person | Party) and isinstance(value, kind)}
    if kind is Party:
        names |= {str(case.value(key)) for key in ("seller.name", "seller.store") if case.value(key)}
    return sorted(names)
