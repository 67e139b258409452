"""RC06: a root cause that names no ASIN, order, number or name."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.explanation.causes import stated, statements
from amends.review.explanation.faults import particular
from amends.review.letter import parts
from amends.review.letter.pieces import Statement
from amends.review.meaning.missing_step import misses_step
from amends.review.meaning.senses import senses
from amends.review.measures.points import measurable
from amends.review.position.purpose import is_plan
from amends.review.rule import Hit, rule, short

_SHORTEST = 3
# Fields whose words name no thing of this very case.
# "The invoices lacked our name" names what was missing.
_MISSING = frozenset("lack lacked lacking missing absence".split())
_PLAIN = ("unspecific", "causal", "trouble", "slip", "hedge", "sold")
# Rules that say more exactly what is wrong with such a sentence.
_SAID_BETTER = tuple(
    "RC01 RC02 RC03 RC04 RC07 RC09 RC10 RC11 TO01 TO02 TO03 TO04 TO05 TO06 TO07 TO08 TO09 TO10".split()
)


@rule(
    "RC06",
    "cause-without-particulars",
    level="warning",
    yields_to=_SAID_BETTER,
    letters=("plan",),
    source="Guide: exact dates, ASINs, order IDs, supplier names and quantities; vague root causes are rejected",
    bad=(
        (
            "Root cause: we listed products without an authorization and did not check the brand before "
            "we went live with them."
        ),
    ),
    good=("Root cause: ASIN B0C1234567 went live without a letter of authorization.",),
)
def cause_without_particulars(draft: Draft) -> Iterator[Hit]:
    """A root cause without particulars.

    A cause that names no ASIN, order, number, product or supplier could stand in any seller's letter. Name what it
    happened to and how often.
    """
    items = [item for part in draft.of(parts.CAUSE) for item in part.items]
    place = stated(draft)
    if is_plan(draft) and place is not None and not any(measurable(draft, item) for item in items):
        yield Hit(
            place,
            "The root cause names no ASIN, order, number or supplier. Say what it happened to and how often.",
        )
    elif is_plan(draft) and len(items) > 0:
        for statement in statements(draft, (parts.CAUSE,)):
            if len(statement.words) >= _SHORTEST and not particular(statement) and _empty(statement):
                yield Hit(
                    statement,
                    f"“{short(statement.text, 48)}” names nothing in particular, and no step that was missing.",
                    level="note",
                )


def _empty(statement: Statement) -> bool:
    """Whether a sentence speaks of trouble or of a cause, and neither names a step of the seller's own nor leads to
    what follows.
    """
    found = senses(statement)
    spoken = any(not _MISSING.issuperset(statement.words[s.first : s.last]) for s in found.of("trouble"))
    if not (spoken or found.has("causal", "slip", "hedge")) or statement.text.rstrip().endswith(":"):
        return False
    plain = {at for field in _PLAIN for spot in found.of(field) for at in range(*spot)}
    return not misses_step(found, statement.words) and (len(statement.words) - len(plain)) * 4 <= len(statement.words)
