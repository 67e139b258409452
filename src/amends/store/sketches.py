"""An index over the plans of a folder: which of them may have a sentence, without reading them.

It keeps the sketch of every sentence (a few numbers, never the text) in one SQLite file in the user's cache folder,
so the plans' own folder stays clean. SQLite gives what is hard to get right by hand: a kill in the middle leaves the
last finished batch, several processes read while one writes, and a query touches a few pages of a large file.

Only files whose size or time of change differ are read again, and only those whose content differs are indexed
again. Most looks need not ask every file: a folder whose own time of change is the same has the same files, and only
one that was written over in place is then seen later, at the next full look. An index that is damaged or of another
format is made anew.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from hashlib import blake2b
from itertools import islice
from time import time

from amends.cache import cache_folder
from amends.typed import NamedTuple, Protocol

FORMAT = 1
_BATCH = 4000
_FULL_EVERY = 600.0
# A folder that was changed so shortly before a look may be changed again within the same tick of its clock.
_UNSETTLED = 2.0
_MOST_HAVING = 200
_MOST_PLANS, _MOST_BESIDE = 16, 8
_WAIT = 600.0
_TABLES = """
CREATE TABLE IF NOT EXISTS folder (path BLOB PRIMARY KEY, state BLOB NOT NULL, changed INTEGER) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS plan (
    id INTEGER PRIMARY KEY AUTOINCREMENT, folder BLOB NOT NULL, name BLOB NOT NULL, state TEXT NOT NULL,
    content BLOB NOT NULL, UNIQUE (folder, name)
);
CREATE TABLE IF NOT EXISTS sketch (
    pair INTEGER NOT NULL, plan INTEGER NOT NULL, PRIMARY KEY (pair, plan)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS gone (number INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS look (at REAL NOT NULL);
"""


class Found(Protocol):
    """A file of the indexed folder: its path below the root, and what tells that it changed."""

    @property
    def path(self) -> str:
        """Below the root."""
        ...

    @property
    def state(self) -> str:
        """Size and time of change."""
        ...


class _Step(NamedTuple):
    """A file to index (with the content it had), a name that is gone, a folder's new row, or a folder that is gone."""

    folder: bytes
    name: bytes = b""
    file: Found | None = None
    content: bytes | None = None
    row: tuple[bytes, int | None] | None = None


Walk = Callable[[], Iterable[tuple[str, Sequence[Found]]]]
"""Gives the folders below the root, itself as the empty path, each with its files."""
Read = Callable[[str], tuple[bytes, Callable[[], Iterable[Sequence[int]]]] | None]
"""The bytes of a file, and a function that gives the sketches of its sentences; None when it cannot be read."""


class Index:
    """The index over one folder."""

    def __init__(self, root: str) -> None:
        self.root = os.path.realpath(root)
        name = blake2b(os.fsencode(self.root), digest_size=12).hexdigest()
        self.file = os.path.join(cache_folder(), "earlier", f"{name}.sqlite")

    def refresh(self, walk: Walk, read: Read, *, full: bool = True) -> int:
        """Bring the index up to date; gives how many plans were read.

        Without `full` files are asked only where a folder changed, unless the last full look is long ago. Raises
        OSError where the cache folder cannot be written.
        """
        if not full and self._settled():
            return 0
        with self._alone():
            try:
                return self._refreshed(walk(), read)
            except sqlite3.DatabaseError as error:
                if not _damaged(error):
                    raise
                self.forget()
                return self._refreshed(walk(), read)

    def _settled(self) -> bool:
        """Whether no folder changed since the last full look, and that was not long ago."""
        if not os.path.exists(self.file):
            return False
        with closing(self._opened()) as base:
            looked = base.execute("SELECT max(at) FROM look").fetchone()[0] or 0.0
            if not 0.0 <= time() - looked < _FULL_EVERY:
                return False
            folders = base.execute("SELECT path, changed FROM folder").fetchall()
        root = os.path.join(os.fsencode(self.root), b"")
        return all(changed is not None and _changed(root + path) == changed for path, changed in folders)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Hold the index against other writers; one that waits long goes on, which costs work done twice at most."""
        from filelock import FileLock, Timeout

        os.makedirs(os.path.dirname(self.file), mode=0o700, exist_ok=True)
        lock = FileLock(f"{self.file}.lock")
        with suppress(Timeout):
            lock.acquire(timeout=_WAIT)
        try:
            yield
        finally:
            lock.release()

    def _refreshed(self, folders: Iterable[tuple[str, Sequence[Found]]], read: Read) -> int:
        start = time()
        number = 0
        with closing(self._opened()) as base:
            work = self._work(base, folders, start)
            while batch := list(islice(work, _BATCH)):
                number += self._done(base, batch, read)
            with base:
                base.execute("DELETE FROM look")
                base.execute("INSERT INTO look VALUES (?)", (start,))
            _tidy(base)
        return number

    def _work(
        self, base: sqlite3.Connection, folders: Iterable[tuple[str, Sequence[Found]]], start: float
    ) -> Iterator[_Step]:
        """What is to be done, step by step: a folder's row comes behind those of its files."""
        root = os.path.join(os.fsencode(self.root), b"")
        known: dict[bytes, tuple[bytes, int | None]] = {
            path: (state, changed) for path, state, changed in base.execute("SELECT * FROM folder")
        }
        for below, files in folders:
            folder, state = os.fsencode(below), _state(files)
            was = known.pop(folder, None)
            if was is None or was[0] != state:
                rows = base.execute("SELECT name, state, content FROM plan WHERE folder = ?", (folder,))
                plans = {name: (state, content) for name, state, content in rows}
                for file in files:
                    before, content = plans.pop(_name(file), ("", None))
                    if before != file.state:
                        yield _Step(folder, _name(file), file, content)
                for name in plans:
                    yield _Step(folder, name)
            changed = _changed(root + folder)
            # What came while the files were listed shows in the time of change only if that is well before.
            settled = changed if changed is not None and changed < (start - _UNSETTLED) * 1e9 else None
            if was != (state, settled):
                yield _Step(folder, row=(state, settled))
        for folder in known:
            for (name,) in base.execute("SELECT name FROM plan WHERE folder = ?", (folder,)).fetchall():
                yield _Step(folder, name)
            yield _Step(folder)

    def _done(self, base: sqlite3.Connection, steps: Sequence[_Step], read: Read) -> int:
        """Take some steps in one transaction: after a kill all of them are done, or none. Gives the plans read."""
        sketches: list[tuple[int, int]] = []
        number = 0
        with base:
            base.execute("BEGIN IMMEDIATE")
            for step in steps:
                if step.file is not None:
                    number += 1
                    sketches += self._plan(base, step, step.file, read)
                elif step.name:
                    _drop(base, step)
                elif step.row:
                    base.execute("INSERT OR REPLACE INTO folder VALUES (?, ?, ?)", (step.folder, *step.row))
                else:
                    base.execute("DELETE FROM folder WHERE path = ?", (step.folder,))
            sketches.sort()
            base.executemany("INSERT OR IGNORE INTO sketch VALUES (?, ?)", sketches)
        return number

    def _plan(self, base: sqlite3.Connection, step: _Step, file: Found, read: Read) -> list[tuple[int, int]]:
        """Read one plan; gives the rows of its sketches, none when it says what it said before."""
        data, sketches = read(os.path.join(self.root, file.path)) or (b"", list)
        content = blake2b(data, digest_size=16).digest()
        if content == step.content:
            where = (file.state, step.folder, step.name)
            base.execute("UPDATE plan SET state = ? WHERE folder = ? AND name = ?", where)
            return []
        if step.content is not None:
            _drop(base, step)
        insert = "INSERT INTO plan (folder, name, state, content) VALUES (?, ?, ?, ?)"
        plan = base.execute(insert, (step.folder, step.name, file.state, content)).lastrowid or 0
        return [(pair, plan) for pair in {pair for sketch in sketches() for pair in sketch}]

    def plans_with(self, sentences: Sequence[Iterable[int]], skip: Callable[[str], bool]) -> list[str]:
        """The paths of the plans that most likely have these sentences, the likeliest first; a bounded number.

        A sentence is given by its pairs. A pair that few plans have says more than one that many have. Plans whose
        path `skip` takes are left out. Raises `sqlite3.DatabaseError` where the index is damaged.
        """
        with closing(self._opened()) as base:
            score: dict[int, float] = {}
            best: set[int] = set()
            for pairs in sentences:
                here: dict[int, float] = {}
                for pair in set(pairs):
                    having = base.execute("SELECT plan FROM sketch WHERE pair = ? LIMIT ?", (pair, _MOST_HAVING))
                    plans = having.fetchall()
                    for (plan,) in plans:
                        here[plan] = here.get(plan, 0.0) + 1.0 + 1.0 / len(plans)
                # One pair in common is chance in a large folder; two of the few that stand for a sentence are not.
                for plan, weight in here.items():
                    if weight > 2.0:
                        score[plan] = score.get(plan, 0.0) + weight
                best.update(sorted(here, key=lambda plan: (-here[plan], plan))[:2])
            ranked = sorted(score, key=lambda plan: (-score[plan], plan))
            # Beside the plans that share most, some that have a sentence which none of these may have.
            beside = [plan for plan in ranked[_MOST_PLANS:] if plan in best][:_MOST_BESIDE]
            ranked = [*ranked[:_MOST_PLANS], *beside]
            return list(self._paths(base, ranked, skip))

    def _paths(self, base: sqlite3.Connection, plans: Iterable[int], skip: Callable[[str], bool]) -> Iterator[str]:
        for plan in plans:
            row = base.execute("SELECT folder, name FROM plan WHERE id = ?", (plan,)).fetchone()
            if row:
                path = os.path.join(self.root, os.fsdecode(row[0]), os.fsdecode(row[1]))
                if not skip(path):
                    yield path

    def _opened(self) -> sqlite3.Connection:
        try:
            return self._connected()
        except sqlite3.DatabaseError as error:
            if not _damaged(error):
                raise
            self.forget()
            return self._connected()

    def _connected(self) -> sqlite3.Connection:
        base = sqlite3.connect(self.file, timeout=_WAIT)
        try:
            format = base.execute("PRAGMA user_version").fetchone()[0]
            if format not in (0, FORMAT):
                raise sqlite3.DatabaseError("another format")
            if format == 0:
                base.execute("PRAGMA journal_mode = WAL")
                base.executescript(f"BEGIN IMMEDIATE; {_TABLES} PRAGMA user_version = {FORMAT}; COMMIT;")
            base.execute("PRAGMA synchronous = NORMAL")
            base.execute("PRAGMA wal_autocheckpoint = 20000")
            base.execute("PRAGMA cache_size = -65536")
            for table in ("folder", "plan", "sketch", "gone", "look"):
                base.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone()
        except sqlite3.DatabaseError:
            base.close()
            raise
        return base

    def forget(self) -> None:
        """Throw the index away; it is made anew at the next refresh."""
        for ending in ("", "-wal", "-shm"):
            with suppress(OSError):
                os.unlink(self.file + ending)


def _damaged(error: sqlite3.DatabaseError) -> bool:
    """Whether the file itself is at fault, and not a full disk or another process that holds it."""
    if type(error) is sqlite3.DatabaseError:
        return True
    return isinstance(error, sqlite3.OperationalError) and "no such" in str(error)


def _state(files: Sequence[Found]) -> bytes:
    """What tells that something in a folder changed."""
    listed = "\0".join([f"{file.path}\0{file.state}" for file in files])
    return blake2b(listed.encode(errors="surrogateescape"), digest_size=16).digest()


def _name(file: Found) -> bytes:
    return os.fsencode(os.path.basename(file.path))


def _changed(folder: bytes) -> int | None:
    """When files came to a folder or left it, in nanoseconds; None when it is gone."""
    try:
        return os.stat(folder).st_mtime_ns
    except OSError:
        return None


def _drop(base: sqlite3.Connection, step: _Step) -> None:
    """Forget a plan. Its sketches lead nowhere from then on; how many do so is counted."""
    base.execute("DELETE FROM plan WHERE folder = ? AND name = ?", (step.folder, step.name))
    base.execute("INSERT INTO gone VALUES (1)")


def _tidy(base: sqlite3.Connection) -> None:
    """Throw away the sketches of plans that are gone, once these are more than half."""
    gone = base.execute("SELECT coalesce(sum(number), 0) FROM gone").fetchone()[0]
    if gone > _BATCH and gone > base.execute("SELECT count(*) FROM plan").fetchone()[0]:
        with base:
            base.execute("DELETE FROM sketch WHERE plan NOT IN (SELECT id FROM plan)")
            base.execute("DELETE FROM gone")
