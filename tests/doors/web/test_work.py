"""The worker: a server that is killed while it reads, and one that ends in order, lose no file."""

from __future__ import annotations

import os
import re
import sqlite3
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tests.doors.web import desk
from tests.doors.web.conftest import Served, start, stop
from tests.doors.web.visitor import Visitor, until

# A document that takes its time: it tells page after page, and waits on the third until a file is there.
SLOW = """
import os, time
try:
    from amends.app.reading import looking
except ImportError:
    looking = None
else:
    look_at = looking.look_at
    def slow(asked, step):
        with open(asked["path"], "rb") as source:
            head = source.read(200)
        if b"SLOW" in head:
            for page in range(13):
                step(page, 12)
                while page >= 2 and not os.path.exists(os.environ["GO_ON"]):
                    time.sleep(0.05)
                    step(page, 12)
        return look_at(asked, step)
    looking.look_at = slow
"""


class Place:
    """A data folder whose documents are slow, and the servers that were started on it."""

    def __init__(self, folder: Path) -> None:
        self.data, self.go_on, self.running = folder / "data", folder / "go-on", list[Served]()
        self._code = folder / "code"
        self._code.mkdir()
        (self._code / "sitecustomize.py").write_text(SLOW, encoding="utf-8")

    def serve(self) -> Visitor:
        path = os.pathsep.join(filter(None, [str(self._code), os.environ.get("PYTHONPATH", "")]))
        self.running.append(start(self.data, PYTHONPATH=path, GO_ON=str(self.go_on)))
        return Visitor(self.running[-1].url)

    def kill(self) -> None:
        self.running[-1].process.kill()
        self.running[-1].process.wait()


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    made = Place(tmp_path)
    yield made
    made.go_on.touch()
    for each in made.running:
        stop(each)


def started(visitor: Visitor) -> str:
    answer = visitor.paste(desk.NOTICE)
    return answer.url.rstrip("/").rpartition("/")[2]


def said(visitor: Visitor, id: str) -> str:
    text = visitor.get(f"/cases/{id}/evidence/files/").text
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


def reads(visitor: Visitor, id: str) -> bool:
    return "Reading page 3 of 12" in said(visitor, id)


def test_a_file_under_way_when_the_server_is_killed_is_taken_up_again_once(place: Place) -> None:
    visitor = place.serve()
    id = started(visitor)
    at = f"/cases/{id}/evidence/"
    files = (("slow.txt", b"SLOW: a hundred scanned pages."), ("after.txt", b"The towels came."))
    assert 200 == visitor.post(at, {}, *files).status
    until(lambda: reads(visitor, id))

    place.kill()
    visitor = place.serve()
    until(lambda: reads(visitor, id))
    assert "after.txt Waiting" in said(visitor, id)
    place.kill()
    visitor = place.serve()

    until(lambda: "1 of 2 is in your case" in said(visitor, id))
    told = said(visitor, id)
    assert "stopped twice while it read this file" in told
    assert "Read it after all" in told
    assert "Exhibit A after.txt" in told
    place.go_on.touch()
    file = re.findall(rf"{at}files/([a-z0-9]+)/", visitor.get(f"{at}files/").text)[0]
    visitor.post(f"{at}files/{file}/", {"do": "again"}, of=at)
    until(lambda: "All 2 are read." in said(visitor, id))
    with sqlite3.connect(place.data / "amends.sqlite3") as base:
        assert [(0,)] == base.execute("select count(*) from cases_file where name like 'incoming/%'").fetchall()


def test_a_file_that_was_interrupted_once_is_read_at_the_next_start(place: Place) -> None:
    visitor = place.serve()
    id = started(visitor)
    visitor.post(f"/cases/{id}/evidence/", {}, ("slow.txt", b"SLOW: a scan."))
    until(lambda: reads(visitor, id))

    place.kill()
    place.go_on.touch()
    visitor = place.serve()

    until(lambda: "It is read." in said(visitor, id))


def test_a_server_that_ends_in_order_puts_the_file_back_however_often(place: Place) -> None:
    visitor = place.serve()
    id = started(visitor)
    visitor.post(f"/cases/{id}/evidence/", {}, ("slow.txt", b"SLOW: a scan."))
    for _ in range(3):
        until(partial(reads, visitor, id))
        place.running[-1].process.terminate()
        assert 0 <= place.running[-1].process.wait(30)
        visitor = place.serve()

    place.go_on.touch()
    until(lambda: "It is read." in said(visitor, id))


