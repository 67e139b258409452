"""What a corrective action leaves undone: announced, begun, or not thought needful.

Amazon reads that part for what is finished. An announcement is told by its verb (will, shall, would, is going to,
undertakes to, is about to), by what stands for one (to be completed, to follow, pending, next step), or by its time
(tomorrow, next week) where nothing else is told as done. That nothing was done is told by a denied or idle verb, by
waiting, or by the opinion that nothing is needed. What hangs on a finished action ("so they will reach nobody"), what
others said, and what shows on a page later are neither.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from amends.review.language.verbs import is_participle, is_past
from amends.review.language.words import Lexicon, is_number
from amends.review.meaning.senses import senses
from amends.review.measures.deeds import AT_THE_NEXT, PREPARED, completed, tells_deed, told_in
from amends.review.measures.later import TIMES_TO_COME, by_others, left
from amends.review.measures.norms import mentioned, normative
from amends.review.measures.roles import names_role
from amends.review.measures.segments import pieces
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.language.clauses import Clause
    from amends.review.letter.pieces import Item, Statement
    from amends.review.measures.segments import Piece

Found = tuple["Statement", int, int]

_OTHERS = frozenset("amazon you customer customers buyer buyers they he she it which that who their".split())
# What these verbs say of others comes by itself: the refund will show, the parcel will arrive.
_SOON = frozenset("soon shortly later next presently eventually".split())
_COMES = frozenset(
    "show shows appear arrive see find receive reach notice be_visible expire end remain stay find read".split()
)
_LEADS_IN = frozenset("note confirm state declare inform that advise assure announce say stating know".split())
_AHEAD = Lexicon(
    "about to",
    "is|are|am due|slated|bound|supposed|expected|foreseen|meant|going|poised|set to|for|on|in",
    "in|under the? progress|way|preparation|process|pipeline|works",
    "in|under discussion|discussions|talks|negotiation|negotiations|contact|conversation with|about|for|over",
    "yet|still to|outstanding|open|ahead|missing|pending|in_progress|under_way|owed",
    "remains|remain to",
    "open|willing|ready|happy|glad|prepared|keen|eager|looking|gearing to|up",
    "by|until|till|at|before the? end of the|this|next|our? month|week|year|quarter",
    "next step|steps|up|phase|stage|move|on_our_list",
    "to-do|todo|to_do",
    "rest assured",
    "hopefully",
    "is|are to be|have",
    "comes|come|goes|go|is|are|falls|follows|follow|starts|begins next|later|afterwards|soon|tomorrow|shortly",
    (
        "scheduled|planned|booked|slated|pencilled|timetabled|arranged|earmarked|"
        "lined_up|commissioned|foreseen for|to|on|in"
    ),
    "resolved|decided|agreed|determined|proposed to",
    "resolved|decided|agreed|ordered|instructed|determined|proposed that .. be",
    "intended|planned|envisaged|proposed|upcoming|future|further action|actions|measure|measures|step|steps",
    "allow|give|grant us|me|for? .. time|till|until|days|weeks",
    "got to",
    "expected|awaited|anticipated in|by|on|within|for|next",
    "another|other|rest|remaining|remainder|further|others .. is|are at|with|in|on the|our|their|its lab|laboratory|"
    "printer|printers|lawyer|supplier|factory|post|way|queue|process|works|customs|workshop|tailor|bank|brand",
    (
        "we|i can|could|may|might|must|need_to|have_to|ought_to|are_ready|are_willing|"
        "are_able|are_prepared|am_ready|want_to"
    ),
    "booked|appointment|target|targeted|eta|due_date|deadline|kick-off for|is|on|by|of|date",
    "are|is|am now|currently|still? preparing|arranging|planning|drafting|organising|organizing|looking|considering|"
    "discussing|working|waiting|negotiating|processing|sorting|collecting|gathering|finalising|finalizing|starting",
    "wird|werden|vamos_a|se_hará|zostanie|będzie|sera|seront|saranno|sarà|edilecek|yapılacak",
)
# As a predicate these say that something is not done: "is pending", not "the pending order".
_OPEN = frozenset("underway pending forthcoming upcoming outstanding ongoing planned scheduled awaited".split())
# Where nothing is told as done, these are times to come as well.
_WHEN = Lexicon(
    *TIMES_TO_COME,
    AT_THE_NEXT,
    "later|imminently|latest|deadline|no_later_than|not_later_than|at_the_latest|latest_by|latest_on",
    "next|coming|following|upcoming day|monday|tuesday|wednesday|thursday|friday",
    "in|within #|a|some|few|two|three|several few? days|weeks|months|hours",
    "from # onwards|onward|on",
    "by the? end|close|middle of",
    "when money|time|cash|budget|we|our|everybody|i",
    "as soon as",
    "going|moving forward",
    "from now on",
    "in the? future",
    "with effect from",
)
BASE = frozenset(
    "delist remove delete refund close destroy replace relabel issue send pay "
    "contact train check review update withdraw "
    "terminate cancel correct change return recall stop inform write ask audit "
    "inspect revoke retrain hire buy set print "
    "add take".split()
)
_PRESENT = frozenset("is are does do gets get has have".split())
_RESULT = frozenset("since already now offline gone zero out back empty live done no none nil available online".split())


def announced(draft: Draft, item: Item) -> Iterator[Found]:
    """The words of a point that announce rather than tell, at most one place a statement."""
    done = completed(draft, item)
    for statement in item.statements:
        if normative(statement):
            continue
        place = _future(statement, done) or _marked(statement)
        if place is None and not draft.dates_in(statement) and not draft.files_in(statement):
            place = _under_way(statement.words)
        if place is None:
            place = _meant(statement, done)
        if place is None:
            place = left(draft, item, statement, done=done)
        if place is None:
            place = _goes_on_later(statement) if done else None
        if place is None:
            place = _some_day(draft, item, statement, done)
        if place is not None:
            yield statement, place[0], place[1]


def _future(statement: Statement, done: bool) -> Piece | None:
    """The first clause of the seller's own that stands in the future or only says what might be done."""
    words = statement.words
    for clause in statement.clauses:
        if clause.verb < 0 or not (clause.future or clause.maybe) or mentioned(statement, clause.verb):
            continue
        if (
            _noun(words, (clause.verb, clause.verb + 1))
            or _named_will(statement, clause.verb)
            or not _SAID.isdisjoint(words[clause.first : clause.verb])
        ):
            continue
        if clause.future:
            ours = _main(words, clause) or (not done and clause.we) or _it_is_who(words, clause)
            other = _by_itself(words, clause, done) or (done and _of_things(words, clause))
            if ours and words[clause.verb - 1 : clause.verb] not in _NOUNS and not other:
                return clause.first, clause.last
        if clause.maybe and _main(words, clause) and _would(words, clause, done):
            return clause.first, clause.last
    return None


