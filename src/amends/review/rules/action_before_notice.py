"""GR11: a corrective action older than the notice that it answers."""

from collections.abc import Iterator
from datetime import date

from amends.dates import Found, written
from amends.model import Related
from amends.review.document import Draft
from amends.review.language.words import Lexicon
from amends.review.letter.pieces import Statement
from amends.review.letter.timing import notice_dates
from amends.review.measures.points import actions
from amends.review.rule import Hit, rule, short


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
        (
            "On 3 July 2026 you closed our account. We dispute that.\n\nThe laptop was wiped on 1 July 2026, after I had seen your notice."
        ),
    ),
    good=(
        (
            "Root cause: on 2 May 2026 you removed ASIN B0C1234567.\n\nCorrective actions:\n- On 3 May "
            "2026 we refunded 12 buyers."
        ),
        (
            "Root cause: on 12 February 2026 you removed ASIN B0C1234567.\n\nCorrective actions:\n- 13 February 2026: we wrote to the owner and gave our sales, 23 units since 19 August 2025."
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
    judged = {item.start for item in actions(draft)}
    for statement in draft.statements:
        day = _reacts(draft, statement)
        inside = statement.item is not None and statement.item.start in judged
        if not inside and day is not None and day.date is not None and day.date < limit:
            yield Hit(
                day.span,
                f"{short(day.span.quote, 30)} is before the notice ({written(limit)}) that it answers. Check the date.",
                said,
            )
    for item in actions(draft):
        days = [found for found in draft.dates_in(item) if found.date is not None and not _of_a_span(draft, found)]
        if days and all(found.date is not None and found.date < limit for found in days):
            yield Hit(
                days[0].span,
                f"{short(days[0].span.quote, 30)} is before the notice ({written(limit)}). Check the date.",
                said,
            )


def _of_a_span(draft: Draft, found: Found) -> bool:
    """Whether a day only begins a span that the action speaks of: "23 units since 19 August 2025"."""
    before = draft.low[max(0, found.span.start - 24) : found.span.start].split()
    return bool(before) and before[-1] in _SPANS


_SPANS = frozenset("since from between until till to of dated through".split())


def _limit(draft: Draft) -> tuple[date | None, tuple[Related, ...]]:
    notice = draft.notice
    if notice is not None and notice.received is not None:
        return notice.received, (Related(notice.file, "", f"Notice received {written(notice.received)}"),)
    inside = [(item.start, item.end) for item in actions(draft) if item.kind != "paragraph"]
    reactions = {day.span.start for s in draft.statements if (day := _reacts(draft, s)) is not None}
    told = [day for day in notice_dates(draft) if day.span.start not in reactions]
    said = [day for day in told if not any(start <= day.span.start < end for start, end in inside)] or told
    if not said:
        return None, ()
    first = min(said, key=lambda found: found.date or date.max)
    return first.date, (Related(draft.file, short(first.span.quote), "Day of the notice, by this letter"),)


# "On 1 July, after I had seen your notice, I …": the day of the answer, not that of the notice.
_ANSWERS = Lexicon(
    "after|upon|on|when|once|having|since we|i? had|have? saw|seen|seeing|read|reading|got|getting|received|receiving "
    "your|the|amazon notice|mail|email|e-mail|message|letter|warning",
    "because_of|due_to|following|in_reaction_to|in_response_to your|the notice|mail|email|e-mail|message|letter|warning",
)
_NEXT = 4


def _reacts(draft: Draft, statement: Statement) -> Found | None:
    """The day on which a sentence says that something was done in answer to the notice, told before the answer."""
    days = draft.dates_in(statement)
    if not days:
        return None
    hit = next(_ANSWERS.matches(statement.words), None)
    if hit is None:
        return None
    start, end = statement.between(hit[0], hit[1])
    if any(end <= day.span.start < end + _NEXT * 4 for day in days):
        # "After your notice of 3 July" tells the day of the notice.
        return None
    return next((day for day in days if day.span.end <= start), None)
