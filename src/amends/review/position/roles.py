"""What part a party has in its clause, and which words speak of it.

"By the warehouse team" tells who did it, "the carrier's table" names a thing of theirs, "we asked the supplier" makes
it an object, "from the factory" a source. Only of a subject, an agent, a source or an owner can something bad be said,
and only by the words that belong to it.
"""

from __future__ import annotations

import re

from amends.review.language.verbs import ALIKE, is_participle, is_past
from amends.review.meaning.senses import senses
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from amends.review.letter.pieces import Statement
    from amends.review.meaning.parties import Party

SUBJECT, AGENT, SOURCE, OWNER, MENTION = "subject", "agent", "source", "owner", "mention"
_AHEAD, _BEHIND = 8, 14
_SELVES = frozenset("we i".split())
_DETERMINERS = frozenset(
    "the a an our my your this that these those one some such same certain any each every its his her their another "
    "other both all many most few two three four".split()
)
_SOURCES = frozenset("of from at in inside with on within".split())
_ASIDE_OF = frozenset(
    "to for against about over under into onto than via per like as between among without before after until since "
    "through toward towards versus upon beside besides behind not no nor neither except including plus".split()
)
_BREAKS = frozenset(
    "because since so although though while whereas when before after until till unless but therefore hence thus "
    "nevertheless however whereupon whereby where if".split()
)
# What opens a clause ahead of its subject.
_OPENERS = _BREAKS | frozenset("that which who whom whose what how why and or as then".split())
_FRESH = _DETERMINERS | frozenset("we i he she it they there nobody none you no now then".split())
_RELATIVE = frozenset(("who", "which", "that"))
_LONG = 6
_JOINS = frozenset(("and", "or", "as"))
_MARK, _MARK_AHEAD = re.compile(r"[;:()–—\n]| - "), re.compile(r"[;:()–—\n,]| - ")
AUXILIARIES = frozenset(
    "did does do has have had was were is are would could can cannot will shall may might should must ought being "
    "having get gets got".split()
)
# "The courier company lost it": these only fill out the name.
_FIRM = frozenset(
    "company companies firm firms house office branch team staff people side department desk service services group "
    "man men guys lady system systems software algorithm bot bots tool tools support warehouse workers employees "
    "drivers driver partner itself himself herself themselves there alone".split()
)
_PASSED = frozenset(
    "also then again only just simply still always never often not hardly even already first later again once "
    "constantly repeatedly suddenly all both itself himself herself themselves apparently obviously clearly who "
    "which that sometimes once twice nowadays today mostly usually".split()
)
# Behind these a wish or an opinion begins, and the party is the subject of what follows.
_OPINES = frozenset(
    "reckon suspect suppose believe think guess assume imagine bet presume fancy know say feel fear see saw found "
    "learned learnt discovered heard".split()
)


class Part(NamedTuple):
    """The role of a party, and the words `first` to `last` (not included) that speak of it."""

    role: str
    first: int
    last: int


def part_of(statement: Statement, party: Party, named: Sequence[Party]) -> Part:
    """The part that a party has in its clause."""
    words = statement.words
    end = _end(statement, party)
    start = _start(statement, party)
    head = words[start : party.first]
    bare = _bared(head)
    last = bare[-1] if bare else ""
    if last == "by":
        done = bare[-3:-1] if len(bare) > 2 and bare[-2].endswith("ly") else bare[-2:-1]
        if done and is_participle(done[0]):
            return Part(AGENT, max(start, start + len(bare) - 4), start + len(bare) - 1)
        return Part(MENTION, party.first, party.last)
    if last in _ASIDE_OF and not _relates(words, party, end):
        return Part(MENTION, party.first, party.last)
    if _owns(statement, party):
        return Part(OWNER, party.last, min(end, party.last + 4))
    heads = _relates(words, party, end)
    if last in _SOURCES and not heads and not (_is_noun_group(bare) and _acts(statement, party.last, end)):
        return Part(SOURCE, max(start, start + len(bare) - 4), start + len(bare) - 1)
    if not heads and not _SELVES.isdisjoint(bare[-4:]) and last not in _OPINES:
        return Part(MENTION, party.first, party.last)
    if not heads and last and (is_past(last) or last in ("is", "are", "be")) and last not in _OPINES:
        # "Informed the supplier": an object.
        return Part(MENTION, party.first, party.last)
    zone = party.last
    while zone < end and words[zone] in _FIRM:
        zone += 1
    return Part(SUBJECT, zone, end) if _acts(statement, zone, end) else Part(MENTION, party.first, party.last)


