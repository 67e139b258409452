"""Text from outside, cut into lines, words and sentences with their places, and made safe to show.

Every function keeps offsets into the text as it was given. All of them are linear in the length of the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from amends.model import Span

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st no nos inc ltd co corp llc vs etc e.g i.e a.m p.m approx dept est fig jan feb mar apr jun "
    "jul aug sep sept oct nov dec mon tue wed thu fri sat sun u.s u.k ref tel ext sec art par para ca bros".split()
)
_PLAIN_END = re.compile(r"[.!?][.!?]*[\"')\]]*(?=\s|$)")
_BREAK = r"\n[ \t]*\r?\n|\n(?=[ \t]*(?:[-*•·–—o]{1,2}[ \t]|\(?\d{1,2}[.):][ \t]|\(?[A-Za-z][.)][ \t]|#{1,6}[ \t]|>))"
_WORD = r"[A-Za-z0-9][A-Za-z0-9'’\-]*"


@cache
def _controls() -> dict[int, None]:
    controls = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)))
    controls |= dict.fromkeys((0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0xFEFF))
    controls |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
    # A lone surrogate cannot be encoded, a noncharacter may not stand in XML: either would stop a file half written.
    return controls | dict.fromkeys((0xFFFE, 0xFFFF, *range(0xD800, 0xE000)))


def shown(text: str) -> str:
    """The text as a terminal or page may show it: without control characters and direction overrides."""
    # Only what cannot be printed is taken out, but for line breaks and tabs.
    return text if text.isascii() and text.replace("\n", "").isprintable() else text.translate(_controls())


def one_line(text: str, width: int | None = None) -> str:
    """The text on one line, white space folded, cut to `width` characters with an ellipsis."""
    line = " ".join((text if text.isprintable() else shown(text)).split())
    return line if width is None or len(line) <= width else line[: max(1, width - 1)].rstrip() + "…"


def folded(text: str) -> str:
    """Lower case of the same length as `text`, so that offsets hold; curly quotes and odd spaces become plain ones."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lowered.translate(_PLAIN)


def raised(text: str) -> str:
    """Upper case of the same length as `text`, so that offsets hold."""
    upper = text.upper()
    return upper if len(upper) == len(text) else "".join(c.upper() if len(c.upper()) == 1 else c for c in text)


_PLAIN = {ord(a): b for a, b in zip("‘’‛“”„‐‑‒–—\u00a0\u2007\u202f", "'''\"\"\"-----   ", strict=True)}


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both counted from 1."""
    before = text.count("\n", 0, offset)
    return before + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


def span(text: str, start: int, end: int) -> Span:
    """A span without the white space around it."""
    start, end = _trimmed(text, start, end)
    return Span(start, end, text[start:end])


@cache
def _break() -> re.Pattern[str]:
    return re.compile(_BREAK)


@cache
def _end() -> re.Pattern[str]:
    return re.compile(r"[.!?。！？](?:(?<=[.!?])[.!?]*[\"'”’)\]]*(?=\s|$)|(?<=[。！？])[。！？]*)")


def paragraphs(text: str) -> Iterator[Span]:
    """Paragraphs, list points and headings: cut at blank lines and before list marks."""
    for start, end in _paragraphs(text, 0, len(text)):
        yield Span(start, end, text[start:end])


def _paragraphs(text: str, start: int, limit: int) -> Iterator[tuple[int, int]]:
    if text.find("\n", start, limit) >= 0:
        for cut in _break().finditer(text, start, limit):
            piece = _trimmed(text, start, cut.start())
            if piece[0] < piece[1]:
                yield piece
            start = cut.end() if cut.group().strip() == "" and cut.group().count("\n") > 1 else cut.start() + 1
    piece = _trimmed(text, start, limit)
    if piece[0] < piece[1]:
        yield piece


def sentences(text: str) -> Iterator[Span]:
    """Sentences with their places; list points and headings count as sentences of their own."""
    for start, end in sentence_places(text, 0, len(text)):
        yield Span(start, end, text[start:end])


def sentence_places(text: str, start: int, limit: int) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence between two offsets, as if nothing stood outside them."""
    ends = _PLAIN_END if text.isascii() else _end()
    for floor, end in _paragraphs(text, start, limit):
        start = floor
        for mark in ends.finditer(text, floor, end):
            if mark.end() < end and not _inside(text, mark, floor, limit):
                piece = _trimmed(text, start, mark.end())
                if piece[0] < piece[1]:
                    yield piece
                start = mark.end()
        piece = _trimmed(text, start, end)
        if piece[0] < piece[1]:
            yield piece


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _inside(text: str, mark: re.Match[str], floor: int, limit: int) -> bool:
    """Whether a full stop belongs to an abbreviation, an initial, or a list number rather than ending a sentence."""
    sign = mark.group()
    if sign[0] != ".":
        return False
    at, behind = mark.start(), mark.end()
    pieces = text[max(floor, at - 12) : at].split()
    word = pieces[-1] if pieces else ""
    after = text[behind : min(limit, behind + 2)].lstrip()
    small = word.lower()
    if small.lstrip("(\"'") in _ABBREVIATIONS:
        return bool(after) and not (
            after[0].isupper() and small in ("a.m", "p.m", "etc", "inc", "ltd", "co", "corp", "llc")
        )
    if len(word) == 1 and word.isalpha() and word != "I":
        return bool(after)
    if word.rstrip(")").isdigit() and text[floor:at].strip() == word:
        return True
    return bool(after) and after[0].islower() and len(sign) == 1


def words(text: str) -> Iterator[Span]:
    """Words with their places."""
    for match in re.finditer(_WORD, text):
        yield Span(match.start(), match.end(), match.group())


def normal(text: str) -> str:
    """A form for comparing: NFKC, lower case, white space folded."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
