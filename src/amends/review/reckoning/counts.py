"""Counts in a letter: how many of what, and said of which ones."""

from __future__ import annotations

from amends.review.language.verbs import is_past
from amends.review.letter.pieces import once
from amends.typed import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

NOUNS = frozenset(
    "unit item piece product listing asin order customer buyer complaint claim review return refund "
    "invoice shipment parcel package supplier "
    "employee user account image photo sku offer unitsale pair box carton seller complaint report".split()
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
_SKIPPED = frozenset(
    (
        "of the our these those such different separate individual other more full total new additional "
        "further amazon a-to-z fba"
    ).split()
)
_WHOLE = frozenset("all these those affected both".split())
# Plurals behind a number that measure rather than count.
_UNITS = frozenset(
    "day hour minute second week month year time percent step point page word dollar euro pound cent gram kilo metre "
    "meter inch mile item's working calendar business degree".split()
)
# Behind "the 12 units" these tell which of them, so that the rest may be more.
NARROWING = frozenset(
    "of in at from with without that which who whose under on for left remaining still not between before after sold "
    "sent bought returned".split()
)


class Counted(NamedTuple):
    """A number of things: where it stands, how many, of what, and the words that tell which ones ("late")."""

    statement: Statement
    place: int
    number: int
    noun: str
    marks: frozenset[str]


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


def numbers(draft: Draft) -> list[tuple[Statement, int, int]]:
    """Every whole number but nought in the seller's own statements: where it stands, and which it is."""
    if "numbers" not in draft.memo:
        draft.memo["numbers"] = [
            (statement, place, number) for statement in draft.statements for place, number in numbers_in(statement)
        ]
    return cast("list[tuple[Statement, int, int]]", draft.memo["numbers"])


@once
def numbers_in(statement: Statement) -> tuple[tuple[int, int], ...]:
    """The whole numbers but nought of a statement: the index of each word, and which number it is."""
    return tuple([(at, number) for at, number in enumerate(map(_NUMBERS.__getitem__, statement.words)) if number])


def counted(draft: Draft) -> list[Counted]:
    """Every count of things that sellers count, in order."""
    if "counted" not in draft.memo:
        draft.memo["counted"] = [
            Counted(statement, place, number, *found)
            for statement, place, number in numbers(draft)
            if (found := _counted(statement, place, number)) is not None
        ]
    return cast("list[Counted]", draft.memo["counted"])


@once
def _counted(statement: Statement, place: int, number: int) -> tuple[str, frozenset[str]] | None:
    """What is counted by the number at this place, and the words that tell which ones."""
    words = statement.words
    if number < 2 or place + 1 == len(words) or _NUMBERS[words[place + 1]] is not None:
        return None
    if place and words[place - 1] in ("step", "day", "exhibit", "no", "section", "part"):
        return None
    marks: set[str] = set()
    for at in range(place + 1, min(place + 5, len(words))):
        noun = _SINGULAR[words[at]]
        if noun in NOUNS or (at == place + 1 and _counts(words, at)):
            if words[at] == noun:
                return None
            return noun, frozenset(marks | _around(words, place, at))
        if at == place + 1 and place and words[place - 1] == "all" and _plural(words, at):
            return noun, frozenset(("all",))
        if words[at] not in _SKIPPED:
            marks.add(words[at])
        if _NUMBERS[words[at]] is not None:
            return None
    return None


def _plural(words: tuple[str, ...], at: int) -> bool:
    """Whether a plural noun of any kind ends here: "all 310 jars are gone"."""
    after = words[at + 1] if at + 1 < len(words) else ""
    return words[at].endswith("s") and not words[at].endswith("ss") and not after.endswith("s")


def _counts(words: tuple[str, ...], at: int) -> bool:
    """Whether a plural noun of things stands here, of whatever kind: "214 packs"."""
    return len(words[at]) > 3 and words[at].isalpha() and _plural(words, at) and singular(words[at]) not in _UNITS


def _whole(words: tuple[str, ...], place: int, noun: int) -> bool:
    """Whether "the 3 buyers" means all of them: nothing before or behind narrows it down."""
    after = words[noun + 1] if noun + 1 < len(words) else ""
    return place > 0 and words[place - 1] == "the" and after not in NARROWING


# "42 units late" are "the 42 late units".
_STATES = frozenset("late missing broken defective expired short".split())


def _around(words: tuple[str, ...], place: int, noun: int) -> set[str]:
    marks = {
        "all" if word == "the" else word
        for word in words[max(0, place - 2) : place]
        if (word in _WHOLE and (words[place - 1] in _WHOLE or words[place - 1] in _SKIPPED))
        or (word == "the" and noun == place + 1 and _whole(words, place, noun))
        or (is_past(word) and word not in ("was", "were", "had"))
    }
    follows = words[noun + 1 : noun + 3]
    if place > 1 and words[place - 1] == "of" and _NUMBERS[words[place - 2]] is not None:
        # "1 of 94 orders late": the one is late.
        return marks
    if follows and follows[0] in _STATES and (len(follows) < 2 or not follows[1].endswith("s")):
        marks.add(follows[0])
    if follows and is_past(follows[0]):
        marks.add(follows[1] if follows[0] in ("was", "were", "had") and len(follows) > 1 else follows[0])
    return marks
