"""The day of the letter itself: alone on a line, behind "Date:", beside the name or place at head or foot, or told in a
sentence ("I am writing this on …", "Letter of …", "this plan was finalised on …").

Only the head and the foot of a letter tell its day: before the first of its three parts, and in its last lines. What
is told of Amazon's message, of a paper or of something done is no day of the letter.
"""

from __future__ import annotations

import re

from amends.review.language.verbs import is_past
from amends.review.letter import parts
from amends.review.letter.meant import meant
from amends.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from amends.dates import Found
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

_DATE_LINE = frozenset("date dated on the submitted sent of this letter mon tue wed thu fri sat sun".split())
_BODY = frozenset((parts.CAUSE, parts.DONE, parts.MEASURES, parts.MIXED))
_FOOT, _LONGEST_LINE, _WORDS_OF_A_DATE = 4, 8, 5
_NOT_OURS = frozenset(
    "account deactivated suspended closed removed ended balance created opened listing notice notification "
    "complaint order asin received since effective your from invoice complete completed by due until force "
    "valid".split()
)
# What stands right before the day of the letter: "this letter is written on", "signed on".
_OWN = ("letter", "answer", "reply", "response", "submitted", "date", "plan dated", "signed", "letter is written",
        "letter was written", "written today", "plan written", "action written", "of action")  # fmt: skip
_BY = frozenset((word, "by") for word in "prepared written signed drafted submitted compiled".split())
_COUNSEL = frozenset("counsel attorney attorneys director owner manager".split())
# "Corvane LLC, by its counsel, 27 April 2026".
_SIGNING = frozenset(
    "by its their his counsel behalf attorney attorneys owner director proprietor manager managing partner shop seller "
    "yours sincerely faithfully truly regards kind best respectfully head lead store company founder ceo "
    "signature".split()
)
# What a seller calls the letter, and what is done to a letter.
_LETTERS = frozenset(
    "letter answer reply response plan poa statement text correspondence submission appeal document memo memorandum "
    "declaration communication message mail email e-mail note paper page writing draft version report explanation "
    "representation petition filing application undersigned signature".split()
)
_WRITING = frozenset(
    "write writes wrote written writing draft drafted drafting prepare prepared preparing compile compiled compose "
    "composed finalise finalised finalize finalized finish finished complete completed close closed sign signed "
    "signing "
    "date dated submit submitted submitting send sent sending issue issued type typed state stated author authored "
    "make made execute executed give given done set seal sealed file filed put uploaded  "
    "lodged tendered rendered stamp stamped bears bear carries reads stands correct".split()
)
_STAMPS = frozenset(
    "date dated dates dtd datum fecha data tarih ngày stamp status as today today's stand state position known".split()
)
# Words that may stand in such a sentence without saying anything else.
_PLAIN = frozenset(
    "this the these our my of on at in is was were are be been being has have had and we i us by to for it its a an as "
    "time play facts all information seller central through via hand den le el fait hecho subject title stamp ref "
    "reference no nr day here herewith hereby now today today's under dated date status current present "
    "action re regarding about concerning seller performance team amazon support department office quality owner legal "
    "contact company shop with from dear st nd rd th behalf finally last version up place city town signed "
    "accurate true "
    "correct".split()
)
_NOT_THE_LETTERS = frozenset(
    "your you invoice invoices order orders certificate report supplier supplier's manufacturer brand lab laboratory "
    "received receipt authorisation authorization notice notification complaint deactivation deactivated removed "
    "suspended suspension blocked asin listing listings buyer buyers customer account units refunded deadline "
    "effective "
    "due until expires valid force since effect running works".split()
)
# "The plan is complete on 16 November" tells of what the plan does.
_OF_THE_WORK = frozenset("complete completed finish finished done close closed set put made make given give".split())
_PLANS = frozenset("plan poa action".split())
_WE, _OUR = frozenset(("we", "i")), frozenset(("our", "my"))
# What a letter may be headed with: "Appeal regarding ASIN …, 18 November 2026".
_NAMED = frozenset("asin listing order account complaint notice removal deactivation suspension".split())
_BEGINS = re.compile("(?:written|signed|submitted|dated|date|prepared|drafted|compiled|letter|sent|status|version)\\b")
# Where one of these stands, the day is that of something else.
_NOT_ALONE = (_NOT_OURS | _NOT_THE_LETTERS | _NAMED) - frozenset(("by", "from", "your", "you"))
_SAYS_NOTHING = (
    _DATE_LINE | _SIGNING | _LETTERS | _WRITING | _STAMPS | _PLAIN | _COUNSEL | _WE | _OUR
    | frozenset("account holder clerk officer leader hand undersigned declares declare place at follows follow".split())
)  # fmt: skip
_LONGEST_PARAGRAPH, _HEAD = 18, 160
_FINITE = frozenset("is are am be has have had do does will can may must shall stands".split())
_WE_WRITE = frozenset("write writing written sign signed signing submit submitting answer reply respond dated".split())
_AHEAD, _BEHIND, _LONGEST_SENTENCE = 12, 8, 80


