"""What is said beside a cause to be let off: circumstances, inexperience, and what makes the matter small.

These stand also where a missing step is named, and then take back half of it: "no search was made, but we are a family
of three". They are surer of the meaning than of the intent, so rules speak of them in a low voice.
"""

from __future__ import annotations

from amends.review.letter import parts
from amends.review.meaning.missing_step import SELF, misses_step
from amends.review.meaning.own_gap import names_own_step
from amends.review.meaning.senses import Spot, senses
from amends.review.position.purpose import is_plan
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

_REASONS = frozenset(
    "because since as due owing for so therefore hence thus but although though during while when considering given "
    "that wherefore why by in at with from on".split()
)
_NEAR = 5
_BE = frozenset(("is", "are", "was", "were"))


def beside(draft: Draft, where: tuple[str, ...], read: Callable[[Statement], Spot | None]) -> Iterator[tuple[int, int]]:
    """Places of a plan, in these parts, of which `read` speaks."""
    if not is_plan(draft):
        return
    for statement in draft.statements:
        if statement.part in where:
            spot = read(statement)
            if spot is not None:
                yield statement.between(spot.first, spot.last)


def beyond_us(statement: Statement) -> Spot | None:
    """The matter was new, foreign or too much for the seller."""
    found = senses(statement)
    if not found.has("beyond-us") or (names_own_step(statement) and misses_step(found, statement.words)):
        return None
    for spot in found.of("beyond-us"):
        if spot.last - spot.first > 1 or not SELF.isdisjoint(statement.words) or statement.part == parts.CAUSE:
            return spot
    return None


def circumstance(statement: Statement) -> Spot | None:
    """Season, weather, health, size, money or custom as the reason; a tautology; or a plea to be understood."""
    words = statement.words
    for at in range(1, len(words) - 1):
        if words[at] in _BE and words[at - 1] == words[at + 1] and words[at - 1].isalpha():
            # "Glass is glass."
            return Spot(at - 1, at + 2)
    for spot in senses(statement).of("excuse-circumstance"):
        if spot.last - spot.first > 1 or not _REASONS.isdisjoint(words[max(0, spot.first - _NEAR) : spot.first]):
            return spot
    return None


def made_light(statement: Statement) -> Spot | None:
    """It is small beside the past, beside others or beside something worse."""
    rows = statement.part == parts.MEASURES
    for spot in senses(statement).of("made-light"):
        if not rows or spot.last - spot.first > 1:
            return spot
    return None
