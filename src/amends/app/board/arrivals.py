"""Verbs on files that were sent and wait to be read: receive, read, stop, go on, forget.

A file is on the disk before it is acknowledged, and stays there until it is in the case or was refused. Reading it is
slow, so that a worker does it later (`app.board.desk`); who waits sees how far it is.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from amends.app import knowledge
from amends.app.board.shelves import shelf
from amends.app.cases import open_case
from amends.errors import AmendsError, Unknown, Unreadable
from amends.store.arrivals import FOLDER, KEPT, WAITS, Left
from amends.store.arrivals import Arrival as Arrival
from amends.store.shelf import is_id, new_id
from amends.text import one_line
from amends.typed import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
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

_NAMELESS = "a file that was not read"
_LEFT = (
    "It was not read when amends was stopped, or where the case came from. The file is kept. Read it, or throw it away."
)
_CHUNK = 1 << 20
_COMING = timedelta(hours=6)


def listed() -> Arrivals:
    """The list of all files on their way."""
    from amends.store.sql.arrivals import Arrivals

    return Arrivals()


def receive(case: str, name: str, source: BinaryIO, now: datetime, queue: Queue) -> Arrival:
    """Keep a file that was sent, and put it into the line. `name` is the one it came with.

    Raises `Unreadable` with what to do for one that is too large, empty, or one too many.
    """
    files, arrivals, id = shelf().files(case), listed(), new_id()
    shown = one_line(name, 80) or "this file"
    if len(arrivals.waiting(case)) >= MOST:
        raise Unreadable(f"{MOST} files are waiting already. Add {shown} when they are read.")
    # Listed before it is here, so that what a server that is stopped leaves behind is found again.
    arrivals.add(id, case, name, now)
    try:
        with files.writing(FOLDER + id) as out:
            size = _copied(source, out, shown)
    except AmendsError:
        arrivals.remove(id)
        raise
    try:
        return arrivals.came(id, size, queue)
    except Unknown:
        files.discard(FOLDER + id)
        raise


def _copied(source: BinaryIO, out: BinaryIO, shown: str) -> int:
    size = 0
    while piece := source.read(_CHUNK):
        size += len(piece)
        if size > LARGEST:
            raise Unreadable(f"{shown} is larger than {LARGEST // 1_000_000} MB. Send a smaller file.")
        out.write(piece)
    if not size:
        raise Unreadable(f"{shown} is empty. Find the file with its content.")
    return size


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
    id = new_id()
    listed().add(id, case, found.original, now, found.size, kind, found.sha256)
    return listed().came(id, found.size, queue)


def of(case: str) -> tuple[Arrival, ...]:
    """The files of a case that were sent: those that wait, and what became of the others."""
    return listed().of(case)


def stop(case: str, id: str) -> None:
    """Take a file out of the line; it is kept, and what was read of it too. Raises `Unknown`."""
    arrival = _of_case(case, id)
    listed().move(arrival.id, WAITS, "stopped")


def go_on(case: str, id: str, queue: Queue) -> None:
    """Put a file that was stopped or given up into the line again. Raises `Unknown`."""
    arrival = _of_case(case, id)
    listed().requeue(arrival.id, KEPT, queue)


def forget(case: str, id: str) -> None:
    """Take a file off the list; one that was not read is thrown away with it. Raises `Unknown` while it is read."""
    arrival = _of_case(case, id)
    # Marked first: who is stopped in between leaves a file of which it is known that nobody wants it.
    if not listed().leaving(arrival.id):
        raise Unknown("This file is not in the list any more, or is being read. Look again.")
    _throw_away(arrival)


def clear(case: str) -> None:
    """Take off the list what is in the case or was refused."""
    for arrival in of(case):
        if arrival.state in ("done", "refused"):
            _throw_away(arrival)


def _throw_away(arrival: Arrival) -> None:
    shelf().files(arrival.case).discard(arrival.file)
    listed().remove(arrival.id)


def give_up(id: str, why: str) -> None:
    """Leave a file alone that was to be read, with the reason. It is kept."""
    listed().move(id, WAITS, "given-up", why=why)


def sweep(now: datetime) -> None:
    """Put in order what a server left that was stopped in between: for the start of one, by who works the line alone.

    What never came whole, what was thrown away, and what is in the case already is removed. A file that nobody waits
    for and that lies nowhere else is the seller's: it is put on the list again, for a person to say what becomes of it.
    """
    for lost in (*listed().lost(now - _COMING), *listed().gone()):
        _throw_away(lost)
    for left in listed().left(now - _COMING):
        if left.listed or left.known:
            shelf().files(left.case).discard(left.file)
        else:
            _list_again(left, now)


def taken_over(case: str, now: datetime) -> int:
    """Put the files on the list that came unread with a case from elsewhere; gives how many."""
    found = [left for left in listed().left(now + _COMING) if left.case == case and not left.listed]
    for left in found:
        _list_again(left, now)
    return len(found)


def _list_again(left: Left, now: datetime) -> None:
    """List a file that stands in no list. Under which name it came is not known any more.

    Its own id may be on the list of another case, out of which this one was taken over; then it gets a new one.
    """
    id = left.file.removeprefix(FOLDER)
    if not is_id(id):
        return
    files = shelf().files(left.case)
    if listed().get(id) is not None:
        id = new_id()
        with files.open(left.file) as source, files.writing(FOLDER + id) as out:
            _copied(source, out, _NAMELESS)
        files.discard(left.file)
    listed().add(id, left.case, _NAMELESS, now, left.size)
    listed().move(id, ("coming",), "given-up", why=_LEFT)


def unread() -> tuple[str, ...]:
    """The ids of all files that are still to be read."""
    return listed().waiting()


def _of_case(case: str, id: str) -> Arrival:
    found = listed().get(id)
    if found is None or found.case != case:
        raise Unknown("This file is not in the list any more. Look again.")
    return found
