"""What a paragraph tells as a whole, where no heading says it: what was done, what runs from now on, how it ends.

Sellers without headings write one paragraph for each of Amazon's questions, in its order. A paragraph of days, deeds
and files is what was done; one that begins with a day since when something is the case, or says how often, is what
prevents; a label at its beginning ("Corrections:", "The guard, since 6 November:") says it outright. A paragraph that
tells neither stays where it is.
"""

from __future__ import annotations

from amends.review.language.words import MASKED
from amends.review.letter import parts
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from amends.review.letter.pieces import Item, Part, Statement

_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec".split()
)
_OFTEN = frozenset(
    "every each daily weekly monthly quarterly hourly nightly yearly annually mondays tuesdays wednesdays thursdays "
    "fridays saturdays sundays".split()
)
# What a label of a few words is made of; the beginnings of words, so that every form of them counts.
_LABELS = {
    parts.CAUSE: tuple(
        "why cause reason root origin ursach grund causa neden motivo raison gap passiert geschehen warum wieso "
        "pourquoi pasó ocurri perché".split()
    ),
    parts.DONE: tuple(
        "correct rectif remed repair fix finish done did acted action clean undone taken carried completed "
        "response resol "
        "acciones korrektur behoben getan unternommen hicimos hecho fatto".split()
    ),
    parts.MEASURES: tuple(
        "prevent guard control safeguard force operation running future henceforth forward come watch keep kept remain "
        "lasting afterward onward onwards routine protect prevención prävention vorbeugung measure next "
        "tomorrow introduc holds gilt künftig jetzt ahora désormais".split()
    ),
}
_NO_LABEL = frozenset("not no never none because if when".split())
_SINCE = frozenset(("since", "from"))
_DID = frozenset(
    "closed removed deleted refunded stopped ended terminated cancelled canceled destroyed disposed scrapped recalled "
    "withdrew withdrawn paused blocked locked quarantined returned corrected changed replaced revoked suspended struck "
    "wrote written informed credited reimbursed relabelled relabeled counted recounted inspected examined searched "
    "compared bought installed set moved parted separated switched restarted reset reissued issued shipped sent filed "
    "reported trained called hired pulled deactivated archived retired reinstalled disabled fetched mapped "
    "appointed signed reprinted took taken put gave given added renewed posted opened dismissed".split()
)
_WHY = frozenset("because cause causes reason reasons nobody noone lacked lacking unaware".split())
_WHY_OR_ENCLOSED = _WHY | frozenset("attached enclosed annexed".split())
_YOURS = frozenset("you your yours thank thanks".split())
_AHEAD = frozenset("future henceforth forward hereafter onward onwards prevention".split())
_ANY = (("a",), ("an",), ("any",))
_ASKING = frozenset("ask asks request requests requested demand please kindly beg like hope".split())
_RESTORING = tuple("reinstat restor reactivat activat unlock lifting lifted return release back unblock reopen".split())
_LONGEST_LABEL, _LONGEST_REQUEST, _A_STORY, _HEAD = 9, 24, 12, 12


def told(read: list[Part]) -> dict[int, str]:
    """The parts of paragraphs that tell it themselves, by the identity of the item, in the order of the questions."""
    headed = {part.id for part in read if part.heading}
    found: dict[int, str] = {}
    rank = story = 0
    for part in read:
        if part.heading is not None:
            rank = max(rank, RANK.get(part.id, 0))
        for at, item in enumerate(part.items):
            listed = item.kind != "paragraph" and (part.heading is not None or not headed.isdisjoint(RANK))
            if listed or not item.statements or part.id in _CLOSED or (part.heading and not at):
                story += len(item.words)
                continue
            tells = _labelled(item)
            if tells is None:
                tells = _told_in(item, rank)
            if (
                tells is None
                or tells in headed
                or (headed & _HEADINGS_OF_DEEDS and tells == parts.DONE)
                or RANK[tells] <= rank
                or (story < _A_STORY and not rank and tells != parts.CAUSE)
            ):
                story += len(item.words)
                continue
            found[id(item)] = tells
            rank = RANK[tells]
    return found


RANK = {parts.CAUSE: 1, parts.DONE: 2, parts.MIXED: 2, parts.MEASURES: 3, parts.CONCLUSION: 4, parts.DOCUMENTS: 5}
_CLOSED = frozenset((parts.MEASURES, parts.DOCUMENTS, parts.CONCLUSION, parts.SIGNATURE))
_HEADINGS_OF_DEEDS = frozenset((parts.DONE, parts.MIXED))


def asks_back(item: Item) -> bool:
    """Whether a short paragraph asks for the listing or the account and says nothing else."""
    words = item.words
    return (
        item.kind == "paragraph"
        and len(words) <= _LONGEST_REQUEST
        and not _ASKING.isdisjoint(words)
        and any(word.startswith(_RESTORING) for word in words)
        and not any(_day(statement.words) for statement in item.statements)
    )


def _labelled(item: Item) -> str | None:
    """The part that the label of a paragraph names: its first words up to a colon, a full stop or a question mark."""
    first = item.statements[0]
    asked = next((row for row in item.statements[:2] if row.text.endswith("?")), None)
    if asked is not None and len(asked.words) <= _LONGEST_QUESTION:
        if asked.words[0] in _WHENCE and asked.words[1] in _COULD:
            return parts.CAUSE
        part = next((part for part in (parts.MEASURES, parts.DONE) if _begun(asked.words, part)), None)
        # "What has been put right?"
        return part or (parts.DONE if asked.words[:1] in _WHAT and "been" in asked.words else None)
    return labelled(first, item.statements)


