"""What is worked out of a case alone, and so is the same for every letter that is held against it.

While a person types, the plan is reviewed every moment against a case that does not change. What its facts say, and in
which words, need not be found again each time: it is kept for the cases that were worked on last.
"""

from __future__ import annotations

from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.model import Case, Plan
    from amends.playbook import Catalog

_MOST_KEPT = 16

_Of = tuple["Case", "Plan | None", "Catalog | None", "str | None"]

# The last first. Replaced as a whole, so that reviews in several threads each see one state or the other.
_kept: tuple[tuple[_Of, dict[str, object]], ...] = ()


def background(case: Case, plan: Plan | None, catalog: Catalog | None, enforcement: str | None) -> dict[str, object]:
    """What was worked out of these very nouns, by what it is. They are frozen, so it holds as long as they do."""
    global _kept
    of = case, plan, catalog, enforcement
    for at, (other, found) in enumerate(_kept):
        if all(one is two for one, two in zip(of[:3], other[:3], strict=True)) and enforcement == other[3]:
            if at:
                _kept = (_kept[at], *_kept[:at], *_kept[at + 1 :])
            return found
    made: dict[str, object] = {}
    _kept = ((of, made), *_kept[: _MOST_KEPT - 1])
    return made
