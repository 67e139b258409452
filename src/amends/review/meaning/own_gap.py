"""Whether a sentence names a gap of the seller's own: something they did, left undone or did not have.

What a third party did is then a fact of the story, and the cause is owned.
"""

from __future__ import annotations

from bisect import bisect_right

from amends.review.language.words import Lexicon
from amends.review.letter.pieces import once
from amends.review.meaning.missing_step import misses_step
from amends.review.meaning.parties import kind_of
from amends.review.meaning.senses import senses
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.letter.pieces import Statement

_OWN = frozenset("we i nobody none".split())
_OWN_THINGS = frozenset("our my".split())
# Of these the seller is no gap's owner: what was done to us, what we did right, what we only think.
_PASSIVE = frozenset(
    "were was got get are am believe trust hope think expect see feel find know received shipped delivered deliver "
    "hand handed sent asked informed told would can cannot do could consider understand regret request ask buy "
    "bought hired had merely answered paid trusted only wonder call mention note uploaded fired dismissed sacked "
    "demand insist suspect wish want beg suffer suffered lost lose now even always packed dispatched need must "
    "pride assure stress emphasise emphasize swear declare confirm "
    "warned reminded complained refunded reported followed did relied relying counted came happened "
    "pay pays ship fulfilled fulfil fulfill blame tell receive recognise recognize let remain handed-over share "
    "regard view deem judge identify identified determined "
    "write answer refer reply respond submit thank attach enclose appeal found noticed hold "
    "reckon suppose assume guess guessed imagine figured presume gather gathered heard learn learned "
    "learnt discovered concluded realise realised realize realized bet doubt fancy dare".split()
)
# "We never told him so": he acted on his own, which lays it on him.
_NEVER_TOLD = frozenset(
    "told tell ask asked allow allowed authorise authorised authorize authorized instruct want "
    "instructed ordered order approve approved agree agreed permitted permit wanted consent".split()
)
_STATES = frozenset("was were is are existed had".split())
_SOLD = frozenset(
    "orders order parcels goods hands asin account listing shipments clients buyers customers power control influence "
    "reach fault side mistake error defect rate rating metric metrics shop store business reputation money funds name "
    "customer freight stock handover punctual units products product item items toy offer offers title freight "
    "sales cancellations deliveries delivery knowledge consent permission back".split()
)
_NEGATIONS = frozenset("not never no nor neither unable failed nothing hardly".split())
_OPENERS = frozenset(
    "because since and as but that while when so if although though where which therefore thus hence then until "
    "after before or also yet".split()
)
_THING_OPENERS = frozenset("because since and as but that while when".split())
# "Because of our sheet" and "in our sheet" at the head speak of the seller's thing; "one of our boxes" does not.
_OF = frozenset("of in on".split())
_LACKING = frozenset("because lack absence gap cause reason error hole".split())
_CAUSAL = frozenset("because since as".split())
# What a process of the seller's is made of: where one of these is the reason, the gap is their own.
_PROCESS = frozenset(
    "roster procedure process checklist sheet table tool setting settings field rule form template plan "
    "list instruction "
    "instructions training routine step drawing budget inbox mapping calendar forecast spreadsheet feed "
    "repricer column "
    "box-size threshold limit reorder buffer cut-off schedule".split()
)
_CHECKS = frozenset(
    "check checking inspection second comparison comparing test testing look reading opening looking".split()
)
_SAID = frozenset(
    "believe believes think thinks say says said claim claims claimed told tells wrote writes thought assume assumes "
    "stated states alleges alleged".split()
)
_HELD = frozenset("be help influence control foresee know see prevent stop change understand".split())


@once
def names_own_gap(statement: Statement) -> bool:
    """Whether the seller stands as the one who did or left undone something in this statement."""
    return _owned(statement, strictly=False)


@once
def names_own_step(statement: Statement) -> bool:
    """The same, where a thing of the seller's counts only when it is part of a process or something is denied of it:
    "our tool", "our carton had no seal", not "our message".
    """
    return _owned(statement, strictly=True)


def _owned(statement: Statement, *, strictly: bool) -> bool:
    words = statement.words
    for at, word in enumerate(words):
        if word in _OWN:
            if _begins(statement, at) and _did(words, at):
                return True
        elif word == "no" and words[at + 1 : at + 2] == ("one",):
            if _begins(statement, at) and not _OTHERS_WILL.intersection(words[at + 2 : at + 3]):
                return True
        elif (
            (
                word in _OWN_THINGS
                and _thing_begins(words, at)
                and _own_thing(word, words[at + 1 : at + 4])
                and not (strictly and _PROCESS.isdisjoint(words[at : at + 5]) and _LESS.isdisjoint(words[at : at + 10]))
            )
            or (
                word == "no"
                and words[at + 1 : at + 2] != ("one",)
                and _thing_begins(words, at)
                and not (_STATES.isdisjoint(words[at + 2 : at + 6]) and _LACKED.isdisjoint(words[at + 1 : at + 4]))
            )
            or (
                word == "no" and words[max(0, at - 2) : at] in _THERE and not _LACKED.isdisjoint(words[at + 1 : at + 4])
            )
            or (word in ("ours", "mine") and at and words[at - 1] in _STATES)
            or (word in _CAUSAL and _PROCESS.intersection(words[at + 1 : at + 4]))
            or (word == "without" and _CHECKS.intersection(words[at + 1 : at + 4]))
        ):
            return True
    return False


