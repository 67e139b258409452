"""The clauses of a statement, cut also where "and", "but" or "with" joins two that tell different things."""

from __future__ import annotations

from amends.review.letter.pieces import once
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.letter.pieces import Statement

# First word and one past the last.
Piece = tuple[int, int]

_JOINTS = frozenset("and but while whereas with then yet where whose once after when".split())


@once
def pieces(statement: Statement) -> tuple[Piece, ...]:
    """The pieces of a statement in order."""
    found: list[Piece] = []
    for clause in statement.clauses:
        first = clause.first
        for at in range(clause.first + 1, clause.last):
            if statement.words[at] in _JOINTS:
                found.append((first, at))
                first = at
        found.append((first, clause.last))
    return tuple(found)
