"""The small made-up case that belongs to the examples of rules, and the knowledge that it needs; used by the tests
of rules.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from amends.model import (
    Ask,
    Box,
    Case,
    Check,
    Count,
    Deadline,
    Exhibit,
    Fact,
    Field,
    Goods,
    Identifier,
    Notice,
    Party,
    Person,
    Place,
    Reading,
    Source,
    Span,
)
from amends.playbook import AskKind, Catalog, Marketplace
from amends.review.likeness import Earlier
from amends.review.rule import Example
from amends.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from amends.model import Route

_SAID = Source("statement", "Dana Ruiz", on=date(2026, 5, 6))
_TEXT = (
    "Hello, on 2 May 2026 we removed your listing B0C1234567 because of complaints about its "
    "authenticity. Please send a plan of action with "
    "the root cause, and invoices of the last 365 days. We take files as PDF, JPG, PNG or GIF. Please answer within "
    "17 days. It concerns order 112-8544326-8929888, complaint ID 16509328131."
)


def _at(words: str) -> Span:
    start = _TEXT.index(words)
    return Span(start, start + len(words), words)


NOTICE = Notice(
    file="notice.eml",
    format="eml",
    sha256="0" * 64,
    text=_TEXT,
    subject="Policy warning",
    sender=None,
    kind="enforcement",
    level="listing",
    status="removed",
    enforcements=(),
    marketplace="US",
    received=date(2026, 5, 2),
    identifiers=(
        Identifier("asin", "B0C1234567", _at("B0C1234567")),
        Identifier("order", "112-8544326-8929888", _at("112-8544326-8929888")),
        Identifier("complaint", "16509328131", _at("16509328131")),
    ),
    deadlines=(Deadline(_at("within 17 days"), 17, date(2026, 5, 19), None),),
    asks=(
        Ask("root-cause", "comply", _at("the root cause")),
        Ask("invoices", "comply", _at("invoices of the last 365 days")),
    ),
    route="plan",
    channel=None,
    language="en",
)
CASE = Case(
    enforcement="inauthentic",
    route="plan",
    notices=(NOTICE,),
    facts={
        "seller.name": Fact("seller.name", "name", "Birch & Fern Trading LLC", _SAID),
        "case.received": Fact("case.received", "date", date(2026, 5, 2), Source("notice", "notice.eml")),
        "stock-stopped.date": Fact("stock-stopped.date", "date", date(2026, 5, 4), _SAID),
        "stock-stopped.units": Fact("stock-stopped.units", "count", Count(340, "unit"), _SAID),
        "invoice-check.owner": Fact("invoice-check.owner", "person", Person("Dana Ruiz", "operations lead"), _SAID),
        "supplier.supplier": Fact(
            "supplier.supplier", "party", Party("Harbor Lane Wholesale LLC", "12 Dock St, Newark NJ 07102"), _SAID
        ),
    },
    exhibits=(
        Exhibit(
            "A",
            "supplier-invoice",
            "invoice-hl-2231.pdf",
            "Invoice HL 2231.pdf",
            "1" * 64,
            1200,
            date(2026, 5, 6),
            date(2026, 3, 3),
            reading=Reading(
                "supplier-invoice",
                0.9,
                1,
                (
                    Field("invoice_number", "HL-2231", Place(1, Box(400, 60, 470, 72)), 0.95, "HL-2231"),
                    Field("invoice_date", "2026-03-03", Place(1, Box(400, 76, 470, 88)), 0.95, "March 3, 2026"),
                ),
                (Goods("Pepper mill", Place(1, Box(60, 200, 540, 214)), 0.95, asin="B0C1234567", quantity="340"),),
            ),
        ),
    ),
)


# An exhibit that fails; the case of an example has it only when the example names it.
FAILING = Exhibit(
    "B",
    "supplier-invoice",
    "invoice-hl-1904.pdf",
    "Invoice HL 1904.pdf",
    "2" * 64,
    1200,
    date(2026, 5, 6),
    date(2024, 3, 3),
    checks=(Check("DC01", "out-of-window", "error", "Dated 3 March 2024, too old.", "Seller Forums 8be798a9"),),
)


def case_of(example: Example) -> Case | None:
    """The case of an example, on its route and with the exhibits that it names; None when it has none."""
    if not example.case:
        return None
    more = (FAILING,) if FAILING.name in example.text else ()
    return replace(CASE, route=cast("Route", example.case), exhibits=(*CASE.exhibits, *more))


def plans_of(example: Example) -> tuple[Earlier, ...]:
    """The earlier plans of an example, with names of their own."""
    plans = [Earlier(f"earlier-{number}.txt", text) for number, text in enumerate(example.earlier, 1)]
    plans += [Earlier(f"submissions/{n:03}", text, n) for n, text in enumerate(example.attempts, 1)]
    return tuple(plans)


CATALOG = Catalog(
    playbooks={},
    asks={
        "root-cause": AskKind("root-cause", "The root cause", "root-cause", (), (), ()),
        "invoices": AskKind("invoices", "Supplier invoices", "documents", ("supplier-invoice",), (), ()),
    },
    causes={},
    actions={},
    measures={},
    documents={},
    marketplaces={
        "US": Marketplace("US", "Amazon.com", ("amazon.com",), "sellercentral.amazon.com", "en", "mdy"),
        "DE": Marketplace("DE", "Amazon.de", ("amazon.de",), "sellercentral.amazon.de", "de", "dmy"),
    },
)
