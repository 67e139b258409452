"""Verbs on the pages of documents as pictures: drawn in the worker process, kept by the hash of the document.

A picture can be made again at any time, so that the folder of pictures is bounded and may be deleted. Pages of papers
that prove who somebody is are not kept: beside the document they would only be one more place to lose them.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from amends.app.reading.looking import PRIVATE
from amends.app.reading.standby import Shared, Standby
from amends.app.reading.worker import Died
from amends.errors import NotSaved, Unknown, Unreadable
from amends.model import Box, Exhibit
from amends.render.exhibits.facsimile import Facsimile, boxed, kept
from amends.store.folder import put
from amends.text import one_line
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.app.cases import Opened

MOST_KEPT = 400_000_000
"""How many bytes of pictures are kept; the oldest go first."""

_VERSION = 1


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
    made = _drawn(opened, exhibit, number)
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


_DRAWER = Shared(Standby())


def _drawn(opened: Opened, exhibit: Exhibit, number: int) -> Facsimile:
    path = opened.files.path(f"evidence/{exhibit.name}")
    with opened.files.scratch() as scratch:
        asked = {"path": str(path), "name": exhibit.original, "scratch": str(scratch), "draw": number}
        try:
            answer = _DRAWER.ask(asked)
        except Died as died:
            if died.how == "busy":
                raise Unreadable("Other pages are being drawn. Load this page again in a moment.") from None
            answer = {}
        if "unreadable" in answer:
            raise Unreadable(str(answer["unreadable"]))
        done = answer.get("done")
        if not isinstance(done, dict):
            raise Unreadable(f"This page of {exhibit.name} cannot be drawn. Download the original to look at it.")
        found = kept((scratch / "page.png").read_bytes()) if done.get("sha256") == exhibit.sha256 else None
    if found is None:
        raise Unreadable(f"{exhibit.name} is not the file that was taken in; put the original back.")
    return found


def rest() -> None:
    """End the process that draws; the next page starts it again."""
    _DRAWER.end()
