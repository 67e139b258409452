"""Text from outside: any text is answered, and time grows with its length, not faster."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.review import Draft, Example, Rule, review, rules
from amends.review.meaning.fields import Fields
from amends.review.samples import CASE, CATALOG

WORST = {
    "one word": "a",
    "brackets": "[",
    "quotations": '"a b c d e f ',
    "blanks": "XXXX-",
    "identifiers": "B0C1234567 ",
    "half orders": "112-1234567-",
    "file names": "a.b-c.pdf ",
    "days in one sentence": "3 May 2026, ",
    "removed on days": "you removed it on 3 May 2026 and ",
    "points": "- x\n",
    "sentences": "We removed 12 units on 3 May 2026. ",
    "clauses": "we, ",
    "counts": "all 310 jars and 12 late orders, ",
    "exhibits": "Exhibit A, B, ",
    "brackets with counts": "3 jars (2 in a and ",
    "names": "a Ab Ac Ad Ae ",
    "headings": "# a\n",
    "labels": "Root cause: ",
    "combining marks": "e\u0301\u0301",
    "direction marks": "\u202ea ",
    "stars": "**a** ",
    "dates without end": "We removed it on 3 May 2026. ",
    "labels in a line": "a. Root cause: b. ",
    "rows": "| Root cause | b\n",
    "Amazon's sentences": "Please submit a plan.\n\n",
}


SHORT, LONG = 2_000, 8_000
# Four times the text may cost four times the steps, and a little more where a cap is reached late.
MOST = 6
# So few steps for the short text are no matter, since rules that share a letter also share what they found out in it.
CHEAP = 6 * SHORT


def steps(work: Callable[..., object], *given: object) -> int:
    """How many lines of Python some work runs through: the same on every machine and at every load."""
    count = 0

    def line(frame: object, event: str, argument: object) -> Any:
        nonlocal count
        count += 1
        return line

    before = sys.gettrace()
    sys.settrace(line)
    try:
        work(*given)
    finally:
        sys.settrace(before)
    return count


def letter(unit: str, length: int) -> str:
    return unit * max(1, length // len(unit))


def drafted(unit: str, length: int, route: str = "") -> Draft:
    case = replace(CASE, route=cast("Any", route)) if route else CASE
    return Draft(letter(unit, length), "letter.txt", case=case, catalog=CATALOG)


def checked(rule: Rule, draft: Draft) -> None:
    for _ in rule.check(draft):
        pass


def excess(rule: Rule, unit: str, route: str = "") -> str:
    """What a rule takes more than its share for four times the text; nothing when it takes its share."""
    short, long = (steps(checked, rule, drafted(unit, length, route)) for length in (SHORT, LONG))
    return "" if long <= MOST * max(short, 1_000) else f"{rule.code} {short} -> {long} steps on {unit[:40]!r}"


def units(rule: Rule) -> Iterator[tuple[str, str]]:
    """What a rule looks for, over and over: its own examples on one line, and as points of one list."""
    for example in (*rule.bad[:2], *rule.good[:1]):
        made = Example(example) if isinstance(example, str) else example
        flat = " ".join(made.text.split())
        if flat:
            yield f"{flat} ", made.case
            yield f"- {flat}\n", made.case


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_no_rule_takes_quadratic_time_on_what_it_looks_for(rule: Rule) -> None:
    for headed in ("", "Root cause:\n"):
        assert [said for unit, route in units(rule) if (said := excess(rule, headed + unit, route))] == []


@pytest.mark.parametrize("unit", WORST.values(), ids=WORST.keys())
def test_no_rule_takes_quadratic_time_on_what_is_awkward_to_read(unit: str) -> None:
    short, long = (drafted(unit, length) for length in (SHORT, LONG))
    costs = {rule.code: [steps(checked, rule, draft) for draft in (short, long)] for rule in rules()}
    assert {code: cost for code, cost in costs.items() if cost[1] > MOST * max(cost[0], CHEAP)} == {}


@pytest.mark.parametrize("unit", WORST.values(), ids=WORST.keys())
def test_reading_a_letter_takes_linear_time(unit: str) -> None:
    short, long = (steps(drafted, unit, length) for length in (SHORT, LONG))
    assert long <= MOST * max(short, 1_000)


def test_the_fields_of_a_word_cost_the_same_however_long_it_is() -> None:
    fields = Fields([{"code": "XX01", "fields": {"promise": "assur* guarante*"}}])

    assert ("XX01 promise",) == fields.fields_of("guarantee")
    assert ("XX01 promise",) == fields.fields_of(f"assur{'e' * LONG}")
    assert steps(fields.fields_of, "a" * SHORT) == steps(fields.fields_of, "a" * LONG)


@pytest.mark.parametrize(
    "text",
    [
        "word " * 200_000,
        "a" * 1_000_000,
        "a\n" * 1_000_000,
        "e\u0301" * 500_000,
        "\u0301" * 1_000_000,
        "\u202e\u200f" * 500_000,
        "a\0" * 500_000,
        "don't " * 160_000,
    ],
    ids=["one line", "one word", "lines", "accents", "marks", "direction marks", "NUL bytes", "contractions"],
)
def test_a_million_characters_are_answered(text: str) -> None:
    assert review(text, "letter.txt")


@settings(max_examples=120, deadline=None)
@given(st.text(max_size=400))
def test_every_text_is_answered_with_places_in_it(text: str) -> None:
    for finding in review(text, "letter.txt", case=CASE, catalog=CATALOG):
        assert text[finding.span.start : finding.span.end] == finding.span.quote
        assert (finding.line, finding.column) >= (1, 1)


def test_the_same_letter_gets_the_same_findings() -> None:
    text = "Root cause: Amazon's mistake.\n\nCorrective actions:\n- We will do better."
    assert review(text, "a") == review(text, "a")


@pytest.mark.parametrize(
    "text",
    [
        "Corrective actions:",
        "## Root Cause\n\n## Preventive Measures",
        "²oot cause:\n\nIt1 ²oot cause:\n\n..:",
        "> quoted",
        "-",
    ],
)
def test_a_letter_without_a_sentence_is_answered(text: str) -> None:
    for finding in review(text, "letter.txt", case=CASE, catalog=CATALOG):
        assert text[finding.span.start : finding.span.end] == finding.span.quote
