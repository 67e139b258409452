"""Which kind of document a file is: by its pages, and by the words of its name. `unknown` rather than a guess.

The pages are told by their titles and by the words that such documents hold (`tells` in `data/documents`); what each
says for or against a kind is added up in natural log-odds.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from amends.evidence.lexicon import Lexicon, plain, tokens_in
from amends.evidence.page import Page
from amends.evidence.titles import titles
from amends.playbook import Catalog, Document
from amends.typed import NamedTuple

UNKNOWN = "unknown"
_SURE = 0.9
_LIKELY = 0.75
_SHORT = 0.6
_WRONG_TYPE = 0.6
_TOLD_BY_NEED = 0.8
_CONTRADICTED = 0.5
_LEAST = 0.5


# A title weighs as much as two or three groups of words; the pages after the third add nothing but time.
_TITLE = 5.0
_AMOUNTS = 0.8
_PAGES = 3
_WORDS = 2000
_NEEDED = 2.2
_BY_FORM = 0.6
_FEW_AMOUNTS = 2
_AMOUNT = re.compile(r"(?<![\d.,])\d{1,3}(?:[.,' ]?\d{3})*[.,]\d\d(?![\d.,]|\s?%)")


@dataclass(frozen=True, slots=True)
class Guess:
    """A kind of document, how sure the guess is (0 to 1), and the words that tell it."""

    kind: str
    confidence: float
    because: str = ""


def guess(name: str, type_: str, catalog: Catalog, likely: tuple[str, ...] = ()) -> Guess:
    """The kind that a file's name tells. `type_` is its type by content; `likely` kinds break a tie.

    The longest word or run of words wins. When two kinds claim it and nothing tells them apart, or another word of the
    name speaks for another kind, the kind is unknown.
    """
    words = _words(name)
    named = _named(catalog)
    hits: dict[str, list[str]] = {}
    for word in dict.fromkeys(words):
        for kind, alias in named.get(word, ()):
            hit = _hit(alias, words)
            if hit:
                hits.setdefault(kind, []).append(hit)
    found = {kind: max(hits[kind], key=len) for kind in catalog.documents if kind in hits}
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


_NAMED: list[tuple[Mapping[str, Document], dict[str, list[tuple[str, str]]]]] = []


def _named(catalog: Catalog) -> dict[str, list[tuple[str, str]]]:
    """The names of all kinds by their first words, put in order once for the catalog in use."""
    if not _NAMED or _NAMED[0][0] is not catalog.documents:
        found: dict[str, list[tuple[str, str]]] = {}
        for document in catalog.documents.values():
            for alias in (*document.names, document.id):
                wanted = _alias(alias)
                if wanted:
                    found.setdefault(wanted[0], []).append((document.id, alias))
        _NAMED[:] = [(catalog.documents, found)]
    return _NAMED[0][1]


class _Sign(NamedTuple):
    """What a group of words says: for which kind, its number there, and its weight; a title has no weight."""

    kind: str
    number: int
    weight: float


class _Words(NamedTuple):
    titles: Lexicon[str]
    words: Lexicon[_Sign]


_LEARNED: list[tuple[Mapping[str, Document], _Words]] = []


def _learned(catalog: Catalog) -> _Words:
    """The words of all kinds, put in order once for the catalog in use."""
    if not _LEARNED or _LEARNED[0][0] is not catalog.documents:
        kinds = list(catalog.documents.values())
        named = Lexicon((group, kind.id) for kind in kinds for group in kind.tells.titles)
        worded = Lexicon(
            (group, _Sign(kind.id, number, weight))
            for kind in kinds
            for number, (group, weight) in enumerate(kind.tells.words)
        )
        _LEARNED[:] = [(catalog.documents, _Words(named, worded))]
    return _LEARNED[0][1]


def told(pages: Sequence[Page], type_: str, catalog: Catalog) -> Guess:
    """The kind that the pages tell, with the words that told it. `type_` is the type of the file by content."""
    ranked = _ranked(pages, catalog)
    if not ranked:
        return Guess(UNKNOWN, 0.0)
    kind, score, because = ranked[0]
    form = _form(kind, catalog)
    # A customs invoice and a sales invoice are one form: that they are near each other makes neither of them unknown.
    second = next((other for name, other, _ in ranked[1:] if _form(name, catalog) != form), 0.0)
    lead = score - max(second, 0.0)
    sure = min(lead, score - _NEEDED + 1.0)
    confidence = 1.0 / (1.0 + math.exp(-sure))
    if len(ranked) > 1 and _form(ranked[1][0], catalog) == form:
        between = 1.0 / (1.0 + math.exp(ranked[1][1] - score))
        confidence = min(confidence, max(between, _BY_FORM))
    if score < _NEEDED or confidence < 0.55:
        return Guess(UNKNOWN, 0.0)
    return Guess(kind, round(min(confidence, 0.99), 2), because)


def _ranked(pages: Sequence[Page], catalog: Catalog) -> list[tuple[str, float, str]]:
    """Each kind that something speaks for, with its score and the words behind it, the likeliest first."""
    learned = _learned(catalog)
    read = [page for page in pages if page.words][:_PAGES]
    text: list[str] = []
    written: list[str] = []
    compared: list[str] = []
    for page in read:
        run = " ".join([word.text for word in page.words[:_WORDS]])
        written.append(run)
        compared.append(plain(run))
        text += tokens_in(compared[-1])
    signs: dict[_Sign, str] = {}
    for hit in learned.words.hits(text):
        signs.setdefault(hit.meaning, hit.phrase)
    joined = "\n".join(written)
    if not joined.isascii():
        for sign, phrase in learned.words.inside("\n".join(compared)):
            signs.setdefault(sign, phrase)
    scores: dict[str, float] = {}
    reasons: dict[str, list[tuple[float, str]]] = {}

    def speaks(kind: str, weight: float, phrase: str) -> None:
        scores[kind] = scores.get(kind, 0.0) + weight
        reasons.setdefault(kind, []).append((weight, phrase))

    for sign, phrase in signs.items():
        speaks(sign.kind, sign.weight, phrase)
    best: dict[str, tuple[float, str]] = {}
    for page in read[:1]:
        for title in titles(page, learned.titles):
            if title.strength > best.get(title.meaning, (0.0, ""))[0]:
                best[title.meaning] = (title.strength, title.quote)
    for kind, (strength, quote) in best.items():
        speaks(kind, strength * _TITLE, quote)
    amounts = len(_AMOUNT.findall(joined)) >= _FEW_AMOUNTS
    for kind in list(scores):
        shows = catalog.documents[kind].tells.amounts
        if shows is not None:
            scores[kind] += _AMOUNTS if shows == amounts else -_AMOUNTS
    return sorted(
        ((kind, score, ", ".join(_told(reasons[kind]))) for kind, score in scores.items() if score > 0),
        key=lambda entry: (-entry[1], entry[0]),
    )


def combined(named: Guess, told_: Guess, catalog: Catalog) -> Guess:
    """One guess of what the name says and what the pages tell. The pages win, unless they say nothing sure.

    Of kinds that have one form (`reads_as`) the pages cannot choose: there the name does.
    """
    if told_.kind == UNKNOWN or named.kind == UNKNOWN:
        return named if told_.kind == UNKNOWN else told_
    if named.kind == told_.kind:
        both = 1 - (1 - named.confidence) * (1 - told_.confidence)
        return Guess(told_.kind, round(min(both, 0.99), 2), told_.because)
    if _form(named.kind, catalog) == _form(told_.kind, catalog):
        return Guess(named.kind, max(named.confidence, told_.confidence), f"{named.because}, {told_.because}")
    if told_.confidence >= named.confidence - 0.2:
        return told_
    return Guess(named.kind, round(named.confidence * (1 - told_.confidence / 2), 2), named.because)


def _form(kind: str, catalog: Catalog) -> str:
    document = catalog.documents.get(kind)
    return (document.reads_as if document else "") or kind


def _told(reasons: list[tuple[float, str]]) -> list[str]:
    """The words that speak most for a kind, each once."""
    words = dict.fromkeys(phrase for weight, phrase in sorted(reasons, reverse=True) if weight > 0)
    return list(words)[:3]


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
    wanted = _alias(alias)
    size = len(wanted)
    if not size or wanted[0] not in words:
        return ""
    if any(words[at : at + size] == wanted for at in range(len(words) - size + 1)):
        return " ".join(wanted)
    return ""


@lru_cache(maxsize=4096)
def _alias(alias: str) -> list[str]:
    """The words of an alias, as they are compared with those of a name."""
    return [_one(word) for word in alias.casefold().replace("-", " ").replace("_", " ").split()]
