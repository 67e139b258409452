"""EV14: one action, or one proof in a list of proofs, that names no document while the others do."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.letter import parts
from amends.review.letter.pieces import Statement
from amends.review.letter.proofs import ATTACHED, names_proof
from amends.review.meaning.senses import senses
from amends.review.measures.points import actions, exhibits_in, tells
from amends.review.measures.prose import head
from amends.review.rule import Hit, rule, short

_FEWEST = 2
_ELSEWHERE = (parts.CAUSE, parts.OPENING, parts.CONCLUSION, parts.OTHER, parts.DOCUMENTS)
# What is said to be so, not what lacked or was asked for.
_IS = frozenset("is are has have hold holds held come comes was were came passed confirmed proves agreed".split())
_LACKED = frozenset(
    "no not without never nobody none neither nor lacked missing before until unless if whether ask asks asked named "
    "wrote says said because notice complaint".split()
)


@rule(
    "EV14",
    "claim-without-document",
    level="note",
    confidence="medium",
    source="Guide, mistakes that get plans rejected: claims without documentation are ignored",
    yields_to=("EV02", "AC03", "AC05", "ST08"),
    bad=(
        (
            "Root cause: the lamp is genuine and was tested on 2 January 2026.\n\nCorrective actions:\n- On 3 May 2026 we "
            "removed 12 listings (closed.png).\n- On 4 May 2026 we refunded 9 buyers (refunds.pdf)."
        ),
        (
            "Corrective actions:\n- On 3 May 2026 we removed 12 listings (closed.png).\n- On 4 May 2026 we refunded 9 "
            "buyers (refunds.pdf).\n- On 5 May 2026 the laboratory Testra found 12 jars free of lead."
        ),
    ),
    good=(
        (
            "Root cause: the test report is for the older lamp.\n\nCorrective actions:\n- On 3 May 2026 we removed 12 "
            "listings (closed.png).\n- On 4 May 2026 we refunded 9 buyers (refunds.pdf).\n\nThe lamp is certified "
            "(lamp-ce.pdf)."
        ),
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
    yield from _attested(draft)
    proven = [item for item in told if exhibits_in(draft, item)]
    if len(proven) >= _FEWEST and len(proven) * 2 >= len(told):
        for item in told:
            if not exhibits_in(draft, item) and not ATTACHED.found(item.words):
                first = head(draft, item)
                yield Hit(first, f"Which document shows “{short(first.text, 56)}”? The other actions name theirs.")


def _attested(draft: Draft) -> Iterator[Hit]:
    """Claims of a licence, a test or a dealer's standing beside the actions, in a letter that names its files."""
    if len(draft.files) < _FEWEST:
        return
    for statement in draft.statements:
        if statement.part not in _ELSEWHERE or not senses(statement).has("attested"):
            continue
        words = frozenset(statement.words)
        if _IS.isdisjoint(words) or not _LACKED.isdisjoint(words) or _proven(draft, statement):
            continue
        yield Hit(statement, f"Which document shows “{short(statement.text, 56)}”? Name its file.")


def _proven(draft: Draft, statement: Statement) -> bool:
    """Whether a sentence, or another of its paragraph, names its proof."""
    beside = statement.item.statements if statement.item is not None else [statement]
    return any(names_proof(draft, other) or ATTACHED.found(other.words) for other in beside)
