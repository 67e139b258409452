"""Sentences that stand beside cause, actions and measures, and what they say of others there.

In the plan itself a third party is told of: what it delivered, when it closed. Beside the plan, where no day, file or
identifier is given, what is said of others is mostly judged: "they should have had their own", "she is young", "the
mill does as it pleases". There the bare form of the sentence is enough: a party as its subject, and a verb or a
predicate that is no ordinary course of trade.
"""

from __future__ import annotations

from amends.review.language.classes import classes_of
from amends.review.language.verbs import is_participle, is_past
from amends.review.language.words import MASKED, Lexicon
from amends.review.letter import parts
from amends.review.letter.pieces import once
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from amends.review.letter.pieces import Statement
    from amends.review.meaning.parties import Party

_BESIDE = frozenset((parts.OPENING, parts.CONCLUSION, parts.OTHER, parts.SIGNATURE, parts.DOCUMENTS))
_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec".split()
)
_SHORTEST_CODE = 7


def aside(statement: Statement) -> bool:
    """Whether a sentence is no point of a list of the plan and holds no day, file or identifier."""
    item = statement.item
    return (statement.part in _BESIDE or (item is not None and item.kind == "paragraph")) and _holds_none(statement)


@once
def _holds_none(statement: Statement) -> bool:
    """Whether a sentence holds no day, file or identifier."""
    words = statement.words
    for at, word in enumerate(words):
        if word.isalpha():
            continue
        if word == MASKED or (len(word) > _SHORTEST_CODE and any(map(str.isdigit, word))):
            return False
        if word[0].isdigit() and not _MONTHS.isdisjoint((*words[max(0, at - 2) : at], *words[at + 1 : at + 3])):
            return False
    return True


_COPULAS = frozenset("is are was were".split())
_ADVERBS = frozenset("simply just all still always also really only quite so too very rather far basically".split())
_ARTICLES = frozenset(("a", "an"))
# "Ottmar Feld is an authorised distributor" tells what he is to the trade.
_TRADES = frozenset(
    "distributor distributors manufacturer maker supplier wholesaler brand owner company firm dealer "
    "importer photographer "
    "packer lead manager director partner member seller reseller agent holder laboratory retailer shop store friend "
    "producer licensee licensor trader freelancer accountant employee user tenant customer buyer different separate "
    "third official authorised authorized independent registered family sole".split()
)
_SELVES = frozenset("we i our my us".split())
_OPINES = Lexicon("we|i dare_say|think|believe|suppose|assume|guess|can_only|bet|suspect|reckon|feel|would_say")
_HAND = Lexicon(
    "had|has|have a_hand|their_hand|its_hand|his_hand|her_hand|a_finger in",
    "at the bottom of",
    "behind this|it|that|these|those",
)
_ELSE = Lexicon(
    "would|could|might have|be|not .. if",
    "if .. had|would|could|did .. would|could|might",
    "had .. would|could have|not",
)
_CLEFT = Lexicon("it is|was .. who|that")
_MOCKED = Lexicon(
    "swore|swears|promised|assured|insisted|vowed up_and_down|blind|on|us|me|everything|it|they",
    "swore|swears up|blind|on|to",
    "by|of|on his|her|their own head|idea|accord|initiative|whim|invention",
    "to|wants_to|wanted_to be|play|look|seem a? the? hero|boss|star|important|clever|big",
    "as it|he|she|they pleases|likes|please|like|wants|want|sees|see",
    "in the? their|his|her own? world|dream|bubble",
    "ran|run|running|went|go|going amok|wild|riot|rogue|crazy|mad",
    "he|she young|old|new|green|lazy|stubborn|stupid|slow|clumsy|hot-headed|vain|proud|childish",
    "thinks|think|believes|imagines|fancies every|each|all|everything|himself|herself|themselves",
    "looking|looks|look|out for? .. somebody|someone|trouble|money|fault|faults .. sue|blame|complain|find",
    "look|looking for somebody|someone|trouble|fault|faults|money",
)


