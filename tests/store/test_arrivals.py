"""Files on their way in each database: one state after the other, each change only from where it may come."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from amends.errors import Unknown
from amends.store.arrivals import KEPT, WAITS, Outcome
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.store.sql.arrivals import Arrivals
    from amends.store.sql.shelf import SqlShelf

NOW = datetime(2026, 3, 20, 9, tzinfo=UTC)


@pytest.fixture
def arrivals(tables: SqlShelf) -> Arrivals:
    from amends.store.sql.arrivals import Arrivals

    return Arrivals(tables._using)


@pytest.fixture
def case(tables: SqlShelf) -> str:
    return tables.start(NOW)[0]


def test_an_arrival_goes_from_coming_to_done(arrivals: Arrivals, case: str) -> None:
    queued: list[str] = []
    arrivals.add("first", case, "a\0b<i>.pdf" + "x" * 999, NOW)
    assert () == arrivals.of(case)

    came = arrivals.came("first", 12, queued.append)
    assert ("waiting", 12, ["first"]) == (came.state, came.size, queued)
    assert came.name.startswith("a b<i>.pdf")
    assert len(came.name) == 300
    assert not arrivals.step("first", 1, 3)
    assert arrivals.move("first", WAITS, "reading")
    assert arrivals.step("first", 1, 3)
    assert (1, 3) == (arrivals.of(case)[0].page, arrivals.of(case)[0].of)
    with pytest.raises(Unknown):
        arrivals.remove("first")
    outcome = Outcome("a.pdf", "f" * 64, True, "mail.eml", ("a note", "another"), "")
    assert arrivals.move("first", ("reading",), "done", (outcome,))

    (done,) = arrivals.of(case)
    assert ("done", 0, (outcome,)) == (done.state, done.page, done.outcomes)
    arrivals.remove("first")
    assert arrivals.get("first") is None


def test_a_step_tells_when_somebody_stopped_it_and_it_goes_on_from_there(arrivals: Arrivals, case: str) -> None:
    queued: list[str] = []
    arrivals.add("one", case, "a.pdf", NOW)
    arrivals.came("one", 1, queued.append)
    arrivals.move("one", WAITS, "reading")

    assert arrivals.move("one", WAITS, "stopped")

    assert not arrivals.step("one", 2, 3)
    assert not arrivals.move("one", ("reading",), "done")
    assert () == arrivals.waiting()
    assert arrivals.requeue("one", KEPT, queued.append)
    assert not arrivals.requeue("one", KEPT, queued.append)
    assert (("one",), ["one", "one"]) == (arrivals.waiting(case), queued)


def test_nothing_waits_when_its_task_was_not_put_into_the_line(arrivals: Arrivals, case: str) -> None:
    def refuse(id: str) -> None:
        raise ConnectionError

    arrivals.add("one", case, "a.pdf", NOW)
    with pytest.raises(ConnectionError):
        arrivals.came("one", 1, refuse)

    assert () == arrivals.waiting()
    assert ["one"] == [each.id for each in arrivals.lost(NOW + timedelta(seconds=1))]
    assert () == arrivals.lost(NOW)


def test_they_are_listed_in_the_order_in_which_they_came(arrivals: Arrivals, tables: SqlShelf, case: str) -> None:
    other, _ = tables.start(NOW)
    for number, of in ((2, case), (1, case), (3, other)):
        arrivals.add(f"n{number}", of, "a", NOW + timedelta(seconds=number))
        arrivals.came(f"n{number}", 1, lambda _: None)

    assert ["n1", "n2"] == [each.id for each in arrivals.of(case)]
    assert ("n1", "n2", "n3") == arrivals.waiting()
