"""The causes that a root cause tells one by one, and which of them no measure answers.

Causes are told in a list, or in prose with a word that adds one to another ("secondly", "besides", "the doors were
two: …, and …"). Each is known by the words that the others do not have: what all of them share is the matter of the
letter and answers none in particular.
"""

from __future__ import annotations

import re
from itertools import pairwise

from amends.model import Span
from amends.review.coverage import causes
from amends.review.letter import parts
from amends.review.meaning.missing_step import misses_step
from amends.review.meaning.own_gap import names_own_gap
from amends.review.meaning.senses import senses
from amends.review.meaning.topics import fields, telling
from amends.review.measures.points import actions
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from amends.review.document import Draft
    from amends.review.letter.pieces import Item, Statement
    from amends.review.measures.controls import Control


class Told(NamedTuple):
    """One cause: where it stands, its words, and whether the letter itself sets it apart from the others."""

    place: Span
    words: tuple[str, ...]
    marked: bool = True


_ADDING = frozenset(
    "second secondly third thirdly also besides moreover further furthermore additionally another two ayrıca zweitens "
    "zudem außerdem además también ensuite deuxièmement inoltre finally lastly likewise plus".split()
)
_INSIDE = frozenset("also besides moreover additionally furthermore secondly".split())
_OF_SEVERAL = {"two": 2, "three": 3, "four": 4, "twofold": 2, "double": 2}
_COUNTED = frozenset(
    "cause causes reason reasons failure failures things gaps doors faults mistakes errors weaknesses factors points "
    "problems omissions holes origins roots ways weak sides".split()
)
_JOINTS = re.compile(r";\s*|,\s+(?:and|und|y|et)\s+|\s(?:and second(?:ly)?|and also|and besides)\s", re.I)
_ALSO = re.compile(r"[,;]?\s(?:and\s)?(?:second(?:ly)?|besides|moreover|und zweitens),?\s", re.I)
_TOGETHER = frozenset(("both", "either", "all"))
_FEWEST_WORDS, _FEWEST_STEMS, _MOST = 6, 2, 12


def told(draft: Draft) -> list[Told]:
    """The causes one by one; one alone where nothing says that there are several."""
    items = causes(draft)[:_MOST]
    listed = [item for item in items if item.kind != "paragraph" and len(item.words) >= _FEWEST_WORDS]
    if len(listed) > 1:
        return [Told(Span(i.start, i.end, draft.text[i.start : i.end]), tuple(i.words)) for i in listed]
    return [one for one in _prose(draft, items) if len(one.words) >= _FEWEST_WORDS]


def unanswered(draft: Draft, runs: list[Control]) -> list[Told]:
    """The causes of which no control has a word or a field of its own, where another cause is answered."""
    found = told(draft)
    words = tuple([word for control in runs for word in control.words]) if len(found) > 1 else ()
    if not words or _answers_all(words):
        return []
    stems, trade = telling(words), _trade(words)
    acted: frozenset[str] | None = None
    own, kinds = [telling(one.words) for one in found], [_trade(one.words) for one in found]
    left, answered = [], 0
    for at, one in enumerate(found):
        mine = own[at] - frozenset[str]().union(*(own[:at] + own[at + 1 :]))
        kind = kinds[at] - frozenset[str]().union(*(kinds[:at] + kinds[at + 1 :]))
        if not mine.isdisjoint(stems) or not kind.isdisjoint(trade):
            answered += 1
        elif (
            len(mine) >= (1 if one.marked else _FEWEST_STEMS)
            and _is_cause(one, at)
            and (one.marked or len(own[at] & stems) < _FEWEST_STEMS)
        ):
            if not one.marked and acted is None:
                acted = telling(word for item in actions(draft) for word in item.words)
            if one.marked or acted is None or mine.isdisjoint(acted):
                left.append(one)
    return left if answered else []


def _trade(words: Iterable[str]) -> frozenset[str]:
    """The fields of words, but for those of parties: whom a check is made with is not what is checked."""
    return fields(word for word in words if word not in _PARTIES)


_PARTIES = frozenset(
    "supplier suppliers factory importer manufacturer maker vendor wholesaler distributor trader dealer reseller "
    "brand".split()
)


def _answers_all(words: tuple[str, ...]) -> bool:
    """Whether measures say that they answer the causes together: "so both gaps are closed", "for either of them"."""
    return any(
        word in _TOGETHER and not (_COUNTED | _THEM).isdisjoint(words[at + 1 : at + 3]) for at, word in enumerate(words)
    )


_THEM = frozenset(("them", "these", "of"))


def _is_cause(one: Told, at: int) -> bool:
    """Whether one of several tells why: the first may lead in, and a row of a table only counts."""
    return "|" not in one.place.quote and ((at > 0 and one.marked) or not _LACKING.isdisjoint(one.words))


