"""The days that a letter hangs on: its own date, and the day of Amazon's notice."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, cast

from amends.review import parts
from amends.review.words import Lexicon

if TYPE_CHECKING:
    from amends.dates import Found
    from amends.review.document import Draft

_DATE_LINE = frozenset(
    (
        "date",
        "dated",
        "on",
        "the",
        "submitted",
        "sent",
        "of",
        "this",
        "letter",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
    )
)
_NOTICE = Lexicon(
    "we|i .. received|got|had .. notice|notification|email|e-mail|message|warning|letter",
    "after|upon|on|since receiving|receipt .. notice|notification|email|e-mail|message|warning|letter",
    (
        "received|got .. your|amazon's|amazon|suspension|deactivation|performance .. notice|notification|"
        "email|e-mail|message|warning|letter"
    ),
    "notice|notification|warning of|dated|from|on|received|sent",
    "your email|e-mail|message|letter of|dated|from|on|received|sent",
    "you|amazon removed|deactivated|suspended|closed|blocked|notified|informed|wrote|sent|emailed|told",
    "was|were|been deactivated|suspended|blocked",
    "we|i was|were notified|informed|told",
    "our|my .. deactivated|suspended|removed on",
)


def letter_date(draft: Draft) -> Found | None:
    """The date that stands alone on a line, or behind "Date:", at the head or foot of the letter."""
    for found in draft.dates:
        statement = draft.statement_at(found.span.start)
        if statement is None or found.date is None or len(statement.words) > 12 or statement.part == parts.CONCLUSION:
            continue
        inside = {
            word
            for word, (start, end) in zip(statement.words, statement.at, strict=True)
            if end <= found.span.start or start >= found.span.end
        }
        if inside <= _DATE_LINE:
            return found
    return None


def notice_dates(draft: Draft) -> list[Found]:
    """Days on which, by the letter's own words, Amazon's notice came or the account was deactivated."""
    if "notice dates" not in draft.memo:
        draft.memo["notice dates"] = _notice_dates(draft)
    return cast("list[Found]", draft.memo["notice dates"])


def _notice_dates(draft: Draft) -> list[Found]:
    days: list[Found] = []
    for statement in draft.statements:
        found = draft.dates_in(statement)
        if not found or not _NOTICE.found(statement.words):
            continue
        starts = [start for start, _ in statement.at]
        for at, day in enumerate(found):
            left = bisect_left(starts, found[at - 1].span.end) if at else 0
            right = bisect_left(starts, found[at + 1].span.start) if at + 1 < len(found) else len(starts)
            here, behind = bisect_left(starts, day.span.start), bisect_left(starts, day.span.end)
            before, after = (
                statement.words[max(left, here - 9) : here],
                statement.words[behind : min(right, behind + 9)],
            )
            if day.date is not None and (_NOTICE.found(before) or _NOTICE.found(after)):
                days.append(day)
    return days
