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
from urllib.parse import urlsplit

import pytest

from amends.app import moving
from amends.store.files import CASE, LOG, broken_links, stamp
from amends.store.shelf import Asked

SEED = int(os.environ.get("AMENDS_SEED", "0")) or int.from_bytes(os.urandom(4), "little")
KILLS = 40
PEOPLE = 4
MOST, LONGEST = 6, 0.05
TOKEN = "t" * 32
NOTICE = (
    "Dear Seller,\n\nWe removed your listing B0TESTAB12 because of complaints about inauthentic items. Send us "
    "invoices of the last 365 days and a plan.\n\nThis is message {}.\n\nAmazon.com\n"
)


@dataclass
class Person:
    """One who works with the server until it is gone, and notes what it acknowledged: `done` of each case its files."""

    address: str
    chance: Random
    said: SimpleQueue[tuple[str, dict[str, str]]]
    gone: Event
    away: dict[str, bool] = field(default_factory=dict)

    def work(self) -> None:
        mine: list[str] = []
        while not self.gone.is_set():
            try:
                match self.chance.choice(("start", "start", "upload", "archive")):
                    case "start":
                        text = NOTICE.format(self.chance.getrandbits(64)).strip()
                        id = self._sent("/", text=text)
                        mine.append(id)
                        self.said.put((id, {"notice/notice.txt": stamp(text.encode()), CASE: ""}))
                    case "upload":
                        data = self.chance.randbytes(8) * self.chance.choice((1_000, 200_000))
                        case = b"amends: 1\nenforcement: inauthentic\n"
                        file = exported({CASE: case, "evidence/invoice.pdf": data})
                        id = self._sent("/cases/taken/", file=file)
                        self.said.put((id, {"evidence/invoice.pdf": stamp(data), CASE: stamp(case)}))
                    case "archive" if mine:
                        id = self.chance.choice(mine)
                        self._sent(f"/cases/{id}/archive/", away="1")
                        self.said.put((id, {"archived": "1"}))
            except (OSError, HTTPException):
                return

    def _sent(self, path: str, **fields: str | bytes) -> str:
        """Send a form; gives the id of the case that the answer leads to, "" when it leads to none."""
        lines, edge = io.BytesIO(), b"edge-of-parts"
        for name, value in {"csrfmiddlewaretoken": TOKEN, **fields}.items():
            head = f'Content-Disposition: form-data; name="{name}"'
            if isinstance(value, bytes):
                head += '; filename="case.zip"'
            lines.write(b"--" + edge + b"\r\n" + head.encode() + b"\r\n\r\n")
            lines.write(value if isinstance(value, bytes) else value.encode())
            lines.write(b"\r\n")
        lines.write(b"--" + edge + b"--\r\n")
        where = urlsplit(self.address)
        connection = HTTPConnection(where.hostname or "", where.port, timeout=60)
        try:
            connection.request(
                "POST",
                path,
                lines.getvalue(),
                {"Content-Type": f"multipart/form-data; boundary={edge.decode()}", "Cookie": f"csrftoken={TOKEN}"},
            )
            answer = connection.getresponse()
            told = answer.read()
            assert answer.status == 302, (answer.status, path, told[-2000:])
            parts = (answer.headers["Location"] or "").split("/")
            return parts[2] if len(parts) > 2 else ""
        finally:
            connection.close()


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
        self.process.stdout.close()
        self.process.kill()
        self.process.wait()


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
    chance = Random(SEED)
    must: dict[str, dict[str, str]] = {}
    for number in range(KILLS):
        for id, files in killed_once(server, chance):
            must.setdefault(id, {}).update(files)
        if number % 10 == 0:
            check(shelf, must)
    check(shelf, must)
    assert len(must) > KILLS, "too little was saved between the kills to mean something"

    process, address = server.start()
    until = monotonic() + 60
    while shelf.unrecorded() and monotonic() < until:
        sleep(0.05)
    page = read(address, "/cases/")
    os.kill(process, signal.SIGKILL)
    server.ended()
    assert () == shelf.unrecorded()
    assert b"<h1" in page
    away = {id for id, files in must.items() if "archived" in files}
    # One that was put away in the moment of a kill may be there too.
    assert away <= on_board(shelf, archived=True)
    assert set(must) <= on_board(shelf, archived=True) | on_board(shelf, archived=False)

    shelf.sweep(datetime.now(UTC) + timedelta(days=2))
    check(shelf, must)
    assert not list(shelf.blobs.root.glob(".*.part"))


def killed_once(server: Server, chance: Random) -> list[tuple[str, dict[str, str]]]:
    """Let some people work with a server and kill it; gives what it acknowledged."""
    process, address = server.start()
    said: SimpleQueue[tuple[str, dict[str, str]]] = SimpleQueue()
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


def check(shelf, must: dict[str, dict[str, str]]) -> None:  # type: ignore[no-untyped-def]
    for id, wanted in must.items():
        files = shelf.files(id)
        for name, sha256 in wanted.items():
            if name != "archived":
                data = files.read_bytes(name)
                assert data is not None, f"{name} was acknowledged and is gone"
                assert sha256 in ("", stamp(data)), f"{name} is not what was acknowledged"
        log = files.read_bytes(LOG) or b""
        assert () == broken_links(log)
        for entry in files.log():
            assert stamp(files.read_bytes(entry["file"]) or b"") == entry["sha256"]


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
