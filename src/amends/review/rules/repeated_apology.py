"""TO11: more than one apology."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.rule import Hit, rule
from amends.review.words import Lexicon

_SORRY = Lexicon("sorry|apolog*|regret|regrets|forgive|forgiveness", "ask .. pardon")


@rule(
    "TO11",
    "repeated-apology",
    level="note",
    source="Sources disagree on an apology: a guide and a law firm advise a short one, others none; nobody advises two",
    bad=("We apologise for the late orders.\n\nRoot cause: nobody looked.\n\nAgain, we are sorry for this.",),
    good=("We apologise for the 16 late orders of 28 November 2025.\n\nRoot cause: nobody owned the setting.",),
)
def repeated_apology(draft: Draft) -> Iterator[Hit]:
    """More than one apology.

    One sentence at the head is the most that helps. Each further one takes the room of a fact.
    """
    said = [statement for statement in draft.statements if _SORRY.found(statement.words)]
    for statement in said[1:]:
        yield Hit(statement, "One apology is enough. Leave this one out.")
