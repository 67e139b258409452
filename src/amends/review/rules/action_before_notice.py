"""GR11: a corrective action older than the notice that it answers."""

from collections.abc import Iterator
from datetime import date

from amends.dates import written
from amends.model import Related
from amends.review.document import Draft
from amends.review.points import actions
from amends.review.rule import Hit, rule, short
from amends.review.timing import notice_dates


@rule(
    "GR11",
    "action-before-notice",
    level="warning",
    confidence="medium",
    source="Contradictions end an appeal: a reaction cannot be older than what it reacts to",
    bad=(
        (
            "Root cause: on 2 May 2026 you removed ASIN B0C1234567.\n\nCorrective actions:\n- On 28 "
            "April 2026 we refunded 12 buyers."
        ),
    ),
    good=(
        (
            "Root cause: on 2 May 2026 you removed ASIN B0C1234567.\n\nCorrective actions:\n- On 3 May "
            "2026 we refunded 12 buyers."
        ),
    ),
)
def action_before_notice(draft: Draft) -> Iterator[Hit]:
    """A corrective action from before the notice.

    Corrective actions answer the notice, so their dates follow it. An earlier date is either a slip or part of the
    story: then it belongs to the root cause.
    """
    limit, said = _limit(draft)
    if limit is None:
        return
    for item in actions(draft):
        days = [found for found in draft.dates_in(item) if found.date is not None]
        if days and all(found.date is not None and found.date < limit for found in days):
            yield Hit(
                days[0].span,
                f"{short(days[0].span.quote, 30)} is before the notice ({written(limit)}). Check the date.",
                said,
            )


def _limit(draft: Draft) -> tuple[date | None, tuple[Related, ...]]:
    notice = draft.notice
    if notice is not None and notice.received is not None:
        return notice.received, (Related(notice.file, "", f"Notice received {written(notice.received)}"),)
    inside = [(item.start, item.end) for item in actions(draft) if item.kind != "paragraph"]
    told = notice_dates(draft)
    said = [day for day in told if not any(start <= day.span.start < end for start, end in inside)] or told
    if not said:
        return None, ()
    first = min(said, key=lambda found: found.date or date.max)
    return first.date, (Related(draft.file, short(first.span.quote), "Day of the notice, by this letter"),)
