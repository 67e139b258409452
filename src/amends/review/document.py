"""A letter as the rules see it: parts, items and statements with their places, whoever wrote it and however it is
marked.

Quoted text and pasted notices are told from the seller's own words. Facts that several rules need (dates,
identifiers, file names) are found once, at the first use.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from amends import text as plain
from amends.model import Span
from amends.review.explanation.placement import placed
from amends.review.language.words import MASKED, Reading, Words
from amends.review.letter import parts
from amends.review.letter.blocks import Block, blocks
from amends.review.letter.pasted import pasted
from amends.review.letter.pieces import Item, Part, Place, Statement
from amends.typed import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from datetime import date

    from amends.dates import Found
    from amends.model import Case, Identifier, Notice, Plan
    from amends.playbook import Catalog, Playbook
    from amends.review.formats import Written
    from amends.review.likeness import Earlier

# A mark right behind a word closes a quotation, it opens none.
_QUOTED = re.compile(r"(?<![\w.,!?-])[\"“]([^\"“”\n]{12,600})[\"”]")
_STRETCH = 300
_BUDGETS = {"high": 1000, "medium": 800, "low": 600}
_BUDGET = 900
_ENDING = re.compile(
    r"\.(?:pdf|jpe?g|png|gif|tiff?|heic|docx?|xlsx?|csv|txt|eml|msg|zip|pjpeg|webp|html?"
    r"|ods|odt|rtf|pages|numbers|heif|mp4|mov|avi|mkv|webm|mp3|m4a|wav|rar|7z"
    r"|docm|dotx?|dotm|xlsm|xlsb|tsv|odp|pptx?|pub|ai|psd|indd|cdr|dwg|dxf|accdb|mdb|vsdx?|key|xml|json|wps)(?!\w)",
    re.I,
)
_FILE = rf"(?<![\w/@.-])[\w][\w&$#+()-]{{0,80}}(?:\.[\w-]{{1,40}}){{0,3}}{_ENDING.pattern}"

_T = TypeVar("_T")


class _Found(dict[tuple[int, int], tuple[_T, ...]]):
    """Things in the order of the text, and those that begin within a place, each place looked up once."""

    __slots__ = ("_starts", "_things")

    def __init__(self, things: tuple[_T, ...], starts: list[int]) -> None:
        self._things, self._starts = things, starts

    def __missing__(self, place: tuple[int, int]) -> tuple[_T, ...]:
        cut = self._things[bisect_left(self._starts, place[0]) : bisect_left(self._starts, place[1])]
        self[place] = cut
        return cut


class Draft:
    """The letter under review, with the case it belongs to when there is one.

    `given` is the draft as it was given; in `text` blanks stand for the comments of a Markdown draft, which are not
    sent.
    `written` is the file that it was read from, when it was one.
    `earlier` are the plans that it may repeat.
    """

    def __init__(
        self,
        text: str,
        file: str = "",
        *,
        case: Case | None = None,
        catalog: Catalog | None = None,
        enforcement: str | None = None,
        plan: Plan | None = None,
        today: date | None = None,
        written: Written | None = None,
        earlier: Sequence[Earlier] = (),
    ) -> None:
        self.given, self.file = text, file
        if "<!--" in text:
            from amends.formats.comments import blotted

            text = blotted(text, file)
        self.text, self.low = text, plain.folded(text)
        self.case, self.catalog, self.plan, self.today = case, catalog, plan, today
        self.written = written
        self.earlier: Sequence[Earlier] = earlier
        self.enforcement = enforcement or (case.enforcement if case else None)
        self.parts: list[Part] = []
        self.gaps: list[Block] = []
        self.foreign: list[Block] = []
        self.headings: list[Block] = []
        self.paragraphs: list[Item] = []
        self.memo: dict[str, object] = {}
        # In hasty letters no sentence begins with a capital; in capitals all do.
        self._spaced = text if _has_capitals(text) else plain.raised(text)
        self._reading = Reading(self.low)
        self._read()

    # ------------------------------------------------------------------ what the rules ask for

    @cached_property
    def statements(self) -> list[Statement]:
        """The seller's own statements in order."""
        return [statement for part in self.parts for statement in part.statements]

    @property
    def beginning(self) -> Place:
        """Where to point when the whole letter is meant: its first statement, else what stands there."""
        if self.statements:
            return self.statements[0]
        return self.headings[0] if self.headings else Span(0, 0, "")

    @property
    def ending(self) -> Place:
        """Where to point when something lacks at the end: the last statement, else what stands there."""
        if self.statements:
            return self.statements[-1]
        return self.headings[-1] if self.headings else Span(0, 0, "")

    @cached_property
    def items(self) -> list[Item]:
        """List points and paragraphs in order."""
        return [item for part in self.parts for item in part.items]

    @cached_property
    def words(self) -> int:
        """How many words of their own the seller writes."""
        return sum(len(statement.words) for statement in self.statements)

    @property
    def budget(self) -> int:
        """How many words the reader has time for; the rule on length says by whom."""
        return _BUDGETS.get(self.playbook.severity if self.playbook else "", _BUDGET)

    def of(self, *ids: str) -> list[Part]:
        """The parts of these kinds, in order."""
        return [part for part in self.parts if part.id in ids]

    @cached_property
    def dates(self) -> tuple[Found, ...]:
        """Every date in the letter; a day without its year is read as the one nearest to the day told before it."""
        from amends import dates
        from amends.review.letter.years import completed

        return completed(tuple(dates.find(self.text)))

    @cached_property
    def identifiers(self) -> tuple[Identifier, ...]:
        """Every ASIN, order number and so on in the letter."""
        from amends import identifiers

        return identifiers.find(self.text)

    @cached_property
    def files(self) -> tuple[re.Match[str], ...]:
        """Every file name in the letter."""
        return tuple(_file_names(self.text))

    def dates_in(self, place: Place) -> Sequence[Found]:
        """The dates within a place."""
        return self._dates[place.start, place.end]

    def identifiers_in(self, place: Place) -> Sequence[Identifier]:
        """The identifiers within a place."""
        return self._identifiers[place.start, place.end]

    def files_in(self, place: Place) -> Sequence[re.Match[str]]:
        """The file names within a place."""
        return self._files[place.start, place.end]

    @cached_property
    def _dates(self) -> _Found[Found]:
        return _Found(self.dates, [found.span.start for found in self.dates])

    @cached_property
    def _identifiers(self) -> _Found[Identifier]:
        return _Found(self.identifiers, [found.span.start for found in self.identifiers])

    @cached_property
    def _files(self) -> _Found[re.Match[str]]:
        return _Found(self.files, [found.start() for found in self.files])

    def statement_at(self, offset: int) -> Statement | None:
        """The seller's statement at a place, or None."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return None
        statement = self.statements[at]
        return statement if offset < statement.end else None

    @cached_property
    def _starts(self) -> list[int]:
        return [statement.start for statement in self.statements]

    @property
    def notice(self) -> Notice | None:
        """The notice that the letter answers."""
        return self.case.notice if self.case else None

    @property
    def playbook(self) -> Playbook | None:
        """What is known of the enforcement."""
        if self.catalog is None or self.enforcement is None:
            return None
        return self.catalog.playbooks.get(self.enforcement)

    @cached_property
    def background(self) -> dict[str, object]:
        """What was worked out of the case alone, by what it is; all drafts of one case share it."""
        if self.case is None:
            return {}
        from amends.review.background import background

        return background(self.case, self.plan, self.catalog, self.enforcement)

    @cached_property
    def has_parts(self) -> bool:
        """Whether any of the three parts stands under a heading; else what is which is only read from its sentences."""
        three = (parts.CAUSE, parts.DONE, parts.MEASURES, parts.MIXED)
        return any(part.heading and part.id in three for part in self.parts)

    @cached_property
    def is_follow_up(self) -> bool:
        """Whether the letter answers Amazon's "greater detail on …" headings, which may ask for one part only."""
        return any(self.low.startswith(("greater detail", "more detail"), block.start) for block in self.headings)

    # ------------------------------------------------------------------ reading

    def _read(self) -> None:
        opened = '"' in self.text or "“" in self.text
        found = _QUOTED.finditer(self.text) if opened else ()
        quotes = [match.span(1) for match in found if match.group(1).count(" ") >= 3]
        hidden = sorted([*quotes, *(match.span() for match in self.files)])
        part = Part(parts.OPENING, None, 0, 0)
        self.parts.append(part)
        item: Item | None = None
        item_indent = 0
        read = list(blocks(self.text, self._reading))
        amazons = pasted(read, self._reading)
        for at, block in enumerate(read):
            if block.kind == "quote" or at in amazons:
                self.foreign.append(block)
            elif block.kind == "heading":
                title = block.part == parts.MIXED and not self.headings and not part.items
                self.headings.append(block)
                if block.part and not title:
                    part = Part(block.part, block, block.start, block.end)
                    self.parts.append(part)
                item = None
            elif block.kind == "gap":
                self.gaps.append(block)
            else:
                below = (
                    item is not None
                    and block.kind != "paragraph"
                    and item.kind != "paragraph"
                    and block.indent > item_indent
                )
                if item is None or not below:
                    item = Item(block.kind, block.start, block.end)
                    item_indent = block.indent
                    part.items.append(item)
                item.end = part.end = block.end
                for statement in self._statements(block, hidden):
                    statement.item = item
                    item.statements.append(statement)
        self.paragraphs = [item for part in self.parts for item in part.items]
        self.parts = placed(self.parts)
        for part in self.parts:
            lead: Statement | None = None
            for item in part.items:
                item.part = part.id
                item.lead = lead if item.kind != "paragraph" else None
                for statement in item.statements:
                    statement.part = part.id
                if item.kind == "paragraph":
                    last = item.statements[-1] if item.statements else None
                    lead = last if last is not None and last.text.endswith(":") else None

    def _statements(self, block: Block, hidden: list[tuple[int, int]]) -> Iterator[Statement]:
        for start, end in plain.sentence_places(self._spaced, block.start, block.end):
            words, at = self._reading.cut(start, end)
            if hidden:
                near = hidden[max(0, bisect_right(hidden, (start,)) - 1) : bisect_left(hidden, (end,))]
                if near and near[-1][1] > start:
                    words = _masked(words, at, near)
            if words:
                yield Statement(self.text[start:end], start, end, words, at)


