"""Readers of fields: for each kind of document, what its pages say.

A reader is one module here that has `KINDS` (ids of kinds of documents) and `read(pages) -> Read`. It is found by
scanning the folder; a kind without a reader has no fields.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from amends.evidence.fields import Read
from amends.typed import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from amends.evidence.page import Page


class Reader(Protocol):
    """A module of this folder."""

    KINDS: tuple[str, ...]

    def read(self, pages: Sequence[Page]) -> Read:
        """The fields and lines of a document of one of `KINDS`."""


def read(kind: str, pages: Sequence[Page]) -> Read:
    """The fields and lines of a document of a kind; nothing for a kind that no reader knows."""
    reader = _readers().get(kind)
    return reader.read(pages) if reader is not None else Read()


def kinds() -> tuple[str, ...]:
    """The kinds of documents that some reader knows."""
    return tuple(sorted(_readers()))


@cache
def _readers() -> dict[str, Reader]:
    import os
    from importlib import import_module

    found: dict[str, Reader] = {}
    for folder in __path__:
        for file in sorted(os.listdir(folder)):
            if file.endswith(".py") and not file.startswith("_"):
                reader = cast("Reader", import_module(f"{__name__}.{file.removesuffix('.py')}"))
                found.update(dict.fromkeys(reader.KINDS, reader))
    return found
