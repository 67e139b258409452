"""Causes that say too little: nothing in particular, or only what Amazon and the buyers see already."""

from __future__ import annotations

import re
from itertools import pairwise

from amends.review.language.verbs import ALIKE, is_past
from amends.review.language.words import MASKED, Lexicon, is_number
from amends.review.meaning.missing_step import SELF, misses_step
from amends.review.meaning.senses import Senses, Spot, senses
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.letter.pieces import Statement

_UNKNOWN_ALLOWED = 8
_NAMED_ALLOWED = 6
_MOST_WORDS = 30
_NAME = re.compile(r"(?<=[a-z,;(] )(?!Amazon\b|ASIN|FBA\b|FBM\b|I\b|Seller\b|Central\b)[A-Z][\w&'’-]+")


def particular(statement: Statement) -> bool:
    """Whether a statement holds a number, a name, a file or quoted words."""
    words = statement.words
    return "\0" in words or any(word[0].isdigit() for word in words) or _NAME.search(statement.text) is not None


def vague(statement: Statement) -> Spot | None:
    """Trouble of which nothing particular is told: hardly a word names a thing, a place, a day or a number."""
    found, words = senses(statement), statement.words
    if not _SORRY.isdisjoint(words) or words[:3] in _FOR_THIS or _announces(words) or _COUNTS.found(words):
        return None
    if found.has("diligence") and not SELF.isdisjoint(words):
        # "We inspect when goods come in, not when they come back" names the step.
        return None
    shrug = found.first("shrug")
    if shrug is not None and not misses_step(found, words):
        return shrug
    if any(words[spot.first] not in GENERAL | _TOOLS for spot in found.of("house")):
        return None
    if (
        not (found.has("trouble") or _undone(found, words))
        or len(words) > _MOST_WORDS
        or statement.text.rstrip().endswith(":")
    ):
        return None
    if particular(statement):
        return None
    plain = {at for field in ("unspecific", "trouble") for spot in found.of(field) for at in range(*spot)}
    strange = sum(1 for at in range(len(words)) if at not in plain)
    if strange * _UNKNOWN_ALLOWED > len(words):
        return None
    return found.first("trouble") or found.of("lacking")[0]


def _undone(found: Senses, words: tuple[str, ...]) -> bool:
    """Whether something was "not followed correctly", "not done properly"."""
    return any(not _HOW.isdisjoint(words[last : last + 4]) for _, last in found.of("lacking"))


def _announces(words: tuple[str, ...]) -> bool:
    """Whether the sentence says that the story comes next: "here is what happened and what we changed"."""
    return words[:1] != () and words[0] in _AHEAD and not _ASKED.isdisjoint(words[1:6])


# "There are two reasons and both are ours": the story tells them next.
_COUNTS = Lexicon(
    (
        "there are|were|is|was|have_been two|three|four|one|# separate|different|independent? reason|reasons|cause|"
        "causes|gap|gaps|fault|faults"
    ),
    "two|three|four|# separate|different? reasons|causes|gaps|faults|things",
)
_AHEAD = frozenset("here below following this we i".split())
_ASKED = frozenset("what how why".split())
_FOR_THIS = (("for", "this", "reason"), ("for", "that", "reason"))
_SORRY = frozenset("sorry apologise apologize apology regret regrets".split())
_HOW = frozenset(
    "correctly properly well adequately sufficiently consistently strictly right enough fully smoothly".split()
)
# A step that is called by these alone could stand in any letter.
GENERAL = frozenset(
    "process processes workflow workflows procedure procedures settings setting system systems rules rule role roles "
    "permission schedule plan plans standard standards check checks checking control controls file files access".split()
)
_TOOLS = frozenset("software program programme app tool tools interface script".split())
_BECAUSE = frozenset("because due since as owing".split())
DAYS = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday asin sku order".split()
)
# "The 13 broken pots have one cause": what it is comes next.
_LEADS = Lexicon(
    "have|has|had|share|shares one|a|the|two|three|# same|common|single|different? cause|causes|reason|reasons"
)
# What a seller is when things happen to them, or finds when looking: these verbs make no act of their own.
_NOT_ACTS = frozenset(
    "got received had were was been saw found identified analysed analyzed concluded noticed lost faced experienced "
    "suffered understood discovered seen came sold shipped sent delivered exceeded went fell rose dropped reached "
    "suspended deactivated removed blocked flagged rejected cancelled canceled delayed expired reported "
    "complained returned looked examined studied investigated regarded considered doing".split()
)


