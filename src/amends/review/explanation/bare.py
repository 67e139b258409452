"""A root cause judged as a whole by what it must hold: a step of the seller's own, and things that belong to a trade.

However it is worded, a cause that names no step, setting or act of the seller's, and tells only complaints, rates and
removals, is the symptom; one in which, without days, numbers and codes, hardly a word names a thing is no cause at all.
"""

from __future__ import annotations

from collections.abc import Sequence

from amends.review.explanation.faults import DAYS, acted, is_code
from amends.review.language.classes import classes_of
from amends.review.language.words import is_number
from amends.review.meaning.missing_step import misses_step
from amends.review.meaning.own_gap import names_own_gap
from amends.review.meaning.senses import senses
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.letter.pieces import Statement

# So many words that name a thing, or one in so many, make a cause that says something.
_THINGS, _SHARE = 5, 4
_LONGEST = 80
_PLAIN = ("unspecific", "trouble", "causal", "person", "sold", "hedge")
# A step that is called by these alone could stand in any letter.
_GENERAL = frozenset(
    "process processes workflow workflows procedure procedures settings setting system systems rules rule role roles "
    "permission schedule plan plans standard standards check checks checking control controls file files access".split()
)
_RATED = frozenset("% percent cent rate odr ldr lsr vtr otdr score".split())
_MEASURED = frozenset(("because", "since", "as", "so", "which", "where", "when", "while"))


def names_step(statement: Statement) -> bool:
    """Whether a statement names a step of the seller's own that was missing, or what the seller did."""
    return misses_step(senses(statement), statement.words) or acted(statement.words) or names_own_gap(statement)


def says_nothing(told: Sequence[Statement]) -> bool:
    """Whether all that is told as the cause could stand in any letter, were it not for days and numbers."""
    words = sum(len(statement.words) for statement in told)
    if words > _LONGEST or not any(senses(statement).has("trouble", "causal") for statement in told):
        return False
    things = sum(map(_things, told))
    return things <= _THINGS and things * _SHARE <= words and not any(map(_specific, told))


def _things(statement: Statement) -> int:
    """How many words name a thing, and no day, number, code or person."""
    found = senses(statement)
    plain = {at for field in _PLAIN for spot in found.of(field) for at in range(*spot)}
    return sum(
        1
        for at, word in enumerate(statement.words)
        if at not in plain and not is_number(word) and word not in DAYS and not is_code(word)
    )


def _specific(statement: Statement) -> bool:
    found, words = senses(statement), statement.words
    if acted(words):
        return True
    return misses_step(found, words) and any(words[spot.first] not in _GENERAL for spot in found.of("process"))


def only_symptoms(told: Sequence[Statement]) -> Statement | None:
    """The statement that gives a symptom as the cause, where no other names a step of the seller's own."""
    if not told or sum(len(statement.words) for statement in told) > _LONGEST or any(map(names_step, told)):
        return None
    seen = [statement for statement in told if senses(statement).has("symptom") or _amazons(statement)]
    called = any(senses(statement).has("causal") for statement in told)
    if not seen or not (called or all(map(_rated, seen))):
        return None
    return next((statement for statement in seen if senses(statement).has("causal")), seen[0])


def _amazons(statement: Statement) -> bool:
    return any("@amazon" in classes_of(word) for word in statement.words)


def _rated(statement: Statement) -> bool:
    """Whether a statement gives a figure of Amazon's and no reason for it."""
    words = statement.words
    return not _RATED.isdisjoint(words) and _MEASURED.isdisjoint(words)
