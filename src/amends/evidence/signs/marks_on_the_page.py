"""Notes, highlights or stamps lie on the page."""

from __future__ import annotations

from collections.abc import Iterator

from amends.evidence.check import Said
from amends.evidence.sign import sign
from amends.evidence.traces import Traces


@sign(
    "SG06",
    "marks-on-the-page",
    level="warning",
    source="Seller Forums 0921878a, f5d1aa80: a seller who had marked an invoice in red was judged to have forged it",
    bad=({"notes": 2},),
    good=({"notes": 0}, {}),
)
def marks_on_the_page(seen: Traces) -> Iterator[Said]:
    """Somebody put notes, highlights, boxes or stamps onto the document.

    Honest reasons: you marked the line that matters. Amazon's page allows that for invoices, yet a seller was judged
    forged for it, and identity papers and bills must never be marked. A cover sheet with page and line does the same.
    """
    if seen.notes:
        what = "a note or mark" if seen.notes == 1 else f"{seen.notes} notes or marks"
        yield Said(
            f"There is {what} on the page that the supplier's program did not write. Marks were taken for changes "
            f"before.",
            "Send the clean original and point to the line on a cover sheet; `amends mark` writes one.",
        )
