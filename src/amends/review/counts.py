"""Counts in a letter: how many of what, and said of which ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from amends.review.verbs import is_past

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.pieces import Statement

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


def number_of(word: str) -> int | None:
    """The whole number that a word is, in digits or letters, or None."""
    if word in _SMALL:
        return _SMALL[word]
    digits = word.replace(",", "")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None


def singular(word: str) -> str:
    """The noun without its plural ending."""
    return (
        word[:-3] + "y"
        if word.endswith("ies")
        else word[:-2]
        if word.endswith(("xes", "ches"))
        else word.removesuffix("s")
    )


def counted(draft: Draft) -> Iterator[Counted]:
    """Every count of things that sellers count, in order."""
    for statement in draft.statements:
        words = statement.words
        for place, word in enumerate(words):
            number = number_of(word)
            if (
                number is None
                or number < 2
                or (place and words[place - 1] in ("step", "day", "exhibit", "no", "section", "part"))
            ):
                continue
            marks: set[str] = set()
            for at in range(place + 1, min(place + 5, len(words))):
                noun = singular(words[at])
                if noun in NOUNS or (at == place + 1 and _counts(words, at)):
                    if words[at] != noun or number == 1:
                        marks |= _around(words, place, at)
                        yield Counted(statement, place, number, noun, frozenset(marks))
                    break
                if at == place + 1 and place and words[place - 1] == "all" and _plural(words, at):
                    yield Counted(statement, place, number, noun, frozenset(("all",)))
                    break
                if words[at] not in _SKIPPED:
                    marks.add(words[at])
                if number_of(words[at]) is not None:
                    break


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


def _around(words: tuple[str, ...], place: int, noun: int) -> set[str]:
    marks = {
        "all" if word == "the" else word
        for word in words[max(0, place - 2) : place]
        if (word in _WHOLE and (words[place - 1] in _WHOLE or words[place - 1] in _SKIPPED))
        or (word == "the" and noun == place + 1 and _whole(words, place, noun))
        or (is_past(word) and word not in ("was", "were", "had"))
    }
    follows = words[noun + 1 : noun + 3]
    if follows and is_past(follows[0]):
        marks.add(follows[1] if follows[0] in ("was", "were", "had") and len(follows) > 1 else follows[0])
    return marks