def test_stopping_a_file_while_it_is_read_frees_the_line_and_keeps_it(place: Place) -> None:
    visitor = place.serve()
    id = started(visitor)
    at = f"/cases/{id}/evidence/"
    visitor.post(at, {}, ("slow.txt", b"SLOW: a scan."), ("after.txt", b"The towels came."))
    until(lambda: reads(visitor, id))
    page = visitor.get(f"{at}files/").text
    file = re.findall(rf"{at}files/([a-z0-9]+)/", page[page.index("slow.txt") :])[0]

    visitor.post(f"{at}files/{file}/", {"do": "stop"}, of=at)

    until(lambda: "1 of 2 is in your case" in said(visitor, id))
    assert "slow.txt Stopped" in said(visitor, id)
    place.go_on.touch()
    visitor.post(f"{at}files/{file}/", {"do": "again"}, of=at)
    until(lambda: "All 2 are read." in said(visitor, id))


def test_a_second_server_on_the_same_folder_leaves_the_work_to_the_first(place: Place) -> None:
    first = place.serve()
    second = place.serve()
    id = started(second)
    second.post(f"/cases/{id}/evidence/", {}, ("slow.txt", b"SLOW: a scan."))
    until(lambda: reads(first, id))

    stop(place.running[1])
    place.go_on.touch()

    until(lambda: "It is read." in said(first, id))


@pytest.fixture
def line() -> Iterator[Any]:
    """The tasks of the default database, none left from before."""
    desk.ready()
    from django_tasks_db.models import DBTaskResult

    DBTaskResult.objects.all().delete()
    yield DBTaskResult.objects
    DBTaskResult.objects.all().delete()


