"""The days that a letter hangs on: its own date, and the day of Amazon's notice."""

from __future__ import annotations

from bisect import bisect_left

from amends.review.language.verbs import is_past
from amends.review.language.words import Lexicon
from amends.review.letter import parts
from amends.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from amends.dates import Found
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

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
_BODY = frozenset((parts.CAUSE, parts.DONE, parts.MEASURES, parts.MIXED))
# "Notice: 5 May 2026", "Your message: 2 March 2026".
_LABELS = frozenset((("notice",), ("your", "message"), ("your", "mail"), ("your", "email"), ("your", "e-mail")))
_FOOT, _LONGEST_LINE, _WORDS_OF_A_DATE = 4, 8, 5
_NOT_OURS = frozenset(
    "account deactivated suspended closed removed ended balance created opened listing notice notification "
    "complaint order asin received since effective your from invoice complete completed by due until force "
    "valid".split()
)
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
# What stands right before the day of the letter: "this letter is written on", "signed on".
_OWN = ("letter", "answer", "reply", "response", "submitted", "date", "plan dated", "signed", "letter is written",
        "letter was written", "written today", "plan written", "action written", "of action")  # fmt: skip
_BY = frozenset((word, "by") for word in "prepared written signed drafted submitted compiled".split())
_LABELLED = Lexicon(
    "notice #|january|february|march|april|may|june|july|august|september|october|november|december",
    *(f"your {word}" for word in ("message", "mail", "email", "e-mail")),
)


def letter_date(draft: Draft) -> Found | None:
    """The date of the letter: alone on a line, behind "Date:", or beside the name or the place at head or foot."""
    head = min((part.start for part in draft.parts if part.id in _BODY), default=len(draft.text))
    foot = draft.statements[-_FOOT].start if len(draft.statements) > _FOOT else 0
    for found in draft.dates:
        statement = draft.statement_at(found.span.start)
        if statement is None or found.date is None or len(statement.words) > _LONGEST_LINE + _WORDS_OF_A_DATE:
            continue
        if _signs(draft, statement, found):
            return found
        if statement.part == parts.CONCLUSION:
            continue
        item = statement.item
        if item is not None and (item.kind != "paragraph" or statement is not item.statements[-1]):
            # A point of a list dates what it tells of, and so does a day before a sentence.
            continue
        inside = [
            word
            for word, (start, end) in zip(statement.words, statement.at, strict=True)
            if end <= found.span.start or start >= found.span.end
        ]
        if len(inside) <= _LONGEST_LINE and set(inside) <= _DATE_LINE:
            return found
        if (statement.item is not None and statement.item.kind != "paragraph") or draft.files_in(statement):
            # A point of a list and a row of a table date what they tell of.
            continue
        edge = (statement.end <= head or statement.start >= foot) and "|" not in statement.text
        if edge and (_labelled(draft, found) or _beside_name(draft, statement, found, inside)):
            return found
    return None


def _signs(draft: Draft, statement: Statement, found: Found) -> bool:
    """Whether a date ends the last line of a letter and nothing happens in it: "Corvane, by its counsel, 27 April"."""
    if statement is not draft.statements[-1] or draft.files_in(statement) or len(draft.dates_in(statement)) != 1:
        return False
    ends = not draft.text[found.span.end : statement.end].strip(" .)")
    return (
        ends
        and "," in draft.text[statement.start : found.span.start]
        and not any(map(is_past, statement.words))
        and ((_NOT_OURS - {"by", "from"}).isdisjoint(statement.words))
    )


def _labelled(draft: Draft, found: Found) -> bool:
    """Whether "Letter:", "Our answer:" or "submitted" stands right before a date."""
    before = draft.low[max(0, found.span.start - 24) : found.span.start].rstrip(" :*,").removesuffix(" on").rstrip()
    if before.endswith(_OWN) or (before.endswith("today") and found.span.end - found.span.start > _WORDS_OF_A_DATE):
        return True
    statement = draft.statement_at(found.span.start)
    words = statement.words if statement is not None else ()
    return words[:2] in _BY and draft.low[found.span.start - 4 : found.span.start] in (" on ", "on: ")


def _beside_name(draft: Draft, statement: Statement, found: Found, inside: list[str]) -> bool:
    """Whether a line holds a date and a name or place and nothing else: "Leeds, 6 May 2026", "6 May 2026, A. Bell"."""
    if not _COUNSEL.isdisjoint(inside):
        inside = [word for word in inside if word != "by"]
    if not 1 <= len(inside) <= _LONGEST_LINE or len(draft.dates_in(statement)) != 1:
        return False
    line = draft.text[statement.start : found.span.start] + draft.text[found.span.end : statement.end]
    names = [word for word in line.replace(",", " ").split() if word[:1].isalpha()]
    known = sum(word.lower() in _DATE_LINE or word.lower() in _SIGNING or word[0].isupper() for word in names)
    return bool(names) and known >= len(names) - 1 and _NOT_OURS.isdisjoint(inside)


_COUNSEL = frozenset("counsel attorney attorneys director owner manager".split())
# "Corvane LLC, by its counsel, 27 April 2026".
_SIGNING = frozenset(
    "by its their his counsel behalf attorney attorneys owner director proprietor manager managing partner".split()
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
        if not found or not (told or (statement.part == parts.OPENING and _TAKEN_DOWN.found(statement.words))):
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
            label = before[-1:] in _LABELS or before[-2:] in _LABELS
            # "Reply of 14 April to your notice of 8 April": the words right before the next day are its own.
            whole = right == len(starts)
            behind_it = any(whole or last < len(after) for _, last, _ in _NOTICE.matches(after))
            opening = statement.part == parts.OPENING and len(found) == 1 and _TAKEN_DOWN.found(statement.words)
            if day.date is not None and (label or _NOTICE.found(before) or behind_it or opening):
                days.append(day)
    return days
