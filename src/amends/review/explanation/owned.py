"""Whether the cause names a step of the seller's own beside what else it tells.

An excuse, a slip or somebody else's doing weighs less where the step that was missing is named as well: the reader has
what they look for, and only reads too much. Where no sentence of the cause names one, it is all that the letter gives.
"""

from __future__ import annotations

from amends.review.letter import parts
from amends.review.letter.pieces import once
from amends.review.meaning.missing_step import misses_step
from amends.review.meaning.own_gap import names_own_step
from amends.review.meaning.senses import senses
from amends.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement


@once
def names_step(statement: Statement) -> bool:
    """Whether a statement names a step of the seller's own that was missing or set wrong."""
    return misses_step(senses(statement), statement.words) or names_own_step(statement)


def step_beside(draft: Draft, statement: Statement) -> bool:
    """Whether another sentence of the cause, or of the same point where no part is the cause, names such a step."""
    starts = _steps(draft)
    if statement.part == parts.CAUSE or statement.item is None:
        return bool(starts - {statement.start})
    return any(names_step(each) for each in statement.item.statements if each is not statement)


def _steps(draft: Draft) -> frozenset[int]:
    if "steps named" not in draft.memo:
        told = [each for each in draft.statements if each.part == parts.CAUSE]
        draft.memo["steps named"] = frozenset(each.start for each in told if names_step(each))
    return cast("frozenset[int]", draft.memo["steps named"])