def _file_names(text: str) -> Iterator[re.Match[str]]:
    """File names, looked for only between the blanks around something that may be the end of one."""
    done = 0
    for ending in _ENDING.finditer(text):
        start, end = ending.span()
        if start < done:
            continue
        while start > done and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and not text[end].isspace():
            end += 1
        done = end
        yield from re.compile(_FILE, re.I).finditer(text, start, end)


def _has_capitals(text: str) -> bool:
    """Whether sentences begin with capitals; in hasty letters none do, and only the full stops part them."""
    ends = sum(text.count(mark) for mark in (". ", "? ", "! ", ".\n"))
    if ends < 2:
        return True
    seen = 0
    for at in range(0, len(text), _STRETCH):
        seen += sum(map(str.isupper, text[at : at + _STRETCH]))
        if seen * 3 >= ends:
            # Names and file names have capitals also where no sentence begins with one.
            small, large = (len(form.findall(text)) for form in (_SMALL, _LARGE))
            return small < _SOME or small <= _SOME * large
    return False


_SMALL, _LARGE = (re.compile(rf"(?<=[a-z]{{3}})[.!?] +{letter}") for letter in ("[a-z]", "[A-Z]"))
_SOME = 3


def _masked(words: Words, at: tuple[tuple[int, int], ...], quotes: list[tuple[int, int]]) -> Words:
    """The words with those of quotations and file names blotted out."""
    kept = list(words)
    for start, end in quotes:
        for place in range(bisect_left(at, (start,)), bisect_left(at, (end,))):
            if at[place][1] <= end:
                kept[place] = MASKED
    return Words(kept)
