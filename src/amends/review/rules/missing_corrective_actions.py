"""ST02: the letter does not say what was done."""

from collections.abc import Iterator

from amends.model import Severity
from amends.review.document import Draft
from amends.review.letter import parts
from amends.review.measures.points import asked_less, sections_named
from amends.review.position.purpose import is_plan
from amends.review.rule import Hit, rule

_DEEDS = frozenset(
    "removed deleted closed refunded destroyed recalled blocked stopped cancelled canceled terminated corrected replaced "
    "trained relabelled relabeled quarantined withdrew revoked returned checked inspected audited wrote informed".split()
)


@rule(
    "ST02",
    "missing-corrective-actions",
    level="error",
    letters=("plan",),
    source="Amazon's three questions (help G200370560)",
    bad=(
        (
            "Root cause: no step compared listings with the policy.\n\nPreventive measures:\n- Each "
            "Monday Dana Ruiz checks the listings."
        ),
    ),
    good=(
        (
            "Root cause: no step compared listings with the policy.\n\nWhat we have done: on 3 May 2026 "
            "we closed two listings."
        ),
    ),
)
def missing_corrective_actions(draft: Draft) -> Iterator[Hit]:
    """No corrective actions.

    Amazon's second question is what you have done to resolve the issue. List what is finished: the investigation
    and its outcome, listings, stock, buyers, suppliers, access; each with its date.
    """
    if (
        is_plan(draft)
        and draft.statements
        and not draft.of(parts.DONE, parts.MIXED)
        and not asked_less(draft, ("action", "actions", "taken", "corrective"))
    ):
        level: Severity | None = "warning" if draft.is_follow_up or _elsewhere(draft) else None
        yield Hit(
            draft.beginning,
            f"No corrective actions: the letter has {sections_named(draft)}. List what you have done, dated.",
            level=level,
        )


def _elsewhere(draft: Draft) -> bool:
    """Whether several sentences below other headings tell what the seller did, dated: actions hard to find, not absent."""
    told = [s for s in draft.statements if draft.dates_in(s) and any(c.past and c.we for c in s.clauses)]
    return sum(1 for s in told if _DEEDS.intersection(s.words)) > 1
