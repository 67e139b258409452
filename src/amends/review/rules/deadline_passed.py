"""SU10: the day by which the notice wants its answer has gone."""

from collections.abc import Iterator

from amends.dates import written
from amends.model import Related
from amends.review.document import Draft
from amends.review.letter.own_day import letter_date
from amends.review.rule import Example, Hit, rule, short


@rule(
    "SU10",
    "deadline-passed",
    level="warning",
    source="Notices name the day after which stock is destroyed, funds are kept or an answer may not be read",
    bad=(Example("25 May 2026\n\nRoot cause: ASIN B0C1234567 was live without an invoice on file.", case="plan"),),
    good=(Example("6 May 2026\n\nRoot cause: ASIN B0C1234567 was live without an invoice on file.", case="plan"),),
)
def deadline_passed(draft: Draft) -> Iterator[Hit]:
    """A letter dated after the day that the notice set.

    A late answer is often still read, but not always, and what the notice threatens may have begun. Send it today and
    say nothing about the delay that the case does not know.
    """
    notice = draft.notice
    own = letter_date(draft)
    day = own.date if own is not None else draft.today
    if notice is None or day is None or not draft.statements:
        return
    gone = [deadline for deadline in notice.deadlines if deadline.date is not None and deadline.date < day]
    for deadline in gone[:1]:
        assert deadline.date is not None
        yield Hit(
            own.span if own is not None else draft.beginning,
            f"The notice wanted its answer by {written(deadline.date)}. Send it at once.",
            (Related(notice.file, short(deadline.span.quote, 120), "Notice"),),
        )
