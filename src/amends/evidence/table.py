"""A table made from a report, with its source in words."""

from __future__ import annotations

from typing import NamedTuple


class Table(NamedTuple):
    """A title, the head of the columns, the rows as text, notes, and from which rows of which file it was made."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    source: str = ""
