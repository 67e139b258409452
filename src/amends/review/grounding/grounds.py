"""What the case of a letter knows, worked out when it is first asked for."""

from __future__ import annotations

from amends.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.grounding.known import Grounds


def grounds(draft: Draft) -> Grounds | None:
    """What the case knows, or None when there is no case to hold the letter against."""
    if draft.case is None or not draft.case.facts:
        return None
    if "grounds" not in draft.background:
        from amends.review.grounding.known import Grounds

        draft.background["grounds"] = Grounds(draft, draft.case)
    return cast("Grounds", draft.background["grounds"])
