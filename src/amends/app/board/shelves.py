"""The shelf of this installation: where the app in the browser keeps its cases."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from amends.app.cases import Opened, notice_in, open_case, start_from
from amends.app.summary import summary_of, unopened
from amends.errors import AmendsError, Unknown
from amends.store.files import Files, stamp
from amends.store.shelf import Asked, Held, Order, Shelf
from amends.store.sql.database import FILE, databases
from amends.store.summary import State
from amends.typed import get_args

__all__ = [
    "FILE",
    "STATES",
    "Asked",
    "Files",
    "Held",
    "Order",
    "Shelf",
    "State",
    "catch_up",
    "databases",
    "held",
    "shelf",
    "start_another",
    "start_on",
]

STATES: tuple[State, ...] = get_args(State)


def start_on(on: Shelf, data: bytes, name: str, now: datetime) -> tuple[str, Opened]:
    """Start a case on a shelf from the bytes of a notice and the name that they came under; gives its id too.

    Raises `Unreadable` for what is no message; then nothing was started.
    """
    reading = notice_in(data, name)
    id, files = on.start(now)
    return id, start_from(files, data, reading, now)


def held(on: Shelf, data: bytes) -> tuple[Held, ...]:
    """The cases that were started on this very notice, the newest first."""
    return on.holding(stamp(data), len(data))


def start_another(on: Shelf, id: str, now: datetime) -> tuple[str, Opened]:
    """Start one more case on the notice of a case. Raises `Unknown`, `Unreadable`."""
    notice = open_case(on.files(id)).case.notice
    data = on.files(id).read_bytes(notice.file) if notice is not None else None
    if notice is None or data is None:
        raise Unknown("This case has no notice. Paste it again.")
    return start_on(on, data, notice.file.rpartition("/")[2], now)


def shelf() -> Shelf:
    """The shelf that Django is configured for; its files lie in the setting `AMENDS_DATA`."""
    from django.conf import settings

    from amends.store.sql.shelf import SqlShelf

    return SqlShelf(Path(settings.AMENDS_DATA))


def catch_up(on: Shelf, now: datetime) -> int:
    """Put in order what a process that was stopped left behind; gives how many rows of the board were written anew.

    For the start of a server: a case whose last save was not told to the board is told now, and orphans are swept.
    """
    number = 0
    for id in on.unrecorded():
        try:
            opened = open_case(on.files(id))
            told = summary_of(opened.files, opened.case, now.date())
        except AmendsError as error:
            told = unopened("", error)
        on.record(id, told, now)
        number += 1
    on.sweep(now)
    return number