def letter_date(draft: Draft) -> Found | None:
    """The day of the letter, or None where it does not tell it."""
    if "letter date" not in draft.memo:
        draft.memo["letter date"] = _letter_date(draft)
    return cast("Found | None", draft.memo["letter date"])


def _letter_date(draft: Draft) -> Found | None:
    head = min((part.start for part in draft.parts if part.id in _BODY), default=len(draft.text))
    foot = draft.statements[-_FOOT].start if len(draft.statements) > _FOOT else 0
    told: Found | None = None
    for found in draft.dates:
        statement = draft.statement_at(found.span.start)
        if statement is None and _titled(draft, found):
            return found
        if statement is None or len(statement.words) > _LONGEST_SENTENCE or meant(draft, found) is None:
            continue
        if _on_a_line(draft, statement, found, head, foot):
            return found
        if told is None and _alone(draft, statement):
            told = found
            continue
        outside = statement.part not in _BODY if draft.has_parts else statement.end <= head or statement.start >= foot
        if told is None and (
            _writes(draft, statement, found)
            or (outside and (_tells(draft, statement, found) or _heads(draft, statement, found)))
        ):
            told = found
    return told if told is None or not _of_another(draft, told) else None


def _titled(draft: Draft, found: Found) -> bool:
    """Whether a day stands in the title of the letter: "Plan of Action dated 20 November"."""
    block = next((block for block in draft.headings[:1] if block.start <= found.span.start < block.end), None)
    if block is None or not _NOT_ALONE.isdisjoint(draft.low[block.start : block.end].split()):
        return False
    before = draft.low[block.start : found.span.start].rstrip(" ,:(–-").split()
    named = before[-2:-1] if before[-1:] in (["of"], ["from"]) else before[-1:]
    return not named or not (_LETTERS | {"dated", "action"}).isdisjoint(named)


def _of_another(draft: Draft, found: Found) -> bool:
    """Whether most of what the letter says was done lies behind a day, which is then that of an earlier letter; a
    single such day is a slip.
    """
    own = meant(draft, found)
    told = [
        day
        for part in draft.of(parts.OPENING, parts.CAUSE, parts.DONE, parts.MIXED, parts.OTHER)
        for each in draft.dates_in(part)
        if each is not found and (day := meant(draft, each)) is not None
    ]
    later = {day for day in told if own is not None and day > own}
    return len(later) > _SLIPS or sum(day in later for day in told) * 2 > len(told) > 1


# More days than these behind the day of a letter are no slips: it is the day of another letter.
_SLIPS = 2


def _on_a_line(draft: Draft, statement: Statement, found: Found, head: int, foot: int) -> bool:
    """Whether a line is there for the day of the letter only."""
    if len(statement.words) > _LONGEST_LINE + _WORDS_OF_A_DATE:
        return False
    if _signs(draft, statement, found):
        return True
    if statement.part == parts.CONCLUSION:
        last = statement is draft.statements[-1] and not draft.files_in(statement)
        return last and _beside_name(draft, statement, found, _beside_date(statement, found))
    item = statement.item
    if item is not None and (item.kind != "paragraph" or statement is not item.statements[-1]):
        # A point of a list dates what it tells of, and so does a day before a sentence.
        return False
    inside = _beside_date(statement, found)
    if len(inside) <= _LONGEST_LINE and set(inside) <= _DATE_LINE:
        return True
    if (statement.item is not None and statement.item.kind != "paragraph") or draft.files_in(statement):
        # A point of a list and a row of a table date what they tell of.
        return False
    edge = (statement.end <= head or statement.start >= foot) and "|" not in statement.text
    return edge and (_labelled(draft, found) or _beside_name(draft, statement, found, inside))


