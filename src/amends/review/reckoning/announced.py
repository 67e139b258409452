"""Lists that say beforehand how long they are: "three checks run before each order:" and two points below.

Counted are the points right below the line that announces them, up to the next heading or paragraph. A number that
counts what the list is about, and not its points ("for the 12 orders we did this:"), announces nothing: only words for
what is listed one by one do.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.model import Span
from amends.review.language.words import tokens
from amends.review.reckoning.counts import number_of, singular
from amends.review.reckoning.references import Again
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.letter.pieces import Item

_LISTED = frozenset(
    "check step fault reason cause measure action thing point error mistake change problem rule way control failure "
    "gap issue document file attachment exhibit paper proof annex enclosure safeguard task item factor root correction "
    "improvement finding question answer request weakness detail particular matter stage condition".split()
)
_NOT_ALL = frozenset("including example e.g among such mostly chiefly".split())
_BEFORE = frozenset("first last next other more further of than least most page section".split())
_ARE = frozenset("are is were was".split())
_LARGEST, _APART, _LONGEST, _SHORT = 20, 4, 40, 5


def lists(draft: Draft) -> Iterator[Again]:
    """Announced numbers of points that the list below does not have."""
    announcing = [(s.start, s.end) for s in draft.statements if s.text.endswith(":") or len(s.words) <= _SHORT]
    announcing += [(block.start, block.end) for block in draft.headings]
    if not announcing:
        return
    headings = sorted(block.start for block in draft.headings)
    runs = {run[0].start: run for run in _runs(draft, headings)}
    if not runs:
        return
    starts = sorted(runs)
    at = 0
    for start, end in sorted(announcing):
        while at < len(starts) and starts[at] < end:
            at += 1
        if at == len(starts) or starts[at] - end > _LONGEST:
            continue
        if draft.text[end : starts[at]].strip(" \t\n:*_-•.()0123456789abi"):
            continue
        number = _announced(draft, start, end)
        run = runs[starts[at]]
        listed = sum(item.kind == run[0].kind for item in run)
        if number is not None and listed > 1 and number[0] != listed and abs(number[0] - listed) <= _APART:
            value, first, last = number
            message = f"{value} are announced, {listed} are listed. Correct the number or the list."
            yield Again(Span(first, last, draft.text[first:last]), "", message)


def _runs(draft: Draft, headings: list[int]) -> Iterator[list[Item]]:
    """Points that follow each other with no heading and no paragraph between."""
    run: list[Item] = []
    at = 0
    for item in draft.items:
        while at < len(headings) and headings[at] < item.start:
            at += 1
        headed = bool(run) and at > 0 and headings[at - 1] > run[-1].start
        if run and (headed or item.kind == "paragraph"):
            yield run
            run = []
        if item.kind != "paragraph":
            run.append(item)
    if run:
        yield run


def _announced(draft: Draft, start: int, end: int) -> tuple[int, int, int] | None:
    """The one number of points that a line announces, and its place."""
    words, places = tokens(draft.low, start, end)
    if len(words) > _LONGEST or not _NOT_ALL.isdisjoint(words):
        return None
    found: list[tuple[int, int, int]] = []
    for at, word in enumerate(words):
        value = number_of(word)
        if value is None or not 2 <= value <= _LARGEST or (at and words[at - 1] in _BEFORE):
            continue
        if not at and word.isdigit():
            # "2. Measures" and "2 ACTIONS TAKEN" number the heading.
            continue
        behind = words[at + 1 : at + 4]
        nouns = [place for place, noun in enumerate(behind) if noun.endswith("s") and singular(noun) in _LISTED]
        counts = bool(nouns) and not any(number_of(each) is not None or each == "of" for each in behind[: nouns[0]])
        counts = counts and not {"each", "per"}.intersection(behind[nouns[0] + 1 :][:1])
        said = at > 1 and words[at - 1] in _ARE and singular(words[at - 2]) in _LISTED
        if counts or (said and at + 1 >= len(words)):
            found.append((value, *places[at]))
    return found[0] if len(found) == 1 else None
