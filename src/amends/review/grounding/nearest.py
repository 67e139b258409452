"""Which fact of the case a sentence is about, when its words are not those of the drafted plan.

A fact is about what its question, the title of its entry, and the sentences that carry it speak of. A sentence that
shares rare words of one fact, and clearly more of them than of any other, is about that fact; where several could be
meant, none is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache

from amends.model import Count, Money, Period, Person, Rate, Span
from amends.review.grounding import said
from amends.review.grounding.citing import pieces_of, value_of
from amends.review.grounding.grounds import grounds
from amends.review.grounding.said import Said
from amends.review.language.near import Near
from amends.review.letter import parts
from amends.typed import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from amends.model import Fact
    from amends.playbook import Catalog
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

_SMALL = frozenset(said.stem(w) for w in (
    "a an the this that these those it its our we us you your they their to in on at for from by with as and or but "
    "so if then than is are was were be been has have had will not no any all each every also which who when where "
    "what how many did do does day date number amazon asin asins account on of case one two new before after since "
    "until more whole there".split()
))  # fmt: skip
_TYPED = (date, Period, Count, Money, Rate, Person)
_COMMON = 60
_ENOUGH, _WORDS_ENOUGH, _CLEARLY, _FAR = 1.0, 4, 1.8, 3.0
_FEW_DAYS = 3
# What has more words and values than any sentence is a list, of which none is about one fact.
_LONGEST = 200
# Characters of a text whose words are remembered; hardly a sentence is longer.
_REMEMBERED = 1000
# Two days so near each other are the ends of a time: "from 5 to 9 May 2026".
_RANGE = 2
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_FIRST, _LAST, _LEAP = date(1900, 1, 1), date(9000, 1, 1), (2, 29)
# Parts that date the whole letter or its documents rather than tell what happened.
_NOT_TOLD = (parts.OPENING, parts.CONCLUSION, parts.DOCUMENTS, parts.SIGNATURE)


class _Cut(list[Said]):
    """The pieces of a statement, which tell the values of a kind without being read through for each of them."""

    def __init__(self, pieces: Iterable[Said]) -> None:
        super().__init__(pieces)
        self._values: dict[str, dict[str, int]] = {}

    def values(self, kind: str) -> dict[str, int]:
        """The values of a kind, each with how often it stands there."""
        if kind not in self._values:
            counted = self._values[kind] = {}
            for piece in self:
                if piece.kind == kind:
                    counted[piece.value] = counted.get(piece.value, 0) + 1
        return self._values[kind]


class _About(NamedTuple):
    """A fact with the pieces of its value and the unit that it counts."""

    fact: Fact
    pieces: tuple[Said, ...]
    unit: str


class _Topics:
    """The typed facts of a case by the words that they are about."""

    def __init__(self, draft: Draft) -> None:
        self.facts: dict[str, _About] = {}
        self._keys: dict[tuple[str, str], list[str]] = {}
        self.wanted: dict[str, int] = {}
        self._saying: dict[tuple[str, str], set[str]] = {}
        self._units: dict[str, Near] = {}
        case = draft.case
        if case is None:
            return
        sentences: dict[str, list[str]] = {}
        if draft.plan is not None:
            for sentence in draft.plan.sentences:
                for key in sentence.facts:
                    sentences.setdefault(key, []).append(sentence.text)
        for key, fact in case.facts.items():
            if isinstance(fact.value, _TYPED):
                unit = said.stem(fact.value.unit.split()[-1]) if isinstance(fact.value, Count) else ""
                self.facts[key] = _About(fact, tuple(pieces_of(draft, fact)), unit)
                kinds = {piece.kind for piece in self.facts[key].pieces}
                words = set(_words([*_asked(key, draft.catalog), *sentences.get(key, ())]))
                self.wanted[key] = min(_WORDS_ENOUGH, max(1, len(words) // 2))
                for word in words:
                    for kind in kinds:
                        self._keys.setdefault((kind, word), []).append(key)

    def scores(self, words: Iterable[str], kind: str) -> dict[str, tuple[float, int]]:
        """How much of each fact with a value of this kind some words speak of, and how many of them do.

        A word that few facts have weighs more.
        """
        found: dict[str, tuple[float, int]] = {}
        for word in set(words):
            keys = self._keys.get((kind, word), ())
            if len(keys) <= _COMMON:
                for key in keys:
                    score, number = found.get(key, (0.0, 0))
                    found[key] = score + 1 / len(keys), number + 1
        return found

    def saying(self, kind: str, value: str) -> set[str]:
        """The keys of the facts that say a value."""
        if not self._saying:
            saying: dict[tuple[str, str], set[str]] = {}
            for key, about in self.facts.items():
                for piece in about.pieces:
                    saying.setdefault((piece.kind, piece.value), set()).add(key)
            self._saying = saying
        return self._saying.get((kind, value), set())

    def days_near(self, day: date) -> set[str]:
        """The days of facts that a day may be a slip of: a few days off, or the same day of a neighbouring year."""
        near = (
            [day + timedelta(days) for days in range(-_FEW_DAYS, _FEW_DAYS + 1) if days] if _FIRST < day < _LAST else []
        )
        near += [
            day.replace(year=day.year + by) for by in (-1, 1) if _FIRST < day < _LAST and (day.month, day.day) != _LEAP
        ]
        return {other.isoformat() for other in near if self.saying(said.DAY, other.isoformat())}

    def number_near(self, value: str, unit: str) -> str:
        """The number of the same unit that a number is a slip of, or an empty string."""
        if unit not in self._units:
            counted = (about for about in self.facts.values() if about.unit and about.unit == unit)
            self._units[unit] = Near(piece.value for about in counted for piece in about.pieces)
        return self._units[unit].of(value)


def _asked(key: str, catalog: Catalog | None) -> Iterator[str]:
    """The words of a fact's question and of the sentences that its value stands in."""
    entry, _, slot = key.partition(".")
    yield key.replace(".", " ").replace("-", " ")
    if catalog is None:
        return
    id = entry.split("#")[0]
    for shelf in (catalog.actions, catalog.measures, catalog.causes):
        known = shelf.get(id)
        if known is not None:
            yield known.title
            yield from (asked.ask for asked in known.slots if asked.key.rpartition(".")[2] == slot)
            mark = "{" + slot
            yield from (variant for say in known.says for variant in say.variants if mark in variant)


