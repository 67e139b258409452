"""Sentence patterns with typed slots, as the knowledge files write them.

`{slot}`, `{slot.part}`, `{case.asins|list}` stand for values, `{asins?was|were}` for a word that follows the number of
a value, `[ … ]` for a clause that drops out when a slot in it is empty. Clauses do not nest. See `docs/knowledge.md`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from amends.typed import TypeAlias

_TOKEN = re.compile(r"\{([^{}]*)\}|([\[\]])")
_NAME = re.compile(r"[a-z][a-z0-9_-]*(?:\.[a-z0-9][a-z0-9_-]*){0,2}")
SHARED = ("case", "seller")


@dataclass(frozen=True, slots=True)
class Ref:
    """A place for a value: `name` as written, `how` to write it, or the two words to choose from by number."""

    name: str
    how: str = ""
    number: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """Words that stand only when every slot in them is filled."""

    parts: tuple[str | Ref, ...]


Part: TypeAlias = str | Ref | Clause


class Fault(ValueError):
    """A pattern that cannot be read; the text says what is wrong."""


@lru_cache(maxsize=4096)
def parse(pattern: str) -> tuple[Part, ...]:
    """The parts of a pattern. Raises `Fault` for a bracket left open, a nested clause or a strange name."""
    top: list[Part] = []
    inner: list[str | Ref] | None = None
    at = 0
    for token in _TOKEN.finditer(pattern):
        literal = pattern[at : token.start()]
        at = token.end()
        target: list[Part] | list[str | Ref] = top if inner is None else inner
        if literal:
            target.append(literal)
        if token.group(2) == "[":
            if inner is not None:
                raise Fault("clauses [ … ] do not nest")
            inner = []
        elif token.group(2) == "]":
            if inner is None:
                raise Fault("a ] without its [")
            top.append(Clause(tuple(inner)))
            inner = None
        else:
            target.append(_ref(token.group(1)))
    if inner is not None:
        raise Fault("a [ without its ]")
    rest = pattern[at:]
    if "{" in rest or "}" in rest:
        raise Fault("a brace { or } without its partner")
    if rest:
        top.append(rest)
    return tuple(top)


def _ref(inside: str) -> Ref:
    name, question, words = inside.partition("?")
    if question:
        one, bar, many = words.partition("|")
        if not bar:
            raise Fault(f"{{{inside}}} needs two words: {{name?was|were}}")
        ref = Ref(name, "", (one, many))
    else:
        name, _, how = inside.partition("|")
        ref = Ref(name, how)
    if not _NAME.fullmatch(ref.name):
        raise Fault(f"{{{inside}}} is not a slot")
    return ref


def refs(pattern: str) -> tuple[Ref, ...]:
    """All places for values, those inside of clauses too."""
    found: list[Ref] = []
    for part in parse(pattern):
        if isinstance(part, Clause):
            found.extend(p for p in part.parts if isinstance(p, Ref))
        elif isinstance(part, Ref):
            found.append(part)
    return tuple(found)


def needed(pattern: str) -> tuple[Ref, ...]:
    """The places outside of clauses: without them the sentence cannot be said."""
    return tuple(part for part in parse(pattern) if isinstance(part, Ref))


@dataclass(frozen=True, slots=True)
class Filled:
    """A sentence and the keys of the facts in it; `missing` are the names that had no value (then `text` is empty)."""

    text: str
    facts: tuple[str, ...]
    missing: tuple[str, ...] = ()


Resolve: TypeAlias = Callable[[Ref], tuple[str, str] | None]


def fill(pattern: str, resolve: Resolve, in_clause: Resolve | None = None) -> Filled:
    """The sentence of a pattern. `resolve` gives for a place its words and the key of the fact, or None.

    `in_clause` does so for places inside of clauses, when something else holds there.
    """
    inside = in_clause or resolve
    pieces: list[str] = []
    facts: list[str] = []
    missing: list[str] = []
    for part in parse(pattern):
        if isinstance(part, str):
            pieces.append(part)
        elif isinstance(part, Ref):
            found = resolve(part)
            if found is None:
                missing.append(part.name)
            else:
                pieces.append(_unstuttered(pieces, found[0]))
                facts.append(found[1])
        else:
            inner = [(p, inside(p)) if isinstance(p, Ref) else (p, (p, "")) for p in part.parts]
            if all(found is not None for _, found in inner):
                for place, found in inner:
                    assert found is not None
                    pieces.append(_unstuttered(pieces, found[0]) if isinstance(place, Ref) else found[0])
                    if found[1]:
                        facts.append(found[1])
    if missing:
        return Filled("", (), tuple(dict.fromkeys(missing)))
    return Filled(_smooth("".join(pieces)), tuple(dict.fromkeys(facts)))


_STUTTER = frozenset("a an the from in at by to for of on with that because when if it we is are was were only".split())
_PLACES = frozenset("in at on under inside outside by behind beside near".split())


def _unstuttered(before: list[str], words: str) -> str:
    """A value without the small word that stands before it already ("from" + "from a shop").

    A place that brings its own preposition takes the one before it away ("kept in" + "at home").
    """
    head, _, rest = words.partition(" ")
    if not rest or not before:
        return words
    start, _, last = before[-1].rstrip().rpartition(" ")
    if head in _STUTTER and last.lower() == head:
        return rest
    if last == "in" and head in _PLACES:
        before[-1] = f"{start} "
    return words


def _smooth(text: str) -> str:
    """One space between words, none before a mark, a capital at the head, one full stop at the end."""
    text = " ".join(text.split())
    text = re.sub(r"\s+([,.;:)])", r"\1", text)
    text = re.sub(r"([,;])(?=[,.;])", "", text)
    text = re.sub(r"\.\.(?!\.)", ".", text)
    return text[:1].upper() + text[1:]
