"""What is told as done: past forms that are neither denied, nor words beside a noun, nor what others are to do.

Verbs of leaving, waiting and thinking are no deeds whatever their tense; nor is what a rule says of everybody. Looking,
reading and talking are deeds that change nothing for a buyer, and what is agreed or booked is still to come.
"""

from __future__ import annotations

from bisect import bisect_left

from amends.review.language.verbs import ALIKE, ONLY_PAST, is_participle, is_past
from amends.review.language.words import MASKED, Lexicon, is_number
from amends.review.letter.pieces import once
from amends.review.measures.norms import normative
from amends.review.measures.roles import names_role
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from amends.review.document import Draft
    from amends.review.letter.pieces import Item, Statement

# Of these verbs none is an action, whatever its tense.
_IDLE = frozenset(
    "left kept decided waited refrained felt thought wanted got seemed deemed agreed believed considered preferred "
    "chosen chose postponed deferred managed able said told advised intended planned hoped needed required remained "
    "stayed suspended deactivated abstained declined held paused did done taken concluded assumed hesitated supposed "
    "based given opted bound tied heard received started initiated applied undertaken expected understood known found "
    "meant continued existed came applicable unchanged untouched unaffected".split()
)
# Past these nothing has changed yet.
_LOOKING = frozenset(
    "understood grasped realised realized recognised recognized acknowledged accepted noted learned learnt discussed "
    "talked spoke spoken met regretted apologised apologized looked read reread studied considered thought analysed "
    "analyzed assessed evaluated reflected investigated examined seen saw found noticed wished explained emphasised "
    "emphasized stressed reminded raised took listened asked reviewed wrote written believed knew felt identified "
    "established determined committed resolved tried began begun monitored watched familiarised familiarized informed "
    "involved concerned named called warned urged brought put made gave observed pondered debated mentioned "
    "addressed promised".split()
)
# With these the same words do change something: "informed 40 buyers", "took 5 irons out of stock".
_CHANGED = frozenset(
    "stock sale shelf offline buyers customers refund refunds money units pieces supplier carrier factory authority "
    "removal recall password passwords price invoice software printer contract cartons test destroyed".split()
)
# Of these the past only prepares: "removal has been scheduled".
PREPARED = frozenset(
    "scheduled planned booked slated arranged earmarked resolved decided foreseen targeted had has".split()
)
# What these tell is to come.
_ARRANGED = frozenset(
    "agreed arranged planned scheduled booked set fixed foreseen intended earmarked announced expected promised "
    "ordered reserved slated due appointed engaged".split()
)
_AUXILIARY = frozenset("was were had have has been be".split())
_BEFORE_PAST = frozenset("have has had we i was were been".split())
# Of these the past is the same word as the present: "the offers run on", "put it online".
_BARE = ALIKE | frozenset("run come become".split())
_ATTRIBUTES = frozenset(
    "the a an all any each every our my its their his her your this that these those some no both of in at for from "
    "with by as newly two three four five six seven eight nine ten eleven twelve last".split()
)
_NO_VERB = frozenset("the a our your be being get gets to my its this that".split())
_BEHIND_A_VERB = frozenset("on in by from to at with for and the a all our under as since".split())
_REACH = 4
_DENY = frozenset("not no never nothing none neither nor nobody without yet unable hardly".split())
_BESIDE = frozenset("before after when while".split())
_AT_ONCE = frozenset("fixed set reset put cut shut done".split())
_OTHERS = frozenset("you your amazon amazon's".split())
# What stands at the head of a point tells when all of it is: "in the next container the lots come apart".
AT_THE_NEXT = (
    "in|with|from|at|on the? next|coming|nearest|upcoming container|shipment|delivery|batch|lot|order|production|print|"
    "season|days|day|weeks|week|months|month|quarter"
)
_NEXT = Lexicon(AT_THE_NEXT)


@once
def _told(statement: Statement) -> tuple[int, ...]:
    """The places of the past forms that tell, denied ones left out."""
    words, found, denied = statement.words, [], -9
    for at, word in enumerate(words):
        if word in _DENY:
            denied = at
        if not (is_past(word) or is_participle(word)) or word in _AUXILIARY or word == MASKED:
            continue
        if (word in ALIKE and at and _is_somebody(statement, at - 1)) or _is_deed(words, at):
            if at - denied <= _REACH:
                denied = -9
            else:
                found.append(at)
    return tuple(found)


def _is_somebody(statement: Statement, at: int) -> bool:
    """Whether a word is a role or a name: "our planner set the rule" is told, where "sets" would go on."""
    begin = statement.at[at][0] - statement.start
    return names_role((statement.words[at],)) or (at > 0 and statement.text[begin].isupper())


