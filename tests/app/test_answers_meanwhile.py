"""An answer to a question that was answered otherwise meanwhile is not saved; other questions do not mind."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

import pytest

from amends.app import answers
from amends.app.cases import Opened, new_case, open_case
from amends.app.demo import EXAMPLES
from amends.errors import Conflict

NOW = datetime(2026, 3, 20, 12).astimezone()
BY = "Dana Ruiz"


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    return new_case(tmp_path / "case", str(EXAMPLES / "inauthentic" / "notice.eml"), NOW)


def give(opened: Opened, key: str, raw: object, was: str) -> Opened:
    after, faults = answers.answer_unless_changed(opened, key, raw, BY, NOW, was)
    assert faults == ()
    return after


def value(opened: Opened, key: str) -> object:
    return open_case(Path(opened.files.title)).case.value(key)


def test_the_second_of_two_different_answers_is_not_saved(opened: Opened) -> None:
    was = answers.stamp(opened, "seller.name")
    give(opened, "seller.name", "Quillon Ltd", was)
    with pytest.raises(Conflict, match="answered this question meanwhile"):
        give(opened, "seller.name", "Larkspur LLC", was)
    assert value(opened, "seller.name") == "Quillon Ltd"

    now = open_case(Path(opened.files.title))
    give(now, "seller.name", "Larkspur LLC", answers.stamp(now, "seller.name"))
    assert value(opened, "seller.name") == "Larkspur LLC"


def test_a_lack_is_an_answer_too(opened: Opened) -> None:
    was = answers.stamp(opened, "seller.name")
    give(opened, "seller.name", {"missing": "not decided"}, was)
    with pytest.raises(Conflict):
        give(opened, "seller.name", "Larkspur LLC", was)


def test_the_same_answer_twice_is_no_conflict(opened: Opened) -> None:
    was = answers.stamp(opened, "seller.name")
    give(opened, "seller.name", "Quillon Ltd", was)
    give(opened, "seller.name", "Quillon Ltd ", was)
    assert value(opened, "seller.name") == "Quillon Ltd"


def test_a_step_of_a_why_walk_taken_meanwhile_is_a_conflict(opened: Opened) -> None:
    for key, raw in (("case.position", "at-fault"), ("causes", ["invoice-gap"])):
        opened = give(opened, key, raw, answers.stamp(opened, key))
    was = answers.stamp(opened, "invoice-gap.why")
    after, _ = answers.answer_unless_changed(opened, "invoice-gap.why", "we moved in May", BY, NOW, was)
    assert answers.stamp(after, "invoice-gap.why") != was
    with pytest.raises(Conflict):
        answers.answer_unless_changed(opened, "invoice-gap.why", "we hired in June", BY, NOW, was)


def test_answers_to_different_questions_at_once_are_all_saved(opened: Opened) -> None:
    given = {
        "seller.name": "Quillon Ltd",
        "seller.address": "9 Mill Lane, Dayton OH 45402",
        "seller.store": "Quillon",
        "seller.id": "A2TH1STLED0WNX",
        "case.received": "3 April 2026",
        "case.position": "in-error",
    }
    now = NOW.replace(month=5)

    def one(key: str) -> None:
        answers.answer_unless_changed(opened, key, given[key], BY, now, answers.stamp(opened, key))

    with ThreadPoolExecutor(len(given)) as pool:
        list(pool.map(one, given))

    case = open_case(Path(opened.files.title)).case
    assert {key for key in given if case.facts[key].source.ref == BY} == set(given)