_LESS = _NEGATIONS | frozenset("only without still old wrong wrongly instead".split())
_THERE = (("there", "was"), ("there", "were"), ("there", "is"))
_LACKED = (
    _PROCESS
    | _CHECKS
    | frozenset("person one stop step alarm alert reminder backup stand-in deputy owner scan".split())
)
# "The picker took the wrong one. There was no scan at packing."
_GAP_OPENS = Lexicon(
    "there was|were no",
    "we|i had no",
    "nobody|none|no_one checked|compared|looked|asked|saw|scanned|counted|read|tested",
)


def gap_behind(statement: Statement, most: int = 3) -> bool:
    """Whether one of the next sentences of the same point names a gap of the seller's own."""
    item = statement.item
    if item is None:
        return False
    at = bisect_right(item.statements, statement.start, key=lambda each: each.start)
    return any(names_own_gap(each) or misses_step(senses(each), each.words) for each in item.statements[at : at + most])


def gap_follows(statement: Statement) -> bool:
    """Whether the sentence behind this one, in the same point, begins with a step that was missing."""
    item = statement.item
    if item is None:
        return False
    after = next((each for each in item.statements if each.start > statement.start), None)
    if after is None:
        return False
    first = next(_GAP_OPENS.matches(after.words), None)
    return first is not None and first[0] == 0 and not _BLAMELESS.intersection(after.words)


_BLAMELESS = frozenset(
    "reason way need excuse chance fault problem doubt choice intention intent option mistake guilt blame part "
    "influence alternative means hand share say".split()
)


_OTHERS_WILL = frozenset("at from in of there would else got was could can will is".split())


def _did(words: tuple[str, ...], at: int) -> bool:
    after = words[at + 1 : at + 4]
    if not after:
        return False
    if words[at] in ("nobody", "none"):
        return after[0] not in _OTHERS_WILL
    if "would" in after[:2]:
        return False
    if _NEGATIONS.intersection(after):
        if not _BLAMELESS.isdisjoint(words[at + 1 : at + 7]):
            return False
        verb = next((word for word in words[at + 1 : at + 6] if word not in _NEGATIONS and word not in _PASSIVE), "")
        if after[0] in ("can", "could", "cannot") and verb in _HELD:
            return False
        told = next((word for word in words[at + 1 : at + 5] if word in _NEVER_TOLD), "")
        return not told or not {"him", "her", "them", "anybody", "anyone", "it", "this"}.intersection(
            words[at + 1 : at + 7]
        )
    if after[:2] == ("have", "to"):
        # "I have to say that your support …"
        return False
    verb = after[1] if after[0] in ("have", "had", "also", "then", "still", "simply") and len(after) > 1 else after[0]
    return verb not in _PASSIVE


def _begins(statement: Statement, at: int) -> bool:
    """Whether "we" opens a clause of its own; behind a noun it only says which one ("stock we no longer held")."""
    words = statement.words
    if at == 0:
        return True
    before = words[at - 1]
    if before == "that" and at > 1 and words[at - 2] in _SAID:
        return False
    if before in _OPENERS:
        return True
    between = statement.text[statement.at[at - 1][1] - statement.start : statement.at[at][0] - statement.start]
    return any(mark in between for mark in ",;:()–—.") or before.isdigit() or before.endswith("ly")


def _own_thing(word: str, after: tuple[str, ...]) -> bool:
    """Whether "our sheet" is a thing of the seller's that can be at fault, not a third party nor what was sold."""
    return (
        bool(after)
        and not any(kind_of(word, follows) for follows in after[:3])
        and (_SOLD.isdisjoint(after[:2]) or not _PROCESS.isdisjoint(after[1:2]) or after[:2] == ("purchase", "order"))
    )


def _thing_begins(words: tuple[str, ...], at: int) -> bool:
    """Whether "our" or "no" may begin the subject of a clause here."""
    if at == 0:
        return True
    if words[max(0, at - 3) : at][-3:-1] == ("in", "spite") or words[at - 1] in ("despite", "notwithstanding"):
        return False
    if words[at - 1] in _OF:
        return at == 1 or words[at - 2] in _LACKING
    return words[at - 1] in _THING_OPENERS
