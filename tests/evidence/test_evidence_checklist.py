"""The checklist: there, missing, said to be missing, optional."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from amends import evidence
from amends.model import Ask, Case, Exhibit, Fact, Notice, Source, Span
from amends.playbook import AskKind, Catalog, Condition, Document, Needed, Playbook

DAY = date(2026, 3, 20)


def document(id: str, title: str, instead: tuple[str, ...] = ()) -> Document:
    return Document(id, title, (), ("the buyer's name",), ("pdf",), f"Obtain: {title}", (), instead, ())


PLAYBOOK = Playbook(
    "inauthentic", "Inauthentic", "authenticity", "full", "high", "", (), (), (), (), (), (), (), (), (),
    (
        Needed("procedure", "optional"),
        Needed("letter", "recommended"),
        Needed("invoice", "required", "invoices"),
        Needed("screenshot", "recommended", "", Condition("route", ("plan",))),
    ),
    (), (),
)  # fmt: skip
CATALOG = Catalog(
    {"inauthentic": PLAYBOOK},
    {
        "invoices": AskKind("invoices", "Supplier invoices", "documents", ("invoice",), (), ()),
        "identity": AskKind("identity", "Identity document", "documents", ("passport", "id-card"), (), ()),
    },
    {}, {}, {},
    {
        "invoice": document("invoice", "Supplier invoice", ("letter",)),
        "letter": document("letter", "Letter of authorization"),
        "procedure": document("procedure", "Procedure"),
        "screenshot": document("screenshot", "Screenshot"),
        "passport": document("passport", "Passport"),
        "id-card": document("id-card", "Identity card"),
    },
    {},
)  # fmt: skip


def exhibit(label: str, kind: str) -> Exhibit:
    return Exhibit(label, kind, f"{kind}.pdf", f"{kind}.pdf", label * 64, 10, DAY)


def notice(*asks: Ask) -> Notice:
    return Notice(
        "n.eml", "eml", "0", "text", None, None, "enforcement", "listing", "removed", (), "US", DAY, (), (), asks,
        "plan", None, "en",
    )  # fmt: skip


def states(case: Case) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [(c.kind, c.need, c.state, c.exhibits) for c in evidence.checklist(case, CATALOG)]


def test_the_required_come_first_and_conditions_hold() -> None:
    assert states(Case("inauthentic", "documents")) == [
        ("invoice", "required", "missing", ()),
        ("letter", "recommended", "missing", ()),
        ("procedure", "optional", "optional", ()),
    ]
    assert ("screenshot", "recommended", "missing", ()) in states(Case("inauthentic", "plan"))


def test_what_is_there_names_its_exhibits() -> None:
    case = Case("inauthentic", "documents", exhibits=(exhibit("A", "invoice"), exhibit("B", "invoice")))
    assert states(case)[0] == ("invoice", "required", "there", ("A", "B"))


def test_what_the_seller_does_not_have_shows_what_serves_instead() -> None:
    fact = Fact("document.invoice", "exhibits", None, Source("statement", "Dana", on=DAY), "the supplier closed")
    case = Case("inauthentic", "documents", facts={fact.key: fact}, exhibits=(exhibit("A", "letter"),))
    line = evidence.checklist(case, CATALOG)[0]
    assert (line.state, line.reason, line.exhibits) == ("said-missing", "the supplier closed", ("A",))
    assert (line.title, line.instead, line.obtain, line.shows) == (
        "Supplier invoice", ("Letter of authorization",), "Obtain: Supplier invoice", ("the buyer's name",),
    )  # fmt: skip


def test_a_file_named_for_a_document_counts_whatever_its_kind() -> None:
    fact = Fact("document.invoice", "exhibits", ("letter.pdf",), Source("statement", "Dana", on=DAY))
    case = Case("inauthentic", "documents", facts={fact.key: fact}, exhibits=(exhibit("A", "letter"),))
    assert states(case)[0] == ("invoice", "required", "there", ("A",))


def test_what_only_the_notice_asks_for_is_required_where_documents_are_the_answer() -> None:
    case = Case("inauthentic", "plan", (notice(Ask("identity", "comply", Span(0, 4, "text"))),))
    assert ("passport", "recommended", "missing", ()) in states(case)


def test_what_the_notice_asks_for_is_required_on_the_branch_that_is_taken() -> None:
    place = Span(0, 4, "text")
    comply = Case("inauthentic", "documents", (notice(Ask("identity", "comply", place)),))
    assert ("passport", "required", "missing", ()) in states(comply)
    denied = Fact("case.position", "choice", "in-error", Source("statement", "Dana", on=DAY))
    assert "passport" not in [kind for kind, *_ in states(replace(comply, facts={denied.key: denied}))]
    line = next(c for c in evidence.checklist(comply, CATALOG) if c.kind == "passport")
    assert line.ask == "Identity document"


def test_any_kind_that_answers_the_ask_will_do() -> None:
    case = Case("inauthentic", "documents", (notice(Ask("identity", "comply", Span(0, 4, "text"))),))
    case = replace(case, exhibits=(exhibit("A", "id-card"),))
    assert ("passport", "required", "there", ("A",)) in states(case)


def test_an_ask_that_the_playbook_knows_is_listed_once() -> None:
    case = Case("inauthentic", "documents", (notice(Ask("invoices", "comply", Span(0, 4, "text"))),))
    assert [kind for kind, *_ in states(case)] == ["invoice", "letter", "procedure"]


def test_a_case_without_an_enforcement_calls_for_nothing() -> None:
    assert evidence.checklist(Case(), CATALOG) == ()
