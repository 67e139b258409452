"""Sentences of a notice as it was pasted: wrapped lines joined, list points apart also where line breaks were lost."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from amends import text as texts
from amends.model import Span

_LONGEST = 60
_POINTS = ("--", "•", "-", "*", "–", "—", "·")


def sentences(text: str, starts: list[int]) -> tuple[Span, ...]:
    """Sentences, cut also where a line ends that was not wrapped, before points in a row, and after sixty words.

    `starts` are the places of the words. Marks of quoted mail ("> ") belong to no sentence's beginning.
    """
    plain = _unquoted(text)
    width = max((len(line) for line in text.split("\n")), default=0)
    found: list[Span] = []
    for sentence in _numbered(plain, texts.sentences(plain)):
        for line in _lines(plain, sentence, width):
            for piece in _points(plain, line):
                low, high = bisect_left(starts, piece.start), bisect_left(starts, piece.end)
                begin = piece.start
                for cut in range(low + _LONGEST, high - _LONGEST // 4, _LONGEST):
                    found.append(texts.span(plain, begin, starts[cut]))
                    begin = starts[cut]
                found.append(texts.span(plain, begin, piece.end))
    told = (span for span in found if span.quote)
    return tuple(told) if plain is text else tuple(Span(a, b, text[a:b]) for a, b, _ in told)


def _unquoted(text: str) -> str:
    """The text with the marks that a mail program puts before quoted lines blanked out, at the same length."""
    if "\n>" not in text and not text.startswith(">"):
        return text
    lines = []
    for line in text.split("\n"):
        bare = line.lstrip("> \t") if line.startswith(">") else line
        lines.append(" " * (len(line) - len(bare)) + bare)
    return "\n".join(lines)


def _numbered(text: str, pieces: Iterator[Span]) -> Iterator[Span]:
    """The sentences, but "explains: 1. One 2. Two" cut before its numbers and not behind them."""
    number, begin = 1, -1
    for piece in pieces:
        start = piece.start if begin < 0 else begin
        begin = -1
        tail = f"{number}."
        if piece.quote.endswith(tail):
            before = text[start : piece.end - len(tail)].rstrip(" (")
            if before.endswith(":") if number == 1 else before != text[start : piece.end - len(tail)]:
                begin = piece.end - len(tail)
                number += 1
                yield texts.span(text, start, begin)
                continue
        yield piece if start == piece.start else texts.span(text, start, piece.end)
    if begin >= 0:
        yield texts.span(text, begin, len(text))


def _points(text: str, line: Span) -> Iterator[Span]:
    """The list points in one line: each begins with the mark that follows a colon or begins the sentence."""
    quote, at = line.quote, 0
    for mark in _POINTS:
        between = f" {mark} "
        if between not in quote:
            continue
        opened = next((place + 1 for end in ":;?." if (place := quote.find(end + between)) >= 0), -1)
        if opened < 0 and quote.startswith(mark + " ") and (len(mark) > 1 or mark == "•" or _inside(text, line.start)):
            opened = 1
        if opened < 0:
            continue
        cut = quote.find(between, opened)
        while cut >= 0:
            yield texts.span(text, line.start + at, line.start + cut)
            at = cut + 1
            cut = quote.find(between, at + len(mark))
        break
    yield texts.span(text, line.start + at, line.end) if at else line


def _inside(text: str, at: int) -> bool:
    """Whether other text stands before a place in its line."""
    return bool(text[text.rfind("\n", 0, at) + 1 : at].strip())


def _lines(text: str, sentence: Span, width: int) -> list[Span]:
    if "\n" not in sentence.quote:
        return [sentence]
    pieces, begin, at = [], sentence.start, sentence.start
    while (cut := text.find("\n", at, sentence.end)) >= 0:
        line_start = text.rfind("\n", 0, cut) + 1
        following = text[cut + 1 : cut + 81].lstrip().split(maxsplit=1)
        room = width - (cut - line_start) - 1
        wrapped = (
            width <= 120 and bool(following) and len(following[0]) > room - 6 and text[cut - 1 : cut] not in (":", "?")
        )
        if not wrapped:
            pieces.append(texts.span(text, begin, cut))
            begin = cut + 1
        at = cut + 1
    pieces.append(texts.span(text, begin, sentence.end))
    return [piece for piece in pieces if piece.quote]
