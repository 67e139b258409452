"""RC04: a cause that says nothing."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.explanation.bare import says_nothing
from amends.review.explanation.causes import said
from amends.review.explanation.faults import vague
from amends.review.letter import parts
from amends.review.meaning.missing_step import misses_step
from amends.review.meaning.senses import senses
from amends.review.position.purpose import is_plan
from amends.review.rule import Hit, rule, short


@rule(
    "RC04",
    "vague-cause",
    level="error",
    source="Guide: vague root causes like “we had some quality issues” will be rejected",
    bad=(
        "Root cause: we had some quality issues.",
        "Root cause: Deficiencies existed in several respects, as our review of 4 June 2026 has brought to light.",
        "Root cause: due to unforeseen circumstances and miscommunication the orders were late.",
        "Root cause: on 3 May 2026 certain aspects of how we run things were not at the level they should have been.",
    ),
    good=("Root cause: 340 units of order 4471 came with a cracked hinge, and our receiving check opened no box.",),
)
def vague_cause(draft: Draft) -> Iterator[Hit]:
    """A cause that says nothing.

    “Some issues” could stand in any seller's letter. Amazon refuses it, since it shows no investigation. Say
    what happened, to which ASINs or orders, between which days, and which step allowed it.
    """
    told_vaguely = False
    told = any(misses_step(senses(s), s.words) for part in draft.of(parts.CAUSE) for s in part.statements)
    for place in said(draft, (parts.OPENING, parts.CAUSE, parts.OTHER), vague):
        told_vaguely = True
        quote = draft.text[place.start : place.end]
        yield Hit(
            place,
            f"“{short(quote, 48)}” could stand in any letter. Say what happened to which ASINs or orders, when, and "
            "which step allowed it.",
            level="warning" if told else None,
        )
    if told_vaguely or not is_plan(draft):
        return
    given = [statement for part in draft.of(parts.CAUSE) for statement in part.statements]
    if given and says_nothing(given):
        yield Hit(
            given[0],
            f"Without its days and numbers “{short(given[0].text, 48)}” could stand in any letter. Say which step, "
            "setting or person of yours allowed it, and how.",
            level="warning",
        )
