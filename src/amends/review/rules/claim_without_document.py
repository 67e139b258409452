"""EV14: one action, or one proof in a list of proofs, that names no document while the others do."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.letter import parts
from amends.review.letter.pieces import Statement
from amends.review.letter.proofs import ATTACHED
from amends.review.meaning.senses import senses
from amends.review.measures.points import actions, exhibits_in, tells
from amends.review.measures.prose import head
from amends.review.position.purpose import is_plan
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
        (
            "Our wholesaler is an appointed distributor of the brand.\n\nCorrective actions:\n- On 3 May 2026 we removed 12 "
            "listings (closed.png).\n- On 4 May 2026 we refunded 9 buyers (refunds.pdf)."
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
    if len(draft.files) >= _FEWEST:
        yield from _vouched(draft)


def _vouched(draft: Draft) -> Iterator[Hit]:
    """What a plan says in its own favour outside its actions, where nothing beside it is named that shows it."""
    if not is_plan(draft):
        return
    for item in (item for part in draft.of(*_ELSEWHERE) for item in part.items):
        said = [statement for statement in item.statements if _speaks_for_itself(statement)]
        if not said or exhibits_in(draft, item) or ATTACHED.found(item.words):
            continue
        for statement in said:
            yield Hit(
                statement,
                f"Which document shows “{short(statement.text, 56)}”? Name it, or leave the claim out.",
                confidence="low",
            )


def _speaks_for_itself(statement: Statement) -> bool:
    """Whether a sentence claims a right, an origin, a test, a consent or a result; what was lacking is no claim."""
    found, words = senses(statement), statement.words
    if not found.has("vouched") or len(words) < _SHORTEST or statement.text[-1] in "?:":
        return False
    if not _OF_NOTICE.isdisjoint(words) or any(c.future or c.maybe for c in statement.clauses if not c.dependent):
        return False
    lacking = found.of("lacking")
    return any(
        all(spot.last + _NEAR < gap.first or gap.last + _NEAR < spot.first for gap in lacking)
        or words[spot.first] in _NIL
        for spot in found.of("vouched")
    )


_SHORTEST, _NEAR = 5, 4
_ELSEWHERE = (parts.OPENING, parts.CAUSE, parts.CONCLUSION, parts.DOCUMENTS, parts.OTHER)
_OF_NOTICE = frozenset("you your amazon amazon's notice please kindly request ask asks".split())
# "Not one order was late since", "no further complaint": nothing is lacking there.
_NIL = frozenset("not no zero".split())
