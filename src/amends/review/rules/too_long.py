"""ST04: the letter is longer than its reader's time."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.letter.pieces import Statement
from amends.review.position.purpose import is_plan
from amends.review.rule import Hit, rule

_DISPUTE = 600


@rule(
    "ST04",
    "too-long",
    level="warning",
    source=(
        "Guide, mistakes that get plans rejected: writing too much; 1-2 pages (sellercandy.com); "
        "readers take 4-5 minutes (ecommercelawpro.com)"
    ),
    bad=("Root cause: " + " ".join(f"On day {n} we looked at order {n} and found it was late." for n in range(1, 95)),),
    good=("Root cause: 16 orders were late because nobody owned the vacation setting.",),
)
def too_long(draft: Draft) -> Iterator[Hit]:
    """Too long.

    A reader has four to five minutes, and one or two pages is what practitioners send. The budget grows with the
    severity of the enforcement: 600, 800 or 1,000 words, 900 when it is not known. Cut history, apology, policy
    quotations and whatever answers none of the three questions; move tables into a document. A letter that disputes one
    finding, and has no actions to tell, needs no more than 600.
    """
    budget = draft.budget if is_plan(draft) else min(draft.budget, _DISPUTE)
    if draft.words > budget:
        over = next(s for at, s in _running(draft) if at > budget)
        yield Hit(
            over, f"{draft.words} words; {budget} are enough here. From this sentence on the reader's time is used up."
        )


def _running(draft: Draft) -> Iterator[tuple[int, Statement]]:
    total = 0
    for statement in draft.statements:
        total += len(statement.words)
        yield total, statement
