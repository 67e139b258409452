"""How wide text is drawn, and how it is wrapped to fit.

Nobody knows which font a reader has: the picture says Helvetica or Arial, and a machine without them takes another. The
widths are those of Helvetica (Adobe's font metrics), a tenth added for wider fonts, so that text is never wider than
what was counted on.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_THOUSANDTHS = {
    222: "'ijl",
    260: "|",
    278: " !,./:;I[\\]ft",
    333: "()-`r",
    355: '"',
    389: "*",
    469: "^",
    500: "Jckvsxyz",
    556: "#$0123456789?L_abdeghnopqu",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1015: "@",
    334: "{}",
}
_WIDTHS = {c: width / 1000 for width, letters in _THOUSANDTHS.items() for c in letters}
_OTHER = 0.75
_WIDE = 1.0
_PICTOGRAM = 1.3
_ROOM = 1.1
_BOLD = 1.08
_ELLIPSIS = "…"
_JOINERS = frozenset("\u200d\ufe0e\ufe0f")


def width(text: str, size: float, bold: bool = False) -> float:
    """The room that a line of text needs, in the unit of its size."""
    return sum(map(_advance, text)) * size * _ROOM * (_BOLD if bold else 1)


@lru_cache(maxsize=4096)
def _advance(char: str) -> float:
    found = _WIDTHS.get(char)
    if found is not None:
        return found
    if char in _JOINERS or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0.0
    if char >= "\U00010000":
        return _PICTOGRAM
    if unicodedata.east_asian_width(char) in "WF":
        return _WIDE
    return _WIDTHS.get(unicodedata.normalize("NFD", char)[0], _OTHER)


def wrapped(text: str, room: float, size: float, bold: bool = False, most: int = 0) -> list[str]:
    """Text as lines that fit into `room`; with `most`, no more than so many, an ellipsis where it was cut.

    A word too long for a line is broken, never between a letter and what is set upon it.
    """
    lines: list[str] = []
    line, used = "", 0.0
    blank = width(" ", size, bold)
    for word in text.split():
        for piece, long in _pieces(word, room, size, bold):
            if line and used + blank + long > room:
                lines.append(line)
                line, used = piece, long
            elif line:
                line, used = f"{line} {piece}", used + blank + long
            else:
                line, used = piece, long
        if most and len(lines) > most:
            break
    if line:
        lines.append(line)
    if most and len(lines) > most:
        lines = [*lines[: most - 1], shortened(f"{lines[most - 1]} {lines[most]}", room, size, bold)]
    return lines


def shortened(text: str, room: float, size: float, bold: bool = False) -> str:
    """Text on one line that fits into `room`, with an ellipsis where it was cut."""
    if width(text, size, bold) <= room:
        return text
    room -= width(_ELLIPSIS, size, bold)
    kept, used = [], 0.0
    for cluster in _clusters(text):
        used += width(cluster, size, bold)
        if used > room:
            break
        kept.append(cluster)
    return "".join(kept).rstrip() + _ELLIPSIS


def _pieces(word: str, room: float, size: float, bold: bool) -> list[tuple[str, float]]:
    """A word with its width, in pieces when it is wider than a line."""
    whole = width(word, size, bold)
    if whole <= room:
        return [(word, whole)]
    pieces: list[tuple[str, float]] = []
    piece, used = "", 0.0
    for cluster in _clusters(word):
        long = width(cluster, size, bold)
        if piece and used + long > room:
            pieces.append((piece, used))
            piece, used = "", 0.0
        piece, used = piece + cluster, used + long
    return [*pieces, (piece, used)]


def _clusters(text: str) -> list[str]:
    """Letters with what is set upon them or joined to them."""
    found: list[str] = []
    joined = False
    for char in text:
        if found and (joined or char in _JOINERS or unicodedata.category(char) in ("Mn", "Me")):
            found[-1] += char
        else:
            found.append(char)
        joined = char == "\u200d"
    return found
