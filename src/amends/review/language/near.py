"""Which of many known words a word is a slip of: a character lost, added or changed, or two in each other's place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_SHORTEST, _LONGEST = 3, 40


class Near:
    """Known words, indexed by what remains of them without one character; a look-up costs the word's length."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(word for word in words if _SHORTEST <= len(word) <= _LONGEST)
        self._index: dict[str, set[str]] = {}
        for word in self._words:
            for rest in _without_one(word):
                self._index.setdefault(rest, set()).add(word)

    def of(self, word: str) -> str:
        """The one known word that a word is a slip of; an empty string for a known one, for none and for several."""
        if word in self._words or not _SHORTEST <= len(word) <= _LONGEST:
            return ""
        found = set(self._index.get(word, ()))
        for rest in _without_one(word):
            found |= self._index.get(rest, set())
            if rest in self._words:
                found.add(rest)
        found = {known for known in found if _one_slip(word, known)}
        return found.pop() if len(found) == 1 else ""


def _without_one(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


def _one_slip(one: str, two: str) -> bool:
    """Whether a single slip makes one of the other; words that lack different characters need two."""
    if len(one) != len(two):
        return abs(len(one) - len(two)) == 1
    places = [at for at in range(len(one)) if one[at] != two[at]]
    if len(places) == 1:
        return True
    a, b = places[0], places[-1]
    return len(places) == 2 and b == a + 1 and one[a] == two[b] and one[b] == two[a]
