"""The actions and measures of a letter: the points that rules judge one by one, and what particulars stand in them."""

from __future__ import annotations

import re
from bisect import bisect_right

from amends.review.language.verbs import ALIKE
from amends.review.language.words import MASKED, Lexicon, is_number
from amends.review.letter import parts
from amends.review.letter.proofs import labels_in
from amends.review.position.purpose import is_plan
from amends.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.letter.pieces import Item, Statement

_FIGURE = re.compile(r"(?<![\w.-])\d[\d,.]*(?![\w-])")
_NAME = re.compile(r"(?<=[a-z,;:(] )(?:[A-Z][\w&'’.-]+)(?: (?:[A-Z][\w&'’.-]+|of|&))*")
_COMMON_NAMES = frozenset(
    (
        "Amazon Amazon.com Amazon.co.uk Amazon.de Today Thanks Also Then FBA FBM ASIN ASINs POA Seller "
        "Central Account Health I HR IT CEO QA QC PR CTO COO CFO"
    ).split()
)
_LEAD_IN = Lexicon(
    "have taken|took|made|done|completed .. actions|steps|measures|following",
    "following .. actions|steps|measures|changes",
    "we|i have done|did the following",
    "will do the following",
    "is|are attached",
    "documentation for these",
    "have implemented the following",
    "here is|are what|how|the",
    "following has|have|is|are|was|were",
    "this is what|how we|i",
)


def actions(draft: Draft) -> list[Item]:
    """The corrective actions: list points of that part, or its paragraphs where it has no list."""
    return _points(draft, parts.DONE) + [item for item in _points(draft, parts.MIXED) if _told(item)]


def measures(draft: Draft) -> list[Item]:
    """The preventive measures, the same way; what only tells how it went so far is none."""
    if "measures" not in draft.memo:
        from amends.review.measures.prose import measures_in

        found = _points(draft, parts.MEASURES) + [item for item in _points(draft, parts.MIXED) if not _told(item)]
        found = [item for item in found if not (_result(draft, item) or _status(item))] or found
        draft.memo["measures"] = [one for item in found for one in measures_in(draft, item)]
    return cast("list[Item]", draft.memo["measures"])


def _result(draft: Draft, item: Item) -> bool:
    """Whether a point only tells how it went: "From 13 to 23 October we shipped 118 orders and none was late"."""
    told = [s for s in item.statements if len(s.words) > _LABEL_WORDS or any(c.past for c in s.clauses)]
    return (
        (len(draft.dates_in(item)) > 1 or (item.kind == "paragraph" and not _SPANS.isdisjoint(item.words[:_SPAN_HEAD])))
        and all(any(c.past for c in s.clauses) and not any(c.future or c.maybe for c in s.clauses) for s in told)
        and any(is_number(word) for word in item.words)
    )


_LABEL_WORDS, _SPAN_HEAD = 6, 8
_SPANS = frozenset("week weeks days month to between until till".split())


def _status(item: Item) -> bool:
    """Whether a point only says that all of them are done: "All steps were completed by 1 September 2026"."""
    first = item.statements[0]
    if first.words[0] in _RUNS and len(first.words) <= _LABEL_WORDS:
        # "Running since 1 October." above the measures.
        return True
    return len(first.words) <= _SHORT_STATUS and _COMPLETE.found(first.words)


_SHORT_STATUS = 14
_RUNS = frozenset("running valid active working live effective applied".split())
_COMPLETE = Lexicon(
    (
        "all|these|the .. steps|measures|points|actions|controls were|was|are|is|have|has .. "
        "completed|complete|done|finished|implemented|in_force|in_place|running"
    ),
    "all of this|these|that|them .. has|have|is|are|was|were",
    "plan|this is|was|has|runs .. complete|completed|finished|in_force|in_place|running|effective|since",
    "that|this is|has .. way|so since",
    "that|this has been",
    "complete|completed|finished|done since|on|by #|january|february|march|april|may|june|july|august|september",
    "complete|completed|finished|done since|on|by october|november|december",
    "in effect|force from|since|as_of #|january|february|march|april|may|june|july|august|september|october",
    "in effect|force from|since|as_of november|december",
    "last|final step|measure|point|action|one was|were|is completed|complete|done|finished|taken",
    "everything was|is|has .. completed|complete|done|finished|in_force|in_place",
)


