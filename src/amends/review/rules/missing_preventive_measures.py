"""ST03: the letter does not say how it is prevented."""

from collections.abc import Iterator

from amends.model import Severity
from amends.review import parts
from amends.review.document import Draft
from amends.review.owners import RECORD, RHYTHM
from amends.review.points import sections_named
from amends.review.rule import Hit, rule


@rule(
    "ST03",
    "missing-preventive-measures",
    level="error",
    source="Amazon's three questions (help G200370560)",
    bad=(
        (
            "Root cause: no step compared listings with the policy.\n\nCorrective actions: on 3 May 2026 "
            "we closed two listings."
        ),
    ),
    good=(
        (
            "Root cause: nobody compared listings.\n\nActions taken: on 3 May 2026 we closed "
            "two.\n\nPrevention: Dana Ruiz checks weekly."
        ),
    ),
)
def missing_preventive_measures(draft: Draft) -> Iterator[Hit]:
    """No preventive measures.

    Amazon's third question is how you keep it from happening again. For each cause, name who checks what, how
    often, which threshold triggers what, and which record remains.
    """
    if draft.is_plan and draft.statements and not _some(draft):
        level: Severity | None = "warning" if draft.is_follow_up else None
        yield Hit(
            draft.ending,
            f"No preventive measures: the letter has {sections_named(draft)}. Say who now checks what, how often.",
            level=level,
        )


def _some(draft: Draft) -> bool:
    """Whether there is prevention: under a heading, or in sentences that say more than that all will be well."""
    found = draft.of(parts.MEASURES, parts.MIXED)
    if any(part.heading for part in found):
        return True
    items = [item for part in found for item in part.items]
    return any(RHYTHM.found(item.words) or RECORD.found(item.words) or draft.dates_in(item) for item in items)
