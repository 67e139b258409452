"""The values of a letter, from the facts of the case, what was read in its exhibits, and the notice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from amends.identifiers import asin_fault
from amends.model import Case, Count, Exhibit, Party, Period, Person, Value
from amends.playbook import Blank, Catalog, RequestLetter

_LISTS = ("asins", "ids", "orders")
_WINDOW = 365


@dataclass(frozen=True, slots=True)
class Filling:
    """Values by slot, and every value that a slot could have, in the order of the case."""

    values: Mapping[str, Value]
    choices: Mapping[str, tuple[Value, ...]]

    def parties(self, slot: str) -> list[Value | None]:
        """The parties that a slot could name, each once."""
        found: dict[str, Value] = {}
        for value in self.choices.get(slot, ()):
            name = value.name if isinstance(value, Party) else str(value)
            found.setdefault("".join(c for c in name.casefold() if c.isalnum()), value)
        return list(found.values())

    def of(self, slot: str, value: Value | None) -> Filling:
        """The same with one value chosen."""
        return self if value is None else Filling({**self.values, slot: value}, self.choices)


def filling(kind: RequestLetter, case: Case, catalog: Catalog, exhibits: Sequence[Exhibit]) -> Filling:
    """The values that a case has for the slots of a letter about some of its exhibits."""
    choices = {blank.name: _choices(blank, kind, case, catalog, exhibits) for blank in kind.blanks}
    return Filling({name: found[0] for name, found in choices.items() if found}, choices)


def _choices(
    blank: Blank, kind: RequestLetter, case: Case, catalog: Catalog, exhibits: Sequence[Exhibit]
) -> tuple[Value, ...]:
    for source in blank.sources:
        found = tuple(
            value for value in _from(source, blank, kind, case, catalog, exhibits) if _fits(value, blank.type)
        )
        if found:
            return found
    return ()


def _from(
    source: str, blank: Blank, kind: RequestLetter, case: Case, catalog: Catalog, exhibits: Sequence[Exhibit]
) -> list[Value]:
    head, _, tail = source.partition(".")
    if source == "window":
        window = _window(kind, case, catalog)
        return [window] if window else []
    if head == "reading":
        return _read(tail, blank.type, exhibits)
    if head == "notice":
        held = case.notice.of_kind(tail) if case.notice else ()
        return [held] if held and blank.type in _LISTS else list(held)
    if head == "exhibits":
        asins = dict.fromkeys(asin for each in exhibits for asin in _asins(each))
        return [tuple(asins)] if asins else []
    if head == "*":
        facts = [fact for key, fact in case.facts.items() if key.rpartition(".")[2].partition("#")[0] == tail]
        return [fact.value for fact in facts if fact.value is not None]
    value = case.value(source)
    return [] if value is None else [value]


def _fits(value: Value, type: str) -> bool:
    """Whether a value is of the type of a slot, so that a fact of the same name but another type is left alone."""
    match type:
        case "party":
            return isinstance(value, Party)
        case "person":
            return isinstance(value, Person)
        case "date":
            return isinstance(value, date)
        case "period":
            return isinstance(value, Period)
        case "count":
            return isinstance(value, Count)
        case "asins" | "ids" | "orders":
            return isinstance(value, tuple)
        case _:
            return isinstance(value, str)


def _read(field: str, type: str, exhibits: Sequence[Exhibit]) -> list[Value]:
    """What was read in the exhibits: a list of the values of a field, or a party with all that was read of it."""
    readings = [exhibit.reading for exhibit in exhibits if exhibit.reading is not None]
    if type == "party":
        found: list[Value] = []
        for reading in readings:
            part = {
                name: held.value
                for name, ending in _PARTY.items()
                if (held := reading.sure(f"{field}_{ending}")) is not None
            }
            if "name" in part:
                found.append(Party(**part))
        return found
    values = tuple(dict.fromkeys(held.value for reading in readings if (held := reading.sure(field))))
    if not values:
        return []
    if type in _LISTS:
        return [values]
    return [date.fromisoformat(values[0])] if type == "date" else [values[0]]


_PARTY = {"name": "name", "address": "address", "phone": "phone", "email": "email", "web": "website"}


def _asins(exhibit: Exhibit) -> list[str]:
    lines = exhibit.reading.lines if exhibit.reading is not None else ()
    return [
        *exhibit.asins,
        *(goods.asin for goods in lines if goods.asin and goods.is_sure("asin") and asin_fault(goods.asin) is None),
    ]


def _window(kind: RequestLetter, case: Case, catalog: Catalog) -> Period | None:
    """The time from which the notice takes documents: so many days before it was received."""
    received = case.value("case.received") or (case.notice.received if case.notice else None)
    if not isinstance(received, date):
        return None
    days = next((d.window for id in kind.obtains if (d := catalog.documents.get(id)) and d.window), _WINDOW)
    return Period(received - timedelta(days=days), received)
