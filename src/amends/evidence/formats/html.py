"""A saved web page: what a person sees of it, on one page. Scripts and what is hidden are left out."""

from __future__ import annotations

from amends.evidence.formats import PRINT, Contents
from amends.evidence.formats._layout import laid_out

TYPES = ("html",)


def read(data: bytes, name: str) -> Contents:
    """The visible words of a page. Raises `Unreadable` for one that is far longer than any document."""
    from amends.formats.charset import declared, decode
    from amends.formats.markup import visible

    decoded = decode(data, declared(data))
    page = visible(decoded.text, name, PRINT, beside=True)
    pages, full = laid_out([page.text])
    doubts = [decoded.doubt] if decoded.doubt else []
    if full:
        doubts.append(f"{name} is very long; only its beginning was read.")
    return Contents(pages, 1, properties={"title": page.title} if page.title else {}, doubts=tuple(doubts))
