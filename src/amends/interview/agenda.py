"""What a case can be asked, in the order in which a person would tell it; answered or not.

Everything is computed from case and catalog, so an interview can be left and resumed anywhere. A later block opens when
the choice before it is made: causes when the route is known, actions and measures when the causes are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from amends import needed, pattern
from amends.condition import holds
from amends.interview import basics, routes
from amends.model import Case
from amends.playbook import Action, Catalog, Cause, Measure, Playbook, Say, Slot
from amends.typed import Literal, TypeAlias

LEFT_OUT = "left out"
Entry: TypeAlias = Cause | Action | Measure
Kind = Literal["slot", "enforcement", "route", "causes", "actions", "measures", "why", "proof", "document"]


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing that can be asked. `item` is the use of a catalogue entry that it belongs to ("refund#2"), if any.

    `quiet` marks what is taken when somebody says it, but never asked.
    """

    id: str
    kind: Kind
    step: str
    optional: bool = False
    slot: Slot | None = None
    item: str = ""
    quiet: bool = False


def base(item: str) -> str:
    """The catalogue id of an item: without the suffix that tells apart two uses of one entry."""
    return item.partition("#")[0]


def entry(item: str, catalog: Catalog) -> Entry | None:
    """The cause, action or measure behind an item."""
    id = base(item)
    return catalog.causes.get(id) or catalog.actions.get(id) or catalog.measures.get(id)


def topics(case: Case, catalog: Catalog) -> Iterator[Topic]:
    """All that this case can be asked now. Nothing, when no answer to Amazon is called for."""
    playbook = catalog.playbooks.get(case.enforcement or "")
    if playbook is not None and "none" in routes.fitting(case, catalog):
        yield Topic("enforcement", "enforcement", "The notice", quiet=True)
        return
    for slot in basics.seller(catalog):
        yield _slot(slot, "About you")
    yield Topic("enforcement", "enforcement", "The notice")
    if playbook is None:
        return
    own = {slot.key: slot for slot in playbook.slots}
    yield _slot(own.pop("case.received", basics.RECEIVED), "The notice")
    for slot in (basics.ASINS, basics.ORDERS):
        if slot.key not in own:
            yield _listed(slot, case, catalog, playbook)
    yield _slot(own.pop("case.position", basics.POSITION), "The notice")
    if case.value("case.position") is None:
        return
    yield Topic("route", "route", "The notice", optional=True, quiet=len(routes.fitting(case, catalog)) < 2)
    route = routes.settled(case, catalog) or "none"
    yield replace(_slot(basics.APOLOGY, "The notice"), quiet=True)
    for slot in own.values():
        if holds(slot.when, case):
            yield _slot(slot, "What happened")
    told = routes.TOLD.get(route, ())
    if "causes" in told:
        yield from _causes(case, catalog, playbook)
    if "causes" not in told or "causes" in case.facts or not catalog.causes_of(playbook.id):
        for kind in ("actions", "measures"):
            if kind in told:
                yield from _steps(kind, case, catalog, optional=route != "plan")
    yield from _documents(case, catalog)


def must(topic: Topic) -> bool:
    """Whether nothing can go on without this: “I do not have this” is no answer to it."""
    return topic.kind in ("enforcement", "route") or topic.id == "case.position"


def opens(topic: Topic) -> bool:
    """Whether the answer decides which further questions are asked."""
    return must(topic) or topic.kind in ("causes", "actions", "measures")


def settled(topic: Topic, case: Case) -> bool:
    """Whether this needs no more asking. What was left out because it was optional is asked when it no longer is."""
    match topic.kind:
        case "enforcement":
            return case.enforcement is not None
        case "proof":
            if any(topic.item in exhibit.supports for exhibit in case.exhibits):
                return True
        case _:
            pass
    fact = case.facts.get(topic.id)
    if fact is None:
        return False
    return fact.value is not None or topic.optional or fact.reason != LEFT_OUT


def _slot(slot: Slot, step: str, item: str = "") -> Topic:
    if item and item != base(item):
        slot = slot._replace(key=f"{item}.{slot.key.partition('.')[2]}")
    return Topic(slot.key, "slot", step, slot.optional, slot, item)


