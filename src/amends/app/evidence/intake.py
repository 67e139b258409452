"""Files on their way into a case: looked at, compared with what is there, copied, listed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from amends import evidence, needed
from amends.app import knowledge
from amends.app.evidence.incoming import Measured, files, measured
from amends.app.reading.readings import Inside, Looking, kept
from amends.errors import Unreadable
from amends.evidence import corrected, record
from amends.evidence.alike import alike
from amends.evidence.reports import recognised
from amends.model import Case, Exhibit
from amends.model.reading import Reading
from amends.store.readings import Readings
from amends.text import one_line
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from amends.app.cases import Opened

PRIVATE = (
    "It holds data of buyers. Its figures are used (amends reports FILE --case DIR); Amazon has the report itself."
)
"""Why a report of Amazon's that names buyers is kept back."""

_DEPTH = 3
_TOO_DEEP = "Archives lie in it too deep; unpack the inner ones and add their files."
_CONTAINER = "An archive: the files in it are exhibits of their own."
_SURE_NAME = 0.75
_SURE_DAY = 0.8
_DAYS = ("invoice_date", "issue_date", "date", "issued", "statement_date", "report_date", "bill_date", "signed_on")


@dataclass(frozen=True, slots=True)
class Added:
    """A file taken in as an exhibit, found to be there already, or refused (`refused` then says why).

    `inside` names the archive or mail that it came out of, `holds` how many files came out of this one. `notes` are
    sentences on how it goes with the others: saved again, another version, another kind than its name says.
    """

    file: str
    exhibit: Exhibit | None
    known: bool = False
    inside: str = ""
    holds: int = 0
    notes: tuple[str, ...] = ()
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What a person says of files, checked."""

    kind: str | None
    dated: date | None
    supports: tuple[str, ...]
    asins: tuple[str, ...]
    held: str = ""


class _File(NamedTuple):
    """A file to take in: how it is spoken of, where it lies, what it was called, and what it came out of."""

    shown: str
    place: Path
    name: str
    inside: str = ""
    depth: int = 0


class Intake:
    """One run of taking files in: the case as it grows, and what became of each file."""

    def __init__(self, opened: Opened, now: datetime, told: Told, step: Callable[[str], None]) -> None:
        self.case, self.added = opened.case, list[Added]()
        self._files, self._now, self._told, self._step = opened.files, now, told, step
        self._readings = Readings(opened.files)

    def take_all(self, paths: Iterable[str], looking: Looking) -> None:
        """Take in the files that are meant."""
        for named in paths:
            try:
                for path in files(named, self._files.home):
                    self._step(one_line(Path(path).name, 80))
                    self._take(_File(path, Path(path), Path(path).name), looking)
            except Unreadable as error:
                self.added.append(Added(named, None, refused=str(error)))

    def take_named(self, place: Path, name: str, looking: Looking) -> None:
        """Take in one file that lies under another name than it came with."""
        shown = one_line(name, 200)
        self._step(shown)
        self._take(_File(shown, place, name), looking)

    def _take(self, file: _File, looking: Looking) -> None:
        try:
            self._take_in(file, looking)
        except Unreadable as error:
            self.added.append(Added(file.shown, None, inside=file.inside, refused=str(error)))

    def _take_in(self, file: _File, looking: Looking) -> None:
        found = measured(file.place, file.shown)
        there = next((e for e in (*self.case.exhibits, *self.case.held) if e.sha256 == found.sha256), None)
        reading, type_ = kept(self._readings, found.sha256) if there else None, ""
        if reading is not None and self._told.kind not in (None, reading.kind):
            reading = None  # what is looked for in a document depends on its kind
        members: tuple[Inside, ...] = ()
        if reading is None:
            looked = looking.look(file.place, file.name, self._told.kind, found.sha256)
            if looked.refused:
                raise Unreadable(looked.refused)
            if looked.sha256 not in ("", found.sha256):
                raise Unreadable(f"{file.shown} was changed while it was read; add it again.")
            reading, members, type_ = looked.reading, looked.members, looked.type
        self._keep(file, found, there, reading, members, type_)
        for member in members:
            if file.depth >= _DEPTH:
                self.added[-1] = replace(self.added[-1], notes=(*self.added[-1].notes, _TOO_DEEP))
                break
            name = one_line(member.name, 200)
            self._take(_File(f"{file.shown}: {name}", member.path, member.name, file.name, file.depth + 1), looking)

    def _keep(
        self,
        file: _File,
        found: Measured,
        there: Exhibit | None,
        reading: Reading | None,
        members: tuple[Inside, ...],
        type_: str,
    ) -> None:
        """Put a file into the case, or bring up to date what is there."""
        exhibit = there or self._new(file, found, reading, type_)
        notes = () if there else tuple(self._notes(exhibit, reading))
        exhibit = replace(
            exhibit,
            kind=self._told.kind or exhibit.kind,
            dated=self._told.dated or exhibit.dated or day_on(reading),
            supports=tuple(dict.fromkeys((*exhibit.supports, *self._told.supports))),
            asins=tuple(dict.fromkeys((*exhibit.asins, *self._told.asins))),
        )
        exhibit = exhibit if reading is None else corrected.joined(exhibit, reading)
        if there is None:
            what = f"evidence received as {exhibit.label}" + (f", out of {file.inside}" if file.inside else "")
            with file.place.open("rb") as source:
                self._files.take_in(f"evidence/{exhibit.name}", source, what, self._now)
        if reading is not None:
            self._readings.keep(exhibit.sha256, record.written(reading))
        container = bool(members) and not (reading and reading.text.strip())
        # Who says what a file is has looked at it and wants it sent.
        private = "" if self._told.kind else _private(found.head)
        self._list(exhibit, there, self._told.held or (_CONTAINER if container else private))
        listed = next(e for e in (*self.case.exhibits, *self.case.held) if e.sha256 == exhibit.sha256)
        self.added.append(Added(file.shown, listed, there is not None, file.inside, len(members), notes))

    def _list(self, exhibit: Exhibit, there: Exhibit | None, why_held: str) -> None:
        """Write an exhibit into the lists of the case. An archive is kept, but it is its files that are sent."""
        case = self.case
        if there is not None:
            exhibits, held = (
                tuple(exhibit if e.sha256 == there.sha256 else e for e in listed)
                for listed in (case.exhibits, case.held)
            )
            self.case = replace(case, exhibits=exhibits, held=held)
        elif why_held:
            kept_back = replace(exhibit, label=held_label(case), held=why_held)
            self.case = replace(case, held=(*case.held, kept_back))
        else:
            self.case = replace(case, exhibits=(*case.exhibits, exhibit))

    def _new(self, file: _File, found: Measured, reading: Reading | None, type_: str) -> Exhibit:
        """A new exhibit, under a name that no other file of the case bears."""
        catalog = knowledge()
        likely = tuple(wanted.kind for wanted in needed.documents(self.case, catalog) if wanted.open)
        read = reading.kind if reading is not None and reading.kind in catalog.documents else None
        taken: set[str] = {e.name for e in self.case.held}
        while True:
            exhibit = evidence.take(
                file.name,
                found.head,
                found.sha256,
                found.size,
                kind=self._told.kind or read,
                type_=type_,
                received=self._now.date(),
                existing=self.case.exhibits,
                catalog=catalog,
                likely=likely,
                taken=taken,
            )
            if not self._files.differs(f"evidence/{exhibit.name}", found.sha256):
                return exhibit
            taken.add(exhibit.name)

    def _notes(self, exhibit: Exhibit, reading: Reading | None) -> Iterator[str]:
        """How a new document goes with its name and with those that are there."""
        if reading is None:
            return
        documents = knowledge().documents
        guess = evidence.guess(exhibit.original, exhibit.name.rpartition(".")[2], knowledge())
        if self._told.kind is None and guess.confidence >= _SURE_NAME and exhibit.kind not in (guess.kind, "unknown"):
            because = f" (“{one_line(reading.because, 60)}”)" if reading.because else ""
            named, held = documents[guess.kind].title, documents[exhibit.kind].title
            yield f"Its name says “{named}”, its content “{held}”{because}; the content counts."
        found = alike(reading, (*self.case.exhibits, *self.case.held))
        if found is not None and found.how == "same":
            yield f"The same document as Exhibit {found.exhibit.label}, saved again. Send only one of them."
        elif found is not None:
            yield (
                f"Exhibit {found.exhibit.label} has the number {one_line(found.number, 60)} too, but other words. "
                "If this is a newer copy, keep the older one back."
            )


def _private(head: bytes) -> str:
    """Why a file is kept back when it is a report of Amazon's with data of buyers, else nothing."""
    found = recognised(head)
    return PRIVATE if found is not None and found.report.private else ""


def held_label(case: Case) -> str:
    """The label of the next document that is kept back: X1, X2, …"""
    used = {each.label for each in case.held}
    return next(name for at in range(1, len(used) + 2) if (name := f"X{at}") not in used)


def day_on(reading: Reading | None) -> date | None:
    """The day that stands on a document, when it was read for sure."""
    if reading is None:
        return None
    sure = [field for name in _DAYS if (field := reading.field(name)) and field.confidence >= _SURE_DAY]
    try:
        return date.fromisoformat(sure[0].value) if sure else None
    except ValueError:
        return None
