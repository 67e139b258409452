"""AC03: a corrective action that is only promised."""

from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.language.words import Lexicon
from amends.review.letter import parts
from amends.review.letter.pieces import Item
from amends.review.measures.deeds import completed
from amends.review.measures.idling import idle
from amends.review.measures.points import actions
from amends.review.measures.prospects import announced
from amends.review.rule import Hit, rule, short

_ABOUT = Lexicon(
    "we|i are|am fixing|planning|hoping|looking|aiming|intending|preparing|about to hire|bring|buy|add|build|install|"
    "train|replace|change|move|set|get|take|employ|rent|order"
)


@rule(
    "AC03",
    "future-tense-action",
    level="error",
    letters=("plan",),
    source="Amazon's refusal “actions not implemented”; guide: past tense language, completed and not planned",
    bad=(
        "Corrective actions:\n- We will remove all listings of this brand.",
        "Corrective actions:\n1. We are going to refund the 12 buyers.",
        "Corrective actions:\n1. Next step: delist 3 ASINs, to be completed on 11 August 2026.",
        ("Corrective actions:\n- We're rewriting the 9 titles."),
        ("Corrective actions:\n- We are in talks with a second carrier."),
    ),
    good=(
        (
            "Corrective actions:\n- On 3 May 2026 we removed all 12 listings; the stock that will be "
            "returned is under order 4471."
        ),
        "Preventive measures:\n- From 1 June 2026 Dana Ruiz will check each listing.",
    ),
)
def future_tense_action(draft: Draft) -> Iterator[Hit]:
    """A corrective action in the future tense.

    What you “will do” has not been done, and Amazon reads this part for what has been done. Do it before you send
    the plan and write it in the past tense with its date; what goes on from now belongs to the preventive measures.
    """
    points = actions(draft)
    judged = {item.start for item in points}
    for part in draft.of(parts.DONE) if points else ():
        for item in part.items:
            if item.kind == "paragraph" and item.start not in judged:
                yield from _plans(draft, item)
    for item in points:
        if completed(draft, item) or idle(draft, item):
            continue
        for statement, first, last in announced(draft, item):
            start, end = statement.between(first, last)
            quote = draft.text[start:end]
            yield Hit(
                Span(start, end, quote),
                f"“{short(quote, 56)}” is not done yet. Do it, then write it in the past tense with its date.",
            )


def _plans(draft: Draft, item: Item) -> Iterator[Hit]:
    """What the text beside a list of actions says that the seller is about to do, some day."""
    for statement in item.statements:
        found = next(_ABOUT.matches(statement.words), None)
        if found is not None and not draft.dates_in(statement):
            start, end = statement.between(found[0], found[1])
            quote = draft.text[start:end]
            yield Hit(
                Span(start, end, quote),
                f"“{short(quote, 56)}” is not done yet. Do it, then write it in the past tense with its date.",
                level="warning",
            )
