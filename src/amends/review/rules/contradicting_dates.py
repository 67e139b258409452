"""GR12: two different days for one event."""

from collections.abc import Iterator

from amends.model import Related
from amends.review.document import Draft
from amends.review.letter.timing import notice_dates
from amends.review.reckoning import bounds, course, lengths, named_days, same_event
from amends.review.rule import Hit, rule, short


@rule(
    "GR12",
    "contradicting-dates",
    level="warning",
    confidence="medium",
    source="Contradictions end an appeal",
    bad=(
        (
            "Root cause: on 2 May 2026 you removed our listing.\n\nCorrective actions:\n- After you "
            "removed our listing on 5 May 2026 we looked."
        ),
        "For 14 days, from 2 to 12 May 2026, nobody read the list.",
        "The lease runs from 1 July 2026 to 30 June 2026.",
        "The invoice of 2 June 2026 was paid on 9 May 2026.",
        "On 3 May 2026, two days before the supplier wrote on 9 May 2026, we closed the offer.",
        "On 3 May 2026 we closed ASIN B0C1234567.\n\nASIN B0C1234567 was closed on 6 May 2026.",
        "Our packer was absent for three weeks, 5 to 12 May 2026.",
        "The 300 bottles delivered on 14 May 2026 were destroyed on 10 May 2026.",
        "In the first quarter, on 14 May 2026, the owner signed the agreement.",
        "The feed stopped on 4 February 2026. Eight months later, on 4 April 2026, it still stood.",
        (
            "Corrective actions:\n- On 6 May 2026 the clerk locked lot K7, which had come in on 14 April 2026.\n- Lot K7 "
            "came in on 4 April 2026 and was counted on 7 May 2026."
        ),
        "On 5 May 2026 the bookkeeper paid the invoice that the mill wrote on 9 May 2026.",
    ),
    good=("On 3 May 2026 we closed ASIN B0C1234567.\n\nASIN B0C7654321 was closed on 6 May 2026.",),
)
def contradicting_dates(draft: Draft) -> Iterator[Hit]:
    """Two dates for one event.

    The letter gives different days for the same thing. The reader trusts neither. Look it up and write one.
    """
    first = None
    for found in notice_dates(draft):
        if first is None:
            first = found
        elif found.date != first.date:
            yield Hit(
                found.span, "Another day for the notice than above. Which is right?", (_above(draft, first.span.start),)
            )
    told: set[int] = set()
    for place, earlier, message in (
        *course.reversed_order(draft),
        *course.across(draft),
        *bounds.overstepped(draft),
        *bounds.over(draft),
        *same_event.on_two_days(draft),
        *lengths.contradicted(draft),
        *named_days.misnamed(draft),
    ):
        if place.start in told:
            continue
        told.add(place.start)
        yield Hit(place, message, (Related(draft.file, short(earlier, 100), "Before"),) if earlier else ())


def _above(draft: Draft, offset: int) -> Related:
    statement = draft.statement_at(offset)
    return Related(draft.file, short(statement.text if statement else "", 100), "Above")
