"""What the letter itself says that Amazon asks for or reports, and what of it the letter then leaves unanswered.

Sellers retell the notice or paste it: points under (a), (b), (c), kinds of complaints with their numbers, papers "of
the last 90 days", ASINs. Without a case this is all that is known of the notice, and enough to see that a point was
taken up and never answered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from amends.dates import written
from amends.model import Span
from amends.review import parts
from amends.review.timing import letter_date, notice_dates
from amends.review.words import Lexicon
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.pieces import Item, Statement

_MOST = 12


class Unanswered(NamedTuple):
    """Words of the letter, from `start` to `end`, that nothing below answers, and what to say about them."""

    start: int
    end: int
    message: str


_ASKS = Lexicon(
    (
        "you|notice|amazon|mail|email|message|letter .. asks|asked|ask|asking|wants|wanted|want|needs|need|requests|"
        "requested|request|requires|required|require"
    ),
    "please|kindly send|provide|submit|upload|give",
    "send us|me",
    "requested|required|asked|wanted documents|for|papers|information|things|points",
)
_PAPERS = frozenset(
    "statement bill certificate licence license passport contract authorization authorisation invoice receipt "
    "declaration registration".split()
)
_CONTACT = frozenset(("contact",))
_REACHED = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,60}\.[\w.-]{2,40}|\+?\d[\d ()/.-]{7,20}\d|\bhttps?://|\bwww\.|\.example\b"
)
_ASKED = re.compile(r"\b(?:ask|want|need|request|requir|send|provid|submit)")
_NEAR = 120
_LABEL = re.compile(r"(?<![\w.])\(?([a-f1-6])[.)][ \t]*$")
_DAYS = re.compile(
    r"\b(?:last|past|within|within the last|previous|latest) (\d{2,3}) days\b|\b(?:not|no) older than (\d{2,3}) "
    r"days\b|\b(\d{2,3}) days\b[^.\n]{0,20}\bold\b"
)
_OF_PAPERS = re.compile(r"\b(?:invoices?|bills?|statements?|receipts?|inv|documents?)\b", re.I)


def points(draft: Draft) -> Iterator[Unanswered]:
    """Points under (a), (b), (c) of what is asked for, of which others are answered under their letter below."""
    first: dict[str, Item] = {}
    again: set[str] = set()
    for item in draft.items:
        found = _LABEL.search(draft.text, max(0, item.start - 6), item.start)
        if found is not None and found[1] in first:
            again.add(found[1])
        elif found is not None and item.part == parts.OPENING:
            first[found[1]] = item
    if len(first) < 2 or not again:
        return
    begin = min(item.start for item in first.values())
    if _ASKED.search(draft.low, max(0, begin - _NEAR), begin) is None:
        return
    for label, item in first.items():
        if label not in again and item.start < max(first[known].start for known in first) + 1:
            below = draft.text[max(i.end for i in first.values()) :]
            if f"{label})" not in below and f"\n{label}." not in below:
                statement = item.statements[0]
                yield Unanswered(
                    statement.start, statement.end, f"({label}) is asked for and not answered under its letter."
                )


def papers(draft: Draft) -> Iterator[Unanswered]:
    """Papers, and ways to reach somebody, that are asked for and that the letter does not come back to."""
    for at, statement in enumerate(draft.statements[:_MOST]):
        if statement.part != parts.OPENING and statement.part != parts.OTHER:
            continue
        if not _ASKS.found(statement.words) or " or " in statement.text:
            continue
        rest = " ".join(word for each in draft.statements[at + 1 :] for word in each.words)
        names = draft.low[statement.end :]
        for place, word in enumerate(statement.words):
            if word in _PAPERS and place and statement.words[place - 1] in ("a", "an", "the", "bank", "utility", "one"):
                if f" {word}" in f" {rest}" or word in names:
                    continue
                start, end = statement.between(max(0, place - 1), min(len(statement.words), place + 4))
                yield Unanswered(start, end, f"This is asked for ({word}), and the letter does not come back to it.")
    yield from _contacts(draft)


def _contacts(draft: Draft) -> Iterator[Unanswered]:
    """The contact details of a supplier, asked for, where the letter gives its name alone."""
    for block in draft.foreign:
        if "contact detail" not in draft.low[block.start : block.end]:
            continue
        named = next(
            (
                s
                for s in draft.statements
                if s.start > block.end and not {"supplier", "distributor"}.isdisjoint(s.words)
            ),
            None,
        )
        if named is not None and _REACHED.search(draft.text, block.end) is None:
            yield Unanswered(
                named.start, named.end, "Contact details are asked for; address, telephone and mail are missing."
            )
            return


def windows(draft: Draft) -> Iterator[Unanswered]:
    """Papers dated before the days that the letter itself says are asked about: "of the last 90 days"."""
    head = draft.low[: draft.statements[0].end] if draft.statements else ""
    told = [draft.low[b.start : b.end] for b in draft.foreign]
    told += [draft.low[s.start : s.end] for s in draft.statements[:_MOST] if s.part == parts.OPENING]
    found = next((m for text in (head, *told) for m in _DAYS.finditer(text) if _OF_PAPERS.search(text)), None)
    own = letter_date(draft)
    days = notice_dates(draft)
    until = own.date if own is not None else days[0].date if days else None
    if found is None or until is None:
        return
    count = int(found[1] or found[2] or found[3])
    first = until - timedelta(days=count)
    for statement in draft.statements:
        if _OF_PAPERS.search(statement.text) is None or statement.part in (parts.CAUSE, parts.MEASURES):
            continue
        for day in draft.dates_in(statement):
            near = draft.text[max(statement.start, day.span.start - 40) : day.span.start]
            if day.date is not None and day.date < first and _OF_PAPERS.search(near):
                yield Unanswered(
                    day.span.start,
                    day.span.end,
                    f"{written(day.date)} is older than the {count} days asked for (from {written(first)}).",
                )


def listings(draft: Draft) -> Iterator[Unanswered]:
    """ASINs of a quoted notice that the seller's own words leave out, though they take up the others."""
    spans = [(b.start, b.end) for b in draft.foreign] + [
        (s.start, s.end) for s in draft.statements if s.part == parts.OPENING and s.text[:1] in "\"“'"
    ]
    quoted = [(s, e) for s, e in spans[:_MOST]]
    for item in draft.items[:_MOST]:
        text = draft.text[item.start : item.end]
        if text[:1] in '"“' and len(text) > 1 and text.rstrip()[-1:] in '"”':
            quoted.append((item.start, item.end))
    if not quoted:
        return
    inside: dict[str, Span] = {}
    outside: set[str] = set()
    for identifier in draft.identifiers:
        if identifier.kind != "asin" or identifier.masked:
            continue
        if any(start <= identifier.span.start < end for start, end in quoted):
            inside.setdefault(identifier.value, identifier.span)
        else:
            outside.add(identifier.value)
    if outside.isdisjoint(inside):
        return
    for value, span in inside.items():
        if value not in outside:
            yield Unanswered(span.start, span.end, f"The notice names {value}; this letter does not come back to it.")


