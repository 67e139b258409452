"""GR10: an action told as done that lies ahead."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date

from amends.dates import Found, written
from amends.model import Related
from amends.review.document import Draft
from amends.review.letter import parts
from amends.review.letter.pieces import Statement
from amends.review.letter.timing import letter_date
from amends.review.rule import Hit, rule, short

_HEAD = 12


@rule(
    "GR10",
    "done-in-future",
    level="error",
    source="Contradictions end an appeal; actions are done before submitting",
    bad=(
        "6 May 2026\n\nDear Seller Performance Team,\n\nCorrective actions:\n- On 9 May 2026 we removed 12 listings.",
    ),
    good=(
        "6 May 2026\n\nDear Seller Performance Team,\n\nCorrective actions:\n- On 4 May 2026 we removed 12 listings.",
    ),
)
def done_in_future(draft: Draft) -> Iterator[Hit]:
    """Something done on a day that has not come.

    The date lies after the day of the letter, yet the sentence says it is done. Correct the date, or do it first.
    """
    limit, said = _limit(draft)
    if limit is None:
        return
    for statement in draft.statements:
        if statement.part == parts.CONCLUSION and draft.has_parts:
            continue
        late = [found for found in draft.dates_in(statement) if found.date is not None and found.date > limit]
        told = (
            [statement.between(c.first, c.last) for c in statement.clauses if c.past and not c.future] if late else []
        )
        ends = [end for _, end in told]
        for found in late:
            at = bisect_right(ends, found.span.start - 2)
            within = at < len(told) and told[at][0] <= found.span.start
            if found.date is not None and (within or _heads(statement, found)):
                message = f"{written(found.date)} is after the day of this letter ({written(limit)}), yet told as done."
                yield Hit(found.span, message, said)


def _heads(statement: Statement, found: Found) -> bool:
    """Whether a date heads a point of the corrective actions, which tell what is done."""
    item = statement.item
    if item is None or statement.part != parts.DONE or found.span.start - item.start > _HEAD:
        return False
    return not any(clause.future or clause.maybe for clause in statement.clauses)


def _limit(draft: Draft) -> tuple[date | None, tuple[Related, ...]]:
    own = letter_date(draft)
    if own is not None and own.date is not None:
        return own.date, (Related(draft.file, short(own.span.quote), "Date of the letter"),)
    return draft.today, ()
