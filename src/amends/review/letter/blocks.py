"""The lines of a letter gathered into blocks: headings, list points, paragraphs, gaps, and what is not the seller's
own.

Works on plain text as sellers paste it, on wrapped e-mail text, and on the Markdown of `plan.md`. Linear in the
length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from amends.review.language.words import Reading
from amends.review.letter.headings import heading, label, points_back, stands_alone
from amends.review.letter.lines import Line, is_forwarded, is_rule, lines
from amends.review.letter.parts import mostly_heading, part_of
from amends.review.letter.titles import titles

_LAST_FILE = re.compile(r"\.(?:pdf|png|jpe?g|gif|docx?|xlsx?|csv|txt|eml|zip)\)?$", re.I)
# How a draft marks what it lacks, in plain text and in Markdown.
GAPS = ("Missing:", "**Missing:**")


class Block:
    """A piece of the letter between `start` and `end` (its content, without list mark or Markdown).

    `kind` is heading, number, bullet, paragraph, gap or quote. `part` is the part that a heading opens, when it
    opens one. `indent` is how far a list mark stands from the left. A label ("Root cause: we …") is a heading
    followed by a paragraph.
    """

    __slots__ = ("end", "indent", "kind", "part", "start")

    def __init__(self, kind: str, start: int, end: int, indent: int = 0, part: str | None = None) -> None:
        self.kind, self.start, self.end, self.indent, self.part = kind, start, end, indent, part


def blocks(text: str, reading: Reading) -> Iterator[Block]:
    """The blocks of a letter in order; `reading` has its words."""
    gathered = _Gathered(text, reading)
    return iter(gathered.found)


class _Gathered:
    """The blocks of a letter, line by line: the block that a line may go on with, and the part that it stands in."""

    def __init__(self, text: str, reading: Reading) -> None:
        self.found: list[Block] = []
        self._text, self._reading, self._lines = text, reading, lines(text, reading)
        broken = sum(1 for line in self._lines if 55 <= line.end - line.start <= 100 and line.text[-1] not in ".!?:;")
        self._wrapped = broken >= 3
        self._part: str | None = None
        self._open: Block | None = None
        self._heads = [self._heading(at) for at in range(len(self._lines))]
        self._titles = titles(self._lines, reading, (at for at, (_, heads) in enumerate(self._heads) if heads))
        foreign = False
        for at, line in enumerate(self._lines):
            foreign = foreign or is_forwarded(line.text)
            self._take(at, line, foreign)

    def _heading(self, at: int) -> tuple[str | None, bool]:
        line = self._lines[at]
        if not line.text or line.row or is_rule(line.text):
            return None, False
        return heading(line, self._reading, self._lines[at + 1] if at + 1 < len(self._lines) else None)

    def _take(self, at: int, line: Line, foreign: bool) -> None:
        gap = line.quote and line.text.startswith(GAPS)
        if not line.text or is_rule(line.text):
            self._open = None
        elif foreign or (line.quote and not gap and not stands_alone(self._lines, at, self._reading)):
            if self._open is not None and self._open.kind == "quote":
                self._open.end = line.end
            else:
                self._begin("quote", line)
        elif gap:
            self._begin("gap", line)
        elif line.row:
            self._begin("bullet", line)
        else:
            self._take_own(at, line)

    def _take_own(self, at: int, line: Line) -> None:
        """A line of the seller's own words: a heading, what goes on with the block above, or a block of its own."""
        part, is_heading = self._heads[at]
        if not is_heading and at in self._titles:
            words = self._reading.words(line.start, line.end)
            part, is_heading = part_of(words) if mostly_heading(words) else None, True
        if is_heading:
            self._headed(line.start, line.end, line.indent, part)
            return
        before = self._lines[at - 1]
        goes_on = self._open is not None and not line.mark and _continues(self._open, before, line, self._wrapped)
        labelled = label(self._text, self._reading, line) if not goes_on or ":" in line.text else None
        if goes_on and labelled is None and self._open is not None:
            self._open.end = line.end
            return
        if labelled is not None and not points_back(self._reading, line.start, labelled.end, self._part):
            self._headed(line.start, labelled.end, line.indent, labelled.part)
            self._begin(line.mark or "paragraph", line, labelled.behind)
        else:
            self._begin(line.mark or "paragraph", line)

    def _headed(self, start: int, end: int, indent: int, part: str | None) -> None:
        if part and points_back(self._reading, start, end, self._part):
            part = None
        self._part = part or self._part
        self.found.append(Block("heading", start, end, indent, part))
        self._open = None

    def _begin(self, kind: str, line: Line, start: int | None = None) -> None:
        plain = kind in ("quote", "gap") or line.row
        self._open = Block(kind, line.start if start is None else start, line.end, 0 if plain else line.indent)
        self.found.append(self._open)


def _continues(current: Block, before: Line, line: Line, wrapped: bool) -> bool:
    """Whether a line without a mark goes on with the block above it rather than beginning a paragraph."""
    if current.kind in ("quote", "gap", "heading"):
        return False
    if current.kind in ("number", "bullet") and line.indent > current.indent:
        return True
    length = before.end - before.start
    ended = before.text[-1] in ".!?:;" or (_LAST_FILE.search(before.text) is not None and "." not in line.text)
    return ((length >= 50 or line.text[0].islower()) and not ended) or (
        wrapped and length >= 55 and before.text[-1] != ":"
    )
