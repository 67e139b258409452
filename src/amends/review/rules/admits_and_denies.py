"""SU01: the letter admits and denies."""

from collections.abc import Iterator

from amends.model import Related, Span
from amends.review.document import Draft
from amends.review.letter.pieces import Statement
from amends.review.position.denial import denied
from amends.review.position.stance import admissions, denials
from amends.review.rule import Hit, rule, short


@rule(
    "SU01",
    "admits-and-denies",
    level="error",
    confidence="medium",
    source=(
        "Contradiction kills: plans that accept fault and deny any violation in one letter; "
        "Amazon's form keeps the two branches apart"
    ),
    bad=(
        (
            "We take full responsibility for this violation.\n\nRoot cause: we have never sold used "
            "items and did not violate the policy."
        ),
    ),
    good=(
        (
            "We take full responsibility for this violation.\n\nRoot cause: no step compared the returns "
            "before they went back to stock."
        ),
    ),
)
def admits_and_denies(draft: Draft) -> Iterator[Hit]:
    """Admission and denial in one letter.

    Amazon's form has two branches: acknowledge and send a plan, or dispute and send evidence. A letter that does
    both is answered on neither. Decide which is true.
    """
    if draft.case and draft.case.route:
        return
    admitted = next(admissions(draft), None)
    if admitted is None:
        return
    above = Related(draft.file, short(admitted[0].text, 100), "Admitted")
    for statement, first, last in denials(draft):
        start, end = statement.between(first, last)
        quote = draft.text[start:end]
        yield Hit(
            Span(start, end, quote),
            f"“{short(quote, 50)}” denies what the letter admits. Send a plan or a dispute, not both.",
            (above,),
            level="warning" if _guessed(draft, statement) else None,
        )


def _guessed(draft: Draft, statement: Statement) -> bool:
    """Whether the denial is read from what the words come to, not from a word of denial."""
    stance = denied(draft, statement)
    return stance is not None and not stance.sure
