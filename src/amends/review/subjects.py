"""What an enforcement is about, in single words, so that a statement can be told to speak of another matter than the
notice. How the words are learned says `amends.matters`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from math import fsum
from typing import Any

from amends.matters import stem_of

__all__ = ["Matters", "shipped", "stem_of"]


class Matters:
    """The words of each matter with their weight: 1 for a word that no other matter has, less the more have it."""

    def __init__(self, learned: Mapping[str, Mapping[str, Any]]) -> None:
        self.of_enforcement: Mapping[str, str] = learned["of"]
        self._akin: Mapping[str, list[str]] = learned["akin"]
        self._weights: Mapping[str, Mapping[str, float]] = learned["weights"]

    def weigh(self, words: Iterable[str]) -> dict[str, float]:
        """How much these words speak for each matter; a word counts once."""
        stems = set(map(stem_of, words))
        return {matter: fsum(kept[stem] for stem in stems if stem in kept) for matter, kept in self._weights.items()}

    def akin(self, one: str, other: str) -> bool:
        """Whether two matters are one, or have causes in common."""
        return one == other or other in self._akin.get(one, ())


@cache
def shipped() -> Matters:
    """The matters of the knowledge that ships with amends."""
    from amends import catalog

    return Matters(catalog.matters())
