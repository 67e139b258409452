"""Denial without a word of dispute: the thing is said not to be what the notice says it is.

"The tea is not expired", "we do not see that it is a duplicate", "if one may speak of a violation at all", "refunded
purely as a gesture": no word here says no to Amazon, and yet each takes back what a plan owns up to. It is read from a
negated "is" and a charge behind it, a virtue said of the goods, an opinion withheld, and words that keep the charge at
a distance.
"""

from __future__ import annotations

from itertools import pairwise

from amends.review.language.verbs import is_participle
from amends.review.language.words import MASKED, Lexicon, is_number
from amends.review.meaning.missing_step import SELF, misses_step
from amends.review.meaning.senses import Senses, Spot
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_BE = frozenset("is are was were be been 's am remains remain remained being".split())
_NOT = frozenset("not never no neither hardly scarcely nowise".split())
_BETWEEN = frozenset(
    "a an the any real really truly true at all in fact kind kinds sort of such what so even actually by means way our "
    "ever itself themselves simply legally strictly single one to be called".split()
)


_THOUGHT = frozenset("thought believed assumed claimed said maintained supposed told wrote held written".split())
_HEDGED = frozenset(
    "if whether until unless ensure ensures prevent prevents avoid must should will shall only other others more since "
    "further remaining rest new checks verifies confirms because before would could cannot who nobody".split()
)

_SINCE_MENDED = frozenset("now since again today from after once when until currently meanwhile corrected new".split())

_OPINIONS = frozenset(
    "see believe think consider find regard view feel understand share recognise recognize accept agree concede hold "
    "deem reckon".split()
)
_FAIL_TO = frozenset(("fail", "unable", "struggle"))

# The charge is named and kept at a distance.
_DISTANCE = Lexicon(
    "if at_all",
    (
        "if .. may|can|could|should|might|wants|want|must .. speak|call|talk|say .. violation|breach|offence|"
        "infringement|misuse|this"
    ),
    (
        "so-called|so_called|alleged|supposed|purported|ostensible|would-be violation|violations|"
        "infringement|breach|misuse|manipulation|offence"
    ),
    "in the eyes of .. algorithm|machine|system|robot|bot|amazon|reviewer|computer",
    "only|merely|purely on|in paper|theory",
    (
        "what|which amazon|you call|calls|called|regard|regards|take|takes .. for|as? violation|misuse|"
        "breach|late|duplicate|manipulation"
    ),
    "for amazon|you .. is|was a violation|breach|offence",
    (
        "purely|merely|only|solely|just as|out|by|for|from a|of|way? .. gesture|courtesy|goodwill|kindness|"
        "precaution|caution|accommodation|favour|favor|cooperation"
    ),
    "as|out a|of gesture|courtesy|goodwill|good_will|pure_goodwill|kulanz",
    (
        "without .. admitting|admission|prejudice|recognition|recognising|recognizing|acknowledging|"
        "acknowledgement|conceding|accepting .. fault|guilt|liability|violation|obligation|wrong|breach|any|"
        "it|this|that"
    ),
    (
        "although|though|even_if|even_though|while|albeit .. never|not took_place|happened|occurred|existed|"
        "take_place|happen|occur|exist|needed|necessary|required|wrong|our_fault"
    ),
    "although|though|even_if|even_though|while|albeit|but .. always been|had|were|was|have|carried",
    "never|not took|take|taken place",
    "never|not happened|occurred|existed",
    "not|never|hardly|scarcely|no deserve|deserved|merit|merited|warrant|warranted",
    (
        "ought|should not|never? .. count|counted|be_in|stand_in|belong|have_been|weigh|figure .. rate|us|"
        "against|defect|defects|late|removed|blocked|flagged"
    ),
    (
        "not|never real|true|genuine|actual|proper defect|defects|violation|violations|complaint|complaints|"
        "claims|breach|problem|problems"
    ),
    "is|are|was|were matter|question of taste|opinion|interpretation|definition",
    "open|subject to interpretation|debate|question",
    "free to sell|use|offer|list|trade",
    "entitled to .. it|sell|use|offer|list|price|claim|reimbursement|money|do|ask",
    "nothing but customer|good|normal|usual|ordinary|service|a_thank|thank",
    "not .. but|rather customer|good|normal|a_thank|service|only_a|simply|merely|a_gift|thanks|usual",
    "beyond question|doubt|dispute|reproach|any_doubt|all_doubt",
    "did .. no harm|wrong|damage",
    "had|have|has|carried|bore|wore .. when|until|as|before .. left us|our",
    "calling|terming|styling|naming|speaking_of|talking_of this|that",
    "stretch*|strain*|exaggerat*|overstat* the? word|term|concept|notion|meaning|facts|matter|language",
    "not .. be? read|taken|understood|construed|interpreted|meant as",
    "although|though|while|albeit .. our|my firm|own|clear|honest? finding|view|belief|conviction|opinion|position",
    "it|this|that is|remains our|my firm|own|clear? finding|view|belief|conviction|opinion|position|understanding",
    "because|since|only you|amazon require|requires|insist|insists|demand|demands|want|wants it|one|this|so",
    "to be|stay on_the_safe_side",
    "was|were|is|are only|merely|just unpacked|opened|tried|unwrapped|touched|displayed|shown .. for|to|by|at",
    "although|though|even_though .. had|has|have received|got|been_sent .. right|correct|same|ordered|new|paid_for",
    "without any? legal? duty|obligation|need|necessity",
    "is|are|was|were .. still|yet good|fit|fine|usable|edible|safe",
    "although|though|while|even_though .. we|i .. convinced|sure|certain|persuaded|confident|of_the_opinion",
    "never|not been|had|was a|any problem|problems|issue|issues|trouble with|before|for us|here|our",
    "although|though|even_though|albeit .. is|are|was|were perfectly|still|quite|completely|absolutely|in|all .. fine|"
    "good|order|right|new|genuine|correct|safe|whole|intact|usable|edible|fresh",
)
_EXCEPT = frozenset("wrong old without none no missing unlabelled half opened".split())


