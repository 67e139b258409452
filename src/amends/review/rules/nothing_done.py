"""AC01: corrective actions without a single completed action."""

from collections.abc import Iterator

from amends.review import parts
from amends.review.document import Draft
from amends.review.rule import Hit, rule
from amends.review.verbs import is_past


@rule(
    "AC01",
    "nothing-done",
    level="error",
    letters=("plan",),
    source=(
        "Amazon's refusal “actions not implemented”; guide: past tense language showing actions "
        "are completed, not planned"
    ),
    bad=("Corrective actions:\n- We will remove the listing.\n- We will train the staff about the policy.",),
    good=(
        "Corrective actions:\n- On 3 May 2026 we removed the listing.",
        "Corrective actions:\n- Removed 12 listings, 3 May 2026.",
    ),
)
def nothing_done(draft: Draft) -> Iterator[Hit]:
    """No action that is finished.

    Amazon refuses plans whose actions are “not implemented”. Do what is needed first: close the listing, stop the
    stock, refund the buyers. Then write it in the past tense, with its date.
    """
    found = draft.of(parts.DONE)
    statements = [statement for part in found for statement in part.statements]
    if not statements or any(clause.past for statement in statements for clause in statement.clauses):
        return
    if any(
        is_past(statement.words[0]) or any(w in ("done", "completed") for w in statement.words)
        for statement in statements
    ):
        return
    yield Hit(
        found[0].place, "Nothing here is finished. Act first, then write what was done in the past tense with its date."
    )
