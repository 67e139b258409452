"""The contract for programs."""

from __future__ import annotations

import json

from findings_examples import CONFIG, FILE, FINDINGS, REPORT, TEXT, VERDICT, accepted, finding

from amends.render.findings import Report, render


def test_json_keeps_the_contract() -> None:
    data = json.loads(render([REPORT], "json"))
    assert list(data) == ["file", "findings", "summary", "verdict"]
    assert list(data["findings"][0]) == [
        "rule", "name", "level", "confidence", "message", "start", "end", "line", "column", "quote", "related", "fix",
        "where", "suppressed",
    ]  # fmt: skip
    for read in data["findings"]:
        assert TEXT[read["start"] : read["end"]] == read["quote"]
        lines = TEXT[: read["start"]].split("\n")
        assert (read["line"], read["column"]) == (len(lines), len(lines[-1]) + 1)
        assert (read["where"], read["suppressed"]) == ("", None)
    levels = [read["level"] for read in data["findings"]]
    assert data["summary"] == {
        "error": levels.count("error"),
        "warning": levels.count("warning"),
        "note": levels.count("note"),
        "words": len(TEXT.split()),
        "suppressed": 0,
    }
    assert data["verdict"] is None


def test_what_is_accepted_stays_in_the_list_and_leaves_the_counts() -> None:
    before = json.loads(render([REPORT], "json"))["summary"]
    data = json.loads(render([accepted(CONFIG)], "json"))
    level = FINDINGS[0].level
    assert len(data["findings"]) == len(FINDINGS)
    assert data["summary"] == before | {level: before[level] - 1, "suppressed": 1}
    assert data["findings"][0]["suppressed"] == {
        "because": "Amazon asked for it", "by": "Dana Ruiz", "on": "2026-05-04", "kind": "config",
    }  # fmt: skip


def test_the_verdict_names_its_holes() -> None:
    verdict = json.loads(render([REPORT._replace(verdict=VERDICT)], "json"))["verdict"]
    assert list(verdict) == ["answers", "matrix", "next"]
    assert verdict["answers"][1]["missing"] == ["An action that is finished."]
    assert verdict["matrix"][0]["holes"] == ["measures"]
    assert verdict["next"][0] == {
        "what": "Write the day on which it began.",
        "why": "Amazon reads this first.",
        "rules": ["RC05", "TO01"],
        "ends": 2,
    }


def test_several_files_are_a_list_and_a_page_is_told() -> None:
    other = Report([finding("a bad word", "bad", where="page 2")], "a bad word", "b.pdf")
    data = json.loads(render([REPORT, other], "json"))
    assert [read["file"] for read in data] == [FILE, "b.pdf"]
    assert data[1]["findings"][0]["where"] == "page 2"


def test_what_steers_a_terminal_is_escaped_and_means_the_same() -> None:
    report = Report([finding("x\x9b2J\u202ey", "\x9b2J\u202e")], "x\x9b2J\u202ey", "a.txt")
    output = render([report], "json")
    assert "\x9b" not in output
    assert "\u202e" not in output
    assert json.loads(output)["findings"][0]["quote"] == "\x9b2J\u202e"
