"""PM05: prevention in which nothing triggers anything."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.letter import parts
from amends.review.measures.points import measures
from amends.review.measures.prose import head
from amends.review.measures.tables import LIMIT, cells
from amends.review.measures.thresholds import triggered
from amends.review.rule import Hit, rule, short


@rule(
    "PM05",
    "prevention-without-threshold",
    level="note",
    confidence="medium",
    source="Guide, credible prevention plans: include measurable thresholds that trigger action",
    yields_to=("PM06", "PM07", "PM11", "PM12", "AC10", "TO06", "TO07", "TO08", "TO09", "TO10"),
    bad=("Preventive measures:\n- Every Monday Dana Ruiz reviews the listings and signs the sheet.",),
    good=(
        (
            "Preventive measures:\n- Every Monday Dana Ruiz reviews the listings; if one names a brand, "
            "she closes it the same day."
        ),
    ),
)
def prevention_without_threshold(draft: Draft) -> Iterator[Hit]:
    """No threshold anywhere in the prevention.

    A check that triggers nothing changes nothing. Say at which value or finding somebody acts, and how: “above 2 %
    the listing is paused”.
    """
    found = draft.of(parts.MEASURES, parts.MIXED)
    points = measures(draft)
    without = [item for item in points if not (triggered(item) or LIMIT in cells(draft, item))]
    if points and found and len(without) == len(points):
        yield Hit(
            found[0].place,
            "No measure says at which value or finding somebody acts. Add one: “above 2 % we pause the listing”.",
        )
        return
    for item in without:
        first = head(draft, item)
        yield Hit(
            first if item.kind == "paragraph" else item,
            f"At which finding does somebody act, and how: “{short(first.text, 56)}”?",
        )
