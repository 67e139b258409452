"""What the words of a statement mean: fields of meaning, each kept once for all rules as a file in `meanings/`.

A field is a text file of words that mean one thing (knowing, doubting, lacking, a step of a process …), named by the
file. `stem*` stands for every word that begins so, `two_words` for words in a row; a line that begins with # is a
comment. Rules ask which fields meet in a statement, and how near to each other, so that no rule lists sentences. A
word costs one look-up, however many fields there are.
"""

from __future__ import annotations

from functools import cache

from amends import pages
from amends.review.language.recent import Recent
from amends.review.letter.pieces import once
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from amends.pages import Pages
    from amends.review.letter.pieces import Statement

_MOST_KEPT = 20_000
_MOST_ROWS, _LONGEST_ROW = 1_000, 100
_MOST_SPOTS = 40


class Spot(NamedTuple):
    """Words `first` to `last` (not included) of a statement that belong to a field."""

    first: int
    last: int


class Senses:
    """The fields that occur in a statement, each with its places."""

    __slots__ = ("_spots",)

    def __init__(self, words: tuple[str, ...]) -> None:
        self._spots = _vocabulary().spots(words)

    def has(self, *fields: str) -> bool:
        """Whether one of these fields occurs."""
        spots = self._spots
        for field in fields:  # noqa: SIM110  it is asked more often than anything else
            if field in spots:
                return True
        return False

    def of(self, field: str) -> list[Spot]:
        """Where a field occurs, in order."""
        spots = self._spots
        return spots[field] if field in spots else []  # noqa: SIM401  as above

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


@once
def senses(statement: Statement) -> Senses:
    """The senses of a statement of a letter, read once for all rules."""
    return Senses(statement.words)


_Row = tuple[tuple[str, ...], str]


class _Meant(NamedTuple):
    """The fields of a word and, by their second word, the rows of words that begin with it, each with its field."""

    fields: tuple[str, ...]
    rows: dict[str, list[_Row]]


class _Vocabulary(dict[str, int]):
    """All fields, turned round: the number of what a word means, nought where it means nothing, as most words.

    Words that mean the same and stand in the same rows have one number, so that sentences of one mould ("on 3 May Ana
    Ruiz …") are read once: what was found in the last of them is kept, up to a bound.
    """

    def __init__(self) -> None:
        from amends import catalog

        known = catalog.meanings()
        self._words: Pages = known["words"]
        self._stems: Pages = known["stems"]
        self._numbers: dict[tuple[tuple[str, ...], str], int] = {((), ""): 0}
        self._meant = [_Meant((), {})]
        self._found: Recent[tuple[int, ...], dict[str, list[Spot]]] = Recent(_MOST_ROWS)

    def __missing__(self, word: str) -> int:
        said = pages.looked_up(self._words, word) or "\t\t"
        exact, in_row, rows = said.split("\t")
        fields = {*exact.split(), *[field for stem in pages.begun(self._stems, word) for field in stem.split()]}
        mark = (tuple(sorted(fields)), in_row)
        number = self._numbers.get(mark)
        if number is None:
            number = self._numbers[mark] = len(self._meant)
            self._meant.append(_Meant(mark[0], _begun(rows)))
        if len(self) < _MOST_KEPT:
            self[word] = number
        return number

    def spots(self, words: tuple[str, ...]) -> dict[str, list[Spot]]:
        """Where each field occurs in these words."""
        row = tuple(map(self.__getitem__, words))
        found = self._found.get(row)
        if found is None:
            found = self._spots(words, row)
            if len(row) <= _LONGEST_ROW:
                self._found[row] = found
        return found

    def _spots(self, words: tuple[str, ...], row: tuple[int, ...]) -> dict[str, list[Spot]]:
        spots: dict[str, list[Spot]] = {}
        meant = self._meant
        for at, number in enumerate(row):
            if not number:
                continue
            fields, rows = meant[number]
            if fields:
                spot = Spot(at, at + 1)
                for field in fields:
                    if field not in spots:
                        spots[field] = [spot]
                    elif not spots[field][_MOST_SPOTS - 1 :]:
                        spots[field] += (spot,)
            if not rows or at + 1 == len(words) or words[at + 1] not in rows:
                continue
            for pieces, field in rows[words[at + 1]]:
                if words[at : at + len(pieces)] == pieces:
                    _keep(spots, field, Spot(at, at + len(pieces)))
        return spots


def _begun(rows: str) -> dict[str, list[_Row]]:
    """Rows of words as they were put in pages, by their second word."""
    begun: dict[str, list[_Row]] = {}
    for row in rows.split(";") if rows else ():
        words, _, field = row.partition("=")
        pieces = tuple(words.split())
        begun.setdefault(pieces[1], []).append((pieces, field))
    return begun


@cache
def _vocabulary() -> _Vocabulary:
    return _Vocabulary()


def _keep(spots: dict[str, list[Spot]], field: str, spot: Spot) -> None:
    """Note a place; a few are enough, and keep a statement of a million equal words cheap."""
    kept = spots.get(field)
    if kept is None:
        spots[field] = [spot]
    elif len(kept) < _MOST_SPOTS:
        kept.append(spot)
