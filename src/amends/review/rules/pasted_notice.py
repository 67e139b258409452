"""ST14: Amazon's own notice stands in the letter."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.letter import parts
from amends.review.letter.amazons import is_amazons_sentence
from amends.review.measures.promises import quoted
from amends.review.position.purpose import is_plan
from amends.review.rule import Hit, rule, short

_LEAST = 8
# A letter that disputes a sentence of the notice has to quote it.
_LEAST_ELSEWHERE = 80


@rule(
    "ST14",
    "pasted-notice",
    level="warning",
    source=(
        "Amazon's guidelines for a plan: concise, no introduction (help G200370560); forum "
        "critiques of plans that quote the notice"
    ),
    bad=(
        (
            "Root cause: we listed it.\n\nHello, your Amazon seller account has been deactivated. Your "
            "listings have been removed."
        ),
        "Root cause: You must always keep proof of your sourcing. On 3 May 2026 nobody compared 41 labels.",
    ),
    good=(
        "Root cause: on 2 May 2026 you removed ASIN B0C1234567, which we listed without a letter of authorization.",
        "Corrective actions:\n- On 5 May 2026 we took both children out of the parent, as your notice of 2 May 2026 asks.",
    ),
)
def pasted_notice(draft: Draft) -> Iterator[Hit]:
    """Amazon's own words pasted in.

    The reader has the notice on the screen. Quoting it takes the room of your answer and shows nothing of your own
    work. Name its date and the complaint or case number, and answer.
    """
    if draft.foreign:
        count = sum(len(draft.text[block.start : block.end].split()) for block in draft.foreign)
        if count >= (_LEAST if is_plan(draft) else _LEAST_ELSEWHERE):
            yield Hit(
                draft.foreign[0],
                (
                    f"{count} words here are Amazon's or quoted, not yours. Name the notice by its date "
                    "and leave them out."
                ),
            )
            return
    if is_plan(draft):
        yield from _sentences(draft)


def _sentences(draft: Draft) -> Iterator[Hit]:
    """Sentences in Amazon's voice among the seller's own: the first of each row of them."""
    before = False
    for statement in draft.statements:
        theirs = statement.part != parts.DOCUMENTS and is_amazons_sentence(statement.words) and not quoted(statement)
        if theirs and not before:
            message = (
                f"“{short(statement.text, 48)}” speaks to a seller, as Amazon does. Leave it out and say what you did."
            )
            yield Hit(statement, message)
        before = theirs
