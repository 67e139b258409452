"""ST15: what is done and what prevents stand in one list."""

from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.language.verbs import is_past
from amends.review.language.words import Lexicon
from amends.review.letter import parts
from amends.review.letter.pieces import Statement
from amends.review.position.purpose import is_plan
from amends.review.rule import Hit, rule, short

_RHYTHM = Lexicon(
    "every|each day|week|month|quarter|year|morning|evening|night",
    "every|each monday|tuesday|wednesday|thursday|friday|saturday|sunday",
    "every|each spring|summer|autumn|fall|winter|season|shipment|delivery|order|unit|lot|invoice|listing|supplier|time",
    "daily|weekly|monthly|quarterly|yearly|annually|regularly|constantly|always|continuously",
    "once|twice a|per day|week|month|quarter|year",
    "from now on",
    "in the? future",
    "going|moving forward",
    "before|after each|every|any",
)
# "Each month I will …": the rhythm may stand before the clause.
_LEADING = 4
_NO_VERBS = frozenset("also now then will can have had and who".split())


@rule(
    "ST15",
    "mixed-actions",
    level="warning",
    confidence="medium",
    source=(
        "Amazon asks two questions, what was done and how it is prevented (help G200370560); "
        "refusal: explain how it will be prevented"
    ),
    bad=(
        (
            "Problem: 16 orders shipped late.\n\nPlan of action:\n1) All orders are shipped.\n2) Turn "
            "the store on only when we are back."
        ),
        (
            "Root cause: 16 orders shipped late.\n\nCorrective actions:\n- On 3 May 2026 we wrote a packing list, and "
            "each month we will compare it.\n\nPreventive measures:\n- Dana Ruiz reads the open orders daily."
        ),
    ),
    good=(
        (
            "Root cause: 16 orders shipped late.\n\nActions:\n- On 3 May 2026 we shipped all 16.\n\nPrevention:\n- "
            "Each morning Dana Ruiz reads the list of open orders."
        ),
        "What happened: 16 orders shipped late.\n\nWhat we did: all 16 were shipped.\n\nPrevention: Dana Ruiz checks.",
    ),
)
def mixed_actions(draft: Draft) -> Iterator[Hit]:
    """Actions and prevention in one list.

    Amazon asks for both, separately, and refuses plans in which it cannot find the prevention. Write what is done
    under one heading, in the past tense and dated, and what runs from now on under another, with who and how often.
    """
    if not is_plan(draft):
        return
    found = draft.of(parts.MIXED)
    apart = any(part.heading is not None for part in draft.of(parts.MEASURES))
    if found and not apart:
        yield Hit(
            found[0].place,
            "What is done and what prevents stand in one list. Amazon asks for each; give them their own headings.",
        )
    for part in draft.of(parts.DONE, *((parts.MIXED,) if apart else ())):
        for statement in part.statements:
            place = _habit(statement) if part.heading is not None else None
            if place is not None:
                start, end = statement.between(*place)
                quote = draft.text[start:end]
                yield Hit(
                    Span(start, end, quote),
                    f"“{short(quote, 48)}” goes on from now; among what is done it is lost. Put it under prevention.",
                )


def _habit(statement: Statement) -> tuple[int, int] | None:
    """Words of a clause that tells what is done again and again, or from now on."""
    words = statement.words
    for clause in statement.clauses:
        if clause.past or clause.dependent or clause.negated:
            continue
        first = max(0, clause.first - _LEADING)
        if _RHYTHM.within(words, first, clause.last) and (clause.future or _now(words[clause.first : clause.last])):
            return first, clause.last
    return None


def _now(words: tuple[str, ...]) -> bool:
    """Whether somebody does something in the present: "each month I compare", "Dana Ruiz checks every Monday"."""
    for at, word in enumerate(words[:-1]):
        if word in ("we", "i") and not is_past(words[at + 1]) and words[at + 1] not in _NO_VERBS:
            return True
        if word in ("he", "she") and words[at + 1].endswith("s"):
            return True
    return False
