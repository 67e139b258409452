"""GR10: an action told as done that lies ahead."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta

from amends.dates import Found, written
from amends.model import Related, Span
from amends.review.document import Draft
from amends.review.letter import parts
from amends.review.letter.meant import meant
from amends.review.letter.own_day import letter_date
from amends.review.letter.pieces import Statement
from amends.review.reckoning.told import told_in
from amends.review.rule import Hit, rule, short
from amends.typed import NamedTuple

_HEAD = 12


@rule(
    "GR10",
    "done-in-future",
    level="error",
    source="Contradictions end an appeal; actions are done before submitting",
    bad=(
        "6 May 2026\n\nDear Seller Performance Team,\n\nCorrective actions:\n- On 9 May 2026 we removed 12 listings.",
        "I am writing this on 6 May 2026.\n\nCorrective actions:\n- 12 listings removed by the owner, 9 May 2026.",
        (
            "Corrective actions:\n- On 29 May 2026 we removed 12 listings.\n\nConclusion: effective 4 May 2026, complete "
            "7 May 2026."
        ),
    ),
    good=(
        (
            "Corrective actions:\n- On 9 May 2026 we removed 12 listings.\n\nConclusion: effective 4 May 2026, complete "
            "7 May 2026."
        ),
        "6 May 2026\n\nCorrective actions:\n- On 4 May 2026 we booked the audit of 9 May 2026.",
        "6 May 2026\n\nDear Seller Performance Team,\n\nCorrective actions:\n- On 4 May 2026 we removed 12 listings.",
    ),
)
def done_in_future(draft: Draft) -> Iterator[Hit]:
    """Something done on a day that has not come.

    The date lies after the day of the letter, yet the sentence says it is done. Correct the date, or do it first.
    """
    limit = _limit(draft)
    if limit is None:
        return
    for statement in draft.statements:
        if statement.part == parts.CONCLUSION and draft.has_parts and not draft.files_in(statement):
            continue
        # A year that the writer left out is never one that has not begun.
        dated = [
            (found, day)
            for found in draft.dates_in(statement)
            if (day := meant(draft, found))
            and day > limit.day
            and not (found.year_missing and day.year > limit.day.year)
        ]
        if not dated:
            yield from _of_this_month(draft, statement, limit)
            yield from _by_number(draft, statement, limit)
            continue
        told = [statement.between(c.first, c.last) for c in statement.clauses if c.past and not c.future]
        ends = [end for _, end in told]
        future = any(clause.future or clause.maybe for clause in statement.clauses)
        for found, day in dated:
            if _lies_ahead(draft, found):
                continue
            at = bisect_right(ends, found.span.start - 2)
            within = at < len(told) and told[at][0] <= found.span.start
            if within or _heads(statement, found) or _reported(draft, statement, found, future):
                yield limit.passed(found.span, written(day))


_BARE = re.compile(r"\b(?:on|since) the (\d{1,2})(?:st|nd|rd|th)\b(?! of| \w+ (?:19|20)\d\d)")


def _of_this_month(draft: Draft, statement: Statement, limit: _Limit) -> Iterator[Hit]:
    """ "On the 25th we destroyed 40 jars", where the letter is of the 20th and nothing else dates the action."""
    if statement.part not in (parts.DONE, parts.MIXED) or draft.dates_in(statement) or " the " not in statement.text:
        return
    match = _BARE.search(draft.low, statement.start, statement.end)
    if match is not None and limit.day.day < int(match[1]) <= _LAST and any(c.past for c in statement.clauses):
        yield limit.passed(Span(match.start(), match.end(), match.group()), f"“{match.group()}”", sure=False)


_WEEK = re.compile(r"\b(?:in|during) (?:calendar )?week (\d{1,2})(?: of (20\d\d))?\b")
_POINT = re.compile(r"(\d{1,2})([/.])(\d{1,2})\.? ?[:–-]")


def _by_number(draft: Draft, statement: Statement, limit: _Limit) -> Iterator[Hit]:
    """ "In week 49 the auditor walked through", "11/25 - got the certificate": days told by numbers alone."""
    if statement.part not in (parts.DONE, parts.MIXED) or statement.item is None:
        return
    match = _WEEK.search(draft.low, statement.start, statement.end)
    if match is not None and any(c.past for c in statement.clauses) and 1 <= int(match[1]) <= _WEEKS:
        late = date.fromisocalendar(int(match[2] or limit.day.year), int(match[1]), 1) > limit.day
    else:
        match = _POINT.match(draft.low, statement.start)
        late = match is not None and match[2] == "/" and limit.day < _month_first(match, limit.day) if match else False
    if match is not None and late:
        yield limit.passed(Span(match.start(), match.end(), match.group()), f"“{match.group()}”", sure=False)


def _month_first(match: re.Match[str], limit: date) -> date:
    """The day of "11/25" in the year of the letter; the day of the letter itself where it can be read otherwise."""
    month, day = int(match[1]), int(match[3])
    try:
        return date(limit.year, month, day) if day > _MONTHS else limit
    except ValueError:
        return limit


_WEEKS, _MONTHS = 52, 12
_LAST = 31
# "The buyer gets the parcel on 9 June": told as present, meant as future.
_PRESENT = frozenset(
    "gets get arrives arrive comes come goes go returns follows starts begins leaves receives expects expect reaches ends "
    "takes opens".split()
)
# What may well lie ahead of a letter: "expected on", "with effect from", "the audit of 7 December", "ending".
_AHEAD = re.compile(
    r"\b(?:(?:expect(?:ed|s)?|anticipated|scheduled|planned|forecast|announced|promised|effect|effective|valid|expir[a-z]+"
    r"|due|payable|ends?|ending|reserved|appointed|appointment|booked|booking|estimated|deadline|latest|arrival|arrives"
    r"|eta|renewal|renewed|best before|runs? out|runs to|postponed|invited|slot)(?: (?!was|were)[a-z]+){0,3}"
    r"|(?:(?<!\d )(?<!\d)(?:until|till|to|through)|before|for|from|starting|beginning|next|coming|not after)(?: the)?"
    r"|to (?!us |our |the |a |amazon |all |her |his |him |them |me )[a-z]+(?: [a-z]+){0,4} (?:by|before))[ (:,]*$"
)
_OF = re.compile(r"\b([a-z]+) (?:of|for) (?:the )?$")
# What has a date of its own once it is there.
_PAPERS = frozenset(
    "letter mail email message report receipt certificate invoice note confirmation reply answer statement log photo "
    "screenshot record proof slip".split()
)
_RANGED = re.compile(r" (?:to|until|till|through|and) (?:the )?\d")
_NEAR = 60


def _lies_ahead(draft: Draft, found: Found) -> bool:
    """Whether the words before a day say that it is still to come, or that it belongs to something planned."""
    before = " ".join(draft.low[max(0, found.span.start - _NEAR) : found.span.start].split()) + " "
    ranged = _RANGED.match(draft.low, found.span.end)
    if (
        ranged is not None
        and before.endswith((" from ", " between ", "from ", "between "))
        and not _LASTS.search(before)
    ):
        # "From 23 to 27 November": the whole of it is told.
        return False
    of = _OF.search(before)
    if of is not None and of.group(1) not in _PAPERS and of.group(1) != "as":
        return True
    return _AHEAD.search(before) is not None or _IS_TO_BE.search(before) is not None


# "A second sample is drawn on 2 December": the present of what is arranged.
_IS_TO_BE = re.compile(r"\b(?:is|are) (?:\w+ )?\w+(?:ed|wn|en|de|ne|nt|ld) (?:\w+ )?(?:on|at|by)(?: the)? $")
_LASTS = re.compile(r"\b(?:runs?|valid|lasts?|effective|applies|covers?)\b")


def _reported(draft: Draft, statement: Statement, found: Found, future: bool) -> bool:
    """Whether a corrective action that tells nothing of the future gives this day, with or without a verb in the past.

    "Who pressed the button? The category manager, 22 November 2026."
    """
    if not future and draft.low[max(0, found.span.start - 12) : found.span.start].split()[-1:] == ["since"]:
        return True
    shown = statement.part in (parts.CONCLUSION, parts.DOCUMENTS) and bool(draft.files_in(statement))
    if statement.item is None or not (shown or statement.part in (parts.DONE, parts.MIXED)):
        return False
    near = draft.low[max(statement.start, found.span.start - _NEAR) : found.span.start].replace(",", ";").split(";")[-1]
    if future or not _PRESENT.isdisjoint(near.split()):
        return False
    return shown or statement.part == parts.DONE or any(clause.past for clause in statement.clauses)


def _heads(statement: Statement, found: Found) -> bool:
    """Whether a date heads a point of the corrective actions, which tell what is done."""
    item = statement.item
    if item is None or statement.part != parts.DONE or found.span.start - item.start > _HEAD:
        return False
    return not any(clause.future or clause.maybe for clause in statement.clauses)


class _Limit(NamedTuple):
    """The last day on which something can have been done, who says so, and whether it is the letter's own day."""

    day: date
    said: tuple[Related, ...]
    own: bool = True

    def passed(self, place: Span, what: str, *, sure: bool = True) -> Hit:
        """What is told as done on a later day."""
        if self.own:
            message = f"{what} is after the day of this letter ({written(self.day)}), yet told as done."
            return Hit(place, message, self.said, level=None if sure else "warning", confidence=None if sure else "low")
        message = f"{what} is told as done, and the letter says that all was complete before. Correct one of the days."
        return Hit(place, message, self.said, level="warning", confidence="medium" if sure else "low")


def _limit(draft: Draft) -> _Limit | None:
    own = letter_date(draft)
    day = meant(draft, own) if own is not None else None
    if own is not None and day is not None:
        return _Limit(day, (Related(draft.file, short(own.span.quote), "Date of the letter"),))
    if draft.today is not None:
        return _Limit(draft.today, ())
    complete = _complete(draft)
    if complete is None or complete.date is None:
        return None
    # A last step may follow within days.
    said = (Related(draft.file, short(complete.span.quote), "All complete"),)
    return _Limit(complete.date + timedelta(days=_DAYS), said, own=False)


_DAYS = 4


def _complete(draft: Draft) -> Found | None:
    """The last day on which, by its conclusion, all of the plan was complete; the letter went out about then."""
    told = [
        each
        for part in draft.of(parts.CONCLUSION)
        for statement in part.statements
        for each in told_in(draft, statement)
        if not _COMPLETE.isdisjoint(each.words)
    ]
    return max(told, key=lambda each: each.day).found if told else None


_COMPLETE = frozenset("complete completed completion finished concluded".split())
