"""GR03: a date that the case does not know."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.rule import Example, Hit, rule, short


@rule(
    "GR03",
    "date-not-in-case",
    level="error",
    source="Never send facts that are not true; every date in the plan has a source in the case",
    bad=(Example("Corrective actions: on 9 May 2026 we stopped 340 units of ASIN B0C1234567.", case="plan"),),
    good=(Example("Corrective actions: on 4 May 2026 we stopped 340 units of ASIN B0C1234567.", case="plan"),),
)
def date_not_in_case(draft: Draft) -> Iterator[Hit]:
    """A date without a source.

    No fact, notice or exhibit of the case gives this day. Correct it, or put the fact into the case with its source.
    """
    known = draft.grounds
    if known is None:
        return
    for found in draft.dates:
        if draft.statement_at(found.span.start) is None or found.impossible:
            continue
        missing = (
            (found.month, found.day) not in known.short_days
            if found.year_missing
            else not known.days.intersection(found.readings)
        )
        if missing:
            yield Hit(
                found.span,
                f"The case does not know {short(found.span.quote, 30)}. Correct it, or answer with its source.",
            )
