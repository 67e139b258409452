"""GR16: an action dated before the event of the cause that it answers."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from amends.dates import written
from amends.model import Related
from amends.review.coverage import causes
from amends.review.document import Draft
from amends.review.letter.own_day import letter_date
from amends.review.letter.timing import notice_dates
from amends.review.measures.points import actions, tells
from amends.review.position.purpose import is_plan
from amends.review.reckoning import course
from amends.review.rule import Hit, rule, short


@rule(
    "GR16",
    "action-before-event",
    level="warning",
    confidence="medium",
    source="Contradictions end an appeal: what answers an event cannot be older than the event",
    bad=(
        (
            "Root cause:\nFrom 3 to 9 May 2026 nobody compared the labels of 41 jars.\n\nCorrective actions:\n- On 28 April "
            "2026 we refunded 12 buyers.\n- On 12 May 2026 we destroyed 41 jars."
        ),
        (
            "Root cause:\nThe wrong label was printed on 12 May 2026.\n\nCorrective actions:\n- The wrong label was taken "
            "off on 8 May 2026 by the packer."
        ),
    ),
    good=(
        (
            "Root cause:\nThe wrong label was printed on 12 May 2026.\n\nCorrective actions:\n- The wrong label was taken "
            "off on 18 May 2026 by the packer."
        ),
        (
            "Root cause: our count went up once a day.\n\nCorrective actions: in the week of 6 to 12 May 2026 we cancelled 8 "
            "orders. The count came from a sheet, and on 9 May 2026 the shop sold the last 12. On 14 May 2026 I set it to zero."
        ),
        (
            "Root cause:\nFrom 3 to 9 May 2026 nobody compared the labels of 41 jars.\n\nCorrective actions:\n- On 11 May "
            "2026 we refunded 12 buyers.\n- On 12 May 2026 we destroyed 41 jars."
        ),
    ),
)
def action_before_event(draft: Draft) -> Iterator[Hit]:
    """A corrective action from before the event.

    The cause tells when it happened, and this action is dated earlier than all of that. One of the dates is a slip.
    """
    if not is_plan(draft):
        # A dispute shows papers in the order of its points.
        return
    yield from _answered_early(draft)
    for place, before, message in course.answered_early(draft):
        yield Hit(place, message, (Related(draft.file, short(before, 100), "What it answers"),))
    if draft.notice is not None or notice_dates(draft):
        return
    days = [found for item in causes(draft) for found in draft.dates_in(item) if found.date is not None]
    if not days:
        return
    own = letter_date(draft)
    first = min((found for found in days), key=lambda found: found.date or date.max)
    # A row of invoices or a label tells of no action.
    told = [item for item in actions(draft) if tells(item)]
    points = [(item, [f for f in draft.dates_in(item) if f.date is not None]) for item in told]
    for _, dated in points:
        if dated and first.date is not None and all(f.date is not None and f.date < first.date for f in dated):
            if own is not None and dated[0].span == own.span:
                continue
            above = (Related(draft.file, short(first.span.quote), f"The event, {written(first.date)}"),)
            message = (
                f"{short(dated[0].span.quote, 30)} is before what it answers ({written(first.date)}). Check the date."
            )
            yield Hit(dated[0].span, message, above)


_CAME = frozenset(
    "came arrived received back returned answered replied confirmed result results report reported".split()
)


_SENT = frozenset(
    "sent send ordered asked shipped gave given submitted wrote requested handed mailed posted brought emailed "
    "commissioned delivered forwarded informed contacted dispatched passed called phoned".split()
)


def _answered_early(draft: Draft) -> Iterator[Hit]:
    """What came back before it was sent: "5/8: sent 5 units to the laboratory. The report came on 5/7"."""
    for item in actions(draft):
        if len(item.statements) < 2:
            continue
        sent = next(iter(draft.dates_in(item)), None)
        if sent is None or not sent.readings:
            continue
        out = False
        for before, statement in pairwise(item.statements):
            # "From 6 to 12 May we took 160 orders. The count came from a sheet": nothing was sent out.
            out = out or not _SENT.isdisjoint(before.words)
            if not out or _CAME.isdisjoint(statement.words):
                continue
            for found in draft.dates_in(statement)[:1]:
                pairs = list(zip(found.readings, sent.readings, strict=False))
                near = pairs and len(found.readings) == len(sent.readings)
                if near and all(0 < (there - here).days <= _WEEKS for here, there in pairs):
                    above = (Related(draft.file, short(sent.span.quote), "What it answers"),)
                    message = f"{short(found.span.quote, 30)} is before what it answers. Check the dates."
                    yield Hit(found.span, message, above)


_WEEKS = 70
