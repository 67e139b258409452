"""What a letter tells again otherwise: the place of the second telling, the words of the first, and what to do."""

from __future__ import annotations

from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from amends.model import Span


class Again(NamedTuple):
    """Words that speak again of something with another number or day, and the words before that they contradict."""

    place: Span
    before: str
    message: str
