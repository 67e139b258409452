"""Whether the words that belong to a party say something bad of it: a misdeed, a bad manner, a fault of its own.

"The courier lost two bags" holds it against the courier, "the courier replaced two lost bags" does not: what counts is
the verb of the party, an adverb or predicate beside it, and what a supplier supplied.
"""

from __future__ import annotations

from amends.review.language.words import MASKED
from amends.review.meaning.senses import senses
from amends.review.position.roles import AGENT, AUXILIARIES, MENTION, OWNER, SOURCE, is_verb
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.letter.pieces import Statement
    from amends.review.meaning.parties import Party
    from amends.review.position.roles import Part

_NOT = frozenset("not no never neither without nor any zero 0".split())
_BE = frozenset("was were been being is are be".split())
_COPULAS = _BE | frozenset(
    "seems seemed remained remains became becomes looked acted behaved proved worked works".split()
)
_MANNER = 5
_PERFECT = frozenset("has have had having".split())
_OUGHT = frozenset("should ought could".split())
# "Sent us wrong labels": what is bad of the goods is so of who supplied them, and of nobody else.
_SUPPLIES = frozenset(
    "sent sends send shipped ships delivered delivers gave gives sold sells supplied supplies made makes produced "
    "produces printed prints packed packs labelled labels filled fills used uses put puts handed hands posted "
    "provided provides wrote issued returned scanned scans entered marked marks".split()
)
_GOODS = frozenset(
    "wrong wrongly false fake faulty defective counterfeit damaged broken old outdated inferior incorrect expired "
    "unsafe untested rotten bad poor different used refurbished copied rusty mouldy moldy substandard".split()
)
_SUPPLIERS = frozenset(("supplier", "amazon", "carrier"))
# What buyers say is a complaint; only that it is untrue is held against them.
_SAY = frozenset(
    "got get gets received receive receives found find finds see sees saw said say says wrote write writes reported "
    "report reports complained complain complains returned return returns asked ask asks noticed measured showed "
    "noted contacted informed told ordered mentioned claimed claims filed opened".split()
)
# "Sent to the wrong buyer" says nothing of the buyer.
_OF_THINGS = frozenset("wrong false incorrect confused dangerous suspicious faulty inaccurate idle vague rigid".split())
# What is laid at the door of its owner: "the purchaser's imagination", "the negligence of the mill".
_FAULTS = frozenset(
    "imagination carelessness negligence misuse greed impatience mood moods whims incompetence slowness laziness "
    "stubbornness failure failures fault faults mistake mistakes error errors blunder blunders delay delays refusal "
    "silence neglect inaction indifference misconduct misbehaviour misbehavior disorder chaos sloppiness ignorance "
    "arrogance bureaucracy manoeuvre maneuver manoeuvres tricks lies handiwork inattention oversight confusion bug "
    "bugs glitch glitches malfunction breakdown collapse strike strikes".split()
)
# One of ours who copied or skipped something is told of, a rival who did is accused.
_IN_TRADE = frozenset("copied copies copying skipped skips duplicated missed destroyed destroys destroy".split())
_WAYS = (("way",), ("manner",))
_UNTRUE = frozenset("false falsely fake fabricated untrue baseless lied lying lies cheating invented dishonest".split())
# Of a buyer these are no misdeeds: what is refused, lost, missed or broken in their hands is the complaint itself.
_BEFALLS = frozenset(
    "refused refuse lost missed missing confused broke broken stopped cancelled failed misread".split()
)
_PASSES = frozenset("and or also then just simply never".split())
_PASSED = frozenset("always constantly forever again simply just often still now even also been all".split())
# Behind these something else is spoken of.
_ANEW = frozenset("why whether that how what which if as than of for a an the".split())
# So many words may stand between a verb and the deed: "keeps on losing", "decided to ignore".
_CATENATIVES = frozenset(
    "keeps kept keep started began decided chose chooses likes tends managed manages continues continued prefers "
    "preferred loves wanted wants tried tries admitted admits".split()
)


