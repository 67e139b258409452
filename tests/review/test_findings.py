"""The output formats say the same findings, for people and for programs."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.errors import Unknown
from amends.render.findings import Report, formats, render
from amends.review import review, rules
from amends.review.samples import CASE, CATALOG

TEXT = (
    "Root cause: Amazon's mistake, as [date] shows.\n\nCorrective actions:\n- We will remove ASIN "
    "B0C123456; please note that it is old.\n"
)
FINDINGS = review(TEXT, "my plans/plan.md", case=CASE, catalog=CATALOG)


def sarif() -> dict[str, object]:
    log = json.loads(render([Report(FINDINGS, TEXT, "my plans/plan.md")], "sarif", rules=rules()))
    assert isinstance(log, dict)
    return log


def test_formats_are_found_in_the_folder() -> None:
    assert formats() == ("github", "json", "sarif", "text")


def test_an_unknown_format_says_which_there_are() -> None:
    with pytest.raises(Unknown, match="github, json, sarif, text"):
        render([Report((), "", "x")], "nothing")


def test_json_keeps_the_contract() -> None:
    data = json.loads(render([Report(FINDINGS, TEXT, "plan.md")], "json"))
    assert list(data) == ["file", "findings", "summary"]
    assert list(data["findings"][0]) == [
        "rule", "name", "level", "confidence", "message", "start", "end", "line", "column", "quote", "related", "fix",
    ]  # fmt: skip
    for finding in data["findings"]:
        assert TEXT[finding["start"] : finding["end"]] == finding["quote"]
        lines = TEXT[: finding["start"]].split("\n")
        assert (finding["line"], finding["column"]) == (len(lines), len(lines[-1]) + 1)
    levels = [finding["level"] for finding in data["findings"]]
    assert data["summary"] == {
        "error": levels.count("error"),
        "warning": levels.count("warning"),
        "note": levels.count("note"),
        "words": len(TEXT.split()),
    }


def test_sarif_places_every_result_and_describes_its_rule() -> None:
    run = sarif()["runs"][0]  # type: ignore[index]
    described = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in described}) == len(described) == len(rules())
    assert all(rule["help"]["text"] and re.fullmatch(r"[A-Z][A-Za-z]+", rule["name"]) for rule in described)
    for result, finding in zip(run["results"], FINDINGS, strict=True):
        assert described[result["ruleIndex"]]["id"] == result["ruleId"] == finding.rule
        location = result["locations"][0]["physicalLocation"]
        assert location["artifactLocation"]["uri"] == "my%20plans/plan.md"
        region = location["region"]
        assert TEXT[region["charOffset"] : region["charOffset"] + region["charLength"]] == finding.span.quote
        assert region["snippet"]["text"] == finding.span.quote
        assert result["level"] == finding.level
    assert run["columnKind"] == "unicodeCodePoints"


def test_sarif_carries_fixes_and_related_places() -> None:
    results = sarif()["runs"][0]["results"]  # type: ignore[index]
    fixed = [result for result in results if "fixes" in result]
    assert [r["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"] for r in fixed] == [""]
    assert any(
        place["message"]["text"].startswith("Notice: ") for r in results for place in r.get("relatedLocations", [])
    )


def test_github_commands_are_one_line_each_and_escaped() -> None:
    lines = render([Report(FINDINGS, TEXT, "a,b:c.md")], "github").splitlines()
    assert len(lines) == len(FINDINGS)
    assert all(
        re.match(r"::(error|warning|notice) file=a%2Cb%3Ac\.md,line=\d+,col=\d+,endLine=\d+,", line) for line in lines
    )


def test_text_marks_the_words_below_their_line() -> None:
    lines = render([Report(FINDINGS, TEXT, "plan.md")], "text").split("\n")
    marked = [(lines[at - 1], line) for at, line in enumerate(lines) if re.fullmatch(r" *\| +\^+", line)]
    quotes = {source[line.index("^") : line.rindex("^") + 1] for source, line in marked}
    assert "[date]" in quotes
    assert "B0C123456" in quotes


def test_text_is_plain_without_colour() -> None:
    assert "\x1b" not in render([Report(FINDINGS, TEXT, "plan.md")], "text")
    assert "\x1b[1;31merror" in render([Report(FINDINGS, TEXT, "plan.md")], "text", colour=True)


def test_text_says_when_there_is_nothing() -> None:
    assert render([Report((), "Two words", "plan.md")], "text") == "Nothing to object to in 2 words.\n"


@settings(max_examples=80, deadline=None)
@given(
    st.text(max_size=300).map(lambda text: f"Root cause: [date] {text}\nActions: we will never do 漢字 {text[:40]}!")
)
def test_text_fits_eighty_columns_and_shows_no_control_characters(text: str) -> None:
    shown = render([Report(review(text, "plan.md"), text, "plan.md")], "text")
    assert max(len(line) for line in shown.split("\n")) <= 80
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["json", "sarif", "github", "text"]))
def test_every_format_takes_every_text(text: str, format: str) -> None:
    assert render([Report(review(text, "x"), text, "x")], format, rules=rules()).encode("utf-8", "replace") is not None