def symptom(statement: Statement) -> Spot | None:
    """What Amazon sees, given as the cause, with no step and no act of the seller's own behind it."""
    found, words = senses(statement), statement.words
    if not found.has("causal") or not found.has("symptom") or found.has("house"):
        return None
    if misses_step(found, words) or acted(words):
        return None
    if _LEADS.found(words) or _named(found, words) * _NAMED_ALLOWED > len(words):
        return None
    for first, last in found.of("causal"):
        if words[first] in _BECAUSE:
            return (
                next((spot for spot in found.of("symptom") if spot.first >= last), None)
                if _said(found, words, last)
                else None
            )
    return found.of("symptom")[0]


def reported(statement: Statement) -> Spot | None:
    """What somebody reported, called the cause: "the root cause was that a customer reported …"."""
    words = statement.words
    if not _REPORTING.isdisjoint(words) and not misses_step(senses(statement), words) and not acted(words):
        for first, last, _ in _REPORTED.matches(words):
            if any(spot.first < first + 3 for spot in senses(statement).of("causal")):
                return Spot(first, last)
    return None


_REPORTING = frozenset(
    "reported complained claimed alleged filed opened wrote said returned left reports received receiving got getting "
    "found detected discovered noticed flagged rated told".split()
)
_WHO = "customer|customers|buyer|buyers|client|clients|owner|complainant|purchaser|consumer|person|people"
_REPORTED = Lexicon(
    f"was|is|were|are that|because|since a|an|the|one|two|three|several|some|many|# {_WHO} .. "
    "reported|complained|claimed|alleged|filed|opened|wrote|said|returned|left|reports|told",
    f"because|since|as a|an|the|one|two|three|several|some|many|# {_WHO} .. "
    "reported|complained|claimed|alleged|filed|opened|wrote|said|returned|left|reports|told",
    f"was|is|were|are|that|in a|an|the|one|two|three|several|some|many|our|#? {_WHO} have|has|had|who|which? "
    "received|receiving|got|getting .. wrong|different|other|old|used|broken|damaged|late|expired|units|goods|"
    "another|not",
    "when|as|because|since|that|is amazon|you|your|system|systems found|detected|discovered|noticed|flagged .. "
    "our|asin|asins|listing|listings|account|accounts|product|products|item|items|connection|link|relation|that",
)


_MEASURED = frozenset("% percent rate over above below under at rating score odr ldr lsr vtr otdr ahr".split())


def only_metric(statement: Statement) -> Spot | None:
    """A figure of Amazon's and nothing else: "Cause: LSR over 4 %"."""
    words = statement.words
    if len(words) > _LONGEST_METRIC or not any(is_number(word) for word in words):
        return None
    if _MEASURED.isdisjoint(words):
        return None
    known = {at for spot in senses(statement).of("symptom") for at in range(*spot)}
    if 0 in known and all(at in known or is_number(w) or w in _BESIDE for at, w in enumerate(words)):
        return Spot(0, len(words))
    return None


_LATE = frozenset("late lateness delayed delay delays delayed tardy overdue behind".split())
_SAYS_LITTLE = frozenset("not no never was were been they them their these those this that with been".split())


def circular(statement: Statement) -> Spot | None:
    """A reason that only repeats what it explains: "they were late because they were not dispatched on time"."""
    words = statement.words
    at = next((n for n, word in enumerate(words) if n > 1 and word in ("because", "since")), -1)
    if at < 0 or len(words) - at > _LONGEST_REASON:
        return None
    before, behind = words[max(0, at - _LONGEST_REASON) : at], words[at + 1 :]
    if (
        not _LATE.isdisjoint(before)
        and (("not" in behind and any(pair in _ON_TIME for pair in pairwise(behind))) or not _LATE.isdisjoint(behind))
        and not any(is_number(word) for word in behind)
    ):
        return Spot(at, len(words))
    told = {word[:_STEM] for word in before if len(word) > _STEM - 2 and word not in _SAYS_LITTLE}
    again = {word[:_STEM] for word in behind if len(word) > _STEM - 2 and word not in _SAYS_LITTLE}
    return Spot(at, len(words)) if again and len(again & told) * 2 >= len(again) else None


