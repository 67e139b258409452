"""Copies of documents, made in the worker process: with the cited places marked, without prices, all in one PDF.

The worker opens the documents, so it gets a folder of its own with what it needs of the case, and never the case. A
document that it cannot stand is refused with the reason; it is started anew for the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager

from amends.app.reading.standby import Standby
from amends.app.reading.worker import Died
from amends.errors import Unreadable
from amends.store.folder import Folder
from amends.typed import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from amends.model import Exhibit
    from amends.store.files import Files

_NEEDED = ("case.yaml", "plan.md", "notice/", "readings/")
_TROUBLE = {
    "memory": "needs more memory to be copied than any document should",
    "silence": "takes far longer to be copied than any document should",
    "crash": "makes the program that copies it crash",
}
_FAULT = "could not be copied because of a fault in amends itself"
_UNSTARTED = "The program that copies could not be started. Close other programs, then try again."
_INSTEAD = "Print it to PDF, add that, and try again."
_ALL = "The PDF of all exhibits could not be made. Copy them one by one."


class Copy(NamedTuple):
    """A copy as PDF: its bytes, what was done to it, proven ("" for marks), the characters that no font could draw, and
    its pages as PNG when they were asked for.
    """

    data: bytes
    statement: str
    missing: tuple[str, ...]
    pages: tuple[bytes, ...]


class Copier:
    """Has copies made; the worker and its folder are there from the first on. Use it as `with copier(files) as …`."""

    def __init__(self, files: Files, stack: ExitStack, pictures: bool) -> None:
        self._files, self._stack, self._pictures = files, stack, pictures
        self._room: Folder | None = None
        self._standby = Standby("amends.app.plan.copies")

    def copy(self, what: str, exhibit: Exhibit) -> Copy:
        """The copy of a document, "marked" or "without-prices". Raises `Unreadable` with the reason why not."""
        room = self._laid_out((exhibit,))
        try:
            return self._asked(room, {"copy": what, "label": exhibit.label})
        except Died as died:
            raise Unreadable(_refusal(exhibit, died)) from None

    def combined(self, exhibits: Iterable[Exhibit], marked: Iterable[str], notes: Mapping[str, str]) -> Copy:
        """All exhibits in one PDF, those of some labels marked, with remarks on the cover sheet by label.

        What the worker cannot stand is not opened: a slip names it. Raises `Unreadable`.
        """
        listed = list(exhibits)
        room = self._laid_out(listed)
        asked = {"copy": "combined", "marked": list(marked), "notes": dict(notes)}
        try:
            return self._asked(room, {**asked, "slips": {}})
        except Died:
            slips = self._unbearable(room, listed, asked)
        try:
            return self._asked(room, {**asked, "slips": slips})
        except Died:
            raise Unreadable(_ALL) from None

    def _unbearable(self, room: Folder, listed: list[Exhibit], asked: dict[str, Any]) -> dict[str, str]:
        """The exhibits over which the worker dies, by label, and what to say of each: they are bound one by one."""
        slips = {}
        for exhibit in listed:
            others = {other.label: "-" for other in listed if other is not exhibit}
            try:
                self._asked(room, {**asked, "slips": others})
            except Died as died:
                slips[exhibit.label] = _refusal(exhibit, died)
        return slips

    def _laid_out(self, exhibits: Iterable[Exhibit]) -> Folder:
        """The folder with what copies need: the case, its notice and readings, and of the evidence these."""
        if self._room is None:
            self._room = Folder(self._stack.enter_context(self._files.scratch()).absolute())
        wanted = [name for name in self._files.names() if name.startswith(_NEEDED)]
        wanted += [f"evidence/{exhibit.name}" for exhibit in exhibits]
        for name in wanted:
            if self._files.holds(name) and not self._room.holds(name):
                with self._files.open(name) as source, self._room.writing(name) as out:
                    while piece := source.read(1 << 20):
                        out.write(piece)
        return self._room

    def _asked(self, room: Folder, asked: dict[str, Any]) -> Copy:
        try:
            answer = self._standby.ask({**asked, "case": str(room.root), "pictures": self._pictures})
        except Died as died:
            if died.how == "unstarted":
                raise Unreadable(_UNSTARTED) from None
            raise
        if "unreadable" in answer:
            raise Unreadable(str(answer["unreadable"]))
        done = answer.get("done")
        if not isinstance(done, dict):
            raise Died(str(answer.get("trouble", "")))
        names = ["copy.pdf", *(f"copy-{number}.png" for number in range(1, int(done["pages"]) + 1))]
        data, *pages = (_taken(room, name) for name in names)
        return Copy(data, str(done["statement"]), tuple(map(str, done["missing"])), tuple(pages))

    def end(self) -> None:
        """End the worker."""
        self._standby.end()


def _taken(room: Folder, name: str) -> bytes:
    data = room.read_bytes(name)
    if data is None:
        raise Died("crash")
    room.discard(name)
    return data


def _refusal(exhibit: Exhibit, died: Died) -> str:
    return f"{exhibit.name} {_TROUBLE.get(died.how, _FAULT)}. {_INSTEAD}"


@contextmanager
def copier(files: Files, pictures: bool = False) -> Iterator[Copier]:
    """Who copies documents of a case, with `pictures` each page as PNG too; the worker's folder is gone afterwards."""
    with ExitStack() as stack:
        made = Copier(files, stack, pictures)
        stack.callback(made.end)
        yield made
