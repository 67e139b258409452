"""Parts of a whole in words: "a quarter", "two thirds", "one in four", "nine out of ten", "every second"."""

from __future__ import annotations

from itertools import pairwise

from amends.review.letter.pieces import once
from amends.review.reckoning.counts import number_of, numbers_in
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.letter.pieces import Statement

# The percentage, how far that may be off, the first and the last word.
Fraction = tuple[float, float, int, int]
ROUNDED = frozenset("about around roughly nearly almost approximately some circa ca over under more less".split())
_PARTS = {
    word: whole
    for whole, words in {
        2: "half",
        3: "third thirds",
        4: "quarter quarters",
        5: "fifth fifths",
        10: "tenth tenths",
    }.items()
    for word in words.split()
}
_NTH = {"second": 2, "other": 2, "third": 3, "fourth": 4, "fifth": 5, "tenth": 10}
_FRACTIONS = frozenset((*_PARTS, "every", "in", "out", "majority", "most"))
_BETWEEN = frozenset("late order orders parcel parcels unit units of the".split())
_WHOLES = frozenset((2, 3, 4, 5, 6, 8, 10, 20))


@once
def fractions(statement: Statement) -> tuple[Fraction, ...]:
    """ "A quarter", "two thirds", "one in four", "nine out of ten", "every second": the percentage of each, how far
    that may be off, and its first and last word.
    """
    words = statement.words
    if _FRACTIONS.isdisjoint(words):
        return ()
    found = [part for at, word in enumerate(words) if word in _PARTS and (part := _part(words, at))]
    found += [
        (100 / _NTH[two], 1.0, at, at + 1)
        for at, (one, two) in enumerate(pairwise(words))
        if one == "every" and two in _NTH and words[at - 1 : at] != ("in",)
    ]
    found += [
        (50.0, 0.0, at, at)
        for at, (one, two) in enumerate(pairwise(words))
        if one in ("majority", "most") and two == "of"
    ]
    for at, many in numbers_in(statement):
        behind = [word for word in words[at + 1 : at + 6] if word not in _BETWEEN]
        if behind[:1] not in (["in"], ["out"]):
            continue
        said = [word for word in behind[1:] if word != "every"][:1]
        whole = number_of(said[0]) if said else None
        last = words.index(said[0], at) if said else at
        every = "every" in words[at:last]
        if whole in _WHOLES and 0 < many < whole and (words[at] in ("one", "1") or every or whole == 10):
            found.append((100 * many / whole, 1.0, at, last))
    return tuple(sorted(found, key=_last))


def _last(found: Fraction) -> int:
    return found[3]


def _part(words: tuple[str, ...], at: int) -> Fraction | None:
    """ "A quarter", "two thirds"; not "the third quarter" or "half year"."""
    if words[at + 1 : at + 2] in (("year",), ("hour",), ("day",)):
        return None
    told = number_of(words[at - 1]) if at else None
    many, whole = 1 if told is None else told, _PARTS[words[at]]
    if (
        told is None
        and whole > 2
        and words[at - 1 : at] not in (("a",), ("one",), ("an",), ("by",))
        and words[at + 1 : at + 2] not in (("of",), ("the",))
    ):
        return None
    if many >= whole or (
        at and words[at - 1] in ("every", "each", "first", "second", "last", "third", "this", "next", "and", "other")
    ):
        return None
    first = at - 1 if at and (told or words[at - 1] in ("one", "a", "an")) else at
    rounded = not ROUNDED.isdisjoint(words[max(0, first - 2) : first])
    return 100 * many / whole, 6.0 if rounded else 1.0, first, at
