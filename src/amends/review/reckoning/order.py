"""The order of two dated events, from the words that tie them: "after the complaint of 8 May, on 3 May", "the bottles
delivered on 14 May were destroyed on 10 May", "first …, then …", "which they had asked for on 10 May".

Three ties say which event is the earlier one: a word for it (after, because of, having, then), a past perfect, and the
course that things take: what is ordered is sent, comes, is used, comes back, is answered and ends. The last holds for
one thing only, so it must stand in a relative clause, a participle or a row of participles without another subject.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import combinations

from amends.review.letter.meant import meant
from amends.review.reckoning.references import Again
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from amends.dates import Found
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

_COURSE = {
    word: rank
    for rank, words in enumerate(
        (
            (
                "founded registered hired engaged employed joined signed created installed drafted listed "
                "recruited appointed "
                "concluded agreed"
            ),
            (
                "ordered placed requested asked ask bought purchased bought_from printed produced made finished "
                "commissioned "
                "written put gekauft bestellt comprado acheté"
            ),
            "shipped dispatched sent handed posted issued left",
            "delivered received arrived came reached got taken geliefert erhalten recibido livré collected obtained",
            (
                "used tested checked counted inspected measured calibrated sorted photographed relabelled "
                "relabeled examined "
                "read reviewed operation opened scanned weighed sampled audited worked"
            ),
            "returned",
            (
                "answered refunded repaid replaced apologised apologized corrected paid reissued reimbursed "
                "credited answer "
                "reply refund replacement replied reprinted"
            ),
            (
                "destroyed scrapped pulped emptied disposed discarded terminated withdrawn shredded recycled "
                "destruction thrown "
                "threw scrapping disposal dumped incinerated crushed"
            ),
        )
    )
    for word in words.split()
}
_COURSE_WORDS = frozenset(_COURSE)
_AFTER = re.compile(
    r"\b(?:after|upon|following|once|because|in (?:response|answer|reply|reaction|consequence)(?: of| to)?|due to"
    r"|owing to"
    r"|as a (?:result|consequence) of|on (?:learning|hearing|reading|seeing|finding|receiving|receipt)|having(?: \w+)?"
    r"|as soon as|triggered by|prompted by|caused by|on account of|on the strength of|based on|in view of"
    r"|in the light of"
    r"|in light of|when)\b"
)
_THEN = re.compile(
    r"\b(?:then|afterwards|subsequently|thereafter|thereupon|next|only then|as a result|consequently|so we)\b"
)
_NOT_SO = re.compile(
    r"\b(?:before|until|till|earlier|already|prior|previous|previously|every|each|expected|announced|planned|due|valid"
    r"|expir\w+|except|later|since then|newer)\b"
)
_HAD = re.compile(
    r"\bhad (?:\w+ ){0,3}?(?:\w+ed|been|put|sent|come|got|given|bought|found|made|told|seen|left|asked)\b"
)
_RELATIVE = frozenset("that which who whom whose".split())
_SUBJECTS = frozenset("we i he she they it you".split())
_BE = frozenset("was were been is are be had has have being".split())
_FEW, _REACH, _MOST, _FAR = 3, 8, 40, 120


class _Event(NamedTuple):
    """A dated event of a point: its day, place, sentence, the words told of it, and whether a comma or relative clause
    makes them hang on a noun.
    """

    day: date
    found: Found
    statement: Statement
    words: tuple[str, ...]
    behind: tuple[str, ...]


def reversed_order(draft: Draft) -> Iterator[Again]:
    """Pairs of events that stand in an order which their words exclude."""
    for item in draft.items:
        if len(item.statements) > _MOST or len(draft.dates_in(item)) < 2:
            continue
        told = [(statement, events) for statement in item.statements if (events := _events(draft, statement))]
        marked = False
        for statement, events in told:
            for again in _within(draft, statement, events) if len(events) > 1 else ():
                marked = True
                yield again
        if not marked and len(told) > 1 and not _COURSE_WORDS.isdisjoint(item.words):
            yield from _fragments(told)


def _events(draft: Draft, statement: Statement) -> list[_Event]:
    found = draft.dates_in(statement)
    if not 1 <= len(found) <= _FEW:
        return []
    events = []
    words, at = statement.words, statement.at
    cuts = [statement.start, *(each.span.end for each in found), statement.end]
    for number, each in enumerate(found):
        day = meant(draft, each)
        if day is None:
            return []
        end = found[number + 1].span.start if number + 1 < len(found) else statement.end
        before, behind = _within_places(at, cuts[number], each.span.start), _within_places(at, each.span.end, end)
        events.append(_Event(day, each, statement, words[before], words[behind]))
    return events


def _within_places(at: tuple[tuple[int, int], ...], start: int, end: int) -> slice:
    """Which words lie wholly within a place."""
    last = bisect_left(at, (end,))
    return slice(bisect_left(at, (start,)), last - 1 if last and at[last - 1][1] > end else last)


def _again(later: _Event, earlier: _Event) -> Again:
    message = (
        f"{later.found.span.quote} is before {earlier.found.span.quote}, yet told as what came "
        f"after it. Which is right?"
    )
    return Again(later.found.span, earlier.statement.text, message)


def _within(draft: Draft, statement: Statement, events: list[_Event]) -> Iterator[Again]:
    low = draft.low[statement.start : statement.end].replace("\n", " ")
    shift = statement.start
    for one, two in combinations(events, 2):
        if one.day == two.day or abs((one.day - two.day).days) > _FAR or _is_range(low, one, two, shift):
            continue
        first, second = (one, two) if one.day < two.day else (two, one)
        # `first` is the earlier day: a mistake where the words make its event the later one.
        gap = low[one.found.span.end - shift : two.found.span.start - shift]
        if _headed(low, second, shift, events) and not _headed(low, first, shift, events):
            yield _again(first, second)
            return
        if first is two and _THEN.search(gap) and _NOT_SO.search(gap) is None and not _headed(low, two, shift, events):
            yield _again(first, second)
            return
        if _had(low, second, shift, events) and not _had(low, first, shift, events):
            yield _again(first, second)
            return
        if _hangs(draft, second, first):
            yield _again(first, second)
            return


def _is_range(low: str, one: _Event, two: _Event, shift: int) -> bool:
    gap = low[one.found.span.end - shift : two.found.span.start - shift].strip(" ,")
    return gap in ("to", "until", "till", "through", "and", "-", "–", "or", "")


def _stretch(low: str, event: _Event, shift: int, events: list[_Event]) -> str:
    """The words of a sentence before a day, from the end of the day before it."""
    begin = max((e.found.span.end - shift for e in events if e.found.span.end <= event.found.span.start), default=0)
    return low[begin : event.found.span.start - shift]


def _headed(low: str, event: _Event, shift: int, events: list[_Event]) -> bool:
    """Whether "after", "because of", "having read" leads to this day, with no other day between."""
    before = _stretch(low, event, shift, events)
    matches = list(_AFTER.finditer(before))
    if not matches:
        return False
    tail = before[matches[-1].end() :]
    if (
        matches[-1].group() == "when"
        and not before[: matches[-1].start()].rstrip().endswith((",", "day"))
        and before[: matches[-1].start()].strip()
    ):
        return False
    # "After the recall, on 3 May, we …": the comma ends what "after" leads to.
    closed = ", on " in tail[-6:] or tail.rstrip().endswith((", on", ", on the", ","))
    return not closed and len(tail.split()) <= _REACH * 2 and ";" not in tail and _NOT_SO.search(before) is None


def _had(low: str, event: _Event, shift: int, events: list[_Event]) -> bool:
    before = _stretch(low, event, shift, events)
    match = _HAD.search(before)
    return match is not None and len(before[match.end() :].split()) <= _REACH and _NOT_SO.search(before) is None


def _rank(words: tuple[str, ...], behind: tuple[str, ...] = ()) -> tuple[int, str]:
    """How far on in the course of things the event told right before a day is, and its word."""
    near = words[-_REACH:]
    for word in reversed(near):
        if word in _COURSE:
            return _COURSE[word], word
    for word in behind[:_FEW]:
        if word in _COURSE:
            return _COURSE[word], word
    return -1, ""


def _hangs(draft: Draft, sooner: _Event, later: _Event) -> bool:
    """Whether an event that must come first hangs on the thing of which the other one is told."""
    rank, word = _rank(sooner.words)
    other, _ = _rank(later.words, later.behind)
    if rank < 0 or other < 0 or rank >= other:
        return False
    words = sooner.words
    if sooner.found.span.start > later.found.span.start:
        # What stands behind must hang on the thing without a mark: another clause tells of another thing.
        gap = draft.low[later.found.span.end : sooner.found.span.start]
        if ";" in gap or gap[: gap.rfind(word)].rstrip()[-1:] in (",", ":", "–", "-"):
            return False
    place = len(words) - 1 - words[::-1].index(word)
    before = words[max(0, place - _FEW) : place]
    if not _RELATIVE.isdisjoint(before) or (
        before and before[-1] in _SUBJECTS and not _RELATIVE.isdisjoint(words[max(0, place - 5) : place])
    ):
        return True
    if before and (before[-1] in _SUBJECTS or before[-1] in _BE):
        return False
    if before and before[-1] in ("and", "then", "but"):
        return False
    # "The 300 bottles delivered on …": a participle behind its noun, and no verb of its own.
    return bool(before) and not before[-1].endswith("ly")


_TAIL = re.compile(r"^\W*(?:\d+[.)] )?([a-z]+)\b")


def _fragments(dated: list[tuple[Statement, list[_Event]]]) -> Iterator[Again]:
    """ "Scrapped 6 November. Returned 11 November.": a row of participles of one thing."""
    told: list[tuple[int, _Event]] = []
    for _, events in dated:
        for event in events:
            first = event.words[0] if event.words else (event.behind[0] if event.behind else "")
            if first in _COURSE and len(event.words) <= _REACH:
                told.append((_COURSE[first], event))
    for (rank, one), (other, two) in combinations(told[:_REACH], 2):
        early, late = ((rank, one), (other, two)) if rank < other else ((other, two), (rank, one))
        if rank != other and late[1].day < early[1].day and one.statement is not two.statement:
            yield _again(late[1], early[1])
            return
