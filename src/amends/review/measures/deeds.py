"""What a point of the corrective actions tells as done: a past form that is not denied, idle or only preparing.

Verbs of leaving, waiting and thinking are no deeds whatever their tense; nor is what a rule says of everybody.
"""

from __future__ import annotations

from amends.review.language.verbs import is_participle, is_past
from amends.review.language.words import Lexicon, is_number
from amends.review.letter.pieces import once
from amends.review.measures.norms import normative
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.language.clauses import Clause
    from amends.review.letter.pieces import Item, Statement

# Of these verbs none is an action, whatever its tense.
_NO_DEED = frozenset(
    "left kept decided waited refrained felt thought wanted got seemed deemed "
    "agreed believed considered preferred chosen "
    "chose postponed deferred managed able said told advised intended planned hoped needed required remained stayed "
    "suspended deactivated abstained declined held paused did done taken concluded "
    "assumed hesitated supposed based given "
    "opted bound tied heard received started initiated applied undertaken expected "
    "understood known found meant continued existed came "
    "applicable unchanged untouched unaffected".split()
)
# Of these the past only prepares: "removal has been scheduled".
PREPARED = frozenset(
    "scheduled planned booked slated arranged earmarked resolved decided foreseen targeted had has".split()
)
_AUXILIARY = frozenset("was were had have has been be".split())
_HAVE = frozenset("have has had we i was were been".split())
# Of these the past is the same word as the present: "the offers run on", "put it online".
_BARE = frozenset("run come become put cut set let cost shut read hit quit split spread cast hurt".split())
_NO_VERB = frozenset("the a our your be to my its this that".split())
_REACH = 4
_BESIDE = frozenset("before after when while".split())
_DENY = frozenset("not no never nothing none neither nor nobody without yet unable hardly".split())
# What stands at the head of a point tells when all of it is: "in the next container the lots come apart".
AT_THE_NEXT = (
    "in|with|from|at|on the? next|coming|nearest|upcoming container|shipment|delivery|batch|lot|order|production|print|"
    "season|days|day|weeks|week|months|month|quarter"
)
_NEXT = Lexicon(AT_THE_NEXT)


def completed(draft: Draft, item: Item) -> bool:
    """Whether a point begins with an action that is finished; what follows may then be a promise beside it."""
    for statement in item.statements:
        if any(first == 0 for first, _, _ in _NEXT.matches(statement.words)) and not draft.dates_in(statement):
            return False
        if normative(statement):
            continue
        for clause in statement.clauses:
            if clause.dependent:
                continue
            if clause.past and _only_prepares(statement.words[clause.first : clause.last]):
                continue
            if clause.past:
                return "be" not in statement.words[max(clause.first, clause.verb - 1) : clause.verb]
            if clause.future or clause.maybe:
                return False
            words = statement.words[clause.first : clause.last]
            if any(is_participle(word) for word in words[:6]) and {"to", "be"}.isdisjoint(words):
                return True
            if "done" in words or "completed" in words:
                return "be" not in words
    return False


@once
def tells_deed(statement: Statement, dependent: bool) -> bool:
    """Whether a clause of a statement, one that hangs on another too where `dependent`, tells what was done."""
    return not normative(statement) and any(
        _deed(statement, clause, dependent=dependent) for clause in statement.clauses
    )


def _deed(statement: Statement, clause: Clause, *, dependent: bool = False) -> bool:
    """Whether a clause tells something that was done: a past form that is neither denied nor idle."""
    words = statement.words[clause.first : clause.last]
    if "itself" in words:
        return False
    if clause.dependent and not dependent and words[0] not in _BESIDE and not any(word[0].isdigit() for word in words):
        return False
    denied = -9
    for at, word in enumerate(words):
        if word in _DENY:
            denied = at
        before = words[at - 1] if at else ""
        if word == "fixed" and words[at + 1 : at + 2] in _FIXED_WHAT:
            return True
        if not (is_past(word) or is_participle(word)) or word in _AUXILIARY:
            continue
        if before in _FEELS and words[at + 1 : at + 2] == ("to",):
            # "We are minded to ask", "feel inclined to call".
            continue
        if word in _HANDED and _handed(words, at):
            return True
        if word in _NO_DEED or before in _NO_VERB or (word in _BARE and before not in _HAVE):
            continue
        if at - denied <= _REACH:
            denied = -9
            continue
        return True
    return False


def _only_prepares(words: tuple[str, ...]) -> bool:
    told = [word for word in words if is_past(word) and word not in _AUXILIARY]
    return bool(told) and PREPARED.issuperset(told)


_FEELS = frozenset("are am is feel feels".split())
_FIXED_WHAT = tuple((word,) for word in "the a an our all this that it both each every".split())
# "Was given notice", "got its old title back": what is handed over is done.
_HANDED = frozenset(("given", "got"))
_GOODS = frozenset("notice its their his her a the new back two three four five six seven eight nine ten".split())


def _handed(words: tuple[str, ...], at: int) -> bool:
    return words[at + 1 : at + 2] != () and (words[at + 1] in _GOODS or is_number(words[at + 1]))
