"""Numbers in digits and in words, and the names of what sellers count."""

from __future__ import annotations

from amends.review.letter.pieces import once
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.letter.pieces import Statement

# What sellers count, also where the plural is left out.
NOUNS = frozenset(
    "unit item piece product listing asin order customer buyer complaint claim review refund invoice shipment parcel "
    "package supplier employee user account image photo sku offer pair box carton seller".split()
)
_SMALL = {
    word: number
    for number, word in enumerate(
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
            "fifteen sixteen seventeen eighteen nineteen twenty"
        ).split()
    )
}
_TENS = {
    word: 10 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_SMALL |= _TENS
_SMALL |= {f"{ten}-{one}": _TENS[ten] + _SMALL[one] for ten in _TENS for one in list(_SMALL)[1:10]}
_MOST_WORDS = 30_000
# Plurals behind a number that measure rather than count.
UNITS = frozenset(
    "day hour minute second week month year time percent step point page word dollar euro pound cent gram kilo metre "
    "meter inch mile item's working calendar business degree".split()
)
# Behind "the 12 units" these tell which of them, so that the rest may be more.
NARROWING = frozenset(
    "of in at from with without that which who whose under on for left remaining still not between before after sold "
    "sent bought returned".split()
)


class _Numbers(dict[str, "int | None"]):
    def __missing__(self, word: str) -> int | None:
        digits = word.replace(",", "")
        number = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None
        if len(self) >= _MOST_WORDS:
            self.clear()
        self[word] = number = _SMALL.get(word, number)
        return number


_NUMBERS = _Numbers()


def number_of(word: str) -> int | None:
    """The whole number that a word is, in digits or letters, or None."""
    return _NUMBERS[word]


class _Singular(dict[str, str]):
    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_WORDS:
            self.clear()
        if word.endswith("ies"):
            noun = word[:-3] + "y"
        elif word.endswith(("xes", "ches")):
            noun = word[:-2]
        else:
            noun = word.removesuffix("s")
        self[word] = noun
        return noun


_SINGULAR = _Singular()


def singular(word: str) -> str:
    """The noun without its plural ending."""
    return _SINGULAR[word]


@once
def numbers_in(statement: Statement) -> tuple[tuple[int, int], ...]:
    """The whole numbers but nought of a statement: the index of each word, and which number it is."""
    return tuple([(at, number) for at, number in enumerate(map(_NUMBERS.__getitem__, statement.words)) if number])


def is_turned(one: float, two: float) -> bool:
    """Whether two numbers are made of the same digits: 46 and 64."""
    return one != two and sorted(f"{one:g}") == sorted(f"{two:g}")


def one_digit(one: float, two: float) -> bool:
    """Whether two numbers differ in one digit: 22 and 32, 46.00 and 48.00."""
    digits = f"{one:.2f}", f"{two:.2f}"
    return len(digits[0]) == len(digits[1]) and sum(a != b for a, b in zip(*digits, strict=True)) == 1


def is_slip(one: float, two: float) -> bool:
    """Whether one number can be written for the other by a slip: 46 and 64, 104 and 114, 14 and 16."""
    if abs(one - two) <= _STEP:
        return True
    return min(one, two) >= _TENS_FROM and (
        is_turned(one, two) or (_CLOSE < one / two < 1 / _CLOSE and one_digit(one, two))
    )


_STEP, _CLOSE, _TENS_FROM = 2, 0.6, 10
