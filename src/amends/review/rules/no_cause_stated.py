"""RC08: the root cause part tells a story and no cause."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.language.words import Lexicon
from amends.review.letter import parts
from amends.review.letter.pieces import Statement
from amends.review.meaning.senses import senses
from amends.review.position.purpose import is_plan
from amends.review.rule import Hit, rule

_CAUSAL = Lexicon(
    "because|since|therefore|so|hence|thus|why|reason|reasons",
    "cause|causes|caused|causing",
    "due to",
    "led|leading|leads to",
    "result|resulted|resulting",
    "not|never|no|none|nobody|nothing|without|lacked|lack|missing|only|until",
    "failed|failure|fail|gap|insufficient|incomplete|incorrect*|wrong*|mistake*|error|oversight",
    "allowed|enabled|left|meant that",
    "instead of",
    "rather than",
    "came from|about|when",
    "infringed|violated|breached|manipulat*|against|breach",
)
_RHYTHM = Lexicon(
    "every|each # hours|minutes|days|weeks|months|hour|day", "once|twice|only a|per|in|every", "daily|weekly|monthly"
)


@rule(
    "RC08",
    "no-cause-stated",
    level="warning",
    letters=("plan",),
    confidence="medium",
    source="Amazon asks why it happened (help G200370560); guide: you must show that you understand why",
    bad=("Root cause:\nOn 3 May 2026 you removed ASIN B0C1234567. We sold 41 units of it in March and April 2026.",),
    good=("Root cause:\nOn 3 May 2026 you removed ASIN B0C1234567. It was live because no step asked for the letter.",),
)
def no_cause_stated(draft: Draft) -> Iterator[Hit]:
    """A root cause part that states no cause.

    It tells what happened but not why it could happen. Finish the sentence “this was possible because …” with
    something that you control.
    """
    found = draft.of(parts.CAUSE)
    statements = [statement for part in found for statement in part.statements]
    if is_plan(draft) and statements and not any(_CAUSAL.found(s.words) or _runs(s) for s in statements):
        yield Hit(
            statements[-1], "This says what happened, not why it could happen. Add “this was possible because …”."
        )


def _runs(statement: Statement) -> bool:
    """Whether a statement tells of what only the seller has, or how a step ran: "the sync ran every six hours"."""
    found = senses(statement)
    return found.has("house") or (found.has("process") and _RHYTHM.found(statement.words))
