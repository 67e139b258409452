"""A small made-up case and catalogue for tests of single parts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from amends.model import (
    Ask,
    Cadence,
    Case,
    Count,
    Exhibit,
    Fact,
    Money,
    Notice,
    Party,
    Period,
    Person,
    Rate,
    Source,
    Span,
    Submission,
    Value,
)

SAID = Source("statement", "Dana Ruiz", on=date(2026, 3, 20))
TEXT = "Your listing B0TESTAB12 was removed. Send the root cause, the actions taken and the steps to prevent it."


def fact(key: str, kind: str, value: Value | None, source: Source = SAID, reason: str = "") -> Fact:
    return Fact(key, kind, value, source, reason)


def facts(*found: Fact) -> dict[str, Fact]:
    return {one.key: one for one in found}


def notice(text: str = TEXT, asks: tuple[str, ...] = (), kind: str = "enforcement", **more: object) -> Notice:
    span = Span(0, min(4, len(text)), text[:4])
    values: dict[str, object] = {
        "file": "notice/notice.txt",
        "format": "txt",
        "sha256": "0" * 64,
        "text": text,
        "subject": None,
        "sender": None,
        "kind": kind,
        "level": "listing",
        "status": "removed",
        "enforcements": (),
        "marketplace": "US",
        "received": date(2026, 3, 10),
        "identifiers": (),
        "deadlines": (),
        "asks": tuple(Ask(id, "comply", span) for id in asks),
        "route": "plan",
        "channel": None,
        "language": "en",
    }
    return Notice(**(values | more))  # type: ignore[arg-type]


def exhibit(label: str, name: str, kind: str = "supplier-invoice", **more: object) -> Exhibit:
    values: dict[str, object] = {
        "label": label,
        "kind": kind,
        "name": name,
        "original": name,
        "sha256": label.lower()[0] * 64,
        "size": 10,
        "received": date(2026, 3, 20),
    }
    return Exhibit(**(values | more))  # type: ignore[arg-type]


def full() -> Case:
    """A case with a fact of every type, an exhibit and a submission."""
    place = Source("notice", "notice/notice.txt", Span(13, 23, "B0TESTAB12"))
    page = Source("document", "invoice.pdf", page=2)
    return Case(
        enforcement="inauthentic",
        route="plan",
        notices=(notice(),),
        facts=facts(
            fact("case.asins", "asins", ("B0TESTAB12", "B0TESTAB34"), place),
            fact("case.received", "date", date(2026, 3, 10)),
            fact("a.period", "period", Period(date(2026, 1, 5), date(2026, 2, 9))),
            fact("a.count", "count", Count(340, "unit")),
            fact("a.money", "money", Money(Decimal("1240.50"), "USD"), page),
            fact("a.rate", "rate", Rate(Decimal("1.44"))),
            fact(
                "a.party",
                "party",
                Party("Harbor Lane LLC", "12 Dock St, Newark", "+1 973 555 0142", "", "harbor.example"),
            ),
            fact("a.person", "person", Person("Dana Ruiz", "owner")),
            fact("a.cadence", "cadence", Cadence("new listing")),
            fact("a.yesno", "yesno", False),
            fact("a.choice", "choice", "at-fault"),
            fact("a.text", "text", "nobody compared: “the invoices” # and more"),
            fact("a.why", "text", ("first answer", "second answer")),
            fact("a.gone", "date", None, reason="the supplier closed"),
        ),
        causes=("invoice-gap",),
        actions=("listings-removed", "listings-removed#2"),
        measures=("invoice-archive",),
        exhibits=(
            exhibit("A", "invoice.pdf", dated=date(2025, 9, 1), supports=("invoice-gap",), asins=("B0TESTAB12",)),
        ),
        submissions=(Submission(1, date(2026, 3, 22), "f" * 64, ("plan.txt",)),),
    )
