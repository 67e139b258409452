"""PM14: a cause that no preventive measure answers."""

import re
from collections.abc import Iterator

from amends.review import parts
from amends.review.coverage import causes
from amends.review.document import Draft
from amends.review.pieces import Item
from amends.review.points import measures
from amends.review.rule import Hit, rule, short
from amends.review.topics import answers, matters

_FEWEST_WORDS = 8
# No plan has more; each cause is held against each measure.
_MOST_TOLD, _MOST_RUNS = 12, 16


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
    spoken = set()
    for item in _unlettered(draft):
        spoken.add(item.start)
        what = short(draft.text[item.start : item.end], 60)
        yield Hit(
            item.statements[0], f"Measures stand under the letters of the other causes, none under that of “{what}”."
        )
    told = [item for item in causes(draft)[:_MOST_TOLD] if len(item.words) >= _FEWEST_WORDS and matters(item)]
    runs = measures(draft)[:_MOST_RUNS]
    if len(told) < 2 or not runs or not any(answers(draft, m, c) for m in runs for c in told):
        return
    for item in told:
        if item.start in spoken:
            continue
        if item.kind != "paragraph" and not any(answers(draft, measure, item) for measure in runs):
            what = short(draft.text[item.start : item.end], 60)
            yield Hit(item.statements[0], f"No measure answers “{what}”. Say what keeps it from happening again.")


_LETTER = re.compile(r"(?:^|\n)[ \t]*\(?([A-H])[.):][ \t]+$")


def _unlettered(draft: Draft) -> list[Item]:
    """Causes under a letter or number that no measure bears, though measures bear those of the others."""
    causes_of: dict[str, Item] = {}
    for item in causes(draft):
        found = _LETTER.search(draft.text, max(0, item.start - 8), item.start)
        if found is not None:
            causes_of.setdefault(found[1], item)
    borne: set[str] = set()
    for part in draft.of(parts.MEASURES):
        for item in part.items:
            found = _LETTER.search(draft.text, max(0, item.start - 8), item.start)
            if found is not None:
                borne.add(found[1])
    if len(causes_of) > 1 and borne and borne < set(causes_of):
        return [item for letter, item in causes_of.items() if letter not in borne]
    return []
