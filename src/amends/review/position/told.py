"""Who is told of, with nothing of the seller's own beside it: less than blame, since it judges nobody, yet a cause of
which it is the whole leaves nothing to correct.
"""

from __future__ import annotations

from amends.review.language.verbs import ALIKE, is_past
from amends.review.meaning.asides import aside
from amends.review.meaning.own_gap import gap_behind, names_own_gap, names_own_step
from amends.review.position.agents import PLAIN, acts_oddly, done_by
from amends.review.position.roles import SUBJECT, part_of
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from amends.review.letter.pieces import Statement
    from amends.review.meaning.parties import Party

_SELVES = frozenset("we i our my us ourselves myself ours".split())
_WHO = frozenset("who that which whose whom".split())
# Behind these somebody is no doer: "handed to the courier", "from our supplier".
_OBJECT = frozenset("to for with against about over under into onto than from between per via".split())
_DETERMINERS = frozenset("the a an our my its his her their this that these those one some such".split())
_NONE = frozenset(("no", "any"))
_REACH = 7
_AUXILIARIES = frozenset("did does do has have had was were is are would could can will".split())
_JOINING = frozenset("or of in at on by as so but if when who that which is".split())
# Others that are vague are known by a capital alone.
_NAMELESS = frozenset("he she they people persons somebody someone others person".split())
# What befalls a buyer, or is their right, says nothing of them.
_UNDERGOES = frozenset(
    "received receive receives got get gets found find reported report complained complain wrote write opened "
    "open asked ask was were is are had returned said say told noticed paid bought ordered has have contacted "
    "informed filed measured saw".split()
)


_LOOKED_INTO = frozenset(
    "noticed found discovered detected saw reported told informed spotted traced counted checked reviewed examined "
    "compared searched looked tested measured inspected verified audited investigated interviewed".split()
)


def told_alone(statement: Statement, named: Sequence[Party]) -> tuple[str, int, int] | None:
    """Who alone is told of in a sentence of the cause, with no step of the seller's own beside it.

    What others did is a fact of the story; a cause of which it is the whole leaves nothing to correct.
    """
    if names_own_step(statement) or gap_behind(statement):
        return None
    words = statement.words
    for kind, at in (("staff", _role(words)), ("buyers", _stranger(words))):
        # "My colleague traced all eleven dispatches" tells who looked into it.
        if at is not None and _LOOKED_INTO.isdisjoint(words[at : at + _REACH]):
            return kind, at, min(len(words), at + 6)
    for party in named:
        before = tuple(word for word in words[max(0, party.first - 3) : party.first] if word not in _DETERMINERS)
        if party.vague and words[party.first] not in _NAMELESS:
            continue
        if before and (before[-1] in _OBJECT or before[-1] in _NONE):
            continue
        if party.kind == "amazon" and words[party.last - 1].endswith("'s"):
            # "With Amazon's page on restricted products": a page does nothing.
            continue
        if _SELVES.intersection(before) and any(is_past(word) for word in before):
            # "We asked the supplier."
            continue
        zone = words[party.last : party.last + _REACH]
        if party.kind == "staff" and not _LOOKED_INTO.isdisjoint(zone):
            continue
        if done_by(words, party.first) or _doing(party, zone):
            return party.kind, party.first, min(len(words), party.last + 5)
    return None


def told_beside(statement: Statement, named: Sequence[Party]) -> tuple[str, int, int] | None:
    """Who is held to answer in passing, beside an action, a measure or in the frame of the letter."""
    words = statement.words
    for party in named:
        if party.vague and words[party.first] not in _NAMELESS:
            continue
        at, zone = party.first, words[party.last : party.last + _REACH]
        harmed = done_by(words, at, _HARMED)
        before = words[max(0, at - 5) : at]
        owed = any(word in _WHICH for word in before) and zone[:1] in _HAD and zone[1:2] and zone[1] not in PLAIN
        argued = not _REASONS.isdisjoint(before) and _SELVES.isdisjoint(before) and _falls_short(zone)
        if (
            harmed
            or owed
            or argued
            or (party.kind == "staff" and _punished(words, party))
            or _odd(statement, party, named)
        ):
            return party.kind, at, min(len(words), party.last + 5)
    return None


def _odd(statement: Statement, party: Party, named: Sequence[Party]) -> bool:
    """Whether it is the subject of what is no ordinary course of trade, where no day, file or gap is told."""
    if not aside(statement) or names_own_gap(statement):
        return False
    part = part_of(statement, party, named)
    if part.role != SUBJECT:
        return False
    return acts_oddly(statement.words[part.first : part.last])


