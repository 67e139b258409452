"""The baseline knows a finding again by rule and sentence, counts, and only shrinks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.model import Finding
from amends.review import Draft, baseline, reviewed, rules

ONLY = [rule for rule in rules() if rule.code == "TO04"]
BLAME = "Our supplier lied to us on 3 May 2026."


def seen(text: str) -> tuple[Draft, tuple[Finding, ...]]:
    draft = Draft(text, "plan.txt")
    return draft, reviewed(draft, ONLY)


def open_ones(findings: tuple[Finding, ...]) -> int:
    return sum(finding.suppressed is None for finding in findings)


def test_lines_that_move_and_blanks_that_change_make_no_new_finding() -> None:
    recorded = baseline.taken(*seen(f"Root cause: yes.\n\n{BLAME}"))

    findings, gone = baseline.held(
        *seen(f"Root cause: yes.\n\nMore.\n\n\n{BLAME.replace(' ', '  ').upper()}"), recorded
    )

    assert (0, {}) == (open_ones(findings), dict(gone))
    assert {"baseline"} == {finding.suppressed.kind for finding in findings if finding.suppressed}


def test_of_two_alike_one_recorded_one_counts() -> None:
    recorded = baseline.taken(*seen(f"Root cause\n\n{BLAME}"))

    findings, _ = baseline.held(*seen(f"Root cause\n\n{BLAME}\n\n{BLAME}"), recorded)

    assert (2, 1) == (len(findings), open_ones(findings))


def test_what_is_gone_is_given() -> None:
    recorded = baseline.taken(*seen(f"Root cause\n\n{BLAME}\n\n{BLAME}"))

    _, gone = baseline.held(*seen(f"Root cause\n\n{BLAME}"), recorded)

    assert {("TO04", BLAME.lower()): 1} == dict(gone)


ENTRY = st.tuples(st.sampled_from(["TO04", "AC03"]), st.text(alphabet='aé" \\\n', max_size=6))
FILES = st.dictionaries(st.text(alphabet='ab/."', max_size=4), st.dictionaries(ENTRY, st.integers(1, 3)))


@given(FILES)
def test_a_baseline_reads_back_as_it_was_written_and_the_same_findings_give_the_same_text(
    files: dict[str, dict[tuple[str, str], int]],
) -> None:
    records = {name: baseline.Recorded(entries) for name, entries in files.items()}
    text = baseline.written(records)

    found, problems = baseline.read(text, "base.json")

    assert [] == problems
    assert {name: record for name, record in records.items() if record} == found
    assert text == baseline.written(dict(reversed(records.items())))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '{"amends-baseline": 2, "files": {}}',
        "[" * 100_000,
        '{"amends-baseline": 1, "files": {"a": [{"rule": "TO04", "sentence": "x", "count": 0}]}}',
        '{"amends-baseline": 1, "files": {"a": [{"rule": 3}]}}',
        '{"amends-baseline": 1, "files": {"a": 3}}',
    ],
)
def test_what_is_no_baseline_is_a_problem_with_its_file(text: str) -> None:
    assert ["base.json"] == [problem.file for problem in baseline.read(text, "base.json")[1]]
