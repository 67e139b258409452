"""How a dispute owns up without a word of guilt: a fact let slip, doubt in one's own case, regret, a remedy.

"A few of the boxes may stem from a market stall", "our designer did open the file", "in hindsight": in a plan these
tell the story, in a dispute each of them ends it.
"""

from __future__ import annotations

from amends.review.language.verbs import ALIKE, is_participle, is_past
from amends.review.language.words import Lexicon
from amends.review.meaning.senses import Spot
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

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


# What sellers do all day, and what a dispute tells of its own proofs.
_PLAIN = frozenset(
    "bought purchased acquired sourced imported ordered received got sold sent shipped dispatched delivered paid "
    "invoiced "
    "uploaded submitted provided attached enclosed obtained requested asked wrote signed leased rented moved "
    "registered "
    "founded incorporated opened closed compared checked examined counted verified reviewed read found saw showed "
    "shown "
    "confirmed stated answered replied explained notified informed contacted called disputed denied appealed "
    "filed kept "
    "stored held owned operated run ran produced manufactured made designed drew printed photographed tested measured "
    "licensed authorised authorized appointed hired employed worked lived stayed began started ended created came went "
    "left said told noticed identified looked searched collected took placed packed handed engaged retained instructed "
    "supplied issued joined met spoke named listed been gave installed listened saved recorded written taken".split()
)
_OURS_ARE = frozenset("we i our my".split())
_BE = frozenset("was were been is are".split())
_HAVE = frozenset("had have has".split())
_PAPERS = frozenset(
    "invoice invoices bill bills document documents stamp address date name number page certificate letter "
    "receipt figure "
    "quantity pdf file model".split()
)
_ALTERED = frozenset(
    "added updated changed completed filled corrected inserted edited adjusted amended replaced covered".split()
)
# A dispute has nothing to mend: who promises, or says what runs from now, concedes.
_MENDS = Lexicon(
    "from now|today|here on|onwards",
    "in|for the? future",
    "going|moving forward",
    "we|i promise|promises|undertake|vow",
    (
        "we|i will|shall .. check|train|improve|ensure|compare|control|monitor|prevent|avoid|watch|verify|be_more|"
        "make_sure|never"
    ),
    "not .. our|my intention|intent|aim|wish",
    "would understand|accept a|the|some warning|fine|penalty|note",
    "strictly speaking",
    "in all? honesty|truth",
    "between us",
    "to be? honest|open|frank|fair",
    "is|are|was justified|right|correct|true|understandable in_so_far|insofar|as_far|partly|to_some|to_a",
    "only|just the? first|one|part|half|some .. from|by|of",
    "is|remains a fact",
    (
        "before .. permit|licence|license|approval|authorisation|authorization|consent came|arrived|was_there|"
        "was_issued|existed"
    ),
)


def told_against(draft: Draft, statement: Statement) -> Spot | None:
    """A deed of the seller's own that belongs to no ordinary trade and names no proof, or what mends it."""
    words = statement.words
    if draft.files_in(statement) or not words:
        return None
    hit = next(_MENDS.matches(words), None)
    if hit is not None:
        return Spot(hit[0], hit[1])
    for clause in statement.clauses:
        if clause.negated or clause.future or clause.maybe:
            continue
        for at in range(clause.first + 1, clause.last):
            verb = words[at]
            if not (verb in ALIKE or is_past(verb)) or verb in _HAVE or verb in _BE:
                continue
            subject = words[max(clause.first, at - _REACH) : at]
            passive = not _BE.isdisjoint(subject)
            if passive:
                papers = not _PAPERS.isdisjoint(words[clause.first : at])
                if papers and verb in _ALTERED and is_participle(verb):
                    return Spot(max(clause.first, at - 1), at + 1)
            elif not _OURS_ARE.isdisjoint(subject) and verb not in _PLAIN and verb not in _STATES:
                return Spot(max(clause.first, at - 1), at + 1)
            break
    return None


_REACH = 4
_STATES = frozenset(
    "learned learnt understood believed thought knew wanted needed hoped felt meant based located".split()
)
