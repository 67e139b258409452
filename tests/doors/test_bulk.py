"""A folder of letters: the same results as single checks, whatever stops, breaks or changes on the way."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from amends.app.bulk import folder as bulk
from amends.app.review import checking
from amends.app.review import walk as bulk_walk
from amends.app.review.walk import Skipped, letters
from amends.doors.cli import letters as door
from amends.errors import Conflict, Unknown
from amends.render.findings import Report
from amends.render.findings.json import as_data
from amends.store.runs import run_for

TODAY = date(2026, 5, 6)
LETTER = (
    "Root cause\nOn {day} March 2026 we listed B0EXAMPL{number:02} and did not know the policy.\n\n"
    "Corrective actions\nWe will remove {number} units soon. Our supplier is to blame.\n\n"
    "Preventive measures\nDana Ruiz checks every invoice each Monday and keeps the sheet.\n"
)


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """300 made-up letters in two folders."""
    for number in range(300):
        place = tmp_path / "letters" / ("north" if number % 3 else "south")
        place.mkdir(parents=True, exist_ok=True)
        text = LETTER.format(day=1 + number % 28, number=number % 100)
        (place / f"letter-{number:03}.txt").write_text(text)
    return tmp_path / "letters"


def check(folder: Path, **more: object) -> bulk.Checked:
    return bulk.check_folder(str(folder), today=TODAY, jobs=2, **more)  # type: ignore[arg-type]


def lines(checked: bulk.Checked) -> list[dict[str, object]]:
    return [json.loads(line) for line in Path(checked.findings).read_text(encoding="utf-8").splitlines()]


def single(file: Path) -> dict[str, object]:
    checked = checking.check_file(str(file), today=TODAY)
    return as_data(Report(checked.findings, checked.text, checked.file))


def test_every_letter_gets_what_a_single_check_gives_in_the_order_of_the_names(folder: Path) -> None:
    found = lines(check(folder))

    inside = [path for part in ("north", "south") for path in sorted((folder / part).iterdir())]
    assert [single(path) for path in inside] == found


def test_the_totals_are_those_of_the_lines(folder: Path) -> None:
    checked = check(folder)

    found = lines(checked)
    assert 300 == checked.letters == checked.total.letters == len(found)
    for level, number in checked.total.levels.items():
        assert number == sum(line["summary"][level] for line in found) > 0  # type: ignore[index]
    rules = [finding["rule"] for line in found for finding in line["findings"]]  # type: ignore[attr-defined]
    assert {code: rules.count(code) for code in set(rules)} == {c: n for c, (_, n) in checked.total.rules.items()}
    worst = sorted((-line["summary"]["error"], -line["summary"]["warning"]) for line in found)  # type: ignore[index]
    assert worst[:10] == [letter[:2] for letter in checked.total.worst]


def test_hidden_foreign_and_linked_files_are_left_alone_and_counted(tmp_path: Path) -> None:
    for name in ("plan.txt", "plan.MD", ".hidden.txt", ".git/plan.txt", "photo.png", "deep/er/plan.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("We will do better.")
    (tmp_path / "link.txt").symlink_to(tmp_path / "plan.txt")
    (tmp_path / "loop").symlink_to(tmp_path)

    checked = check(tmp_path)

    assert ["plan.MD", "plan.txt", "deep/er/plan.txt"] == [
        os.path.relpath(str(line["file"]), tmp_path) for line in lines(checked)
    ]
    assert {"hidden": 2, "foreign": 1, "links": 2, "folders": 0} == checked.skipped


def test_in_a_case_folder_only_the_plan_is_a_letter(tmp_path: Path) -> None:
    for name in ("case/case.yaml", "case/plan.md", "case/evidence/letter.txt", "case/notice/notice.txt", "other.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")

    found = [(letter.path, letter.kind) for letter in letters(str(tmp_path), Skipped())]

    assert [("other.txt", "letter"), (os.path.join("case", "plan.md"), "case")] == found


def test_a_file_that_cannot_be_read_is_told_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 broken")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_text("We will do better.")

    checked = check(tmp_path)

    broken, empty, fine = lines(checked)
    assert (2, 0) == (checked.total.unreadable, checked.total.bugs)
    assert "unreadable" == broken["kind"] == empty["kind"]
    assert str(tmp_path / "a.pdf") == broken["file"]
    assert single(tmp_path / "c.txt") == fine


def test_a_letter_that_breaks_the_reviewer_or_kills_its_worker_is_passed_over(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import os\nfrom amends.app.bulk import shares\nkept = shares.reviewed\n"
        "def reviewed(path, *rest):\n"
        "    if path.endswith('letter-100.txt'): os._exit(9)\n"
        "    if path.endswith('letter-200.txt'): raise ZeroDivisionError\n"
        "    return kept(path, *rest)\n"
        "shares.reviewed = reviewed\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    checked = check(folder)

    bad = {Path(str(line["file"])).name for line in lines(checked) if line.get("kind") == "bug"}
    assert {"letter-100.txt", "letter-200.txt"} == bad
    assert (300, 2) == (checked.total.letters, checked.total.bugs)


def test_a_letter_that_never_ends_is_passed_over(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import time\nfrom amends.app.bulk import shares\nkept = shares.reviewed\n"
        "def reviewed(path, *rest):\n"
        "    while path.endswith('letter-100.txt'): time.sleep(9)\n"
        "    return kept(path, *rest)\n"
        "shares.reviewed = reviewed\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("AMENDS_LETTER_SECONDS", "3")

    checked = check(folder)

    assert ["letter-100.txt"] == [Path(str(line["file"])).name for line in lines(checked) if line.get("kind") == "bug"]


def test_a_stopped_run_goes_on_where_it_was_and_comes_to_the_same(folder: Path) -> None:
    whole = lines(check(folder))

    def stop(done: int, of: int) -> None:
        if 0 < done < of:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check(folder, progress=stop)
    again = check(folder)

    assert 0 < again.resumed < 300
    assert whole == lines(again)


def test_after_a_stop_changed_letters_are_reviewed_anew(folder: Path) -> None:
    def stop(done: int, of: int) -> None:
        if done > of / 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check(folder, progress=stop)
    for file in folder.rglob("*.txt"):
        file.write_text("Our supplier is to blame for letter " + file.stem)
    again = check(folder)

    assert 0 == again.resumed
    assert single(folder / "north" / "letter-001.txt") == lines(again)[0]


def test_other_settings_use_nothing_of_a_stopped_run(folder: Path) -> None:
    def stop(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check(folder, progress=lambda done, of: stop(done, of) if done else None)

    assert 0 == check(folder, enforcement="inauthentic").resumed


def test_a_run_that_was_killed_is_taken_up_again(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import time\nfrom amends.app.bulk import shares\nkept = shares.reviewed\n"
        "def reviewed(path, *rest):\n"
        "    time.sleep(0.01)\n"
        "    return kept(path, *rest)\n"
        "shares.reviewed = reviewed\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    program = (
        "from amends.app.bulk import folder as bulk\nfrom datetime import date\n"
        f"bulk.check_folder({str(folder)!r}, today=date(2026, 5, 6), jobs=1)"
    )
    process = subprocess.Popen([sys.executable, "-c", program], env=bulk._surroundings())
    while process.poll() is None and not run_for(str(folder)).journal():
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    monkeypatch.delenv("PYTHONPATH")

    again = check(folder)

    assert again.resumed > 0
    assert lines(check(folder, resume=False)) == lines(again)


def test_only_the_last_few_runs_are_kept(tmp_path: Path) -> None:
    for number in range(10):
        (tmp_path / f"f{number}").mkdir()
        check(tmp_path / f"f{number}")

    kept = [number for number in range(10) if Path(run_for(str(tmp_path / f"f{number}")).findings).exists()]
    assert 9 in kept
    assert 5 <= len(kept) <= 7


def test_nobody_else_may_read_the_results(folder: Path) -> None:
    checked = check(folder)

    assert 0o700 == Path(checked.findings).parent.stat().st_mode & 0o777


def test_only_one_process_at_a_time_checks_a_folder(folder: Path) -> None:
    with run_for(str(folder)).held(), pytest.raises(Conflict, match="is checking"):
        check(folder)


def test_a_letter_that_comes_moves_the_work_of_its_neighbours_only(folder: Path) -> None:
    def keys() -> set[str]:
        run = run_for(str(folder))
        with run.held():
            run.begin({}, resume=False)
            bulk_walk.write_shares(str(folder), run, "stamp")
            return set(run.share_keys())

    before = keys()
    (folder / "north" / "letter-150-again.txt").write_text("We will do better.")
    after = keys()

    assert len(before) > 3
    assert len(after - before) <= 2


def test_what_is_no_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unknown, match="not a folder"):
        check(tmp_path / "absent")


def test_an_empty_folder_comes_to_nothing(tmp_path: Path) -> None:
    assert (0, []) == (check(tmp_path).letters, lines(check(tmp_path)))


def test_the_json_of_a_folder_is_a_list_of_the_objects(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = door.check(str(folder), format="json", today=TODAY)

    shown = json.loads(capsys.readouterr().out)
    assert 1 == status
    assert single(folder / "north" / "letter-001.txt") == shown[0]
    assert 300 == len(shown)


def test_the_summary_names_the_worst_letters_and_no_control_character(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "wor\x1b[31mst.txt").write_text("Our supplier is to blame. We will do better. We beg you.")

    door.check(str(tmp_path), today=TODAY)

    said = capsys.readouterr().out
    assert "wor[31mst.txt" in said
    assert "\x1b" not in said


def test_who_stops_a_run_is_told_how_to_go_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(self: object, done: int, of: int) -> None:
        draw(self, done, of)  # type: ignore[arg-type]
        if done:
            raise KeyboardInterrupt

    draw = door._Line.draw
    monkeypatch.setattr(door._Line, "draw", stop)
    with pytest.raises(KeyboardInterrupt):
        door.check(str(folder), today=TODAY)

    assert "letters are done. Run the same command again" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "text", "status"), [("a.txt", "We beg you.", 1), ("b.txt", "", 2), ("c.png", "no letter", 0)]
)
def test_the_exit_status_is_that_of_the_contract(tmp_path: Path, name: str, text: str, status: int) -> None:
    (tmp_path / name).write_text(text)

    assert status == door.check(str(tmp_path), today=TODAY)
