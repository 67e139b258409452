"""EV01: the letter names no evidence at all."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.letter import parts
from amends.review.letter.proofs import ATTACHED, names_proof
from amends.review.position.purpose import is_plan
from amends.review.rule import Hit, rule


@rule(
    "EV01",
    "no-evidence",
    level="warning",
    letters=("plan",),
    source=(
        "Guide, mistakes that get plans rejected: submitting without evidence, claims without documentation are ignored"
    ),
    bad=(
        (
            "Root cause: no step compared listings with the brand list.\n\nActions taken:\n- On 3 May "
            "2026 we removed 12 listings."
        ),
    ),
    good=(
        (
            "Root cause: no step compared.\n\nCorrective actions:\n- On 3 May 2026 we removed 12 "
            "listings (Exhibit A, closed.png)."
        ),
    ),
)
def no_evidence(draft: Draft) -> Iterator[Hit]:
    """No evidence named.

    A claim without a document is ignored. Name behind each action and measure the file that shows it: the
    screenshot of the closed listings, the removal order, the refunds, the procedure, the training record.
    """
    if not is_plan(draft) or draft.words < 15:
        return
    if any(names_proof(draft, s) or ATTACHED.found(s.words) for s in draft.statements) or draft.of(parts.DOCUMENTS):
        return
    found = draft.of(parts.DONE, parts.MIXED, parts.MEASURES)
    place = found[0].place if found else draft.beginning
    yield Hit(place, "No document is named anywhere. Name behind each action the file that shows it.")