def _alone(draft: Draft, statement: Statement) -> bool:
    """Whether a short paragraph at the head or foot is there for the day: names, roles, a place, words of signing."""
    item = statement.item
    if item is None or item.kind != "paragraph" or len(item.words) > _LONGEST_PARAGRAPH or draft.files_in(item):
        return False
    at_head = statement.part == parts.OPENING and item.start < _HEAD
    if not (at_head or item in draft.items[-2:]) or "|" in draft.text[item.start : item.end]:
        return False
    days = draft.dates_in(item)
    if len(days) != 1 or draft.identifiers_in(item):
        return False
    unknown = 0
    told = [one for each in item.statements for one in zip(each.words, each.at, strict=True)]
    for number, (word, (start, end)) in enumerate(told):
        if end > days[0].span.start and start < days[0].span.end:
            continue
        after = told[number + 1][0] if number + 1 < len(told) else ""
        if word in _NOT_ALONE and not (word == "account" and after in _COUNSEL | {"holder"}):
            return False
        known = word in _SAYS_NOTHING or not word.isalpha() or draft.text[start].isupper()
        unknown += not known
    return unknown <= 1


def _beside_date(statement: Statement, found: Found) -> list[str]:
    """The words of a statement without those of a date."""
    return [
        word
        for word, (start, end) in zip(statement.words, statement.at, strict=True)
        if end <= found.span.start or start >= found.span.end
    ]


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
    if not 1 <= len(inside) <= _LONGEST_LINE or len({day.date for day in draft.dates_in(statement)}) != 1:
        return False
    if not _SIGNING.isdisjoint(inside) and set(inside) <= _SIGNING | _DATE_LINE:
        return True
    line = draft.text[statement.start : found.span.start] + draft.text[found.span.end : statement.end]
    names = [word for word in line.replace(",", " ").split() if word[:1].isalpha()]
    known = sum(word.lower() in _DATE_LINE or word.lower() in _SIGNING or word[0].isupper() for word in names)
    return bool(names) and known >= len(names) - 1 and _NOT_OURS.isdisjoint(inside)


def _tells(draft: Draft, statement: Statement, found: Found) -> bool:
    """Whether a sentence of the head or foot says that the letter is of this day.

    Before the day stand only a name for the letter, a verb of writing and words that say nothing else; behind it may
    stand what the letter is about.
    """
    words, at = statement.words, statement.at
    days = draft.dates_in(statement)
    known_from = max((day.span.end for day in days if day.span.end <= found.span.start), default=statement.start)
    line = draft.text.rfind("\n", known_from, found.span.start) + 1
    if line and _BEGINS.match(draft.low, line):
        known_from = line
    begin = next((n for n, (start, _) in enumerate(at) if start >= known_from), len(words))
    here = next((n for n, (start, _) in enumerate(at) if start >= found.span.start), len(words))
    last = next((n for n, (start, _) in enumerate(at) if start >= found.span.end), len(words))
    before, behind = words[begin:here], words[last : last + _BEHIND]
    if not 0 < here - begin <= _AHEAD or (statement.item is not None and statement.item.kind != "paragraph"):
        return False
    past = any(map(is_past, before))
    about = _NAMED if before[0] in _LETTERS and not past else frozenset()
    if not (_NOT_THE_LETTERS - about).isdisjoint(before) or "(" in draft.text[known_from : found.span.start]:
        return False
    if before[-1] in ("of", "dated", "from") and ("to" in before or not _NOT_THE_LETTERS.isdisjoint(before[-3:-1])):
        # "Response to the notice of 17 February", "our answer to the message of 3 May": the day of what is answered.
        return False
    if before[-2:] in _OF_REMOVAL:
        # "Re: B0C1234567, removal of 26 October 2026".
        return False
    if begin and known_from != line and _WE_WRITE.isdisjoint(before):
        return False
    if "this" not in before and (
        (past and not _WE.isdisjoint(before)) or (not _OUR.isdisjoint(before) and any(map(is_past, words)))
    ):
        # "We sent our plan on 3 November": an earlier one.
        return False
    known = [word for word in before if word in _LETTERS or word in _WRITING or word in _STAMPS]
    other = [
        word
        for word in before
        if not (word in _PLAIN or word in about or word in known or word[0].isdigit() or word.startswith("b0"))
    ]
    if _OF_THE_WORK.issuperset(known) or (not _OF_THE_WORK.isdisjoint(known) and not _PLANS.isdisjoint(known)):
        known = []
    if known and len(other) <= (1 if len(before) <= _FOOT else 2):  # noqa: SIM102
        # "As of 5 November the account is closed" tells of the account.
        if not _STAMPS.issuperset(known) or not any(is_past(word) or word in _FINITE for word in words[last:]):
            return True
    # "Ngày 19 November 2026, letter about used sold as new": the letter is named behind its day.
    named = not _LETTERS.isdisjoint(behind[:_FOOT]) and _NOT_THE_LETTERS.isdisjoint(behind[:3])
    return len(before) <= 2 and not past and named and not any(map(is_past, behind[:2]))