def contested(found: Senses, words: tuple[str, ...]) -> Spot | None:
    """Words that say that it is not so, in the parts of a letter in which one explains."""
    if not _HEDGED.isdisjoint(words[:1]):
        return None
    return (
        _in_order(found, words)
        or next(_negated(found, words), None)
        or _virtuous(found, words)
        or _not_seen(found, words)
        or _never_one(found, words)
        or _wholly(found, words)
        or _no_such(found, words)
        or _not_by_us(found, words)
        or _flat(found, words)
    )


def kept_open(words: tuple[str, ...]) -> Spot | None:
    """Words that keep the charge at a distance or leave it open, also behind an "if" or a "whether"."""
    return distanced(words) or _doubted(words)


def taken_back(found: Senses, words: tuple[str, ...]) -> Spot | None:
    """What an action or a measure takes back in passing: "although no stranger has ever been in our account"."""
    far = distanced(words)
    if far is not None or not found.has("aside"):
        return far
    return _in_order(found, words) or next(_negated(found, words), None) or _doubted(words) or _wholly(found, words)


def distanced(words: tuple[str, ...]) -> Spot | None:
    """Words that keep the charge at a distance: they deny wherever they stand."""
    for first, last, _ in _DISTANCE.matches(words):
        if words[last - 1] in ("us", "our") and not _EXCEPT.isdisjoint(words[first:last]):
            continue
        return Spot(first, last)
    return None


