"""RC06: a root cause that names no ASIN, order, number or name."""

from collections.abc import Iterator

from amends.review import parts
from amends.review.causes import stated
from amends.review.document import Draft
from amends.review.points import measurable
from amends.review.rule import Hit, rule


@rule(
    "RC06",
    "cause-without-particulars",
    level="warning",
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
    items = [item for part in draft.of(parts.CAUSE) for item in part.items]
    place = stated(draft)
    if draft.is_plan and place is not None and not any(measurable(draft, item) for item in items):
        yield Hit(
            place,
            "The root cause names no ASIN, order, number or supplier. Say what it happened to and how often.",
        )
