"""Tense, actor and modality, clause by clause, from word forms alone; it says nothing where the forms do not decide.

"We will remove" and "we removed what will be returned" differ: the second's main clause is past, its future stands
in a clause that depends on it. A clause begins at a comma, semicolon or dash, and at words such as because, which,
until.
"""

from __future__ import annotations

from itertools import pairwise

from amends.review.language.verbs import ALIKE, ONLY_PAST, is_participle, is_past
from amends.typed import NamedTuple

_OPENERS = frozenset(
    "because which who whom whose what where when while after before until once if unless whether "
    "although though since as so than how "
    "why whenever wherever whatever whichever".split()
)
_WE = frozenset(("we", "i"))
_SUBJECTS = frozenset("we i they he she it you who which that this these those and then also now".split())
_MODALS_FUTURE = frozenset(("will", "shall"))
_MODALS_MAYBE = frozenset(("would", "could", "should", "might", "may"))
_INTENT = frozenset(
    "plan plans planning intend intends intending aim aims hope hopes hoping promise commit committed propose".split()
)
_BEFORE_ADJECTIVE = frozenset(
    "the a an all any each every our my their its his her your this that these those some such no "
    "both of in on at for from with by "
    "without to per newly other new as most many several first every".split()
)
# "All orders are shipped" tells a finished action, where "are checked" tells a habit.
_SETTLED = frozenset(
    "shipped closed removed deleted refunded cancelled canceled resolved fixed destroyed done completed".split()
)
_FINITE = frozenset("is are am has have do does be need needs goes go must can will would".split())
_WANT = frozenset("want wants decided".split())
# "We are looking into it" is work that goes on; "we are selling cases" is how things stand.
_AT_WORK = frozenset(
    "looking working trying searching preparing planning discussing considering negotiating waiting seeking evaluating "
    "investigating developing arranging selecting".split()
)
_HELPERS = frozenset(("have", "has", "had"))
_BE = frozenset(("was", "were", "been", "be", "is", "are", "being"))
_ADVERBS = frozenset(
    "also then now already immediately since therefore never not only first just even still both all fully".split()
)
_NEGATIONS = frozenset(("not", "never", "no"))
_JOINTS = frozenset((" ", "-", "\n", "/", ". "))
_MARKS = ",;:()–—"
_PREPARED = frozenset("going planned scheduled ready happy willing prepared process is are am get gets".split())

_OPENS, _MAY_OPEN, _MODAL, _MAY_INTEND, _MAY_TELL_PAST = 1, 2, 4, 8, 16
_TELLS = _MODAL | _MAY_INTEND | _MAY_TELL_PAST
_MOST_WORDS = 30_000


class _Words(dict[str, int]):
    """What is to be asked of a word, so that most are passed over at one look-up."""

    def __missing__(self, word: str) -> int:
        kind = _OPENS if word in _OPENERS else 0
        if word in _WE or word in ("that", "and", "but"):
            kind |= _MAY_OPEN
        if word in _MODALS_FUTURE or word in _MODALS_MAYBE:
            kind |= _MODAL
        if word in _INTENT or word in _WANT or word in _PREPARED:
            kind |= _MAY_INTEND
        if word in _HELPERS or word in _SETTLED or word in ALIKE or word in ONLY_PAST or is_past(word):
            kind |= _MAY_TELL_PAST
        if len(self) >= _MOST_WORDS:
            self.clear()
        self[word] = kind
        return kind


_WORDS = _Words()


class Clause(NamedTuple):
    """Words `first` to `last` (not included) of a statement.

    `past`, `future` and `maybe` say which forms are there; `we` whether the seller is the actor; `dependent`
    whether the clause hangs on another one (because, which, until …); `negated` whether its verb is denied. `verb`
    is the word that decided, or -1.
    """

    first: int
    last: int
    past: bool
    future: bool
    maybe: bool
    we: bool
    dependent: bool
    negated: bool
    verb: int


def clauses(text: str, start: int, words: tuple[str, ...], at: tuple[tuple[int, int], ...]) -> tuple[Clause, ...]:
    """The clauses of a statement, in order."""
    cuts = [0]
    kinds = list(map(_WORDS.__getitem__, words))
    behind = at[0][1] if at else 0
    for place, (kind, (begin, end)) in enumerate(zip(kinds, at, strict=True)):
        if place and (
            kind & _OPENS
            or (
                begin > behind
                and text[behind - start : begin - start] not in _JOINTS
                and _parted(text, behind - start, begin - start)
            )
            or (kind & _MAY_OPEN and _opens(words, place))
        ):
            cuts.append(place)
        behind = end
    cuts.append(len(words))
    return tuple([_clause(words, kinds, first, last) for first, last in pairwise(cuts)])


def _parted(text: str, start: int, end: int) -> bool:
    """Whether a mark that ends a clause stands between two words."""
    between = text[start:end]
    return " - " in between or any(c in _MARKS for c in between)


def _opens(words: tuple[str, ...], place: int) -> bool:
    """Whether "that", "we will", "and we" begins a clause here."""
    word, before = words[place], words[place - 1]
    if word == "that":
        return before not in ("so", "now")
    if place + 1 == len(words):
        return False
    after = words[place + 1]
    if word in _WE:
        return after in _MODALS_FUTURE and _independent(before)
    return after in _WE or after in _MODALS_FUTURE