def speaks_ill(statement: Statement, party: Party, part: Part) -> bool:
    """Whether something bad is said of a party by the words of its part."""
    found = senses(statement)
    words = statement.words
    # "An over-sensitive algorithm", "careless pickers": what it is called goes with it wherever it stands.
    if any(last == party.first and words[first] not in _OF_THINGS for first, last in found.of("ill-manner")):
        return True
    if part.role == MENTION:
        return False
    if part.role == AGENT:
        near, far = part.last - 2, party.last + _MANNER
        bad = any(near <= spot.first < part.last for spot in found.of("misdeed")) or any(
            near <= spot.first < far and (spot.first < part.last or spot.last - spot.first > 1)
            for spot in found.of("ill-manner")
        )
        return bad and _NOT.isdisjoint(words[max(0, near - 2) : part.last]) and not _tells(party, words)
    if part.role in (SOURCE, OWNER):
        at = part.first if part.role == OWNER else part.last - 1
        if part.role == SOURCE and words[part.last : part.last + 1] != ("of",):
            return False
        named = words[at : at + 2] if part.role == OWNER else words[at : at + 1]
        bad = not _FAULTS.isdisjoint(named) and _NOT.isdisjoint(words[max(0, at - 3) : at])
        return bad and not _tells(party, words)
    verb = next((at for at in range(part.first, part.last) if is_verb(words[at])), part.first)
    if party.vague and words[party.first].isalpha() and verb > party.last + 3:
        return False
    if words[verb] in _OUGHT:
        return "have" in words[verb : verb + 4] and "we" not in words[verb : part.last]
    if party.kind == "buyers" and not _UNTRUE.isdisjoint(words[verb : part.last]):
        return True
    if party.kind == "buyers" and words[verb] in _SAY:
        return False
    for first, _ in found.of("misdeed"):
        if part.first <= first < part.last and _does(words, part.first, verb, first):
            if party.kind == "buyers" and words[first] in _BEFALLS:
                continue
            if first == party.last and first + 1 == len(words):
                # "Listed as customer damaged": a name of a state.
                continue
            return not _tells(party, words) and not (party.kind == "staff" and words[first] in _IN_TRADE)
    for first, last in found.of("ill-manner"):
        if part.first <= first < part.last and _NOT.isdisjoint(words[max(part.first, first - 3) : first]):
            copula = any(word in _COPULAS for word in words[max(part.first, first - 3) : first])
            if copula or last - first > 1 or words[first].endswith("ly") or words[last : last + 1] in _WAYS:
                return not _tells(party, words)
    if party.kind in _SUPPLIERS and not party.vague and words[verb] in _SUPPLIES:
        return any(word in _GOODS for word in words[verb + 1 : min(part.last, verb + 6)])
    return False


def _does(words: tuple[str, ...], begin: int, verb: int, deed: int) -> bool:
    """Whether a deed is the verb itself, or hangs on it, and is neither denied nor suffered."""
    if deed < verb:
        # "Courier lose many parcel": a verb without its ending.
        return deed == begin
    between = words[verb:deed]
    if not _NOT.isdisjoint(between) or not _ANEW.isdisjoint(between):
        return False
    if deed == verb:
        return True
    if words[verb] in _BE or (words[verb] in _PERFECT and not _BE.isdisjoint(between)):
        # "Was lost" is suffered; "is losing", "are always losing" are done.
        return words[deed].endswith("ing") and all(word in _BE or word in _PASSED for word in between)
    if words[verb] in AUXILIARIES:
        return deed - verb < _MANNER
    return words[verb] in _CATENATIVES or words[deed - 1] in _PASSES


def _tells(party: Party, words: tuple[str, ...]) -> bool:
    """Whether one of ours is spoken of, and a number or a file stands there: a fact of the story."""
    return party.kind == "staff" and any(word[0].isdigit() or word == MASKED for word in words)