def labelled(first: Statement, rows: list[Statement]) -> str | None:
    """The part that the first words of one of these sentences name: up to a colon, or standing for themselves."""
    end = (first.text + " ").find(", " if first.words[:2] in _AS_TO else ": ")
    if end < 0 and (len(rows) < 2 or len(first.words) > _LONGEST_LABEL):
        return None
    count = sum(1 for _, stop in first.at if stop - first.start <= end) if end >= 0 else len(first.words)
    words = [word for word in first.words[:count] if not word[0].isdigit() and word not in _MONTHS]
    if not words or len(words) > _LONGEST_LABEL:
        return None
    if end < 0 and first.text[-1] != "?" and len(words) > _SHORT:
        return None
    if not _NO_LABEL.isdisjoint(words) or MASKED in words:
        return None
    if end >= 0 and words[0] in _SINCE and len(words) <= _SHORT and _day(first.words[:count]):
        return parts.MEASURES
    if words == ["how"] and end >= 0:
        return parts.CAUSE
    if words[0] == "after" and len(words) <= _SHORT and end >= 0:
        return parts.MEASURES
    return next((part for part in (parts.MEASURES, parts.DONE, parts.CAUSE) if _begun(words, part)), None)


def _begun(words: Iterable[str], part: str) -> bool:
    """Whether a label begins, but for little words, as those of a part do."""
    for word in words:
        if word.startswith(_LABELS[part]):
            return True
        if word not in _LITTLE and not word[0].isdigit():
            return False
    return False


_LITTLE = frozenset(
    "what how where which who the our my a an and so but we i it they this that there has have had been was were "
    "is are question amazon to of as for on in at by from with already now then also all more most steps measures "
    "actions things changes points part second third next last new own first immediate regards regard coming "
    "turning wurde ist gilt do does did not will be far s".split()
)


_SHORT, _LONGEST_QUESTION = 4, 18
_WHAT = (("what",), ("and",), ("which",))
# "How could it come into our range?", "As to corrective steps, …".
_WHENCE, _COULD = ("how", "why"), frozenset("could did was were came has have it".split())
_AS_TO = (("as", "to"), ("as", "for"), ("as", "regards"), ("with", "regard"), ("coming", "to"), ("turning", "to"))


def _told_in(item: Item, rank: int) -> str | None:
    """The part that the sentences of a paragraph tell, at what the letter has come to (`rank`)."""
    rows = item.statements
    if asks_back(item):
        return parts.CONCLUSION
    if _runs_since(rows[0]) or not _AHEAD.isdisjoint(rows[0].words[:_SHORT]) or (rank > 1 and _runs(rows[0])):
        return parts.MEASURES
    deeds = sum(map(deed, rows))
    files = sum(1 for row in rows if MASKED in row.words and _named(row))
    if not files and (not rank or any(parts.cue_of(row.words) == parts.CAUSE for row in rows)):
        return None
    if deeds * 2 < len(rows):
        return None
    told = files or deeds > 1 or not _DID.isdisjoint(rows[0].words)
    return parts.DONE if (deeds > 1 and rank) or (told and deed(rows[0])) else None


def _named(statement: Statement) -> bool:
    return statement.text.find(".", 0, -1) >= 0


def _day(words: tuple[str, ...]) -> int:
    """How many words stand up to the end of the first day ("14 October 2026"); 0 where there is none."""
    for at, word in enumerate(words):
        if word in _MONTHS and (
            (at and words[at - 1][0].isdigit()) or (at + 1 < len(words) and words[at + 1][0].isdigit())
        ):
            return at + 1
    return 0


def shown(statement: Statement) -> bool:
    """Whether a sentence tells something done and names the file that shows it."""
    return MASKED in statement.words and _named(statement) and deed(statement)


def deed(statement: Statement) -> bool:
    """Whether a sentence tells something done on a day, or with a file to show it, and not why it was needed."""
    words = statement.words
    dated = _day(words)
    if not (dated or (MASKED in words and _named(statement))) or not _WHY_OR_ENCLOSED.isdisjoint(words):
        return False
    if parts.cue_of(words) == parts.CAUSE or any(
        word == "without" and words[at + 1 : at + 2] in _ANY for at, word in enumerate(words)
    ):
        return False
    first = statement.clauses[0]
    if not first.we and not {"you", "amazon"}.isdisjoint(words[first.first : max(first.verb, first.first + 1)]):
        return False
    main = [clause for clause in statement.clauses if not clause.dependent]
    if any(clause.future or clause.maybe for clause in main) or words[0] in _SINCE:
        return False
    told = any(clause.past and not clause.negated for clause in main) or not _DID.isdisjoint(words)
    # "10 November: warehouse lead open 41 dryers" is told by the day it begins with.
    return told or (words[0][0].isdigit() and 0 < dated <= _SHORT) or words[0] in _DID


def _runs_since(statement: Statement) -> bool:
    """Whether a sentence tells what is the case since a day: "As from 10 November 2026 no order is placed until …"."""
    words = statement.words
    at = next((at for at, word in enumerate(words) if word in _SINCE and _day(words[at + 1 : at + 5])), -1)
    if at < 0 or _day(words[at + 6 :]) or ("until" in words[at : at + 8] and at < 2) or "to" in words[at + 2 : at + 8]:
        return False
    main = [clause for clause in statement.clauses if not clause.dependent and clause.first < _HEAD]
    return not any(clause.past or clause.future or clause.maybe for clause in main)


def _runs(statement: Statement) -> bool:
    """Whether a sentence tells how often something happens, in the present."""
    words = statement.words
    often = (not _OFTEN.isdisjoint(words) or "now" in words) and _YOURS.isdisjoint(words)
    return often and not any(
        (clause.past or clause.future or clause.maybe) and not clause.dependent for clause in statement.clauses[:2]
    )
