"""Where a point offers what should have been done: readiness, a condition that Amazon or the buyers must fulfil, or a
mere possibility, and nothing that is finished.
"""

from __future__ import annotations

from amends.review.language.verbs import is_participle, is_past
from amends.review.meaning.missing_step import SELF
from amends.review.meaning.senses import Spot, senses
from amends.review.measures.norms import normative
from amends.review.measures.roles import names_role
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

_MAYBE = frozenset("can could may might would shall".split())
_SPEAKERS = SELF | frozenset("company firm counsel client team".split())
_WEAK = frozenset("possible available open able free offer offers option agree agrees disposal".split())
_DOERS = frozenset("we i and also then".split())
_GIVERS = frozenset("we i company firm client it they".split())


def offered(draft: Draft, statement: Statement) -> Spot | None:
    """The words of a statement that only offer."""
    words = statement.words
    found = senses(statement)
    asks = len(words) >= _QUESTION and statement.text.rstrip().endswith("?")
    hypothetical = asks or words[0] in _INVERTED
    if not (hypothetical or found.has("willing", "on-demand", "conditional")) and _MAYBE.isdisjoint(words):
        return None
    if normative(statement) or _done(draft, statement):
        return None
    if hypothetical and (asks or words[1:2] in _INVERTED_SUBJECTS):
        return Spot(0, min(len(words), 6))
    for demand in (*found.of("on-demand"), *found.of("conditional")):
        # "If a label does not carry our name, the parcel stays": nobody else has to move first.
        if demand.last - demand.first > 1 or not _MOVERS.isdisjoint(words[demand.last : demand.last + _REACH]):
            return demand
    for spot in found.of("willing"):
        if not _THEIRS.isdisjoint(words[max(0, spot.first - 3) : spot.first]):
            # "They have no objection" is an answer that came.
            continue
        if spot.last - spot.first > 1 or words[spot.first] not in _WEAK:
            if (
                not is_past(words[spot.first])
                or {"are", "is", "am", "stand", "stands", "be"}.intersection(words[max(0, spot.first - 3) : spot.first])
                or spot.last - spot.first > 1
            ):
                return spot
        elif (words[spot.first] in _POSSIBLE or _SPEAKERS.intersection(words)) and _present(words, spot):
            return spot
    return _possible(statement)


# "Had we a template", "were that wished", "should Amazon object".
_QUESTION = 4
_INVERTED = frozenset("had were should would could might".split())
_INVERTED_SUBJECTS = tuple(
    (word,) for word in "we i you amazon it that the this our they he she there a an not".split()
)
_REACH = 6
_MOVERS = frozenset(
    "you your amazon they he she buyer buyers customer customers client anyone anybody somebody someone owner brand "
    "wished wanted desired needed required necessary asked agreeable acceptable possible preferred so we i reinstated "
    "requested appropriate useful ok okay is".split()
)
_THEIRS = frozenset("they he she it owner brand".split())
_POSSIBLE = frozenset("possible feasible doable conceivable thinkable imaginable".split())


def _done(draft: Draft, statement: Statement) -> bool:
    """Whether something finished is told: a point that begins with a deed, or a main clause in the past with its date
    or its doer.
    """
    words = statement.words
    if is_past(words[0]) and words[0] not in ("were", "was", "had"):
        return True
    if any(word in _DOERS and is_past(words[at + 1]) for at, word in enumerate(words[:-1])):
        return True
    found = senses(statement)
    if words[0] in _INVERTED and words[1:2] in _INVERTED_SUBJECTS:
        return False
    if draft.dates_in(statement) and any(clause.past for clause in statement.clauses):
        return True
    ready = {at for spot in found.of("willing") for at in range(*spot)}
    return not found.has("on-demand", "conditional") and any(
        clause.past and not clause.dependent and clause.verb not in ready for clause in statement.clauses
    )


def _present(words: tuple[str, ...], spot: Spot) -> bool:
    """Whether "we offer", "is available with us", "we agree to" stands here, in the present."""
    before = words[max(0, spot.first - 4) : spot.first]
    return bool({"we", "i", "are", "is", "am", "be", "hereby", "company", "would"}.intersection(before))


def _possible(statement: Statement) -> Spot | None:
    """ "The certificates can be supplied", "we could get", "the account may be shut"; not what something was done for
    ("so that the reviews can be removed") or what a thing may do ("jars that would expire").
    """
    words = statement.words
    for clause in statement.clauses:
        aim = words[clause.first] in _AIMS
        for at in range(clause.first, clause.last):
            if words[at] not in _MAYBE or words[at + 1 : at + 2] == ("not",):
                aim = aim or words[at] in _AIMS
                continue
            if words[at] == "may" and (
                at + 1 >= len(words) or words[at + 1][0].isdigit() or (at and words[at - 1][0].isdigit())
            ):
                continue
            after, before = words[at + 1 : at + 4], words[max(0, at - 1) : at]
            ours = bool(_GIVERS.intersection(words[max(clause.first, at - 2) : at])) or names_role(
                words[clause.first : at]
            )
            done_to = "be" in after[:2] and any(is_participle(word) for word in after)
            if not aim and before not in _THINGS and ((ours and after) or done_to):
                return Spot(at, min(len(words), at + 3))
    return None


_AIMS = frozenset("so which that where".split())
_THINGS = (("that",), ("which",), ("who",))