def _slots(item: str, case: Case, catalog: Catalog, step: str) -> Iterator[Topic]:
    found = entry(item, catalog)
    for slot in found.slots if found else ():
        if holds(slot.when, case, item):
            yield _slot(slot, step, item)


def _causes(case: Case, catalog: Catalog, playbook: Playbook) -> Iterator[Topic]:
    if not catalog.causes_of(playbook.id) and not case.causes:
        yield Topic("causes", "causes", "What happened", optional=True, quiet=True)
        return
    yield Topic("causes", "causes", "What happened")
    for item in case.causes:
        yield from _slots(item, case, catalog, "What happened")
    for item in case.causes:
        if base(item) in catalog.causes:
            yield Topic(f"{item}.why", "why", "Why", item=item)


def _steps(kind: Literal["actions", "measures"], case: Case, catalog: Catalog, *, optional: bool) -> Iterator[Topic]:
    step = "What you did" if kind == "actions" else "What runs now"
    causes = tuple(base(item) for item in case.causes)
    offered = catalog.actions_for if kind == "actions" else catalog.measures_for
    yield Topic(kind, kind, step, optional, quiet=not offered(case.enforcement or "", causes))
    for item in case.actions if kind == "actions" else case.measures:
        yield from _slots(item, case, catalog, step)


def _documents(case: Case, catalog: Catalog) -> Iterator[Topic]:
    for item in (*case.actions, *case.measures):
        found = entry(item, catalog)
        if isinstance(found, Action | Measure) and found.proof:
            yield Topic(f"{item}.proof", "proof", "Documents", item=item)
    wanted = needed.documents(case, catalog)
    seen = {document.kind for document in wanted}
    for document in wanted:
        there = bool(document.exhibits)
        id, optional = needed.document_key(document.kind), document.need != "required"
        yield Topic(id, "document", "Documents", optional, quiet=there or document.need == "optional")
        if document.lacking is None or there:
            continue
        for kind in _instead(document.kind, catalog):
            if kind not in seen:
                seen.add(kind)
                there = any(exhibit.kind == kind for exhibit in case.exhibits)
                yield Topic(needed.document_key(kind), "document", "Documents", optional=True, quiet=there)
    for kind in catalog.documents:
        if kind not in seen:
            yield Topic(needed.document_key(kind), "document", "Documents", optional=True, quiet=True)


def _instead(kind: str, catalog: Catalog) -> tuple[str, ...]:
    return catalog.documents[kind].instead if kind in catalog.documents else ()


def _listed(slot: Slot, case: Case, catalog: Catalog, playbook: Playbook) -> Topic:
    """ASINs and orders: asked when the notice hides some, or when the letter speaks of them."""
    raw = {"case.asins": "asin", "case.orders": "order"}[slot.key]
    masked = any(found.kind == raw for found in case.notice.identifiers) if case.notice else False
    chosen = [entry(item, catalog) for item in (*case.causes, *case.actions, *case.measures)]
    certain = [*playbook.opening, *playbook.facts, *(say for found in chosen if found for say in found.says)]
    if masked or any(_must(say, slot.key) for say in certain):
        return _slot(slot, "The notice")
    possible: list[Say] = [*playbook.opening_in_error]
    for cause in catalog.causes_of(playbook.id):
        possible.extend(cause.says)
    told = any(_mentions(say, slot.key) for say in (*certain, *possible))
    return replace(_slot(slot._replace(optional=True), "The notice"), quiet=not told)


def _must(say: Say, key: str) -> bool:
    """Whether a sentence cannot be said without this fact."""
    if say.optional or not say.variants:
        return False
    return all(_names(pattern.needed(variant), key) for variant in say.variants)


def _mentions(say: Say, key: str) -> bool:
    return any(_names(pattern.refs(variant), key) for variant in say.variants)


def _names(refs: Iterable[pattern.Ref], key: str) -> bool:
    return any(ref.name == key or ref.name.startswith(f"{key}.") for ref in refs)