def _acts(statement: Statement, first: int, end: int) -> bool:
    """Whether a verb follows, be it without its ending: "the boys throw the boxes"."""
    return has_verb(statement.words[first:end]) or any(at == first for at, _ in senses(statement).of("misdeed"))


def has_verb(zone: tuple[str, ...]) -> bool:
    """Whether words behind a noun begin with its verb, so that it is no part of another noun."""
    rest = zone
    if rest and rest[0] in _SOURCES:
        # "The worker in your warehouse did not look".
        at = next((at for at in range(2, min(len(rest), _LONG)) if is_verb(rest[at])), 0)
        rest = rest[at:]
    while rest and (rest[0] in _PASSED or rest[0].endswith("ly")):
        rest = rest[1:]
    if not rest:
        return False
    first = rest[0]
    if first in AUXILIARIES or first in ALIKE or is_past(first):
        return True
    # "Carrier codes was mapped": a noun in -s stands before a verb, a verb in -s before what it is done to.
    return is_habit(first) and not (len(rest) > 1 and (rest[1] in AUXILIARIES or is_past(rest[1])))


def _relates(words: tuple[str, ...], party: Party, end: int) -> bool:
    """Whether a clause on the party itself follows: "we fired the manager who did it"."""
    return party.last < end and words[party.last] in _RELATIVE


def _is_noun_group(bare: tuple[str, ...]) -> bool:
    """Whether the words before a source are only whose it is: "the boys of the parcel company"."""
    return len(bare) > 1 and not any(is_past(word) or word in AUXILIARIES for word in bare)


def is_verb(word: str) -> bool:
    """Whether a word has the form of a finite verb."""
    return word in AUXILIARIES or is_past(word) or is_habit(word)


def is_habit(word: str) -> bool:
    """Whether a word has the form of a present tense in -s."""
    return len(word) > 3 and word[-1] == "s" and word[-2] not in "su'" and word.isalpha()


def _owns(statement: Statement, party: Party) -> bool:
    """Whether the party's name bears the ending of an owner: "the carrier's", "the carriers'"."""
    start, end = (place - statement.start for place in statement.at[party.last - 1])
    written = statement.text[start : end + 1]
    return written.rstrip()[-2:] in ("'s", "’s", "s'", "s’") or written[-3:-1] in ("'s", "’s")


def _end(statement: Statement, party: Party) -> int:
    """Where the words that speak of a party end: at a mark, or where another subject begins."""
    words, text, begin, at = statement.words, statement.text, statement.start, statement.at
    end = min(len(words), party.last + _BEHIND)
    stop = _MARK.search(text, at[party.last - 1][1] - begin, at[end - 1][1] - begin)
    marked = stop.start() + begin if stop else at[-1][1]
    for place in range(party.last, end):
        word = words[place]
        if at[place][0] > marked:
            return place
        if place > party.last and (word in _SELVES or word in _BREAKS):
            return place
        if word in _FRESH and (
            (place > party.last and words[place - 1] in _JOINS)
            or "," in text[at[place - 1][1] - begin : at[place][0] - begin]
        ):
            return place
    return end


def _start(statement: Statement, party: Party) -> int:
    words, text, begin, at = statement.words, statement.text, statement.start, statement.at
    floor = max(0, party.first - _AHEAD)
    for place in range(party.first - 1, floor - 1, -1):
        if words[place] in _OPENERS:
            floor = place + 1
            break
    if floor < party.first:
        marks = list(_MARK_AHEAD.finditer(text, at[floor][1] - begin, at[party.first][0] - begin))
        if marks:
            behind = marks[-1].start() + begin
            floor = next(place for place in range(floor, party.first + 1) if at[place][0] > behind)
    return floor


def _bared(head: tuple[str, ...]) -> tuple[str, ...]:
    """The words before a party without the article, owner and adjective that belong to it."""
    end = len(head)
    if end > 1 and head[end - 1] not in _DETERMINERS and head[end - 2] in _DETERMINERS:
        end -= 1
    while end and (head[end - 1] in _DETERMINERS or head[end - 1][0].isdigit()):
        end -= 1
    return head[:end]
