"""Verbs on what evidence proves: the verdict, and the units sold that a person states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from amends.app import knowledge
from amends.app.cases import Opened, save_case
from amends.app.evidence.intake import held_label
from amends.app.evidence.sales import sold_facts
from amends.app.reading.readings import attached
from amends.errors import Unknown
from amends.evidence import filename
from amends.evidence.check import checks
from amends.evidence.demand import Demand
from amends.evidence.verify import Product, Verified, verify
from amends.model import Check, Exhibit, Field, Person
from amends.model.reading import SURE
from amends.text import one_line
from amends.typed import Any


def verified(opened: Opened, now: datetime, labels: Sequence[str] = ()) -> Verified:
    """The verdict on the evidence of a case; `labels` are the exhibits to show, all when none is named.

    Exhibits that were not read yet are read first. Raises `Unknown` for a label that no exhibit has.
    """
    known = {exhibit.label for exhibit in (*opened.case.exhibits, *opened.case.held)}
    wrong = [label for label in labels if label.upper() not in known]
    if wrong:
        there = f"There are {', '.join(sorted(known))}." if known else "There is none yet."
        raise Unknown(f"No exhibit is called {', '.join(one_line(label, 20) for label in wrong)}. {there}")
    found = verify(attached(opened, now).case, knowledge())
    if not labels:
        return found
    chosen = {label.upper() for label in labels}
    shown, held = (
        tuple(each for each in listed if each.exhibit.label in chosen) for listed in (found.exhibits, found.held)
    )
    return replace(found, exhibits=shown, held=held)


def judged(opened: Opened) -> Verified:
    """The verdict on the evidence of a case as far as it was read; nothing is read now."""
    return verify(opened.case, knowledge())


def hold(opened: Opened, label: str, why: str, now: datetime) -> Opened:
    """Keep an exhibit back: it stays in the case with the reason and is not sent. Its label becomes X1, X2, …

    Raises `Unknown` when no exhibit has the label, or when no reason is given and no check gives one.
    """
    exhibit = next((each for each in opened.case.exhibits if each.label == label.upper()), None)
    if exhibit is None:
        raise Unknown(f"No exhibit that is sent is called {one_line(label, 20)}.")
    reason = one_line(why, 300)
    if not reason:
        found = verify(attached(opened, now).case, knowledge()).of(exhibit.label)
        reason = " ".join(said.message for said in found.checks if said.level == "error") if found else ""
    if not reason:
        raise Unknown(f"Say why {exhibit.label} is kept back: --why WORDS.")
    held = replace(exhibit, label=held_label(opened.case), held=reason)
    rest = tuple(each for each in opened.case.exhibits if each is not exhibit)
    case = replace(opened.case, exhibits=rest, held=(*opened.case.held, held))
    return save_case(opened, case, f"exhibit {exhibit.label} kept back as {held.label}", now)


def send(opened: Opened, label: str, now: datetime) -> Opened:
    """Send an exhibit after all that was kept back, under the next free label."""
    exhibit = next((each for each in opened.case.held if each.label == label.upper()), None)
    if exhibit is None:
        raise Unknown(f"Nothing that is kept back is called {one_line(label, 20)}.")
    used = {each.label for each in opened.case.exhibits}
    free = next(name for at in range(len(used) + 1) if (name := filename.label(at)) not in used)
    sent = replace(exhibit, label=free, held="")
    rest = tuple(each for each in opened.case.held if each is not exhibit)
    case = replace(opened.case, exhibits=(*opened.case.exhibits, sent), held=rest)
    return save_case(opened, case, f"{exhibit.label} sent after all as exhibit {free}", now)


def say_sold(opened: Opened, said: Sequence[str], by: str | None, now: datetime) -> Opened:
    """Record how many units of ASINs were sold ("B0EXAMPL01=129"). Raises `Unknown` with every mistake."""
    signatory = opened.case.value("seller.signatory")
    name = by or (signatory.name if isinstance(signatory, Person) else "")
    if not name:
        raise Unknown("Say who states it: --said-by NAME.")
    made, wrong = sold_facts(
        {asin: units for asin, _, units in (entry.partition("=") for entry in said)}, name, now.date()
    )
    if wrong:
        raise Unknown("; ".join(wrong.values()) + ".")
    return save_case(opened, replace(opened.case, facts={**opened.case.facts, **made}), "units sold stated", now)


def title(exhibit: Exhibit) -> str:
    """What an exhibit is, in words: its kind, its day, its number."""
    known = knowledge().documents
    kind = exhibit.kind
    reading = exhibit.reading
    if reading is not None and reading.kind in known and reading.kind_confidence >= SURE:
        kind = reading.kind
    parts = [known[kind].title if kind in known else "kind not recognised"]
    # A day that a person stated counts before those that stand in the text.
    stated = exhibit.dated.isoformat() if exhibit.dated else None
    if reading is not None:
        days = () if stated else ("invoice_date", "issue_date")
        parts += [value for name in ("invoice_number", *days) if (value := reading.value(name))]
    return ", ".join((*parts, stated) if stated else parts)


def explain(code: str) -> str:
    """The manual page of a check. Raises `Unknown` for a code that none has."""
    for rule in checks():
        if code.strip().lower() in (rule.code.lower(), rule.name):
            return f"{rule.code} {rule.name} ({rule.level})\n\n{_manual(rule.manual)}\n\nSource: {rule.source}\n"
    raise Unknown(f"No check is called “{one_line(code, 40)}”. There are {', '.join(rule.code for rule in checks())}.")


def _manual(text: str) -> str:
    return "\n".join(line.strip() for line in text.splitlines())


def as_json(found: Verified) -> dict[str, Any]:
    """The verdict for programs."""
    return {
        "verdict": found.verdict,
        "asks": [_demand_json(demand) for demand in found.demands],
        "asins": [_product_json(product) for product in found.products],
        "exhibits": [
            {
                "label": each.exhibit.label,
                "name": each.exhibit.name,
                "verdict": each.verdict,
                "checks": [check_json(said) for said in each.checks],
            }
            for each in found.exhibits
        ],
    }


def _demand_json(demand: Demand) -> dict[str, Any]:
    return {
        "ask": demand.ask,
        "quote": demand.quote,
        "exhibits": list(demand.exhibits),
        "verdict": demand.verdict,
        "message": demand.message,
        "todo": demand.todo,
    }


def _product_json(product: Product) -> dict[str, Any]:
    return {
        "asin": product.asin,
        "exhibits": list(product.exhibits),
        "units_invoiced": None if product.invoiced is None else f"{product.invoiced:f}",
        "units_sold": product.sold,
        "verdict": product.verdict,
        "message": product.message,
        "todo": product.todo,
        "source": product.source,
    }


def check_json(said: Check) -> dict[str, Any]:
    """One thing that a check says."""
    return {
        "rule": said.rule,
        "name": said.name,
        "level": said.level,
        "message": said.message,
        "todo": said.todo,
        "source": said.source,
        "asins": list(said.asins),
        "fields": [field_json(field) for field in said.fields],
    }


def field_json(field: Field) -> dict[str, Any]:
    """One field with its place, boxes in points from the page's top left."""
    return {
        "name": field.name,
        "value": field.value,
        "page": field.place.page,
        "box": [round(side, 1) for side in field.place.box],
        "confidence": round(field.confidence, 2),
    }
