"""What an enforcement is about, in single words: learned from the signals of the playbooks and from the causes that
they know, so that a statement can be told to speak of another matter than the notice.

Playbooks that buyers and sellers mix up (late parcels and missing tracking) count as one matter: their family; in the
family `conduct`, where each is a matter of its own, the playbook. Matters that share a known cause are akin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.playbook import Catalog

_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 6
_APART = "conduct"
_UNNAMED = frozenset(("otherwise", "identity-money"))
# Words with which anything is told: none of them names a matter.
_OF_ANY = frozenset("day days week weeks month cause causes which went goes unit units our instead lead".split())
_COMMON = 0.3
_OF_A_CAUSE = 0.7


class Matters:
    """The words of each matter with their weight: 1 for a word that no other matter has, less the more have it."""

    def __init__(self, catalog: Catalog) -> None:
        self.of_enforcement: dict[str, str] = {}
        self._akin: set[tuple[str, str]] = set()
        words: dict[str, dict[str, float]] = {}
        for id, book in catalog.playbooks.items():
            matter = id if book.family == _APART else book.family
            self.of_enforcement[id] = matter
            if matter not in _UNNAMED:
                kept = words.setdefault(matter, {})
                kept.update((stem, 1.0) for stem in _stems((book.title, *_said(book.signals_for))))
                for stem in _stems((book.summary, *book.advice, *book.rejected)):
                    kept.setdefault(stem, _OF_A_CAUSE)
        for cause in catalog.causes.values():
            named = [self.of_enforcement.get(enforcement, "") for enforcement in cause.enforcements]
            self._akin.update((one, other) for one in named for other in named)
            for matter in named:
                if matter in words:
                    for stem in _stems((cause.title,)):
                        words[matter].setdefault(stem, _OF_A_CAUSE)
        shared: dict[str, int] = {}
        for kept in words.values():
            for stem in kept:
                shared[stem] = shared.get(stem, 0) + 1
        rare = {stem: log(len(words) / number) / log(len(words)) for stem, number in shared.items()}
        self._weights = {
            matter: {stem: weight * rare[stem] for stem, weight in kept.items() if rare[stem] > _COMMON}
            for matter, kept in words.items()
        }

    def weigh(self, words: Iterable[str]) -> dict[str, float]:
        """How much these words speak for each matter; a word counts once, one of any story not at all."""
        stems = set(map(stem_of, words)) - _OF_ANY
        return {matter: sum(kept[stem] for stem in stems if stem in kept) for matter, kept in self._weights.items()}

    def akin(self, one: str, other: str) -> bool:
        """Whether two matters are one, or have causes in common."""
        return one == other or (one, other) in self._akin


@cache
def shipped() -> Matters:
    """The matters of the knowledge that ships with amends, learned once."""
    from amends import catalog

    return Matters(catalog.load())


def stem_of(word: str) -> str:
    """The first letters of a word, in which its forms are alike."""
    return word[:_STEM]


def _stems(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from map(stem_of, _WORD.findall(text.casefold()))


def _said(signals: Iterable[Mapping[str, object]]) -> Iterator[str]:
    for signal in signals:
        for value in (signal.get("any"), signal.get("near")):
            if isinstance(value, str):
                yield value
            elif isinstance(value, (list, tuple)):
                yield from map(str, value)
