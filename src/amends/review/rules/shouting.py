"""TO12: capitals and exclamation marks."""

import re
from collections.abc import Iterator

from amends.model import Fix, Span
from amends.review.document import Draft
from amends.review.rule import Hit, rule

_LOUD = frozenset(
    "never always not no all any every very please immediately only must will important again none "
    "everything nothing sorry urgent help "
    "stop ever strictly fully completely guarantee promise and".split()
)
# Of these at least one stands in a shouted sentence, and none in a name or a mark.
_SPOKEN = frozenset(
    "we i you he she they it my our your us me did do does is are was were have has had will would can could should "
    "this that these what why who how when the of to from with for but if so because nothing nobody wrong about "
    "wait waiting need want please".split()
)
_FEWEST_SHOUTED = 3
_SENTENCE = re.compile(r"[A-Z](?<![\w-].)[A-Z]*(?:'[A-Z]+)?,?\s+(?:[A-Z]+(?:'[A-Z]+)?,?\s+)+[A-Z]{2,}(?![\w-])")
_CAPITALS = re.compile(r"[A-Z](?<![\w-].)[A-Z]+(?:\s+[A-Z]{2,})*(?![\w-])")
_MARKS = r"!+"


@rule(
    "TO12",
    "shouting",
    level="note",
    source="Amazon's guidelines for a plan: facts, no emotion (help G200370560)",
    bad=("We decided NEVER to list it.", "All orders are shipped!", "WE DID NOTHING WRONG. It was late."),
    good=("We closed ASIN B0C1234567 in the US and the UK (UPC 036000291452).",),
)
def shouting(draft: Draft) -> Iterator[Hit]:
    """Capitals and exclamation marks.

    They add no fact and sound excited. Write the word small and end with a full stop.
    """
    for statement in draft.statements:
        shouted = _SENTENCE.search(statement.text)
        if shouted is not None and _is_spoken(shouted.group()):
            start = statement.start + shouted.start()
            place = Span(start, start + len(shouted.group()), shouted.group())
            yield Hit(place, "Capitals shout. Write the sentence small.")
            continue
        for match in _CAPITALS.finditer(statement.text):
            words = match.group().lower().split()
            if all(word in _LOUD for word in words) and match.group() not in ("US", "IT"):
                start = statement.start + match.start()
                fix = Fix(match.group().capitalize() if match.start() == 0 else match.group().lower())
                yield Hit(
                    Span(start, start + len(match.group()), match.group()), "Capitals shout. Write it small.", fix=fix
                )
        for match in re.finditer(_MARKS, statement.text) if "!" in statement.text else ():
            start = statement.start + match.start()
            yield Hit(
                Span(start, start + len(match.group()), match.group()),
                "An exclamation mark adds no fact.",
                fix=Fix("."),
            )


def _is_spoken(run: str) -> bool:
    """Whether a run of capitals is a sentence, not a name, a mark or a list of abbreviations."""
    words = run.lower().replace(",", "").split()
    return len(words) >= _FEWEST_SHOUTED and sum(word in _SPOKEN for word in words) * 3 >= len(words)
