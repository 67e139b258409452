"""Events that are told in an order in which they cannot come: a parcel delivered before it left, a report from before
the sample was taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from amends.model import Span
from amends.review.reckoning.references import Again
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.dates import Found
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

# What cannot come before what: the later event's stems, with those of the events that go before it.
_AFTER = {
    "deliver": ("handed", "shipp", "dispatch", "left", "posted"),
    "arriv": ("shipp", "dispatch", "handed"),
    "signed for": ("left", "shipp", "dispatch"),
    "came back": ("left", "sent"),
    "repair": ("broke", "fail"),
    "fixed": ("broke", "fail"),
    "result": ("sent",),
    "first sale": ("listed", "created", "registered", "founded", "opened"),
    "first order": ("listed", "created", "registered", "founded", "opened"),
    "first day": ("hired", "joined", "employ", "started", "began"),
    "sold under": ("registered", "founded", "incorporated"),
    "sold": ("founded", "registered the"),
    "scrap": ("intact", "photographed", "counted", "quarantin", "blocked", "returned", "came back"),
    "destroy": ("intact", "counted", "quarantin", "blocked", "came back"),
    "pulped": ("intact", "counted", "quarantin", "blocked", "came back"),
    "dispos": ("intact", "quarantin", "came back"),
    "trained": ("hired", "joined"),
    "dismissed": ("hired", "joined"),
    "repli": ("asked", "wrote to"),
    "answered": ("asked", "wrote to"),
    "expired": ("bought", "received"),
    "paid back": ("bought", "ordered"),
    "relabel": ("deliver",),
    "thank": ("refund", "repaid", "paid"),
    "filed": ("creat", "listed"),
    "shipp": ("was placed", "were placed", "had been placed", "buyer ordered", "customer ordered", "client ordered"),
    "dispatch": ("was placed", "were placed", "had been placed", "buyer ordered", "customer ordered"),
    "report": ("took the sample", "sample was taken", "samples were taken", "took samples", "ordered the test"),
    "got the result": ("ordered the test", "test was ordered", "ordered a test", "sent the sample", "sample was sent"),
    "received": ("left our", "had left", "was shipped", "were shipped", "we shipped", "dispatched", "handed to"),
    "were sold": ("bought them from", "bought it from", "bought from", "received them from"),
    "was sold": ("bought it from", "bought from", "received it from"),
    "started": ("was hired", "were hired"),
    "in force": ("was written", "was drafted", "was decided", "we wrote", "we decided"),
    "refunded": ("buyer ordered", "order was placed", "customer ordered"),
}
# What answers something, and how that something came; both speak of the same.
_ANSWERS = ("answer", "repli", "respond", "reacted", "resolved", "closed the case", "refunded", "apologi")
_CAME = ("came in", "came on", "arrived", "reached us", "was opened", "were opened", "was raised", "complained",
         "filed", "received your", "was placed", "opened a", "opened an", "reported")  # fmt: skip
_LABS = frozenset("lab laboratory labs testlab institute".split())
_GIVEN = ("shipp", "sent", "handed", "brought", "gave", "submitted")
_FOUND = ("report", "result", "came back", "answer", "certif", "found")
_MATTERS = frozenset(
    "complaint claim order message mail email e-mail case ticket return notice inquiry question request report "
    "buyer".split()
)
_MOST_STATEMENTS = 60


def days(draft: Draft) -> Iterator[Again]:
    """Days on which what comes later is told before what it follows."""
    for item in draft.items:
        if len(item.statements) > _MOST_STATEMENTS or not draft.dates_in(item):
            continue
        for statement in item.statements:
            if len(draft.dates_in(statement)) > 1:
                yield from _within(draft, statement)
                yield from _of_papers(draft, statement)
        for first, second in pairwise(item.statements):
            yield from _answered(draft, first, second)


def _before(one: Found, two: Found) -> bool:
    """Whether a day is before another one, however both are read when the month and the day may stand either way."""
    if not one.readings or len(one.readings) != len(two.readings):
        return one.date is not None and bool(two.readings) and one.date < min(two.readings)
    return all(first < second for first, second in zip(one.readings, two.readings, strict=True))


_PAPERS = (
    "complaint|notice|invoice|order|claim|letter|message|e-?mail|report|return|request|warning|certificate|bill|inquiry"
)
_OF = re.compile(rf"\b(?:{_PAPERS})s? (?:of|dated|from) (?:the )?$")
_DONE = re.compile(r"(?:,|\))? (?:was|were|has been|have been|we|i) (?:\w+ ){1,6}(?:on|the) $")
_TO = re.compile(
    r"(?: [\w']+){0,4} (?:to|after|upon|following|because of|due to|in reply to) "
    rf"(?:your |the |this |amazon's |a )?(?:\w+ )?(?:{_PAPERS}) (?:of|dated|from|on) $"
)
_SAMPLE = re.compile(r" (?:for|of|on) the samples? (?:of|sent|taken|drawn|shipped|handed over)(?: \w+){0,3}? (?:on )?$")
_PLANNED = re.compile(r"\b(?:expected|announced|promised|planned|due|asked|forecast)\b")


def _of_papers(draft: Draft, statement: Statement) -> Iterator[Again]:
    """ "The invoice of 2 June was paid on 9 May", "we reacted on 11 May to your notice of 20 May"."""
    found = draft.dates_in(statement)
    for one, two in pairwise(found[:_FEW]):
        gap = draft.low[one.span.end : two.span.start].replace("\n", " ")
        if len(gap) > _FAR or _PLANNED.search(gap):
            continue
        of = _OF.search(draft.low[max(0, one.span.start - _FAR) : one.span.start]) is not None
        wrong = (of and _DONE.fullmatch(gap) and _before(two, one)) or (_TO.fullmatch(gap) and _before(one, two))
        wrong = wrong or (of and _SAMPLE.fullmatch(gap) and _before(one, two))
        if wrong:
            message = f"{one.span.quote} and {two.span.quote} cannot stand in this order. Which of them is right?"
            yield Again(Span(two.span.start, two.span.end, two.span.quote), statement.text, message)


_FEW, _FAR = 4, 90


def _answered(draft: Draft, first: Statement, second: Statement) -> Iterator[Again]:
    """ "The complaint came in on 12 May. We answered the complaint on 8 May." """
    one, two = draft.dates_in(first), draft.dates_in(second)
    if len(one) != 1 or len(two) != 1 or not _before(two[0], one[0]):
        return
    came, answers = " ".join(first.words), f" {' '.join(second.words)}"
    shared = _MATTERS.intersection(first.words, second.words) or {"it", "that"}.intersection(second.words[-4:])
    things = [{i.value for i in draft.identifiers_in(s)} for s in (first, second)]
    if things[0] and things[1] and things[0].isdisjoint(things[1]):
        return
    told = any(word in came for word in _CAME) and any(f" {word}" in answers for word in _ANSWERS)
    tested = not _LABS.isdisjoint(first.words) and any(word in came for word in _GIVEN)
    if (shared and told) or (tested and any(f" {word}" in answers for word in _FOUND)):
        day = two[0]
        message = f"{day.span.quote} is before {one[0].span.quote}, yet told as the answer to it."
        yield Again(Span(day.span.start, day.span.end, day.span.quote), first.text, message)


def _within(draft: Draft, statement: Statement) -> Iterator[Again]:
    dated = _windows(draft, statement)
    for (one, near), (two, close) in combinations(dated, 2):
        if one.date is None or two.date is None:
            continue
        for later, sooner in _AFTER.items():
            for (day, words), (other, others) in (((one, near), (two, close)), ((two, close), (one, near))):
                if day.date is None or other.date is None or day.date >= other.date:
                    continue
                told = f" {later}" in f" {words}" and any(f" {stem}" in f" {others}" for stem in sooner)
                if told and not any(f" {stem}" in f" {words}" for stem in sooner):
                    message = f"{day.span.quote} is before {other.span.quote}, yet told as what came after it."
                    yield Again(day.span, statement.text, message)
                    return


def _windows(draft: Draft, statement: Statement) -> list[tuple[Found, str]]:
    """The days of a statement, each with the words told of it."""
    dated = [day for day in draft.dates_in(statement) if day.date is not None]
    if not 2 <= len(dated) <= 3:
        return []
    cut = [statement.start, *(day.span.end for day in dated[:-1]), statement.end]
    windows = []
    for number, day in enumerate(dated):
        end = dated[number + 1].span.start if number + 1 < len(dated) else cut[-1]
        before, after = draft.low[cut[number] : day.span.start], draft.low[day.span.end : end]
        told = before if len(before.split()) >= 2 else after
        windows.append((day, " ".join(told.split())))
    return windows