def _prose(draft: Draft, items: list[Item]) -> Iterator[Told]:
    """Causes told in sentences: each with what stands up to the next that adds one."""
    rows = [statement for item in items for statement in item.statements]
    above = _head(draft, rows)[:1]
    if above and above[0] is not rows[0] and "\n" not in draft.text[above[0].end : rows[0].start]:
        # The paragraph began with what it explains.
        rows = [*above, *rows]
    said = max((_several(statement) for statement in _head(draft, rows)), default=0)
    firsts = {item.statements[0].start for item in items[1:]}
    pieces = _pieces(draft, rows, firsts, _JOINTS) if said else []
    if not said or len(pieces) != said:
        # What is said to be two and cannot be cut in two is cut only where a word says so.
        pieces = _pieces(draft, rows, firsts, _ALSO)
    for start, end, marked in pieces:
        quote = draft.text[start:end].strip()
        yield Told(Span(start, start + len(quote), quote), tuple(_WORD.findall(draft.low[start:end])), marked)


_Piece = tuple[int, int, bool]


def _pieces(draft: Draft, rows: list[Statement], firsts: set[int], joints: re.Pattern[str]) -> list[_Piece]:
    """The stretches of sentences from one cause to the next, each with whether a word or a paragraph sets it apart."""
    pieces: list[_Piece] = []
    for statement in rows:
        cuts = [statement.start]
        cuts += [match.end() for match in joints.finditer(draft.text, statement.start, statement.end)]
        cuts.append(statement.end)
        marked = _adds(statement)
        adds = marked or statement.start in firsts or (joints is not _JOINTS and _apart(statement, pieces, draft))
        for at, (start, end) in enumerate(pairwise(cuts)):
            if pieces and not at and not adds:
                pieces[-1] = (pieces[-1][0], end, pieces[-1][2])
            else:
                pieces.append((start, end, marked or at > 0))
    return pieces


def _apart(statement: Statement, pieces: list[_Piece], draft: Draft) -> bool:
    """Whether a sentence gives a reason of its own, in words that the cause before it does not have."""
    if not pieces or not _gives_reason(statement):
        return False
    before = draft.statement_at(pieces[-1][0])
    start, end, _ = pieces[-1]
    here, there = telling(statement.words), telling(_WORD.findall(draft.low[max(start, end - _LONGEST) : end]))
    return (
        before is not None
        and (_gives_reason(before) or ("so" in before.words and names_own_gap(before)))
        and len(here) > _FEWEST_STEMS
        and len(here & there) < _FEWEST_STEMS
        and statement.words[0] not in _GOES_ON
    )


def _gives_reason(statement: Statement) -> bool:
    """Whether a sentence says what was lacking, or joins what happened to its reason."""
    found = senses(statement)
    return misses_step(found, statement.words) or (
        found.has("lacking") and not _WHY.isdisjoint(statement.words) and not found.has("hedge")
    )


_LONGEST = 2_000
_WHY = frozenset("because since as so and".split())
_GOES_ON = frozenset("so thus therefore hence that this it they these he she nobody then".split())


_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")


def _head(draft: Draft, rows: list[Statement]) -> list[Statement]:
    """The sentences of the cause, and the last one above it."""
    if not rows:
        return []
    above = [s for s in draft.statements if s.end <= rows[0].start and s.part == parts.OPENING]
    return [*above[-1:], *rows]


def _several(statement: Statement) -> int:
    """How many causes a sentence says that there are ("two failures lie behind it", "the doors were two"), else 0."""
    words = statement.words
    for at, word in enumerate(words):
        if word in _OF_SEVERAL and not (
            _COUNTED.isdisjoint(words[at + 1 : at + 3])
            and (words[at - 1 : at] not in _WERE or _COUNTED.isdisjoint(words[max(0, at - 4) : at]))
        ):
            return _OF_SEVERAL[word]
    return (
        2
        if words[0] in ("firstly", "first", "one") and statement.text[len(words[0]) : len(words[0]) + 1] in ",:"
        else 0
    )


_WERE = (("were",), ("are",), ("was",))


def _adds(statement: Statement) -> bool:
    """Whether a sentence adds a cause to the one before."""
    words = statement.words
    if words[0] == "and" and not _SUBJECT.isdisjoint(words[1:2]):
        return True
    if not _ADDING.isdisjoint(words[:1]) or words[:2] == ("in", "addition") or words[:2] in _SECOND:
        return words[:1] != ("two",) or statement.text[3:4] in ",:"
    return not _INSIDE.isdisjoint(words[:6]) and not _LACKING.isdisjoint(words)


_SUBJECT = frozenset("the our my no nobody nothing a an".split())
_SECOND = frozenset(
    tuple(pair.split("-"))
    for pair in (
        "and-second and-secondly und-zweitens the-second on-top at-the apart-from next-to what-is on-the as-for "
        "nor-did "
        "nor-was the-other the-rest the-remaining a-second another-cause another-reason"
    ).split()
)
_LACKING = frozenset("no not nobody none never without because since missing lacked nor neither".split())
