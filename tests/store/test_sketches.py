"""The index over earlier plans: it follows the folder, survives what may happen to it, and finds what is alike."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from amends.app.bulk import folder as bulk
from amends.app.review import earlier
from amends.app.review.earlier import earlier_plans, refresh
from amends.errors import NotSaved, Unknown
from amends.review import review
from amends.store import sketches
from amends.store.sketches import Index

COPIED = "Our warehouse lead weighs every arriving carton of candles and photographs the seal before it is opened."
OTHERS = (
    "Dana Ruiz wrote to nine buyers of oak trays about the missing leaflet number {n}.",
    "The supplier answered our question {n} on labels with a signed statement from its factory.",
    "Joon Park moved pallet {n} of tea tins from the cold store into the locked cage by hand.",
    "Each new offer waits in a private list until somebody has read page {n} of the brand's manual.",
)


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """Forty made-up plans; the seventh has the sentence that is copied."""
    folder = tmp_path / "plans"
    folder.mkdir()
    for number in range(40):
        told = [OTHERS[(number + at) % 4].format(n=number * 10 + at) for at in range(3)]
        (folder / f"client-{chr(97 + number % 26)}{number}x.txt").write_text("\n".join(told))
    (folder / "seventh.txt").write_text(f"Preventive measures\n{COPIED}\n")
    return folder


def found(plans: Path, text: str = COPIED, file: str = "draft.txt") -> list[str]:
    return [os.path.basename(plan.file) for plan in earlier_plans(text, file, [str(plans)])]


def reading(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the plans that are read from now on."""
    read: list[str] = []
    kept: Callable[..., object] = earlier._sketches_of

    def noted(path: str) -> object:
        read.append(os.path.basename(path))
        return kept(path)

    monkeypatch.setattr(earlier, "_sketches_of", noted)
    return read


def test_a_plan_that_has_the_sentence_is_found_with_its_text(plans: Path) -> None:
    changed = COPIED.replace("candles", "tea lights").replace("photographs the", "photographs its")

    (plan, *_) = earlier_plans(changed, "draft.txt", [str(plans)])

    assert (str(plans / "seventh.txt"), 0) == (plan.file, plan.attempt)
    assert COPIED in plan.text
    assert ["SU09"] == [f.rule for f in review(f"Measures\n{changed}", "d.txt", earlier=[plan]) if f.rule == "SU09"]


