"""Sentences that promise or praise instead of naming a check: read from fields of meaning, not from phrases.

A promise is a pledge or a future joined with care, improvement or “never again” (one of perfection joins an absolute
with an outcome: see `perfection.py`). A hollow commitment joins a value with how much it is worth. Each says something
only when the sentence holds nothing that could be checked: no day, no figure, no file, no person with a rhythm. What is
told in the past, quoted, or a limit that triggers something is none of them.
"""

from __future__ import annotations

import re

from amends.review.language.classes import classes_of
from amends.review.language.words import Lexicon
from amends.review.letter import parts
from amends.review.letter.pieces import once
from amends.review.measures.promise_fields import FIELDS
from amends.review.position.purpose import is_plan
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

# Short sentences of these words promise whatever else stands there.
_EMPTY = Lexicon(
    "do|act|work|watch|check|handle|manage|perform|operate|look|control|monitor .. better",
    "everybody|everyone|we|i|team|staff will|shall|must .. better|harder|carefully|attentive*|careful",
    "we|i will .. improve|improved",
    "be on our|my guard",
    "mend|change our|my ways",
    "rest assured",
    "give|giving our|my best",
    "try|do|trying|doing our|my very? best",
    "we|i will try",
    "more|extra|very|be careful in|next|when|about|with|from|going|and",
    "be|being more careful|attentive|vigilant|cautious|diligent|responsible|aware|mindful",
    "pay|paying more|closer|better|full|special|extra? attention",
    "make|making every effort",
    "strive|striving|endeavour|endeavor to",
    "closer|better|careful|sharp|watchful eye",
    "double|triple|double-|triple-|double-check|triple-check|doublecheck .. everything|all|things|it",
    "more|very|extra|really serious|strict|strictly|carefully|attentively|diligently|thoroughly|professionally",
    (
        "only|just .. trustworthy|trusted|reliable|reputable|good|serious|honest "
        "sources|source|suppliers|supplier|partners"
    ),
    "work|works|deal|deals only? with trusted|reliable|honest|serious|good partners|suppliers|people|sources",
    "read .. all .. policies|rules|policy .. careful*|again",
    "stricter|strong|stronger|better|tight|tighter|rigorous quality? control|controls|management|checks|supervision",
    "give|take .. word|hand on",
    "choose|select|find|use .. better|good|best|reliable",
    "highest|main|only goal|aim|concern",
    "with|great|utmost|due|particular|special care",
    "stand|stands for quality|honesty|service|reliability",
    "more carefully|closely|strictly|thoroughly",
)
# The only thing that is told of the past and yet is none: words to the staff.
_AWARE = Lexicon(
    "made aware",
    "learned|learnt our|my|a|the|this lesson",
    "lesson learned|learnt",
    "aware of the importance",
    (
        "sensitised|sensitized|reminded|urged|admonished|exhorted .. team|staff|"
        "employees|everyone|colleagues|people|packers"
    ),
    (
        "team|staff|employees|everyone|colleagues|people|packers .. sensitised|"
        "sensitized|reminded|urged|admonished|exhorted"
    ),
)
_HOLLOW = Lexicon(
    "live up to",
    "adhere|adhering|stick|abide to|by .. policies|policy|rules|standards|guidelines",
    "improve|improving our|my|the? service|services|business|quality|performance|operation|operations|processes",
    "take|takes|took|taking .. very? seriously",
    "fully|fully-committed? committed to .. best|compliance|amazon|policies|standards|satisfaction|customers|following",
    "committed to maintaining|providing|following|complying|improving",
    "do everything|whatever we|i|in|it",
    "follow|comply|complying|abide|obey|respect .. all|every|amazon policies|rules|guidelines|policy|terms",
    "keep an eye",
    "we|i will cooperate|co-operate",
    "strict|full|fullest|complete compliance",
    "deeply|truly|fully value|respect|care|committed",
    "respect|follow|obey|honour|honor every|each rule|rules|policy|policies",
    "utmost|great|greatest importance|care|attention",
)
_PRESENT = frozenset("is are am stay stays remain remains feel feels live lives".split())
_NEVER = Lexicon("to prevent|avoid .. happening|recurring", "we|i|us .. sell|use|buy|list|it|them again")


# "A figure, not a promise" pledges nothing.
_DISCLAIMED = Lexicon(
    "not|no|neither|without|rather_than|instead_of a|any? promise|promises|guarantee|guarantees|pledge"
)

_SHORT, _LONG = 3, 30
# What a closing may well say: what is asked for, what is enclosed, since when it runs, whom to call, thanks.
_CLOSES = Lexicon(
    "please|kindly|request|requests|ask|asks|would_like|appreciate|thank|thanks|sincerely|regards|"
    "yours|attached|enclosed|"
    "documents|document|files|file|attachments|exhibits|annex|reach|contact|call|available|"
    "questions|question|reinstate|"
    "reactivate|restore|review|reinstatement|reactivation|effect|force|effective|complete|completed|implemented|valid|"
    "apply|applies|begins|began|started|signed|faithfully|best|truly|respectfully|evidence|invoice|"
    "invoices|summary|reply|"
    "answer|letter|information|details|further|data|proof|listed|above|below|inform|tell|know|withdraw|retract",
)


@once
def fields(statement: Statement) -> frozenset[str]:
    """The fields of meaning that occur in a statement."""
    said = FIELDS.tags(statement.words)
    return said - {"pledge"} if "pledge" in said and _DISCLAIMED.found(statement.words) else said