# The charge is left open, or nothing is found that would carry it.
_DOUBTED = Lexicon(
    "whether .. really|truly|actually|at_all|in_fact|even",
    (
        "whether|if .. may|can|must|should|shall|remains|is|remain be_left|remain_open|be_doubted|doubtful|"
        "debatable|open|another|to_be_seen|questionable"
    ),
    (
        "which|what rule|rules|policy|law|line|right|part|obligation .. broken|breached|violated|touched|"
        "infringed|harmed|hurt|is_meant|not_clear|unclear|mystery"
    ),
    "where|when|though|although|while there is|was|are|were none|nothing|no_such",
    (
        "nothing .. our|my|this|that|the side|page|account|product|case|title|text .. called|call|justify|"
        "justified|warrant|deserve|deserved|forbidden|illegal|wrong|objectionable"
    ),
    (
        "rule|standard|right|law|norm|buyer|customer|person|patient|limit|obligation was|were|is|has_been|"
        "came touched|harmed|hurt|injured|affected|concerned|overcharged|misled|deceived|endangered|to_harm|"
        "disadvantaged|cheated"
    ),
    (
        "no|not_one|not_a_single|nobody|no_one|none buyer|customer|person|child|one|of|rule|standard|right|"
        "norm|law|user|consumer? .. harmed|hurt|injured|touched|overcharged|misled|deceived|endangered|harm|"
        "cheated|damage|worse|complained|breached|broken"
    ),
    (
        "facts|papers|figures|documents|records|books|file|tests|pictures speak|say|tell|show|point a|an|"
        "another|the|otherwise different|another|other|contrary|opposite|language|story|way"
    ),
    "say|says|said|show|shows|tell|tells otherwise|differently|the_contrary|the_opposite|something_else|another_story",
    "can_not|not|hardly|no|never .. be spoken|speak|talk of",
    "no .. can|could be spoken_of|talk|question|a_question",
    (
        "complaint|complaints|claim|claims|allegation|report|reports|accusation is|are|was|were .. invented|"
        "made_up|exaggerated|fabricated|untrue|fiction|retaliation|revenge|mistaken"
    ),
    "misses|miss|missed|ignores|overlooks|distorts|contradicts the|all facts|fact|point|truth|reality|mark",
    "do|did|does|have not|never drop|manipulate|sell|cheat|buy .. and|nor|or|neither never|did|do|have|will|ever",
    "has|have|had not|no part|influence|effect|bearing in|on",
    (
        "nobody|no_one|none|no_seller|no_company|anybody|anyone can|may|could|should own|claim|monopolise|monopolize|"
        "protect|forbid|register|reserve"
    ),
    "no|without influence|effect|bearing on the|their|any|these? review|reviews|ranking|rating|sale|sales|result",
    "found|find|see|saw|sees|detect|detected .. nothing|none|no_trace|no_sign of|which|that",
    "because|since|as|for it|they|these|those was|were|is|are new|good|fine|ours|right|real",
    (
        "still|firmly|remain|remains|nevertheless|nonetheless hold|believe|think|maintain|insist|convinced|"
        "persuaded|confident|sure|certain|stand of|that|our|the|by|to"
    ),
    "continue|continues to hold|believe|think|maintain|insist|say",
    "exactly|precisely|just what .. ordered|described|promised|agreed|shown|paid|bought",
    "no|not_one|never .. ever been|had|was|were|seen|used|set|entered|touched|opened",
    "deserves|deserve|needs|need no other|such name|label|word",
    "not|cannot|no .. find|see|detect|discover|recognise|recognize .. mistake|error|fault|violation|breach|guilt",
    "mixed_up|confused|confounded .. with another|other|someone|somebody|a_different|that_of",
    "sell|sells|sold|offer|buy|ship|stock .. original|genuine|authentic|new|licensed .. only|exclusively|always",
    "hardly|scarcely|not|never belong|belongs to .. anybody|anyone|somebody|one",
    "received|got|receives|gets|has what they|he|she|it|was|is|had|one .. ordered|bought|paid|wanted|expected|shown",
)


def _doubted(words: tuple[str, ...]) -> Spot | None:
    hit = next(_DOUBTED.matches(words), None)
    if not _WITHDRAWN.isdisjoint(words):
        return None
    return Spot(hit[0], hit[1]) if hit is not None and not (words[hit[0]] in ("whether", "if") and hit[0] > 2) else None


# "We withdraw the appeal, in which we had said otherwise."
_WITHDRAWN = frozenset("withdraw withdraws withdrew withdrawn retract retracted wrongly mistakenly".split())
_THEMSELVES = frozenset("themselves itself perfectly fully completely".split())
_ALL = frozenset("all every each both entire whole none always ever".split())
_PRESENT = frozenset("is are remains remain belong belongs works".split())
_PART = frozenset("other others only some part".split())


