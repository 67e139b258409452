"""ST14: Amazon's own notice stands in the letter."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.position.purpose import is_plan
from amends.review.rule import Hit, rule

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
    ),
    good=("Root cause: on 2 May 2026 you removed ASIN B0C1234567, which we listed without a letter of authorization.",),
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
