"""The words of invoices in many languages: which phrase is the label of what, and which words mark what.

The lists are the files of `words/`, one a language, found by scanning the folder. They are made into one dictionary
by the first word of each phrase, so that a word of a page costs one look.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from amends.errors import Invalid
from amends.formats import yamlfile
from amends.typed import cast

_KEPT = re.compile(r"[^\w#%&]+|_+")
# What a recogniser mistakes for each other.
_ALIKE = str.maketrans({"0": "o", "1": "l", "i": "l", "|": "l", "5": "s", "8": "b", "!": "l"})
_LABELS = ("fields", "weak", "parties", "contact", "sums", "columns")
_LISTS = ("title", "carried")
_SETS = ("legal_forms", "streets", "units", "packs", "free")
_SHORTEST_GLUED = 5
_UMLAUTS = frozenset("äöü")
_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})

Ids = tuple[str, ...]


@dataclass(slots=True)
class Lexicon:
    """All lists together. Phrases and words are in the form that `plain` gives; `seen` is for who looks words up."""

    phrases: dict[str, list[tuple[tuple[str, ...], Ids]]] = field(default_factory=dict)
    blurred: dict[str, list[tuple[tuple[str, ...], Ids]]] = field(default_factory=dict)
    months: dict[str, int] = field(default_factory=dict)
    legal_forms: set[str] = field(default_factory=set)
    streets: set[str] = field(default_factory=set)
    units: set[str] = field(default_factory=set)
    packs: set[str] = field(default_factory=set)
    free: set[str] = field(default_factory=set)
    notes: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    countries: dict[str, str] = field(default_factory=dict)
    currencies: dict[str, tuple[str, ...]] = field(default_factory=dict)
    symbols: dict[str, tuple[str, ...]] = field(default_factory=dict)
    eastern: int = 0
    seen: dict[str, tuple[str, int]] = field(default_factory=dict)

    def match(self, words: Sequence[str], at: int, scanned: bool = False) -> tuple[int, Ids]:
        """The longest phrase that begins at a word: how many words it has (0: none) and what it is the label of."""
        following = words[at + 1] if at + 1 < len(words) else ""
        for rest, ids in self.phrases.get(words[at], ()):
            if not rest:
                return 1, ids
            if rest[0] == following and tuple(words[at + 1 : at + 1 + len(rest)]) == rest:
                return 1 + len(rest), ids
        if scanned:
            for rest, ids in self.blurred.get(words[at].translate(_ALIKE), ()):
                end = at + 1 + len(rest)
                if not rest or tuple([word.translate(_ALIKE) for word in words[at + 1 : end]]) == rest:
                    return 1 + len(rest), ids
        return 0, ()

    def is_note(self, words: Sequence[str]) -> bool:
        """Whether a row begins as the small print of an invoice does."""
        return any(tuple(words[: len(phrase)]) == phrase for phrase in self.notes.get(words[0], ())) if words else False

    def has_legal_form(self, words: Sequence[str]) -> bool:
        """Whether some words hold the legal form of a company ("GmbH", "Sp. z o.o.") or what stands for one."""
        for at in range(1, len(words)):
            if words[at] in self.legal_forms:
                return True
            if at + 1 < len(words) and words[at] + words[at + 1] in self.legal_forms:
                return True
            if at + 2 < len(words) and words[at] + words[at + 1] + words[at + 2] in self.legal_forms:
                return True
        return bool(words) and not words[0].isascii() and any(form in words[0] for form in _eastern_forms())


@lru_cache(maxsize=16384)
def plain(word: str) -> str:
    """A word as it is compared: lower case, without accents, dots, hyphens and other marks."""
    if word.isascii():
        lowered = word.lower()
        return lowered if lowered.isalnum() else _KEPT.sub("", lowered)
    text = unicodedata.normalize(
        "NFKD", unicodedata.normalize("NFKC", word).casefold().replace("ł", "l").replace("ı", "i")
    )
    return _KEPT.sub("", "".join(c for c in text if not unicodedata.combining(c) or c in "\u3099\u309a"))


def _phrases(written: object) -> Iterator[tuple[str, ...]]:
    """The phrases of a list: parted by commas, each in its words. One with an umlaut comes in two letters too, as who
    has no key for it writes: "Rechnungsempfaenger".
    """
    for phrase in str(written or "").split(","):
        words = tuple([word for word in map(plain, phrase.split()) if word])
        if words:
            yield words
        if not _UMLAUTS.isdisjoint(phrase):
            spelled = phrase.translate(_SPELLED)
            yield tuple([word for word in map(plain, spelled.split()) if word])


@cache
def lexicon() -> Lexicon:
    """The lists of all languages together. Raises `Invalid` when a file of ours is no good."""
    made = Lexicon()
    ids: dict[tuple[str, ...], list[str]] = {}
    for data in _files():
        for section in _LABELS:
            for name, written in cast("dict[str, str]", data.get(section, {})).items():
                for phrase in _phrases(written):
                    ids.setdefault(phrase, []).append(f"{section}:{name}")
        for section in _LISTS:
            for phrase in _phrases(data.get(section)):
                ids.setdefault(phrase, []).append(section)
        for section in _SETS:
            words: set[str] = getattr(made, section)
            words.update("".join(phrase) for phrase in _phrases(data.get(section)))
        for number, names in enumerate(str(data.get("months") or "").split(","), 1):
            for phrase in _phrases(names):
                for name in phrase:
                    made.months.setdefault(name, number)
        for note in _phrases(data.get("notes")):
            made.notes.setdefault(note[0], []).append(note)
        for code, written in cast("dict[str, str]", data.get("countries", {})).items():
            made.countries.update(dict.fromkeys(("".join(name) for name in _phrases(written)), code))
        for code, lands in cast("dict[str, str]", data.get("currencies", {})).items():
            made.currencies[code] = tuple(lands.split(", "))
        for sign, codes in cast("dict[str, str]", data.get("symbols", {})).items():
            made.symbols[sign] = tuple(codes.split(", "))
    _compile(made, ids)
    return made


def _compile(made: Lexicon, ids: dict[tuple[str, ...], list[str]]) -> None:
    for phrase, names in list(ids.items()):
        # A recogniser loses blanks, and writers put hyphens: "InvoiceNo", "Bill-to".
        glued = "".join(phrase)
        if len(phrase) > 1 and (len(glued) >= _SHORTEST_GLUED or "#" in glued):
            ids.setdefault((glued,), []).extend(name for name in names if name not in ids.get((glued,), ()))
    for phrase, names in ids.items():
        if not phrase:
            continue
        found = tuple(dict.fromkeys(names))
        made.phrases.setdefault(phrase[0], []).append((phrase[1:], found))
        blurred = tuple(word.translate(_ALIKE) for word in phrase)
        if len("".join(phrase)) >= _SHORTEST_GLUED:
            made.blurred.setdefault(blurred[0], []).append((blurred[1:], found))
        if not phrase[0].isascii() and len(phrase) == 1:
            made.eastern = max(made.eastern, len(phrase[0]))
    for table in (made.phrases, made.blurred):
        for entries in table.values():
            entries.sort(key=lambda entry: -len(entry[0]))


@cache
def _eastern_forms() -> tuple[str, ...]:
    return tuple(form for form in lexicon().legal_forms if not form.isascii())


def _files() -> Iterator[dict[str, object]]:
    folder = os.path.join(os.path.dirname(__file__), "words")
    for name in sorted(os.listdir(folder)):
        if name.endswith(".yaml"):
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                document = yamlfile.read(file.read(), name)
            if document.problems or not isinstance(document.data, dict):
                raise Invalid(document.problems)
            yield document.data