_OF_REMOVAL = tuple((noun, "of") for noun in ("removal", "deactivation", "suspension", "complaint", "withdrawal"))


def _writes(draft: Draft, statement: Statement, found: Found) -> bool:
    """Whether the seller says, wherever it be, that it is this day now: "today, 17 November", "as I write this on"."""
    if _NOW_WORDS.isdisjoint(statement.words):
        return False
    before = " ".join(draft.low[max(statement.start, found.span.start - _NEAR) : found.span.start].split())
    behind = " ".join(draft.low[found.span.end : min(statement.end, found.span.end + _NEAR)].split())
    return _NOW.search(before) is not None or _AS_WE_WRITE.match(behind) is not None


_NOW_WORDS = frozenset("today today's now to-day this present day date time moment dated write sign".split())
_LETTER = "letter|plan|answer|reply|response|appeal|statement|document|text|submission"
_NOW = re.compile(
    r"\b(?:(?:today|now|to-day)(?:,| is| on| being| \(|:)*(?: the)?"
    r"|(?:writ(?:e|ing)|sign(?:ing)?|submit(?:ting)?|send(?:ing)?|post(?:ing)?) this(?: \w+){0,3}?,? on(?: the)?"
    r"|(?:day|date|time|moment) of (?:this|writing|signing|signature|submission|sending|the present)(?: \w+){0,2}?"
    rf"(?: is|:|,)?|(?:this|present) (?:{_LETTER})(?: of action)?,?(?: (?:is|was|has been|bears|carries|being|goes"
    rf"|went))?"
    r"(?: (?!answers|refers|concerns|about|replies|of your)\w+){0,4}? (?:of|dated|on|date|to you on)(?: the)?"
    rf"|(?:{_LETTER}) dated(?: the)?)[ (]*$"
)
_AS_WE_WRITE = re.compile(
    r"(?:,|\)|) ?(?:as (?:we|i) (?:write|sign)|today\b|is (?:the date|today)"
    r"|the (?:day|date) of (?:this|our|signing|writing))"
)
_NEAR = 60


def _heads(draft: Draft, statement: Statement, found: Found) -> bool:
    """Whether a letter begins with its day, or with a place, a reference and its day."""
    if statement is not draft.statements[0]:
        return False
    item = statement.item
    if item is None or item.kind != "paragraph" or draft.files_in(statement):
        return False
    inside = _beside_date(statement, found)
    line = draft.text[found.span.end : statement.end].strip(" .")
    if (line and line[0] not in "(,:;/|–—-") or len(inside) > _LONGEST_LINE + 2 or any(map(is_past, inside)):
        return False
    return (_NOT_OURS | _NOT_THE_LETTERS).isdisjoint(inside) and "on" not in inside[:1]