def belittled(statement: Statement, named: Sequence[Party]) -> tuple[str, int, int] | None:
    """Who is judged in a sentence beside the plan, with the words that do it; the seller's own gap is not looked at."""
    words = statement.words
    if not aside(statement):
        return None
    supposed = _ELSE.found(words)
    theirs = next((at for at, word in enumerate(words[:_REACH]) if word in _AMAZONS), -1)
    if theirs >= 0 and not named and _SELVES.isdisjoint(words) and (supposed or _fails(words, theirs)):
        return "amazon", theirs, min(len(words), theirs + 6)
    if words[0] == "your" and any(_is_joke(words[at:]) for at in range(1, min(len(words), 5))):
        return "amazon", 0, min(len(words), 6)
    for party in named[:4]:
        before, zone = words[max(0, party.first - 6) : party.first], words[party.last : party.last + 8]
        ours = not _SELVES.isdisjoint(before) and not _OPINES.within(words, 0, party.first)
        last = min(len(words), party.last + 6)
        if supposed or (party.kind == "amazon" and _CLEFT.within(words, max(0, party.first - 3), party.last + 2)):
            return party.kind, party.first, last
        if ours:
            continue
        if {"should", "could", "ought"}.intersection(zone[:3]) and "have" in zone[1:6]:
            return party.kind, party.first, last
        hand = _HAND.within(words, party.last, party.last + 8)
        if hand or _MOCKED.within(words, party.first, party.last + 14) or _is_called(zone):
            return party.kind, party.first, last
    return None


_LEADING = frozenset("the a an this that these those some our my one no every even and but by way most many".split())
_AUXILIARIES = frozenset("do does did has have had could would can will".split())
_DENIALS = frozenset("not never nothing nobody".split())


def left_to(statement: Statement, named: Sequence[Party], neutral: frozenset[str]) -> tuple[str, int, int] | None:
    """Who alone acts in a sentence beside the plan, beyond the ordinary course of trade (`neutral` verbs).

    Less sure than a judgement: a fact that bears on the case may be worded so, and then belongs to the cause.
    """
    words = statement.words
    if not named or not aside(statement):
        return None
    ours = not _SELVES.isdisjoint(words)
    for party in named[:4]:
        # Where nothing of the trade is named, no fact is told, whatever the verb.
        bare = not any(
            word[0].isdigit() or "@trade" in classes_of(word)
            for at, word in enumerate(words)
            if not party.first <= at < party.last
        )
        if (ours or party.vague) and not bare:
            continue
        if party.kind == "amazon" or not set(words[max(0, party.first - 4) : party.first]) <= _LEADING:
            continue
        zone = tuple(word for word in words[party.last : party.last + 6] if word not in _ADVERBS)
        if not zone:
            continue
        if bare and _does(zone):
            return party.kind, party.first, min(len(words), party.last + 6)
        if party.vague or ours:
            continue
        denied = zone[0] in _AUXILIARIES and not _DENIALS.isdisjoint(zone[1:3])
        told = zone[0] not in neutral and (is_past(zone[0]) or zone[0] in _DENIALS or _is_habit(zone[0]))
        if denied or told:
            return party.kind, party.first, min(len(words), party.last + 6)
    return None


_ANSWERS = frozenset("replied answered responded reply answer respond yet".split())


def _does(zone: tuple[str, ...]) -> bool:
    """Whether the words behind a party tell what it does, does not do, or is about."""
    after = zone[1] if len(zone) > 1 else ""
    if zone[0] in _COPULAS:
        return after.endswith("ing")
    if zone[0] in _AUXILIARIES:
        lacks = not _DENIALS.isdisjoint(zone[1:3]) and _ANSWERS.isdisjoint(zone)
        return lacks or (zone[0] in ("had", "has", "have") and not is_participle(after))
    return is_past(zone[0]) or _is_habit(zone[0])


def _is_habit(word: str) -> bool:
    return len(word) > 3 and word[-1] == "s" and word[-2] not in "su'"


_AMAZONS = frozenset(
    "agent agents reviewer reviewers representative representatives associate associates warehouse warehouses bot bots "
    "algorithm fulfilment fulfillment".split()
)
_REACH = 8
_FAILING = (
    "lose",
    "loses",
    "mix",
    "mixes",
    "break",
    "breaks",
    "steal",
    "steals",
    "ignore",
    "ignores",
    "damage",
    "damages",
)
_JOKES = frozenset(
    "fantasy fantasies fiction joke jokes lottery guesswork nonsense rubbish chaos mystery riddle trap "
    "mess farce".split()
)


def _fails(words: tuple[str, ...], at: int) -> bool:
    """Whether something of Amazon's is said to fail by habit: "warehouse loses goods every day"."""
    return words[at + 1 : at + 2] != () and words[at + 1] in _FAILING


def _is_joke(rest: tuple[str, ...]) -> bool:
    return len(rest) > 1 and rest[0] in _COPULAS and not _JOKES.isdisjoint(rest[1:4])


def _is_called(zone: tuple[str, ...]) -> bool:
    """Whether the party is said to be something: "is simply a bunch of cowboys", "are fantasy"."""
    if zone[:1] == () or zone[0] not in _COPULAS:
        return False
    rest = tuple(word for word in zone[1:] if word not in _ADVERBS)
    return rest[:1] != () and rest[0] in _ARTICLES and _TRADES.isdisjoint(rest[:5]) and len(rest) > 1
