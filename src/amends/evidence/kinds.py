"""Which kind of document a file is, by the words of its name and its type. `unknown` rather than a guess."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from amends.playbook import Catalog, Document

UNKNOWN = "unknown"
_SURE = 0.9
_LIKELY = 0.75
_SHORT = 0.6
_WRONG_TYPE = 0.6
_TOLD_BY_NEED = 0.8
_CONTRADICTED = 0.5
_LEAST = 0.5


@dataclass(frozen=True, slots=True)
class Guess:
    """A kind of document, how sure the guess is (0 to 1), and the word of the name that tells it."""

    kind: str
    confidence: float
    because: str = ""


def guess(name: str, type_: str, catalog: Catalog, likely: tuple[str, ...] = ()) -> Guess:
    """The kind that a file's name tells. `type_` is its type by content; `likely` kinds break a tie.

    The longest word or run of words wins. When two kinds claim it and nothing tells them apart, or another word of the
    name speaks for another kind, the kind is unknown.
    """
    words = _words(name)
    found: dict[str, str] = {}
    for document in catalog.documents.values():
        hits = [hit for hit in (_hit(alias, words) for alias in (*document.names, document.id)) if hit]
        if hits:
            found[document.id] = max(hits, key=len)
    if not found:
        return Guess(UNKNOWN, 0.0)
    longest = max(len(hit) for hit in found.values())
    best = [kind for kind, hit in found.items() if len(hit) == longest]
    doubt = 1.0
    for told in (
        [kind for kind in best if _takes(catalog.documents[kind], type_)],
        [kind for kind in best if kind in likely],
    ):
        if len(best) > 1 and told:
            best, doubt = told, _TOLD_BY_NEED
    if len(best) != 1:
        return Guess(UNKNOWN, 0.0)
    hit = found[best[0]]
    if " " not in hit and any(kind not in best and other not in hit for kind, other in found.items()):
        doubt *= _CONTRADICTED
    confidence = (_SURE if " " in hit or len(hit) > 8 else _LIKELY if len(hit) > 3 else _SHORT) * doubt
    if not _takes(catalog.documents[best[0]], type_):
        confidence *= _WRONG_TYPE
    return Guess(best[0], round(confidence, 2), hit) if confidence >= _LEAST else Guess(UNKNOWN, 0.0)


def _takes(document: Document, type_: str) -> bool:
    return type_ in document.formats or (type_ == "jpg" and "jpeg" in document.formats)


def _words(name: str) -> list[str]:
    """The words of a file name: cut at marks, digits and inner capitals ("InvoiceMarch2026" is three)."""
    plain = unicodedata.normalize("NFKC", name.rpartition(".")[0] or name)
    spaced = ""
    for before, c in zip(" " + plain, plain, strict=False):
        if not c.isalpha() or (c.isupper() and before.islower()) or not before.isalpha():
            spaced += " "
        spaced += c if c.isalpha() else ""
    return [_one(word) for word in spaced.casefold().split()]


def _one(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


def _hit(alias: str, words: list[str]) -> str:
    """The words of an alias when they stand side by side in the name, else ""."""
    wanted = [_one(word) for word in alias.casefold().replace("-", " ").replace("_", " ").split()]
    size = len(wanted)
    if size and any(words[at : at + size] == wanted for at in range(len(words) - size + 1)):
        return " ".join(wanted)
    return ""
