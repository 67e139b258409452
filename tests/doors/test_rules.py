"""`amends rules`, and packs of one's own."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from amends.review import rules

Run = Callable[..., tuple[int, str, str]]

LIST = """\
code: MY01
name: talk-of-rivals
level: error
source: our own house style
title: Talk of rivals
help: The reader decides about this account alone; what rivals do has no place in the letter.
find: ["rivals|competitors do|sell"]
message: “{quote}” speaks of others.
bad: ["Root cause: our rivals do the same."]
good: ["Root cause: we did not check the invoice."]
"""
PROGRAM = '''\
from amends.review.rule import Hit, rule


@rule("MY02", "too-many-bangs", level="note", source="our own house style", bad=("Stop!!",), good=("Stop.",))
def too_many_bangs(draft):
    """Too many exclamation marks.

    They read as shouting; the reader wants facts. Write a full stop instead.
    """
    from amends.model import Span

    at = draft.text.find("!!")
    if at >= 0:
        yield Hit(Span(at, at + 2, "!!"), "Write a full stop.")
'''
LETTER = "Root cause: our rivals do the same!!\n"


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a list and a program, beside a letter and in a repository of its own."""
    (tmp_path / ".git").mkdir()
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "rivals.yaml").write_text(LIST, encoding="utf-8")
    (folder / "bangs.py").write_text(PROGRAM, encoding="utf-8")
    (tmp_path / "a.txt").write_text(LETTER, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("AMENDS_PACKS", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return folder


def mine(out: str) -> list[str]:
    return sorted({f["rule"] for f in json.loads(out)["findings"] if f["rule"].startswith("MY")})


def test_without_words_the_families_are_counted_within_80_columns(
    amends: Run, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    status, out, _ = amends("rules", "--pack", "mine")

    assert 0 == status
    assert max(map(len, out.splitlines())) <= 80
    assert {rule.code[:2] for rule in rules()} | {"MY"} == {line[:2] for line in out.split("\n\n")[0].splitlines()}
    assert f"{len(rules()) + 2} rules, 2 of them yours." in out


def test_a_family_all_and_json_list_rules(amends: Run, pack: Path) -> None:
    assert ["MY01", "MY02"] == [line[:4] for line in amends("rules", "MY", "--pack", "mine")[1].splitlines()]
    assert [rule.code for rule in rules()] == [entry["code"] for entry in json.loads(amends("rules", "--json")[1])]
    assert set() == {rule.code for rule in rules()} - {line[:4] for line in amends("rules", "all")[1].splitlines()}
    assert "did you mean TO" in amends("rules", "TOO")[2]


def test_a_rule_of_a_pack_is_explained(amends: Run, pack: Path) -> None:
    assert "Too many exclamation marks." in amends("rules", "explain", "my02", "--pack", "mine")[1]
    assert 2 == amends("rules", "explain", "MY02")[0]


def test_a_sound_pack_passes_its_test(amends: Run, pack: Path) -> None:
    assert (0, "2 rules tried; all is as their examples say.\n", "") == amends("rules", "test", "mine")


def test_what_does_not_hold_is_told_and_gives_status_1(amends: Run, pack: Path) -> None:
    (pack / "rivals.yaml").write_text(LIST.replace("our rivals do the same", "others do it"), encoding="utf-8")
    (pack / "bangs.py").write_text(PROGRAM.replace('draft.text.find("!!")', "1 // 0"), encoding="utf-8")

    status, out, _ = amends("rules", "test", "mine")

    assert 1 == status
    said = " ".join(out.split())
    assert "MY01 talk-of-rivals: bad example 1 is not found: “Root cause: others do it.”" in said
    assert "MY02 too-many-bangs: breaks down in mine/bangs.py:12: ZeroDivisionError" in said
    assert "2 rules tried, 2 failed." in said


def test_python_runs_when_the_person_names_the_pack_and_not_when_a_file_does(
    amends: Run, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (pack / "bangs.py").write_text(PROGRAM + "\nopen('ran', 'w').close()\n", encoding="utf-8")
    (pack.parent / "amends.toml").write_text('packs = ["mine"]\nselect = ["MY01", "MY02"]\n', encoding="utf-8")
    ran = pack.parent / "ran"

    status, out, err = amends("check", "a.txt", "--format", "json")
    assert (1, ["MY01"], False) == (status, mine(out), ran.exists())
    assert "a rule in Python was left out" in err
    assert "--pack mine" in err

    _, out, err = amends("check", "a.txt", "--format", "json", "--pack", "mine")
    assert (["MY01", "MY02"], "", True) == (mine(out), err, ran.exists())
    ran.unlink()
    monkeypatch.setenv("AMENDS_PACKS", str(pack))
    assert ["MY01", "MY02"] == mine(amends("check", "a.txt", "--format", "json")[1])
    assert ran.exists()


def test_every_mistake_of_the_lists_is_told_at_once_with_file_and_line(amends: Run, pack: Path) -> None:
    wrong = LIST.replace("MY01", "TO01").replace("rivals|competitors do", "Rivals do").replace("level: error\n", "")
    (pack / "rivals.yaml").write_text(wrong, encoding="utf-8")
    (pack / "second.yaml").write_text(LIST.replace("find:", "fnd:"), encoding="utf-8")

    status, out, err = amends("rules", "test", "mine")

    assert (2, "") == (status, out)
    assert "mine/rivals.yaml:1: code: a code is two capitals of your own" in err
    assert "mine/rivals.yaml:6: find[1]: “Rivals” is never found" in err
    assert "“level” is missing" in err
    assert "mine/second.yaml:7: fnd: is not a key here; did you mean “find”?" in err


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("def broken(:\n", "mine/bangs.py:1: is not valid Python"),
        ("x = 1\n", "makes no rule"),
        (PROGRAM.replace("MY02", "TO99"), "is of a family of ours"),
        (PROGRAM.replace("MY02", "MY01"), "MY01 is taken by MY01 in mine/rivals.yaml"),
        (PROGRAM.replace('level="note"', 'level="loud"'), "the level “loud” must be one of"),
        (PROGRAM + "\nraise ValueError('no luck')\n", "this rule of a pack breaks down: ValueError: no luck"),
        (PROGRAM.replace('yield Hit(Span(at, at + 2, "!!"), "x")', "yield 3").replace("at = draft", "at = 0  #"), ""),
        (PROGRAM.replace("at + 2", "at + 2000"), "yields what is no Hit"),
        (PROGRAM.replace('Hit(Span(at, at + 2, "!!"), "Write a full stop.")', "3"), "yields what is no Hit"),
    ],
)
def test_a_broken_program_is_named_and_is_no_bug_of_ours(program: str, said: str, amends: Run, pack: Path) -> None:
    (pack / "bangs.py").write_text(program, encoding="utf-8")

    status, _, err = amends("check", "a.txt", "--pack", "mine")

    assert status == (2 if said else 1)
    assert said in err
    assert "bug in amends" not in err


def test_a_list_that_has_not_changed_is_not_parsed_again(
    amends: Run, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("check", "a.txt", "--format", "json", "--pack", "mine")
    before = mine(amends(*words)[1])

    def parsed_again(*_: object) -> None:
        raise AssertionError("parsed again")

    monkeypatch.setattr("amends.app.review.packs._parsed", parsed_again)
    assert before == mine(amends(*words)[1]) == ["MY01", "MY02"]
    monkeypatch.undo()
    monkeypatch.chdir(pack.parent)
    (pack / "rivals.yaml").write_text(LIST.replace("competitors", "foes") + "# longer\n", encoding="utf-8")
    (pack.parent / "a.txt").write_text("Root cause: our foes do it.\n", encoding="utf-8")
    assert ["MY01"] == mine(amends(*words)[1])


def test_a_pack_that_is_not_there_or_empty_is_said(amends: Run, pack: Path) -> None:
    (pack.parent / "empty").mkdir()

    assert "cannot be read" in amends("check", "a.txt", "--pack", "none")[2]
    assert "holds no word list" in amends("rules", "test", "empty")[2]
