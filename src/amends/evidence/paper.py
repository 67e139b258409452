"""A document as labels with their values and as running text, each word with its place: what readers look things up in.

A label finds its value by where it stands: behind it in the same cell, in the cell to its right, or in the one below.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import accumulate

from amends.evidence.days import Day, days
from amends.evidence.doubt import believed
from amends.evidence.lexicon import Hit, Lexicon, tokens
from amends.evidence.page import Page, Word, around
from amends.model.reading import Box, Field, Place
from amends.typed import NamedTuple

BEHIND, RIGHT, BELOW, SENTENCE, OPEN, LOOSE = 0.92, 0.88, 0.8, 0.85, 0.7, 0.6
"""How sure a value is by the way it was found: the place of a label, the words of a sentence, its form alone.

`OPEN` is a value behind a label of one word that no mark parts from it: the label may be a part of it.
"""

UNSETTLED = 0.4
"""How sure a day is whose digits can be read in two ways."""

_GLUED = re.compile(r"([^\W\d_][^:]{1,40}[:：])([^/:].*)", re.DOTALL)
_SEPARATORS = "：:#-–—=|.№"
# A label that is not ours, or the next point of a list, ends a value.
_NEXT = re.compile(r"\s(?:[^\W\d_][\w.'-]*(?:\s[\w.'-]+){0,2}\s?[:：](?=\s|$)|\d{1,2}[.)](?=\s))")
_LONGEST = 160
_LABEL_WORDS = 6
_PAGES = 20
_STRETCH = 2000


class Piece(NamedTuple):
    """Words that stand together: a cell of a row, or a part of one."""

    words: tuple[Word, ...]
    page: int
    sure: float = 1.0

    @property
    def text(self) -> str:
        """The words with single blanks."""
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> Box:
        """The box around the words."""
        return around(self.words)


class Labels:
    """The labels of a kind of document: for each field the groups of words that stand before its value."""

    def __init__(self, groups: Mapping[str, str]) -> None:
        self.names = tuple(groups)
        self.lexicon: Lexicon[str] = Lexicon((group, name) for name, group in groups.items())


class Paper:
    """All pages of a document."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = pages[:_PAGES]
        self.rows: list[list[Piece]] = []
        for page in self.pages:
            for row in page.rows:
                self.rows.append([Piece(_parted(cell.words), page.number) for cell in row.cells])

    # ------------------------------------------------------------------ labels

    def labelled(self, labels: Labels) -> dict[str, list[Piece]]:
        """For each label the values that it may stand for, the likeliest first."""
        marked = [[self._marks(piece, labels) for piece in row] for row in self.rows]
        found: dict[str, list[Piece]] = {}
        for at, row in enumerate(self.rows):
            for across, piece in enumerate(row):
                marks = marked[at][across]
                for number, (start, end, name) in enumerate(marks):
                    until = marks[number + 1][0] if number + 1 < len(marks) else len(piece.words)
                    behind = _value(piece.words[end:until])
                    values = found.setdefault(name, [])
                    if behind:
                        parted = behind[0] is not piece.words[end] or piece.words[end - 1].text[-1:] in _SEPARATORS
                        values.append(Piece(behind, piece.page, BEHIND if parted or end - start > 1 else OPEN))
                        continue
                    if until < len(piece.words):
                        continue
                    if across + 1 < len(row) and not marked[at][across + 1][:1] and not self._heads(at):
                        values.append(row[across + 1]._replace(sure=RIGHT))
                    values.extend(self._below(at, piece, marked))
        for values in found.values():
            values.sort(key=lambda piece: -piece.sure)
        return found

    def _marks(self, piece: Piece, labels: Labels) -> list[tuple[int, int, str]]:
        """The labels in a cell: the words from and to, and the field."""
        text: list[str] = []
        owner: list[int] = []
        for number, word in enumerate(piece.words):
            for token in tokens(word.text):
                text.append(token)
                owner.append(number)
        hits: list[Hit[str]] = sorted(labels.lexicon.hits(text), key=lambda hit: (hit.start - hit.end, hit.start))
        marks: list[tuple[int, int, str]] = []
        taken: set[int] = set()
        for hit in hits:
            start, end = owner[hit.start], owner[hit.end - 1] + 1
            inside = (hit.start and owner[hit.start - 1] == start) or (
                hit.end < len(owner) and owner[hit.end] == end - 1
            )
            if inside or not taken.isdisjoint(range(start, end)):
                continue
            closed = piece.words[end - 1].text.endswith((":", "：", "#")) or (
                end < len(piece.words) and piece.words[end].text in (":", "：")
            )
            capital = piece.words[start].text[:1].isupper()
            leads = start == 0 or closed or (capital and (hit.end - hit.start > 1 or _has_digit(piece.words[end:])))
            if leads and (closed or end - start <= _LABEL_WORDS):
                taken.update(range(start, end))
                marks.append((start, end, hit.meaning))
        return sorted(marks)

    def _heads(self, at: int) -> bool:
        """Whether a row is the head of a table: three cells or more without a digit, and as many under them."""
        row = self.rows[at]
        if len(row) < 3 or any(map(str.isdigit, "".join(piece.text for piece in row))):
            return False
        return at + 1 < len(self.rows) and len(self.rows[at + 1]) >= 3

    def _below(self, at: int, piece: Piece, marked: list[list[list[tuple[int, int, str]]]]) -> Iterator[Piece]:
        box = piece.box
        height = box.bottom - box.top
        for under, row in enumerate(self.rows[at + 1 : at + 4], at + 1):
            for across, other in enumerate(row):
                near = other.page == piece.page and other.box.top - box.bottom < 2.2 * height
                if near and other.box.left < box.right and other.box.right > box.left:
                    if not marked[under][across][:1]:
                        yield other._replace(sure=BELOW)
                    return

    # ------------------------------------------------------------------ running text

    @cached_property
    def _words(self) -> tuple[list[Word], list[int]]:
        words = [(word, piece.page) for row in self.rows for piece in row for word in piece.words]
        return [word for word, _ in words], [page for _, page in words]

    @cached_property
    def text(self) -> str:
        """All rows as one running text, with single blanks."""
        return " ".join(word.text for word in self._words[0])

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(word.text) + 1 for word in self._words[0])]

    def piece(self, start: int, end: int, sure: float = SENTENCE) -> Piece | None:
        """The words of a place in the running text; those of one page, where it runs over two."""
        words, pages = self._words
        first, last = bisect_right(self._starts, start) - 1, bisect_right(self._starts, max(start, end - 1)) - 1
        chosen = [at for at in range(max(first, 0), min(last + 1, len(words))) if pages[at] == pages[first]]
        return Piece(tuple(words[at] for at in chosen), pages[first], sure) if chosen else None

    @cached_property
    def days(self) -> tuple[Day, ...]:
        """Every day in the running text, looked for piece by piece: a long text takes its length in time."""
        found: list[Day] = []
        start = 0
        while start < len(self.text):
            cut = self.text.find(" ", start + _STRETCH)
            end = cut if cut > 0 else len(self.text)
            found += [day._replace(start=day.start + start, end=day.end + start) for day in days(self.text[start:end])]
            start = end
        return tuple(found)

    @cached_property
    def day_first(self) -> bool | None:
        """Whether this document writes the day before the month in digits, where one of its own days tells."""
        told = {day.start: day for day in self.days if day.form == "numeric" and len(day.readings) == 1}
        for day in told.values():
            written = re.findall(r"\d+", self.text[day.start : day.end])
            if written and int(written[0]) != int(written[1]):
                return int(written[0]) == day.readings[0].day
        return None

    # ------------------------------------------------------------------ fields

    def field(self, name: str, value: str, piece: Piece, sure: float | None = None) -> Field:
        """A field with its place; words that a recogniser was unsure of make it unsure."""
        text = piece.text
        confidence = round(believed(piece.sure if sure is None else sure, piece.words, "" if days(text) else text), 2)
        return Field(name, value[:_LONGEST], Place(piece.page, piece.box), confidence, piece.text[:_LONGEST])

    def day(self, name: str, piece: Piece) -> Field | None:
        """The first day in some words, as a field; one that can be read in two ways is settled or is unsure."""
        for day in days(piece.text):
            where = _part(piece, day.start, day.end)
            settled = self._settled(day)
            return self.field(name, settled[0].isoformat(), where, min(piece.sure, settled[1]))
        return None

    def day_at(self, name: str, start: int, end: int, sure: float = SENTENCE) -> Field | None:
        """The first day that begins at a place of the running text, as a field."""
        for day in self.days[bisect_left(self.days, start, key=lambda day: day.start) :]:
            if day.start >= end:
                return None
            if piece := self.piece(day.start, day.end, sure):
                settled = self._settled(day)
                return self.field(name, settled[0].isoformat(), piece, min(sure, settled[1]))
        return None

    def _settled(self, day: Day) -> tuple[date, float]:
        if len(day.readings) == 1:
            return day.readings[0], 1.0
        if self.day_first is None:
            return day.readings[0], UNSETTLED
        return day.readings[0 if self.day_first else 1], 0.85


