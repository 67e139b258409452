"""Sentences that stand beside cause, actions and measures, and what they say of others there.

In the plan itself a third party is told of: what it delivered, when it closed. Beside the plan, where no day, file or
identifier is given, what is said of others is mostly judged: "they should have had their own", "she is young", "the
mill does as it pleases". There the bare form of the sentence is enough: a party as its subject, and a verb or a
predicate that is no ordinary course of trade.
"""

from __future__ import annotations

from amends.review.language.words import MASKED
from amends.review.letter import parts
from amends.review.letter.pieces import once
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.letter.pieces import Statement

_BESIDE = frozenset((parts.OPENING, parts.CONCLUSION, parts.OTHER, parts.SIGNATURE, parts.DOCUMENTS))
_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec".split()
)
_SHORTEST_CODE = 7


def aside(statement: Statement) -> bool:
    """Whether a sentence is no point of a list of the plan and holds no day, file or identifier."""
    item = statement.item
    return (statement.part in _BESIDE or (item is not None and item.kind == "paragraph")) and _holds_none(statement)


@once
def _holds_none(statement: Statement) -> bool:
    """Whether a sentence holds no day, file or identifier."""
    words = statement.words
    for at, word in enumerate(words):
        if word.isalpha():
            continue
        if word == MASKED or (len(word) > _SHORTEST_CODE and any(map(str.isdigit, word))):
            return False
        if word[0].isdigit() and not _MONTHS.isdisjoint((*words[max(0, at - 2) : at], *words[at + 1 : at + 3])):
            return False
    return True
