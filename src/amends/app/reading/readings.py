"""Reading files from outside, in a worker process with limits.

One worker reads many files. What it says is believed only after `evidence.record` has read it back. A worker that
crashes, stays silent or runs out of memory is replaced, and the file that did it gets a message; the others go on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from amends import evidence
from amends.app import knowledge
from amends.app.reading.kept import reading_of
from amends.app.reading.looking import version
from amends.app.reading.standby import Standby
from amends.app.reading.worker import Died
from amends.errors import Invalid
from amends.evidence import corrected, record
from amends.model.reading import Reading
from amends.store.folder import Folder
from amends.store.readings import Readings
from amends.typed import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    from datetime import datetime

    from amends.app.cases import Opened
    from amends.model import Exhibit
    from amends.store.files import Files

Progress = Callable[[str, int, int], None]
"""Hears the name of a file, the page that was read and how many there are."""

_TROUBLE = {
    "memory": "needs more memory than any document should",
    "silence": "takes far longer to read than any document should",
    "crash": "makes the program that opens it crash",
    "unstarted": "could not be opened, since the program that reads it could not be started",
    "fault": "could not be read because of a fault in amends itself",
}
_KEPT = "{name} {what}, so it was taken in unread. Open it; if it is in order, print it to PDF and add that."


class Inside(NamedTuple):
    """A file that came out of another: its name there, which is hostile, and where it lies now."""

    name: str
    path: Path


class Looked(NamedTuple):
    """What came of looking at a file. `refused` says why it cannot be evidence at all, "" when it can.

    Without a `reading` it was not refused but could not be read either; its doubts then are in a reading without pages.
    """

    sha256: str
    type: str
    reading: Reading | None
    members: tuple[Inside, ...] = ()
    refused: str = ""


class Looking(Protocol):
    """What looks at files."""

    def look(self, path: Path, name: str, kind: str | None, sha256: str) -> Looked:
        """What a file holds; `name` is what it came with, `kind` what the seller says it is, `sha256` its hash."""
        ...


class Reader:
    """Looks at files; the worker is started with the first. Use it as `with reader(files) as …`.

    The worker sees one scratch folder and the file, never the case: it reads what nobody vouches for. The pages that
    it recognised are taken into the case as they come.
    """

    def __init__(self, files: Files, scratch: Path, progress: Progress) -> None:
        self._files, self._scratch, self._progress = files, scratch.absolute(), progress
        self._standby = Standby()
        self._count = 0

    def look(self, path: Path, name: str, kind: str | None, sha256: str) -> Looked:
        """What a file holds; `name` is what it came with, `kind` what the seller says it is, `sha256` its hash."""
        self._count += 1
        folder = self._scratch / str(self._count)
        folder.mkdir()
        pages = _Pages(self._files, Folder(folder), sha256)
        pages.give()
        answer = self._asked(
            {"path": str(path.absolute()), "name": name, "kind": kind, "scratch": str(folder), "case": str(folder)},
            pages,
        )
        pages.take(done="done" in answer)
        if "unreadable" in answer:
            return Looked("", "", None, (), str(answer["unreadable"]))
        if "done" not in answer:
            return Looked("", "", unread(name, _TROUBLE.get(answer["trouble"], _TROUBLE["fault"]), kind))
        done = answer["done"]
        try:
            reading = None if done["reading"] is None else record.read(done["reading"], name)
        except Invalid:
            return Looked("", "", unread(name, _TROUBLE["fault"], kind))
        members = tuple(Inside(str(each["name"]), folder / Path(each["file"]).name) for each in done["members"])
        return Looked(str(done["sha256"]), str(done["type"]), reading, members)

    def _asked(self, asked: dict[str, Any], pages: _Pages) -> dict[str, Any]:
        def step(page: int, of: int) -> None:
            pages.take()
            self._progress(asked["name"], page, of)

        try:
            return self._standby.ask(asked, step)
        except Died as died:
            return {"trouble": died.how}

    def end(self) -> None:
        """End the worker."""
        self._standby.end()


class _Pages:
    """The recognised pages of one document, on their way between the case and the worker's folder."""

    def __init__(self, files: Files, room: Folder, sha256: str) -> None:
        self._kept, self._room, self._sha256 = Readings(files), room, sha256
        self._seen: set[str] = set()

    def give(self) -> None:
        """Lay the pages that the case has before the worker."""
        for name in self._kept.pages(self._sha256):
            data = self._kept.files.read_bytes(name)
            if data is not None:
                self._room.put(name, data)
                self._seen.add(name)

    def take(self, done: bool = False) -> None:
        """Keep the pages that are new; when the worker is `done`, what it threw away is dropped from the case too."""
        there = Readings(self._room).pages(self._sha256)
        for name in there:
            data = None if name in self._seen else self._room.read_bytes(name)
            if data is not None:
                self._kept.files.put(name, data)
                self._seen.add(name)
        for name in self._seen.difference(there) if done else ():
            self._kept.files.discard(name)


