"""Files from outside are read in a process of its own: what happens there harms neither case nor other files."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from tests.notice.formats.pdf_file import lines, pdf

from amends.app import cases
from amends.app.cases import Opened
from amends.app.evidence import exhibits
from amends.app.reading import readings as reading
from amends.app.reading import standby, worker
from amends.errors import Invalid

NOW = datetime(2026, 3, 20, 9, 0)
NOTICE = """Your listing B0TESTAB12 was removed because of inauthentic item complaints.
Please send invoices from your supplier dated within the last 365 days.
Amazon Seller Performance"""

# What a decoder may do to the process that it runs in, done here by a text that asks for it.
HOSTILE = """
import os, time
from amends.evidence.formats import txt
read = txt.read
def hostile(data, name):
    if b"CRASH" in data:
        os.abort()
    if b"HANG" in data:
        time.sleep(600)
    if b"MEMORY" in data:
        hoard = [bytearray(1 << 20) for _ in range(100_000)]
    if b"FAULT" in data:
        raise ZeroDivisionError
    if b"CHATTER" in data:
        print("x" * 100_000, flush=True)
    if b"CALL" in data:
        import socket
        socket.create_connection(("127.0.0.1", 9))
    return read(data, name)
txt.read = hostile
"""


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    notice = tmp_path / "notice.txt"
    notice.write_text(NOTICE, encoding="utf-8")
    return cases.new_case(tmp_path / "case", str(notice), NOW)


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    folder = tmp_path / "hostile"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(HOSTILE, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(folder), os.environ.get("PYTHONPATH", "")]))
    monkeypatch.setattr(worker, "_MEGABYTES", 800)
    yield


def text_file(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("CRASH", "makes the program that opens it crash"),
        ("HANG", "takes far longer to read than any document should"),
        ("MEMORY", "needs more memory than any document should"),
        ("FAULT", "because of a fault in amends itself"),
        ("CALL", "because of a fault in amends itself"),
    ],
)
@pytest.mark.usefixtures("hostile")
def test_a_file_that_does_harm_is_told_and_the_others_are_read(
    word: str, said: str, opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if word == "HANG":
        monkeypatch.setattr(worker, "_SILENCE", 5.0)
    files = [
        text_file(tmp_path, "before.txt", "The pepper mills came on the third of March."),
        text_file(tmp_path, "bad.txt", f"This one asks for {word}."),
        text_file(tmp_path, "after.txt", "The towels came on the fourth of March."),
    ]

    opened, added = exhibits.add(opened, files, NOW)

    before, bad, after = (each.exhibit.reading for each in added if each.exhibit is not None)
    assert before and bad and after
    assert ("third of March" in before.text, "fourth of March" in after.text) == (True, True)
    assert (bad.pages, bad.text) == (0, "")
    assert f"bad.txt {'could not be read ' if 'fault' in said else ''}{said}" in bad.doubts[0]
    assert cases.open_case(opened.files.root).case == opened.case


@pytest.mark.usefixtures("hostile")
def test_what_a_library_prints_does_not_come_between_the_answers(opened: Opened, tmp_path: Path) -> None:
    _, added = exhibits.add(opened, [text_file(tmp_path, "a.txt", "A CHATTER of starlings.")], NOW)

    assert added[0].exhibit and added[0].exhibit.reading
    assert "starlings" in added[0].exhibit.reading.text


@pytest.mark.usefixtures("hostile")
def test_a_file_that_did_harm_is_not_read_again_and_again(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, _ = exhibits.add(opened, [text_file(tmp_path, "bad.txt", "CRASH")], NOW)
    monkeypatch.setattr(standby, "Worker", None)

    assert reading.attached(cases.open_case(opened.files.root), NOW).case == opened.case


def test_what_was_read_is_kept_and_not_read_again(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf(lines("INVOICE MR-77120", "Date: May 6, 2025")))
    opened, first = exhibits.add(opened, [str(tmp_path / "a.pdf")], NOW)
    monkeypatch.setattr(standby, "Worker", None)

    opened, again = exhibits.add(cases.open_case(opened.files.root), [str(tmp_path / "a.pdf")], NOW)

    assert again[0].known
    assert again[0].exhibit == first[0].exhibit
    assert again[0].exhibit and again[0].exhibit.reading
    assert "INVOICE MR-77120" in again[0].exhibit.reading.text


def test_a_reading_of_an_older_reader_is_made_again(opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf(lines("INVOICE MR-77120")))
    opened, added = exhibits.add(opened, [str(tmp_path / "a.pdf")], NOW)
    file = next((opened.files.root / "readings").glob("*.json"))
    file.write_text(
        file.read_text(encoding="utf-8").replace("INVOICE", "OLD").replace('"reader": "', '"reader": "older '),
        encoding="utf-8",
    )

    renewed = reading.attached(cases.open_case(opened.files.root), NOW)

    assert added[0].exhibit
    assert renewed.case.exhibits[0].reading == added[0].exhibit.reading
    assert "INVOICE" in file.read_text(encoding="utf-8")


def test_a_kept_reading_that_was_broken_by_hand_is_told_with_its_places(opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf(lines("INVOICE MR-77120")))
    opened, _ = exhibits.add(opened, [str(tmp_path / "a.pdf")], NOW)
    file = next((opened.files.root / "readings").glob("*.json"))
    file.write_text(
        file.read_text(encoding="utf-8").replace('"pages": 1', '"pages": "one", "sheets": 2'), encoding="utf-8"
    )

    with pytest.raises(Invalid) as refused:
        cases.open_case(opened.files.root)

    assert [problem.path for problem in refused.value.problems] == ["sheets", "pages"]
    assert all(problem.file == str(file) for problem in refused.value.problems)


def test_of_a_document_that_was_changed_in_the_case_nothing_new_is_read(opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf(lines("INVOICE MR-77120")))
    opened, _ = exhibits.add(opened, [str(tmp_path / "a.pdf")], NOW)
    root = opened.files.root
    (root / "evidence/a.pdf").write_bytes(pdf(lines("INVOICE MR-99999")))
    next((root / "readings").glob("*.json")).unlink()

    assert reading.attached(cases.open_case(root), NOW).case.exhibits[0].reading is None


def test_nothing_is_left_behind_but_the_case(opened: Opened, tmp_path: Path) -> None:
    before = {path for path in tmp_path.rglob("*") if opened.files.root not in path.parents}
    (tmp_path / "a.pdf").write_bytes(pdf(lines("INVOICE MR-77120")))

    exhibits.add(opened, [str(tmp_path / "a.pdf")], NOW)

    after = {path for path in tmp_path.rglob("*") if opened.files.root not in path.parents}
    assert after - before == {tmp_path / "a.pdf"}
    assert not list((opened.files.root / "readings").glob(".unpacked-*"))


def test_day_of_receipt_and_day_of_the_document_are_two_things(opened: Opened, tmp_path: Path) -> None:
    page = lines(
        "Marlow & Reed Wholesale Inc", "118 Tannery Row, Allentown PA 18101", "INVOICE", "Invoice number: MR-77120",
        "Invoice date: May 6, 2025", "Bill to: Thistledown Pantry & Table LLC", "Total: 819.00 USD",
    )  # fmt: skip
    (tmp_path / "a.pdf").write_bytes(pdf(page))

    _, added = exhibits.add(opened, [str(tmp_path / "a.pdf")], NOW)

    assert added[0].exhibit
    assert (added[0].exhibit.received, added[0].exhibit.dated) == (NOW.date(), date(2025, 5, 6))