def test_a_bug_while_a_file_is_read_is_told_and_the_next_is_read(line: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from amends.app.board import arrivals
    from amends.app.reading.readings import Reader

    look = Reader.look

    def broken(self: Reader, path: Path, name: str, *rest: Any) -> Any:
        if name == "bad.txt":
            raise ZeroDivisionError
        return look(self, path, name, *rest)

    monkeypatch.setattr(Reader, "look", broken)
    browser = desk.client()
    id = desk.started(browser)
    desk.send(browser, id, ("bad.txt", b"Words."), ("good.txt", b"Other words."))
    desk.work_off()

    bad, good = arrivals.of(id)
    assert ("given-up", "done") == (bad.state, good.state)
    assert "not your fault" in bad.why
    assert desk.opened(id).files.holds(bad.file)


def test_a_file_whose_task_was_lost_is_put_into_the_line_again(line: Any) -> None:
    from amends.app.board import arrivals
    from amends.doors.web import work

    browser = desk.client()
    id = desk.started(browser)
    desk.send(browser, id, ("a.txt", b"Words."))
    line.all().delete()

    work._recover()
    work._recover()
    assert 1 == line.count()
    desk.work_off()

    assert "done" == arrivals.of(id)[0].state


def test_what_never_came_is_swept_with_its_bytes(line: Any) -> None:
    from datetime import timedelta

    from amends.app.board import arrivals
    from amends.app.board.shelves import shelf
    from amends.doors.web.cases import now

    class Stopped(Exception):
        """As a server that is killed within an upload."""

    class Half:
        def read(self, size: int) -> bytes:
            raise Stopped

    id = desk.started(desk.client())
    with pytest.raises(Stopped):
        arrivals.receive(id, "half.pdf", Half(), now(), lambda _: None)
    assert () == arrivals.of(id)
    arrivals.sweep(now())
    assert 1 == len(arrivals.listed().lost(now()))

    arrivals.sweep(now() + timedelta(days=1))

    assert () == arrivals.listed().lost(now())
    assert () == shelf().files(id).names("incoming/")


def put(id: str, name: str, data: bytes) -> None:
    """A file among those on their way that no row tells of, as a kill leaves one."""
    from amends.app.board.shelves import shelf

    with shelf().files(id).writing(f"incoming/{name}") as out:
        out.write(data)


def on_their_way(id: str) -> tuple[str, ...]:
    from amends.app.board.shelves import shelf

    return shelf().files(id).names("incoming/")


def test_what_is_in_the_case_already_is_swept_from_the_files_on_their_way(line: Any) -> None:
    from datetime import timedelta

    from amends.app.board import arrivals
    from amends.doors.web.cases import now

    browser = desk.client()
    id = desk.started(browser)
    desk.send(browser, id, ("a.txt", b"Words."), ("b.txt", b""))
    desk.work_off()
    (done,) = [each for each in arrivals.of(id) if each.state == "done"]
    put(id, done.id, b"Words.")  # killed between the case and the file
    put(id, "abcdefgh23456789", b"Words.")  # the same, and the list was cleared since
    desk.send(browser, id, ("waits.txt", b"Other words."))
    (waiting,) = [each for each in arrivals.of(id) if each.state == "waiting"]

    arrivals.sweep(now())
    assert {done.file, waiting.file} - set(on_their_way(id)) == {done.file}
    arrivals.sweep(now() + timedelta(days=1))

    assert (waiting.file,) == on_their_way(id)
    assert {"done", "waiting"} == {each.state for each in arrivals.of(id)}


def test_a_file_that_lies_nowhere_else_is_listed_again_and_never_swept(line: Any) -> None:
    from datetime import timedelta

    from amends.app.board import arrivals
    from amends.doors.web.cases import now

    browser = desk.client()
    id = desk.started(browser)
    put(id, "abcdefgh23456789", b"The only copy.")
    arrivals.sweep(now())
    assert () == arrivals.of(id), "it may just be on its way"

    arrivals.sweep(now() + timedelta(days=1))
    arrivals.sweep(now() + timedelta(days=2))

    (found,) = arrivals.of(id)
    assert ("given-up", ("incoming/abcdefgh23456789",)) == (found.state, on_their_way(id))
    assert "Read it after all" in browser.get(f"/cases/{id}/evidence/").content.decode()
    arrivals.go_on(id, found.id, lambda arrival: None)
    arrivals.stop(id, found.id)
    arrivals.forget(id, found.id)
    assert ((), ()) == (on_their_way(id), arrivals.of(id))


def test_who_is_stopped_while_a_file_is_thrown_away_throws_it_away_at_the_next_start(
    line: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from amends.app.board import arrivals
    from amends.doors.web.cases import now
    from amends.store.sql.files import SqlFiles

    class Stopped(Exception):
        """As a server that is killed."""

    def killed(self: SqlFiles, name: str) -> None:
        raise Stopped

    browser = desk.client()
    id = desk.started(browser)
    desk.send(browser, id, ("a.txt", b"Words."))
    (arrival,) = arrivals.of(id)
    arrivals.stop(id, arrival.id)
    with monkeypatch.context() as context, pytest.raises(Stopped):
        context.setattr(SqlFiles, "discard", killed)
        arrivals.forget(id, arrival.id)
    assert ((), 1) == (arrivals.of(id), len(on_their_way(id)))

    arrivals.sweep(now())

    assert ((), None) == (on_their_way(id), arrivals.listed().get(arrival.id))


def test_files_that_were_not_read_come_over_with_a_case_and_are_on_its_list(line: Any) -> None:
    from amends.app.board import arrivals

    browser = desk.client()
    id = desk.started(browser)
    desk.send(browser, id, ("a.txt", b"Words."))
    file = browser.get(f"/cases/{id}/file/").getvalue()

    answer = browser.post("/cases/taken/", {"file": _named("case.amends.zip", file)})
    other = answer["Location"].rstrip("/").rpartition("/")[2]

    assert id != other
    (there,), (here,) = arrivals.of(id), arrivals.of(other)
    assert ("waiting", "given-up") == (there.state, here.state)
    assert (there.file, here.file) == (*on_their_way(id), *on_their_way(other))
    assert there.id != here.id
    page = browser.get(f"/cases/{other}/evidence/").content.decode()
    assert "They are on the list under “Evidence”" in page
    arrivals.go_on(other, here.id, _queue())
    desk.work_off()
    assert ["done"] == [each.state for each in arrivals.of(other)]


def _named(name: str, data: bytes) -> Any:
    from django.core.files.uploadedfile import SimpleUploadedFile

    return SimpleUploadedFile(name, data)


def _queue() -> Any:
    from amends.doors.web import work

    return work.queue


def test_the_worker_wakes_when_a_file_is_sent_and_survives_a_locked_database(
    line: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.db import OperationalError

    from amends.app.board import arrivals
    from amends.doors.web import work

    tried = threading.Event()
    recover = work._recover

    def locked() -> None:
        if not tried.is_set():
            tried.set()
            raise OperationalError("database is locked")
        recover()

    monkeypatch.setattr(work, "_recover", locked)
    monkeypatch.setattr(work, "_AGAIN", 0.1)
    monkeypatch.setattr(work, "_LOOK", 3600.0)
    working = work.Working(tmp_path)
    working.start()
    try:
        browser = desk.client()
        id = desk.started(browser)
        desk.send(browser, id, ("a.txt", b"Words."))
        until(lambda: arrivals.of(id)[0].state == "done")
    finally:
        working.stop()
    assert tried.is_set()
