"""Denial by its words: what sellers write when they say that it is not so, or keep the charge at a distance.

The forms that need no word of denial stand in `contesting.py`.
"""

from __future__ import annotations

from amends.review.language.words import Lexicon
from amends.review.meaning.senses import Spot

DENIES = Lexicon(
    "we|i|account|store|company have|has|had? never|not .. violated|infringed|manipulated|breached|broken",
    (
        "we|i have|had? never|not .. sold|listed|sell|list|offered .. used|fake|counterfeit*|inauthentic|"
        "expired|restricted|prohibited|infringing|illegal|such|unauthentic"
    ),
    "we|i never|not .. violated|infringed|manipulated|asked_for|paid_for|bought_reviews",
    "we|i did|do|does not|never violate|breach|infringe|manipulate|break|commit",
    "we|i did|do|does|have not|never own|control|operate|open|owned|opened|operated .. account|accounts",
    "we|i do not believe|think .. violat*|infring*|breach*|policy",
    "we|i are|am|were not guilty|responsible|at fault",
    "not|never our|my fault",
    "removed|deactivated|suspended|closed|enforced|taken|made|issued|flagged in error",
    "removed|deactivated|suspended|closed|flagged by mistake|wrongly",
    (
        "wrongly|mistakenly|unfairly|incorrectly|falsely removed|deactivated|suspended|closed|flagged|"
        "accused|linked|related"
    ),
    "we|i dispute|deny|contest|reject",
    "we|i .. and dispute|deny|contest|reject",
    "no rule|rules|policy|law was|were ever? broken|violated|breached|infringed",
    "fully compliant|legal|lawful",
    (
        "we|i do|did|does|have not|never do|done|practise|practice|engage_in|use|run|carry_out|go_in any? "
        "drop_shipping|dropshipping|drop-shipping|manipulation|such_things|fakes"
    ),
    (
        "always|only|exclusively .. sold|sell|sells|offered|bought|buys|buy only|exclusively|nothing_but? "
        "genuine|authentic|original|new|legal|licensed"
    ),
    (
        "whole|entire|all our|the|my? stock|goods|products|range comes|came|come|is|are only|exclusively|"
        "always|all from|genuine|original|authentic"
    ),
    "nothing improper|irregular|unlawful|illegal|wrong|suspicious|forbidden was|is|were|has_been found|done|sold|there",
    "contained|contains|carried|had|showed no|not_any|none .. whatsoever|at_all|of_any_kind",
    "was|were|is|are not done|made|sold|sent|written|paid by us|me|our",
    "false|baseless|unfounded|malicious|bogus complaint*|accusation*|claim*|allegation*|report*",
    "complaint*|accusation*|claim*|allegation* is|was|are|were false|baseless|unfounded|untrue|wrong|incorrect",
    "there|this is|was no violation|infringement|breach|reason",
    "did not violate",
    (
        "policy|rule|rules|clause|section|law|terms .. not|never .. apply|applies|applicable|engaged|breached|broken|"
        "violated|infringed|triggered"
    ),
    "not stealing|theft|stolen|fraud|misuse",
    "we|i violated|broke|breached|infringed|broken no|none",
    (
        "products|items|units|goods|jars|stock are|is|was|were never .. expired|used|fake|counterfeit|"
        "defective|inauthentic|opened"
    ),
    "nothing wrong|illegal|against",
    (
        "none|not_one of our|the .. ever? was|were|is|are ever? fake|counterfeit|used|expired|inauthentic|"
        "infringing|defective"
    ),
    "we|i are|am|were innocent",
    "no wrongdoing|fault of",
    "without .. any? reason|cause",
    "no relation|connection|link|ties to|with .. account|it|them|that|this|him|her",
    "not related|connected|linked to .. account",
    "our|my|the|all? products|items|product are|is|were 100? %? genuine|authentic|original",
    (
        "suspension|removal|deactivation|decision|complaint|claim|notice|enforcement|allegation|block|closure is|"
        "was|were "
        "not|never|hardly warranted|justified|deserved|merited|called_for|necessary|fair|founded|reasonable|proper"
    ),
    "nothing|little .. justif*|warrants|warranted|deserves|deserved|calls_for|called_for",
    (
        "no|not_any|without reason|reasons|ground|grounds|cause for|to .. suspend*|remov*|deactivat*|clos*|complain*|"
        "block*"
    ),
    (
        "not|un aware|conscious|guilty of any|having|ever|anything|a|such .. violation|breach|wrong|against|"
        "infringement|misconduct"
    ),
    "we|i are|am|were|have_been in the right",
    "we|i acted|act|behaved|worked correctly|properly|lawfully|legally|within|according_to",
    "not|never resemble|resembles|copy|copies|imitate|imitates|look_like|infringe|infringes",
    (
        "statement|claim|claims|story|version|complaint|allegation|report .. not|hardly|nowhere match|matches|fit|"
        "fits|agree|"
        "agrees|correspond|corresponds|tally|tallies|reflect|reflects|add_up|adds_up"
    ),
    (
        "what the|each|every? buyer*|customer*|client*|he|she|they got|received|bought|ordered|was_sent is|was|were "
        "new|original|genuine|authentic|correct|unused|right|unopened"
    ),
    "has|have|had|did not|never engaged|engage|participated|taken_part|been_involved|been_engaged in any?",
    (
        "we|i|company never did|do|done|used|practised|practiced|made any? drop_shipping|dropshipping|drop-shipping|"
        "manipulation|such|fakes"
    ),
    (
        "kept|keep|followed|obeyed|respected .. your|the|every|all|each rule|rules|policy|policies .. always|every|"
        "all_the_time|at_all_times"
    ),
    "misreading|misunderstanding|misinterpretation|confusion|error by|of|from|on your|amazon*",
)
NOT_DENIED = Lexicon(
    "make|made sure",
    "to ensure|prevent|avoid",
    "so that",
    "if we|i",
    "until|unless",
    "will|shall|must not",
    "no|any reason|reasons code|codes|field|column|list|tool",
)
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
    "we|i .. doubt|question|wonder whether|that|if the|this|your|any|a|it",
    "without any? legal? duty|obligation|need|necessity",
    "is|are|was|were .. still|yet good|fit|fine|usable|edible|safe",
    "although|though|while|even_though .. we|i .. convinced|sure|certain|persuaded|confident|of_the_opinion",
    "never|not been|had|was a|any problem|problems|issue|issues|trouble with|before|for us|here|our",
    "although|though|even_though|albeit .. is|are|was|were perfectly|still|quite|completely|absolutely|in|all .. fine|"
    "good|order|right|new|genuine|correct|safe|whole|intact|usable|edible|fresh",
)
_EXCEPT = frozenset("wrong old without none no missing unlabelled half opened".split())


def kept_open(words: tuple[str, ...]) -> Spot | None:
    """Words that keep the charge at a distance or leave it open, also behind an "if" or a "whether"."""
    return distanced(words) or doubted(words)


def distanced(words: tuple[str, ...]) -> Spot | None:
    """Words that keep the charge at a distance: they deny wherever they stand."""
    if not _DISTANCE.found(words):
        return None
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
        "norm|law|user|consumer? .. touched|overcharged|misled|deceived|endangered|"
        "cheated|worse|complained|breached|broken"
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


def doubted(words: tuple[str, ...]) -> Spot | None:
    """Words that leave the charge open, or find nothing that would carry it."""
    hit = next(_DOUBTED.matches(words), None) if _DOUBTED.found(words) else None
    if (
        hit is None
        or words[0] in ("unless", "until")
        or not _WITHDRAWN.isdisjoint(words)
        or (words[hit[0]] in ("whether", "if") and hit[0] > 2)
    ):
        return None
    return Spot(hit[0], hit[1])


# "We withdraw the appeal, in which we had said otherwise."
_WITHDRAWN = frozenset("withdraw withdraws withdrew withdrawn retract retracted wrongly mistakenly".split())
