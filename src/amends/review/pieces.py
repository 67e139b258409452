"""The pieces of a letter: statements in items in parts, each with its place."""

from __future__ import annotations

from amends.review import parts
from amends.review.blocks import Block
from amends.review.clauses import Clause, clauses
from amends.review.words import Words
from amends.typed import Protocol


class Place(Protocol):
    """Anything with a start and an end in the text."""

    @property
    def start(self) -> int:
        """Offset of the first character."""
        ...

    @property
    def end(self) -> int:
        """Offset behind the last character."""
        ...


class Statement:
    """A sentence, or what stands for one. `words` are folded and in full; those of quotations and file names are
    masked.
    """

    __slots__ = ("_clauses", "at", "end", "item", "part", "start", "text", "words")

    def __init__(self, text: str, start: int, end: int, words: Words, at: tuple[tuple[int, int], ...]) -> None:
        self.text, self.start, self.end, self.words, self.at = text, start, end, words, at
        self.part = parts.OPENING
        self.item: Item | None = None
        self._clauses: tuple[Clause, ...] | None = None

    def between(self, first: int, last: int) -> tuple[int, int]:
        """Place of the words from `first` up to `last` (not included)."""
        return self.at[first][0], self.at[last - 1][1]

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses with tense, actor and modality."""
        if self._clauses is None:
            self._clauses = clauses(self.text, self.start, self.words, self.at)
        return self._clauses


class Item:
    """A list point or paragraph with its statements. `kind` is number, bullet, paragraph or gap."""

    __slots__ = ("_read", "_words", "end", "kind", "lead", "part", "start", "statements")

    def __init__(self, kind: str, start: int, end: int) -> None:
        self.kind, self.start, self.end = kind, start, end
        self.statements: list[Statement] = []
        self.part = parts.OPENING
        self.lead: Statement | None = None
        self._words, self._read = Words(), 0

    @property
    def words(self) -> Words:
        """All words of the item."""
        if self._read != len(self.statements):
            self._read = len(self.statements)
            if self._read == 1:
                self._words = self.statements[0].words
            else:
                self._words = Words(word for statement in self.statements for word in statement.words)
        return self._words


class Part:
    """A stretch of the letter about one thing; `heading` is None when the seller wrote none."""

    __slots__ = ("end", "heading", "id", "items", "start")

    def __init__(self, id: str, heading: Block | None, start: int, end: int) -> None:
        self.id, self.heading, self.start, self.end = id, heading, start, end
        self.items: list[Item] = []

    @property
    def statements(self) -> list[Statement]:
        """All statements of the part in order."""
        return [statement for item in self.items for statement in item.statements]

    @property
    def place(self) -> Place:
        """Where to point when the whole part is meant: its heading, else its first statement."""
        return self.heading or next(iter(self.statements), self)