def _of_things(words: tuple[str, ...], clause: Clause) -> bool:
    """Whether a future behind something done only tells how it will be: "a login without the code will be refused by
    the system", "the next statement will be the first", "it will not be needed".
    """
    subject, after = words[clause.first : clause.verb], words[clause.verb + 1 : clause.last]
    if clause.negated and clause.verb >= 0 and "not" in after[:2]:
        return True
    if not _PERSONS.isdisjoint(subject) or names_role(subject) or subject[-1:] == () or clause.we:
        return False
    at = next((n for n, word in enumerate(after) if word in ("be", "get")), -1)
    if at < 0:
        return False
    return "by" in after[at:] or not any(is_participle(word) for word in after[at + 1 : at + 4])


_PERSONS = frozenset("we i he she they team".split())


# "At will", "of good will", "a will".
_NOUNS = frozenset((word,) for word in "at good free ill own a his her their last against".split())


_SAID = frozenset(
    "noted said says say states wrote told confirmed announced informed explained stated answered replied".split()
)


def _named_will(statement: Statement, place: int) -> bool:
    """Whether "Will" or "May" is somebody's name."""
    start = statement.at[place][0] - statement.start
    if not statement.text.startswith(("Will ", "May "), start):
        return False
    return place > 0 or statement.text[start:].split(" ", 2)[1][:1].isupper()


def _it_is_who(words: tuple[str, ...], clause: Clause) -> bool:
    """Whether "who will" only stresses the one who acts: "it is her who shall count the heaters"."""
    return words[clause.first] in ("who", "that") and "is" in words[max(0, clause.first - 4) : clause.first]


