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
_CAPITALS = re.compile(r"[A-Z](?<![\w-].)[A-Z]+(?:\s+[A-Z]{2,})*(?![\w-])")
_MARKS = r"!+"


@rule(
    "TO12",
    "shouting",
    level="note",
    source="Amazon's guidelines for a plan: facts, no emotion (help G200370560)",
    bad=("We decided NEVER to list it.", "All orders are shipped!"),
    good=("We closed ASIN B0C1234567 in the US and the UK (UPC 036000291452).",),
)
def shouting(draft: Draft) -> Iterator[Hit]:
    """Capitals and exclamation marks.

    They add no fact and sound excited. Write the word small and end with a full stop.
    """
    for statement in draft.statements:
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
