"""PM03: a preventive measure that has no rhythm."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.measures.owners import owner_in
from amends.review.measures.points import measures
from amends.review.measures.rhythms import rhythmic
from amends.review.rule import Hit, rule, short


@rule(
    "PM03",
    "measure-without-rhythm",
    level="warning",
    confidence="medium",
    source=(
        "Guide, credible prevention plans: a system that runs, not a promise; practitioners: "
        "owner, frequency, threshold"
    ),
    yields_to=("PM06", "PM07", "PM11", "PM12", "AC10", "TO06", "TO07", "TO08", "TO09", "TO10"),
    bad=(
        "Preventive measures:\n- Dana Ruiz (operations lead) reviews the account health page.",
        "Preventive measures:\n- When there is time Dana Ruiz (operations lead) weighs 8 parcels.",
    ),
    good=(
        (
            "Preventive measures:\n- Every morning Dana Ruiz reviews the account health page.\n- Stock "
            "is counted before each promotion."
        ),
        (
            "Preventive measures:\n- Mrs Oduya opens one return in ten.\n- The label program refuses an order without a "
            "ship-by date; Mrs Oduya reads the refusals."
        ),
        ("Preventive measures:\n- New goods with less than 150 days are refused at the door by Dana Ruiz."),
    ),
)
def measure_without_rhythm(draft: Draft) -> Iterator[Hit]:
    """A preventive measure without a rhythm.

    Say how often it is done, or what sets it off: every Monday, before each new listing, at receiving, when the
    rate passes 0.5 %.
    """
    for item in measures(draft):
        if not rhythmic(draft, item):
            first = item.statements[0]
            if item.kind == "paragraph":
                first = next((one for one in item.statements if owner_in(draft, one)), first)
            yield Hit(first, f"No rhythm for “{short(first.text, 56)}”. Say how often, or what sets it off.")
