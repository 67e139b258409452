"""Findings for CI servers: annotations of GitHub, test reports in the JUnit form."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

from findings_examples import BASELINE, CONFIG, FINDINGS, REPORT, TEXT, accepted, finding, found

from amends.render.findings import Report, render
from amends.review import rules


def test_commands_are_one_line_each_and_escaped() -> None:
    lines = render([REPORT._replace(file="a,b:c.md")], "github").splitlines()
    assert len(lines) == len(FINDINGS)
    assert all(re.match(r"::(error|warning|notice) file=a%2Cb%3Ac\.md,line=\d+,col=\d+,endLine=\d+,", s) for s in lines)


def test_a_place_over_several_lines_has_no_columns_and_a_page_no_lines() -> None:
    text = "bad\nwords"
    several = render([Report([found(text, 0, 9), finding(text, "bad", where="page 2")], text, "a.txt")], "github")
    first, second = several.splitlines()
    assert first.startswith("::warning file=a.txt,line=1,endLine=2,title=TO99 made-up::")
    assert second.startswith("::warning file=a.txt,title=TO99 made-up::page 2: ")


def test_a_letter_cannot_end_its_command() -> None:
    text = "bad\n::error::forged"
    output = render([Report([found(text, 0, len(text))], text, "a\n::error::b.txt")], "github")
    assert output.count("\n") == 1


def test_accepted_findings_are_notices_with_their_reason() -> None:
    line = render([accepted(CONFIG)], "github").splitlines()[0]
    assert line.startswith("::notice ")
    assert line.endswith("Accepted: Amazon asked for it (Dana Ruiz, 4 May 2026, in the configuration)")
    assert render([accepted(BASELINE)], "github").splitlines()[-1].endswith("::1 finding that the baseline holds")


def suite(report: Report, known: bool = True) -> ElementTree.Element:
    root = ElementTree.fromstring(render([report], "junit", rules=rules() if known else ()))
    return root[0]


def test_errors_fail_warnings_pass_and_say_themselves() -> None:
    cases = suite(REPORT).findall("testcase")
    for case, one in zip(cases, FINDINGS, strict=False):
        assert (case.find("failure") is not None) == (one.level == "error")
        told = case.find("failure") if one.level == "error" else case.find("system-out")
        assert told is not None
        assert one.message in (told.text or "")
        assert case.get("line") == str(one.line)


def test_rules_that_found_nothing_are_cases_that_passed() -> None:
    spoke = {finding.rule for finding in FINDINGS}
    passed = [case.get("name", "") for case in suite(REPORT) if not len(case)]
    assert passed == [f"{rule.code} {rule.name}" for rule in rules() if rule.code not in spoke]


def test_accepted_findings_are_skipped_with_their_reason() -> None:
    (skipped,) = suite(accepted(CONFIG)).iter("skipped")
    assert skipped.get("message") == "Accepted: Amazon asked for it (Dana Ruiz, 4 May 2026, in the configuration)"


def test_names_stay_when_lines_move_and_no_two_are_alike() -> None:
    text = "bad, bad"
    first, second = (
        [case.get("name") for case in suite(Report([found(s, at, at + 3), found(s, at + 5, at + 8)], s, "a"), False)]
        for s, at in ((text, 0), (f"\n\n{text}", 2))
    )
    assert first == second == ["TO99 made-up: bad", "TO99 made-up: bad (2)"]


def test_a_clean_file_has_a_case_that_passed_even_where_the_rules_are_not_known() -> None:
    assert [case.get("name") for case in suite(Report((), TEXT, "a.txt"), known=False)] == ["review"]
