"""SU12: a day, number or name that differs from what was sent before."""

from collections.abc import Iterator

from amends.model import Related, Span
from amends.review.document import Draft
from amends.review.language.words import Lexicon
from amends.review.rule import Example, Hit, rule, short

_CORRECTS = Lexicon(
    "correct*|wrong|wrongly|mistake|mistaken|misstated|slip|error .. first|earlier|previous|last plan|letter|answer",
    "first|earlier|previous|last plan|letter|answer|submission .. said|gave|named|stated|wrote|counted|had|was",
    "we|i correct|corrected",
)
_SENT = "Root cause: we shipped 12 orders late between 3 and 9 May 2026.\n\nCorrective actions: we refunded 12 buyers."


@rule(
    "SU12",
    "differs-from-submission",
    level="warning",
    confidence="medium",
    source="Contradictions end an appeal: later tries are read beside the first one",
    bad=(Example("Root cause: we shipped 14 orders late between 3 and 9 May 2026.", attempts=(_SENT,)),),
    good=(
        Example("Root cause: we shipped 12 orders late between 3 and 9 May 2026.", attempts=(_SENT,)),
        Example(
            "Root cause: we shipped 14 orders late between 3 and 9 May 2026. Our first plan said 12, which was a "
            "mistake in our count.",
            attempts=(_SENT,),
        ),
    ),
)
def differs_from_submission(draft: Draft) -> Iterator[Hit]:
    """Differs from what was sent before.

    Amazon has the earlier letter. A day, number or name that changed without a word makes both letters doubtful.
    Write what is true, and where the earlier letter was wrong say so in one sentence.
    """
    attempts = [plan for plan in draft.earlier if plan.attempt]
    if not attempts:
        return
    from amends.review.grounding.retold import difference_at, differences_from
    from amends.review.grounding.strange import unknown_at

    told: set[int] = set()
    for plan in sorted(attempts, key=lambda plan: -plan.attempt):
        for difference in differences_from(draft, plan.text):
            item = difference.retold.statement.item
            if difference.start in told or (item is not None and _CORRECTS.found(item.words)):
                continue
            # What the case contradicts is said already, with the fact.
            if unknown_at(draft, difference.start, difference.end) or difference_at(
                draft, difference.start, difference.end
            ):
                continue
            told.add(difference.start)
            quote = draft.text[difference.start : difference.end]
            yield Hit(
                Span(difference.start, difference.end, quote),
                f"“{short(quote, 40)}” here; submission {plan.attempt} said {short(difference.instead, 40)}. "
                "Say which is right, and that the other was a mistake.",
                (Related(plan.file, short(difference.retold.words, 160), f"Submission {plan.attempt}"),),
            )
