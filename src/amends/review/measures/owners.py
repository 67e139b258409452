"""Who answers for a measure: a person by name, a role, a group with a task, or a device that does it each time."""

from __future__ import annotations

import re

from amends.review.language.verbs import is_participle
from amends.review.language.words import Lexicon
from amends.review.measures.rhythms import head_ends
from amends.review.measures.roles import names_role
from amends.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.letter.pieces import Item, Statement

# Groups, devices and those who check each other; single people are in `roles.py`.
_GROUP = Lexicon(
    "compliance|warehouse|quality|sourcing|listing|catalog|catalogue|fulfilment|fulfillment|shipping|"
    "service|returns|operations|purchasing|it|"
    "logistics|legal|receiving|inventory|prep|account|finance team|department|staff|crew|desk",
    "laboratory|lab|inspection|agency|company .. inspects|tests|audits|checks",
    "responsible is|:",
    "who me|i|myself",
    "one|first person|colleague|employee .. another|second|other",
    "two|three persons|people|colleagues|employees",
    (
        "form|system|software|program|template|app|plugin|scanner|seal|label|box|carton|unit|shelf has|have|carries|"
        "carry|asks|requires|demands|shows|prints|names"
    ),
    (
        "form|system|software|sheet|tool|field|setting|script|row|upload|program|scanner|printer|machine|scale|"
        "erp|till|"
        "app|plugin|sync .. stops|blocks|refuses|"
        "rejects|warns|alarms|locks"
    ),
)
_NAMED = re.compile(
    r"\b[A-Z][\w'’-]+(?: [A-Z]\.)?(?: (?:de|van|von|del|al|bin|der|da|dos|di|la|le))* [A-Z][\w'’-]+"
    r"(?= \(|,? (?:now|also|then|will|and|who|or|has|is)\b|,? [a-z]+s\b)"
    r"|\b(?:by|to|with|[Oo]wner:|[Rr]esponsible:|[Ww]ho:) "
    r"(?:Mr\.? |Ms\.? |Mrs\.? |Dr\.? )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?"
    r"|\b(?:Mr|Ms|Mrs|Dr)\.? [A-Z][\w'’-]+"
    r"|\b[A-Z][\w'’-]+ \([a-z][^()\n]{2,50}\)"
    r"|(?<=[|\t])[ ]?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,2}(?:, [a-z][a-z -]{2,30})?[ ]?(?=[|\t])"
)
_FIRST = re.compile(r"(?:^|[.:;,] +|\d, )([A-Z][a-z'’-]{1,20}) (?:now |also |then |will )?([a-z]+(?:s|es)|will|now)\b")
# "Jo checks the queue" begins with a name; "Quality checks are done" does not.
_OPENS = re.compile(r"([A-Z][a-z'’-]{1,20}) [a-z]+s (?:the|each|every|all|a|an|our|any|both|new|this|these|two|ten)\b")
_NO_NAMES = frozenset(
    "Each Every All Any This That These Those Our The We They It Before After When Whenever If Once "
    "Only No New Amazon Seller Account Daily "
    "Weekly Monthly Quarterly Inventory Listing Listings Orders Order Stock Products Product Staff "
    "Training Suppliers Supplier Records Invoices "
    "Returns Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April "
    "May June July August September October November December Also Then Now Here There Since From Until "
    "Where Whoever One Two Three Management Team Nobody".split()
)
_BY_NAME = frozenset(
    (
        "Amazon Walmart Friday Monday Tuesday Wednesday Thursday Saturday Sunday January February March "
        "April May June July August September October November December"
    ).split()
)
_INTRODUCED = r"([A-Z](?<!\w.)[\w'’-]+) ([A-Z][\w'’-]+) \([a-z]"
# "My son Emre", "our accountant Sevgi Aksoy".
_OUR_OWN = re.compile(r"\b(?:[Mm]y|[Oo]ur) (?:[a-z-]{3,14} ){1,2}([A-Z][\w'’-]{2,20})\b")
# "She pulls …": a person was named in the point above.
_PRONOUNS = frozenset(("i", "he", "she"))
_FOR_ALL = Lexicon(
    "responsible|accountable for .. all|these|those|above|measures|points|following",
    "owns|own all|these|the .. measures|points|above",
)


_SOMEBODY = frozenset("somebody someone anybody anyone whoever everybody everyone".split())


def owned(draft: Draft, item: Item) -> bool:
    """Whether a measure names a person or a role that answers for it."""
    if item.words[0] in _SOMEBODY and not _NAMED.search(draft.text, item.start, item.end):
        return False
    if _owner(draft, item.words, item.start, item.end) and not _done_by_nobody(draft, item):
        return True
    if item.lead is not None and _owner(draft, item.lead.words, item.lead.start, item.lead.end):
        return True
    return item.part in _answered_for(draft)


