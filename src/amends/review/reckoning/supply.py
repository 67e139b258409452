"""What was bought and sold: more sold of an ASIN than its invoices show, a number bought that they do not make."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from amends.model import Span
from amends.review.reckoning.account import shown
from amends.review.reckoning.contradiction import Again
from amends.review.reckoning.counted import Count, counted
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

_BOUGHT = frozenset(
    "bought purchased purchase invoice invoices invoiced delivered supplied ordered received inv".split()
)
_SOLD = frozenset("sold sales".split())
_MORE = frozenset("also another other second further stock since earlier opening additional return returned".split())
_INVOICES = frozenset(("invoices", "bills", "deliveries", "purchases"))
_CAME = frozenset("purchased bought invoiced procured supplied acquired".split())
_WITHIN, _SLACK = 4, 0.1


def supplies(draft: Draft) -> Iterator[Again]:
    """Numbers bought and sold that do not fit."""
    if any(word in draft.low for word in _SOLD):
        yield from _oversold(draft)
    if any(word in draft.low for word in _INVOICES) and any(word in draft.low for word in _CAME):
        yield from _invoiced(draft)


def _oversold(draft: Draft) -> Iterator[Again]:
    """ "60 pieces B0…, invoice 7782" and "we sold 104 pieces of B0…"."""
    bought: dict[str, float] = {}
    sold: list[tuple[str, Count]] = []
    for count in counted(draft):
        words = count.statement.words
        if _SOLD.isdisjoint(words) and _BOUGHT.isdisjoint(words) and not draft.files_in(count.statement):
            continue
        named = next((i for i in draft.identifiers_in(count.statement) if _beside(draft, count, i.span.start)), None)
        if named is None or named.kind != "asin" or named.masked:
            continue
        if not _SOLD.isdisjoint(words):
            if _MORE.isdisjoint(words):
                sold.append((named.value, count))
        elif not _BOUGHT.isdisjoint(words) or any("inv" in f.group().lower() for f in draft.files_in(count.statement)):
            bought[named.value] = bought.get(named.value, 0) + count.value
    for name, count in sold:
        if count.value > bought.get(name, count.value):
            place = _place(draft, count)
            message = (
                f"{place.quote} of {name} sold, and the letter shows {shown(bought[name])} bought. Which is right?"
            )
            yield Again(place, "", message)


def _beside(draft: Draft, count: Count, start: int) -> bool:
    """Whether only a noun stands between a number and an ASIN: "104 pieces of B0…"."""
    between = draft.text[count.figure.end : start] if start > count.figure.end else ""
    words = between.split()
    return 1 <= len(words) <= _WITHIN and not any(mark in between for mark in ",;:().") and "and" not in words


def _invoiced(draft: Draft) -> Iterator[Again]:
    """ "Invoices 5517 (480 units) and 5630 (240 units) … 740 units purchased": what the invoices come to."""
    total = 0.0
    where: Statement | None = None
    told: set[float] = set()
    for statement, found in groupby(counted(draft), key=_statement):
        counts, words = list(found), statement.words
        for count in counts if where is not None else ():
            at = count.figure.word
            near = 0 < abs(count.value - total) <= _SLACK * total and count.value not in told
            beside = (*words[at + 2 : at + 4], *words[max(0, at - 2) : at])
            if near and where is not None and _MORE.isdisjoint(words) and not _CAME.isdisjoint(beside):
                place = _place(draft, count)
                yield Again(
                    place, where.text, f"{place.quote} here, the invoices make {shown(total)}. Calculate again."
                )
        if where is None and not _INVOICES.isdisjoint(words):
            # Numbers of invoices stand among the counts.
            named = [count for count in counts if count.noun]
            if len(named) > 1 and len({count.noun for count in named}) == 1:
                total, where = sum(count.value for count in named), statement
        told.update(count.value for count in counts)


def _statement(count: Count) -> Statement:
    return count.statement


def _place(draft: Draft, count: Count) -> Span:
    start, end = count.figure.start, count.figure.end
    return Span(start, end, draft.text[start:end])
