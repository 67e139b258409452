"""Days of one sentence, and the time that it says lies between them: "24 March 2026, two days before … 28 March 2026".

A reader counts it over at once, as for a weekday. Where the time is open ("within", "at least") or not of whole days
("working days"), nothing is counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from amends.model import Span
from amends.review.reckoning.counts import number_of
from amends.review.reckoning.references import Again
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.dates import Found
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

_DAYS = {"day": 1, "days": 1, "week": 7, "weeks": 7}
# Which of the two days is the later one, by the word behind the time between them.
_FIRST_LATER = {"before": False, "prior": False, "ahead": False, "after": True, "later": False, "earlier": True}
_OPEN = frozenset("within least most about around nearly over under than up to almost some another further".split())
_FEW = 4


def contradicted(draft: Draft) -> Iterator[Again]:
    """The later of two days of a sentence, where they do not lie as far apart as it says."""
    for statement in draft.statements:
        days = draft.dates_in(statement)
        if 2 <= len(days) <= _FEW:
            for first, second in pairwise(days):
                told = _told(statement, first, second)
                if told is not None and first.date is not None and second.date is not None:
                    apart = (first.date - second.date).days * (1 if told > 0 else -1)
                    if apart != abs(told):
                        message = (
                            f"{first.span.quote} and {second.span.quote} are {abs(apart)} days apart, "
                            f"the sentence says {abs(told)}. Which is right?"
                        )
                        yield Again(
                            Span(second.span.start, second.span.end, second.span.quote), statement.text, message
                        )


def _told(statement: Statement, first: Found, second: Found) -> int | None:
    """How many days the sentence puts between two of its days, negative where the second is the later one."""
    words = [
        word
        for word, (start, end) in zip(statement.words, statement.at, strict=True)
        if first.span.end <= start and end <= second.span.start
    ]
    for at, word in enumerate(words[1:-1], 1):
        number = number_of(words[at - 1]) if words[at - 1] not in ("a", "one") else 1
        if word not in _DAYS or number is None or words[at + 1] not in _FIRST_LATER:
            continue
        if words[at + 1] in ("later", "earlier") and "than" not in words[at + 2 : at + 4]:
            # "Three days later, on 6 May": told by `periods.py`.
            continue
        if not _OPEN.isdisjoint(words[max(0, at - 3) : at - 1]):
            return None
        return number * _DAYS[word] * (1 if _FIRST_LATER[words[at + 1]] else -1)
    return None