_ON_TIME = (("on", "time"), ("in", "time"), ("timely", "manner"), ("within", "time"), ("at", "time"))
_STEM, _LONGEST_REASON = 6, 14
# "The other 14 units were late": the rest gets no reason at all.
_THE_REST = Lexicon(
    (
        "the other|remaining #? .. was|were|are|is|came|arrived|went late|delayed|cancelled|canceled|damaged|"
        "defective|wrong|expired|used|overdue"
    ),
    "in|for the second|third|other shipment|order|case|listing|lot|batch|delivery .. was|were|had",
    "the? other|remaining|rest .. was|were just|simply|also|too late|delayed|cancelled|damaged|defective|wrong",
)


def remainder(statement: Statement) -> Spot | None:
    """The rest of what is to be explained, told as a symptom and left at that."""
    if any(clause.dependent for clause in statement.clauses) or len(statement.words) > _SHORT_REST:
        return None
    hit = next(_THE_REST.matches(statement.words), None)
    return Spot(hit[0], hit[1]) if hit is not None else None


_SHORT_REST = 12
# What the goods did, with nobody who let it happen: "the lights overheated", "the zipper broke".
_OF_GOODS = Lexicon(
    (
        "the|our|some|these|those|two|three|# .. overheated|broke|failed|cracked|leaked|melted|burned|burnt|tore|"
        "rusted|stopped|expired|peeled|faded|shrank|smelled|exploded"
    ),
    (
        "verification|verifying|check|review|identification|approval was|were|is|has_been? failed|rejected|refused|"
        "unsuccessful|declined|not_successful|not_passed"
    ),
)


def of_goods(statement: Statement) -> Spot | None:
    """A short statement of what the goods, or Amazon's own check, did."""
    words = statement.words
    if len(words) > _SHORT_REST or not _PERSONS.isdisjoint(words) or misses_step(senses(statement), words):
        return None
    hit = next(_OF_GOODS.matches(words), None)
    return Spot(hit[0], hit[1]) if hit is not None else None


_PERSONS = frozenset("we i our my nobody because since when as after".split())
_LONGEST_METRIC = 9
_BESIDE = frozenset("% percent over above below under at of was is in the rate limit target than more and to".split())


def _said(found: Senses, words: tuple[str, ...], start: int) -> bool:
    """Whether behind "because" hardly anything but symptoms is named."""
    behind = words[start:]
    return _named(found, words, start) * 4 <= len(behind)


def pointed(statement: Statement) -> bool:
    """Whether a short statement only says that what stands before it is the cause."""
    words = statement.words
    return (
        len(words) <= 8
        and words[0] in ("that", "this", "these", "here", "it", "such")
        and senses(statement).has("causal")
    )


def symptom_alone(statement: Statement) -> Spot | None:
    """A statement of symptoms only, without a word that calls it the cause."""
    found, words = senses(statement), statement.words
    if not found.has("symptom") or found.has("house") or misses_step(found, words) or acted(words):
        return None
    return found.of("symptom")[0] if _named(found, words) * 6 <= len(words) else None


def _named(found: Senses, words: tuple[str, ...], start: int = 0) -> int:
    """How many words speak of anything but symptoms, orders and numbers."""
    fields = ("symptom", "causal", "unspecific", "sold", "trouble")
    seen = {at for field in fields for spot in found.of(field) for at in range(*spot)}
    return sum(
        1
        for at, word in enumerate(words)
        if at >= start and at not in seen and not is_number(word) and word not in DAYS and not is_code(word)
    )


def is_code(word: str) -> bool:
    """Whether a word is an identifier, a percent sign or stands for quoted words or a file: it names no thing."""
    return not word.isalpha() and (word in ("%", MASKED) or any(map(str.isdigit, word)))


# Desks and things of the seller's own that act: "our returns desk put it back", "our template had set the theme".
_HOUSE = frozenset(
    "desk department company warehouse office program system software template routine sheet table list form tool "
    "checklist procedure bench team".split()
)


_NO_DEEDS = frozenset("had have was were".split())


def acted(words: tuple[str, ...]) -> bool:
    """Whether the seller did something of their own here: "we attached three sizes to one parent"."""
    for at, word in enumerate(words):
        if word in ("we", "i"):
            verb = next((w for w in words[at + 1 : at + 4] if (is_past(w) or w in ALIKE) and w not in _NO_DEEDS), "")
            if verb and verb not in _NOT_ACTS:
                return True
        elif word in ("our", "my") and any(
            after in _HOUSE and verb not in _NO_DEEDS and (is_past(verb) or verb in ALIKE)
            for after, verb in pairwise(words[at + 1 : at + 5])
        ):
            return True
    return False
