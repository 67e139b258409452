"""The day of Amazon's notice, as the letter tells it."""

from __future__ import annotations

from bisect import bisect_left

from amends.review.language.words import Lexicon
from amends.review.letter import parts
from amends.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from amends.dates import Found
    from amends.review.document import Draft

# "Notice: 5 May 2026", "Your message: 2 March 2026".
_LABELS = frozenset((("notice",), ("your", "message"), ("your", "mail"), ("your", "email"), ("your", "e-mail")))
_NOTICE = Lexicon(
    "we|i .. received|got|had .. notice|notification|email|e-mail|message|warning|letter",
    "after|upon|on|since receiving|receipt .. notice|notification|email|e-mail|message|warning|letter",
    (
        "received|got .. your|amazon's|amazon|suspension|deactivation|performance .. notice|notification|"
        "email|e-mail|message|warning|letter"
    ),
    "notice|notification|warning of|dated|from|on|received|sent",
    "your email|e-mail|message|letter|mail|warning of|dated|from|on|received|sent",
    "your|amazon's|amazon .. mail|message dated|of|from|on|received",
    "mail|message|notice|email dated",
    (
        "your|amazon's|the|this .. mail|message|notice|email|e-mail|letter|notification|warning came|come|comes|"
        "arrived|reached|landed"
    ),
    "you|amazon removed|deactivated|suspended|closed|blocked|notified|informed|wrote|sent|emailed|told",
    "was|were|been deactivated|suspended|blocked",
    "we|i was|were notified|informed|told",
    "our|my .. deactivated|suspended|removed on",
)
# In the opening only, where nobody has acted yet: "on 12 May our offer was removed".
_TAKEN_DOWN = Lexicon(
    "our|my|the offer|offers|listing|listings|account|asin|asins|detail was|were removed|closed|taken_down|blocked"
)
_LABELLED = Lexicon(
    "notice #|january|february|march|april|may|june|july|august|september|october|november|december",
    *(f"your {word}" for word in ("message", "mail", "email", "e-mail")),
)


# "After the removal of 4 November".
_ACTS = frozenset("removal deactivation suspension takedown".split())
_TAKEN = frozenset(
    (whose, noun, "of")
    for whose in ("the", "your", "amazon's")
    for noun in ("removal", "deactivation", "suspension", "takedown")
)


def notice_dates(draft: Draft) -> list[Found]:
    """Days on which, by the letter's own words, Amazon's notice came or the account was deactivated."""
    if "notice dates" not in draft.memo:
        draft.memo["notice dates"] = _notice_dates(draft)
    return cast("list[Found]", draft.memo["notice dates"])


def _notice_dates(draft: Draft) -> list[Found]:
    days: list[Found] = []
    for statement in draft.statements:
        found = draft.dates_in(statement)
        told = _NOTICE.found(statement.words) or _LABELLED.found(statement.words)
        taken = not _ACTS.isdisjoint(statement.words)
        if not found or not (told or taken or (statement.part == parts.OPENING and _TAKEN_DOWN.found(statement.words))):
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
            label = before[-1:] in _LABELS or before[-2:] in _LABELS or before[-3:] in _TAKEN
            # "Reply of 14 April to your notice of 8 April": the words right before the next day are its own.
            whole = right == len(starts)
            behind_it = any(whole or last < len(after) for _, last, _ in _NOTICE.matches(after))
            opening = statement.part == parts.OPENING and len(found) == 1 and _TAKEN_DOWN.found(statement.words)
            if day.date is not None and (label or _NOTICE.found(before) or behind_it or opening):
                days.append(day)
    return days
