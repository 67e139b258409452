"""The board: every case once on its pages, in order, found by what a person remembers; nothing deleted."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.errors import Unknown
from amends.store.files import CASE, stamp
from amends.store.shelf import Asked, Held, Row, Shelf, is_id, new_id, terms, words_of
from amends.store.summary import STATES, Summary

NOW = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)


def put(shelf: Shelf, title: str, minutes: int = 0, **more: object) -> str:
    id, files = shelf.start(NOW)
    files.save_text(CASE, "x\n", None, "started", NOW)
    values = {"state": "asking", "next": "answer 3 questions", **more}
    shelf.record(id, Summary(title, **values), NOW + timedelta(minutes=minutes))  # type: ignore[arg-type]
    return id


def titles(shelf: Shelf, **asked: object) -> list[str]:
    return [row.title for row in shelf.board(Asked(**asked)).rows]  # type: ignore[arg-type]


def test_the_board_shows_what_was_recorded_last(shelf: Shelf) -> None:
    id = put(shelf, "Larkspur")
    told = Summary(
        "Larkspur LLC", "ready", "submit the bundle yourself", "inauthentic", "DE", date(2026, 4, 1), ("B0A", "B0B")
    )
    shelf.record(id, told, NOW + timedelta(hours=1))

    assert (
        Row(
            id, "Larkspur LLC", "ready", "submit the bundle yourself", "inauthentic", "DE", date(2026, 4, 1), 2,
            NOW + timedelta(hours=1), False,
        ),
    ) == shelf.board(Asked()).rows  # fmt: skip


def test_the_next_deadline_comes_first_and_none_last(shelf: Shelf) -> None:
    for title, deadline in (("none", None), ("late", date(2026, 5, 1)), ("soon", date(2026, 3, 21))):
        put(shelf, title, deadline=deadline)

    assert ["soon", "late", "none"] == titles(shelf)


def test_the_last_change_comes_first_when_asked(shelf: Shelf) -> None:
    for title, minutes in (("old", 0), ("new", 9), ("between", 5)):
        put(shelf, title, minutes)

    assert ["new", "between", "old"] == titles(shelf, order="updated")


@pytest.mark.parametrize("order", ["deadline", "updated"])
def test_the_pages_hold_every_case_once_and_in_order(shelf: Shelf, order: str) -> None:
    days = [None, date(2026, 3, 25), date(2026, 3, 25), date(2026, 4, 2)]
    made = {put(shelf, f"case {at}", at % 3, deadline=days[at % 4]) for at in range(11)}
    whole = shelf.board(Asked(order=order)).rows  # type: ignore[arg-type]

    found, after = list[Row](), ""
    for _ in range(6):
        page = shelf.board(Asked(order=order, after=after, size=3))  # type: ignore[arg-type]
        assert 11 == page.total
        found += page.rows
        after = page.next
        if not after:
            break

    assert tuple(found) == whole
    assert made == {row.id for row in found}


def test_a_case_is_found_by_the_beginnings_of_its_words(shelf: Shelf) -> None:
    put(
        shelf, "Björk & Söhne GmbH", asins=("B0TESTAB12",), ids=("112-3456789-0000001",), names=("Dana Ruiz",),
        enforcement="ip-trademark", marketplace="DE",
    )  # fmt: skip
    put(shelf, "東京雑貨店", names=("Dan Other",))

    def found(search: str) -> list[str]:
        return titles(shelf, search=search)

    assert (
        ["Björk & Söhne GmbH"]
        == found("söh")
        == found("so\u0308h")
        == found("BJÖRK gmbh")
        == found("b0test")
        == found("ruiz dana")
    )
    assert ["Björk & Söhne GmbH"] == found("112-3456789-0000001") == found("trademark de")
    assert ["東京雑貨店"] == found("東京")
    assert 2 == len(found("dan")) == len(found("")) == len(found("  -- % \0 _"))
    assert [] == found("dana other") == found("zzz") == found("ana")


def test_a_word_that_is_no_more_said_finds_nothing(shelf: Shelf) -> None:
    id = put(shelf, "Old Name", asins=("B0OLDOLDOL",))
    shelf.record(id, Summary("New Name", "asking", "x", asins=("B0NEWNEWNE",)), NOW)

    assert [] == titles(shelf, search="old") + titles(shelf, search="B0OLDOLDOL")
    assert ["New Name"] == titles(shelf, search="B0NEW name")


def test_a_title_of_signs_that_no_database_takes_is_kept_without_them(shelf: Shelf) -> None:
    put(shelf, "Lark\0spur \ud800 ‮LLC", names=("a\0b",))

    assert 1 == len(titles(shelf, search="llc"))


def test_states_are_asked_for(shelf: Shelf) -> None:
    for state in STATES:
        put(shelf, state, state=state)

    assert ["ready"] == titles(shelf, states=("ready",))
    assert {"asking", "sent"} == set(titles(shelf, states=("asking", "sent")))
    assert set(STATES) == set(titles(shelf))


def test_what_is_put_away_can_be_taken_out_again(shelf: Shelf) -> None:
    id = put(shelf, "done")
    put(shelf, "open")

    shelf.archive(id, True)
    assert (["open"], ["done"]) == (titles(shelf), titles(shelf, archived=True))
    shelf.record(id, Summary("done again", "asking", "x"), NOW)
    assert ["done again"] == titles(shelf, archived=True)
    assert "x\n" == shelf.files(id).read_case().text

    shelf.archive(id, False)
    assert 2 == len(titles(shelf))


def test_an_id_that_no_case_has_is_said(shelf: Shelf) -> None:
    shelf.start(NOW)
    for id in ("abcdefgh23456789", "../x", "", "a/b", ".board", "x\0"):
        with pytest.raises(Unknown, match="no such case"):
            shelf.files(id)
        with pytest.raises(Unknown):
            shelf.archive(id, True)
        with pytest.raises(Unknown):
            shelf.record(id, Summary("t", "asking", "n"), NOW)


def test_a_page_that_no_board_gave_is_said(shelf: Shelf) -> None:
    for order in ("deadline", "updated"):
        for after in ("x", "2026-13-01~abc", "~", "2026-01-01~", "2026-01-01T00:00:00~abc' OR 1", "9~9~9", "\0~a"):
            with pytest.raises(Unknown, match="no such page"):
                shelf.board(Asked(order=order, after=after))  # type: ignore[arg-type]


def test_a_save_of_which_the_board_was_not_told_is_known(shelf: Shelf) -> None:
    id = put(shelf, "title")
    assert () == shelf.unrecorded()

    files = shelf.files(id)
    files.save_text(CASE, "changed\n", files.read_case().stamp, "changed", NOW)
    assert (id,) == shelf.unrecorded()

    shelf.record(id, Summary("title", "asking", "x"), NOW)
    assert () == shelf.unrecorded()


def test_a_place_without_a_case_is_not_on_the_board(shelf: Shelf) -> None:
    shelf.start(NOW)

    assert () == shelf.board(Asked()).rows


def test_ids_cannot_be_guessed_and_fit_into_an_address() -> None:
    made = {new_id() for _ in range(1000)}

    assert 1000 == len(made)
    assert all(id.isascii() and id.isalnum() and id == id.lower() and len(id) == 16 and is_id(id) for id in made)


@given(st.text(max_size=60))
def test_what_a_title_says_finds_it(title: str) -> None:
    words = words_of(Summary(title, "asking", "x"))

    assert all(any(word.startswith(term) for word in words) for term in terms(title))


def test_a_notice_is_found_by_its_very_bytes_in_every_case_that_holds_it(shelf: Shelf) -> None:
    data = b"Dear Seller, \xff\n"
    ids = []
    for number, kept in enumerate((data, data + b".", data)):
        id, files = shelf.start(NOW + timedelta(minutes=number))
        files.take_in("notice/notice.txt", BytesIO(kept), "notice received", NOW + timedelta(minutes=number))
        files.take_in("evidence/same.txt", BytesIO(data), "exhibit taken in", NOW)
        files.save_text(CASE, "x\n", None, "started", NOW)
        shelf.record(id, Summary(f"Case {number}", "asking", "answer 3 questions"), NOW)
        ids.append(id)
    shelf.archive(ids[0], True)

    found = shelf.holding(stamp(data), len(data))
    assert [
        Held(ids[2], "Case 2", NOW + timedelta(minutes=2), False),
        Held(ids[0], "Case 0", NOW, True),
    ] == list(found)
    assert () == shelf.holding(stamp(b"never"), 5)
