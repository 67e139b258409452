"""Where a letter admits and where it denies: the two stances that Amazon's form keeps apart (comply, in error)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from amends.review.language.words import Lexicon
from amends.review.position.conceding import ASSURES, DOUBTS
from amends.review.position.denial import Stance, admitted, denied
from amends.review.position.refusing import DENIES, NOT_DENIED
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

_ADMITS = Lexicon(
    "we|i take|accept|acknowledge|assume full|complete|entire? responsibility",
    "we|i take|accept .. responsibility",
    "full|complete responsibility",
    "we|i admit|confess|acknowledge that we|i|our|this",
    "we|i have? violated|breached|infringed|broke|broken",
    "our|my violation|infringement|breach|fault",
    "this|it|that is|was entirely|all|completely? our|my own? fault|mistake|error",
    "we|i were|was|are|am wrong|at fault|responsible|guilty",
    "we|i did wrong",
    "we|i failed to",
    "we|i should have",
    "our|my failure",
    "accept|admit|agree|regret that we|i",
    (
        "sorry|apologise|apologize for|that .. copying|using|selling|listing|violating|infringing|breaking|"
        "copied|used|infringed|violated"
    ),
    "wrong|wrongful to use|sell|list|copy",
    "we|i .. in breach|violation of",
    "account|shop|store|listing|page|card|cards|reviews|text is|are|was|were mine|ours",
    (
        "accept|accepts|accepted|admit|admits|concede|concedes|acknowledge|acknowledges that? it|this|there|"
        "our|the was|is|were|are wrong|a_mistake|a_link|a_violation|a_breach|not_allowed|against|incorrect"
    ),
    "we|i .. bought|sold|used|listed .. without authorisation|authorization|permission|licence|license|invoice",
)
_NOT_OURS = Lexicon(
    "not|never .. responsib*|fault|violat*",
    "if we|i",
    "nobody|none",
    "bank|internet|telephone|phone|email|e-mail|amazon account|line|number is|are .. ours|mine",
)


_PREVENTS = Lexicon(
    "prevent|prevents|preventing|corrective|preventive|plan_of_action|from_now_on|going_forward|moving_forward",
    "root cause*",
    "in|for the? future",
)


def prevents(draft: Draft) -> bool:
    """Whether a letter speaks of prevention, as only a plan does."""
    return any(_PREVENTS.found(s.words) for s in draft.statements)


def denials(draft: Draft) -> Iterator[tuple[Statement, int, int]]:
    """Statements that deny what Amazon says, with the words that do."""
    return _stated(draft, "denials", DENIES, NOT_DENIED, denied)


def admissions(draft: Draft) -> Iterator[tuple[Statement, int, int]]:
    """Statements that admit it in so many words."""
    return _stated(draft, "admissions", _ADMITS, _NOT_OURS, None)


def concessions(draft: Draft) -> Iterator[tuple[Statement, int, int]]:
    """Statements that admit it in any words: in a dispute also what was done, told without a word of regret."""
    return _stated(draft, "concessions", _ADMITS, _NOT_OURS, _conceded)


# Told without a word of guilt, it is the very thing that the dispute denies.
_CONCEDES = Lexicon(
    "it is|was? true|correct|right that .. we|i",
    (
        "we|i helped|assisted|lent|let|allowed|gave|shared him|her|them|my|with .. bank|account|laptop|computer|card|"
        "login|access|address|office|internet|password|registration|details|listing|phone"
    ),
    (
        "opened|registered|created|run|used by .. from|on|with|through our|my office|home|work? "
        "laptop|computer|pc|address|card"
    ),
)


def _conceded(draft: Draft, statement: Statement) -> Stance | None:
    """What a statement admits, by the words of a fact, of doubt in one's own case, or of guilt."""
    hit = next(_CONCEDES.matches(statement.words), None)
    if hit is None and not ASSURES.found(statement.words) and denied(draft, statement) is None:
        hit = next(DOUBTS.matches(statement.words), None)
    return Stance(hit[0], hit[1], False) if hit is not None else admitted(draft, statement)


def _stated(
    draft: Draft, key: str, said: Lexicon, unless: Lexicon, judge: Callable[[Draft, Statement], Stance | None] | None
) -> Iterator[tuple[Statement, int, int]]:
    if key not in draft.memo:
        found: list[tuple[Statement, int, int]] = []
        for statement in draft.statements:
            hit = None if unless.found(statement.words) else next(said.matches(statement.words), None)
            stance = judge(draft, statement) if hit is None and judge is not None else None
            if hit is not None:
                found.append((statement, hit[0], hit[1]))
            elif stance is not None:
                found.append((statement, stance.first, stance.last))
        draft.memo[key] = found
    kept = draft.memo[key]
    assert isinstance(kept, list)
    return iter(kept)


def disputes(draft: Draft) -> bool:
    """Whether the letter is meant to say that Amazon is wrong: by the case's route, else by how much it denies."""
    if draft.case and draft.case.route:
        return draft.case.route == "dispute"
    against = len(list(denials(draft)))
    return against > len(list(admissions(draft))) and not draft.has_parts
