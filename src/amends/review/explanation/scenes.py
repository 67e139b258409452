"""What goes wrong at a seller's, told as scenes, and which enforcements each scene may explain.

A scene is seen where words of several groups meet in what the letter gives as its cause: a return, a shelf and "new";
a price and a ceiling. One word alone proves nothing, save where it says it all ("repricer"). A cause that shows scenes,
and none that may explain the notice, belongs to another letter. The scenes are files of `review/scenes`.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

# These are told of much, or it is not told of what: no scene is foreign to them.
_OF_ANYTHING = frozenset("account-at-risk unspecified phishing".split())
_SHORTEST_STEM, _LONGEST_STEM = 3, 13
_Words = tuple[str, ...]


class _Scenes(NamedTuple):
    """The groups of each word, stem and pair; the signs, each with its scene and what that explains; own words."""

    words: Mapping[str, Sequence[int]]
    stems: Mapping[str, Sequence[int]]
    signs: tuple[tuple[str, frozenset[str], frozenset[int]], ...]
    own: Mapping[str, int]


@cache
def _scenes() -> _Scenes:
    from amends import catalog

    known = catalog.scenes()
    signs = tuple(
        (name, frozenset(explains), frozenset(groups))
        for name, (explains, told) in known["scenes"].items()
        for groups in told
    )
    return _Scenes(known["words"], known["stems"], signs, known["own"])


def explained(words: _Words, enforcement: str) -> bool:
    """Whether a sentence shows a scene that may explain the enforcement, or comes back to it by name."""
    known = _scenes()
    met = frozenset(_met(known, words))
    return known.own.get(enforcement) in met or any(
        groups <= met and enforcement in explains for _, explains, groups in known.signs
    )


def foreign(sentences: Sequence[_Words], enforcement: str) -> tuple[int, str] | None:
    """The scene that these sentences show, and in which of them, if none that they show may explain the enforcement.

    What is foreign must be seen within two sentences, what explains the notice only somewhere.
    """
    known = _scenes()
    if enforcement in _OF_ANYTHING or enforcement not in known.own:
        return None
    met = [frozenset(_met(known, words)) for words in sentences]
    everywhere = frozenset[int]().union(*met)
    if known.own[enforcement] in everywhere:
        return None
    shown = [sign for sign in known.signs if sign[2] <= everywhere]
    if any(enforcement in explains for _, explains, _ in shown):
        return None
    for at, here in enumerate(met):
        near = here.union(*met[at + 1 : at + 2])
        for name, _, groups in shown:
            if groups <= near and not groups.isdisjoint(here):
                return at, name
    return None


def _met(known: _Scenes, words: _Words) -> Iterator[int]:
    for word in set(words):
        yield from known.words.get(word, ())
        for length in range(_SHORTEST_STEM, min(len(word), _LONGEST_STEM) + 1):
            yield from known.stems.get(word[:length], ())
    for pair in pairwise(words):
        yield from known.words.get(" ".join(pair), ())
