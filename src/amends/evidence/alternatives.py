"""Demands of a notice that any one of several documents answers: "send one of the following".

The words stand before a list or within a sentence. What is asked for elsewhere in the notice too is asked for by
itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from amends.model import Notice
from amends.typed import TYPE_CHECKING
from amends.values import listed

if TYPE_CHECKING:
    from amends.evidence.demand import Demand

_LEAD = re.compile(
    r"\b(?:(?:at\s+least\s+)?one|any(?:\s+one)?|either)(?:\s+or\s+more)?\s+of\s+(?:the\s+following|these|those)\b"
    r"|\beine[srnm]?\s+(?:oder\s+mehrere\s+)?der\s+folgenden\b"
    r"|\bl['’]une?\s+des\s+(?:\w+\s+){0,3}suivante?s\b"
    r"|\b(?:un[oa]|algun[oa])\s+de\s+l[oa]s\s+siguientes\b"
    r"|\bun[oa]\s+(?:dei|delle|degli)\s+seguenti\b"
    r"|(?:次|以下)の(?:うち)?いずれか",
    re.I,
)
_MARK = re.compile(r"[ \t]*(?:[-–—•*·‣◦o]{1,3}|\(?(?:\d{1,2}|[a-z])[.)])[ \t]+(?=\S)", re.I)


def alternatives(notice: Notice, branch: str) -> tuple[frozenset[str], ...]:
    """The ids of asks of a branch that stand together under such words, a set for each place of two and more."""
    asks = [ask for ask in notice.asks if ask.branch == branch]
    found = []
    for start, end in _lists(notice.text):
        within = {ask.id for ask in asks if ask.span.start < end and start < ask.span.end}
        beyond = {ask.id for ask in asks if not (ask.span.start < end and start < ask.span.end)}
        if len(within - beyond) > 1:
            found.append(frozenset(within - beyond))
    return tuple(found)


def settled(
    demands: Sequence[Demand], groups: Sequence[frozenset[str]], titles: Mapping[str, str]
) -> tuple[Demand, ...]:
    """The demands of a notice, of which each of a group is met when one of it is. `titles` are those of all asks."""
    made = {demand.ask: demand for demand in demands}
    for group in groups:
        members = [demand for demand in demands if demand.ask in group]
        enough = next((each for each in members if each.verdict == "meets"), None)
        there = enough or next((each for each in members if each.verdict == "unclear" and each.exhibits), None)
        words = f"Any one of these is enough: {' or '.join(titles.get(id, id) for id in sorted(group))}."
        for each in members:
            if each is there or (each.verdict != "fails" and enough is None):
                continue
            if enough is not None:
                said = f"Not needed: {_answers(enough)} “{enough.title}”, and any one is enough."
                made[each.ask] = replace(each, verdict="meets", message=said, todo="", standing="choice")
            elif there is not None:
                said = f"{each.message} It is not needed if what answers “{there.title}” holds: any one is enough."
                made[each.ask] = replace(each, verdict="unclear", message=said, standing="choice")
            else:
                open_ = len(members) < len(group)  # one of them is answered by words alone
                verdict = "unclear" if open_ else each.verdict
                made[each.ask] = replace(each, verdict=verdict, message=f"{each.message} {words}")
    return tuple(made[demand.ask] for demand in demands)


def _answers(enough: Demand) -> str:
    labels = enough.exhibits
    if not labels:
        return "the invoices answer"
    return (
        f"{'Exhibits' if len(labels) > 1 else 'Exhibit'} {listed(labels)} {'answer' if len(labels) > 1 else 'answers'}"
    )


def _lists(text: str) -> Iterator[tuple[int, int]]:
    """Where what such words offer begins and ends: what is left of their line, and the list that follows it."""
    over = 0
    for lead in _LEAD.finditer(text):
        if lead.end() > over:
            over = _end(text, lead.end())
            yield lead.start(), over


def _end(text: str, at: int) -> int:
    """The end of the list behind a place: marked lines and what they wrap to; without marks the lines up to a gap."""
    line = text.find("\n", at)
    if line < 0:
        return len(text)
    end, marked, gap, first = line, False, False, True
    while line >= 0 and line + 1 < len(text):
        begin, line = line + 1, text.find("\n", line + 1)
        stop = line if line >= 0 else len(text)
        if not text[begin:stop].strip():
            if not first and not marked:
                break
            gap = True
            continue
        mark = _MARK.match(text, begin, stop) is not None
        if (gap and not mark) or (mark and not marked and not first):
            break
        marked, gap, first, end = marked or mark, False, False, stop
    return end
