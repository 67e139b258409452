"""Rich text, as old word processors and some accounting programs save it."""

from __future__ import annotations

from amends.errors import Unreadable
from amends.evidence.formats import Contents
from amends.evidence.formats._layout import laid_out

TYPES = ("rtf",)


def read(data: bytes, name: str) -> Contents:
    """The text of the file. Raises `Unreadable` when there is none."""
    from amends.formats import rtf

    text = rtf.read(data).text
    if not text or not text.strip():
        raise Unreadable(f"{name} holds no text that can be read; print it to PDF and add that.")
    pages, full = laid_out([text])
    return Contents(pages, 1, doubts=(f"{name} is very long; only its beginning was read.",) if full else ())