def _points(draft: Draft, part: str) -> list[Item]:
    key = f"points {part}"
    if key not in draft.memo:
        if not is_plan(draft):
            return []
        items = [
            item for found in draft.of(part) for item in found.items if item.statements and not _only_lists(draft, item)
        ]
        told = [
            item
            for item in items
            if len(item.words) >= (4 if item.kind == "paragraph" else 2) and not _only_leads(item) and _has_verb(item)
        ]
        listed = [item for item in told if item.kind != "paragraph"]
        draft.memo[key] = listed if len(listed) * 2 >= len(told) else told
    found = draft.memo[key]
    assert isinstance(found, list)
    return found


_FEW_WORDS = 6
_ATTACHES = frozenset("attach attached attaching enclose enclosed enclosing annexed".split())
_LISTS = frozenset(
    "files file attached attachments attachment enclosed enclosures exhibits documents annexes evidence documentation "
    "anlagen adjuntos allegati appendices proofs papers tabs annexures encl uploads".split()
)


def _only_lists(draft: Draft, item: Item) -> bool:
    """Whether an item is a list of the files that come with the letter."""
    words = item.words
    if words[0] not in _LISTS and _ATTACHES.isdisjoint(words):
        return False
    plain = len(words) - words.count(MASKED)
    return bool(draft.files_in(item)) and (words[0] in _LISTS or plain <= _FEW_WORDS)


def _has_verb(item: Item) -> bool:
    """Whether a point says something, rather than only labelling a value ("ASIN: B0…")."""
    if item.kind == "paragraph" or len(item.words) >= 9:
        return True
    return (
        any(c.past or c.future or c.maybe for s in item.statements for c in s.clauses)
        or ":" not in item.statements[0].text
    )


def _told(item: Item) -> bool:
    """Whether a point of a list that mixes both tells what was done rather than what goes on."""
    return any(clause.past and not clause.dependent for statement in item.statements for clause in statement.clauses)


def _only_leads(item: Item) -> bool:
    return (
        item.kind == "paragraph"
        and len(item.statements) == 1
        and (item.statements[0].text.endswith(":") or _LEAD_IN.found(item.words))
    )


def leads_in(statement: Statement) -> bool:
    """Whether a short sentence only announces the actions below it: "The following has been done"."""
    return len(statement.words) <= _LABEL_WORDS and _LEAD_IN.found(statement.words)


def theirs(statement: Statement) -> bool:
    """Whether a sentence tells what Amazon did: "you closed our account on 5 May 2026"."""
    first = statement.clauses[0]
    return bool({"you", "amazon"} & set(statement.words[first.first : first.verb])) and not first.we


def tells(item: Item) -> bool:
    """Whether a point tells something done, also where it begins with a bare participle: "fixed the stock numbers"."""
    first = item.statements[0].words[0]
    if first.endswith("ed") or any(clause.past for statement in item.statements for clause in statement.clauses):
        return True
    # "I read every page" tells something done where it stands, among what was done.
    words = item.statements[0].words
    return item.part == parts.DONE and words[0] in ("we", "i") and words[1:2] != () and words[1] in ALIKE


def dated(draft: Draft, item: Item) -> bool:
    """Whether a point, the line that leads in its list, or the heading above it gives a date."""
    if draft.dates_in(item) or (item.lead is not None and draft.dates_in(item.lead)) or goes_on(draft, item):
        return True
    above = bisect_right(_heading_starts(draft), item.start) - 1
    if above < 0 or not draft.dates_in(draft.headings[above]):
        return False
    heading = draft.headings[above]
    # "Corrective actions (notice received 5 June 2026)" dates the notice.
    return _NOTICED.isdisjoint(draft.low[heading.start : heading.end].replace("(", " ").split())


