"""How a demand of the notice stands: by documents, by words, missing, one of several."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from amends import catalog, needed
from amends.evidence.samples import seen
from amends.evidence.verify import verify
from amends.model import Ask, Case, Fact, Source, Span

KNOWN = catalog.load()
SAID = Source("statement", "Dana Ruiz", on=date(2026, 3, 9))


def case(*asks: str, route: str = "plan", **changes: object) -> Case:
    made = seen(changes, KNOWN).case
    assert made.notice is not None
    span = Span(0, 2, made.notice.text[:2])
    notice = made.notice._replace(asks=tuple(Ask(id, "comply", span) for id in asks))
    return replace(made, route=route, notices=(notice,))  # type: ignore[arg-type]


def standing(made: Case, id: str) -> needed.Standing:
    return needed.standing(KNOWN.asks[id], made, KNOWN)


@pytest.mark.parametrize(
    ("ask", "route", "expected"),
    [
        ("invoices", "plan", "needed"),
        ("test-report", "plan", "needed"),
        ("test-report", "dispute", "choice"),
        ("root-cause", "plan", "words"),
        ("account-security", "plan", "words"),
    ],
)
def test_a_demand_without_any_document(ask: str, route: str, expected: str) -> None:
    assert expected == standing(replace(case(ask, route=route), exhibits=()), ask)


def test_one_of_several_documents_is_enough() -> None:
    made = case("invoices", "test-report")

    assert ("documents", "choice") == (standing(made, "invoices"), standing(made, "test-report"))


def test_what_the_seller_does_not_have_is_lacking_and_what_they_named_is_there() -> None:
    made = case("test-report")
    key = needed.document_key("test-report")
    lacking = replace(made, facts={**made.facts, key: Fact(key, "exhibits", None, SAID, "it was never tested")})
    named = replace(made, facts={**made.facts, key: Fact(key, "exhibits", (made.exhibits[0].name,), SAID)})

    assert ("lacking", "documents") == (standing(lacking, "test-report"), standing(named, "test-report"))
    assert ("A",) == verify(named, KNOWN).demands[0].exhibits


def test_only_a_needed_document_makes_the_evidence_fail() -> None:
    made = replace(case("account-security"), exhibits=())

    (words,) = verify(made, KNOWN).demands
    (lacks,) = verify(replace(case("test-report"), exhibits=()), KNOWN).demands

    assert ("unclear", "words") == (words.verdict, words.standing)
    assert "in words" in words.message
    assert ("fails", "needed") == (lacks.verdict, lacks.standing)
