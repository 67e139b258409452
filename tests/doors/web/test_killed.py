"""The server killed while people save and upload: what it acknowledged is there, and it starts again clean."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from queue import Empty, SimpleQueue
from random import Random
from threading import Event, Thread
from time import monotonic, sleep
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest

from amends.app.board import moving
from amends.store.files import CASE, LOG, PLAN, broken_links, stamp
from amends.store.shelf import Asked

SEED = int(os.environ.get("AMENDS_SEED", "0")) or int.from_bytes(os.urandom(4), "little")
KILLS = 25
PEOPLE = 4
MOST, LONGEST = 12, 0.05
TOKEN = "t" * 32
AWAY, EVIDENCE = "put away", "evidence"
NOTICE = (
    "Dear Seller,\n\nWe removed your listing B0TESTAB12 because of complaints about inauthentic items. Send us "
    "invoices of the last 365 days and a plan.\n\nThis is message {}.\n\nAmazon.com\n"
)


class Told(NamedTuple):
    """What the server acknowledged of a case, or (not `done`) what it was asked for and may have done."""

    id: str
    what: str
    sha256: str = ""
    done: bool = True


@dataclass
class Person:
    """One who works with the server until it is gone, and notes what it acknowledged."""

    address: str
    chance: Random
    said: SimpleQueue[Told]
    gone: Event
    stamps: dict[str, str] = field(default_factory=dict)

    def work(self) -> None:
        """Start cases, write plans, send evidence, take cases in, put them away."""
        while not self.gone.is_set():
            try:
                match self.chance.choice(("start", "plan", "plan", "plan", "evidence", "import", "archive")):
                    case "plan" | "evidence" | "archive" as step if self.stamps:
                        getattr(self, f"_{step}")(self.chance.choice(list(self.stamps)))
                    case "import":
                        self._import()
                    case _:
                        self._start()
            except (OSError, HTTPException):
                return

    def _start(self) -> None:
        text = NOTICE.format(self.chance.getrandbits(64)).strip()
        id = self._sent("/", text=text)
        self.said.put(Told(id, "notice/notice.txt", stamp(text.encode())))
        self.said.put(Told(id, CASE))
        self._sent(f"/cases/{id}/draft/write/")
        self.stamps[id] = ""
        self.said.put(Told(id, PLAN))

    def _plan(self, id: str) -> None:
        text = f"# Plan\n\nWe counted {self.chance.getrandbits(64)} units.\n" * self.chance.choice((1, 200))
        self.said.put(Told(id, PLAN, stamp(text.encode()), done=False))
        body = json.dumps({"text": text, "stamp": self.stamps[id]}).encode()
        head = {"Content-Type": "application/json", "X-CSRFToken": TOKEN}
        status, told, _ = self._asked("POST", f"/cases/{id}/draft/save/", body, head)
        assert status in (200, 409), (status, told[-2000:])
        self.stamps[id] = json.loads(told)["stamp"]
        if status == 200:
            assert stamp(text.encode()) == self.stamps[id]
            self.said.put(Told(id, PLAN, self.stamps[id]))

    def _evidence(self, id: str) -> None:
        data = f"INVOICE\nNumber {self.chance.getrandbits(64)}\n".encode() * self.chance.choice((1, 20_000))
        self._sent(f"/cases/{id}/evidence/", files=data)
        self.said.put(Told(id, EVIDENCE, stamp(data)))

    def _import(self) -> None:
        data = self.chance.randbytes(8) * self.chance.choice((1_000, 200_000))
        case = b"amends: 1\nenforcement: inauthentic\n"
        id = self._sent("/cases/taken/", file=exported({CASE: case, "evidence/invoice.pdf": data}))
        self.said.put(Told(id, "evidence/invoice.pdf", stamp(data)))
        self.said.put(Told(id, CASE, stamp(case)))

    def _archive(self, id: str) -> None:
        self._sent(f"/cases/{id}/archive/", away="1")
        self.said.put(Told(id, AWAY))

    def _sent(self, path: str, **fields: str | bytes) -> str:
        """Send a form; gives the id of the case that the answer leads to, "" when it leads to none."""
        lines, edge = io.BytesIO(), b"edge-of-parts"
        for name, value in {"csrfmiddlewaretoken": TOKEN, **fields}.items():
            head = f'Content-Disposition: form-data; name="{name}"'
            if isinstance(value, bytes):
                head += '; filename="paper.txt"'
            lines.write(b"--" + edge + b"\r\n" + head.encode() + b"\r\n\r\n")
            lines.write(value if isinstance(value, bytes) else value.encode())
            lines.write(b"\r\n")
        lines.write(b"--" + edge + b"--\r\n")
        head = {"Content-Type": f"multipart/form-data; boundary={edge.decode()}"}
        status, told, where = self._asked("POST", path, lines.getvalue(), head)
        assert status == 302, (status, path, told[-2000:])
        parts = where.split("/")
        return parts[2] if len(parts) > 2 else ""

    def _asked(self, method: str, path: str, body: bytes, head: dict[str, str]) -> tuple[int, bytes, str]:
        where = urlsplit(self.address)
        connection = HTTPConnection(where.hostname or "", where.port, timeout=60)
        try:
            connection.request(method, path, body, {"Cookie": f"csrftoken={TOKEN}", **head})
            answer = connection.getresponse()
            return answer.status, answer.read(), answer.headers["Location"] or ""
        finally:
            connection.close()


class Kept:
    """What must be there of each case: of each file the last hash that was acknowledged, or one tried after it."""

    def __init__(self) -> None:
        self.must: dict[str, dict[str, set[str]]] = {}
        self.evidence: dict[str, set[str]] = {}
        self.away: set[str] = set()
        self.tried: dict[tuple[str, str], set[str]] = {}

    def hear(self, told: Told) -> None:
        """Take one thing that a person noted."""
        if told.what == AWAY:
            self.away.add(told.id)
        elif told.what == EVIDENCE:
            self.evidence.setdefault(told.id, set()).add(told.sha256)
        elif told.done:
            self.must.setdefault(told.id, {})[told.what] = {told.sha256}
            self.tried.pop((told.id, told.what), None)
        else:
            self.tried.setdefault((told.id, told.what), set()).add(told.sha256)

    def check(self, shelf) -> None:  # type: ignore[no-untyped-def]
        """Hold all of it against what is there."""
        for id, wanted in self.must.items():
            files = shelf.files(id)
            there = {name: stamp(files.read_bytes(name) or b"") for name in files.names()}
            for name, hashes in wanted.items():
                may = hashes | self.tried.get((id, name), set())
                assert name in there, f"{name} was acknowledged and is gone"
                assert "" in may or there[name] in may, f"{name} is neither what was acknowledged nor what was tried"
            assert self.evidence.get(id, set()) <= set(there.values()), "evidence was acknowledged and is gone"
            assert () == broken_links(files.read_bytes(LOG) or b"")
            last = {entry["file"]: entry["sha256"] for entry in files.log()}
            assert last == {name: there.get(name) for name in last}, "the log and the files say different things"


def exported(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    listed = [{"name": name, "size": len(data), "sha256": stamp(data)} for name, data in files.items()]
    with zipfile.ZipFile(out, "w") as made:
        for name, data in files.items():
            made.writestr(f"case/{name}", data)
        made.writestr(moving.LIST, json.dumps({"format": moving.FORMAT, "version": 1, "files": listed}))
    return out.getvalue()


class Server:
    """The process that forks servers."""

    def __init__(self, data: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.doors.web.serving"],
            env={**os.environ, "AMENDS_DATA": str(data)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[3],
        )
        if (said := self._line()) != "ready":
            self.close()
            raise AssertionError(f"the server did not get ready: {said!r}")

    def _line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().rstrip("\n")

    def start(self) -> tuple[int, str]:
        """A server that runs: its process and its address."""
        assert self.process.stdin is not None
        self.process.stdin.write("go\n")
        self.process.stdin.flush()
        told = dict(self._line().partition(" ")[::2] for _ in range(2))
        return int(told["pid"]), told["at"]

    def ended(self) -> None:
        assert self._line() == "ended"

    def close(self) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    made = Server(tmp_path)
    yield made
    made.close()


@pytest.fixture
def shelf(tmp_path: Path, server: Server) -> Iterator[object]:
    """The shelf of the server, looked at from outside."""
    from tests.databases import base, close, django_ready

    django_ready()
    base("served", None, tmp_path)
    from amends.store.sql.shelf import SqlShelf

    yield SqlShelf(tmp_path, "served")
    close("served")


def test_what_the_server_acknowledged_is_there_after_any_kill(server: Server, shelf) -> None:  # type: ignore[no-untyped-def]
    print(f"\n{KILLS} kills, AMENDS_SEED={SEED}")
    chance, kept = Random(SEED), Kept()
    for number in range(KILLS):
        for told in killed_once(server, chance):
            kept.hear(told)
        if number % 10 == 0:
            kept.check(shelf)
    kept.check(shelf)
    assert len(kept.must) > KILLS / 2, "too little was saved between the kills to mean something"

    process, address = server.start()
    until = monotonic() + 60
    while shelf.unrecorded() and monotonic() < until:
        sleep(0.05)
    page = read(address, "/cases/")
    os.kill(process, signal.SIGKILL)
    server.ended()
    assert () == shelf.unrecorded()
    assert b"<h1" in page
    # One that was put away in the moment of a kill may be there too.
    assert kept.away <= on_board(shelf, archived=True)
    assert set(kept.must) <= on_board(shelf, archived=True) | on_board(shelf, archived=False)

    shelf.sweep(datetime.now(UTC) + timedelta(days=2))
    kept.check(shelf)
    assert not list(shelf.blobs.root.glob(".*.part"))


def killed_once(server: Server, chance: Random) -> list[Told]:
    """Let some people work with a server and kill it; gives what they noted."""
    process, address = server.start()
    said: SimpleQueue[Told] = SimpleQueue()
    gone = Event()
    people = [Person(address, Random(chance.getrandbits(32)), said, gone) for _ in range(PEOPLE)]
    threads = [Thread(target=person.work) for person in people]
    for thread in threads:
        thread.start()
    found = []
    for _ in range(chance.randrange(MOST)):
        try:
            found.append(said.get(timeout=60))
        except Empty:
            break
    sleep(chance.uniform(0, LONGEST))
    os.kill(process, signal.SIGKILL)
    gone.set()
    for thread in threads:
        thread.join()
    server.ended()
    while not said.empty():
        found.append(said.get())
    return found


def on_board(shelf, archived: bool) -> set[str]:  # type: ignore[no-untyped-def]
    found, after = set(), ""
    while True:
        page = shelf.board(Asked(archived=archived, after=after, size=500))
        found |= {row.id for row in page.rows}
        after = page.next
        if not after:
            return found


def read(address: str, path: str) -> bytes:
    where = urlsplit(address)
    connection = HTTPConnection(where.hostname or "", where.port, timeout=60)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        assert answer.status == 200
        return answer.read()
    finally:
        connection.close()
