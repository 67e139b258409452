"""PM02: a preventive measure that nobody owns."""

from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter

from amends.review.document import Draft
from amends.review.letter.pieces import Item
from amends.review.measures.owners import owned
from amends.review.measures.points import measures
from amends.review.measures.rhythms import rhythmic
from amends.review.rule import Hit, rule, short


@rule(
    "PM02",
    "measure-without-owner",
    level="warning",
    confidence="medium",
    source="Guide, credible prevention plans: assign specific people to specific responsibilities",
    yields_to=("PM06", "PM07", "PM11", "PM12", "AC10", "TO06", "TO07", "TO08", "TO09", "TO10"),
    bad=(
        "Preventive measures:\n- From 4 May 2026 we check each supplier invoice before stock goes live.",
        (
            "Preventive measures:\n- From 4 May 2026 Dana Ruiz checks each invoice. Every Friday someone compares the images."
        ),
    ),
    good=(
        (
            "Preventive measures:\n- From 4 May 2026 Dana (sourcing) checks each supplier invoice.\n- "
            "The warehouse lead inspects each pallet."
        ),
        (
            "Preventive measures:\n| What | Who | When |\n|---|---|---|\n| Weighing | Osei | Every carton |\n"
            "| Release of a shipment | Trent | Each shipment |"
        ),
        (
            "Preventive measures:\n- Since 4 May 2026 the scale blocks each parcel that differs by 10 g.\n- If the link "
            "fails, the server sends a message to Omar and Omar closes the offers."
        ),
        (
            "Preventive measures:\n1. Label count. Since 10 May 2026. Who: Gwen Tully. When: each carton.\n2. Dock page. Since "
            "12 May 2026. Who: me. When: each Monday, 8:30.\n\nIn effect from 12 May 2026. Last step done 14 May 2026."
        ),
    ),
)
def measure_without_owner(draft: Draft) -> Iterator[Hit]:
    """A preventive measure that nobody owns.

    “We check” is nobody's task on a busy day. A measure is believed when a named person or role does it. Say who.
    """
    for item in measures(draft):
        if not owned(draft, item):
            first = item.statements[0]
            if item.kind == "paragraph" and not rhythmic(draft, item) and not _headed(draft, item):
                # Prose that no heading calls a measure, and that says nothing of when, may be none.
                continue
            yield Hit(first, f"Nobody owns “{short(first.text, 56)}”. Name the person or role that does it.")
            continue
        for statement in item.statements:
            if _by_someone(statement.words):
                yield Hit(statement, f"“Someone” owns “{short(statement.text, 56)}”. Name the person or role.")


def _headed(draft: Draft, item: Item) -> bool:
    """Whether a measure stands under a heading or says what will be done."""
    above = bisect_right(draft.parts, item.start, key=attrgetter("start")) - 1
    if above < 0 or draft.parts[above].heading is not None:
        return True
    return any(clause.future or clause.we for statement in item.statements for clause in statement.clauses)


_SOMEBODY = frozenset("someone somebody anyone anybody".split())
_BEFORE = frozenset(
    "week day month morning evening quarter friday monday tuesday wednesday thursday saturday sunday".split()
)


def _by_someone(words: tuple[str, ...]) -> bool:
    """Whether the task is just anybody's: "every Friday someone compares the images"."""
    return not _SOMEBODY.isdisjoint(words) and any(
        word in _SOMEBODY and (at == 0 or words[at - 1] in _BEFORE) and words[at + 1].endswith("s")
        for at, word in enumerate(words[:-1])
    )
