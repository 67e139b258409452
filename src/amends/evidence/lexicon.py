"""Words that tell a kind of document: looked up in a text, all kinds at once.

The phrases come from the files of `data/documents` (`tells`, described in `docs/knowledge.md`). Case, accents, hyphens
and apostrophes do not matter; a word that ends in `*` stands for every word that begins so, and an alternative that
begins with `~` is looked for anywhere, also inside words (for compounds and for scripts that do not part words).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from amends.signal import ways
from amends.typed import Generic, NamedTuple, TypeVar

T = TypeVar("T")
_ACCENTS = re.compile("[\u0300-\u036f]+")
_POSSESSIVE = re.compile(r"'s\b")
_MOST_KEPT = 20_000
_TOKEN = re.compile(r"[^\W_]+")
_LETTERS = str.maketrans({"’": "'", "‘": "'", "´": "'", "`": "'", "ß": "ss", "æ": "ae", "ø": "o", "ł": "l"})


def plain(text: str) -> str:
    """Lower case without accents and possessives, widths folded: what phrases are compared in."""
    lowered = text.lower()
    if not lowered.isascii():
        parted = unicodedata.normalize("NFKD", lowered.translate(_LETTERS))
        # Composed again, since the syllables of Korean and the voice marks of Japanese are no accents.
        lowered = unicodedata.normalize("NFC", _ACCENTS.sub("", parted))
    return _POSSESSIVE.sub("", lowered) if "'" in lowered else lowered


def tokens(text: str) -> list[str]:
    """The words of a text for looking up."""
    return _TOKEN.findall(plain(text))


def tokens_in(text: str) -> list[str]:
    """The words of a text that `plain` has made already."""
    return _TOKEN.findall(text)


@lru_cache(maxsize=8192)
def tokens_of(word: str) -> tuple[str, ...]:
    """The tokens of one word of a page; most words come again on the next."""
    return tuple(tokens(word))


class Hit(NamedTuple, Generic[T]):
    """A phrase that was found: the tokens `start` to `end` (end not included), what it stands for, its words."""

    start: int
    end: int
    meaning: T
    phrase: str


class Lexicon(Generic[T]):
    """Phrases with what they stand for. `groups` are alternatives separated by `|`, as in `amends.signal`."""

    def __init__(self, groups: Iterable[tuple[str, T]]) -> None:
        self._exact: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        self._stems: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        self._inside: dict[str, list[T]] = {}
        self._joined: dict[str, list[T]] = {}
        for group, meaning in groups:
            for way in ways(group):
                self._add(way, meaning)
        self._lengths = tuple(sorted({len(stem) for stem in self._stems}))
        inside = sorted(self._inside, key=len, reverse=True)
        self._begun: dict[str, tuple[tuple[tuple[str, ...], T], ...]] = {}
        self._any = re.compile("|".join(map(re.escape, inside))) if inside else None

    def _add(self, way: str, meaning: T) -> None:
        if way.startswith("~"):
            self._inside.setdefault(plain(way[1:]).strip(), []).append(meaning)
            return
        words = tuple(
            token + ("*" if word.endswith("*") and at == len(found) - 1 else "")
            for word in way.split()
            for found in [tokens(word)]
            for at, token in enumerate(found)
        )
        if not words:
            return
        if len(words) > 1 and not any(word.endswith("*") for word in words):
            self._joined.setdefault("".join(words), []).append(meaning)
        if words[0].endswith("*"):
            self._stems.setdefault(words[0][:-1], []).append((words, meaning))
        else:
            self._exact.setdefault(words[0], []).append((words, meaning))

    def hits(self, text: Sequence[str]) -> Iterator[Hit[T]]:
        """Every phrase of whole words that stands in these tokens; several may overlap."""
        begun, last = self._begun, len(text) - 1
        for at, token in enumerate(text):
            entries = begun.get(token)
            if entries is None:
                entries = self._beginning(token)
            if not entries:
                continue
            following = text[at + 1] if at < last else ""
            for words, meaning in entries:
                # A phrase of one word stands where it begins; of most others the second tells that they do not.
                if len(words) > 1 and words[1] != following and words[1][-1] != "*":
                    continue
                if len(words) == 1 or _stands(words, text, at):
                    yield Hit(at, at + len(words), meaning, " ".join(text[at : at + len(words)]))

    def begin(self, text: Iterable[str]) -> bool:
        """Whether any phrase begins with one of these tokens."""
        begun = self._begun
        for token in text:
            entries = begun.get(token)
            if entries if entries is not None else self._beginning(token):
                return True
        return False

    def _beginning(self, token: str) -> tuple[tuple[tuple[str, ...], T], ...]:
        """The phrases that begin with a token, kept for the next time it comes."""
        found = list(self._exact.get(token, ()))
        for length in self._lengths:
            if length > len(token):
                break
            found += self._stems.get(token[:length], ())
        if len(self._begun) >= _MOST_KEPT:
            self._begun.clear()
        entries = self._begun[token] = tuple(found)
        return entries

    def joined(self, text: str) -> Sequence[T]:
        """What a text stands for that is a phrase of several words run together, as recognisers often read them."""
        return self._joined.get(text, ())

    def inside(self, text: str) -> Iterator[tuple[T, str]]:
        """Every alternative that may stand inside of words, in a text made `plain`."""
        if self._any is not None:
            for match in self._any.finditer(text):
                for meaning in self._inside[match.group()]:
                    yield meaning, match.group()


def _stands(words: tuple[str, ...], text: Sequence[str], at: int) -> bool:
    if at + len(words) > len(text):
        return False
    for word, token in zip(words, text[at : at + len(words)], strict=True):
        if word != token and not (word[-1] == "*" and token.startswith(word[:-1])):
            return False
    return True
