"""Signals of the knowledge files: each is sound, and means what its keys say."""

from __future__ import annotations

import pytest

from amends import catalog
from amends.notice import signals
from amends.notice.passage import Passage
from amends.signal import faults


def found(entry: dict[str, object], text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in signals.found(signals.parsed(entry), Passage(text))]


@pytest.mark.parametrize("id", list(catalog.load().playbooks))
def test_signals_of_a_playbook_are_sound(id: str) -> None:
    book = catalog.load().playbooks[id]
    known = set(catalog.load().playbooks)
    entries = (*book.signals_for, *book.signals_against)
    assert [fault for entry in entries for fault in faults(entry)] == []
    assert {rival for entry in entries for rival in signals.parsed(entry).enforcements} <= known


@pytest.mark.parametrize("id", list(catalog.load().asks))
def test_signals_of_an_ask_are_sound(id: str) -> None:
    assert [fault for entry in catalog.load().asks[id].signals for fault in faults(entry)] == []


def test_all_groups_must_stand_in_one_sentence() -> None:
    entry: dict[str, object] = {"near": ["invoice*", "supplier*"]}
    assert found(entry, "Send invoices. Name your supplier.") == []
    assert found(entry, "Send invoices of your supplier.") == ["invoices of your supplier"]


def test_within_limits_the_distance() -> None:
    entry: dict[str, object] = {"near": ["account", "closed"], "within": 20}
    assert found(entry, "Your account was closed.") == ["account was closed"]
    assert found(entry, "Your account shows that an order of last week was closed.") == []


def test_not_voids_the_sentence() -> None:
    entry: dict[str, object] = {"any": "password*", "not": "never"}
    assert found(entry, "We never ask for passwords. Send your password.") == ["password"]


@pytest.mark.parametrize(
    "text",
    [
        "Complaint Type: Inauthentic\nASIN: B0AAAAAAA1",
        "complaint type : inauthentic ASIN: B0AAAAAAA1 Title: Lamp",
        "Complaint type:\n  Inauthentic",
    ],
)
def test_field_reads_the_value_behind_its_label(text: str) -> None:
    assert len(found({"field": "complaint type", "any": "inauthentic"}, text)) == 1


def test_field_does_not_read_past_the_next_label() -> None:
    entry: dict[str, object] = {"field": "complaint type", "any": "inauthentic"}
    assert found(entry, "Complaint Type: Used ASIN: B0AAAAAAA1 Note: not inauthentic") == []
    assert found(entry, "The complaint type is unknown, maybe inauthentic") == []


def test_faults_are_told_all_at_once() -> None:
    told = faults({"near": ["a", ""], "weight": "much", "level": "shop", "colour": 1})
    assert len(told) == 4
    assert faults({}) == ["say exactly one of any, near, enforcement, sign"]
    assert faults({"any": "a", "sign": "b"}) == ["say exactly one of any, near, enforcement, sign"]
