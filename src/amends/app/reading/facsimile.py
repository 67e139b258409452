"""Verbs on the pages of documents as pictures: drawn in the worker process, kept by the hash of the document.

A picture can be made again at any time, so that the folder of pictures is bounded and may be deleted. Pages of papers
that prove who somebody is are not kept: beside the document they would only be one more place to lose them.
"""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from pathlib import Path

from amends.app.reading.looking import PRIVATE
from amends.app.reading.worker import Died, Worker
from amends.errors import NotSaved, Unknown, Unreadable
from amends.model import Box, Exhibit
from amends.render.exhibits.facsimile import Facsimile, boxed, kept
from amends.store.folder import put
from amends.text import one_line
from amends.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from amends.app.cases import Opened

MOST_KEPT = 400_000_000
"""How many bytes of pictures are kept; the oldest go first."""

_VERSION = 1
_IDLE = 90.0
_WAIT = 45.0


def exhibit_of(opened: Opened, label: str) -> Exhibit:
    """The document of a label, sent or kept back. Raises `Unknown`."""
    listed = (*opened.case.exhibits, *opened.case.held)
    found = next((each for each in listed if each.label == label.upper()), None)
    if found is None:
        raise Unknown(f"No document of this case is called {one_line(label, 20)}.")
    return found


def page(opened: Opened, exhibit: Exhibit, number: int, folder: Path) -> Facsimile:
    """A page of a document as a picture, counted from 1; pictures are kept in `folder`.

    Raises `Unreadable` for a document without pages to draw and for a page that is broken, `Unknown` for a page that it
    does not have.
    """
    place = folder / f"{exhibit.sha256}-{number}-v{_VERSION}.png"
    found = _there(place)
    if found is not None:
        return found
    if not 1 <= number <= 10_000:
        raise Unknown(f"{exhibit.name} has no page {number}.")
    made = _DRAWER.draw(opened, exhibit, number)
    if _kind(exhibit) not in PRIVATE:
        with suppress(NotSaved):  # without it the page is drawn again
            put(place, made.png)
            _bounded(folder)
    return made


def place_of(opened: Opened, exhibit: Exhibit, number: int, folder: Path, box: Box, near: bool = False) -> bytes:
    """A page as PNG with one place boxed, in points from its top left; `near`: only what lies around the place."""
    return boxed(page(opened, exhibit, number, folder), box, near)


def _kind(exhibit: Exhibit) -> str:
    return exhibit.reading.kind if exhibit.reading is not None and exhibit.reading.kind in PRIVATE else exhibit.kind


def _there(place: Path) -> Facsimile | None:
    try:
        found = kept(place.read_bytes())
        os.utime(place)
    except OSError:
        return None
    return found


def _bounded(folder: Path) -> None:
    """Remove the pictures that were looked at longest ago, as far as there are too many."""
    with suppress(OSError):
        files = sorted(((entry.stat(), entry.path) for entry in os.scandir(folder)), key=lambda one: -one[0].st_mtime)
        room = MOST_KEPT
        for stat, path in files:
            room -= stat.st_size
            if room < 0:
                os.unlink(path)


class _Drawer:
    """Asks one worker process for pages, one at a time; the process ends when nobody asked for a while."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._worker: Worker | None = None
        self._timer: threading.Timer | None = None

    def draw(self, opened: Opened, exhibit: Exhibit, number: int) -> Facsimile:
        name = f"evidence/{exhibit.name}"
        path = opened.files.path(name)
        if not self._lock.acquire(timeout=_WAIT):
            raise Unreadable("Other pages are being drawn. Load this page again in a moment.")
        try:
            if self._timer is not None:
                self._timer.cancel()
            with opened.files.scratch() as scratch:
                asked = {"path": str(path), "name": exhibit.original, "scratch": str(scratch), "draw": number}
                done = self._asked(exhibit, asked)
                found = kept((scratch / "page.png").read_bytes()) if done.get("sha256") == exhibit.sha256 else None
            if found is None:
                raise Unreadable(f"{exhibit.name} is not the file that was taken in; put the original back.")
            return found
        finally:
            self._timer = threading.Timer(_IDLE, self.end)
            self._timer.daemon = True
            self._timer.start()
            self._lock.release()

    def _asked(self, exhibit: Exhibit, asked: dict[str, Any]) -> dict[str, Any]:
        answered = False
        try:
            if self._worker is None:
                self._worker = Worker()
            answer = self._worker.ask(asked, lambda page, of: None)
            answered = True
        except Died:
            answer = {}
        finally:
            if not answered:
                self._ended()
        if "unreadable" in answer:
            raise Unreadable(str(answer["unreadable"]))
        done = answer.get("done")
        if not isinstance(done, dict):
            raise Unreadable(f"This page of {exhibit.name} cannot be drawn. Download the original to look at it.")
        return done

    def end(self) -> None:
        """End the process, unless it is being asked."""
        if self._lock.acquire(blocking=False):
            try:
                self._ended()
            finally:
                self._lock.release()

    def _ended(self) -> None:
        if self._worker is not None:
            self._worker.end()
            self._worker = None


_DRAWER = _Drawer()


def rest() -> None:
    """End the process that draws; the next page starts it again."""
    _DRAWER.end()
