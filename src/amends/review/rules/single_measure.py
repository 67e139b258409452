"""PM10: one measure alone."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.measures.controls import controls
from amends.review.measures.points import measures
from amends.review.measures.prose import head
from amends.review.position.purpose import is_plan
from amends.review.rule import Hit, rule


@rule(
    "PM10",
    "single-measure",
    level="note",
    confidence="low",
    source="Practitioners: 3-6 controls (amazonreinstatementgroup.netlify.app)",
    yields_to=("PM06", "PM07", "PM11", "PM12", "AC10", "TO06", "TO07", "TO08", "TO09", "TO10"),
    bad=("Preventive measures:\n- Every Monday Dana Ruiz compares the listings with the brand list.",),
    good=(
        (
            "Preventive measures:\n- Every Monday Dana Ruiz compares the listings.\n- Before each new "
            "listing she asks for the letter."
        ),
    ),
)
def single_measure(draft: Draft) -> Iterator[Hit]:
    """A single preventive measure.

    One check fails sooner or later. Practitioners name three to six controls: one that stops it, one that notices
    it, one that reviews both.
    """
    found = measures(draft) if is_plan(draft) else []
    if found and sum(len(item.statements) for item in found) <= _LONGEST and len(controls(draft)) == 1:
        yield Hit(head(draft, found[0]), "One measure alone. Add one that notices when the first one fails.")


_LONGEST = 4