def _in_order(found: Senses, words: tuple[str, ...]) -> Spot | None:
    """The contrary of the charge, said of all, or in general, or with a word that takes back: "in reality"."""
    spots = found.of("in-order")
    if not spots:
        return None
    aside = found.has("aside")
    for first, last in spots:
        before = words[:first]
        near = words[max(0, first - 9) : first]
        if not _DENIERS.isdisjoint(words[max(0, first - 5) : first]) or not _UNSETTLED.isdisjoint(before):
            continue
        if not OF_PAPERS.isdisjoint(near[-5:]):
            continue
        if not _THOUGHT.isdisjoint(near) or not _PART.isdisjoint(near) or _in(found, "of-amazon", first - 4, first):
            continue
        if any(spot.first < last + 2 and spot.last > first - 3 for spot in found.of("diligence")):
            continue
        counted = any(is_number(w) and before not in _KNOWN for before, w in pairwise(("", *near[-4:])))
        every = not _ALL.isdisjoint(near) or not _THEMSELVES.isdisjoint(near)
        stands = not _PRESENT.isdisjoint(near[-3:]) and _SINCE_MENDED.isdisjoint(words)
        stood = not _BE.isdisjoint(near[-3:]) and "because" in near[-5:]
        if (aside or every or stood or (stands and not counted)) and MASKED not in words:
            return Spot(max(0, first - 2), last)
    return None


def _at(found: Senses, field: str, place: int) -> bool:
    """Whether a field begins at this word."""
    return place in [spot.first for spot in found.of(field)]


def _in(found: Senses, field: str, first: int, last: int) -> bool:
    """Whether a field begins among the words from `first` up to `last` (not included)."""
    return any(first <= spot.first < last for spot in found.of(field))


# A plan is valid and a licence fair to nobody's harm.
OF_PAPERS = frozenset(
    "plan plans measure measures contract licence license passport certificate policy insurance".split()
)
_KNOWN = frozenset("the these those all our both".split())
_DENIERS = _NOT | frozenset("without nobody none nor lacked missing as".split())
_UNSETTLED = frozenset(
    "if whether until unless ensure ensures prevent prevents should must will shall would so only before can "
    "could".split()
)


def _negated(found: Senses, words: tuple[str, ...]) -> Iterator[Spot]:
    """ "It is not expired", "there was no used item in it"."""
    for at, word in enumerate(words):
        if word not in _NOT or at == 0:
            continue
        can = words[at - 1] in ("can", "could") and words[at + 1 : at + 2] == ("be",)
        if not (can or words[at - 1] in _BE) or not _HEDGED.isdisjoint(words[max(0, at - 8) : at - can]):
            continue
        end = at + 1
        while end < len(words) and end <= at + 5 and words[end] in _BETWEEN:
            end += 1
        if end == len(words) or words[at + 1 : at + 2] in (("only",), ("just",), ("always",), ("yet",)):
            continue
        if not _at(found, "charge", end):
            of_goods = _in(found, "goods", at - 6, at) or (word == "no" and words[end + 1 : end + 2])
            if not (of_goods and _at(found, "charge-of-goods", end)):
                continue
        if any(at < spot.first <= end + 2 for spot in (*found.of("process"), *found.of("diligence"))):
            # "There was no duplicate check" names what was missing.
            continue
        if not _THOUGHT.isdisjoint(words[:at]) and misses_step(found, words, strict=True):
            continue
        yield Spot(at - 1, end + 1)


# "With these steps we are compliant" speaks of what the plan brings.
_BY_THIS = frozenset("with by through thanks".split())


def _virtuous(found: Senses, words: tuple[str, ...]) -> Spot | None:
    """ "$88.00 is a fair price", "the second claim was justified"."""
    if (
        words[0] in _BY_THIS
        or MASKED in words
        or not found.has("virtue")
        or not _NOT.isdisjoint(words)
        or misses_step(found, words)
    ):
        return None
    for at, _ in found.of("virtue"):
        be = next((n for n in range(at - 1, max(-1, at - 5), -1) if words[n] in _BE), -1)
        if be < 1 or any(w not in _BETWEEN and not w.endswith("ly") and w != "and" for w in words[be + 1 : at]):
            continue
        if not _SINCE_MENDED.isdisjoint(words[max(0, be - 6) : at + 7]) or not _HEDGED.isdisjoint(words[:at]):
            continue
        if _in(found, "of-amazon", be - 6, be) and SELF.isdisjoint(words[max(0, be - 6) : be]):
            continue
        if not _THOUGHT.isdisjoint(words[:be]) or any(is_number(w) for w in words[at + 1 :]):
            continue
        return Spot(be, at + 1)
    return None


_WITHHELD = frozenset("that this it these any a an how why where what".split())
_TOO_PLAIN = frozenset(("old", "wrong"))