def _is_deed(words: tuple[str, ...], at: int) -> bool:
    """Whether a past form tells: neither "the disputed pictures" nor "to be closed" nor "minded to ask"."""
    word, before, after = words[at], words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
    if word in ONLY_PAST:
        return True
    if before in _NO_VERB or (before in _FEELS and after == "to"):
        return False
    if word in _BARE and before not in _BEFORE_PAST:
        return False
    if before in _ATTRIBUTES or _counts(words, at - 1):
        # "The 4 disputed pictures" tells nothing, "of 96 bottles, 40 relabelled" does.
        return not after.isalpha() or after in _BEHIND_A_VERB
    return True


_FEELS = frozenset("are am is feel feels".split())
_MONTHS = frozenset("january february march april may june july august september october november december".split())


def _counts(words: tuple[str, ...], at: int) -> bool:
    """Whether a word is a number of things, not a day or a year."""
    if at < 0 or not is_number(words[at]) or words[at][:2] == "20":
        return False
    return _MONTHS.isdisjoint(words[max(0, at - 1) : at])


def told_in(statement: Statement, first: int, last: int) -> bool:
    """Whether a stretch of a statement tells something past that is more than an arrangement."""
    told, words = _told(statement), statement.words
    return any(words[at] not in _ARRANGED for at in told[bisect_left(told, first) : bisect_left(told, last)])


@once
def tells_deed(statement: Statement, dependent: bool) -> bool:
    """Whether a clause of a statement, one that hangs on another too where `dependent`, tells what was done."""
    if normative(statement):
        return False
    words = statement.words
    for clause in statement.clauses:
        here = words[clause.first : clause.last]
        beside = here[0] in _BESIDE or any(word[0].isdigit() for word in here)
        if "itself" in here or (clause.dependent and not dependent and not beside):
            continue
        if _does(statement, clause.first, clause.last):
            return True
    return False


def _does(statement: Statement, first: int, last: int) -> bool:
    """Whether a stretch tells a deed."""
    words, told = statement.words, _told(statement)
    if any(words[at] not in _IDLE for at in told[bisect_left(told, first) : bisect_left(told, last)]):
        return True
    return _hands(words, first, last)


def _hands(words: tuple[str, ...], first: int, last: int) -> bool:
    """Whether a thing is mended or handed over: "fixed the label", "was given notice"."""
    for at in range(first, last - 1):
        after = words[at + 1]
        if words[at] == "fixed" and after in _FIXED_WHAT:
            return True
        if words[at] in _HANDED and (after in _GOODS or is_number(after)):
            return True
    return False


_FIXED_WHAT = frozenset("the a an our all this that it both each every".split())
_HANDED = frozenset(("given", "got"))
_GOODS = frozenset("notice its their his her a the new back two three four five six seven eight nine ten".split())


def completed(draft: Draft, item: Item) -> bool:
    """Whether a point begins with an action that is finished; what follows may then be a promise beside it."""
    for statement in item.statements:
        words = statement.words
        if any(first == 0 for first, _, _ in _NEXT.matches(words)) and not draft.dates_in(statement):
            return False
        if normative(statement):
            continue
        for clause in statement.clauses:
            here = words[clause.first : clause.last]
            if clause.dependent or (clause.past and _only_prepares(here)):
                continue
            if clause.past:
                return "be" not in words[max(clause.first, clause.verb - 1) : clause.verb]
            if clause.future or clause.maybe:
                return False
            if _hands(words, clause.first, clause.last) or any(
                words[at] in ALIKE for at in _told(statement) if clause.first <= at < clause.last
            ):
                return True
            if any(is_participle(word) for word in here[:6]) and {"to", "be"}.isdisjoint(here):
                return True
            if "done" in here or "completed" in here:
                return "be" not in here
    return False


def _only_prepares(words: tuple[str, ...]) -> bool:
    told = [word for word in words if is_past(word) and word not in _AUXILIARY]
    return bool(told) and PREPARED.issuperset(told)


def nothing_changed(statements: Iterable[Statement]) -> bool:
    """Whether none of these sentences, of which there is one at least, tells of a change that the seller made."""
    rows = [statement for statement in statements if len(statement.words) > 2]
    return bool(rows) and not any(map(_changes, rows))


def _changes(statement: Statement) -> bool:
    """Whether a sentence tells of something that was done about the matter: how things stand is no deed, and what
    Amazon did is Amazon's.
    """
    words, told = statement.words, _told(statement)
    if MASKED in words or words[0][0].isdigit() or words[0] in _AT_ONCE:
        return True
    for clause in statement.clauses:
        first, last = clause.first, clause.last
        theirs = not clause.we and not _OTHERS.isdisjoint(words[first : max(clause.verb, first + 1)])
        if theirs or clause.maybe or clause.future or (clause.dependent and first):
            continue
        here = told[bisect_left(told, first) : bisect_left(told, last)]
        if any(words[at] not in _IDLE and words[at] not in _LOOKING for at in here):
            return True
        if here and any(w[0].isdigit() for w in words[first:last]) and not _CHANGED.isdisjoint(words[first:last]):
            return True
    return False
