"""EV11: an invoice dated outside the days that the notice asks about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from amends.dates import written
from amends.model import Related
from amends.review.document import Draft
from amends.review.letter import parts, restated
from amends.review.rule import Example, Hit, rule, short
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.model import Exhibit, Notice

_WINDOW = re.compile(
    r"(?:last|past|previous|preceding)\s+(?:the\s+)?(?:(?:last|past)\s+)?(\d{2,3})\s+days"
    r"|(\d{2,3})\s+days\s+(?:before|prior)",
    re.I,
)
_NAMES = frozenset("invoice invoices bill bills".split())
_REACH = 8
# Fewer days are a time to answer in, not a time to have bought in.
_SHORTEST = 60
# The check of documents that asks the same of an exhibit whose day was read.
_SAME = "out-of-window"


@rule(
    "EV11",
    "invoice-outside-window",
    level="error",
    source="Seller Forums staff post 8be798a9: invoices dated within 365 days before the notice; older notices say 180",
    bad=(Example("Corrective actions: on 4 May 2026 we sent invoice HL 1002 of 3 March 2024 for B0C1234567.", "plan"),),
    good=(
        Example("Corrective actions: on 4 May 2026 we sent invoice HL 2231 of 3 March 2026 for B0C1234567.", "plan"),
    ),
)
def invoice_outside_window(draft: Draft) -> Iterator[Hit]:
    """An invoice dated outside the days that the notice asks about.

    Amazon takes invoices from the days before the notice that it names, 365 as a rule. An older one, or one that was
    issued after the notice, proves nothing about what was sold then. Send the invoices of that time.
    """
    notice, case = draft.notice, draft.case
    if notice is None:
        for found, upon, days, asked in restated.dated(draft):
            message = (
                f"{found.span.quote} is more than {days} days before {written(upon)}; the letter says “{asked.quote}”."
            )
            yield Hit(found.span, message, level="warning", confidence="medium")
    if notice is None or case is None or notice.received is None:
        return
    from amends.needed import INVOICES

    days, line = _window(notice)
    if not days:
        return
    first, last = notice.received - timedelta(days=days), notice.received
    said = (Related(notice.file, short(line, 160), "Notice"),)
    wanted = f"the notice asks for {written(first)} to {written(last)}"
    for statement in draft.statements:
        if statement.part in (parts.CAUSE, parts.MEASURES) or _NAMES.isdisjoint(statement.words):
            continue
        for found in draft.dates_in(statement):
            if found.date is None or first <= found.date <= last:
                continue
            if _of_invoice(statement.words, statement.at, found.span.start):
                yield Hit(found.span, f"An invoice of {written(found.date)}; {wanted}.", said)
    for exhibit in case.exhibits:
        if exhibit.kind not in INVOICES or exhibit.dated is None or first <= exhibit.dated <= last:
            continue
        if draft.statements and not _is_told(exhibit):
            what = f"Exhibit {exhibit.label}, {short(exhibit.name, 50)}, is dated {written(exhibit.dated)}"
            yield Hit(draft.ending, f"{what}; {wanted}.", said)


def _is_told(exhibit: Exhibit) -> bool:
    """Whether a check of the document itself says so already, with its place on the page (`exhibit-fails`)."""
    return any(check.name == _SAME and check.level == "error" for check in exhibit.checks)


def _window(notice: Notice) -> tuple[int, str]:
    """How many days back the notice wants invoices from, and its words; 0 when it does not say."""
    for ask in notice.asks:
        if ask.id == "invoices":
            start = max(0, ask.span.start - 160)
            near = notice.text[start : ask.span.end + 160]
            spans = [(int(match.group(1) or match.group(2)), near) for match in _WINDOW.finditer(near)]
            found = [span for span in spans if span[0] >= _SHORTEST]
            if found:
                return found[0]
    return 0, ""


def _of_invoice(words: tuple[str, ...], at: tuple[tuple[int, int], ...], day: int) -> bool:
    """Whether a date stands behind the word invoice, as its date does: "invoice HL 2231 of 3 March 2026"."""
    before = [word for word, (_, end) in zip(words, at, strict=True) if end <= day][-_REACH:]
    near = next((place for place in range(len(before) - 1, -1, -1) if before[place] in _NAMES), None)
    return near is not None and not {"delivered", "received", "arrived", "sent", "uploaded"}.intersection(before[near:])
