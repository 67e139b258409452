"""SARIF 2.1.0: valid by the schema of OASIS, and the places mean what they say."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from findings_examples import BASELINE, CONFIG, DRAFT, FINDINGS, REPORT, TEXT, accepted, finding, found, reports
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator, FormatChecker

from amends.model import Fix, Related
from amends.render.findings import Report, render
from amends.review import rules

SCHEMA = json.loads((Path(__file__).parent / "sarif" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
VALIDATOR = Draft4Validator(SCHEMA, format_checker=FormatChecker())


def log(*made: Report, known: bool = True) -> dict[str, Any]:
    """The log read back, after the schema has accepted it."""
    read = json.loads(render(made, "sarif", rules=rules() if known else ()))
    VALIDATOR.validate(read)
    assert isinstance(read, dict)
    return read


def run_of(*made: Report) -> dict[str, Any]:
    run = log(*made)["runs"][0]
    assert isinstance(run, dict)
    return run


def region_of(result: dict[str, Any]) -> dict[str, Any]:
    region = result["locations"][0]["physicalLocation"]["region"]
    assert isinstance(region, dict)
    return region


def words_at(text: str, region: dict[str, Any]) -> str:
    """The words that a viewer marks, by lines and columns alone; the end column is not included."""
    lines = text.split("\n")
    start = sum(len(line) + 1 for line in lines[: region["startLine"] - 1]) + region["startColumn"] - 1
    end = sum(len(line) + 1 for line in lines[: region["endLine"] - 1]) + region["endColumn"] - 1
    return text[start:end]


def test_the_schema_refuses_what_is_no_sarif() -> None:
    assert not VALIDATOR.is_valid({"version": "2.1.0"})
    assert not VALIDATOR.is_valid({"version": "2.1.0", "runs": [{"results": []}]})


@given(st.lists(reports(), max_size=3), st.booleans())
def test_any_text_and_any_places_are_valid(made: list[Report], known: bool) -> None:
    run = log(*made, known=known)["runs"][0]
    assert len(run["artifacts"]) == len({artifact["location"]["uri"] for artifact in run["artifacts"]})
    assert len(run["results"]) == sum(len(report.findings) for report in made)
    results = iter(run["results"])
    for report in made:
        for one in report.findings:
            result = next(results)
            assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == one.rule
            artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
            assert run["artifacts"][artifact["index"]]["location"]["uri"] == artifact["uri"]
            if not one.where:
                assert words_at(report.text, region_of(result)) == one.span.quote


def test_every_result_is_placed_and_its_rule_described() -> None:
    run = run_of(REPORT)
    described = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in described}) == len(described) == len(rules())
    assert all(re.fullmatch(r"[A-Z][A-Za-z]+", rule["name"]) for rule in described)
    assert all(rule["help"]["text"] and rule["help"]["markdown"].startswith("**") for rule in described)
    for result, one in zip(run["results"], FINDINGS, strict=True):
        assert described[result["ruleIndex"]]["id"] == result["ruleId"] == one.rule
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "my%20plans/plan.md"
        region = region_of(result)
        assert TEXT[region["charOffset"] : region["charOffset"] + region["charLength"]] == one.span.quote
        assert region["snippet"]["text"] == one.span.quote
        assert result["level"] == one.level


def test_columns_count_characters_outside_the_basic_plane_once() -> None:
    text = "𝒳𝒴 then bad words"
    run = run_of(Report([finding(text, "bad")], text, "a.txt"))
    assert run["columnKind"] == "unicodeCodePoints"
    region = region_of(run["results"][0])
    assert (region["startColumn"], region["endColumn"]) == (9, 12)


def test_the_lines_around_a_place_are_shown_unless_they_are_no_more_or_far_too_long() -> None:
    text = f"one bad word\nbad\n{'long ' * 400}bad"
    places = [found(text, 4, 7), found(text, 13, 16), found(text, len(text) - 3, len(text))]
    around = [
        result["locations"][0]["physicalLocation"].get("contextRegion")
        for result in run_of(Report(places, text, "a.txt"))["results"]
    ]
    assert around[0]["snippet"]["text"] == "one bad word"
    assert around[1:] == [None, None]


def test_a_quote_of_the_letter_itself_is_placed_even_if_it_is_wrapped_there() -> None:
    text = "We sold 12\nunits in May.\nWe sold 13 units in May."
    related = (
        Related("a.txt", "We sold 12 units in May.", "Above"),
        Related("notice.eml", "units sold", "Notice"),
        Related("", "", "Published as a template"),
    )
    result = run_of(Report([finding(text, "13", related=related)], text, "a.txt"))["results"][0]
    above, notice, template = result["relatedLocations"]
    assert words_at(text, above["physicalLocation"]["region"]) == "We sold 12\nunits in May."
    assert notice["physicalLocation"] == {"artifactLocation": {"uri": "notice.eml"}}
    assert notice["logicalLocations"][0]["name"] == "units sold"
    assert "physicalLocation" not in template


def test_a_fix_replaces_exactly_the_marked_words() -> None:
    text = "one\nplease note that it is old."
    result = run_of(Report([finding(text, "please note that ", fix=Fix(""))], text, "a.txt"))["results"][0]
    (replacement,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
    assert words_at(text, replacement["deletedRegion"]) == "please note that "
    assert replacement["insertedContent"] == {"text": ""}


def test_a_page_of_a_pdf_is_a_logical_place_without_lines_and_without_a_fix() -> None:
    one = finding("a bad word", "bad", where="page 2", fix=Fix("good"))
    result = run_of(Report([one], "a bad word", "b.pdf"))["results"][0]
    (location,) = result["locations"]
    assert location["logicalLocations"][0]["name"] == "page 2"
    assert "region" not in location["physicalLocation"]
    assert "fixes" not in result


def test_suppressions_say_where_why_and_by_whom() -> None:
    results = run_of(accepted(CONFIG))["results"]
    assert results[0]["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "Amazon asked for it",
            "properties": {"by": "Dana Ruiz", "on": "2026-05-04", "written": "config"},
        }
    ]
    assert all(result["suppressions"] == [] for result in results[1:])
    assert run_of(accepted(DRAFT))["results"][0]["suppressions"][0]["kind"] == "inSource"
    assert run_of(accepted(BASELINE))["results"][0]["suppressions"][0]["kind"] == "external"
    assert not any("suppressions" in result for result in run_of(REPORT)["results"])


def test_fingerprints_stay_when_lines_move_and_tell_two_places_apart() -> None:
    text = "bad, then bad again"
    moved = f"A new line.\n\n{text}"

    def prints(text: str) -> list[str]:
        first = text.index("bad")
        second = text.index("bad", first + 1)
        made = Report([found(text, first, first + 3), found(text, second, second + 3)], text, "a.txt")
        return [result["partialFingerprints"]["quote/v2"] for result in run_of(made)["results"]]

    assert prints(text) == prints(moved)
    assert len(set(prints(text))) == 2


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("plan.md", "plan.md"),
        ("../a b/é.md", "../a%20b/%C3%A9.md"),
        ("/tmp/plan.md", "file:///tmp/plan.md"),
        ("C:\\plans\\plan.md", "file:///C:/plans/plan.md"),
        ("a:b?#.md", "a%3Ab%3F%23.md"),
        ("", "stdin"),
    ],
)
def test_file_names_become_uris(file: str, uri: str) -> None:
    assert run_of(Report((), "", file))["artifacts"][0]["location"]["uri"] == uri


def test_words_of_a_letter_are_neither_link_nor_placeholder() -> None:
    text = "[click](http://x.invalid) {0}"
    result = run_of(Report([finding(text, text)], text, "a.txt"))["results"][0]
    assert not re.search(r"\]\(", result["message"]["text"])
    assert "{{0}}" in result["message"]["text"]


def test_a_clean_file_is_an_artifact_without_results() -> None:
    run = run_of(Report((), "", "empty.txt"))
    assert run["results"] == []
    assert run["invocations"] == [{"executionSuccessful": True}]
    assert [artifact["location"]["uri"] for artifact in run["artifacts"]] == ["empty.txt"]
