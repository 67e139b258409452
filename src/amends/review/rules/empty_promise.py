"""PM06: a promise with nothing behind it."""

from collections.abc import Iterator

from amends.model import Severity
from amends.review.document import Draft
from amends.review.letter import parts
from amends.review.measures.promises import empty, quoted, sworn
from amends.review.position.purpose import is_plan
from amends.review.rule import Hit, rule, short

_SILENT = (parts.DOCUMENTS, parts.SIGNATURE)


@rule(
    "PM06",
    "empty-promise",
    level="error",
    source=(
        "Guide, mistakes that get plans rejected: “We will do better” tells Amazon nothing; show a system, "
        "not a promise"
    ),
    yields_to=("PM07",),
    bad=(
        "Preventive measures: we will do better and pay more attention to the policies.",
        "We will do our best so that all is well.",
        "Trust me, it was the last time.",
        "From today everything will be done as it should.",
    ),
    good=(
        (
            "Every Monday from 11 May 2026 Dana Ruiz (operations lead) compares open listings with the restricted "
            "products list and signs listing-check.pdf."
        ),
        "Preventive measures:\n- Each lot is counted twice by Jan Sowa. If the counts are not the same, he counts again.",
        "Root cause: buyers were assured of new goods, and 9 of them received opened ones.",
    ),
)
def empty_promise(draft: Draft) -> Iterator[Hit]:
    """A promise with nothing behind it.

    “We will do better” tells Amazon nothing: it names no step, no person and no day, and nobody could ever check it.
    Say what somebody now does, how often, and what it leaves behind.
    """
    for statement in draft.statements:
        if statement.part in _SILENT or not empty(draft, statement):
            continue
        told = statement.part in (parts.CAUSE, parts.DONE) or not is_plan(draft)
        level: Severity | None = "warning" if told or quoted(statement) or not sworn(statement) else None
        yield Hit(
            statement,
            f"“{short(statement.text, 48)}” promises nothing that could be checked. Say who does what, how often, and "
            "what record remains.",
            level=level,
        )