def _part(piece: Piece, start: int, end: int) -> Piece:
    """The words of a piece that a place in its text touches."""
    chosen: list[Word] = []
    at = 0
    for word in piece.words:
        if at < end and at + len(word.text) > start:
            chosen.append(word)
        at += len(word.text) + 1
    return piece._replace(words=tuple(chosen) or piece.words)


def _value(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words behind a label, without the marks between."""
    start = 0
    while start < len(words) and not words[start].text.strip(_SEPARATORS):
        start += 1
    kept = tuple(words[start:])
    ended = _NEXT.search(" ".join(word.text for word in kept)) if len(kept) > 1 else None
    if ended is None:
        return kept
    count = len(" ".join(word.text for word in kept)[: ended.start()].split())
    return kept[:count]


def _has_digit(words: Sequence[Word]) -> bool:
    return any(c.isdigit() for word in words[:4] for c in word.text)


def _parted(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words, one that holds a label and its value ("Date:2026-03-14") cut between them."""
    if not any(":" in word.text[:-1] or "：" in word.text[:-1] for word in words):
        return tuple(words)
    made: list[Word] = []
    for word in words:
        match = _GLUED.fullmatch(word.text)
        if match is None or "://" in word.text or "@" in match[1]:
            made.append(word)
            continue
        box = word.box
        middle = box.left + (box.right - box.left) * len(match[1]) / len(word.text)
        made.append(word._replace(text=match[1], box=Box(box.left, box.top, middle, box.bottom)))
        made.append(word._replace(text=match[2], box=Box(middle, box.top, box.right, box.bottom)))
    return tuple(made)
