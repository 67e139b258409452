"""Every check speaks on its bad examples and keeps silent on its good ones."""

from __future__ import annotations

import re

import pytest

from amends import catalog
from amends.evidence.check import Example, Rule, checks
from amends.evidence.samples import seen
from amends.evidence.sign import every

BAD = [(rule, example) for rule in checks() for example in rule.bad]
GOOD = [(rule, example) for rule in checks() for example in rule.good]


def named(value: object) -> str:
    return value.code if isinstance(value, Rule) else ""


@pytest.mark.parametrize(("rule", "example"), BAD, ids=named)
def test_a_check_speaks_on_its_bad_examples(rule: Rule, example: Example) -> None:
    found = rule.of(seen(example, catalog.load()))
    assert found
    assert all(said.message and said.source for said in found)


@pytest.mark.parametrize(("rule", "example"), GOOD, ids=named)
def test_a_check_keeps_silent_on_its_good_examples(rule: Rule, example: Example) -> None:
    assert [said for said in rule.of(seen(example, catalog.load())) if said.level != "note"] == []


def test_every_check_has_a_manual_a_source_and_both_kinds_of_examples() -> None:
    for rule in checks():
        assert rule.manual, rule.code
        assert rule.source, rule.code
        assert rule.bad and rule.good, rule.code


def test_codes_and_names_are_each_used_once() -> None:
    assert len({rule.name for rule in checks()}) == len(checks())


def test_the_sound_invoice_meets_every_check() -> None:
    sound = seen({}, catalog.load())
    assert [said for rule in checks() for said in rule.of(sound)] == []


def test_a_source_is_a_place_that_a_seller_can_look_up() -> None:
    inner = re.compile(r"\b[Dd]omain \d|\([A-H]\d{1,2}\b")
    assert [rule.code for rule in (*checks(), *every()) if inner.search(rule.source)] == []
