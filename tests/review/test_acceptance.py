"""Accepted findings: one sentence, one reason, and what is said of allowances that nothing needs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.config import Allow
from amends.model import Finding, Problem
from amends.review import Draft, reviewed, rules
from amends.review.acceptance import accepted

BLAME = "Our supplier lied to us on 3 May 2026."
OTHER = "Our supplier cheated us again on 4 May 2026."


def checked(text: str, *allows: Allow, file: str = "plan.md", select: str = "") -> tuple[list[Finding], list[Problem]]:
    draft = Draft(text, file)
    applied = [rule for rule in rules() if rule.code.startswith(select)]
    made = accepted(draft, reviewed(draft, applied), allows, rules(), applied)
    return [finding for finding in made.findings if finding.rule == "TO04"], list(made.problems)


def reasons(findings: list[Finding]) -> list[str | None]:
    return [finding.suppressed.because if finding.suppressed else None for finding in findings]


def test_an_allowance_of_the_configuration_holds_for_the_sentence_that_it_quotes() -> None:
    allow = Allow("blames-supplier", "LIED to  us on 3", "It is exhibit C.", "Dana", None)

    findings, _ = checked(f"Root cause\n\n{BLAME} {OTHER}", allow)

    assert ["It is exhibit C.", None] == reasons(findings)
    assert findings[0].suppressed is not None
    assert ("config", "Dana") == (findings[0].suppressed.kind, findings[0].suppressed.by)


def test_it_lapses_when_the_sentence_changes() -> None:
    allow = Allow("TO04", BLAME, "It is exhibit C.")

    assert [None] == reasons(checked(f"Root cause\n\n{BLAME.replace('3 May', '5 May')}", allow)[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Root cause\n\n{BLAME} <!-- allow TO04: why --> {OTHER}", ["why", None]),
        (f"Root cause\n\n{BLAME[:-1]} <!-- allow TO04: why -->. {OTHER}", ["why", None]),
        (f"Root cause\n\n<!-- allow TO04: why -->\n{BLAME} {OTHER}", ["why", None]),
        (f"Root cause\n\n<!-- allow blames-supplier: why -->{BLAME} {OTHER}", ["why", None]),
        (f"Root cause\n\n- {BLAME}\n- <!-- ALLOW to04: why --> {OTHER}\n", [None, "why"]),
        (f"Root cause\n\n{BLAME} {OTHER} <!-- allow RC01, TO04: why -->", [None, "why"]),
        (f"Root cause\n\n{BLAME} <!-- a remark --> <!-- allow TO04:\nwhy  so -->\n{OTHER}", ["why so", None]),
        (f"Root cause\n\nWe sold B0CHX72LMQ. <!-- allow TO04: why --> {OTHER}", ["why"]),
        (f"Root cause\n\n{BLAME}\n\n{OTHER}\n\n<!-- allow TO04: why -->\n", [None, None]),
    ],
)
def test_a_comment_holds_for_the_sentence_before_it_or_else_the_one_after(
    text: str, expected: list[str | None]
) -> None:
    assert expected == reasons(checked(text)[0])


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("<!-- allow TO04 -->", "no reason"),
        ("<!-- allow TO04: -->", "no reason"),
        ("<!-- allow: it is true -->", "no rule is named"),
        ("<!-- allow TO4: it is true -->", "no rule is called “TO4”; did you mean"),
        ("<!-- allow TO06: nobody begs here -->", "silent here"),
    ],
)
def test_what_is_wrong_with_a_comment_is_told_with_its_line_and_nothing_is_accepted(comment: str, said: str) -> None:
    findings, problems = checked(f"Root cause\n\n{BLAME} {comment}\n")

    assert [None] == reasons(findings)
    assert [("plan.md", 3)] == [(problem.file, problem.line) for problem in problems]
    assert said in problems[0].message


def test_an_allowance_for_a_rule_that_was_not_applied_is_let_be() -> None:
    assert [] == checked(f"{BLAME} <!-- allow TO06: nobody begs -->", select="TO04")[1]


def test_a_comment_that_allows_nothing_is_a_remark() -> None:
    findings, problems = checked(f"Root cause\n\n{BLAME} <!-- allowance: ask Omar --> <!-- Omar allows TO04: no -->")

    assert ([None], []) == (reasons(findings), problems)


def test_in_plain_text_a_comment_would_be_sent_and_accepts_nothing() -> None:
    findings, problems = checked(f"Root cause\n\n{BLAME} <!-- allow TO04: why -->", file="plan.txt")

    assert [None] == reasons(findings)
    assert "sent with a letter that is no Markdown" in problems[0].message


def test_the_words_of_a_comment_are_not_the_sellers() -> None:
    assert [] == [
        f for f in reviewed(Draft("We sold it. <!-- we beg you, dear Amazon -->", "a.md")) if f.rule == "TO06"
    ]


PIECES = st.sampled_from(
    ["<!-- allow TO04: why -->", "<!-- allow", "-->", "<!--", "\n", " ", BLAME, "## ", "- ", "\\", "TO04:", "> ", "x"]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_findings_keep_their_places_in_the_text_as_given(text: str) -> None:
    draft = Draft(text, "plan.md")
    findings = reviewed(draft)

    made = accepted(draft, findings, [], rules(), rules())

    assert [f._replace(suppressed=None) for f in made.findings] == list(findings)
    assert [] == [f for f in findings if text[f.span.start : f.span.end] != f.span.quote]
    assert [] == [p for p in made.problems if not 1 <= (p.line or 0) <= text.count("\n") + 1]


def looked_at(number: int) -> int:
    """How often a row of comments behind one sentence asks where it stands: counted, not timed."""
    import sys

    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    draft = Draft(BLAME + " <!-- allow TO04: why -->" * number, "plan.md")
    findings = reviewed(draft)
    sys.setprofile(count)
    try:
        accepted(draft, findings, [], rules(), rules())
    finally:
        sys.setprofile(None)
    return calls


def test_a_long_row_of_comments_costs_in_proportion() -> None:
    assert looked_at(400) < 2.5 * looked_at(200)
