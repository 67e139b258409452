"""Who answers for a measure: a person by name, a role, a group with a task, or a device that does it each time."""

from __future__ import annotations

import re

from amends.review.language.verbs import is_participle
from amends.review.language.words import Lexicon
from amends.review.measures.rhythms import head_ends
from amends.review.measures.roles import at_work, names_role
from amends.review.measures.tables import WHO, cells
from amends.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.letter.pieces import Item, Statement

# Groups and those who check each other; single people, desks and machines are in `roles.py`.
_GROUP = Lexicon(
    "compliance|warehouse|quality|sourcing|listing|catalog|catalogue|fulfilment|fulfillment|shipping|"
    "service|returns|operations|purchasing|it|personnel|dispatch|packing|night|day|early|late|"
    "logistics|legal|receiving|inventory|prep|account|finance team|department|staff|crew|desk|shift",
    "company .. inspects|tests|audits|checks",
    "responsible is|:",
    "who me|i|myself",
    "my|his|her signature|initials|stamp|approval|consent|key|password|desk|telephone|phone",
    "one|first person|colleague|employee .. another|second|other",
    "two|three persons|people|colleagues|employees",
)
# A name, or the capitals of any other words: "Dana Ruiz", "Every Monday Nuno", "Seller Central".
_CAPITALS = re.compile(
    r"(?<![\w\"'“„‘])[A-ZÀ-ÖØ-ÞŁŚŻĆČŠŽİŞ][\w'’-]+(?: (?:(?:de|van|von|del|al|bin|der|da|dos|di|la|le) )*"
    r"[A-ZÀ-ÖØ-ÞŁŚŻĆČŠŽİŞ][\w'’-]*\.?)*"
)
_TITLES = frozenset("Mr Ms Mrs Dr Herr Frau Señor Señora Pan Pani Mr. Ms. Mrs. Dr.".split())
_NO_NAMES = frozenset(
    "Each Every All Any This That These Those Our The We They It Before After When Whenever If Once A An In On At For "
    "From By To With Of As No Only New Amazon Amazon's Seller Central Account Health Performance Brand Registry Safety "
    "Gate Excel Google Drive Sheets Dropbox Outlook SharePoint Slack Trello Notion Walmart EU European Europe English "
    "Daily Weekly Monthly Quarterly Inventory Listing Listings Orders Order Stock Products Product Staff Training "
    "Suppliers Supplier Records Record Invoices Returns Return Report Page Check Above Below Over Under Without Limit "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays "
    "Sundays January February March April May June July August September October November December Jan Feb Mar Apr Jun "
    "Jul Aug Sep Sept Oct Nov Dec Also Then Now Here There Since Until While Where Whoever Who One Two "
    "Three Management "
    "Team Nobody Nothing Should And But Or So Both Such Beyond Upon Through".split()
)
# What stands behind the name of somebody who acts, or before one who is said to.
_ACTS = re.compile(r",? (?:(?:now|also|then|and|or) )?(?:[a-z]{2,}s|will|who|now|also)\b|,? \([a-z]")
_ACTS_ON = re.compile(
    r" (?:now |also |then |will )?[a-z]+s (?:the|each|every|all|a|an|our|any|both|new|this|these|two|one|at|through|"
    r"after|into|"
    r"his|her|\d)\b"
)
_BESIDE = re.compile(r"\b(?:by|[Oo]wner:|[Rr]esponsible:|[Ww]ho:|[Bb]y:) $|[,;(/&] $|\d[,:]? $")
_BEHIND = re.compile(r" ?[.;,/|)]|$| (?:and|or|for) ")
_STARTS = frozenset(".:;!?|•")
_ROLED = re.compile(r"\b[A-Z][\w'’-]+ \([a-z][^()\n]{2,50}\)")
# "My son Emre", "our accountant Sevgi Aksoy".
_OUR_OWN = re.compile(r"\b(?:[Mm]y|[Oo]ur) (?:[a-z-]{3,14} ){1,2}([A-Z][\w'’-]{2,20})\b")
# "She pulls …": a person was named in the point above.
_PRONOUNS = frozenset(("i", "he", "she", "mine"))
_FOR_ALL = Lexicon(
    "responsible|accountable for .. all|these|those|above|measures|points|following",
    "owns|own all|these|the .. measures|points|above",
)