def _done_by_nobody(draft: Draft, item: Item) -> bool:
    """Whether a measure is told in the passive and only the words around it sound like a role: "a search is run …; a
    hit with another owner stops it".
    """
    first = item.statements[0]
    words = first.words[: head_ends(first)]
    passive = any(
        word in _BE and is_participle(after) and after not in _PRONOUNS
        for at, word in enumerate(words)
        for after in words[at + 1 : at + 3]
    )
    if not passive or not _BARRED.isdisjoint(words) or not _PRONOUNS.isdisjoint(item.words):
        return False
    elsewhere = any(_role(statement.words) for statement in item.statements[1:])
    return not elsewhere and not _named(draft, item.start, item.end) and not _role(words)


# "Is not dispatched", "only after": a bar that stands for all, no task of somebody.
_BARRED = frozenset("by not never no only until unless".split())
_BE = frozenset("is are get gets be being".split())


def _role(words: tuple[str, ...]) -> bool:
    return names_role(words) or _GROUP.found(words)


def owner_in(draft: Draft, statement: Statement) -> bool:
    """Whether a statement itself names a person or a role."""
    return _owner(draft, statement.words, statement.start, statement.end)


def _answered_for(draft: Draft) -> frozenset[str]:
    """Parts for all of whose points one sentence names somebody ("Dana Ruiz is responsible for all these")."""
    if "answered for" not in draft.memo:
        said = (s for s in draft.statements if _FOR_ALL.found(s.words))
        draft.memo["answered for"] = frozenset(s.part for s in said if _owner(draft, s.words, s.start, s.end))
    return cast("frozenset[str]", draft.memo["answered for"])


def _owner(draft: Draft, words: tuple[str, ...], start: int, end: int) -> bool:
    known = cast("dict[tuple[int, int], bool]", draft.memo.setdefault("owners", {}))
    if (start, end) not in known:
        known[start, end] = not _PRONOUNS.isdisjoint(words) or _role(words) or _named(draft, start, end)
    return known[start, end]


def _named(draft: Draft, start: int, end: int) -> bool:
    """Whether a person is named in a stretch."""
    for match in _NAMED.finditer(draft.text, start, end):
        first = match.group().split()
        if (
            not (first[0] in ("by", "to", "with") and (first[1] in _BY_NAME or first[0] != "by"))
            and first[0] not in _NO_NAMES
        ):
            return True
    for match in _FIRST.finditer(draft.text, start, end):
        if match.group(1) not in _NO_NAMES:
            return True
    opens = _OPENS.match(draft.text, start, end)
    if opens and opens.group(1) not in _NO_NAMES:
        return True
    if any(name in draft.text[start:end] for name in _people(draft)):
        return True
    return any(match.group(1) in _first_names(draft) for match in _ACTS.finditer(draft.text, start, end))


# "… each month Dana prints 5 labels", where the letter has spoken of Dana Kowalczyk.
_ACTS = re.compile(r"\b([A-Z][\w'’-]{2,20})(?: (?:now|also|then|will|and))? [a-z]+(?:s|es)?\b")
_IN_FULL = re.compile(r"\b([A-Z][a-zà-ÿ'’-]{2,20}) ([A-Z][a-zà-ÿ'’-]{2,20})(?= [a-z]{2,12}s\b|, [a-z])")


def _first_names(draft: Draft) -> frozenset[str]:
    """First and last names of people whom the letter names in full as doing something, or with their role."""
    if "first names" not in draft.memo:
        pairs = (match.groups() for match in _IN_FULL.finditer(draft.text))
        draft.memo["first names"] = frozenset(
            name for pair in pairs if not _NO_NAMES.intersection(pair) and "Central" not in pair for name in pair
        )
    return cast("frozenset[str]", draft.memo["first names"])


def _people(draft: Draft) -> frozenset[str]:
    """Names that the letter introduces with a role: “Dana Ruiz (operations lead)” lets “Dana” and “Ruiz” stand alone
    later.
    """
    if "people" not in draft.memo:
        lines = [line for line in draft.text.split("\n") if " (" in line]
        found = (pair for line in lines for pair in re.findall(_INTRODUCED, line))
        kin = (match.group(1) for match in _OUR_OWN.finditer(draft.text))
        draft.memo["people"] = frozenset((*(name for pair in found for name in pair), *kin)) - _NO_NAMES
    return cast("frozenset[str]", draft.memo["people"])
