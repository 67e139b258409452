"""EV07: files are listed at the end but support no sentence."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.letter import parts
from amends.review.letter.proofs import names_proof
from amends.review.rule import Hit, rule


@rule(
    "EV07",
    "evidence-only-listed",
    level="note",
    source="Guide to the plan of action: file names in each section where they support your case",
    bad=(
        (
            "Root cause: no step asked for it.\n\nCorrective actions:\n- On 3 May 2026 we closed 12 "
            "listings.\n\nDocumentation:\n- closed.png"
        ),
    ),
    good=("Corrective actions:\n- On 3 May 2026 we closed 12 listings (closed.png).\n\nDocumentation:\n- closed.png",),
)
def evidence_only_listed(draft: Draft) -> Iterator[Hit]:
    """Evidence that is only listed at the end.

    A list of files does not say what each shows. Write the name behind the sentence that it proves; the list may
    stay as an index.
    """
    listed = draft.of(parts.DOCUMENTS)
    elsewhere = any(names_proof(draft, s) for s in draft.statements if s.part != parts.DOCUMENTS)
    if (
        listed
        and any(draft.files_in(part) for part in listed)
        and not elsewhere
        and draft.of(parts.DONE, parts.MIXED, parts.MEASURES)
    ):
        yield Hit(
            listed[0].place,
            "These files support no sentence above. Write each name behind the sentence that it proves.",
        )
