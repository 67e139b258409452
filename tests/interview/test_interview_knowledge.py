"""The interview over the knowledge that ships: every playbook can be talked through, to an end."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest
from interview_catalog import BY, TODAY, notice

from amends import interview
from amends.catalog import load
from amends.interview import Question
from amends.model import Case, Enforcement, Route

CATALOG = load()
TYPED: dict[str, object] = {
    "date": "2026-03-10", "period": {"start": "2026-01-02", "end": "2026-02-03"}, "asin": "B0TESTAB12",
    "asins": ["B0TESTAB12"], "order": "123-1234567-1234567", "orders": ["123-1234567-1234567"], "count": 12,
    "money": "USD 12.50", "rate": "1.44%", "person": "Dana Ruiz (owner)", "id": "12345678901", "ids": ["12345678901"],
    "url": "https://quillon.example/page", "text": "the shelf labels were printed twice", "name": "Quillon",
    "yesno": "yes", "cadence": "week", "why": "nobody compared the labels with the order",
    "party": {"name": "Quillon Ltd", "address": "1 Dock St", "phone": "+1 973 555 0142", "email": "a@quillon.example",
              "web": "quillon.example"},
}  # fmt: skip


def reply(asked: Question, position: str, route: str) -> object:
    if asked.id == "case.position":
        return position
    if asked.id == "seller.id":
        return "A2EXAMPLE7Q4ZK"
    if asked.id == "route":
        return route
    if asked.type == "choices":
        return [option.id for option in asked.options][:12]
    if asked.type in ("choice", "yesno"):
        return asked.options[0].id
    return {"missing": "not kept"} if asked.type in ("exhibit", "exhibits") else TYPED[asked.type]


def talked_through(enforcement: str, position: str, route: str) -> tuple[Case, list[Question]]:
    read = (Enforcement(enforcement, 0.95, ()),)
    case = interview.start(
        notice()._replace(enforcements=read, identifiers=(), asks=(), received=date(2026, 3, 9)), CATALOG
    )
    asked: list[Question] = []
    while open_ := interview.ask(case, CATALOG, TODAY):
        asked.append(open_[0])
        assert len(asked) < 400
        taken = interview.answer(case, CATALOG, open_[0].id, reply(open_[0], position, route), BY, TODAY)
        assert isinstance(taken, Case), f"{open_[0].id}: {taken[1]}"
        case = taken
    return case, asked


@pytest.mark.parametrize("enforcement", sorted(CATALOG.playbooks))
@pytest.mark.parametrize("position", ["at-fault", "in-error"])
def test_every_playbook_can_be_talked_through(enforcement: str, position: str) -> None:
    case, asked = talked_through(enforcement, position, "1")
    assert case.route in get_args(Route)
    assert (case.route == "none") == (not asked)
    assert len({question.id for question in asked}) == len(asked)
    assert all(question.text.strip() and question.why.strip() for question in asked)


@pytest.mark.parametrize(
    "id", sorted(id for id, p in CATALOG.playbooks.items() if p.status == "full" and id != "phishing")
)
def test_every_full_playbook_has_a_plan_to_talk_through(id: str) -> None:
    case, asked = talked_through(id, "at-fault", "plan")
    assert {"causes", "actions", "measures"} <= {question.id for question in asked}
    assert len(case.causes) >= 2
    assert all(case.value(f"{cause}.why") == (TYPED["why"],) for cause in case.causes)
