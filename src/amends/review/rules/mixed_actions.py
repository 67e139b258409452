"""ST15: what is done and what prevents stand in one list."""

from collections.abc import Iterator

from amends.review import parts
from amends.review.document import Draft
from amends.review.rule import Hit, rule


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
    ),
    good=(
        "What happened: 16 orders shipped late.\n\nWhat we did: all 16 were shipped.\n\nPrevention: Dana Ruiz checks.",
    ),
)
def mixed_actions(draft: Draft) -> Iterator[Hit]:
    """Actions and prevention in one list.

    Amazon asks for both, separately, and refuses plans in which it cannot find the prevention. Write what is done
    under one heading, in the past tense and dated, and what runs from now on under another, with who and how often.
    """
    found = draft.of(parts.MIXED)
    if draft.is_plan and found and not (draft.of(parts.DONE) and draft.of(parts.MEASURES)):
        yield Hit(
            found[0].place,
            "What is done and what prevents stand in one list. Amazon asks for each; give them their own headings.",
        )
