"""Every saved text of a plan is kept, a run of saves as one; drafting anew keeps what a person wrote."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from amends.app import answers, cases, demo
from amends.app.cases import Opened
from amends.app.plan import drafts, plans, versions
from amends.errors import Conflict, NotSaved, Unknown
from amends.store.files import LOG, broken_links

START = datetime(2026, 3, 20, 9, 0).astimezone()
PLAN = "plan.md"


def later(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


@pytest.fixture(scope="module")
def drafted_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("drafted") / "case"
    source = demo.EXAMPLES / "inauthentic"
    made = cases.new_case(root, str(source / "notice.eml"), START)
    made, _ = answers.answer_file(made, str(source / "answers.yaml"), START)
    drafts.draft(made, START)
    return root


@pytest.fixture
def opened(drafted_once: Path, tmp_path: Path) -> Opened:
    shutil.copytree(drafted_once, tmp_path / "case")
    return cases.open_case(tmp_path / "case")


def text(opened: Opened) -> str:
    found = opened.files.read_text(PLAN)
    assert found is not None
    return found.text


def edit(opened: Opened, words: str, minutes: float, over: bool = False) -> str:
    was = opened.files.read_text(PLAN)
    assert was is not None
    return versions.edit(opened, words, was.stamp, later(minutes), over)


def told(opened: Opened) -> list[tuple[int, str, str]]:
    return [
        (each.number, each.what, versions.text_of(opened.files, each.number).strip()[-2:])
        for each in versions.versions(opened.files)
    ]


def test_a_run_of_saves_within_minutes_is_one_version(opened: Opened) -> None:
    drafted = text(opened)
    for number in range(9):
        edit(opened, f"{drafted}A{number}", 1 + number / 10)

    assert [(0, "plan edited", "A8"), (1, "plan drafted", drafted.strip()[-2:])] == told(opened)


def test_a_run_of_saves_is_one_line_of_the_log_that_no_later_line_breaks(opened: Opened) -> None:
    before = len(opened.files.log())
    for number in range(9):
        edit(opened, f"{'x' * 40}A{number}", 1 + number / 10)
    edit(opened, f"{'x' * 40}B0", 30)

    lines = [(each["what"], each.get("since"), each["at"]) for each in opened.files.log()[before:]]
    assert [
        ("version kept", None, later(1).isoformat()),
        ("plan edited", later(1).isoformat(), later(1.8).isoformat()),
        ("version kept", None, later(30).isoformat()),
        ("plan edited", None, later(30).isoformat()),
    ] == lines
    assert () == broken_links(opened.files.read_bytes(LOG) or b"")


def test_after_some_minutes_a_new_version_begins(opened: Opened) -> None:
    for number, minutes in enumerate((1, 5, 10, 12, 30)):
        edit(opened, f"{'x' * 40}A{number}", minutes)

    assert ["A4", "A3", "A2"] == [ending for _, what, ending in told(opened) if what == "plan edited"]


def test_the_same_text_is_no_new_version(opened: Opened) -> None:
    drafted = text(opened)
    for minutes in (1, 30, 60):
        edit(opened, drafted, minutes)

    assert 1 == len(versions.versions(opened.files))


def test_what_another_program_wrote_is_kept(opened: Opened, tmp_path: Path) -> None:
    edit(opened, "Mine. A1", 1)
    (tmp_path / "case" / PLAN).write_text("From an editor. B1", encoding="utf-8")
    edit(opened, "Mine. A2", 2)

    assert ["A2", "B1"] == [ending for _, _, ending in told(opened)][:2]
    assert "From an editor. B1" == versions.text_of(opened.files, 2)


def test_two_that_write_at_once_never_overwrite_each_other(opened: Opened) -> None:
    was = opened.files.read_text(PLAN)
    assert was is not None
    versions.edit(opened, "The first. A1", was.stamp, later(1))
    with pytest.raises(Conflict):
        versions.edit(opened, "The second. B1", was.stamp, later(2))
    assert "The first. A1" == text(opened)

    versions.put_aside(opened, "The second. B1", later(3))
    edit(opened, "The second, over it. B2", 4, over=True)
    kept = [versions.text_of(opened.files, each.number) for each in versions.versions(opened.files)]
    assert "The second, over it. B2" == kept[0]
    assert {"The first. A1", "The second. B1"} <= set(kept)


def test_what_safe_fixes_change_is_kept_before_it(opened: Opened) -> None:
    edit(opened, text(opened).replace("## Conclusion", "We closed it!!!\n\n## Conclusion"), 1)
    edited = text(opened)
    assert 1 == plans.fix_plan(opened, later(2))

    assert "We closed it.\n" in text(opened)
    assert edited in [versions.text_of(opened.files, each.number) for each in versions.versions(opened.files)]


def test_going_back_is_a_new_version(opened: Opened) -> None:
    drafted = text(opened)
    stamp = edit(opened, "All new. A1", 1)
    versions.go_back(opened, 1, stamp, later(2))

    assert drafted == text(opened)
    assert ["went back to version 1", "plan edited", "went back to version 1"] == [what for _, what, _ in told(opened)]
    assert "All new. A1" == versions.text_of(opened.files, 2)
    with pytest.raises(Unknown, match="no version 9"):
        versions.go_back(opened, 9, stamp, later(3))


def test_a_text_that_cannot_be_a_plan_is_not_saved(opened: Opened) -> None:
    before = text(opened)
    with pytest.raises(NotSaved):
        edit(opened, "x" * 1_000_001, 1)

    assert before == text(opened)


def test_line_ends_and_halves_of_characters_are_put_in_order(opened: Opened) -> None:
    edit(opened, "One.\r\nTwo \ud83d.", 1)

    assert "One.\nTwo �." == text(opened)


# ---------------------------------------------------------------------- drafting anew


def test_an_edit_by_hand_survives_a_new_answer(opened: Opened) -> None:
    edit(opened, text(opened).replace("We recalled the 74 units", "At once we recalled the 74 units"), 1)
    before = opened.case.value("seller.name")
    changed = Opened(opened.files, _with(opened, "seller.store", "Thistledown Kitchen"), opened.text, opened.stamp)
    made = drafts.draft(changed, later(6))

    assert before and made.kept and not made.beside
    assert "At once we recalled the 74 units" in text(opened)
    assert "store Thistledown Kitchen" in text(opened)
    # And again: what the rules drafted last is what the next difference is taken from.
    made = drafts.draft(Opened(opened.files, opened.case, opened.text, opened.stamp), later(7))
    assert "store Thistledown Table" in text(opened)
    assert "At once we recalled the 74 units" in text(opened)


def test_a_place_that_both_changed_is_left_until_the_person_chooses(opened: Opened) -> None:
    edit(opened, text(opened).replace("store Thistledown Table", "our store Thistledown"), 1)
    mine = text(opened)
    changed = Opened(opened.files, _with(opened, "seller.store", "Thistledown Kitchen"), opened.text, opened.stamp)
    made = drafts.draft(changed, later(6))
    assert (True, 1) == (made.beside, made.clashes)
    assert mine == text(opened)

    found = drafts.redraft(changed)
    with pytest.raises(Conflict):
        drafts.draft(changed, later(7), choices=["drafted"], key="something else")
    drafts.draft(changed, later(7), choices=["drafted"], key=found.key)
    assert "store Thistledown Kitchen" in text(opened)
    assert "our store" not in text(opened)
    assert not opened.files.holds("plan.new.md")
    assert not drafts.redraft(changed).news


def test_a_plan_that_the_rules_never_drafted_is_left_alone(opened: Opened, tmp_path: Path) -> None:
    root = tmp_path / "case"
    for name in ("log.jsonl", "versions/drafted.md"):
        (root / name).unlink()
    (root / PLAN).write_text("My own letter.\n", encoding="utf-8")
    made = drafts.draft(opened, later(1))

    assert made.beside
    assert "My own letter.\n" == text(opened)


def test_force_takes_the_draft_and_keeps_the_edit_as_a_version(opened: Opened) -> None:
    drafted = text(opened)
    edit(opened, drafted + "\nMine.\n", 1)
    drafts.draft(opened, later(2), force=True)

    assert drafted == text(opened)
    assert drafted + "\nMine.\n" in [
        versions.text_of(opened.files, each.number) for each in versions.versions(opened.files)
    ]


def _with(opened: Opened, key: str, value: str):  # type: ignore[no-untyped-def]
    from dataclasses import replace

    facts = dict(opened.case.facts)
    facts[key] = replace(facts[key], value=value)
    return replace(opened.case, facts=facts)


def test_keeping_a_letter_of_ones_own_ends_the_news(opened: Opened, tmp_path: Path) -> None:
    root = tmp_path / "case"
    for name in ("log.jsonl", "versions/drafted.md"):
        (root / name).unlink()
    (root / PLAN).write_text("My own letter.\n", encoding="utf-8")
    found = drafts.redraft(opened)
    assert found.news and found.merged is None
    drafts.keep_mine(opened, found.key, later(1))

    assert not drafts.redraft(opened).news
    assert "My own letter.\n" == text(opened)
