"""The shelf of this installation: where the app in the browser keeps its cases."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from amends.app.cases import open_case
from amends.app.summary import summary_of
from amends.errors import AmendsError
from amends.store.sql.database import FILE, databases
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.store.shelf import Shelf

__all__ = ["FILE", "catch_up", "databases", "shelf"]


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
            on.record(id, summary_of(opened.files, opened.case, now.date()), now)
            number += 1
        except AmendsError:
            continue  # its page says what is wrong with it
    on.sweep(now)
    return number