def empty(draft: Draft, statement: Statement) -> bool:
    """Whether a statement promises care, improvement or “never again” and holds nothing that could be checked."""
    said = fields(statement)
    if concrete(draft, statement, said):
        return False
    if _NEVER.found(statement.words) and not said & {"care", "improve"}:
        return False
    if statement.part == parts.CAUSE and "pledge" not in said and "future" not in said:
        return False
    if _AWARE.found(statement.words):
        return True
    if told(statement, said):
        return False
    if _EMPTY.found(statement.words) or "await" in said:
        return True
    ahead = bool(said & {"pledge", "future"})
    if {"again", "not"} <= said and (ahead or _no_more(statement, said)):
        return True
    if ahead and said & {"care", "improve", "see to"}:
        return True
    return "pledge" in said and {"not", "bad"} <= said


def sworn(statement: Statement) -> bool:
    """Whether a promise is made in so many words: a pledge, or a future of the seller's own."""
    said = fields(statement)
    return "pledge" in said or ("future" in said and "ours" in said) or _EMPTY.found(statement.words)


def _no_more(statement: Statement, said: frozenset[str]) -> bool:
    """Whether a short sentence says that what went wrong is over: "this does not happen again", "no errors any more";
    not "if the counts are not the same, both count again".
    """
    if "limit" in said or len(statement.words) >= _BRIEF:
        return False
    return "bad" in said or statement.words[0] in _EVENT or len(statement.words) <= _SHORT


_EVENT = frozenset("it this that such these they never not and but".split())
_BRIEF = 16


def boasts(draft: Draft, statement: Statement) -> bool:
    """Whether a measure speaks of all, none or never and names nobody, no rhythm and no figure."""
    said = fields(statement)
    if (
        not is_plan(draft)
        or statement.part != parts.MEASURES
        or not said
        & {
            "all",
            "none",
            "bad",
            "absolute",
            "very",
            "again",
            "good",
            "sure",
        }
    ):
        return False
    if concrete(draft, statement, said) or "limit" in said or "rhythm" in said:
        return False
    from amends.review.measures.owners import owned

    item = statement.item
    if item is None or owned(draft, item) or draft.dates_in(item) or draft.files_in(item):
        return False
    return len(statement.words) < _LONG and not any("record" in fields(s) for s in item.statements)


def vacant(draft: Draft, statement: Statement) -> bool:
    """Whether a sentence of the closing says nothing: no particulars, no request, no thanks, nothing enclosed."""
    if (
        not is_plan(draft)
        or statement.part not in (parts.CONCLUSION, parts.MEASURES, parts.OTHER)
        or not _SHORT < len(statement.words) < _LONG
    ):
        return False
    if statement.part == parts.MEASURES and statement.item is not None and statement.item.kind != "paragraph":
        return False
    if statement.part == parts.OTHER and any("@trade" in classes_of(word) for word in statement.words):
        return False
    said = fields(statement)
    if (
        concrete(draft, statement, said)
        or _CLOSES.found(statement.words)
        or any(w[0].isdigit() for w in statement.words)
    ):
        return False
    return statement.text[-1:] in ".!" and not statement.words[0].startswith(("dear", "hello"))


def hollow(draft: Draft, statement: Statement) -> bool:
    """Whether a statement says how much something is worth to the seller instead of what is checked."""
    said = fields(statement)
    if concrete(draft, statement, said) or (told(statement, said) and _PRESENT.isdisjoint(statement.words)):
        return False
    if _HOLLOW.found(statement.words):
        return statement.part != parts.DONE
    return {"value", "worth"} <= said or ("worth" in said and "ours" in said and len(statement.words) < 9)


def concrete(draft: Draft, statement: Statement, said: frozenset[str]) -> bool:
    """Whether a statement holds what could be checked: a day, a file, an identifier, or two of figure, rhythm, record,
    person.
    """
    if draft.dates_in(statement) or draft.files_in(statement) or draft.identifiers_in(statement):
        return True
    found = _figure(statement) + ("rhythm" in said) + ("record" in said)
    if found >= 2:
        return True
    if not found:
        return False
    from amends.review.measures.owners import owner_in

    return owner_in(draft, statement) or ("rhythm" in said and "limit" in said)


@once
def _figure(statement: Statement) -> bool:
    """Whether a statement holds a number that is more than one or nought."""
    return any(word[0].isdigit() and word.strip("0.,") not in ("", "1") for word in statement.words)


@once
def told(statement: Statement, said: frozenset[str]) -> bool:
    """Whether a statement tells what was, rather than promises: its main clauses are past, and none is future."""
    if said & {"future", "pledge", "await"} and any(c.future and not c.dependent for c in statement.clauses):
        return False
    main = [c for c in statement.clauses if not c.dependent]
    return bool(main) and main[0].past and not said & {"pledge", "await", "absolute"} and "last" not in statement.words


_SINGLE = re.compile(r"(?:^|[\s(:])['‘]\w[^'’]{2,80}['’](?!\w)")


def quoted(statement: Statement) -> bool:
    """Whether a statement holds words in quotation marks: what a page or an instruction said is not promised."""
    text = statement.text
    if any(mark in text for mark in '"“”„«'):
        return True
    return ("'" in text or "‘" in text) and _SINGLE.search(text) is not None
