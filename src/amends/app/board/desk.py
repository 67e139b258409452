"""Where files that were received are read and taken into their cases, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path

from amends.app.board.arrivals import Arrival, give_up, listed
from amends.app.board.shelves import shelf
from amends.app.cases import open_case
from amends.app.evidence import exhibits
from amends.app.reading.readings import Looked, Looking, Reader, reader
from amends.errors import AmendsError, Conflict, Unreadable
from amends.store.arrivals import WAITS, Outcome, State
from amends.text import one_line
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.app.cases import Opened
    from amends.app.evidence.intake import Added
    from amends.store.files import Files

_TRIES = 20


class Halted(Exception):
    """The worker is to end; what it was reading waits for the next one."""


class _Stopped(Exception):
    """A person took the file out of the line while it was read."""


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
        arrivals = listed()
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
        if not listed().step(self._at, page, of):
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
    from amends.app.evidence import reported

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
