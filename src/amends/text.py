"""Text from outside, cut into lines, words and sentences with their places, and made safe to show.

Every function keeps offsets into the text as it was given. All of them are linear in the length of the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from amends.model import Span

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st no nos inc ltd co corp llc vs etc e.g i.e a.m p.m approx dept est fig jan feb mar apr jun "
    "jul aug sep sept oct nov dec mon tue wed thu fri sat sun u.s u.k ref tel ext sec art par para ca bros".split()
)
_END = re.compile(r"[.!?]+[\"'”’)\]]*(?=\s|$)|[。！？]+")
_BREAK = re.compile(
    r"\n[ \t]*\r?\n|\n(?=[ \t]*(?:[-*•·–—o]{1,2}[ \t]|\(?\d{1,2}[.):][ \t]|\(?[A-Za-z][.)][ \t]|#{1,6}[ \t]|>))"
)
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’\-]*")
_CONTROLS = {c: None for c in range(32) if c not in (9, 10)} | dict.fromkeys(range(127, 160))
_CONTROLS |= dict.fromkeys((0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0xFEFF))
_CONTROLS |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
# A lone surrogate cannot be encoded, a noncharacter may not stand in XML: either would stop a file half written.
_CONTROLS |= dict.fromkeys((0xFFFE, 0xFFFF, *range(0xD800, 0xE000)))


def shown(text: str) -> str:
    """The text as a terminal or page may show it: without control characters and direction overrides."""
    return text.translate(_CONTROLS)


def one_line(text: str, width: int | None = None) -> str:
    """The text on one line, white space folded, cut to `width` characters with an ellipsis."""
    line = " ".join(shown(text).split())
    return line if width is None or len(line) <= width else line[: max(1, width - 1)].rstrip() + "…"


def folded(text: str) -> str:
    """Lower case of the same length as `text`, so that offsets hold; curly quotes and odd spaces become plain ones."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lowered.translate(_PLAIN)


_PLAIN = {ord(a): b for a, b in zip("‘’‛“”„‐‑‒–—\u00a0\u2007\u202f", "'''\"\"\"-----   ", strict=True)}


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both counted from 1."""
    before = text.count("\n", 0, offset)
    return before + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


def span(text: str, start: int, end: int) -> Span:
    """A span without the white space around it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end, text[start:end])


def paragraphs(text: str) -> Iterator[Span]:
    """Paragraphs, list points and headings: cut at blank lines and before list marks."""
    start = 0
    for cut in _BREAK.finditer(text):
        piece = span(text, start, cut.start())
        if piece.quote:
            yield piece
        start = cut.end() if cut.group().strip() == "" and cut.group().count("\n") > 1 else cut.start() + 1
    piece = span(text, start, len(text))
    if piece.quote:
        yield piece


def sentences(text: str) -> Iterator[Span]:
    """Sentences with their places; list points and headings count as sentences of their own."""
    for paragraph in paragraphs(text):
        start = paragraph.start
        for mark in _END.finditer(text, paragraph.start, paragraph.end):
            if _inside(text, mark, paragraph.start):
                continue
            piece = span(text, start, mark.end())
            if piece.quote:
                yield piece
            start = mark.end()
        piece = span(text, start, paragraph.end)
        if piece.quote:
            yield piece


def _inside(text: str, mark: re.Match[str], floor: int) -> bool:
    """Whether a full stop belongs to an abbreviation, an initial, or a list number rather than ending a sentence."""
    if mark.group()[0] != ".":
        return False
    head = text[max(floor, mark.start() - 12) : mark.start()]
    word = head.split()[-1] if head.split() else ""
    after = text[mark.end() : mark.end() + 2].lstrip()
    if word.lower().lstrip("(\"'") in _ABBREVIATIONS:
        return bool(after) and not (
            after[0].isupper() and word.lower() in ("a.m", "p.m", "etc", "inc", "ltd", "co", "corp", "llc")
        )
    if len(word) == 1 and word.isalpha() and word != "I":
        return bool(after)
    if word.rstrip(")").isdigit() and text[floor : mark.start()].strip() == word:
        return True
    return bool(after) and after[0].islower() and len(mark.group()) == 1


def words(text: str) -> Iterator[Span]:
    """Words with their places."""
    for match in _WORD.finditer(text):
        yield Span(match.start(), match.end(), match.group())


def normal(text: str) -> str:
    """A form for comparing: NFKC, lower case, white space folded."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
