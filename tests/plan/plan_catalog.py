"""A small made-up catalogue and case for the tests of drafting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests import cases

from amends.model import Case, Count, Exhibit, Fact, Person, Plan, Source, Value
from amends.plan import draft
from amends.playbook import Action, AskKind, Catalog, Cause, Condition, Document, Measure, Playbook, Say, Slot

SAID = Source("statement", "Dana Ruiz", on=date(2026, 3, 20))
ASINS = ("B0TESTAB12", "B0TESTAB34")
DANA = Person("Dana Ruiz", "owner")
DAY = date(2026, 3, 11)


def slot(key: str, type_: str, ask: str = "What?", **more: object) -> Slot:
    return Slot(key, type_, ask, "Amazon looks it up.", "a good one", "a bad one")._replace(**more)  # type: ignore[arg-type]


def says(*entries: str | tuple[str, ...] | Say) -> tuple[Say, ...]:
    return tuple(e if isinstance(e, Say) else Say((e,) if isinstance(e, str) else e) for e in entries)


def when(fact: str, *values: str) -> Condition:
    return Condition(fact, values)


def cause(id: str = "invoice-gap", *entries: str | tuple[str, ...] | Say, slots: tuple[Slot, ...] = ()) -> Cause:
    told = says(*(entries or ("The invoices did not name {case.asins|named}.",)))
    return Cause(id, f"The {id}", ("inauthentic",), "?", slots, told, "It was sold because …", {}, (), ())


def action(id: str, order: int, *entries: str | tuple[str, ...] | Say, slots: tuple[Slot, ...] = ()) -> Action:
    dated = (slot(f"{id}.date", "date", "On which day?"), *slots)
    told = says(*(entries or (f"We did {id} {{date|on}}.",)))
    return Action(id, f"The {id}", "?", order, ("invoice-gap",), (), dated, told, (), ())


def measure(id: str, *entries: str | tuple[str, ...] | Say, slots: tuple[Slot, ...] = ()) -> Measure:
    own = (slot(f"{id}.owner", "person"), slot(f"{id}.start", "date"), *slots)
    told = says(*(entries or (f"{{owner}} runs {id} from {{start}} on.",)))
    return Measure(id, f"The {id}", "?", 10, ("invoice-gap",), (), own, told, (), (), "day")


def playbook(**more: object) -> Playbook:
    made = Playbook(
        "inauthentic", "Inauthentic", "authenticity", "full", "high", "About it.", (), (), (), (), (),
        (slot("case.genuine", "text", "The goods are genuine because …"),),
        says("This answers your notice of {case.received} about {case.asins|named}."),
        says("We ask you to look again at {case.asins|named}."),
        says("The goods are genuine because {case.genuine}."),
        (), (), (),
    )  # fmt: skip
    return made._replace(**more)  # type: ignore[arg-type]


def ask(id: str, section: str = "documents", documents: tuple[str, ...] = (), title: str = "") -> AskKind:
    return AskKind(id, title or id, section, documents, (), ())


def catalog(*entries: Cause | Action | Measure | Playbook | AskKind) -> Catalog:
    """The entries with what every plan needs: a playbook, one cause, one action and one measure."""
    all_ = (playbook(), cause(), action("closed", 20), measure("check"), *entries)
    titles = {"supplier-invoice": "Supplier invoice", "procedure": "Procedure", "removal-order": "Removal order"}
    return Catalog(
        {e.id: e for e in all_ if isinstance(e, Playbook)},
        {e.id: e for e in all_ if isinstance(e, AskKind)},
        {e.id: e for e in all_ if isinstance(e, Cause)},
        {e.id: e for e in all_ if isinstance(e, Action)},
        {e.id: e for e in all_ if isinstance(e, Measure)},
        {id: Document(id, title, (), (), (), "", (), (), ()) for id, title in titles.items()},
        {},
    )


def fact(key: str, type_: str, value: Value | None, reason: str = "") -> Fact:
    return Fact(key, type_, value, SAID, reason)


def case(*more: Fact, exhibits: tuple[Exhibit, ...] = (), **fields: object) -> Case:
    """A case with one cause, one action and one measure, all answered; `more` facts replace those of the same key."""
    held = [
        fact("seller.name", "name", "Marlow Ltd"),
        fact("seller.signatory", "person", DANA),
        fact("case.received", "date", date(2026, 3, 10)),
        fact("case.asins", "asins", ASINS),
        fact("case.position", "choice", "at-fault"),
        fact("causes", "ids", ("invoice-gap",)),
        fact("actions", "ids", ("closed",)),
        fact("measures", "ids", ("check",)),
        fact("invoice-gap.why", "text", ("nobody read the invoices", "we had no check at goods-in")),
        fact("closed.date", "date", DAY),
        fact("check.owner", "person", DANA),
        fact("check.start", "date", date(2026, 3, 12)),
        *more,
    ]
    made = Case(
        enforcement="inauthentic", route="plan", notices=(cases.notice(),), facts={f.key: f for f in held},
        causes=("invoice-gap",), actions=("closed",), measures=("check",), exhibits=exhibits,
    )  # fmt: skip
    return replace(made, **fields)  # type: ignore[arg-type]


def section(plan: Plan, id: str) -> list[str]:
    """The points of a section as they stand in the letter."""
    return [item.text for part in plan.sections if part.id == id for item in part.items]


def told(of: Case, knowledge: Catalog | None = None) -> str:
    """The whole letter as text."""
    return "\n".join(item.text for part in draft(of, knowledge or catalog()).sections for item in part.items)


def count(number: int, unit: str = "unit") -> Count:
    return Count(number, unit)


def closed(*entries: str | tuple[str, ...] | Say, types: dict[str, str] | None = None) -> Catalog:
    """A catalogue whose action says this."""
    slots = tuple(slot(f"closed.{name}", type_) for name, type_ in (types or {}).items())
    return catalog(action("closed", 20, *entries, slots=slots))


def done(knowledge: Catalog, *facts: Fact, **fields: object) -> list[str]:
    return section(draft(case(*facts, **fields), knowledge), "corrective-actions")  # type: ignore[arg-type]