def goes_on(draft: Draft, item: Item) -> bool:
    """Whether a point begins with a time that the day of the point above binds: "The same evening", "2 days later"."""
    if "going on" not in draft.memo:
        bound, above, has_day = set(), "", False
        for each in draft.items:
            follows = has_day and each.part == above and _begins_with_time(each.words[:_HEAD])
            if follows:
                bound.add(each.start)
            above, has_day = each.part, follows or bool(draft.dates_in(each))
        draft.memo["going on"] = bound
    return item.start in cast("set[int]", draft.memo["going on"])


def _begins_with_time(words: tuple[str, ...]) -> bool:
    if _TIMES.isdisjoint(words):
        return False
    counted = words[0] == "a" or is_number(words[0])
    return not _ANCHORS.isdisjoint(words) or (counted and not _AFTER.isdisjoint(words))


_HEAD = 4
_ANCHORS, _AFTER = frozenset("same that next following".split()), frozenset(("later", "after"))
_TIMES = frozenset("day days evening afternoon morning night hour hours noon".split())
_NOTICED = frozenset("notice notification received message email e-mail complaint warning letter deactivation".split())


def _heading_starts(draft: Draft) -> list[int]:
    if "heading starts" not in draft.memo:
        draft.memo["heading starts"] = [block.start for block in draft.headings]
    return cast("list[int]", draft.memo["heading starts"])


def exhibits_in(draft: Draft, item: Item | Statement) -> bool:
    """Whether a point names a file or an exhibit."""
    return bool(draft.files_in(item)) or next(labels_in(draft, draft.text, item.start, item.end), None) is not None


def measurable(draft: Draft, item: Item | Statement) -> bool:
    """Whether a point holds a particular besides its date: a figure, an identifier, a name, a file."""
    if draft.identifiers_in(item) or exhibits_in(draft, item):
        return True
    days = [found.span for found in draft.dates_in(item)]
    at = 0
    for match in _FIGURE.finditer(draft.text, item.start, item.end):
        while at < len(days) and days[at].end <= match.start():
            at += 1
        if at == len(days) or not days[at].start <= match.start():
            if at < len(days) and draft.low[match.end() : days[at].start] in _RANGE:
                # "From 1 to 6 November 2026".
                continue
            return True
    months = {draft.text[day.start : day.end] for day in days}
    for match in _NAME.finditer(draft.text, item.start, item.end):
        pieces = [piece for piece in match.group().split() if piece.strip(".") not in _COMMON_NAMES]
        if pieces and not any(match.group().split()[0] in month for month in months):
            return True
    return any(word in _NUMBER_NAMES for word in item.words)


_RANGE = (" to ", "-", "–", " - ", " – ", " and ", " until ", " till ", " & ")
_NUMBER_NAMES = frozenset("two three four five six seven eight nine ten eleven twelve".split())


_DETAIL = Lexicon("asked|ask|requested|request|wanted|want|need .. greater|more|further detail|details|information")


_ASKS = frozenset("you your amazon amazon's".split())


def asked_less(draft: Draft, words: tuple[str, ...]) -> bool:
    """Whether a follow-up says what Amazon asked about, and none of these words of a part is in it.

    It is one by Amazon's headings, or because it says so: "your message of 22 July asked for more detail on …".
    """
    asked = [s for s in draft.statements if _DETAIL.found(s.words)]
    if not draft.is_follow_up:
        asked = [s for s in asked if not _ASKS.isdisjoint(s.words)]
    return (
        bool(asked)
        and not any(set(words).intersection(s.words) for s in asked)
        and any(" on " in s.text for s in asked)
    )


def sections_named(draft: Draft) -> str:
    """The parts that the letter has, in words, for a message."""
    names = [
        parts.NAMES[part.id]
        for part in draft.parts
        if part.id in (parts.CAUSE, parts.DONE, parts.MEASURES, parts.MIXED)
    ]
    return ", ".join(dict.fromkeys(names)) or "none of the three parts"
