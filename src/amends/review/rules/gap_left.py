"""ST09: the draft itself says that something is missing."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.rule import Hit, rule, short


@rule(
    "ST09",
    "gap-left",
    level="error",
    source="Guide: specific dates, numbers and documents for every action; a draft with gaps is not ready to be sent",
    bad=(
        (
            "## Corrective Actions\n\n1. We closed the listing.\n\n> Missing: the day on which you "
            "closed it. Look it up in Manage Inventory."
        ),
    ),
    good=("## Corrective Actions\n\n1. On 3 May 2026 we closed the listing.",),
)
def gap_left(draft: Draft) -> Iterator[Hit]:
    """Something is still missing.

    Where the case lacks a fact or a document, the draft says so instead of papering over it. Answer the question
    (`amends ask`), add the file (`amends add`), or take the point out.
    """
    for block in draft.gaps:
        said = draft.text[block.start : block.end].replace("**", "").removeprefix("Missing:")
        yield Hit(block, f"Still missing: {short(said, 120)}")
