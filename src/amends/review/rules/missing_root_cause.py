"""ST01: the letter has no root cause."""

from collections.abc import Iterator

from amends.model import Severity
from amends.review.document import Draft
from amends.review.language.words import Lexicon
from amends.review.letter import parts
from amends.review.meaning.missing_step import misses_step
from amends.review.meaning.senses import senses
from amends.review.measures.points import asked_less, sections_named
from amends.review.position.purpose import is_plan
from amends.review.rule import Hit, rule

# A cause that stands below another heading is hard to find, not absent.
_WHY = Lexicon(
    "root cause|reason is|was|lies|lay",
    "happened|occurred|possible|arose because|since|as",
    "because|since no|our|we|nobody|the",
    "caused by",
)


@rule(
    "ST01",
    "missing-root-cause",
    level="error",
    letters=("plan",),
    source="Amazon's three questions (help G200370560); guide: misidentify the problem and the entire plan fails",
    bad=(
        (
            "Corrective actions:\n- On 3 May 2026 we closed both listings.\n\nPreventive measures:\n- "
            "Each Monday Dana checks listings."
        ),
    ),
    good=(
        (
            "Root cause: no step compared listings with the policy.\n\nCorrective actions: on 3 May 2026 "
            "we closed two listings."
        ),
    ),
)
def missing_root_cause(draft: Draft) -> Iterator[Hit]:
    """No root cause.

    Amazon asks three questions, and the first is why it happened. Without that part the rest has nothing to stand
    on. Write what happened, to which ASINs or orders, between which days, and which step of yours allowed it.
    """
    if (
        is_plan(draft)
        and draft.statements
        and not draft.of(parts.CAUSE)
        and not asked_less(draft, ("root", "cause", "causes"))
    ):
        told = any(_WHY.found(s.words) or misses_step(senses(s), s.words) for s in draft.statements)
        level: Severity | None = "warning" if draft.is_follow_up or told else None
        yield Hit(
            draft.beginning,
            f"No root cause: the letter has {sections_named(draft)}. Say what happened and why, first.",
            level=level,
        )
