"""ST05: too little for anybody to judge."""

from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.position.purpose import is_plan
from amends.review.rule import Hit, rule

_LEAST = 80
_GOOD = (
    "Root cause: 16 orders of 28 November 2025 shipped one day late. Our store went live one day before the warehouse "
    "opened again, because the vacation setting had no owner and no date in the calendar.\n\n"
    "Corrective actions: on 2 December 2025 we shipped all 16 orders and sent tracking to each buyer (orders.pdf). On "
    "3 December 2025 Dana Ruiz took over the vacation setting.\n\n"
    "Preventive measures: every Friday Dana Ruiz compares the warehouse calendar with the setting and signs the sheet "
    "calendar.pdf; if they differ, the store stays closed."
)


@rule(
    "ST05",
    "too-thin",
    level="error",
    source="Reader's critique of refused plans: too brief; Amazon's follow-up: “greater detail on …”",
    bad=("", "We removed the listing and will follow the policy. Please reinstate us."),
    good=(_GOOD,),
)
def too_thin(draft: Draft) -> Iterator[Hit]:
    """Too thin to judge.

    With less than 80 words a plan cannot hold a cause, an action and a measure with their particulars; Amazon
    answers such letters with “greater detail on …” or refuses them.
    """
    if draft.case is not None and draft.case.route == "none":
        return
    if draft.words < _LEAST and (is_plan(draft) or draft.words < 15):
        place = draft.statements[0] if draft.statements else Span(0, 0, "")
        said = f"{draft.words} words" if draft.words != 1 else "One word"
        yield Hit(
            place,
            (
                f"{said} cannot hold a cause, actions and measures with their dates and numbers. Answer "
                "the three questions."
            ),
        )
