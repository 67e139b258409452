"""What the words of a statement mean: fields of meaning, each kept once for all rules as a file in `meanings/`.

A field is a text file of words that mean one thing (knowing, doubting, lacking, a step of a process …), named by the
file. `stem*` stands for every word that begins so, `two_words` for words in a row; a line that begins with # is a
comment. Rules ask which fields meet in a statement, and how near to each other, so that no rule lists sentences. A
word costs one look-up, however many fields there are.
"""

from __future__ import annotations

from functools import cache

from amends.typed import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.pieces import Statement

_SHORTEST_STEM = 3
_MOST_KEPT = 20_000
_MOST_SPOTS = 40


class Spot(NamedTuple):
    """Words `first` to `last` (not included) of a statement that belong to a field."""

    first: int
    last: int


class Senses:
    """The fields that occur in a statement, each with its places."""

    __slots__ = ("_spots",)

    def __init__(self, words: tuple[str, ...]) -> None:
        self._spots = _found(words)

    def has(self, *fields: str) -> bool:
        """Whether one of these fields occurs."""
        return any(field in self._spots for field in fields)

    def of(self, field: str) -> list[Spot]:
        """Where a field occurs, in order."""
        return self._spots.get(field, [])

    def first(self, *fields: str) -> Spot | None:
        """The first place of one of these fields."""
        return min((self._spots[field][0] for field in fields if field in self._spots), default=None)

    def near(self, field: str, other: str, *, before: int, behind: int) -> Spot | None:
        """A stretch in which `other` begins at most `before` words before or `behind` words behind `field`."""
        for first, last in self.of(field):
            for start, end in self.of(other):
                if (first, last) != (start, end) and first - before <= start <= last + behind:
                    return Spot(min(first, start), max(last, end))
        return None


def senses(draft: Draft, statement: Statement) -> Senses:
    """The senses of a statement of a letter, read once for all rules."""
    kept = cast("dict[int, Senses]", draft.memo.setdefault("senses", {}))
    found = kept.get(statement.start)
    if found is None:
        found = kept[statement.start] = Senses(statement.words)
    return found


# The fields of a word, and by their second word the rows of words that begin with it, each with its field.
_Meant = tuple[tuple[str, ...], dict[str, list[tuple[tuple[str, ...], str]]]]


class _Vocabulary:
    """All fields, turned round: which fields a word belongs to, and which rows of words begin with it."""

    def __init__(self) -> None:
        from amends import catalog

        known = catalog.meanings()
        self._exact: dict[str, list[str]] = known["exact"]
        self._stems: dict[str, list[str]] = known["stems"]
        self._rows: dict[str, list[list[str]]] = known["rows"]
        self.known: dict[str, _Meant | None] = {}

    def of(self, word: str) -> _Meant | None:
        """The fields of a word and the rows that it begins; None when it has neither, as most words."""
        fields = {*self._exact.get(word, ())}
        for length in range(_SHORTEST_STEM, min(len(word), 24) + 1):
            fields.update(self._stems.get(word[:length], ()))
        rows = self._rows.get(word, ())
        begun: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for row, field in rows:
            pieces = tuple(row.split(" "))
            begun.setdefault(pieces[1], []).append((pieces, field))
        kept = (tuple(sorted(fields)), begun) if fields or rows else None
        if len(self.known) < _MOST_KEPT:
            self.known[word] = kept
        return kept


@cache
def _vocabulary() -> _Vocabulary:
    return _Vocabulary()


def _found(words: tuple[str, ...]) -> dict[str, list[Spot]]:
    vocabulary = _vocabulary()
    known = vocabulary.known
    spots: dict[str, list[Spot]] = {}
    for at, word in enumerate(words):
        meant = known[word] if word in known else vocabulary.of(word)
        if meant is None:
            continue
        fields, rows = meant
        if fields:
            spot = Spot(at, at + 1)
            for field in fields:
                _keep(spots, field, spot)
        if not rows or at + 1 == len(words) or words[at + 1] not in rows:
            continue
        for row, field in rows[words[at + 1]]:
            if words[at : at + len(row)] == row:
                _keep(spots, field, Spot(at, at + len(row)))
    return spots


def _keep(spots: dict[str, list[Spot]], field: str, spot: Spot) -> None:
    """Note a place; a few are enough, and keep a statement of a million equal words cheap."""
    kept = spots.get(field)
    if kept is None:
        spots[field] = [spot]
    elif len(kept) < _MOST_SPOTS:
        kept.append(spot)
