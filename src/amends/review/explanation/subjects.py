"""What an enforcement is about, in single words, so that a statement can be told to speak of another matter than the
notice. How the words are learned says `amends.matters`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from math import fsum

from amends.matters import stem_of
from amends.pages import looked_up
from amends.typed import Any

__all__ = ["Matters", "shipped", "stem_of"]
# Words with which anything is told: none of them names a matter.
_MOST_STEMS = 20_000
_OF_ANY = frozenset("day days week weeks month cause causes which went goes unit units our instead lead".split())


class Matters:
    """The words of each matter with their weight: 1 for a word that no other matter has, less the more have it."""

    def __init__(self, learned: Mapping[str, Mapping[str, Any]]) -> None:
        self.of_enforcement: Mapping[str, str] = learned["of"]
        self._akin: Mapping[str, list[str]] = learned["akin"]
        self._matters = tuple(learned["matters"])
        self._speaks = _Speaks(learned["weights"])

    def weigh(self, words: Iterable[str]) -> dict[str, float]:
        """How much these words speak for each matter; a word counts once."""
        return self.weigh_stems(set(map(stem_of, words)))

    def weigh_stems(self, stems: AbstractSet[str]) -> dict[str, float]:
        """The same for words that are cut to their stems already."""
        found: dict[str, list[float]] = {}
        for stem in stems:
            for matter, weight in self._speaks[stem]:
                if matter in found:
                    found[matter].append(weight)
                else:
                    found[matter] = [weight]
        return {matter: fsum(found[matter]) if matter in found else 0.0 for matter in self._matters}

    def akin(self, one: str, other: str) -> bool:
        """Whether two matters are one, or have causes in common."""
        return one == other or other in self._akin.get(one, ())


class _Speaks(dict[str, list[tuple[str, float]]]):
    """The matters that a stem speaks for, each with its weight, read when a letter first has it."""

    def __init__(self, weights: Mapping[str, str]) -> None:
        self._weights = weights

    def __missing__(self, stem: str) -> list[tuple[str, float]]:
        if len(self) >= _MOST_STEMS:
            self.clear()
        said = "" if stem in _OF_ANY else looked_up(self._weights, stem) or ""
        told = [entry.partition("=") for entry in said.split()]
        found = self[stem] = [(matter, float(weight)) for matter, _, weight in told]
        return found


@cache
def shipped() -> Matters:
    """The matters of the knowledge that ships with amends."""
    from amends import catalog

    return Matters(catalog.matters())
