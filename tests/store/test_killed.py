"""Killed at random moments, a store loses nothing that it acknowledged, and goes on as if nothing had been."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from time import sleep
from typing import TYPE_CHECKING

import pytest

from amends.app.board import shelves
from amends.store.files import CASE, LOG, broken_links, stamp
from amends.store.shelf import Asked

if TYPE_CHECKING:
    from amends.store.sql.files import SqlFiles
    from amends.store.sql.shelf import SqlShelf

SEED = int(os.environ.get("AMENDS_SEED", "0")) or int.from_bytes(os.urandom(4), "little")
KILLS = {"sqlite": 150, "postgres": 40}
MOST, LONGEST = 12, 0.02


class Saver:
    """The process that saves, and what it said."""

    def __init__(self, data: Path, url: str) -> None:
        command = [sys.executable, "-m", "tests.store.saving", str(data), url]
        root = Path(__file__).parents[2]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root)
        if (said := self._line()) != "ready":
            self.end()
            raise AssertionError(f"the process that saves did not get ready: {said!r}")

    def _line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().rstrip("\n")

    def round(self, seed: int, steps: int, wait: float) -> Iterator[tuple[str, dict[str, str]]]:
        """Let it save, kill it a moment after it said some lines; gives what it said until its end."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"go {seed}\n")
        self.process.stdin.flush()
        child, said = 0, 0
        while (line := self._line()) != "ended":
            assert line, "the process that saves has ended"
            what, _, told = line.partition(" ")
            if what == "pid":
                child = int(told)
            else:
                said += 1
                yield what, json.loads(told)
            if child and said >= steps:
                sleep(wait)
                os.kill(child, signal.SIGKILL)
                child, steps = 0, sys.maxsize
        assert steps == sys.maxsize, "it ended by itself"

    def end(self) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()


class Acknowledged:
    """What must be there: of each file the last hash that was acknowledged, or one that was tried after it."""

    def __init__(self) -> None:
        self.may: dict[tuple[str, str], set[str]] = {}
        self.must: set[tuple[str, str]] = set()

    def hear(self, what: str, told: dict[str, str]) -> None:
        file = (told["id"], told["name"])
        if what == "done":
            self.may[file] = {told["sha256"]}
            self.must.add(file)
        else:
            self.may.setdefault(file, set()).add(told["sha256"])

    def check(self, shelf: SqlShelf) -> None:
        cases: dict[str, set[str]] = {}
        for id, name in self.may:
            cases.setdefault(id, set()).add(name)
        for id, names in cases.items():
            if any((id, name) in self.must for name in names):
                files = shelf.files(id)
                self._check_case(files, id, names)

    def _check_case(self, files: SqlFiles, id: str, names: set[str]) -> None:
        for name in names:
            data = files.read_bytes(name)
            if data is None:
                assert (id, name) not in self.must, f"{name} was acknowledged and is gone"
            else:
                assert stamp(data) in self.may[id, name], f"{name} is neither what was acknowledged nor what was tried"
        assert () == broken_links(files.read_bytes(LOG) or b"")
        last = {entry["file"]: entry["sha256"] for entry in files.log()}
        there = {
            name: stamp(files.read_bytes(name) or b"") for name in files.names() if name not in (LOG, "bundle.zip")
        }
        assert last == there, "the log and the files say different things"


@pytest.fixture(params=["sqlite", "postgres"])
def killed(
    request: pytest.FixtureRequest, bases: Callable[[str], str], tmp_path: Path
) -> Iterator[tuple[str, Saver, SqlShelf]]:
    kind = request.param
    url = request.getfixturevalue("postgres") if kind == "postgres" else ""
    from tests.databases import base, close, django_ready

    django_ready()
    base(f"killed-{kind}", url or None, tmp_path)
    from amends.store.sql.models import Case
    from amends.store.sql.shelf import SqlShelf

    shelf = SqlShelf(tmp_path, f"killed-{kind}")
    Case.objects.using(f"killed-{kind}").all().delete()
    saver = Saver(tmp_path, url)
    yield kind, saver, shelf
    saver.end()
    close(f"killed-{kind}")


def test_nothing_that_was_acknowledged_is_lost(killed: tuple[str, Saver, SqlShelf]) -> None:
    kind, saver, shelf = killed
    print(f"\n{kind}: {KILLS[kind]} kills, AMENDS_SEED={SEED}")
    chance, heard = Random(SEED), Acknowledged()
    for number in range(KILLS[kind]):
        for what, told in saver.round(chance.getrandbits(32), chance.randrange(MOST), chance.uniform(0, LONGEST)):
            heard.hear(what, told)
        if number % 20 == 0:
            heard.check(shelf)
    heard.check(shelf)
    assert len(heard.must) > KILLS[kind] / 2, "too little was saved between the kills to mean something"

    now = datetime.now(UTC)
    shelves.catch_up(shelf, now)
    assert () == shelf.unrecorded()
    on_board = {row.id for row in shelf.board(Asked(size=500)).rows}
    assert {id for id, name in heard.must if name == CASE} <= on_board

    shelf.sweep(now + timedelta(days=2))
    heard.check(shelf)
    left = {file.parent.name + file.name for file in shelf.blobs.root.glob("??/*")}
    from amends.store.sql.models import File

    assert left == set(File.objects.using(shelf._using).filter(data=None).values_list("sha256", flat=True))
    assert not list(shelf.blobs.root.glob("*.part")) + list(shelf.blobs.root.glob(".*.part"))
