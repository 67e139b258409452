"""EV14: one action, or one proof in a list of proofs, that names no document while the others do."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.letter.proofs import ATTACHED
from amends.review.measures.points import actions, exhibits_in, tells
from amends.review.measures.prose import head
from amends.review.rule import Hit, rule, short

_FEWEST = 2


@rule(
    "EV14",
    "claim-without-document",
    level="note",
    confidence="medium",
    source="Guide, mistakes that get plans rejected: claims without documentation are ignored",
    yields_to=("EV02", "AC03", "AC05", "ST08"),
    bad=(
        (
            "Corrective actions:\n- On 3 May 2026 we removed 12 listings (closed.png).\n- On 4 May 2026 we refunded 9 "
            "buyers (refunds.pdf).\n- On 5 May 2026 the laboratory Testra found 12 jars free of lead."
        ),
    ),
    good=(
        (
            "Corrective actions:\n- On 3 May 2026 we removed 12 listings (closed.png).\n- On 4 May 2026 we refunded 9 "
            "buyers (refunds.pdf).\n- On 5 May 2026 the laboratory Testra found 12 jars free of lead (testra.pdf)."
        ),
    ),
)
def claim_without_document(draft: Draft) -> Iterator[Hit]:
    """A claim that no document shows.

    The other points name the file that proves them, and this one does not, so the reader takes it for the weak one.
    Name its document, or say why there is none.
    """
    if draft.case is not None:
        # There each fact is held against its own source.
        return
    told = [item for item in actions(draft) if item.kind != "paragraph" and tells(item)]
    proven = [item for item in told if exhibits_in(draft, item)]
    if len(proven) >= _FEWEST and len(proven) * 2 >= len(told):
        for item in told:
            if not exhibits_in(draft, item) and not ATTACHED.found(item.words):
                first = head(draft, item)
                yield Hit(first, f"Which document shows “{short(first.text, 56)}”? The other actions name theirs.")
