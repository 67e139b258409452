"""The readers of documents: one file a family of kinds, found by scanning this folder.

A reader has `KINDS`, the ids of the kinds of documents that it reads, and `read(pages) -> Read`. A new reader is one
new file and no edit elsewhere.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from typing import NamedTuple

from amends.evidence.page import Page
from amends.model.reading import Field, Goods


class Read(NamedTuple):
    """What a reader found: fields with their places, and lines of goods."""

    fields: tuple[Field, ...] = ()
    lines: tuple[Goods, ...] = ()


def reader(kind: str) -> Callable[[Sequence[Page]], Read] | None:
    """The reader of a kind of document, or None when no file here reads it."""
    found = _readers().get(kind)
    if found is None:
        return None
    read: Callable[[Sequence[Page]], Read] = import_module(f"{__name__}.{found}").read
    return read


@cache
def _readers() -> dict[str, str]:
    """The module of each kind."""
    found: dict[str, str] = {}
    for name in sorted(os.listdir(os.path.dirname(os.path.abspath(__file__)))):
        if name.endswith(".py") and not name.startswith("_"):
            module = name[:-3]
            for kind in import_module(f"{__name__}.{module}").KINDS:
                found.setdefault(kind, module)
    return found
