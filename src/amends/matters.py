"""What each enforcement is about, in single words: learned from the playbooks and causes when these are compiled.

Playbooks that buyers and sellers mix up (late parcels and missing tracking) count as one matter: their family; in the
family `conduct`, where each is a matter of its own, the playbook. Matters that share a known cause are akin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from math import log

from amends.pages import paged
from amends.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from amends.playbook import Catalog

_WORD = r"[^\W\d_]{3,}"
_STEM = 6
_APART = "conduct"
_UNNAMED = frozenset(("otherwise", "identity-money"))
_COMMON = 0.3
_OF_A_CAUSE = 0.7


def stem_of(word: str) -> str:
    """The first letters of a word, in which its forms are alike."""
    return word[:_STEM]


def learned(catalog: Catalog) -> dict[str, dict[str, Any]]:
    """`of`: the matter of each enforcement; `akin`: the matters with causes in common, of each; `matters`: those
    that have words; `weights`: the matters of each stem with its weight, 1 where no other matter has it, and less the
    more do, as pages (see `pages.py`).
    """
    of: dict[str, str] = {}
    akin: dict[str, dict[str, None]] = {}
    words: dict[str, dict[str, float]] = {}
    for id, book in catalog.playbooks.items():
        matter = of[id] = id if book.family == _APART else book.family
        if matter not in _UNNAMED:
            kept = words.setdefault(matter, {})
            kept.update((stem, 1.0) for stem in _stems((book.title, *_said(book.signals_for))))
            for stem in _stems((book.summary, *book.advice, *book.rejected)):
                kept.setdefault(stem, _OF_A_CAUSE)
    for cause in catalog.causes.values():
        named = [of.get(enforcement, "") for enforcement in cause.enforcements]
        for matter in named:
            akin.setdefault(matter, {}).update(dict.fromkeys(named))
            if matter in words:
                for stem in _stems((cause.title,)):
                    words[matter].setdefault(stem, _OF_A_CAUSE)
    speaks: dict[str, list[str]] = {}
    for matter, weights in _weights(words).items():
        for stem, weight in weights.items():
            speaks.setdefault(stem, []).append(f"{matter}={weight!r}")
    return {
        "of": of,
        "akin": {one: list(others) for one, others in akin.items()},
        "matters": dict.fromkeys(words, ""),
        "weights": paged({stem: " ".join(told) for stem, told in speaks.items()}),
    }


def _weights(words: Mapping[str, Mapping[str, float]]) -> dict[str, dict[str, float]]:
    shared: dict[str, int] = {}
    for kept in words.values():
        for stem in kept:
            shared[stem] = shared.get(stem, 0) + 1
    rare = {stem: log(len(words) / number) / log(len(words)) for stem, number in shared.items()}
    return {
        matter: {stem: weight * rare[stem] for stem, weight in kept.items() if rare[stem] > _COMMON}
        for matter, kept in words.items()
    }


def _stems(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from map(stem_of, re.findall(_WORD, text.casefold()))


def _said(signals: Iterable[Mapping[str, object]]) -> Iterator[str]:
    for signal in signals:
        for value in (signal.get("any"), signal.get("near")):
            if isinstance(value, str):
                yield value
            elif isinstance(value, (list, tuple)):
                yield from map(str, value)
