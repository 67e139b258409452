"""GR10: an action told as done that lies ahead."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date

from amends.dates import Found, written
from amends.model import Related, Span
from amends.review.document import Draft
from amends.review.letter import parts
from amends.review.letter.meant import meant
from amends.review.letter.own_day import letter_date
from amends.review.letter.pieces import Statement
from amends.review.rule import Hit, rule, short

_HEAD = 12


@rule(
    "GR10",
    "done-in-future",
    level="error",
    source="Contradictions end an appeal; actions are done before submitting",
    bad=(
        "6 May 2026\n\nDear Seller Performance Team,\n\nCorrective actions:\n- On 9 May 2026 we removed 12 listings.",
        "I am writing this on 6 May 2026.\n\nCorrective actions:\n- 12 listings removed by the owner, 9 May 2026.",
    ),
    good=(
        "6 May 2026\n\nCorrective actions:\n- On 4 May 2026 we booked the audit of 9 May 2026.",
        "6 May 2026\n\nDear Seller Performance Team,\n\nCorrective actions:\n- On 4 May 2026 we removed 12 listings.",
    ),
)
def done_in_future(draft: Draft) -> Iterator[Hit]:
    """Something done on a day that has not come.

    The date lies after the day of the letter, yet the sentence says it is done. Correct the date, or do it first.
    """
    limit, said = _limit(draft)
    if limit is None:
        return
    for statement in draft.statements:
        if statement.part == parts.CONCLUSION and draft.has_parts and not draft.files_in(statement):
            continue
        dated = [(found, day) for found in draft.dates_in(statement) if (day := meant(draft, found)) and day > limit]
        if not dated:
            yield from _of_this_month(draft, statement, limit, said)
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
                message = f"{written(day)} is after the day of this letter ({written(limit)}), yet told as done."
                yield Hit(found.span, message, said)


_BARE = re.compile(r"\b(?:on|since) the (\d{1,2})(?:st|nd|rd|th)\b(?! of| \w+ (?:19|20)\d\d)")


def _of_this_month(draft: Draft, statement: Statement, limit: date, said: tuple[Related, ...]) -> Iterator[Hit]:
    """ "On the 25th we destroyed 40 jars", where the letter is of the 20th and nothing else dates the action."""
    if statement.part not in (parts.DONE, parts.MIXED) or draft.dates_in(statement) or " the " not in statement.text:
        return
    match = _BARE.search(draft.low, statement.start, statement.end)
    if match is not None and limit.day < int(match[1]) <= _LAST and any(c.past for c in statement.clauses):
        message = f"“{match.group()}” is after the day of this letter ({written(limit)}), yet told as done."
        yield Hit(Span(match.start(), match.end(), match.group()), message, said, level="warning", confidence="low")


_LAST = 31
# "The buyer gets the parcel on 9 June": told as present, meant as future.
_PRESENT = frozenset(
    "gets get arrives arrive comes come goes go returns follows starts begins leaves receives expects expect reaches ends "
    "takes opens".split()
)
# What may well lie ahead of a letter: "expected on", "with effect from", "the audit of 7 December", "ending".
_AHEAD = re.compile(
    r"\b(?:(?:expect(?:ed|s)?|anticipated|scheduled|planned|forecast|announced|promised|effect|effective|valid|expir[a-z]+"
    r"|due|ends?|ending|reserved|appointed|appointment|booked|booking|estimated|deadline|latest|arrival|arrives"
    r"|eta|renewal|renewed|best before|runs? out|runs to|postponed|invited|slot)(?: (?!was|were)[a-z]+){0,3}"
    r"|(?:(?<!\d )(?<!\d)(?:until|till|to|through)|before|for|from|starting|beginning|next|coming|not after)(?: the)?"
    r"|to (?!us |our |the |a |amazon |all |her |his |him |them |me )[a-z]+(?: [a-z]+){0,4} (?:by|before))[ (:,]*$"
)
_OF = re.compile(r"\b([a-z]+) (?:of|for|dated) (?:the )?$")
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
    if ranged is not None and before.endswith((" from ", " between ", "from ", "between ")):
        # "From 23 to 27 November": the whole of it is told.
        return False
    of = _OF.search(before)
    return (of is not None and of.group(1) not in _PAPERS) or _AHEAD.search(before) is not None


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


def _limit(draft: Draft) -> tuple[date | None, tuple[Related, ...]]:
    own = letter_date(draft)
    day = meant(draft, own) if own is not None else None
    if own is not None and day is not None:
        return day, (Related(draft.file, short(own.span.quote), "Date of the letter"),)
    return draft.today, ()
