"""The notice as a letter restates or pastes it, and what the rest of the letter leaves of it unanswered.

Without the notice itself, three things can be told from the letter alone: an ASIN of the restated list that is never
named again while another one is, a lettered ask ("(c) bank statement") without an answer of that letter while the
others have theirs, and how many days back the documents may lie.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from amends.model import Identifier, Span
from amends.review.language.words import tokens
from amends.review.letter import parts
from amends.review.letter.own_day import letter_date
from amends.review.letter.timing import notice_dates
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from amends.dates import Found
    from amends.review.document import Draft
    from amends.review.letter.pieces import Item, Statement

_NAMING = frozenset(
    "you your amazon notice complaint complaints reported removed names listed listings infringe violation asins "
    "concerns answer appeal mail message e-mail email".split()
)
_ALL = frozenset("all both each every these those either".split())
_THINGS = frozenset(
    "asins listings offers products items articles pages three four five six them listing asin product offer "
    "cases".split()
)
_SEVERAL, _MOST, _LAST = 2, 12, 4
_ASKED = re.compile(
    r"\b(?:want|ask|request|requir|need|demand|send us|provide|submit|following|wish)\w*\b[^.;\n]{0,80}:\s*$", re.I
)
_LETTER = re.compile(r"\(?([A-Za-z])[.):]\s*$")
_WINDOW = re.compile(
    r"\b(?:last|past|previous|within(?: the last)?|older than|recent)\s+(\d{2,3})\s+days"
    r"|\b(\d{2,3})\s+days\s+(?:old|before|prior)",
    re.I,
)
_PAPER = frozenset("invoice invoices bill bills statement electricity utility issued document documents".split())
_SHORTEST, _LONGEST = 60, 400
_DATED = re.compile(
    r"\b(?:invoice|bill|rechnung|fatura|factura|inv|statement)[\w.&#/-]{0,40}(?: [\w./#-]{1,24}){0,3}?"
    r"[ ,(:]+(?:dated|date|of|from|is|issued on|was issued on|issued)(?: (?:is|was|of|from|on|:))?[ :]*$",
    re.I,
)
_BACK = 90


class Unanswered(NamedTuple):
    """A place of the restated notice, and what is missing."""

    place: Span
    message: str


def asins(draft: Draft) -> Iterator[Unanswered]:
    """ASINs that the opening lists with others, and that the letter never comes back to."""
    told: dict[str, list[Identifier]] = {}
    for found in draft.identifiers:
        if found.kind == "asin" and not found.masked:
            told.setdefault(found.value, []).append(found)
    if not _SEVERAL <= len(told) <= _MOST:
        return
    listed: dict[str, Identifier] = {}
    end = 0
    for value, places in told.items():
        statement = draft.statement_at(places[0].span.start)
        pasted = any(block.start <= places[0].span.start < block.end for block in draft.foreign)
        opening = statement is not None and statement.part == parts.OPENING and _names(draft, statement)
        if pasted or opening:
            listed[value] = places[0]
            item = statement.item if statement is not None else None
            end = max(end, item.end if item is not None else places[0].span.end)
    words, _ = tokens(draft.low, end, len(draft.low))
    # "R2BB is a pack of three": the last letters are enough.
    tails = frozenset(words)
    again = {
        value
        for value in listed
        if value[-_LAST:].lower() in tails or any(place.span.start >= end for place in told[value])
    }
    if len(listed) < _SEVERAL or not again or len(again) == len(listed):
        return
    if any(word in _ALL and not _THINGS.isdisjoint(words[at + 1 : at + 4]) for at, word in enumerate(words)):
        return
    for value, found in listed.items():
        if value not in again and value[-_LAST:].lower() not in words:
            yield Unanswered(found.span, f"ASIN {value} is listed here, and the letter does not come back to it.")


def _names(draft: Draft, statement: Statement) -> bool:
    """Whether a sentence, quoted or not, lists what the notice names."""
    return not _NAMING.isdisjoint(tokens(draft.low, statement.start, statement.end)[0])


def asks(draft: Draft) -> Iterator[Unanswered]:
    """Lettered asks whose letter is not among the answers, where others are."""
    runs = list(_lettered(draft))
    for at, (lead, wanted) in enumerate(runs[:-1]):
        if _ASKED.search(lead) is None or len(wanted) < _SEVERAL:
            continue
        answered = set[str]().union(*(run.keys() for _, run in runs[at + 1 :]))
        if answered and answered < wanted.keys():
            for letter, item in wanted.items():
                if letter not in answered:
                    place = Span(item.start, item.end, draft.text[item.start : item.end])
                    yield Unanswered(
                        place, f"({letter}) is asked for here, and no answer of the letter says ({letter})."
                    )


def _lettered(draft: Draft) -> Iterator[tuple[str, dict[str, Item]]]:
    """Runs of points marked (a), (b), (c), each with the words before it."""
    run: dict[str, Item] = {}
    lead, last = "", ""
    for item in draft.items:
        mark = _LETTER.search(draft.text[max(0, item.start - 5) : item.start]) if item.kind == "number" else None
        letter = mark.group(1).lower() if mark is not None else ""
        if not letter or letter <= last:
            if run:
                yield lead, run
            run, last = {}, ""
        if letter:
            if not run:
                lead = draft.text[max(0, item.start - 160) : item.start].rstrip(" (" + letter + letter.upper() + ").")
            run[letter] = item
            last = letter
    if run:
        yield lead, run


def dated(draft: Draft) -> Iterator[tuple[Found, date, int, Span]]:
    """Days of invoices and bills that are older than the letter says that they may be, with the words that say so."""
    window = next(
        (
            match
            for match in _WINDOW.finditer(draft.text)
            if _SHORTEST <= int(match.group(1) or match.group(2)) <= _LONGEST
            and not _PAPER.isdisjoint(draft.low[max(0, match.start() - _BACK) : match.end() + 40].split())
            and not _own(draft, match.start())
        ),
        None,
    )
    if window is None:
        return
    days = int(window.group(1) or window.group(2))
    known = [found.date for found in notice_dates(draft) if found.date is not None]
    own = letter_date(draft)
    upon = min(known) if known else own.date if own is not None else None
    if upon is None:
        return
    said = Span(window.start(), window.end(), window.group())
    for found in draft.dates:
        before = draft.low[max(0, found.span.start - _BACK) : found.span.start].rpartition("\n")[2]
        if found.date is not None and (upon - found.date).days > days and _DATED.search(before):
            yield found, upon, days, said


def _own(draft: Draft, at: int) -> bool:
    """Whether a number of days is told of what the seller does: in the parts that tell actions and measures."""
    statement = draft.statement_at(at)
    return statement is not None and statement.part in (parts.DONE, parts.MEASURES, parts.MIXED)