_SOMEBODY = frozenset("somebody someone anybody anyone whoever everybody everyone".split())
# "Whoever packs the order reads …" is one person; "whoever has time" may be none.
_NO_TASK = frozenset("has is can sees notices likes wants happens finds comes wishes feels thinks passes gets".split())


def owned(draft: Draft, item: Item) -> bool:
    """Whether a measure names a person or a role that answers for it, or the table in which it stands does."""
    if WHO in cells(draft, item) or item.words[:2] == ("the", "same"):
        return True
    if item.words[0] == "whoever" and item.words[1:2] != () and item.words[1] not in _NO_TASK:
        return True
    if item.words[0] in _SOMEBODY and not _named(draft, item.start, item.end):
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
    if _BE.isdisjoint(first.words) or not _PRONOUNS.isdisjoint(item.words):
        return False
    words = first.words[: head_ends(first)]
    passive = any(
        word in _BE and is_participle(after) and after not in _PRONOUNS
        for at, word in enumerate(words)
        for after in words[at + 1 : at + 3]
    )
    if not passive or not _BARRED.isdisjoint(words):
        return False
    elsewhere = any(_role(statement.words) for statement in item.statements[1:])
    return not elsewhere and not at_work(first.words) and not _named(draft, item.start, item.end) and not _role(words)


# "Is not dispatched", "only after": a bar that stands for all, no task of somebody.
_BARRED = frozenset("by not never no only until unless".split())
_BE = frozenset("is are get gets be being".split())


def _role(words: tuple[str, ...]) -> bool:
    return names_role(words) or at_work(words) or _GROUP.found(words)


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
    """Whether a person is named in a stretch as somebody who acts."""
    text = draft.text
    if _ROLED.search(text, start, end):
        return True
    return any(_is_person(draft, match, start, end) for match in _CAPITALS.finditer(text, start, end))


def _is_person(draft: Draft, match: re.Match[str], start: int, end: int) -> bool:
    """Whether capitals are a name: words that no letter begins with or names a thing by, where an actor stands."""
    said = match.group().split()
    if not _TITLES.isdisjoint(said):
        return True
    first = next((n for n, word in enumerate(said) if word not in _NO_NAMES), len(said))
    last = next((n for n, word in enumerate(said) if n > first and word in _NO_NAMES), len(said))
    name = [word for word in said[first:last] if not word.isupper()]
    if not name or name != said[first:last]:
        return False
    text = draft.text
    before, behind = (
        text[max(start, match.start() - 14) : match.start()],
        text[match.end() : min(end, match.end() + 30)],
    )
    if last < len(said):
        return len(name) > 1
    if _BESIDE.search(before) and not first:
        return bool(len(name) > 1 or _BEHIND.match(behind) or _ACTS.match(behind) or "by" in before)
    begins = not first and (not before.strip() or before.rstrip()[-1] in _STARTS)
    if begins:
        # "Jo checks the queue" begins with a name; "Quality checks are done", "Pack formula." do not.
        known = not _people(draft).isdisjoint(name) and behind[:1] == " "
        return (
            known
            or bool(_ACTS_ON.match(behind))
            or (len(name) > 1 and behind[:1] in (" ", ",") and not behind.startswith(" is "))
        )
    return len(name) > 1 or not _people(draft).isdisjoint(name) or bool(_ACTS.match(behind))


_IN_FULL = re.compile(r"\b([A-Z][a-zà-ÿ'’-]{2,20}) ([A-Z][a-zà-ÿ'’-]{2,20})(?= [a-z]{2,12}s\b|,? \(?[a-z])")


def _people(draft: Draft) -> frozenset[str]:
    """First and last names of people whom the letter names in full as doing something or with their role, or as its
    own: "Dana Ruiz (operations lead)" lets "Dana" and "Ruiz" stand alone later.
    """
    if "people" not in draft.memo:
        pairs = [match.groups() for match in _IN_FULL.finditer(draft.text)]
        kin = (match.group(1) for match in _OUR_OWN.finditer(draft.text))
        full = (name for pair in pairs if _NO_NAMES.isdisjoint(pair) for name in pair)
        draft.memo["people"] = frozenset((*full, *kin)) - _NO_NAMES
    return cast("frozenset[str]", draft.memo["people"])
