"""`amends check` as a linter: several files, settings, accepted findings, baseline, fixes."""

from __future__ import annotations

import io
import json
import sys
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.examples import Example

Run = Callable[..., tuple[int, str, str]]

BLAME = "Our supplier lied to us on 3 May 2026."
BEGS = "Please give us another chance."
THREAT = "Otherwise we will sue Amazon."
LETTER = f"Root cause\n\n{BLAME}\n\nConclusion\n\n{BEGS}\n"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of letters that is a repository of its own, and where the call is made."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.txt").write_text(LETTER, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("AMENDS_PACKS", raising=False)
    return tmp_path


@pytest.fixture
def found(amends: Run) -> Callable[..., list[str]]:
    """The rules of a family (TO unless named) that speak on one file."""

    def run(*words: object, family: str = "TO") -> list[str]:
        status, out, err = amends("check", *words, "--format", "json")
        assert status in (0, 1), err
        return sorted({f["rule"] for f in json.loads(out)["findings"] if f["rule"].startswith(family)})

    return run


def settings(place: Path, text: str, name: str = "amends.toml") -> Path:
    file = place / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


# --------------------------------------------------------------------------- files


def test_several_files_give_one_report_each_and_the_worst_status(amends: Run, place: Path) -> None:
    (place / "b.txt").write_text("We ask you to read the attached invoice.\n", encoding="utf-8")

    status, out, _ = amends("check", "b.txt", "a.txt", "--format", "json")

    assert ["b.txt", "a.txt"] == [report["file"] for report in json.loads(out)]
    assert 1 == status


def test_a_file_that_cannot_be_read_does_not_hide_the_others(amends: Run, place: Path) -> None:
    status, out, err = amends("check", "none.txt", "a.txt", "--format", "json")

    assert (2, "a.txt") == (status, json.loads(out)["file"])
    assert "none.txt is not there" in err


def test_standard_input_goes_by_the_name_that_it_is_given(
    amends: Run, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings(place, 'select = ["TO06"]\n', "sub/amends.toml")
    text = f"{BEGS} <!-- we implore you -->\n"
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))

    status, out, _ = amends("check", "-", "--stdin-filename", "sub/plan.md", "--format", "json")

    data = json.loads(out)
    assert (0, "sub/plan.md", ["TO06"]) == (status, data["file"], [f["rule"] for f in data["findings"]])
    assert 2 == amends("check", "-", "-")[0]


# --------------------------------------------------------------------------- which rules


def test_rules_are_chosen_on_the_command_line_over_the_file(found: Callable[..., list[str]], place: Path) -> None:
    settings(place, 'ignore = ["TO04"]\n')

    assert ["TO06"] == found("a.txt")
    assert ["TO04"] == found("a.txt", "--select", "TO04")
    assert ["TO04", "TO06"] == found("a.txt", "--select", "TO", "--select", "blames-supplier,RC")
    assert [] == found("a.txt", "--ignore", "TO")


def test_an_unknown_rule_is_an_error_with_the_nearest(amends: Run, place: Path) -> None:
    status, _, err = amends("check", "a.txt", "--select", "T004")

    assert 2 == status
    assert "no rule is called “T004”; did you mean TO04?" in err


def test_the_least_level_decides_what_is_shown_and_counted(
    amends: Run, found: Callable[..., list[str]], place: Path
) -> None:
    settings(place, 'level = "error"\n[levels]\nTO = "note"\nTO04 = "error"\n')

    assert ["TO04"] == found("a.txt")
    assert ["TO04", "TO06"] == found("a.txt", "--level", "note")
    assert 1 == amends("check", "a.txt", "--select", "TO04")[0]
    assert 0 == amends("check", "a.txt", "--select", "TO06", "--level", "note")[0]


def test_the_nearest_settings_hold_up_to_the_repository(found: Callable[..., list[str]], place: Path) -> None:
    letter = place / "sub" / "deep" / "a.txt"
    letter.parent.mkdir(parents=True)
    letter.write_text(LETTER, encoding="utf-8")
    settings(place, '[tool.amends]\nselect = ["TO06"]\n', "pyproject.toml")
    settings(place, '[tool.other]\nname = "amends"\n', "sub/pyproject.toml")

    assert ["TO06"] == found(letter)
    settings(place, 'select = ["TO04"]\n', "sub/amends.toml")
    assert ["TO04"] == found(letter)
    (letter.parent / ".git").mkdir()
    assert ["TO04", "TO06"] == found(letter)


def test_every_mistake_of_the_settings_is_told_at_once(amends: Run, place: Path) -> None:
    settings(
        place,
        'selct = []\nignore = ["TO4"]\ntype = "inauthntic"\nformat = "xml"\npacks = ["none"]\n'
        '[levels]\nTO99 = "note"\n[[allow]]\nrule = "TO"\nquote = "our supplier"\n',
    )

    status, out, err = amends("check", "a.txt")

    lines = [int(line.split("amends.toml:")[1].split(":")[0]) for line in err.splitlines()]
    assert (2, "", [1, 2, 3, 4, 5, 7, 8, 9]) == (status, out, lines), err