_WHICH = frozenset("which that whom what".split())
_HAD = (("had",), ("has",), ("have",))
_REASONS = frozenset("because since as although though while whereas given seeing despite inasmuch".split())
_HARMED = frozenset(
    "lost damaged broken mixed swapped mislabelled mislabeled forgotten caused left spoiled spoilt delayed "
    "misrouted contaminated falsified forged copied stolen leaked overlooked misread mishandled dropped crushed "
    "torn wetted soaked thrown botched bungled ruined wrecked scratched dented opened used worn switched "
    "exchanged confused invented imitated hijacked attached overwritten merged inflicted created provoked spread "
    "started ordered filed".split()
)
_SHORT_OF = frozenset("not never no nobody cannot hardly rarely seldom too only always often again".split())
_PUNISHING = frozenset(
    "dismissed fired sacked terminated suspended demoted disciplined reprimanded punished warned penalised penalized "
    "fined removed replaced dropped released let parted separated docked cut".split()
)
_PUNISHED = frozenset(
    "dismissed fired sacked dismissal termination reprimand reprimanded warning warnings disciplinary disciplined "
    "bonus wage wages salary demoted go left leave company contract".split()
)


def _falls_short(zone: tuple[str, ...]) -> bool:
    return not _SHORT_OF.isdisjoint(zone[:4]) or any(word in _HARMED for word in zone[:4])


def _punished(words: tuple[str, ...], party: Party) -> bool:
    """Whether an action is taken against one of the seller's own: "we let the two packers go"."""
    before, zone = words[max(0, party.first - 4) : party.first], words[party.last : party.last + 8]
    return not _PUNISHING.isdisjoint((*before, *zone[:3])) and not _PUNISHED.isdisjoint((*before, *zone))


def _role(words: tuple[str, ...]) -> int | None:
    """Where one of the seller's own, named by their task, is the one who did it."""
    for at, word in enumerate(words):
        if word in _ROLES and not _POSSESSED.isdisjoint(words[max(0, at - 3) : at]) and words[at + 1 : at + 2]:
            zone = words[at + 1 : at + _REACH]
            habit = zone[0].endswith("s") and zone[0] not in _AUXILIARIES
            if zone[0].isalpha() and not habit and zone[0] not in _OBJECT and zone[0] not in _JOINING:
                return at
    return None


_POSSESSED = frozenset("our my the a an one another his her".split())
_ROLES = frozenset(
    "lead manager clerk editor officer head chief coordinator controller operator planner dispatcher supervisor "
    "foreman administrator technician copywriter receptionist cashier cleaner caretaker machinist seamstress "
    "baker roaster mechanic electrician trainee apprentice intern deputy inspector engineer nurse chemist "
    "formulator accountant colleague employee worker packer picker team crew shift man woman boy girl lady guy "
    "kid person co-founder founder director partner associate analyst purchaser merchandiser".split()
)


def _stranger(words: tuple[str, ...]) -> int | None:
    """Where a firm or person that nobody knows is the one who did it: "a shop which joined our ASIN"."""
    for at, word in enumerate(words):
        if (word in _FIRMS or word in _PERSONS) and at:
            before, after = words[max(0, at - 3) : at], words[at + 1 : at + 2]
            if not _SELVES.isdisjoint(before) or not after:
                continue
            strange = not _STRANGE.isdisjoint(before) or word in _OPPONENTS
            told = after[0] in _WHO or after[0] in _AUXILIARIES or is_past(after[0])
            if (strange and (told or before[-1:] == ("by",))) or (after[0] in _WHO and word in _FIRMS):
                return at
    return None


_OPPONENTS = frozenset("opponent opponents contributor contributors imitator imitators hijacker hijackers".split())
_FIRMS = _OPPONENTS | frozenset(
    "shop shops store stores firm firms company companies brand brands seller sellers merchant merchants dealer "
    "dealers retailer retailers boutique maker makers vendor vendors neighbour neighbor neighbours neighbors "
    "trader traders".split()
)
_PERSONS = frozenset(
    "man men woman women person persons individual individuals user users teenager teenagers reader readers ladies "
    "lady gentleman parent parents owner owners household claimant claimants people".split()
)
_STRANGE = frozenset(
    "a an another other same some certain one two three four five several many bigger larger rival competing unknown "
    "fellow strange foreign new those these such every each".split()
)


def _doing(party: Party, zone: tuple[str, ...]) -> bool:
    """Whether a party is the subject of a verb, and not only what a buyer is in any complaint."""
    at = next((at for at, word in enumerate(zone) if word in _AUXILIARIES or word in ALIKE or is_past(word)), -1)
    if at < 0:
        # "Photographer make the bag look big" is said by many a seller.
        return bool(zone) and zone[0].isalpha() and zone[0] not in _OBJECT and zone[0] not in _JOINING
    return not (party.kind == "buyers" and zone[at] in _UNDERGOES)
