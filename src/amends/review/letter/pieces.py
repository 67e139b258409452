"""The pieces of a letter: statements in items in parts, each with its place."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from amends.review.language.clauses import Clause, clauses
from amends.review.language.recent import Recent
from amends.review.language.words import Words
from amends.review.letter import parts
from amends.review.letter.blocks import Block
from amends.typed import Any, Protocol, TypeVar, TypeVarTuple

_MOST_KEPT, _LONGEST_KEPT = 400, 600
_CLAUSES = "clauses"
_T = TypeVar("_T")
_Others = TypeVarTuple("_Others")


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

    `kept` is what `once` has found in it; every statement of the same text and words shares it, in whatever letter.
    """

    __slots__ = ("at", "end", "item", "kept", "part", "start", "text", "words")

    def __init__(self, text: str, start: int, end: int, words: Words, at: tuple[tuple[int, int], ...]) -> None:
        self.text, self.start, self.end, self.at = text, start, end, at
        self.words, self.kept = _known(text, words)
        self.part = parts.OPENING
        self.item: Item | None = None

    def between(self, first: int, last: int) -> tuple[int, int]:
        """Place of the words from `first` up to `last` (not included)."""
        return self.at[first][0], self.at[last - 1][1]

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses with tense, actor and modality."""
        kept = self.kept
        if _CLAUSES not in kept:
            kept[_CLAUSES] = clauses(self.text, self.start, self.words, self.at)
        found: tuple[Clause, ...] = kept[_CLAUSES]
        return found


# Letters have sentences in common; what depends on the sentence alone need not be found again in each.
_sentences: Recent[tuple[str, Words], tuple[Words, dict[object, Any]]] = Recent(_MOST_KEPT)


def _known(text: str, words: Words) -> tuple[Words, dict[object, Any]]:
    """The words of a sentence and what is kept of it, those of the last such sentence where there was one."""
    if len(text) > _LONGEST_KEPT:
        return words, {}
    known = _sentences.get((text, words))
    if known is None:
        known = _sentences[text, words] = (words, {})
    return known


def once(read: Callable[[Statement, *_Others], _T]) -> Callable[[Statement, *_Others], _T]:
    """Ask a question of each sentence once, however many rules and letters ask it.

    The answer may depend on the text, the words and the other arguments only, not on the letter nor on the place of
    the statement in it, and nobody may change it.
    """

    @wraps(read)
    def told(statement: Statement, *others: *_Others) -> _T:
        kept = statement.kept
        question = (read, *others) if others else read
        found: _T
        try:
            found = kept[question]
        except KeyError:
            found = kept[question] = read(statement, *others)
        return found

    return told


@once
def capitals(statement: Statement) -> tuple[int, ...]:
    """Which of its words begin with a capital, by their numbers."""
    text, start = statement.text, statement.start
    initials = "".join([text[first - start] for first, _ in statement.at])
    if initials.islower():
        return ()
    return tuple([at for at, initial in enumerate(initials) if initial.isupper()])


class Item:
    """A list point or paragraph with its statements. `kind` is number, bullet, paragraph or gap."""

    __slots__ = ("_last", "_words", "end", "kind", "lead", "part", "start", "statements")

    def __init__(self, kind: str, start: int, end: int) -> None:
        self.kind, self.start, self.end = kind, start, end
        self.statements: list[Statement] = []
        self.part = parts.OPENING
        self.lead: Statement | None = None
        self._words = Words()
        self._last: Statement | None = None

    @property
    def words(self) -> Words:
        """All words of the item."""
        statements = self.statements
        if statements and statements[-1] is not self._last:
            self._last = statements[-1]
            self._words = statements[0].words
            if statements[1:]:
                self._words = Words([word for statement in statements for word in statement.words])
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
