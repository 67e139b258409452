"""AC05: a corrective action without anything that can be measured."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.points import actions, measurable, tells, theirs
from amends.review.rule import Hit, rule, short


@rule(
    "AC05",
    "action-without-particulars",
    level="warning",
    confidence="medium",
    source="Guide, what Amazon wants to see: measurable details (quantities, amounts, names) and evidence references",
    yields_to=(
        "AC01",
        "AC03",
        "TO07",
    ),
    bad=("Corrective actions:\n- On 3 May 2026 we removed the listings from our catalog.",),
    good=(
        (
            "Corrective actions:\n- On 3 May 2026 we removed 12 listings.\n- On 4 May 2026 we wrote to "
            "the rights owner (Exhibit B)."
        ),
    ),
)
def action_without_particulars(draft: Draft) -> Iterator[Hit]:
    """A corrective action that nothing measures.

    Give what can be counted or looked up: how many units, which ASINs or orders, how much was refunded, who did it,
    which file shows it.
    """
    for item in actions(draft):
        if tells(item) and not measurable(draft, item) and not theirs(item.statements[0]):
            first = item.statements[0]
            yield Hit(
                first,
                (
                    f"Nothing measures “{short(first.text, 50)}”. Give numbers, ASINs, amounts, names or "
                    "the file that shows it."
                ),
            )
