"""How a dispute owns up without a word of guilt: a fact let slip, doubt in one's own case, regret, a remedy.

"A few of the boxes may stem from a market stall", "our designer did open the file", "in hindsight": in a plan these
tell the story, in a dispute each of them ends it.
"""

from __future__ import annotations

from amends.review.words import Lexicon

_OURS = (
    "we|i|he|she|they|designer|bookkeeper|manager|employee|partner|colleague|cousin|brother|sister|wife|husband|"
    "assistant|team|packer|agency|company|supplier|item|product|page|title|listing|picture|card|cards|parcel|parcels|"
    "label"
)
_DEEDS = (
    "use|open|copy|change|alter|edit|carry|include|contain|share|lend|let|pay|offer|mix|miss|fail|forget|run|bear|show|put|enclose|insert|"
    "mention|promise|ask|sell|list|create|register|reuse"
)
# Doubt in one's own case: what may be so after all.
DOUBTS = Lexicon(
    (
        "not|never rule|exclude|swear out? that? .. .. some|few|one|two|units|copies|jars|pieces|parcels|cards|"
        "returns|mistake|error|we|our"
    ),
    "few|some|one|two|part|units|boxes|jars .. may|might|could .. stem|come|be|have|originate|go_back",
    "may|might|could be|well that .. .. old|used|expired|opened|fake|wrong|damaged|copied|mixed|late|ours|our",
    "it is|was possible|likely|conceivable that .. we|our|some|one",
    f"{_OURS} did in_fact|indeed|really|actually|once|also|sometimes|carelessly|still? {_DEEDS}",
    "in|with hindsight|retrospect",
    "looking back",
    (
        "should|could|ought not? have|to_have .. asked|checked|read|known|noticed|seen|been|looked|kept|told|done|"
        "waited|removed|stopped|acted"
    ),
    (
        "regret|regrets|apologise|apologize|apologies|sorry|ashamed .. what|selling|listing|using|copying|mistake|"
        "error|our|lapse|wrong|happened|caused"
    ),
    "learned|learnt|lesson|lessons from|our|it|was",
    "not|never .. happen|repeat|recur|occur|be_repeated again|itself|in_future|anymore",
    "will|shall|would not .. repeat|recur",
    (
        "have|has since|meanwhile|now changed|improved|trained|tightened|revised|corrected|strengthened|introduced|"
        "stopped|rewritten"
    ),
    (
        "infringing|offending|misleading|copied|wrong|faulty|false|forbidden|prohibited pictures|picture|images|image|"
        "photos|text|words|title|claim|claims|units|items|cards|listing|listings .. removed|deleted|corrected|"
        "destroyed|taken"
    ),
    (
        "removed|deleted|corrected|destroyed|withdrew|replaced the|all|any|these|our? infringing|offending|misleading|"
        "copied|wrong|faulty|false|forbidden|prohibited"
    ),
    (
        "not all|every|each|everything of|the|our? units|items|jars|goods|pieces|invoices|pictures|photos|cards|"
        "stock|products? .. "
        "genuine|authentic|original|new|from|ours|correct"
    ),
    (
        "part|some|few|handful|couple|half|one|two|rest was|were|is|are|has_been|had_been bought|used|old|opened|"
        "expired|fake|copied|changed|"
        "taken|sourced|mixed|edited|not|late"
    ),
    (
        "we|i|there had|was|were a|some|certain|small|little|short|brief|our? .. lapse|lapses|slip|gap|weakness|"
        "shortcoming|oversight|mix-up|carelessness|mistake|error"
    ),
    "our check|checks|control|controls|process|desk|step|scan failed|missed|slipped|broke|did_not|was_not|were_not",
    (
        "our|the listing|page|title|picture|text|description|invoice|label|wording|card was|were|is|has_been .. "
        "misleading|wrong|incorrect|"
        "inaccurate|incomplete|edited|altered|unclear|unfortunate|unlucky|misplaced"
    ),
    (
        "complaint|claim|allegation|report|finding|notice|amazon|buyer|owner|brand|you has|have|had|contains|is|are "
        "some|a|partly|grain|bit|in_part? of? truth|point|merit|right|correct"
    ),
    (
        "our|my|former|previous|ex designer|bookkeeper|manager|employee|partner|colleague|cousin|brother|sister|"
        "wife|husband|assistant|agency did|has|had? "
        "open|opened|edit|edited|alter|altered|copy|copied|change|changed|registered|shared|used|took|retouched|trimmed|blacked"
    ),
    "granted|admittedly|conceded",
    "only|just|merely changed|edited|corrected|replaced|adapted|adjusted|altered|retyped|rewrote",
    (
        "asked|ask|told|paid|invited|begged him|her|them|friends|family|relatives|brother|sister|colleagues|staff .. "
        "order|orders|buy|review|write|rate|purchase"
    ),
    (
        "is|are|was|were my|our brother's|sister's|wife's|husband's|cousin's|friend's|employee's|mother's|father's|"
        "son's|daughter's"
    ),
    (
        "so|so_that|in_order|to .. listing|page|rank|ranking|product|asin would|could|should|may|might climb|rise|"
        "rank|go_up|grow|look|appear"
    ),
    "topped|filled|mixed|stretched|padded up|out|with",
    "provenance|origin|source .. not|cannot|unknown|unclear",
    "yes we|i|our|it|there|that|some|he|she",
    "of course some|a_few|one|two|it_was|we_did|there_were|there_was",
    "without permission|licence|license|consent|authorisation|authorization",
)
ASSURES = Lexicon("would|will|could never|not", "not|never|no .. without permission|licence|license|consent")
