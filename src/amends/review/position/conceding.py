"""How a dispute owns up without a word of guilt: a fact let slip, doubt in one's own case, regret, a remedy.

"A few of the boxes may stem from a market stall", "our designer did open the file", "in hindsight": in a plan these
tell the story, in a dispute each of them ends it.
"""

from __future__ import annotations

from amends.review.language.verbs import ALIKE, is_participle, is_past
from amends.review.language.words import MASKED, Lexicon
from amends.review.meaning.senses import Spot, senses
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
    "use|open|copy|change|alter|edit|carry|include|contain|share|lend|let|pay|offer|mix|miss|fail|forget|"
    "run|bear|show|put|enclose|insert|"
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
        "stock|products|papers|documents? .. "
        "complete|perfect|valid|signed|clear|genuine|authentic|original|new|from|ours|correct"
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
        "open|opened|edit|edited|alter|altered|copy|copied|change|changed|registered|shared|used|took|"
        "retouched|trimmed|blacked"
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
    "completed|added|filled|corrected|changed|inserted|wrote .. by_hand|ourselves|later|afterwards|subsequently",
    "inspired|borrowed|derived|taken by|from the|his|their|another|complainant's|owner's|maker's|a",
    "mistake|error|oversight|slip|lapse|negligence|carelessness|fault of|by|from our|my",
)
ASSURES = Lexicon("would|will|could never|not", "not|never|no .. without permission|licence|license|consent")


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


# With some of these verbs it takes a second word: "took out", "paid back".
_PARTLY = frozenset("took paid returned ended stopped added changed split pulled introduced cancelled canceled".split())
_SECOND = frozenset(
    "out down off back away money amount sum claim claims units listing mark word picture pictures text "
    "practice supply "
    "sale selling it them order orders check step rule voucher card cards page offer offers password users".split()
)
_ACTORS = frozenset(
    "we i lead manager clerk owner director head officer assistant team staff desk office bookkeeper designer packer "
    "supervisor controller buyer purchaser accountant colleague specialist company seller".split()
)
_NOT_OURS = frozenset(
    "complainant amazon you supplier manufacturer carrier customer their his her buyers customers rival owner's bank "
    "authority court laboratory intruder hacker stranger wholesaler".split()
)
# Done without owning up: "without accepting the claim, we closed the offer until the matter is decided".
_RESERVED = frozenset("without until pending precaution prejudice although though meanwhile caution unless".split())
_AGAIN = Lexicon(
    "so|so_that|order_that .. not|no|never .. again|anymore|any_more|more|recur|happen|leave|repeat",
    "not|never|no .. again|anymore|any_more|in_future|recur",
    (
        "from|since|as_of # .. checks|compares|reads|opens|tests|counts|signs|inspects|scans|verifies|"
        "reviews|asks|approves"
    ),
    (
        "from|since|as_of .. # .. checks|compares|reads|opens|tests|counts|signs|inspects|scans|verifies|"
        "reviews|approves|must"
    ),
    "will|shall|must now|then|in_future|from_now|only|always be? check*|compare*|ask*|test*|verif*|train*",
    (
        "now|henceforth|nowadays check|checks|compare|compares|ask|asks|test|tests|verify|verifies|train|"
        "trains|require|requires"
    ),
)
_AROSE = Lexicon(
    (
        "arose|arises|came_about|happened|occurred|came|resulted|due|stems|stemmed|owed|because because|"
        "since|as|from|to|of|when we|our|my|i|nobody|no_one|the_packer|the_packers|a_colleague"
    ),
    (
        "because|since|as we|i|our|my|nobody|no_one .. not|left|forgot|failed|missed|mixed|lacked|had_no|"
        "had_not|did_not|used|put|sent|let|took|never|overlooked"
    ),
    "root cause|reason|cause|fault|weakness|gap .. we|our|my|i|nobody|no_one|is|was|lay|lies",
    (
        "we|i|our|nobody|no_one .. did|do|had|have|could not verify|check|test|ask|compare|inspect|look|open|"
        "read|know|control|examine|search|see|keep|own|hold|possess"
    ),
    "our|my .. left_out|forgot|missed|failed|mixed_up|overlooked|confused|ignored|neglected|slipped|lost",
)
_LITTLE = Lexicon(
    (
        "only|just|merely|barely|hardly|scarcely a? #|two|three|six|seven|few|handful|couple|single|small|"
        "short|week|weeks|month|months|days|moment|time|while"
    ),
    (
        "only|just|merely in|for|during|on|with|at|to the|a|about|some? #|few|two|three|six|one|short|first|"
        "last|week|weeks|couple|handful"
    ),
    "not|no more|longer than|over #",
    "at|for the? most|worst #",
    "for a short|brief|limited|certain|little time|while|period",
    "once|twice|one_time|a_single_time|on_one_occasion .. we|i|he|she|our|it",
    "except|apart|aside|save|bar for|from .. #|one|some|few|those|units|orders|lot|single",
    "true|right|correct is|it_is|that|however|though|enough",
)
_SELVES = Lexicon(
    (
        "uploaded|created|opened|placed|put|made|wrote|added|bought|changed|sent|registered|ordered|posted|"
        "gave|listed|printed .. ourselves|myself|by_ourselves|by_our_own|by_my_own"
    ),
    (
        "placed|bought|ordered|written|posted|sent|opened|created|uploaded|paid|given|used by us|our|my|me "
        "own? .. staff|employees|people|friends|family|wife|brother|at|under|from|through|for|with|to|and"
    ),
    (
        "my|our|his|her wife|husband|brother|sister|cousin|son|daughter|father|mother|partner|uncle|nephew|"
        "friend open|opened|close|closed|run|ran|runs|had|has|have|used|uses|made|registered|sold|sells|"
        "works|worked|manages|managed|helped|lent"
    ),
    "was|were|is|are meant|intended|supposed|designed|done to|for",
    "to test|try|see|find_out if|whether|how|what",
    "after|when|since .. suspended|blocked|closed|banned|deactivated .. we|i|then|and|open|opened",
    "we|i then? are|have|had|then open|opened|started|made this|a|another|new account|store|shop",
    "under other|another|different|false|several names|name|accounts|identities",
)


