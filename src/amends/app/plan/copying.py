"""Verbs on copies of one document, made in the worker process: with the cited places marked, without prices.

The worker opens the document, so it gets a folder of its own with what it needs of the case, and never the case.
"""

from __future__ import annotations

from pathlib import Path

from amends.app import knowledge
from amends.app.cases import Opened, open_case
from amends.app.plan import marking
from amends.app.reading.worker import Died, Worker
from amends.errors import Unknown, Unreadable
from amends.model import Exhibit
from amends.store.folder import Folder
from amends.typed import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from amends.store.files import Files

_MAKES = {"marked": marking.mark, "without-prices": marking.redact}
_NEEDED = ("case.yaml", "plan.md", "notice/", "readings/")


class Copy(NamedTuple):
    """A copy of a document as PDF: its file name, its bytes, and what was done to it, proven ("" for marks)."""

    name: str
    data: bytes
    statement: str


class Choice(NamedTuple):
    """A copy that can be made: `what` it is called by, its title, whether it may be had, and what to know first."""

    what: str
    title: str
    allowed: bool
    why: str


def choices(opened: Opened, exhibit: Exhibit) -> tuple[Choice, ...]:
    """The copies that can be made of a document; of one that is kept back none."""
    from amends.render.exhibits.permission import marking as permission

    if exhibit.held:
        return ()
    may = permission(exhibit, opened.case, knowledge())
    found = [Choice("marked", "Copy with marks", may.allowed, may.why)]
    document = knowledge().documents.get(exhibit.kind)
    if document is not None and document.removable == "prices":
        why = "Amazon lets you cover prices, and nothing else. The copy proves that nothing else was covered."
        found.append(Choice("without-prices", "Copy without prices", True, why))
    return tuple(found)


def copy(opened: Opened, label: str, what: str) -> Copy:
    """Make a copy of a document. Raises `Unreadable` with the reason when there is none, `Unknown`."""
    exhibit = next((each for each in opened.case.exhibits if each.label == label.upper()), None)
    if exhibit is None or what not in _MAKES:
        raise Unknown("There is no such copy. Copies are made of documents that are sent.")
    with opened.files.scratch() as scratch:
        _laid_out(opened.files, exhibit, Folder(scratch))
        done = _asked({"copy": what, "case": str(scratch), "label": exhibit.label})
        if not done.get("file"):
            raise Unreadable(str(done.get("why") or "There is nothing to copy."))
        name = Path(str(done["file"])).name
        data = (scratch / marking.COPIES / name).read_bytes()
    return Copy(name, data, str(done.get("statement", "")))


def copy_at(asked: dict[str, Any]) -> dict[str, Any]:
    """What the worker does: make the copy in the folder `case`."""
    made = _MAKES[asked["copy"]](open_case(Path(asked["case"])), [asked["label"]])
    found = made[0] if made else None
    file = found.file.name if found is not None and found.file is not None else None
    return {"file": file, "why": found.why if found else "", "statement": found.statement if found else ""}


def _laid_out(files: Files, exhibit: Exhibit, room: Folder) -> None:
    """Put what a copy needs into a folder: the case, its notice and readings, and of the evidence this document."""
    wanted = [name for name in files.names() if name.startswith(_NEEDED)]
    for name in (*wanted, f"evidence/{exhibit.name}"):
        with files.open(name) as source, room.writing(name) as out:
            while piece := source.read(1 << 20):
                out.write(piece)


def _asked(asked: dict[str, Any]) -> dict[str, Any]:
    worker = Worker()
    try:
        answer = worker.ask(asked, lambda page, of: None)
    except Died:
        answer = {}
    finally:
        worker.end()
    if "unreadable" in answer:
        raise Unreadable(str(answer["unreadable"]))
    done = answer.get("done")
    if not isinstance(done, dict):
        raise Unreadable("The copy could not be made. Print the document to PDF, add that, and try again.")
    return done
