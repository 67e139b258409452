"""A whole case on the shelf of the database: the same bytes as in a folder, and a board that knows how far it is."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from amends.app import answers, demo
from amends.app.board import shelves
from amends.app.cases import Opened, open_case, start_case
from amends.app.plan import drafts, plans
from amends.errors import Conflict
from amends.store.files import CASE, Files
from amends.store.folder import Folder
from amends.store.shelf import Asked, Row
from amends.store.summary import Summary
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.store.sql.shelf import SqlShelf

KIND = "restricted-products"
SOURCE = demo.EXAMPLES / KIND
DAY = datetime(2026, 3, 20, tzinfo=UTC)


def started(files: Files) -> Opened:
    notice = sorted(SOURCE.glob("notice.*"))[0]
    return start_case(files, notice.read_bytes(), notice.name, DAY)


def row(shelf: SqlShelf) -> Row:
    (found,) = shelf.board(Asked()).rows
    return found


def test_a_case_goes_from_notice_to_bundle_with_the_same_bytes_as_in_a_folder(
    tables: SqlShelf,
    tmp_path: Path,
) -> None:
    id, files = tables.start(DAY)
    told = []
    for place in (files, Folder(tmp_path / "case")):
        opened = started(place)
        told.append(row(tables).state)
        opened, problems = answers.answer_file(opened, str(SOURCE / "answers.yaml"), DAY)
        assert () == problems
        told.append(row(tables).state)
        drafts.draft(opened, DAY)
        told.append(row(tables).state)
        plans.bundle(opened, None, DAY)
        told.append(row(tables).state)
        plans.submit(opened, date(2026, 3, 20), DAY)

    there = Folder(tmp_path / "case")
    assert there.names() == files.names()
    assert {name: there.read_bytes(name) for name in there.names()} == {
        name: files.read_bytes(name) for name in files.names()
    }
    assert ["asking", "drafting", "reviewing", "ready"] == told[:4]
    assert ("sent", None) == (row(tables).state, row(tables).deadline)
    again = open_case(tables.files(id))
    assert open_case(tmp_path / "case").case == again.case
    name = str(again.case.value("seller.name"))
    assert 1 == tables.board(Asked(search=name)).total
    assert 1 == tables.board(Asked(search=str(again.case.value("case.asins")[0]))).total  # type: ignore[index]
    assert () == tables.unrecorded()


def test_two_tabs_do_not_overwrite_each_other(tables: SqlShelf) -> None:
    id, files = tables.start(DAY)
    started(files)
    one, two = open_case(tables.files(id)), open_case(tables.files(id))
    question = answers.questions(one, DAY.date())[0]
    raw = question.options[0].id if question.options else "Larkspur LLC"

    answered, faults = answers.answer(one, question.id, raw, "Ann", DAY)
    assert () == faults
    with pytest.raises(Conflict, match="changed by somebody else"):
        answers.answer(two, question.id, raw, "Ben", DAY)

    assert answered.case == open_case(tables.files(id)).case


def test_a_start_tells_the_board_what_a_kill_kept_from_it(tables: SqlShelf) -> None:
    id, files = tables.start(DAY)
    opened = started(files)
    tables.record(id, Summary("stale", "sent", "nothing"), DAY)
    files.save_text(CASE, opened.text + "# by hand\n", opened.stamp, "changed", DAY)

    assert 1 == shelves.catch_up(tables, DAY)

    assert "asking" == row(tables).state
    assert 0 == shelves.catch_up(tables, DAY)


def test_a_case_that_does_not_open_stands_on_the_board_and_stops_no_start(tables: SqlShelf) -> None:
    _, files = tables.start(DAY)
    files.save_text(CASE, "enforcement: [broken\n", None, "started", DAY)

    assert 1 == shelves.catch_up(tables, DAY)

    assert "broken" == row(tables).state
    assert row(tables).next.startswith("case.yaml:2: is not valid YAML")
    assert 0 == shelves.catch_up(tables, DAY)
