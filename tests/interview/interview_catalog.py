"""A small made-up catalog and notice for the tests of the interview."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from amends import interview
from amends.interview import Question
from amends.model import Ask, Case, Enforcement, Exhibit, Identifier, Notice, Span
from amends.playbook import (
    Action,
    AskKind,
    Catalog,
    Cause,
    Condition,
    Document,
    Marketplace,
    Measure,
    Needed,
    Playbook,
    RouteRule,
    Say,
    Slot,
)

TODAY = date(2026, 3, 20)
BY = "Dana Ruiz"


def slot(key: str, type_: str, ask: str = "What?", **more: object) -> Slot:
    return Slot(key, type_, ask, "Amazon looks it up.", "a good one", "a bad one")._replace(**more)  # type: ignore[arg-type]


def when(fact: str, *values: str) -> Condition:
    return Condition(fact, values)


def document(id: str, title: str, names: tuple[str, ...], instead: tuple[str, ...] = ()) -> Document:
    return Document(id, title, names, ("the name",), ("pdf", "jpg"), f"Ask for the {title}.", (), instead, ())


def playbook(id: str, title: str, routes: tuple[RouteRule, ...], **more: object) -> Playbook:
    made = Playbook(
        id, title, "authenticity", "full", "high", f"About {title}.", (), (), (), routes, (), (), (), (), (), (), (), ()
    )
    return made._replace(**more)  # type: ignore[arg-type]


INVOICE_GAP = Cause(
    "invoice-gap",
    "Invoices did not trace the units",
    ("inauthentic",),
    "Your invoices do not name each product.",
    (
        slot("invoice-gap.supplier", "party", "Which supplier sold you these units?", needs=("name", "phone")),
        slot("invoice-gap.insured", "yesno", "Were they insured?"),
        slot("invoice-gap.insurer", "name", "By whom?", when=when("insured", "yes")),
        slot("invoice-gap.since", "date", "Since when?", past=True),
    ),
    (Say(("We sold {case.asins|list} bought from {supplier}.",)),),
    "The units were sold without a complete invoice because …",
    {
        "no-check": "we had no step that compared each invoice with the ASIN",
        "no-owner": "nobody in our business was in charge of proof of origin",
    },
    ("the supplier made a mistake",),
    (),
    actions=("listings-removed",),
)
MIXED = Cause(
    "mixed-stock",
    "Units of several sources were mixed",
    ("inauthentic",),
    "You keep units of two suppliers in one bin.",
    (slot("mixed-stock.warehouse", "name", "Where?", optional=True),),
    (Say(("Units were mixed[ at {warehouse}].",)),),
    "Units were mixed because …",
    {"one-sku": "our stock program had one SKU for each product and no field for the source"},
    (),
    (),
)
REMOVED = Action(
    "listings-removed",
    "Listings closed",
    "Did you close the listings?",
    20,
    ("mixed-stock",),
    (),
    (
        slot("listings-removed.date", "date", "When?", past=True),
        slot("listings-removed.asins", "asins", "Which?"),
        slot("listings-removed.units", "count", "How many units?", unit="unit"),
    ),
    (Say(("{date|on} we closed {asins|named}.",), proof=("screenshot",)),),
    ("screenshot", "removal-order"),
    (),
)
LOOKED = Action(
    "investigation",
    "Investigation completed",
    "Did you look into it?",
    10,
    (),
    ("any",),
    (slot("investigation.date", "date", "When?", past=True), slot("investigation.by", "person", "Who?")),
    (Say(("{by} looked into it {date|on}.",)),),
    (),
    (),
)
CHECK = Measure(
    "receiving-check",
    "Invoice check at receiving",
    "Do you check each invoice?",
    20,
    ("invoice-gap", "mixed-stock"),
    (),
    (
        slot("receiving-check.owner", "person", "Who does it?"),
        slot("receiving-check.start", "date", "Since when?"),
        slot("receiving-check.cadence", "cadence", "How often?"),
        slot("receiving-check.threshold", "text", "A delivery is stopped when …"),
    ),
    (Say(("Since {start}, {owner} checks {cadence}.",)),),
    ("procedure",),
    (),
)

ROUTES = (
    RouteRule("none", "Amazon has decided.", when("notice.status", "final")),
    RouteRule("dispute", "It did not happen.", when("case.position", "in-error")),
    RouteRule("documents", "Invoices come first."),
)
CATALOG = Catalog(
    playbooks={
        "inauthentic": playbook(
            "inauthentic",
            "Inauthentic item complaints",
            ROUTES,
            slots=(
                slot(
                    "case.role", "choice", "Who are you?", options={"reseller": "We resell", "brand-owner": "Our brand"}
                ),
                slot("case.rights-owner", "party", "Who complained?", optional=True),
                slot("case.sold", "count", "How many did you sell?", unit="unit", when=when("route", "plan")),
            ),
            opening=(Say(("We answer your notice about {case.asins|list}.",)),),
            documents=(
                Needed("supplier-invoice", "required", "invoices"),
                Needed("letter", "recommended"),
                Needed("procedure", "optional"),
            ),
        ),
        "phishing": playbook("phishing", "Not from Amazon", (RouteRule("none", "Do not answer."),)),
        "related": playbook("related", "Related account", (RouteRule("two-step", "The other account first."),)),
    },
    asks={
        "invoices": AskKind("invoices", "Supplier invoices", "documents", ("supplier-invoice",), (), ()),
        "identity": AskKind("identity", "Identity", "documents", ("passport", "id-card"), (), ()),
    },
    causes={"invoice-gap": INVOICE_GAP, "mixed-stock": MIXED},
    actions={"listings-removed": REMOVED, "investigation": LOOKED},
    measures={"receiving-check": CHECK},
    documents={
        "supplier-invoice": document(
            "supplier-invoice", "Supplier invoice", ("invoice", "rechnung"), ("letter", "bank")
        ),
        "distributor-invoice": document(
            "distributor-invoice", "Distributor's invoice", ("invoice", "distributor-invoice")
        ),
        "letter": document("letter", "Letter of authorization", ("loa", "authorization-letter")),
        "bank": document("bank", "Bank statement", ("statement",)),
        "screenshot": document("screenshot", "Screenshot of the listing", ("screenshot", "screen")),
        "removal-order": document("removal-order", "Removal order", ("removal",)),
        "procedure": document("procedure", "Written procedure", ("procedure", "sop")),
        "passport": document("passport", "Passport", ("passport",)),
        "id-card": document("id-card", "Identity card", ("id",)),
    },
    marketplaces={
        "US": Marketplace("US", "Amazon.com", ("amazon.com",), "sellercentral.amazon.com", "en", "mdy"),
        "DE": Marketplace("DE", "Amazon.de", ("amazon.de",), "sellercentral-europe.amazon.com", "de", "dmy"),
    },
)

TEXT = "Complaint about ASIN: B0TESTAB12 and ASIN: B0TESTAB34. Complaint ID 16509328131. Owner: Quillon Ltd"


def found(kind: str, value: str, masked: bool = False, text: str = TEXT) -> Identifier:
    at = max(0, text.find(value))
    return Identifier(kind, value, Span(at, at + len(value), value), masked)


def notice(**more: object) -> Notice:
    made = Notice(
        "notice.eml", "eml", "0" * 64, TEXT, "Your listing", "no-reply@amazon.example", "enforcement", "listing",
        "removed",
        (Enforcement("inauthentic", 0.93, (Span(0, 9, "Complaint"),)),), "US", date(2026, 3, 14),
        (
            found("asin", "B0TESTAB12"), found("asin", "B0TESTAB34"), found("complaint", "16509328131"),
            found("rights-owner", "Quillon Ltd"),
        ),
        (), (Ask("invoices", "comply", Span(0, 9, "Complaint")),), "plan", "appeal button", "en",
    )  # fmt: skip
    return made._replace(**more)  # type: ignore[arg-type]


def exhibit(label: str, kind: str, name: str) -> Exhibit:
    return Exhibit(label, kind, name, name.upper(), label * 64, 1000, TODAY)


GOOD: dict[str, object] = {
    "seller.name": "Larkspur Home Goods LLC",
    "seller.address": "9 Mill Lane, Dayton OH 45402",
    "seller.store": "Larkspur Home",
    "seller.id": "A2EXAMPLE7Q4ZK",
    "seller.signatory": "Dana Ruiz (owner)",
    "case.position": "at-fault",
    "case.role": "reseller",
    "case.sold": 340,
    "route": "plan",
    "causes": ["invoice-gap", "mixed-stock"],
    "invoice-gap.supplier": {"name": "Harbor Lane Wholesale LLC", "phone": "+1 973 555 0142"},
    "invoice-gap.insured": "yes",
    "invoice-gap.insurer": "Tern Mutual",
    "invoice-gap.since": "2025-11-03",
    "invoice-gap.why": [
        "the invoices came to a shared mailbox",
        "nobody compared the invoices with the products that arrived",
    ],
    "mixed-stock.warehouse": "Dock 4",
    "mixed-stock.why": ["one-sku"],
    "actions": ["listings-removed", "investigation"],
    "listings-removed.date": "2026-03-15",
    "listings-removed.asins": ["B0TESTAB12", "B0TESTAB34"],
    "listings-removed.units": 34,
    "investigation.date": "16 March 2026",
    "investigation.by": {"name": "Dana Ruiz", "role": "owner"},
    "measures": ["receiving-check"],
    "receiving-check.owner": "Ilse Okafor (warehouse lead)",
    "receiving-check.start": "2026-04-01",
    "receiving-check.cadence": "each delivery",
    "receiving-check.threshold": "a line of the invoice does not name the ASIN",
    "listings-removed.proof": ["screen.png"],
    "receiving-check.proof": {"missing": "being written"},
    "document.supplier-invoice": {"missing": "the supplier closed in January"},
    "document.letter": {"missing": None},
    "document.bank": "bank.pdf",
}
EXHIBITS = (exhibit("A", "screenshot", "screen.png"), exhibit("B", "unknown", "bank.pdf"))


def started(**more: object) -> Case:
    return replace(interview.start(notice(**more), CATALOG), exhibits=EXHIBITS)


def run(case: Case, reply: Callable[[Question], object], most: int = 300) -> tuple[Case, list[str]]:
    """Answer whatever is asked first until nothing is left; gives the ids in the order asked."""
    asked: list[str] = []
    while open_ := interview.ask(case, CATALOG, TODAY):
        question = open_[0]
        asked.append(question.id)
        if len(asked) > most:
            raise AssertionError(f"does not end: {asked[-8:]}")
        taken = interview.answer(case, CATALOG, question.id, reply(question), BY, TODAY)
        after = taken if isinstance(taken, Case) else taken[0]
        if after == case:
            raise AssertionError(f"{question.id} was not taken: {taken[1] if isinstance(taken, tuple) else ''}")
        case = after
    return case, asked
