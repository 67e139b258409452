"""EV03: a file is named that is not in the case."""

from collections.abc import Iterator

from amends.model import Related, Span
from amends.review.document import Draft
from amends.review.letter.proofs import named_files
from amends.review.rule import Example, Hit, rule, short


@rule(
    "EV03",
    "named-but-absent",
    level="error",
    source="Guide: claims without documentation are ignored; Amazon's follow-up on missing documents",
    bad=(Example("Corrective actions: on 3 May 2026 we removed 12 listings (closed-listings.png).", case="plan"),),
    good=(
        Example(
            "Corrective actions: on 4 May 2026 we asked the supplier (Exhibit A, invoice-hl-2231.pdf).", case="plan"
        ),
    ),
)
def named_but_absent(draft: Draft) -> Iterator[Hit]:
    """A file that is named but not there.

    The letter points to a document that is not among the exhibits. Add the file (`amends add`), correct its name,
    or take the reference out.
    """
    if draft.case is None:
        return
    names = {exhibit.name.lower() for exhibit in draft.case.exhibits}
    originals = {exhibit.original.lower(): exhibit for exhibit in draft.case.exhibits}
    for name, start, end in named_files(draft):
        if name.lower() in names:
            continue
        known = originals.get(name.lower())
        related = (Related(known.name, known.original, "It is in the case under its safe name"),) if known else ()
        what = f"write {known.name}" if known else "add the file or correct its name"
        yield Hit(Span(start, end, name), f"“{short(name, 50)}” is not among the exhibits; {what}.", related)
