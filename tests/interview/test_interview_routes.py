"""Which kind of answer comes first: the seller's own facts before what the notice asks for."""

from __future__ import annotations

import pytest
from tests.cases import notice

from amends.app import knowledge
from amends.interview import routes
from amends.model import Case, Fact, Route, Source

SAID = Source("statement", "Dana Ruiz")


def best(enforcement: str, asked: Route, **facts: str) -> Route:
    held = {f"case.{name}": Fact(f"case.{name}", "choice", value, SAID) for name, value in facts.items()}
    case = Case(enforcement=enforcement, notices=(notice(route=asked),), facts=held)
    return next(iter(routes.fitting(case, knowledge())))


@pytest.mark.parametrize(
    ("relation", "position", "expected"),
    [
        ("associate", "at-fault", "plan"),
        ("unknown", "in-error", "dispute"),
        ("sold", "in-error", "documents"),
        ("ours", "at-fault", "two-step"),
    ],
)
def test_what_a_related_account_is_to_the_seller_decides(relation: str, position: str, expected: Route) -> None:
    assert expected == best("related-accounts", "two-step", relation=relation, position=position)


@pytest.mark.parametrize("enforcement", ["ip-trademark", "ip-copyright", "ip-counterfeit"])
def test_who_denies_a_rights_complaint_explains_it_and_who_admits_it_seeks_the_retraction(enforcement: str) -> None:
    assert "dispute" == best(enforcement, "none", position="in-error")
    assert "retraction" == best(enforcement, "none", position="at-fault")


def test_without_such_a_fact_the_notice_comes_first() -> None:
    assert "documents" == best("ip-trademark", "documents", position="at-fault")