_EVERY = frozenset("all both each every".split())
_COUNTED = re.compile(r"(?<![\w.,-])(\d{1,3}|one|two|three) ([a-z][a-z-]{2,20}(?: [a-z][a-z-]{2,20}){0,2})")
_KINDS = frozenset(
    "claim chargeback feedback complaint cancellation return shipment violation review delivery warning contact".split()
)


def issues(draft: Draft) -> Iterator[Unanswered]:
    """Kinds of complaints that the letter counts at its head and of which the rest says nothing."""
    told = " ".join(word for s in draft.statements if s.part == parts.CAUSE for word in s.words)
    if not told or not _EVERY.isdisjoint(told.split()):
        return
    for statement in draft.statements[:_MOST]:
        if statement.part != parts.OPENING:
            continue
        yield from _kinds(draft, statement, told)
    yield from _numbered(draft)


def _kinds(draft: Draft, statement: Statement, told: str) -> Iterator[Unanswered]:
    found = list(_COUNTED.finditer(draft.low, statement.start, statement.end))
    kinds = [(m, kind) for m in found for kind in (_kind(m[2]),) if kind]
    if len(kinds) < 2 or len({kind for _, kind in kinds}) < 2:
        return
    here = [any(word.removesuffix("s") in told for word in match[2].split() if len(word) > 3) for match, _ in kinds]
    if any(here) and not all(here):
        for (match, kind), answered in zip(kinds, here, strict=True):
            if not answered:
                yield Unanswered(
                    match.start(), match.end(), f"Nothing below explains the {kind}s. Say why they happened."
                )


def _kind(words: str) -> str:
    for word in words.split():
        if word.removesuffix("s") in _KINDS:
            return word.removesuffix("s")
    return ""


_ONE_OF = re.compile(r"(?:^|[\n:;.,])[ \t]*\(?([1-6a-f])[.)][ \t]+$")


def _numbered(draft: Draft) -> Iterator[Unanswered]:
    """Points of a numbered list at the head whose words never come back below it."""
    from amends.review.topics import uncommon

    items = [i for i in draft.items if i.part == parts.OPENING and i.kind == "number"][:_MOST]
    if not 2 <= len(items) <= _MOST // 2:
        return
    below = [i for i in draft.items if i.start > items[-1].end]
    if any(_ONE_OF.search(draft.text, max(0, i.start - 8), i.start) and i.part == parts.OPENING for i in below):
        return
    stems = frozenset[str]().union(*map(uncommon, below)) | frozenset(
        w[:6] for i in below for w in i.words if len(w) > 3
    )
    ids = {found.value for i in below for found in draft.identifiers_in(i)}
    said = []
    for item in items:
        own = uncommon(item)
        named = {found.value for found in draft.identifiers_in(item)}
        said.append((item, bool(own), not own.isdisjoint(stems) or not ids.isdisjoint(named)))
    if sum(answered for _, _, answered in said) < 1:
        return
    for item, speaks, answered in said:
        if speaks and not answered:
            statement = item.statements[0]
            yield Unanswered(statement.start, statement.end, "Nothing below takes this up. Say why it happened too.")