def _marked(statement: Statement) -> Piece | None:
    """Words that stand for a future: "to be completed", "pending", "next step"."""
    words = statement.words
    for first, last, _ in _AHEAD.matches(words):
        if not {"was", "were", "had"}.isdisjoint(words[first:last]) or mentioned(statement, first):
            continue
        if words[last - 2 : last] == ("set", "to") and last < len(words) and is_number(words[last]):
            # "Cut-off set to 14:00" is done.
            continue
        if words[last - 2 : last] == ("so", "that") or _then_done(statement, first, last) or _object(statement, first):
            continue
        if not _hangs(statement, first) and not _told_before(words, first):
            return first, last
    for at, word in enumerate(words):
        if word not in _OPEN or words[at + 1 : at + 2] not in _PREDICATE_ENDS or _hangs(statement, at):
            continue
        if not (_told_before(words, at) or mentioned(statement, at) or _object(statement, at)):
            return at, at + 1
    for at in range(1, len(words) - 1):
        to_be_done = words[at] == "be" and words[at - 1] == "to" and is_participle(words[at + 1])
        if to_be_done and not (_told_before(words, at - 1) or _hangs(statement, at) or mentioned(statement, at)):
            end = next(clause.last for clause in statement.clauses if at < clause.last)
            return None if _object(statement, at - 1) or told_in(statement, at + 2, end) else (at - 1, at + 2)
    if words[-2:] == ("to", "follow") and not _told_before(words, len(words) - 2):
        return len(words) - 2, len(words)
    return None


_PREDICATE_ENDS = ((), *((word,) for word in "and but for with at in on until till since by".split()))


def _object(statement: Statement, place: int) -> bool:
    """Whether what is ahead is only what something was done to: "cancelled the pending order", "sent 96 bottles to be
    relabelled".
    """
    cut = pieces(statement)
    first = cut[bisect_right(cut, (place, len(statement.words))) - 1][0]
    return told_in(statement, max(first, place - _FAR), place)


_FAR = 40


def _then_done(statement: Statement, first: int, last: int) -> bool:
    """Whether what was ahead is told as done in the same breath: "the planned recall was carried out", "decided to
    recall them and wrote to all 320 buyers".
    """
    words = statement.words
    for clause in statement.clauses:
        if clause.first <= first < clause.last:
            rest = words[last : clause.last]
            if any(word in _CAME for word in rest) and {"will", "shall", "not", "still", "yet"}.isdisjoint(rest):
                return True
    if PREPARED.isdisjoint(words[first:last]) or not is_past(words[first]):
        return False
    return any(clause.first > first and clause.past and not clause.dependent for clause in statement.clauses)


_CAME = frozenset("was were has have went took left came began".split())


def _some_day(draft: Draft, item: Item, statement: Statement, done: bool) -> Piece | None:
    """Words for a time to come where nothing else is told as done, or no more than how things stand."""
    words = statement.words
    if done:
        if item.kind == "paragraph" and not tells_deed(statement, True):
            # "He gave me a credit. The buyers are getting their money back as soon as the bank clears it."
            when = next(_WHEN.matches(words), None)
            if when is not None and _goes_on(statement) and not _told_before(words, when[0]):
                return when[0], when[1]
        return None
    when = next(_WHEN.matches(words), None)
    if when is not None:
        return when[0], when[1]
    if not draft.files_in(item) and _only_stands(words):
        return 0, min(6, len(words))
    return (0, min(4, len(words))) if words[0] in BASE else None


def _meant(statement: Statement, done: bool) -> Piece | None:
    """What is wanted, considered or promised, in a piece that tells nothing done."""
    spots = senses(statement).of("intending")
    if not spots or (not done and tells_deed(statement, True)):
        return None
    for first, last in pieces(statement):
        inside = next((spot for spot in spots if first <= spot.first < last), None)
        if (
            inside is None
            or _noun(statement.words, inside)
            or _hangs(statement, inside.first)
            or mentioned(statement, inside.first)
        ):
            continue
        if not told_in(statement, first, inside.first) and not told_in(statement, inside.last, last):
            return inside
    return None


_PLURALS = frozenset("plans aims hopes wishes goals intentions proposals means".split())
_WANTS = frozenset("we i he she it they who that our company firm team also now and but then".split())


def _noun(words: tuple[str, ...], spot: Piece) -> bool:
    """Whether a word of intending is a noun that something is done to: "our replenishment plans are on hold"."""
    before = words[spot[0] - 1] if spot[0] else ""
    return spot[1] - spot[0] <= 2 and words[spot[0]] in _PLURALS and before not in _WANTS and not names_role((before,))


def _goes_on_later(statement: Statement) -> Piece | None:
    """What somebody of the seller's does in the present, at a time to come: "the photo she changes once …"."""
    words = statement.words
    for clause in statement.clauses:
        if clause.past or clause.future or clause.dependent or clause.maybe:
            continue
        for at in range(clause.first, clause.last - 1):
            if words[at] not in _DOERS or words[at + 1] in _HOLDS or is_past(words[at + 1]):
                continue
            behind = words[at + 2 : at + _FAR]
            if not _LATER.isdisjoint(behind) and _EVER.isdisjoint(behind):
                return at, min(clause.last, at + 4)
    return None


