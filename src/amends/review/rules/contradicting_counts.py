"""GR13: two different numbers for the same things."""

from collections.abc import Iterator

from amends.model import Related, Span
from amends.review.document import Draft
from amends.review.reckoning import again, listed, remainders, supply
from amends.review.rule import Hit, rule, short


@rule(
    "GR13",
    "contradicting-counts",
    level="warning",
    confidence="medium",
    source="Contradictions end an appeal; guide: measurable details",
    bad=(
        "In May 2026 17 parcels left without a scan.\n\nCorrective actions:\n- On 3 June 2026 we traced the 19 shipments.",
        "We found two faults:\n1. The table was wrong.\n2. The scale was off.\n3. The carton was thin.",
        (
            "Root cause: in August 2026 214 of 256 units arrived in time, 42 units late.\n\nCorrective actions:\n- On 3 "
            "September 2026 we refunded the fee for the 46 late units."
        ),
        (
            "Root cause: of 250 parcels 221 had valid tracking.\n\nCorrective actions:\n- On 3 May 2026 all 29 buyers got "
            "their numbers from us, the remaining 9 could not be found."
        ),
        (
            "Root cause: 16 late orders were shipped on 2 May 2026.\n\nCorrective actions:\n- On 3 May "
            "2026 we refunded the 19 late orders."
        ),
        (
            "Root cause: we printed 3,000 cards, 2,140 used.\n\nCorrective actions:\n- On 3 May 2026 we shredded the left 960 cards."
        ),
    ),
    good=(
        (
            "Root cause: 16 late orders in March 2026 and 9 lost parcels.\n\nCorrective actions:\n- We "
            "refunded the 16 late orders."
        ),
    ),
)
def contradicting_counts(draft: Draft) -> Iterator[Hit]:
    """Two numbers for the same things.

    The letter counts the same orders, units or listings differently in two places. Count once more and write one
    number.
    """
    marked: set[int] = set()
    for place, before, message in (
        *remainders.remainders(draft),
        *((Span(w.start, w.end, draft.text[w.start : w.end]), "", w.message) for w in listed.lists(draft)),
        *again.counts(draft),
        *supply.supplies(draft),
    ):
        if place.start not in marked:
            marked.add(place.start)
            above = (Related(draft.file, short(before, 100), "Before"),) if before else ()
            yield Hit(place, message, above)
