"""The days that a case knows of: what happened, what was done, what runs since."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from amends.model import Case, Period, Source
from amends.model.picture import Matter
from amends.playbook import Catalog, Slot
from amends.text import one_line
from amends.typed import Literal, NamedTuple

Sort = Literal["event", "notice", "action", "measure"]
WORDS: dict[Sort, str] = {
    "event": "event",
    "notice": "from Amazon",
    "action": "action done",
    "measure": "measure starts",
}
_RANK: dict[Sort, int] = {"event": 0, "notice": 1, "action": 2, "measure": 4}
_BESIDE, _LAST = 3, 5
_WHOLE = ("date", "start", "period")


class Moment(NamedTuple):
    """One day of a case, or the days from `start` to `end`; `source` says where it is known from.

    `rank` orders what falls on the same day.
    """

    start: date
    end: date | None
    sort: Sort
    label: str
    source: str
    rank: int


def moments(matter: Matter, catalog: Catalog) -> tuple[Moment, ...]:
    """Every dated fact of a case that its plan stands on, by day."""
    found = [*_notices(matter.case), *_sales(matter), *_facts(matter.case, catalog), *_answers(matter.case)]
    return tuple(sorted(found, key=lambda each: (each.start, each.rank, each.end or each.start)))


def received(case: Case) -> date | None:
    """The day on which the notice that is answered came."""
    value = case.value("case.received")
    return value if isinstance(value, date) else case.notice.received if case.notice else None


def _notices(case: Case) -> Iterator[Moment]:
    rank = _RANK["notice"]
    for notice in case.notices[:-1]:
        if notice.received:
            yield Moment(
                notice.received,
                None,
                "notice",
                "Earlier notice received",
                f"the notice, {notice.file}",
                _RANK["notice"],
            )
    day = received(case)
    if day is not None:
        fact = case.facts.get("case.received")
        source = source_words(case, fact.source) if fact else f"the notice, {case.notice.file}" if case.notice else ""
        yield Moment(day, None, "notice", "Notice received", source, rank)


def _sales(matter: Matter) -> Iterator[Moment]:
    if matter.sales is not None:
        days, says = matter.sales
        yield Moment(days.start, days.end, "event", "Sales that invoices have to cover", says, _RANK["event"])


def _answers(case: Case) -> Iterator[Moment]:
    for sent in case.submissions:
        label = f"Answer {sent.number} sent to Amazon"
        yield Moment(sent.on, None, "event", label, "the record of what was sent", _LAST)


def _facts(case: Case, catalog: Catalog) -> Iterator[Moment]:
    chosen = {*case.causes, *case.actions, *case.measures}
    for key, fact in case.facts.items():
        value = fact.value
        if key == "case.received" or not isinstance(value, date | Period):
            continue
        item, _, slot = key.rpartition(".")
        base = item.partition("#")[0]
        sort: Sort = "action" if base in catalog.actions else "measure" if base in catalog.measures else "event"
        if (sort != "event" or base in catalog.causes) and item not in chosen:
            continue
        rank = _RANK[sort]
        if sort == "action" and slot != "date":
            # A further day of an action, such as that of an answer to it, follows the action.
            sort, rank = "event", _BESIDE
        start, end = (value.start, value.end) if isinstance(value, Period) else (value, None)
        label = _label(case, catalog, base, slot)
        yield Moment(start, end if end != start else None, sort, label, source_words(case, fact.source), rank)


def _label(case: Case, catalog: Catalog, base: str, slot: str) -> str:
    """What happened on a day: the words of its slot, else the title of its item."""
    known = _slot(case, catalog, base, slot)
    if known is not None and known.event:
        return known.event
    entry = catalog.actions.get(base) or catalog.measures.get(base) or catalog.causes.get(base)
    named = slot.replace("-", " ")
    if entry is None:
        return one_line(named[:1].upper() + named[1:], 120)
    return entry.title if slot in _WHOLE else f"{entry.title}: {one_line(named, 60)}"


def _slot(case: Case, catalog: Catalog, base: str, slot: str) -> Slot | None:
    playbook = catalog.playbooks.get(case.enforcement or "")
    owner = (
        playbook
        if base == "case"
        else catalog.actions.get(base) or catalog.measures.get(base) or catalog.causes.get(base)
    )
    return next((each for each in owner.slots if each.key == f"{base}.{slot}"), None) if owner else None


def source_words(case: Case, source: Source) -> str:
    """Where a fact is known from, in words."""
    if source.kind == "notice":
        return f"the notice, {source.ref}"
    if source.kind == "document":
        label = next((each.label for each in case.exhibits if each.name == source.ref), "")
        return f"exhibit {label}, {source.ref}" if label else source.ref
    return f"stated by {source.ref}" + (f" on {source.on.isoformat()}" if source.on else "")