def test_the_format_and_the_enforcement_may_stand_in_the_settings(amends: Run, place: Path) -> None:
    settings(place, 'format = "json"\ntype = "inauthentic"\n')

    assert "a.txt" == json.loads(amends("check", "a.txt")[1])["file"]


# --------------------------------------------------------------------------- accepted findings


def test_an_accepted_finding_stays_in_the_report_and_does_not_count(amends: Run, place: Path) -> None:
    settings(place, '[levels]\nTO04 = "error"\n')
    assert 1 == amends("check", "a.txt", "--select", "TO04")[0]

    status, out, _ = amends(
        "check",
        "a.txt",
        "--allow",
        "TO04:3",
        "--because",
        'It says "so"\nin C.',
        "--by",
        "Dana",
        "--today",
        "2026-11-21",
    )

    assert (0, "1 finding accepted in amends.toml.\n") == (status, out)
    assert {
        "rule": "TO04",
        "file": "a.txt",
        "quote": BLAME,
        "because": 'It says "so" in C.',
        "by": "Dana",
        "on": date(2026, 11, 21),
    } == tomllib.loads((place / "amends.toml").read_text(encoding="utf-8"))["allow"][0]
    status, out, err = amends("check", "a.txt", "--select", "TO04", "--format", "json")
    assert (0, "", ["TO04"]) == (status, err, [finding["rule"] for finding in json.loads(out)["findings"]])
    assert 0 == json.loads(out)["summary"]["error"]


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_only_the_block_is_added_to_the_file(ending: str, amends: Run, place: Path) -> None:
    file = place / "pyproject.toml"
    before = ending.join(["# mine  ", "[tool.amends] # x", 'ignore = [ "TO13" ]', "", "[tool.other]", "a=1"]).encode()
    file.write_bytes(before)

    assert 0 == amends("check", "a.txt", "--allow", "blames-supplier:3", "--because", "C")[0]

    after = file.read_bytes()
    assert after.startswith(before + ending.encode())
    assert b"[[tool.amends.allow]]" in after
    assert after.count(b"\n") == after.count(ending.encode())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--allow", "TO04:3"), "without a reason"),
        (("--allow", "TO06:3", "--because", "x"), "there it is"),
        (("--allow", "TO06:2", "--because", "x"), "nothing is to be accepted there"),
        (("--allow", "TO04", "--because", "x"), "such as TO04:12"),
    ],
)
def test_what_is_not_there_is_not_accepted(words: tuple[str, ...], said: str, amends: Run, place: Path) -> None:
    status, _, err = amends("check", "a.txt", *words)

    assert 2 == status
    assert said in err
    assert not (place / "amends.toml").exists()


def test_settings_that_would_break_are_not_written(amends: Run, place: Path) -> None:
    file = settings(place, 'allow = [{rule = "TO06", quote = "another chance", because = "x"}]\n')

    status, _, err = amends("check", "a.txt", "--allow", "TO04:3", "--because", "C")

    assert 2 == status
    assert "Nothing was written" in err
    assert 1 == len(file.read_text(encoding="utf-8").splitlines())


def test_an_allowance_that_nothing_needs_any_more_is_told_with_its_place(amends: Run, place: Path) -> None:
    settings(place, '\n[[allow]]\nrule = "TO04"\nquote = "our supplier forgot it"\nbecause = "C"\n')

    assert "amends.toml:2: allow TO04: accepts nothing any more" in amends("check", "a.txt")[2]
    assert "" == amends("check", "a.txt", "--select", "TO06")[2]


FILLER = """\
code: MY01
name: filler-of-mine
level: note
source: our own house style
title: A word that says nothing
help: It takes room from what counts, which is cause, actions and measures. Leave it out.
find: [quite plainly]
message: “{quote}” says nothing.
becomes: ""
bad: [We quite plainly sold it.]
good: [We sold it.]
"""


def test_a_fix_leaves_an_accepted_finding_and_a_diff_changes_nothing(amends: Run, place: Path) -> None:
    settings(place, FILLER, "mine/filler.yaml")
    text = "We quite plainly checked it. <!-- allow MY01: our lawyer's words -->\n\nWe quite plainly did it.\n"
    files = [place / "plan.md", place / "other.md"]
    for file in files:
        file.write_text(text, encoding="utf-8")
    words = ("plan.md", "other.md", "--pack", "mine", "--select", "MY")

    status, shown, _ = amends("check", *words, "--diff")
    assert [text, text] == [file.read_text(encoding="utf-8") for file in files]
    _, _, err = amends("check", *words, "--fix")

    after = text.replace("quite plainly did", "did")
    assert [after, after] == [file.read_text(encoding="utf-8") for file in files]
    assert "2 places fixed." in err
    assert (0, 2) == (status, shown.count("\n-We quite plainly did it.\n+We did it.\n"))
    assert "--- plan.md\n+++ plan.md\n@@ -1,3 +1,3 @@\n" in shown


