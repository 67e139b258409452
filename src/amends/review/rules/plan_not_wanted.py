"""SU04: a plan where Amazon wants something else."""

from collections.abc import Iterator

from amends.model import Severity
from amends.review.document import Draft
from amends.review.letter import parts
from amends.review.rule import Example, Hit, rule

_WANTED = {
    "documents": "documents only; send them with a covering note",
    "dispute": "an explanation why the enforcement is an error, with evidence",
    "retraction": "a retraction by the rights owner; ask the owner for it",
    "two-step": "the other account to be put right first",
    "none": "nothing; there is nothing to appeal",
}


@rule(
    "SU04",
    "plan-not-wanted",
    level="error",
    source=(
        "Amazon help G200370560: a plan is only one of the shapes; verification, related accounts "
        "and many listing notices want others"
    ),
    bad=(
        Example(
            (
                "Root cause: the bill was old.\n\nCorrective actions: on 4 May 2026 we sent "
                "it.\n\nPreventive measures: Dana Ruiz checks monthly."
            ),
            case="documents",
        ),
    ),
    good=(Example("The utility bill of 2 April 2026 is attached as bill.pdf.", case="documents"),),
)
def plan_not_wanted(draft: Draft) -> Iterator[Hit]:
    """A plan where none is asked for.

    For this notice Amazon wants documents, evidence of an error, a retraction, or another account first. A plan
    does not answer that, and it admits what need not be admitted.
    """
    route = draft.case.route if draft.case else None
    level: Severity | None = None
    if (
        route is None
        and draft.playbook is not None
        and not any(entry.route == "plan" for entry in draft.playbook.routes)
    ):
        # Only the notice itself says what is wanted; its kind says what is usual.
        route, level = draft.playbook.routes[-1].route, "note"
    if route in (None, "plan"):
        return
    found = {part.id for part in draft.of(parts.CAUSE, parts.DONE, parts.MEASURES) if part.heading is not None}
    if len(found) >= 2 and parts.MEASURES in found:
        place = next(part.place for part in draft.parts if part.id in found)
        yield Hit(place, f"This is a plan, and Amazon wants {_WANTED.get(route, 'another answer')}.", level=level)