# What is granted in passing: the exception, the remainder, the thing since put away, the offer to make good.
_GRANTED = Lexicon(
    (
        "does|do|did come|stem|carry|contain|show|bear|look|match|resemble|belong|go|exceed|fall|lie|stand|"
        "have|exist|happen"
    ),
    "to be sure|fair",
    "nobody|no_one|none|not .. dispute|disputes|disputed|denies|denied that|it|this|here",
    "put|puts|puts_it|attribute|attributes .. down to",
    "which|what|that|as we|i had|have not|never done|had|asked|checked|known|kept|thought before|until|then|earlier|of",
    "taken|put|gone out of use|service|circulation|sale",
    "no longer|any_longer|anymore",
    "leniency|mercy|indulgence|clemency|forbearance|lenient",
    "should a|one|any|some|the .. have_been|have_come|have_gone|turn_out|prove",
    (
        "willing|ready|prepared|happy|offer|offering to .. drop|pay|take|remove|change|compensate|delete|"
        "withdraw|settle|refund|share|destroy"
    ),
    "the? remaining|rest|others #? were|was|came|are|is",
    "the part|share|portion|half|ones|units|lot|pieces|few|rest that|which|of .. we|came|was|were|comes|our",
    (
        "few|some|several|handful|couple were|was|did|had|have|are .. twice|late|wrong|used|old|opened|slow|"
        "without|expired|short|damaged|filed"
    ),
    (
        "owner|director|manager|holder was|is|used_to|had our|my|a .. partner|brother|friend|employee|"
        "colleague|tenant|relative|cousin|wife"
    ),
    (
        "our|my|former|ex partner|friend|colleague|tenant|employee|accountant|agency until|till|paid|used|"
        "shared|lent|had|logged"
    ),
    (
        "so|therefore|hence|thus the|our|we|i office|desk|clerk|designer|bookkeeper|team? typed|changed|"
        "added|corrected|wrote|put|used|cut|replaced|filled|merged|made"
    ),
    "typed|written|drawn|filled|put|entered it|them|this|that? in? anew|again|new|by_hand|over",
    "times the|its|their usual|normal|average|recent|former|list",
    (
        "bears|bore|carries|carried|shows|showed|reads|in my|another|different|former|old|somebody's|"
        "someone's .. name|address"
    ),
    (
        "brother's|sister's|wife's|husband's|cousin's|father's|mother's|friend's|partner's|tenant's|"
        "neighbour's|employee's name|flat|address|card|account|router|phone|computer|office|house|line"
    ),
    (
        "unlucky|unfortunate|unhappy|careless|negligent|clumsy|imprecise|sloppy|overhasty|hasty|rash|naive|"
        "too_many|too_much|too_high|too_late|too_early|not_ideal|not_perfect|not_elegant"
    ),
    (
        "partly|partially|in_part|to_a_degree|to_some_extent|in_some_cases|in_a_few_cases|now_and_then|"
        "occasionally|sometimes|in_places"
    ),
    "have|has|had been? told|instructed|warned|spoken_to|reminded|asked .. future|leave|stop|not|again",
    "got|get|received|gets .. money|refund|replacement back",
)


