"""Plain text: each form feed begins a page, blanks keep their width."""

from __future__ import annotations

from amends.errors import Unreadable
from amends.evidence.formats import Contents
from amends.evidence.formats._layout import laid_out

TYPES = ("txt",)
MAX_BYTES = 8_000_000


def read(data: bytes, name: str) -> Contents:
    """The pages of a text. Raises `Unreadable` for what is no text after all."""
    from amends.formats.charset import decode, is_binary

    decoded = decode(data[:MAX_BYTES])
    if is_binary(decoded.text):
        raise Unreadable(f"{name} holds no text that can be read; print it to PDF and add that.")
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n").strip("\f\n")
    texts = text.split("\f")[:200]
    pages, full = laid_out(texts)
    doubts = [decoded.doubt] if decoded.doubt else []
    if full or len(data) > MAX_BYTES:
        doubts.append(f"{name} is very long; only its beginning was read.")
    return Contents(pages, len(pages), doubts=tuple(doubts))