def test_the_words_of_a_comment_are_not_counted(amends: Run, place: Path) -> None:
    (place / "plan.md").write_text("We sold it. <!-- ask Omar once more -->\n", encoding="utf-8")

    assert 3 == json.loads(amends("check", "plan.md", "--format", "json")[1])["summary"]["words"]


# --------------------------------------------------------------------------- baseline


def test_what_stood_there_before_does_not_count_and_the_baseline_shrinks(amends: Run, place: Path) -> None:
    (place / "b.txt").write_text(f"Root cause\n\n{THREAT}\n", encoding="utf-8")
    only = ("--select", "TO", "--baseline", "base.json")

    status, _, err = amends("check", "a.txt", "b.txt", "--select", "TO", "--write-baseline", "base.json")
    assert 0 == status
    assert "findings recorded in base.json." in err
    assert (0, "") == amends("check", "a.txt", "b.txt", *only)[::2]

    (place / "b.txt").write_text(f"Root cause\n\nNew line.\n\n{THREAT}\n\n{THREAT}\n", encoding="utf-8")
    (place / "a.txt").write_text(LETTER.replace(BEGS, "We ask you to read it."), encoding="utf-8")
    status, out, err = amends("check", "a.txt", "b.txt", *only, "--format", "json")
    assert 1 == status
    assert [0, 1] == [min(report["summary"]["error"], 1) for report in json.loads(out)]
    assert "base.json: a.txt: TO06 is gone" in err

    kept = json.loads((place / "base.json").read_text(encoding="utf-8"))["files"]["b.txt"]
    amends("check", "a.txt", *only, "--write-baseline", "base.json")
    files = json.loads((place / "base.json").read_text(encoding="utf-8"))["files"]
    assert (["TO04"], kept) == ([entry["rule"] for entry in files["a.txt"]], files["b.txt"])


def test_a_baseline_that_is_not_there_or_none_is_said(amends: Run, place: Path) -> None:
    assert "is not there" in amends("check", "a.txt", "--baseline", "base.json")[2]
    (place / "base.json").write_text("{}", encoding="utf-8")
    status, _, err = amends("check", "a.txt", "--baseline", "base.json")
    assert 2 == status
    assert "--write-baseline" in err


# --------------------------------------------------------------------------- the case


@pytest.fixture
def case(place: Path, amends: Run, example: Example) -> Path:
    """A finished case with a threat in its plan, which is an error."""
    root = example("restricted-products", place / "case")
    (root / "bundle.zip").unlink()
    plan = root / "plan.md"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("## Conclusion", f"{THREAT}\n\n## Conclusion"), encoding="utf-8")
    amends("trace", root, "--attest", "Noor Castellan")
    return root


def test_an_error_that_was_accepted_does_not_stop_the_bundle_and_is_said(amends: Run, case: Path) -> None:
    assert 1 == amends("bundle", case, "--today", "2026-03-24")[0]
    line = 1 + (case / "plan.md").read_text(encoding="utf-8").split(THREAT)[0].count("\n")

    assert 0 == amends("check", case, "--allow", f"TO08:{line}", "--because", "Counsel insists.")[0]
    status, out, _ = amends("bundle", case, "--today", "2026-03-24")

    assert 0 == status
    assert "accepted with a reason:\n" in out
    assert f"TO08 in line {line}: Counsel insists." in out


def test_an_error_in_a_baseline_still_stops_the_bundle(amends: Run, case: Path) -> None:
    amends("check", case, "--write-baseline", case / "base.json")
    settings(case, 'baseline = "base.json"\n')

    assert 0 == amends("check", case)[0]
    assert 1 == amends("bundle", case, "--today", "2026-03-24")[0]
    assert "amends check" in amends("status", case)[1]


def test_check_status_and_bundle_go_by_the_same_rules(amends: Run, case: Path) -> None:
    assert (1, 1) == (amends("check", case)[0], amends("bundle", case, "--today", "2026-03-24")[0])

    settings(case, 'ignore = ["TO08"]\n')

    assert (0, 0) == (amends("check", case)[0], amends("bundle", case, "--today", "2026-03-24")[0])
    assert "submit" in amends("status", case)[1]


def test_no_comment_of_the_draft_is_sent(amends: Run, case: Path) -> None:
    import zipfile

    plan = case / "plan.md"
    text = plan.read_text(encoding="utf-8").replace(THREAT, f"{THREAT} <!-- allow TO08: counsel insists -->")
    plan.write_text(text, encoding="utf-8")

    status, out, err = amends("bundle", case, "--today", "2026-03-24")

    assert 0 == status, err
    assert "counsel insists" in out
    with zipfile.ZipFile(case / "bundle.zip") as bundle:
        for name in ("plan.md", "plan.txt", "form-answers.txt", "plan.docx"):
            assert b"counsel insists" not in bundle.read(name)
        assert THREAT in bundle.read("plan.md").decode()
    assert "submit" in amends("status", case)[1]
