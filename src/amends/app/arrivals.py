"""Verbs on files that were sent and wait to be read: receive, read, stop, go on, forget.

A file is on the disk before it is acknowledged, and stays there until it is in the case or was refused. Reading it is
slow, so that a worker does it later (`Desk`); who waits sees how far it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path

from amends.app import exhibits, knowledge
from amends.app.cases import open_case
from amends.app.reading import Looked, Looking, Reader, reader
from amends.app.shelves import shelf
from amends.errors import AmendsError, Conflict, Unknown, Unreadable
from amends.store.arrivals import KEPT, WAITS, Outcome, State
from amends.store.arrivals import Arrival as Arrival
from amends.store.shelf import new_id
from amends.text import one_line
from amends.typed import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from amends.app.cases import Opened
    from amends.app.intake import Added
    from amends.store.files import Files
    from amends.store.sql.arrivals import Arrivals

Queue = Callable[[str], None]
"""Puts the reading of an arrival into the line of the worker."""

LARGEST = 100_000_000
"""How large a file that is sent may be, in bytes."""

MOST = 300
"""How many files of one case may wait at once."""

TWICE = (
    "amends was stopped twice while it read this file, so it does not try a third time by itself. The file is kept. "
    "Open it: if it is in order, try again, or print it to PDF and add that."
)
FAULT = "A mistake in amends stopped the reading of this file; it is not your fault. The file is kept. Try again later."

_CHUNK = 1 << 20
_TRIES = 20
_OVER: tuple[State, ...] = ("done", "refused", *KEPT)


class Halted(Exception):
    """The worker is to end; what it was reading waits for the next one."""


class _Stopped(Exception):
    """A person took the file out of the line while it was read."""


def _arrivals() -> Arrivals:
    from amends.store.sql.arrivals import Arrivals

    return Arrivals()


def receive(case: str, name: str, source: BinaryIO, now: datetime, queue: Queue) -> Arrival:
    """Keep a file that was sent, and put it into the line. `name` is the one it came with.

    Raises `Unreadable` with what to do for one that is too large, empty, or one too many.
    """
    files, arrivals, id = shelf().files(case), _arrivals(), new_id()
    shown = one_line(name, 80) or "this file"
    if len(arrivals.waiting(case)) >= MOST:
        raise Unreadable(f"{MOST} files are waiting already. Add {shown} when they are read.")
    kept = f"incoming/{id}"
    size = 0
    with files.writing(kept) as out:
        while piece := source.read(_CHUNK):
            size += len(piece)
            if size > LARGEST:
                raise Unreadable(f"{shown} is larger than {LARGEST // 1_000_000} MB. Send a smaller file.")
            out.write(piece)
        if not size:
            raise Unreadable(f"{shown} is empty. Find the file with its content.")
    return arrivals.add(id, case, name, size, "", "", now, queue)


def read_again(case: str, label: str, kind: str, now: datetime, queue: Queue) -> Arrival:
    """Put a document of the case into the line to be read once more; `kind` is what the person says it is, or "".

    Raises `Unknown` for a label or a kind that there is not.
    """
    opened = open_case(shelf().files(case))
    found = next((e for e in (*opened.case.exhibits, *opened.case.held) if e.label == label.upper()), None)
    if found is None:
        raise Unknown(f"No document of this case is called {one_line(label, 20)}.")
    if kind and kind not in knowledge().documents:
        raise Unknown(f"“{one_line(kind, 60)}” is not a kind of document. Choose one of the list.")
    return _arrivals().add(new_id(), case, found.original, found.size, kind, found.sha256, now, queue)


def of(case: str) -> tuple[Arrival, ...]:
    """The files of a case that were sent: those that wait, and what became of the others."""
    return _arrivals().of(case)


def stop(case: str, id: str) -> None:
    """Take a file out of the line; it is kept, and what was read of it too. Raises `Unknown`."""
    arrival = _of_case(case, id)
    _arrivals().move(arrival.id, WAITS, "stopped")


def go_on(case: str, id: str, queue: Queue) -> None:
    """Put a file that was stopped or given up into the line again. Raises `Unknown`."""
    arrival = _of_case(case, id)
    _arrivals().requeue(arrival.id, KEPT, queue)


def forget(case: str, id: str) -> None:
    """Take a file off the list; one that was not read is thrown away with it. Raises `Unknown` while it is read."""
    arrival = _of_case(case, id)
    _arrivals().remove(arrival.id)
    shelf().files(case).discard(arrival.file)


def clear(case: str) -> None:
    """Take off the list what is in the case or was refused."""
    for arrival in of(case):
        if arrival.state in ("done", "refused"):
            _arrivals().remove(arrival.id)


def give_up(id: str, why: str) -> None:
    """Leave a file alone that was to be read, with the reason. It is kept."""
    _arrivals().move(id, WAITS, "given-up", why=why)


def unread() -> tuple[str, ...]:
    """The ids of all files that are still to be read."""
    return _arrivals().waiting()


def _of_case(case: str, id: str) -> Arrival:
    found = _arrivals().get(id)
    if found is None or found.case != case:
        raise Unknown("This file is not in the list any more. Look again.")
    return found


class Desk:
    """Where files are read, one after the other. Use it as a context manager; its reader stays for the next file."""

    def __init__(self, halted: Callable[[], bool]) -> None:
        self._halted = halted
        self._stack, self._case = ExitStack(), ""
        self._reader: Reader | None = None
        self._at = ""

    def __enter__(self) -> Desk:
        return self

    def __exit__(self, *_: object) -> None:
        self._clear()

    def read(self, id: str, now: Callable[[], datetime]) -> State | None:
        """Read a file and take it into its case. Gives what became of it, None when it is not to be read any more.

        Raises `Halted` when the worker is to end; the file then still waits.
        """
        arrivals = _arrivals()
        if not arrivals.move(id, WAITS, "reading"):
            return None
        arrival = arrivals.get(id)
        if arrival is None:
            return None
        try:
            files = shelf().files(arrival.case)
            with self._reading(arrival, files) as looking:
                outcomes = _taken(arrival, files, looking, now)
        except _Stopped:
            return "stopped"
        except Unreadable as error:
            outcomes = (Outcome(arrival.name, refused=str(error)),)
        except AmendsError as error:
            give_up(id, f"{one_line(str(error), 400)} The file is kept.")
            return "given-up"
        state: State = "refused" if outcomes and outcomes[0].refused else "done"
        if arrivals.move(id, ("reading",), state, outcomes) and not arrival.exhibit:
            files.discard(arrival.file)
        return state

    @contextmanager
    def _reading(self, arrival: Arrival, files: Files) -> Iterator[Looking]:
        """The reader of the case, kept from the file before when it was of the same case."""
        if self._case != arrival.case or self._reader is None:
            self._clear()
            self._reader = self._stack.enter_context(reader(files, self._step))
            self._case = arrival.case
        self._at = arrival.id
        yield _Once(self._reader)

    def _step(self, name: str, page: int, of: int) -> None:
        if self._halted():
            raise Halted
        if not _arrivals().step(self._at, page, of):
            raise _Stopped

    def _clear(self) -> None:
        self._stack.close()
        self._stack, self._reader, self._case = ExitStack(), None, ""


class _Once:
    """A reader that looks at each file once, however often it is taken in since others saved the case meanwhile."""

    def __init__(self, looking: Looking) -> None:
        self._looking, self._seen = looking, dict[tuple[str, str, str | None], Looked]()

    def look(self, path: Path, name: str, kind: str | None, sha256: str) -> Looked:
        """As the reader does."""
        key = (sha256, name, kind)
        if key not in self._seen:
            self._seen[key] = self._looking.look(path, name, kind, sha256)
        return self._seen[key]


def _taken(arrival: Arrival, files: Files, looking: Looking, now: Callable[[], datetime]) -> tuple[Outcome, ...]:
    """Take a file in. When the case was saved by somebody else meanwhile, it is taken into the newer one."""
    for tried in range(_TRIES):
        opened = open_case(files)
        try:
            return _take(arrival, opened, looking, now())
        except Conflict:
            if tried == _TRIES - 1:
                raise
    raise AssertionError("the last try gives or raises")


def _take(arrival: Arrival, opened: Opened, looking: Looking, now: datetime) -> tuple[Outcome, ...]:
    from amends.app import reported

    name, kept = arrival.name, arrival.file
    if arrival.exhibit:
        listed = (*opened.case.exhibits, *opened.case.held)
        found = next((each for each in listed if each.sha256 == arrival.exhibit), None)
        if found is None:
            raise Unreadable("This document is not in the case any more.")
        name, kept = found.original, f"evidence/{found.name}"
    about = {"kind": arrival.kind} if arrival.kind else None
    opened, added = exhibits.receive(opened, opened.files.path(kept), name, now, looking, about)
    outcomes = [_outcome(each) for each in added]
    new = {each.exhibit.sha256 for each in added if each.exhibit is not None and not each.known}
    opened, said = reported.drawn_from(opened, new, looking, now)
    if said and outcomes:
        outcomes[0] = outcomes[0]._replace(notes=(*outcomes[0].notes, *said))
    return tuple(outcomes)


def _outcome(added: Added) -> Outcome:
    sha256 = added.exhibit.sha256 if added.exhibit is not None else ""
    return Outcome(
        one_line(added.file, 300), sha256, added.known, one_line(added.inside, 200), added.notes, added.refused
    )