def _not_seen(found: Senses, words: tuple[str, ...]) -> Spot | None:
    """ "We do not see that it is a duplicate", "I fail to see a violation"."""
    for at, word in enumerate(words):
        if word not in _OPINIONS or at == 0:
            continue
        before = words[max(0, at - 4) : at]
        if SELF.isdisjoint(before) or (_NOT.isdisjoint(before) and _FAIL_TO.isdisjoint(before)):
            continue
        charged = _in(found, "charge", at + 1, at + 9) or any(
            at < spot.first < at + 9 and words[spot.first] not in _TOO_PLAIN for spot in found.of("charge-of-goods")
        )
        if charged and words[at + 1] in _WITHHELD:
            return Spot(at - 1, min(len(words), at + 6))
    return None


_NEVER = frozenset(("never", "jamais", "nie", "nunca", "no-one", "nobody", "none"))
_GAINED = frozenset("received receive got paid pay given gave asked offered promised bought sold rewarded".split())
_FOR = frozenset("review reviews stars rating ratings feedback opinion".split())


def _never_one(found: Senses, words: tuple[str, ...]) -> Spot | None:
    """ "Never has a customer received something for a review"."""
    at = next((n for n, word in enumerate(words) if word in _NEVER), -1)
    if at < 0 or _FOR.isdisjoint(words[at:]) or misses_step(found, words):
        return None
    deed = next((n for n in range(at + 1, min(len(words), at + 9)) if words[n] in _GAINED), -1)
    return Spot(at, deed + 1) if deed >= 0 and not any(at < s.first < deed for s in found.of("diligence")) else None


# "In no way did anybody compare the lists" names a step that was missing.
_OF_OWN_GAPS = ("diligence", "process", "knowing", "believing")
_ANYBODY = frozenset("nobody none one anybody anyone".split())
_REACH = 9


def _wholly(found: Senses, words: tuple[str, ...]) -> Spot | None:
    """ "We have not made use of the mark in any way", "not a single order was confirmed before it left"."""
    if not found.has("wholly") or not _SINCE_MENDED.isdisjoint(words) or misses_step(found, words):
        return None
    for first, last in found.of("wholly"):
        near = range(max(0, first - _REACH), last)
        at = next((n for n in near if words[n] in _NOT or words[n] in ("nothing", "nowhere")), -1)
        stretch = words[max(0, first - _REACH) : last + _REACH]
        if at < 0 or not _ANYBODY.isdisjoint(stretch) or _TO_COME.intersection(stretch):
            continue
        start, end = min(at, first), max(at + 1, last)
        if not any(
            _in(found, field, start - 1, end + _REACH) for field in ("diligence", "process", "knowing", "believing")
        ):
            return Spot(start, end)
    return None


_TO_COME = frozenset("will shall can must should may cannot".split())


def _no_such(found: Senses, words: tuple[str, ...]) -> Spot | None:
    """ "No jar was beyond its date"."""
    if not found.has("charge") or misses_step(found, words):
        return None
    for at, word in enumerate(words):
        if word != "no" or not _in(found, "goods", at + 1, at + 4) or _TO_COME.intersection(words[at:]):
            continue
        be = next((n for n in range(at + 2, min(len(words), at + 7)) if words[n] in _BE), -1)
        if be > 0 and _in(found, "charge", be + 1, be + 4):
            return Spot(at, be + 2)
    return None


_US = frozenset("us me ourselves myself our".split())


def _not_by_us(found: Senses, words: tuple[str, ...]) -> Spot | None:
    """ "They were not influenced by us"."""
    if "by" not in words or misses_step(found, words):
        return None
    for at, word in enumerate(words[:-3]):
        if word in _NOT and words[at + 2] == "by" and words[at + 3] in _US and is_participle(words[at + 1]):
            return Spot(at, at + 4)
    return None


_SHORTEST_TALE = 7
_PRONOUNS = frozenset("it they this that these those there he she".split())
_FINE = frozenset("new fine good right correct ok okay perfect".split())


def _flat(found: Senses, words: tuple[str, ...]) -> Spot | None:
    """ "The product was new": a few words that praise the goods and tell nothing."""
    if not 2 < len(words) <= _SHORTEST_TALE or words[-2] not in _BE or words[-3] in _PRONOUNS or not found.has("goods"):
        return None
    return Spot(0, len(words)) if words[-1] in _FINE or _at(found, "virtue", len(words) - 1) else None
