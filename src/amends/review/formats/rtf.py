"""RTF documents, as far as their words and line ends go; headings show by their own wording."""

from __future__ import annotations

import re

from amends.errors import Unreadable
from amends.review.formats import COPY_WORDS, Written, gathered
from amends.review.formats._paragraphs import signs

RANK = 30

_BULLET = "- "
_SIGN = re.compile(r"^[•▪▸❖■☐]\s*")


def claims(data: bytes) -> bool:
    """The mark of an RTF document."""
    return data[:64].lstrip().startswith(b"{\\rtf")


def read(data: bytes, name: str) -> Written:
    """The words of the document, a paragraph a line. Raises `Unreadable` where it holds none."""
    from amends.formats import rtf
    from amends.text import shown

    if len(data) > rtf.MAX_RTF:
        raise Unreadable(f"{name} is far larger than any letter (pictures in it, perhaps); {COPY_WORDS}.")
    words = signs(rtf.read(data).text or "").replace("\r", "\n")
    lines = [_SIGN.sub(_BULLET, line.strip()) for line in shown(words).split("\n") if line.strip()]
    pieces: list[tuple[str, str]] = []
    for at, line in enumerate(lines, 1):
        listed = line.startswith(_BULLET) and at < len(lines) and lines[at].startswith(_BULLET)
        pieces.append((line + ("\n" if listed else "\n\n"), f"paragraph {at}"))
    return gathered(pieces, "rtf")
