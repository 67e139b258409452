"""ST03: the letter does not say how it is prevented."""

from collections.abc import Iterator

from amends.model import Severity
from amends.review.document import Draft
from amends.review.letter import parts
from amends.review.measures.owners import owned
from amends.review.measures.points import asked_less, sections_named, tells
from amends.review.measures.records import RECORD
from amends.review.measures.rhythms import RHYTHM, rhythmic
from amends.review.position.purpose import is_plan
from amends.review.rule import Hit, rule


@rule(
    "ST03",
    "missing-preventive-measures",
    level="error",
    letters=("plan",),
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
    if (
        is_plan(draft)
        and draft.statements
        and not _some(draft)
        and not asked_less(draft, ("prevent", "prevention", "preventive", "preventing"))
    ):
        elsewhere = _elsewhere(draft)
        if elsewhere and not draft.has_parts:
            return
        level: Severity | None = "warning" if draft.is_follow_up or elsewhere else None
        yield Hit(
            draft.ending,
            f"No preventive measures: the letter has {sections_named(draft)}. Say who now checks what, how often.",
            level=level,
        )


def _some(draft: Draft) -> bool:
    """Whether there is prevention: under a heading, or in sentences that say more than that all will be well."""
    found = draft.of(parts.MEASURES, parts.MIXED)
    if any(part.heading and part.id == parts.MEASURES for part in found):
        return True
    mixed = [item for part in found if part.heading for item in part.items if item.statements]
    if any(not tells(item) or rhythmic(draft, item) for item in mixed if item.kind != "paragraph"):
        return True
    if any(RHYTHM.found(s.words) and RECORD.found(s.words) for item in mixed for s in item.statements):
        return True
    found = [part for part in found if not part.heading]
    items = [item for part in found for item in part.items]
    return any(RHYTHM.found(item.words) or RECORD.found(item.words) or draft.dates_in(item) for item in items)


def _elsewhere(draft: Draft) -> bool:
    """Whether points below another heading say who does what, how often: prevention that is hard to find, not absent."""
    return any(rhythmic(draft, item) and RECORD.found(item.words) and owned(draft, item) for item in draft.items)