def test_only_what_changed_is_read_again(plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert 41 == refresh([str(plans)])
    read = reading(monkeypatch)

    assert 0 == refresh([str(plans)])
    (plans / "new.txt").write_text(OTHERS[0])
    (plans / "seventh.txt").write_text(OTHERS[1] + " And more of it.")
    os.utime(plans / "client-a0x.txt", (1, 1))
    assert 3 == refresh([str(plans)])

    assert {"new.txt", "seventh.txt", "client-a0x.txt"} == set(read)
    assert "seventh.txt" not in found(plans)


def long_ago(folder: Path) -> None:
    """Make a folder look as if nothing had come to it for days."""
    os.utime(folder, (1_000_000_000, 1_000_000_000))


def test_where_no_folder_changed_no_file_is_asked(plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    long_ago(plans)
    found(plans)
    monkeypatch.setattr(os, "scandir", lambda place: pytest.fail("looked into a folder that did not change"))

    assert ["seventh.txt"] == found(plans)[:1]


def test_a_plan_that_came_is_seen_at_once(plans: Path) -> None:
    long_ago(plans)
    found(plans)
    (plans / "eighth.txt").write_text(COPIED)

    assert {"seventh.txt", "eighth.txt"} <= set(found(plans))


def test_a_plan_written_over_in_place_is_seen_at_the_next_full_look(
    plans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long_ago(plans)
    found(plans)
    (plans / "client-a0x.txt").write_text(COPIED)
    monkeypatch.setattr(sketches, "_FULL_EVERY", 0.0)

    assert {"seventh.txt", "client-a0x.txt"} <= set(found(plans))


def test_a_plan_that_is_gone_is_found_no_more(plans: Path) -> None:
    assert ["seventh.txt"] == found(plans)[:1]
    (plans / "seventh.txt").unlink()

    assert "seventh.txt" not in found(plans)


def test_a_folder_that_is_gone_is_forgotten(plans: Path) -> None:
    (plans / "deep").mkdir()
    (plans / "seventh.txt").rename(plans / "deep" / "seventh.txt")
    assert ["seventh.txt"] == found(plans)[:1]
    (plans / "deep" / "seventh.txt").unlink()
    (plans / "deep").rmdir()

    assert "seventh.txt" not in found(plans)


def test_the_plans_own_folder_stays_clean(plans: Path, cache: Path) -> None:
    before = sorted(plans.rglob("*"))
    refresh([str(plans)])

    assert before == sorted(plans.rglob("*"))
    assert Path(Index(str(plans)).file).is_relative_to(cache)


def test_no_text_of_a_plan_is_in_the_index(plans: Path) -> None:
    refresh([str(plans)])

    kept = b"".join(file.read_bytes() for file in Path(Index(str(plans)).file).parent.iterdir())
    assert b"seventh" in kept
    assert b"candles" not in kept


@pytest.mark.parametrize("damage", ["text", "cut", "zeros", "empty", "format", "table"])
def test_a_damaged_index_is_made_anew(plans: Path, damage: str) -> None:
    refresh([str(plans)])
    file = Path(Index(str(plans)).file)
    match damage:
        case "text":
            file.write_bytes(b"this is no index at all " * 500)
        case "cut":
            file.write_bytes(file.read_bytes()[:5000])
        case "zeros":
            file.write_bytes(file.read_bytes()[:100] + bytes(file.stat().st_size - 100))
        case "empty":
            file.write_bytes(b"")
        case "format" | "table":
            with sqlite3.connect(file) as base:
                base.execute("PRAGMA user_version = 99" if damage == "format" else "DROP TABLE sketch")
            base.close()

    assert ["seventh.txt"] == found(plans)[:1]


def test_a_build_that_was_killed_goes_on_where_it_was(plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = (
        "import time\nfrom amends.app.review import earlier\nfrom amends.store import sketches\nsketches._BATCH = 5\n"
        "kept = earlier._sketches_of\n"
        "def slow(path):\n    time.sleep(0.02)\n    return kept(path)\n"
        f"earlier._sketches_of = slow\nearlier.refresh([{str(plans)!r}])\n"
    )
    index = Index(str(plans))
    process = subprocess.Popen([sys.executable, "-c", program], env=bulk._surroundings())
    while process.poll() is None and rows(index) < 10:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    read = reading(monkeypatch)

    assert ["seventh.txt"] == found(plans)[:1]
    assert 0 < len(read) < 41


def rows(index: Index) -> int:
    try:
        base = sqlite3.connect(f"file:{index.file}?mode=ro", uri=True)
    except sqlite3.OperationalError:
        return 0
    try:
        return int(base.execute("SELECT count(*) FROM plan").fetchone()[0])
    except sqlite3.OperationalError:
        return 0
    finally:
        base.close()


def test_two_processes_at_once_agree(plans: Path) -> None:
    program = (
        "from amends.app.review.earlier import earlier_plans\n"
        f"print([p.file for p in earlier_plans({COPIED!r}, 'x.txt', [{str(plans)!r}])])"
    )
    command = [sys.executable, "-c", program]
    both = [subprocess.Popen(command, env=bulk._surroundings(), stdout=subprocess.PIPE, text=True) for _ in "ab"]
    one, two = (process.communicate()[0] for process in both)

    assert one == two
    assert "seventh.txt" in one
    assert [0, 0] == [process.returncode for process in both]


def test_what_is_left_of_plans_that_are_gone_is_thrown_away(plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sketches, "_BATCH", 10)
    refresh([str(plans)])
    for file in sorted(plans.iterdir())[:30]:
        file.unlink()
    refresh([str(plans)])

    base = sqlite3.connect(Index(str(plans)).file)
    live = {row[0] for row in base.execute("SELECT id FROM plan")}
    sketched = {row[0] for row in base.execute("SELECT plan FROM sketch")}
    base.close()
    assert 11 == len(live)
    assert sketched <= live


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("seventh.txt", True),
        ("seventh v2.md", True),
        ("seventh-final (3).txt", True),
        ("Seventh_draft.docx", True),
        ("eighth.txt", False),
        ("seventh heaven.txt", False),
    ],
)
def test_the_draft_itself_and_its_saved_versions_are_left_out(plans: Path, name: str, own: bool) -> None:
    assert own is ("seventh.txt" not in found(plans, file=str(plans / name)))


def test_in_a_case_everything_is_the_case_s_own(plans: Path) -> None:
    case = plans / "client" / "case"
    case.mkdir(parents=True)
    for name in ("case.yaml", "plan.md"):
        (case / name).write_text(COPIED)

    assert found(plans).count("plan.md") == 1
    assert "plan.md" not in found(plans, file=str(case / "plan.md"))


def test_what_cannot_be_read_or_is_no_folder(plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (plans / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    (plans / "huge.txt").write_bytes(b"x " * 600_000)
    (plans / "bytes.txt").write_bytes(b"\xff\xfe\x00\x01")

    assert ["seventh.txt"] == found(plans)[:1]
    with pytest.raises(Unknown, match="not a folder"):
        earlier_plans(COPIED, "draft.txt", [str(plans / "absent")])


def test_a_cache_folder_that_cannot_be_written_is_told(plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = plans.parent / "blocked"
    blocked.write_text("a file, no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))

    with pytest.raises(NotSaved, match="cannot be written"):
        found(plans)