@contextmanager
def reader(files: Files, progress: Progress = lambda name, page, of: None) -> Iterator[Reader]:
    """A reader for the files of a case; what comes out of archives lies in a scratch folder until the end."""
    with files.scratch() as scratch:
        made = Reader(files, scratch, progress)
        try:
            yield made
        finally:
            made.end()


def unread(name: str, what: str, kind: str | None) -> Reading:
    """The reading of a file that could not be read: its name tells what it is, a doubt tells why."""
    guess = evidence.guess(name, name.rpartition(".")[2].lower(), knowledge())
    told = (kind, 1.0) if kind else (guess.kind, guess.confidence)
    doubt = _KEPT.format(name=evidence.original(name), what=what)
    return Reading(*told, pages=0, doubts=(doubt,), because=guess.because, reader=version())


def attached(opened: Opened, now: datetime, progress: Progress = lambda name, page, of: None) -> Opened:
    """The case with all of its exhibits read; those that were not read yet, or by an older reader, are read now."""
    case, readings = opened.case, Readings(opened.files)
    if all(map(_is_current, (*case.exhibits, *case.held))):
        return opened
    with reader(opened.files, progress) as looking:

        def read(exhibit: Exhibit) -> Exhibit:
            return exhibit if _is_current(exhibit) else _read(exhibit, opened, looking, readings)

        exhibits, held = (tuple(read(each) for each in listed) for listed in (case.exhibits, case.held))
    return replace(opened, case=replace(case, exhibits=exhibits, held=held))


def outdated(opened: Opened) -> tuple[Exhibit, ...]:
    """The documents of a case that were not read yet, or by an older reader."""
    return tuple(each for each in (*opened.case.exhibits, *opened.case.held) if not _is_current(each))


def _is_current(exhibit: Exhibit) -> bool:
    return exhibit.reading is not None and exhibit.reading.reader == version()


def _read(exhibit: Exhibit, opened: Opened, looking: Reader, readings: Readings) -> Exhibit:
    """An exhibit with its reading. Of a file that is gone or was changed nothing new is read."""
    name = f"evidence/{exhibit.name}"
    if not opened.files.holds(name):
        return exhibit
    # A kind that an earlier reading told is for the new one to tell again; any other was said by the seller.
    own = exhibit.reading is not None and exhibit.reading.kind == exhibit.kind and exhibit.reading.kind_confidence < 1
    told = exhibit.kind if exhibit.kind in knowledge().documents and not own else None
    looked = looking.look(opened.files.path(name), exhibit.original, told, exhibit.sha256)
    if looked.sha256 not in ("", exhibit.sha256):
        return exhibit
    found = looked.reading or unread(exhibit.original, _refusal(looked), told)
    readings.keep(exhibit.sha256, record.written(found))
    return corrected.joined(exhibit, found)


def _refusal(looked: Looked) -> str:
    return "cannot be opened" if looked.refused else "is no document"


def kept(readings: Readings, sha256: str) -> Reading | None:
    """The kept reading of a document when this reader made it; a broken one counts as none."""
    try:
        found = reading_of(readings, sha256)
    except Invalid:
        return None
    return found if found is not None and found.reader == version() else None
