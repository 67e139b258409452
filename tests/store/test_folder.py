"""The folder: atomic saves, nothing overwritten that changed, and clear words when the disk refuses."""

from __future__ import annotations

import io
import json
import multiprocessing
import resource
from datetime import UTC, datetime
from pathlib import Path

import pytest

from amends.errors import Conflict, NotSaved, Unknown, Unreadable
from amends.store.files import CASE, LOG, stamp
from amends.store.folder import Folder, put

NOW = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)


def test_a_save_gives_the_stamp_by_which_the_next_one_knows(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "case")

    first = folder.save_text(CASE, "one\n", None, "started", NOW)
    second = folder.save_text(CASE, "two\n", first, "changed", NOW)

    assert stamp(b"two\n") == second == folder.read_case().stamp


def test_what_changed_underneath_is_not_overwritten(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    first = folder.save_text(CASE, "one\n", None, "started", NOW)
    (tmp_path / CASE).write_text("edited by hand\n")

    with pytest.raises(Conflict, match="changed by somebody else"):
        folder.save_text(CASE, "two\n", first, "changed", NOW)

    assert "edited by hand\n" == (tmp_path / CASE).read_text()


def test_a_file_that_differs_is_never_replaced_by_evidence(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.take_in("evidence/invoice.pdf", io.BytesIO(b"original"), "in", NOW)
    folder.take_in("evidence/invoice.pdf", io.BytesIO(b"original"), "in", NOW)

    with pytest.raises(Conflict, match="already there"):
        folder.take_in("evidence/invoice.pdf", io.BytesIO(b"another"), "in", NOW)

    assert b"original" == (tmp_path / "evidence/invoice.pdf").read_bytes()
    assert ["invoice.pdf"] == [entry.name for entry in (tmp_path / "evidence").iterdir()]


def test_each_line_of_the_log_carries_the_hash_of_the_line_before(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    was = None
    for number in range(3):
        was = folder.save_text(CASE, f"{number}\n", was, "changed", NOW)

    lines = (tmp_path / "log.jsonl").read_bytes().splitlines()

    assert ["", stamp(lines[0]), stamp(lines[1])] == [json.loads(line)["previous"] for line in lines]


def test_a_folder_without_a_case_says_how_to_start(tmp_path: Path) -> None:
    with pytest.raises(Unknown, match="amends new"):
        Folder(tmp_path).read_case()


def test_something_in_the_way_is_said(tmp_path: Path) -> None:
    (tmp_path / "case").write_text("a file")

    with pytest.raises(NotSaved, match="in the way"):
        Folder(tmp_path / "case").save_text(CASE, "x", None, "started", NOW)


def _save_with_a_small_disk(root: str, answers: multiprocessing.Queue[str]) -> None:
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
    try:
        put(Path(root) / "case.yaml", b"y" * 50_000)
    except NotSaved as error:
        answers.put(str(error))
    else:
        answers.put("written")


def test_a_write_that_fails_half_way_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text("old")
    answers: multiprocessing.Queue[str] = multiprocessing.Queue()
    process = multiprocessing.Process(target=_save_with_a_small_disk, args=(str(tmp_path), answers))
    process.start()
    said = answers.get(timeout=30)
    process.join()

    assert "cannot be" in said or "full" in said
    assert ["case.yaml"] == [entry.name for entry in tmp_path.iterdir()]
    assert "old" == (tmp_path / "case.yaml").read_text()


def _save(root: str, word: str, was: str, barrier: object, answers: multiprocessing.Queue[str]) -> None:
    barrier.wait()  # type: ignore[attr-defined]
    try:
        Folder(Path(root)).save_text(CASE, word * 2000, was, "changed", NOW)
    except Conflict:
        answers.put("conflict")
    else:
        answers.put(word)


def test_of_two_processes_that_save_one_case_one_wins_and_the_other_is_told(tmp_path: Path) -> None:
    was = Folder(tmp_path).save_text(CASE, "start", None, "started", NOW)
    answers: multiprocessing.Queue[str] = multiprocessing.Queue()
    barrier = multiprocessing.Barrier(2)
    both = [multiprocessing.Process(target=_save, args=(str(tmp_path), w, was, barrier, answers)) for w in "ab"]
    for process in both:
        process.start()
    said = sorted(answers.get(timeout=30) for _ in both)
    for process in both:
        process.join()

    assert "conflict" in said
    winner = next(word for word in said if word != "conflict")
    assert winner * 2000 == (tmp_path / CASE).read_text()


def test_a_line_of_the_log_that_was_cut_short_does_not_spoil_the_next(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    was = folder.save_text(CASE, "one\n", None, "started", NOW)
    with (tmp_path / LOG).open("ab") as log:
        log.write(b'{"at": "2026-03-')

    folder.save_text(CASE, "two\n", was, "changed", NOW)

    assert ["started", "changed"] == [entry["what"] for entry in folder.log()]


def test_what_may_not_be_read_is_not_taken_for_absent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refused)

    with pytest.raises(Unreadable, match="cannot be read: Permission denied"):
        Folder(tmp_path).read_bytes(CASE)


def test_names_that_no_system_takes_are_not_there(tmp_path: Path) -> None:
    assert [None, None] == [Folder(tmp_path).read_bytes(name) for name in ("a\0b", "n" * 400)]