_DOERS = frozenset("we i he she".split())
_HOLDS = frozenset(
    "have had has keep hold attach enclose know confirm ask sell can could will would may might shall should must did "
    "do put set cut read let hit shut now also who and".split()
)
_LATER = frozenset("once until before next later soon then afterwards tomorrow week month".split())
_EVER = frozenset("each every any per daily weekly since ago last".split())


def _under_way(words: tuple[str, ...]) -> Piece | None:
    """Where the seller says that something is being worked on ("we're fixing the label template"), when nothing in the
    sentence tells a past.
    """
    for at, word in enumerate(words[:-2]):
        if is_past(word):
            return None
        if word not in ("we", "i") or words[at + 1] not in ("are", "am") or (at and words[at - 1] in _OF_STATE):
            continue
        after = at + 2 + (words[at + 2] in _ADVERBS and at + 3 < len(words))
        if words[after].endswith("ing") and words[after] not in _STATES:
            return at, at + 3
    return None


_ADVERBS = frozenset("also now currently just already still presently busy actively in".split())
_OF_STATE = frozenset("that which what because since as while if when".split())
_STATES = frozenset(
    "selling using keeping holding having attaching enclosing submitting sending writing providing asking requesting "
    "offering running being buying shipping working living storing paying answering replying appealing confirming "
    "hoping taking doing going making giving trading dealing ordering counting looking".split()
)


def _goes_on(statement: Statement) -> bool:
    """Whether a sentence has a verb in -ing behind "is" or "are", and nothing in the past."""
    words = statement.words
    return not any(clause.past for clause in statement.clauses) and any(
        word in ("is", "are", "am") and any(after.endswith("ing") for after in words[at + 1 : at + 3])
        for at, word in enumerate(words)
    )


def _only_stands(words: tuple[str, ...]) -> bool:
    """Whether a point tells how things are rather than what became of them: "our next move is the return"."""
    if _RESULT.intersection(words) or any(is_past(word) for word in words):
        return False
    return any(
        word in _PRESENT and not any(is_participle(after) for after in words[at + 1 : at + 4])
        for at, word in enumerate(words)
    )


def _main(words: tuple[str, ...], clause: Clause) -> bool:
    """Whether a clause stands for itself: no dependent one, or the “that” behind “kindly note”."""
    if not clause.dependent:
        return True
    if words[clause.verb - 1] in ("we", "i") and {"we", "i", "the", "you", "amazon"} & set(
        words[clause.first : clause.verb - 1]
    ):
        return True
    return words[clause.first] == "that" and clause.first > 0 and words[clause.first - 1] in _LEADS_IN


def _by_itself(words: tuple[str, ...], clause: Clause, done: bool) -> bool:
    """Whether the future is somebody else's, or comes by itself: "the refund will show by 9 May"."""
    subject = words[clause.first : clause.verb]
    after = words[clause.verb + 1 : clause.last]
    if (done or subject[-1:] in _THEY) and by_others(words, clause.first + (subject[:1] == ("and",)), clause.verb):
        return True
    if {"us", "our", "also", "additionally"}.intersection(after) and "from" in after:
        return False
    if not done and "you" in subject:
        return False
    if _OTHERS.intersection(subject) and not {"be", "removed", "keep", "count", "also"}.intersection(after[:2]):
        return not (subject[-1:] in (("he",), ("she",)) and after[:1] not in (("not",),))
    return bool(after) and after[0] in _COMES and done and _SOON.isdisjoint(after)


_THEY = (("he",), ("she",), ("they",), ("it",))


def _would(words: tuple[str, ...], clause: Clause, done: bool) -> bool:
    """Whether a conditional speaks of what the seller might do."""
    subject = words[clause.first : clause.verb]
    if words[clause.verb + 1 : clause.verb + 2] == ("have",):
        return False
    ours = bool({"we", "i"} & set(subject)) or (not done and "be" in words[clause.verb : clause.verb + 3])
    return ours and words[clause.verb] in ("would", "should", "may", "might", "could")


def _hangs(statement: Statement, place: int) -> bool:
    """Whether words stand in a clause that hangs on another one."""
    for clause in statement.clauses:
        if clause.first <= place < clause.last:
            return clause.dependent and not _main(statement.words, clause)
    return False


def _told_before(words: tuple[str, ...], place: int) -> bool:
    """Whether the words belong to something past: "the plan under which 90 units were to be relisted"."""
    before = words[max(0, place - 3) : place]
    if words[place] in PREPARED and before[-2:] in (("has", "been"), ("have", "been")):
        return False
    return bool({"was", "were", "had", "been", "not", "no", "which", "whose"}.intersection(before))