def _independent(before: str) -> bool:
    """Whether "we will" behind this word begins a main clause of its own ("If we have questions we will ask")."""
    return before not in _OPENERS and before not in ("that", "and", "but", "or", "then", "today", "now")


def _clause(words: tuple[str, ...], kinds: list[int], first: int, last: int) -> Clause:
    dependent = words[first] in _OPENERS or words[first] == "that"
    past = future = maybe = False
    verb = -1
    for place in range(first, last):
        kind = kinds[place]
        if not kind & _TELLS:
            continue
        word = words[place]
        if word in _MODALS_FUTURE and (place == 0 or words[place - 1] != "the") and place + 1 < last:
            future, verb = True, place
        elif word == "could" and place + 1 < last and words[place + 1] == "not":
            past, verb = True, place if verb < 0 else verb
        elif word in _MODALS_MAYBE and place + 1 < last and not _month(words, place):
            maybe, verb = True, place if verb < 0 else verb
        elif kind & _MAY_INTEND and (_intends(words, place) or _unfinished(words, place, last)):
            future, verb = True, place
        elif kind & _MAY_TELL_PAST and not future and not maybe and _past_at(words, place, first, last):
            past, verb = True, place if verb < 0 else verb
    if verb < 0 and not _FINITE.intersection(words[first:last]):
        told = (at for at in range(first + 1, last) if kinds[at] & _MAY_TELL_PAST and _alone(words, at))
        verb = next(told, -1)
        past = verb >= 0
    we = not _WE.isdisjoint(words[first : verb if verb >= 0 else last])
    negated = not _NEGATIONS.isdisjoint(words[first:last])
    return Clause(first, last, past, future, maybe, we, dependent, negated, verb)


def _alone(words: tuple[str, ...], place: int) -> bool:
    """Whether a past form is the verb of a clause that has no other: "16 orders shipped late"."""
    return is_past(words[place]) and words[place - 1] not in _BEFORE_ADJECTIVE


def _month(words: tuple[str, ...], place: int) -> bool:
    """Whether "may" is the month: a number stands beside it."""
    beside = words[max(0, place - 1) : place] + words[place + 1 : place + 2]
    return words[place] == "may" and any(word[0].isdigit() for word in beside)


def _intends(words: tuple[str, ...], place: int) -> bool:
    """Whether "going to do", "plan to do", "ready to do" begins here, said of a person rather than of a document."""
    follows = words[place + 1 : place + 3]
    if words[place : place + 2] == ("process", "of"):
        return words[max(0, place - 2) : place] == ("in", "the")
    planned = words[place] in ("plan", "plans", "planning") and follows[:1] == ("on",)
    if follows[:1] not in (("to",), ("for",)) and follows != ("not", "to") and not planned:
        return False
    if words[place] in _WANT:
        return any(word in _WE for word in words[max(0, place - 4) : place])
    if words[place] == "going":
        return place > 0 and words[place - 1] in ("am", "are", "is", "not", "also", "now")
    if words[place] in ("planned", "scheduled"):
        return place > 0 and words[place - 1] in ("is", "are")
    if words[place] in ("ready", "happy", "willing", "prepared"):
        return place > 0 and words[place - 1] in ("am", "are")
    return words[place] in _INTENT and any(word in _WE for word in words[max(0, place - 6) : place])


def _unfinished(words: tuple[str, ...], place: int, last: int) -> bool:
    """Whether "is being selected", "gets deleted", "are still looking into" begins here: under way, not done."""
    if words[place] in ("is", "are", "am"):
        after = next((at for at in range(place + 1, min(last, place + 3)) if words[at] not in _ADVERBS), last)
        if after >= last:
            return False
        if words[after] == "being":
            return after + 1 < last and is_participle(words[after + 1])
        if words[after : after + 2] == ("to", "be"):
            return after + 2 < last and is_participle(words[after + 2])
        return words[after] in _AT_WORK
    return words[place] in ("get", "gets") and place + 1 < last and is_participle(words[place + 1])


def _past_at(words: tuple[str, ...], place: int, first: int, last: int) -> bool:
    word = words[place]
    before = words[place - 1] if place > 0 else ""
    if word in _HELPERS:
        return any(is_participle(w) for w in words[place + 1 : min(last, place + 4)])
    if word in ("was", "were"):
        return True
    if word in _SETTLED and any(w in _BE for w in words[max(first, place - 3) : place]):
        return True
    if word in ALIKE and place > first and before in _WE and any(w.isdigit() for w in words[max(0, place - 5) : place]):
        return True
    if word in ONLY_PAST or (word == "got" and before not in _HELPERS):
        return True
    if not is_past(word):
        return False
    if before in _BE and before not in ("was", "were", "been"):
        return False
    if before in _BEFORE_ADJECTIVE:
        return False
    if place == first or before in _SUBJECTS or before in _ADVERBS or before.endswith("ly"):
        return True
    # A participle behind its noun ("units received in May") is told from a verb by what follows: an object.
    after = words[place + 1] if place + 1 < last else ""
    return after in _BEFORE_ADJECTIVE or after[:1].isdigit() or place + 1 >= last or not after
