"""The text layer of a PDF from outside is taken out in a process of its own: what happens there harms nobody else."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.notice.formats.pdf_file import lines, pdf
from tests.pdf_bombs import keyless, unseen

from amends.app.cases import notice_in
from amends.app.files import read_notice, written_of
from amends.app.reading import apart, forked, layer
from amends.errors import Unreadable
from amends.formats import pdftext
from amends.formats.pdfguard import is_too_much

REMEDY = "copy its words"
LETTER = pdf(lines("Dear team,", "we checked all invoices of March."))

HOSTILE = """
import os, time
from amends.formats import pdftext
sheets = pdftext.sheets
def hostile(data, name, remedy):
    if name == "crash.pdf":
        os.abort()
    if name == "hang.pdf":
        time.sleep(600)
    if name == "fault.pdf":
        raise ZeroDivisionError
    if name == "junk.pdf":
        return [[1, "high", [[0, 0]]]], []
    return sheets(data, name, remedy)
pdftext.sheets = hostile
"""


@pytest.fixture(params=["a copy of the process", "a worker"])
def reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[apart._Reader]:
    """A reader that uses one of its two ways, with little memory."""
    if request.param == "a worker":
        monkeypatch.setattr(forked, "is_possible", lambda: False)
    elif not forked.is_possible():
        pytest.skip("this process has threads, or the system cannot copy it")
    monkeypatch.setattr(apart, "_MEGABYTES", 400)
    made = apart._Reader()
    monkeypatch.setattr(apart, "_READER", made)
    yield made
    made.end()


def test_a_text_layer_is_the_same_as_in_this_process(reader: apart._Reader) -> None:
    assert reader.sheets(LETTER, "plan.pdf", REMEDY) == pdftext.sheets(LETTER, "plan.pdf", REMEDY)


def test_what_cannot_be_read_is_told_as_in_this_process(reader: apart._Reader) -> None:
    for data in (LETTER[:200], keyless(ord("e") + 1), b"%PDF-1.7 no"):
        with pytest.raises(Unreadable) as here:
            pdftext.sheets(data, "plan.pdf", REMEDY)
        with pytest.raises(Unreadable) as there:
            reader.sheets(data, "plan.pdf", REMEDY)
        assert str(there.value) == str(here.value)


def test_a_file_that_the_guard_lets_through_takes_no_more_memory_than_it_may(reader: apart._Reader) -> None:
    data = unseen()
    assert not is_too_much(data)

    with pytest.raises(Unreadable, match=r"^plan\.pdf is damaged, or made to do harm.*; open it and copy its words\.$"):
        reader.sheets(data, "plan.pdf", REMEDY)

    assert reader.sheets(LETTER, "plan.pdf", REMEDY)[0]


def test_notices_and_drafts_are_read_so(reader: apart._Reader, tmp_path: Path) -> None:
    for read in (notice_in, written_of):
        with pytest.raises(Unreadable, match="made to do harm"):
            read(unseen(), "letter.pdf")
    (tmp_path / "letter.pdf").write_bytes(unseen())
    with pytest.raises(Unreadable, match="made to do harm"):
        read_notice(str(tmp_path / "letter.pdf"))
    assert written_of(LETTER, "letter.pdf").format == "pdf"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("crash.pdf", "crash.pdf is damaged, or made to do harm"),
        ("hang.pdf", "hang.pdf takes far longer to read than any letter"),
        ("fault.pdf", "fault.pdf could not be read because of a fault in amends itself"),
        ("junk.pdf", "junk.pdf could not be read because of a fault in amends itself"),
    ],
)
def test_a_worker_that_dies_or_lies_is_told(
    name: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sitecustomize.py").write_text(HOSTILE, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")]))
    monkeypatch.setattr(forked, "is_possible", lambda: False)
    monkeypatch.setattr(apart, "_SILENCE", 4.0)
    made = apart._Reader()
    try:
        with pytest.raises(Unreadable, match=said):
            made.sheets(LETTER, name, REMEDY)
        assert made.sheets(LETTER, "letter.pdf", REMEDY)[0]
    finally:
        made.end()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="copies of a process are made on Linux only")
def test_a_copy_that_takes_too_long_or_dies_is_ended() -> None:
    import time

    assert forked.ask(lambda: time.sleep(600) or {}, 400, 0.5) == {"trouble": "silence"}  # type: ignore[func-returns-value]
    assert forked.ask(lambda: os.abort(), 400, 20) == {"trouble": "crash"}
    assert forked.ask(lambda: {"long": "x" * len(bytearray(1 << 30))}, 400, 20) == {"trouble": "memory"}
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_many_threads_read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made = apart._Reader()
    letters = [pdf(lines(f"Letter number {number}")) for number in range(8)]
    try:
        with ThreadPoolExecutor(8) as pool:
            found = list(pool.map(lambda data: made.sheets(data, "plan.pdf", REMEDY), letters))
    finally:
        made.end()

    assert [sheets[0].lines[0].text for sheets, _ in found] == [f"Letter number {number}" for number in range(8)]


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"sheets": [], "doubts": [1]},
        {"sheets": [[1, 2]], "doubts": []},
        {"sheets": [[1, 400, [[0, 0, 0, 0, 12, 400, 9, None]]]], "doubts": []},
        {"sheets": [["one", 400, []]], "doubts": []},
        {"sheets": None, "doubts": []},
    ],
)
def test_what_is_no_text_layer_is_not_believed(said: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        layer.read(said)
