"""Causes that say too little: nothing in particular, or only what Amazon and the buyers see already."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.review.causes import own_gap
from amends.review.senses import Senses, Spot, senses
from amends.review.verbs import is_past

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.pieces import Statement

_UNKNOWN_ALLOWED = 8
_MOST_WORDS = 30
_NAME = re.compile(r"(?<=[a-z,;(] )(?!Amazon\b|ASIN|FBA\b|FBM\b|I\b|Seller\b|Central\b)[A-Z][\w&'’-]+")


def particular(statement: Statement) -> bool:
    """Whether a statement holds a number, a name, a file or quoted words."""
    words = statement.words
    return "\0" in words or any(word[0].isdigit() for word in words) or _NAME.search(statement.text) is not None


def vague(draft: Draft, statement: Statement) -> Spot | None:
    """Trouble of which nothing particular is told: hardly a word names a thing, a place, a day or a number."""
    found, words = senses(draft, statement), statement.words
    shrug = found.first("shrug")
    if shrug is not None and not own_gap(found, words):
        return shrug
    if not found.has("trouble") or len(words) > _MOST_WORDS or statement.text.rstrip().endswith(":"):
        return None
    if particular(statement):
        return None
    plain = {at for field in ("unspecific", "trouble") for spot in found.of(field) for at in range(*spot)}
    strange = sum(1 for at in range(len(words)) if at not in plain)
    if strange * _UNKNOWN_ALLOWED > len(words):
        return None
    return found.of("trouble")[0]


# What a seller is when things happen to them, or finds when looking: these verbs make no act of their own.
_NOT_ACTS = frozenset(
    "got received had were was been saw found identified analysed analyzed concluded noticed lost faced experienced "
    "suffered understood discovered seen came sold shipped sent delivered exceeded went fell rose dropped reached "
    "suspended deactivated removed blocked flagged rejected cancelled canceled delayed expired used reported "
    "complained returned refunded confirmed listed".split()
)


def symptom(draft: Draft, statement: Statement) -> Spot | None:
    """What Amazon sees, given as the cause, with no step and no act of the seller's own behind it."""
    found, words = senses(draft, statement), statement.words
    if not found.has("causal") or not found.has("symptom") or own_gap(found, words) or _acted(words):
        return None
    named = sum(1 for at in range(len(words)) if at not in _seen(found))
    if named * 4 > len(words):
        return None
    return found.of("symptom")[0]


def pointed(draft: Draft, statement: Statement) -> bool:
    """Whether a short statement only says that what stands before it is the cause."""
    words = statement.words
    return (
        len(words) <= 8
        and words[0] in ("that", "this", "these", "here", "it", "such")
        and senses(draft, statement).has("causal")
    )


def symptom_alone(draft: Draft, statement: Statement) -> Spot | None:
    """A statement of symptoms only, without a word that calls it the cause."""
    found, words = senses(draft, statement), statement.words
    if not found.has("symptom") or own_gap(found, words) or _acted(words):
        return None
    named = sum(1 for at in range(len(words)) if at not in _seen(found))
    return found.of("symptom")[0] if named * 6 <= len(words) else None


def _seen(found: Senses) -> set[int]:
    fields = ("symptom", "causal", "unspecific", "sold", "trouble")
    return {at for field in fields for spot in found.of(field) for at in range(*spot)}


def _acted(words: tuple[str, ...]) -> bool:
    """Whether the seller did something of their own here: "we attached three sizes to one parent"."""
    for at, word in enumerate(words):
        if word in ("we", "i"):
            verb = next(
                (w for w in words[at + 1 : at + 4] if is_past(w) and w not in ("had", "have", "was", "were")), ""
            )
            if verb and verb not in _NOT_ACTS:
                return True
    return False
