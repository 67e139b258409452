"""What holds for the files of a case in every store: nothing overwritten unseen, nothing lost, nothing led astray."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime
from threading import Barrier, Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.errors import AmendsError, Conflict, NotSaved, Unknown, Unreadable
from amends.store.files import CASE, LOG, PLAN, Files, broken_links, stamp
from amends.store.shelf import Shelf

NOW = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)


@pytest.fixture
def files(shelf: Shelf) -> Files:
    return shelf.start(NOW)[1]


def test_a_save_gives_the_stamp_by_which_the_next_one_knows(files: Files) -> None:
    first = files.save_text(CASE, "one\n", None, "started", NOW)
    second = files.save_text(CASE, "two\n", first, "changed", NOW)

    assert stamp(b"two\n") == second == files.read_case().stamp
    assert files.holds_case


def test_what_changed_underneath_is_not_overwritten(files: Files) -> None:
    first = files.save_text(CASE, "one\n", None, "started", NOW)
    files.save_text(CASE, "the other tab\n", first, "changed", NOW)

    for was in (first, None, stamp(b"never")):
        with pytest.raises(Conflict, match="changed by somebody else"):
            files.save_text(CASE, "mine\n", was, "changed", NOW)

    assert "the other tab\n" == files.read_case().text
    assert 2 == len(files.log())


def test_saving_what_is_there_adds_nothing_to_the_log(files: Files) -> None:
    was = files.save_text(PLAN, "text", None, "drafted", NOW)
    before = files.read_bytes(LOG)

    assert was == files.save_text(PLAN, "text", was, "drafted", NOW)
    assert before == files.read_bytes(LOG)


def test_a_save_that_goes_on_shares_the_line_of_the_one_before(files: Files) -> None:
    was = files.save_text(PLAN, "a", None, "edited", NOW)
    was = files.save_text(PLAN, "ab", was, "edited", NOW.replace(minute=1), goes_on=True)
    was = files.save_text(PLAN, "abc", was, "edited", NOW.replace(minute=2), goes_on=True)
    [line] = files.log()
    assert (NOW.isoformat(), NOW.replace(minute=2).isoformat(), was) == (line["since"], line["at"], line["sha256"])

    files.save_text(CASE, "one", None, "started", NOW)
    was = files.save_text(PLAN, "abcd", was, "edited", NOW.replace(minute=3), goes_on=True)
    files.save_text(PLAN, "abcde", was, "drafted", NOW.replace(minute=4), goes_on=True)
    assert ["edited", "started", "edited", "drafted"] == [each["what"] for each in files.log()]
    assert () == broken_links(files.read_bytes(LOG) or b"")


def test_the_state_differs_once_a_file_that_is_asked_for_does(files: Files) -> None:
    def state() -> str:
        return files.state(lambda name: name == CASE or name.startswith("readings/"))

    was = files.save_text(CASE, "one", None, "started", NOW)
    seen = [state()]
    files.put("readings/a.json", b"1")
    seen.append(state())
    files.put("readings/a.json", b"2")
    seen.append(state())
    files.save_text(CASE, "two", was, "changed", NOW)
    seen.append(state())
    assert len(seen) == len(set(seen))

    files.save_text(PLAN, "text", None, "drafted", NOW)
    files.take_in("evidence/a.pdf", io.BytesIO(b"x"), "in", NOW)
    assert seen[-1] == state()
    files.discard("readings/a.json")
    assert state() not in seen


def test_a_file_that_differs_is_never_replaced_by_evidence(files: Files) -> None:
    name = "evidence/invoice.pdf"
    files.take_in(name, io.BytesIO(b"original"), "in", NOW)
    files.take_in(name, io.BytesIO(b"original"), "in", NOW)

    with pytest.raises(Conflict, match="already there"):
        files.take_in(name, io.BytesIO(b"another"), "in", NOW)

    assert b"original" == files.read_bytes(name)
    assert (name, LOG) == files.names()
    assert files.differs(name, stamp(b"another"))
    assert not files.differs(name, stamp(b"original"))
    assert not files.differs("evidence/other.pdf", stamp(b"original"))


def test_each_line_of_the_log_carries_the_hash_of_the_line_before(files: Files) -> None:
    was = None
    for number in range(3):
        was = files.save_text(CASE, f"{number}\n", was, "changed", NOW)
    files.take_in("evidence/a.pdf", io.BytesIO(b"a"), "in “ü\udcff”", NOW)

    lines = (files.read_bytes(LOG) or b"").splitlines()

    assert 4 == len(lines)
    assert ["", *map(stamp, lines[:3])] == [json.loads(line)["previous"] for line in lines]
    assert files.log() == [json.loads(line) for line in lines]


def test_a_line_of_the_log_that_was_cut_short_does_not_spoil_the_next(files: Files) -> None:
    was = files.save_text(CASE, "one\n", None, "started", NOW)
    files.put(LOG, (files.read_bytes(LOG) or b"") + b'{"at": "2026-03-')

    files.save_text(CASE, "two\n", was, "changed", NOW)

    assert ["started", "changed"] == [entry["what"] for entry in files.log()]


def test_what_is_drawn_from_others_is_written_anew(files: Files) -> None:
    for data in (b"old", b"new", b"x" * 3_000_000, b""):
        files.put("letters/supplier.txt", data)
        assert data == files.read_bytes("letters/supplier.txt")
        with files.open("letters/supplier.txt") as source:
            assert data == source.read()
        assert data == files.path("letters/supplier.txt").read_bytes()

    files.discard("letters/supplier.txt")
    files.discard("letters/supplier.txt")

    assert None is files.read_bytes("letters/supplier.txt")
    assert () == files.names()


def test_a_file_written_piece_by_piece_is_whole_or_not_there(files: Files) -> None:
    with files.writing("bundle.zip") as out:
        out.write(b"PK")
        out.write(b"\0" * 2_000_000)

    with pytest.raises(KeyError), files.writing("bundle.zip") as out:
        out.write(b"half")
        raise KeyError

    assert b"PK" + b"\0" * 2_000_000 == files.read_bytes("bundle.zip")


def test_names_begin_with_what_is_asked(files: Files) -> None:
    for name in ("readings/pages/ab-1.json", "readings/ab.json", "evidence/a.pdf", "evidence-list.txt", "b"):
        files.put(name, b"x")

    assert ("b", "evidence-list.txt", "evidence/a.pdf", "readings/ab.json", "readings/pages/ab-1.json") == files.names()
    assert ("readings/pages/ab-1.json",) == files.names("readings/pages/ab-")
    assert ("evidence-list.txt", "evidence/a.pdf") == files.names("evidence")
    assert () == files.names("nothing/here")


def test_what_is_not_there_is_said(files: Files) -> None:
    assert [None, None, None] == [files.read_bytes(name) for name in ("plan.md", "a\0b", "n" * 5000)]
    assert files.read_text(PLAN) is None
    assert not files.holds(PLAN)
    with pytest.raises(Unreadable):
        files.open("evidence/gone.pdf")
    with pytest.raises(Unknown):
        files.read_case()


def test_a_text_that_is_no_text_is_told(files: Files) -> None:
    files.put(PLAN, b"\xff\xfe\x00")

    with pytest.raises(Conflict, match="not UTF-8"):
        files.read_text(PLAN)


def test_the_mark_at_the_head_of_a_text_is_no_part_of_it(files: Files) -> None:
    files.put(PLAN, b"\xef\xbb\xbfhand-made")

    found = files.read_text(PLAN)

    assert found is not None
    assert "hand-made" == found.text
    files.save_text(PLAN, "better", found.stamp, "changed", NOW)


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "a/../../b", "evidence/\0", ".."])
def test_no_name_leads_out_of_the_case(files: Files, name: str) -> None:
    assert not files.inside(name)


def test_a_scratch_folder_is_gone_afterwards(files: Files) -> None:
    with files.scratch() as made:
        (made / "inner").mkdir()
        (made / "inner" / "file").write_bytes(b"x")
        assert not any("inner" in name for name in files.names())

    assert not made.exists()
    assert () == files.names()


def test_of_two_that_save_one_file_at_once_one_wins_and_the_other_is_told(shelf: Shelf) -> None:
    id, files = shelf.start(NOW)
    was = files.save_text(CASE, "start", None, "started", NOW)
    barrier, said = Barrier(4), list[str]()

    def save(word: str) -> None:
        mine = shelf.files(id)
        barrier.wait()
        try:
            mine.save_text(CASE, word * 2000, was, "changed", NOW)
            said.append(word)
        except Conflict:
            said.append("conflict")
        finally:
            _let_go()

    threads = [Thread(target=save, args=(word,)) for word in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    winner = [word for word in said if word != "conflict"]
    assert 1 == len(winner)
    assert winner[0] * 2000 == files.read_case().text
    lines = (files.read_bytes(LOG) or b"").splitlines()
    assert ["", stamp(lines[0])] == [json.loads(line)["previous"] for line in lines]


def _let_go() -> None:
    """Close what a thread opened: Django closes connections at the end of requests, and there is none here."""
    from django.conf import settings
    from django.db import connections

    if settings.configured:
        connections.close_all()


NAMES = ("case.yaml", "plan.md", "evidence/a.pdf", "evidence/b.pdf", "readings/x.json")
STEPS = st.lists(
    st.tuples(
        st.sampled_from(("save", "stale", "take", "put", "discard")), st.sampled_from(NAMES), st.sampled_from("abc")
    ),
    max_size=12,
)


@settings(max_examples=25)
@given(STEPS)
def test_every_store_does_the_same(shelf_of_each: dict[str, Shelf], steps: list[tuple[str, str, str]]) -> None:
    """The folder is the model of the others: the same answers, the same files, the same log byte for byte."""
    told = {kind: _done(shelf.start(NOW)[1], steps) for kind, shelf in shelf_of_each.items()}

    assert told["folders"] == told["sqlite"]
    assert told["folders"] == told["postgres"]


def _done(files: Files, steps: list[tuple[str, str, str]]) -> tuple[list[str], dict[str, bytes | None]]:
    answers = []
    for verb, name, word in steps:
        try:
            match verb:
                case "save":
                    found = files.read_text(name)
                    answers.append(files.save_text(name, word, found.stamp if found else None, "saved", NOW))
                case "stale":
                    answers.append(files.save_text(name, word, stamp(b"never there"), "saved", NOW))
                case "take":
                    files.take_in(name, io.BytesIO(word.encode()), "taken", NOW)
                case "put":
                    files.put(name, word.encode())
                case "discard":
                    files.discard(name)
        except AmendsError as error:
            answers.append(type(error).__name__)
    return answers, {name: files.read_bytes(name) for name in files.names()}


@pytest.fixture(scope="module")
def shelf_of_each(bases, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Shelf]:
    from amends.store.folders import Folders

    made: dict[str, Shelf] = {"folders": Folders(tmp_path_factory.mktemp("folders"))}
    for kind in ("sqlite", "postgres"):
        alias = bases(kind)
        from amends.store.sql.shelf import SqlShelf

        made[kind] = SqlShelf(tmp_path_factory.mktemp(kind), alias)
    return made


def test_a_store_that_is_gone_refuses_in_words(tables: Shelf) -> None:
    id, files = tables.start(NOW)
    from amends.store.sql.models import Case

    Case.objects.using(tables._using).filter(id=id).delete()  # type: ignore[attr-defined]

    with pytest.raises(Unknown, match="no such case"):
        files.save_text(CASE, "x", None, "started", NOW)
    with pytest.raises(NotSaved, match="no name"):
        files.put("../x", b"x")
