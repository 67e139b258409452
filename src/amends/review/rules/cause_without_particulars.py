"""RC06: a root cause that names no ASIN, order, number or name."""

from collections.abc import Iterator

from amends.review import parts
from amends.review.document import Draft
from amends.review.points import measurable
from amends.review.rule import Hit, rule


@rule(
    "RC06",
    "cause-without-particulars",
    level="warning",
    letters=("plan",),
    source="Guide: exact dates, ASINs, order IDs, supplier names and quantities; vague root causes are rejected",
    bad=(
        (
            "Root cause: we listed products without an authorization and did not check the brand before "
            "we went live with them."
        ),
    ),
    good=("Root cause: ASIN B0C1234567 went live without a letter of authorization.",),
)
def cause_without_particulars(draft: Draft) -> Iterator[Hit]:
    """A root cause without particulars.

    A cause that names no ASIN, order, number, product or supplier could stand in any seller's letter. Name what it
    happened to and how often.
    """
    found = draft.of(parts.CAUSE)
    items = [item for part in found for item in part.items]
    if draft.is_plan and items and not any(measurable(draft, item) for item in items):
        yield Hit(
            found[0].place,
            "The root cause names no ASIN, order, number or supplier. Say what it happened to and how often.",
        )
