"""Every rule holds to its own examples, whoever writes it."""

from __future__ import annotations

import re

import pytest

from amends.errors import Unknown
from amends.model import Finding
from amends.review import Example, Rule, explain, review, rules
from amends.review.samples import CATALOG, case_of, plans_of

RULES = rules()
FAMILIES = ("RC", "AC", "PM", "EV", "GR", "TO", "ST", "SU")


def found(rule: Rule, example: str | Example) -> list[Finding]:
    made = Example(example) if isinstance(example, str) else example
    case = case_of(made)
    findings = review(made.text, "plan.md", case=case, catalog=CATALOG if case else None, earlier=plans_of(made))
    return [finding for finding in findings if finding.rule == rule.code]


def examples(kind: str) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.code}-{kind}-{number}")
        for rule in RULES
        for number, example in enumerate(getattr(rule, kind), 1)
    ]


@pytest.mark.parametrize(("rule", "example"), examples("bad"))
def test_finds_its_bad_example(rule: Rule, example: str | Example) -> None:
    assert found(rule, example) != []


@pytest.mark.parametrize(("rule", "example"), examples("good"))
def test_leaves_its_good_example_alone(rule: Rule, example: str | Example) -> None:
    assert [finding.span.quote for finding in found(rule, example)] == []


@pytest.mark.parametrize(("rule", "example"), examples("bad"))
def test_a_fix_applied_once_removes_the_finding(rule: Rule, example: str | Example) -> None:
    made = Example(example) if isinstance(example, str) else example
    findings = [finding for finding in found(rule, made) if finding.fix is not None]
    text = made.text
    for finding in sorted(findings, key=lambda f: f.span.start, reverse=True):
        assert finding.fix is not None
        text = text[: finding.span.start] + finding.fix.text + text[finding.span.end :]
    mended = [finding for finding in found(rule, made._replace(text=text)) if finding.fix is not None]
    assert mended == []


@pytest.mark.parametrize(("rule", "example"), examples("bad"))
def test_a_fix_adds_no_fact(rule: Rule, example: str | Example) -> None:
    for finding in found(rule, example):
        if finding.fix is not None:
            assert len(finding.fix.text) <= len(finding.span.quote) + 12
            assert set(re.findall(r"\d+", finding.fix.text)) <= set(re.findall(r"\d+", finding.span.quote))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_carries_what_a_rule_must(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]{2}\d\d", rule.code) is not None
    assert rule.code[:2] in FAMILIES
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name) is not None
    assert rule.level in ("error", "warning", "note")
    assert rule.confidence in ("high", "medium", "low")
    assert rule.title.endswith(".") or rule.title[0].isupper()
    assert len(rule.title) <= 72
    assert len(rule.help) > 60
    assert len(rule.source) > 10
    assert rule.bad != ()
    assert rule.good != ()


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_is_explained_by_code_and_by_name(rule: Rule) -> None:
    page = explain(rule.code)
    assert page == explain(rule.name)
    assert rule.title in page
    assert rule.source in page


def test_an_unknown_rule_says_the_nearest() -> None:
    with pytest.raises(Unknown, match="did you mean AC03"):
        explain("ac033")


def test_codes_are_listed_in_order() -> None:
    assert [rule.code for rule in RULES] == sorted(rule.code for rule in RULES)