def owned_up(statement: Statement) -> Spot | None:
    """What only belongs to a plan: a thing that was mended, a new step, how it arose, how little it was, who did it."""
    words = statement.words
    if not _RESERVED.isdisjoint(words) and not {"so", "from"} & set(words[:1]):
        return None
    for said in (_AGAIN, _AROSE, _SELVES, _LITTLE, _GRANTED):
        hit = next(said.matches(words), None)
        if hit is not None and _NOT_OURS.isdisjoint(words[max(0, hit[0] - 6) : hit[1]]):
            return Spot(hit[0], hit[1])
    for at, _ in senses(statement).of("mended"):
        word = words[at]
        subject = words[max(0, at - _REACH) : at]
        if _ACTORS.isdisjoint(subject) or not _NOT_OURS.isdisjoint(subject) or not _BE.isdisjoint(subject):
            continue
        if {"not", "never"}.isdisjoint(subject) and (
            word not in _PARTLY or not _SECOND.isdisjoint(words[at + 1 : at + 6])
        ):
            return Spot(max(0, at - 1), at + 1)
    return None


def told_against(draft: Draft, statement: Statement) -> Spot | None:
    """A deed of the seller's own that belongs to no ordinary trade and names no proof, or what mends it."""
    words = statement.words
    if not words:
        return None
    owned = owned_up(statement)
    if owned is not None or draft.files_in(statement):
        return owned
    hit = next(_MENDS.matches(words), None)
    if hit is not None:
        return Spot(hit[0], hit[1])
    item = statement.item
    found = senses(statement)
    if (
        not found.has("ground")
        and MASKED not in words
        and _NO.isdisjoint(words)
        and (item is None or not draft.files_in(item))
    ):
        unproven = _past_deed(statement)
        if unproven is not None:
            return unproven
    ordinary = {spot.first for spot in found.of("ordinary-deed")}
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
            elif not _OURS_ARE.isdisjoint(subject) and at not in ordinary and verb not in _STATES:
                return Spot(max(clause.first, at - 1), at + 1)
            break
    return None


_NO = frozenset(
    "not never no none nothing neither nor nobody without different unknown false wrong mistake error".split()
)


def _past_deed(statement: Statement) -> Spot | None:
    """A past told without any ground for it: each sentence of a dispute denies, asks, or stands on a proof."""
    words = statement.words
    looked = {spot.first for spot in senses(statement).of("looked-into")}
    for clause in statement.clauses:
        if clause.negated or clause.future or clause.maybe:
            continue
        for at in range(clause.first + 1, clause.last):
            verb = words[at]
            if words[at - 1] in _RELATIVE or at in looked:
                continue
            if verb in _WAS or (
                verb not in _STATES and verb not in _HAVE and verb not in _BE and (verb in ALIKE or is_past(verb))
            ):
                return Spot(max(clause.first, at - 1), at + 1)
    return None


_WAS, _RELATIVE = frozenset(("was", "were")), frozenset("which what that who mine a an the".split())
_REACH = 4
_STATES = frozenset(
    "learned learnt understood believed thought knew wanted needed hoped felt meant based located".split()
)
