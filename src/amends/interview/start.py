"""The first case of a notice: what it says without doubt becomes facts, so that nobody is asked for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from amends import identifiers, values
from amends.interview import routes
from amends.model import Case, Fact, Identifier, Notice, Party, Source, Span, Value
from amends.playbook import Catalog, Slot

_SURE = 0.6
_AHEAD = 0.15
_LONGEST_PLACE = 600
_KINDS = {"asins": "asin", "orders": "order", "account": "related-account", "other-account": "related-account"}
_LISTS = ("asins", "orders", "ids")


def start(notice: Notice, catalog: Catalog) -> Case:
    """A case with the facts that the notice states: never a masked value, never one of several that would fit."""
    facts: dict[str, Fact] = {}

    def add(key: str, type_: str, value: Value, place: Span | None) -> None:
        facts[key] = Fact(key, type_, value, Source("notice", notice.file, place))

    enforcement = _certain(notice, catalog)
    if enforcement is not None:
        place = notice.enforcements[0].because[0] if notice.enforcements[0].because else None
        add("enforcement", "choice", enforcement, place)
    if notice.received is not None:
        add("case.received", "date", notice.received, None)
    if notice.marketplace in catalog.marketplaces:
        add("seller.marketplace", "choice", str(notice.marketplace), None)
    sellers = notice.of_kind("seller")
    if len(sellers) == 1 and identifiers.seller_fault(sellers[0]) is None:
        add("seller.id", "id", sellers[0], stated(notice, "seller")[0].span)
    playbook = catalog.playbooks.get(enforcement or "")
    for slot in (*_SHARED, *(playbook.slots if playbook else ())):
        found = stated(notice, kind_of(slot))
        value = _value(slot, found, notice)
        if value is not None:
            add(slot.key, slot.type, value, _place(notice, found))
    case = Case(enforcement=enforcement, notices=(notice,), facts=facts)
    return replace(case, route=routes.settled(case, catalog))


def kind_of(slot: Slot) -> str:
    """The kind of identifier in a notice that answers a slot of the case, told by their names."""
    name = slot.key.partition(".")[2]
    return _KINDS.get(name, name.removesuffix("s").removesuffix("-id"))


def stated(notice: Notice, kind: str) -> tuple[Identifier, ...]:
    """The identifiers of one kind in a notice, each value once."""
    found: dict[str, Identifier] = {}
    for identifier in notice.identifiers:
        if identifier.kind == kind:
            found.setdefault(identifier.value, identifier)
    return tuple(found.values())


_SHARED = (
    Slot("case.asins", "asins", "", "", "", ""),
    Slot("case.orders", "orders", "", "", "", ""),
    Slot("case.complaint-id", "ids", "", "", "", ""),
)


def _certain(notice: Notice, catalog: Catalog) -> str | None:
    """The enforcement, when the reading is sure of it and no other comes near."""
    known = [found for found in notice.enforcements if found.id in catalog.playbooks]
    if not known or known[0] is not notice.enforcements[0] or known[0].confidence < _SURE:
        return None
    close = [found for found in known[1:] if found.confidence > known[0].confidence - _AHEAD]
    return None if close else known[0].id


def _value(slot: Slot, found: tuple[Identifier, ...], notice: Notice) -> Value | None:
    if not found or any(identifier.masked for identifier in found):
        return None
    words = [identifier.value for identifier in found]
    if slot.type not in _LISTS and len(words) != 1:
        return None
    if slot.type == "party":
        mails = notice.of_kind("email")
        party = Party(words[0], email=mails[0] if len(mails) == 1 else "")
        return None if any(not getattr(party, part) for part in slot.needs) else party
    if slot.type == "text":
        return None
    value = values.load(slot, words if slot.type in _LISTS else words[0], notice.received or date.max)
    return None if isinstance(value, values.Fault) else value


def _place(notice: Notice, found: tuple[Identifier, ...]) -> Span:
    """Where they stand: the stretch that holds all of them, or the first when they stand far apart."""
    first = min(identifier.span.start for identifier in found)
    last = max(identifier.span.end for identifier in found)
    if last - first > _LONGEST_PLACE:
        return found[0].span
    return Span(first, last, notice.text[first:last])
