"""PM14: a cause that no preventive measure answers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.explanation import several
from amends.review.letter import parts
from amends.review.letter.pieces import Item
from amends.review.measures.controls import controls
from amends.review.rule import Hit, rule, short
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.letter.pieces import Item

# No plan has more; each cause is held against each measure.
_MOST_RUNS = 16


@rule(
    "PM14",
    "cause-without-measure",
    level="note",
    confidence="low",
    source="Practitioners agree: every preventive measure maps to a root cause, and every cause has one (guide)",
    bad=(
        (
            "Root cause:\n1. From 3 to 9 May 2026 nobody compared the expiry date of 41 jars at receiving.\n2. Our "
            "handling time of one day was too short for the parcels of the Easter week, so 12 orders left late.\n\n"
            "Preventive measures:\n- Dana Ruiz compares each expiry date at receiving and signs the lot sheet."
        ),
    ),
    good=(
        (
            "Root cause:\n1. From 3 to 9 May 2026 nobody compared the expiry date of 41 jars at receiving.\n\n"
            "Preventive measures:\n- Dana Ruiz compares each expiry date at receiving and signs the lot sheet."
        ),
    ),
)
def cause_without_measure(draft: Draft) -> Iterator[Hit]:
    """A root cause that no preventive measure answers.

    The letter names this cause and nothing that keeps it from happening again. Add the step that runs now, with its
    owner, its rhythm and its record.
    """
    bare = _lettered(draft)
    for letter, item in bare.items():
        yield Hit(
            Span(item.start, item.end, draft.text[item.start : item.end]),
            f"Cause {letter} has no measure {letter}. Say what keeps it from happening again.",
        )
    taken = {item.start for item in bare.values()}
    for one in several.unanswered(draft, controls(draft)[:_MOST_RUNS]):
        if one.place.start not in taken:
            yield Hit(
                one.place, f"No measure answers “{short(one.place.quote, 60)}”. Say what keeps it from happening again."
            )


_LETTER = re.compile(r"(?:^|\n)[ \t*#]*\(?([A-Z])[.):][ \t*]+$")


def _lettered(draft: Draft) -> dict[str, Item]:
    """Of causes A, B and C those of which no measure bears the letter, by letter, where others bear theirs."""
    told, runs = (_letters(draft, part) for part in (parts.CAUSE, parts.MEASURES))
    if len(told) < 2 or not runs or not runs.keys() < told.keys():
        return {}
    return {letter: item for letter, item in told.items() if letter not in runs}


def _letters(draft: Draft, part: str) -> dict[str, Item]:
    found: dict[str, Item] = {}
    for item in (item for each in draft.of(part) for item in each.items):
        mark = _LETTER.search(draft.text[max(0, item.start - 12) : item.start]) if item.kind == "number" else None
        if mark is not None:
            found.setdefault(mark.group(1), item)
    return found