def _words(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from _stems(text) if len(text) <= _REMEMBERED else _stems.__wrapped__(text)


@lru_cache(maxsize=4096)
def _stems(text: str) -> tuple[str, ...]:
    """The telling words of a text. They are remembered: while a letter is typed, its case and the catalogue stay."""
    stems = ((piece.kind, said.stem(piece.value)) for piece in said.cut(text))
    return tuple(
        stem for kind, stem in stems if kind in (said.WORD, said.NAME) and stem not in _SMALL and len(stem) > 2
    )


def _topics(draft: Draft) -> _Topics:
    if "topics" not in draft.background:
        draft.background["topics"] = _Topics(draft)
    return cast("_Topics", draft.background["topics"])


def _cut(draft: Draft, statement: Statement) -> _Cut:
    known = grounds(draft)
    key = f"cut {statement.start}"
    if key not in draft.memo:
        draft.memo[key] = _Cut(said.cut(statement.text, known.names if known is not None else frozenset()))
    return cast("_Cut", draft.memo[key])


def nearest(draft: Draft, start: int, kind: str) -> tuple[Fact, str] | None:
    """The fact that the value at a place should be, and what it says; None where none or several could be meant."""
    statement = draft.statement_at(start)
    if statement is None or draft.case is None:
        return None
    pieces = _cut(draft, statement)
    if len(pieces) > _LONGEST:
        return None
    at = bisect_right(pieces, start - statement.start, key=_end)
    if at == len(pieces):
        return None
    told = statement.part not in _NOT_TOLD
    found = (_about(draft, pieces, at, kind) if told else None) or _slip(draft, pieces, at, kind)
    return (found, value_of(found)) if found is not None else None


def misplaced(draft: Draft) -> Iterator[tuple[Span, Fact, str]]:
    """Days and counts that the case knows, in a sentence that is clearly about a fact with another value."""
    from amends.review.grounding.retold import retelling
    from amends.review.grounding.strange import unknown_at

    if grounds(draft) is None:
        return
    exact, topics = retelling(draft), _topics(draft)
    for statement in draft.statements:
        if statement.start in exact or statement.part in _NOT_TOLD:
            continue
        pieces = _cut(draft, statement)
        for at, piece in enumerate(pieces if len(pieces) <= _LONGEST else ()):
            start, end = statement.start + piece.start, statement.start + piece.end
            if piece.kind not in (said.DAY, said.NUMBER) or unknown_at(draft, start, end):
                continue
            if not topics.saying(piece.kind, piece.value) and not _only_of_statements(draft, piece):
                continue
            fact = _about(draft, pieces, at, piece.kind)
            if fact is not None:
                yield Span(start, end, draft.text[start:end]), fact, value_of(fact)


def _only_of_statements(draft: Draft, piece: Said) -> bool:
    """Whether a day is known only because somebody spoke on it."""
    known = grounds(draft)
    return piece.kind == said.DAY and known is not None and piece.value in known.spoken


def _about(draft: Draft, pieces: _Cut, at: int, kind: str) -> Fact | None:
    """The fact that the words around a value are about, where it is clear which, and it says something else."""
    topics = _topics(draft)
    piece = pieces[at]
    unit = _unit(pieces, at)
    rivals = sorted(
        (
            (score, number, key)
            for key, (score, number) in topics.scores(_around(pieces, at), kind).items()
            if _fits(topics.facts[key].fact, pieces, kind, at)
            and (kind != said.NUMBER or (topics.facts[key].unit and unit == topics.facts[key].unit))
        ),
        reverse=True,
    )
    if not rivals:
        return None
    best, number, key = rivals[0]
    if best < _ENOUGH or number < topics.wanted[key]:
        return None
    values = {p.value for p in topics.facts[key].pieces if p.kind == kind}
    if not values.isdisjoint(pieces.values(kind)):
        return None
    for score, _, other in rivals[1:]:
        if score * _CLEARLY < best:
            break
        if {p.value for p in topics.facts[other].pieces if p.kind == kind} != values:
            return None
    about_it = topics.saying(kind, piece.value)
    told = max((score for score, _, other in rivals if other in about_it), default=0.0)
    return topics.facts[key].fact if told * _FAR < best else None


def _end(piece: Said) -> int:
    return piece.end


def _fits(fact: Fact, pieces: list[Said], kind: str, at: int) -> bool:
    """Whether a fact of two days is held against the ends of a time, and one of a single day against a single day."""
    if kind != said.DAY:
        return True
    near = (at + step for step in range(-_RANGE, _RANGE + 1) if step)
    of_range = any(0 <= other < len(pieces) and pieces[other].kind == said.DAY for other in near)
    return of_range == isinstance(fact.value, Period)


def _around(pieces: list[Said], at: int) -> list[str]:
    """The words of the stretch that a value stands in: up to the next value of its kind on either side."""
    kind = pieces[at].kind
    first = next((n for n in range(at - 1, -1, -1) if pieces[n].kind == kind), -1)
    last = next((n for n in range(at + 1, len(pieces)) if pieces[n].kind == kind), len(pieces))
    return [
        stem
        for piece in pieces[first + 1 : last]
        if piece.kind in (said.WORD, said.NAME) and (stem := said.stem(piece.value)) not in _SMALL and len(stem) > 2
    ]


def _unit(pieces: list[Said], at: int) -> str:
    """What a number counts: the word behind it."""
    behind = pieces[at + 1] if at + 1 < len(pieces) else None
    return said.stem(behind.value) if behind is not None and behind.kind == said.WORD else ""


def _slip(draft: Draft, pieces: _Cut, at: int, kind: str) -> Fact | None:
    """The one fact whose value a day or number misses by a digit or a few days; of numbers with the same unit."""
    topics = _topics(draft)
    piece = pieces[at]
    values: set[str] = set()
    if kind == said.DAY and _ISO.fullmatch(piece.value):
        values = topics.days_near(date.fromisoformat(piece.value))
    elif kind == said.NUMBER and len(piece.value) > 1:
        values = {topics.number_near(piece.value, _unit(pieces, at))} - {""}
    values -= pieces.values(kind).keys()
    if len(values) != 1:
        return None
    keys = topics.saying(kind, values.pop())
    facts = [topics.facts[key].fact for key in sorted(keys) if _fits(topics.facts[key].fact, pieces, kind, at)]
    return facts[0] if facts else None
