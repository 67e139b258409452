"""PM11: a commitment that nobody could check."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.letter import parts
from amends.review.letter.pieces import Statement
from amends.review.measures.promises import boasts, hollow, quoted, vacant
from amends.review.rule import Hit, rule, short

_RHYTHMS = frozenset("every each daily weekly monthly quarterly if when".split())
_PROMISES = frozenset("will shall would must should always never".split())
_TAKEN_UP = frozenset("he she they it this that i".split())


def _goes_on(statement: Statement) -> bool:
    """Whether a sentence goes on with a measure whose rhythm or limit is told beside it: "She fills the rate table"."""
    item, words = statement.item, statement.words
    if statement.part != parts.MEASURES or item is None or not _PROMISES.isdisjoint(words):
        return False
    if words[0] == "if":
        return len(words) > _SHORT
    beside = [each for each in item.statements if each is not statement]
    told = any(not _RHYTHMS.isdisjoint(each.words) for each in beside)
    return told and (item.kind != "paragraph" or not _TAKEN_UP.isdisjoint(words))


_SHORT = 6


@rule(
    "PM11",
    "hollow-commitment",
    level="warning",
    source="Guide: a system, not a promise; Amazon's guidelines for a plan: facts (help G200370560)",
    yields_to=("PM06", "PM07", "TO06", "TO07", "TO08", "AC10", "SU06"),
    bad=(
        "We are committed to maintaining the highest standards of compliance.",
        "We will follow all Amazon policies.",
        "Customer trust is worth more than gold to us.",
    ),
    good=(
        (
            "Before each new listing Dana Ruiz (operations lead) compares the ingredients with the restricted products "
            "list and signs it."
        ),
        "On 13 July 2026 we met the standard EN 71-3 for 9 toys (reports.pdf).",
    ),
)
def hollow_commitment(draft: Draft) -> Iterator[Hit]:
    """A commitment that nobody could check.

    Standards, commitment and compliance with all policies are what every seller has promised already by selling.
    They take the room of a measure. Say which rule is applied where: who checks what against which list, how often,
    with which record.
    """
    for statement in draft.statements:
        sure = hollow(draft, statement) or boasts(draft, statement)
        if not sure and _goes_on(statement):
            continue
        if (sure or vacant(draft, statement)) and not quoted(statement):
            quote = short(statement.text, 48)
            message = (
                f"“{quote}” commits to nothing that could be checked. Say who checks what against which list, and how "
                "often."
                if sure
                else f"“{quote}” says nothing that could be checked. Leave it out."
            )
            yield Hit(statement, message, level=None if sure else "note")
