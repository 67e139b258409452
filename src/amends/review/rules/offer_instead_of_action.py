"""AC10: an offer where an action is asked."""

from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.language.words import Lexicon
from amends.review.letter import parts
from amends.review.meaning.senses import Spot
from amends.review.measures.offers import offered
from amends.review.rule import Hit, rule, short

_SAID = Lexicon(
    "would like to compensate|refund|replace|offer|provide|remove|delete|contact|send",
    "we|i are|am ready|willing|prepared|happy|able to",
    "we|i can provide|send|refund|show|offer|submit|remove|delete|give",
    "on|upon request",
    "if you|amazon wish|want|require|need|like",
    "will be happy|glad|pleased to",
    "as soon as they contact",
    "let us|me know",
)
_ASKED_TO_ACT = (parts.DONE, parts.MIXED)


@rule(
    "AC10",
    "offer-instead-of-action",
    level="warning",
    letters=("plan",),
    source="Guide: past tense language showing that actions are completed; Amazon refuses what is “not implemented”",
    bad=(
        "Corrective actions: we would like to compensate the customers.",
        "Corrective actions: we are ready to delete the listing.",
        "Corrective actions:\n- Should Amazon prefer it, the 8 children can be listed on their own.",
        "Corrective actions:\n- Whoever of the 12 buyers writes to us gets the money back.",
    ),
    good=(
        "Corrective actions: on 4 May 2026 we refunded all 12 buyers, USD 431.88 in total (refunds.pdf).",
        "Corrective actions:\n- On 8 May 2026 we wrote to the owner; they answered that they have no objection (reply.pdf).",
        "Corrective actions:\n- On 8 May 2026 we sent you 37 order numbers so that the reviews can be removed (list.pdf).",
        "Corrective actions:\n- On 8 May 2026 we offered 14 buyers a refund; all 14 took it and were paid that day.",
    ),
)
def offer_instead_of_action(draft: Draft) -> Iterator[Hit]:
    """An offer where an action is asked.

    “We would like to refund” leaves it to Amazon or the buyer to move first. What counts is what is done on the day
    you send the plan. Do it, then write it in the past tense with its date.
    """
    for statement in draft.statements:
        hit = next(_SAID.matches(statement.words), None)
        spot: Spot | None = None
        if statement.part in _ASKED_TO_ACT:
            spot = Spot(hit[0], hit[1]) if hit is not None else offered(draft, statement)
        elif hit is not None and statement.part != parts.CAUSE:
            spot = Spot(hit[0], hit[1])
        if spot is not None:
            start, end = statement.between(spot.first, spot.last)
            quote = draft.text[start:end]
            yield Hit(
                Span(start, end, quote),
                f"“{short(quote, 48)}” offers what should be done already. Do it, then write it in the past tense with "
                "its date.",
            )
