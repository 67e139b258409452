"""PM09: prevention without a day from which it runs."""

from collections.abc import Iterator, Sequence

from amends.review.document import Draft
from amends.review.language.words import Lexicon
from amends.review.letter import parts
from amends.review.letter.pieces import Part
from amends.review.measures.points import actions, dated, measures
from amends.review.position.purpose import is_plan
from amends.review.rule import Hit, rule, short

_IN_FORCE = Lexicon(
    "effective|valid|complete|completed|started|start|begun from|since|on|as_of? #",
    "in force|effect|use|operation|place since|from|as",
    "runs|run|applies|apply|effective since|from",
)
# What is announced runs since no day yet.
_LATER = Lexicon(
    "next|coming|following week|month|quarter|year|season",
    "soon|shortly|planned|intend|intends|plan|plans|future",
    "going|moving|looking|way forward",
    "from now on",
    "once|when|as_soon_as .. reinstated|reactivated|restored|lifted|back|active|live",
)


@rule(
    "PM09",
    "prevention-without-date",
    level="warning",
    source="Guide to the plan of action: provide dates for each section; the conclusion builds on them",
    yields_to=("PM06", "PM07", "PM11", "PM12", "AC10", "TO06", "TO07", "TO08", "TO09", "TO10"),
    bad=(
        "Preventive measures:\n- Every Monday Dana Ruiz compares the listings with the brand list and signs the sheet.",
    ),
    good=(
        "Preventive measures:\n- Every Monday since 11 May 2026 Dana Ruiz compares the listings with the brand list.",
    ),
)
def prevention_without_date(draft: Draft) -> Iterator[Hit]:
    """Prevention without a date.

    Say since when each measure runs, or from which day it will. Without it the reader takes all of it for an intention.
    Where the actions are dated and the measures told in the present, they are taken to run since then, and this is a
    note.
    """
    found = draft.of(parts.MEASURES)
    if (
        is_plan(draft)
        and any(part.statements for part in found)
        and not any(draft.dates_in(part) for part in found)
        and not any(_IN_FORCE.found(s.words) and draft.dates_in(s) for s in draft.statements)
    ):
        # Measures told in the present behind dated actions run since then; nothing dates them where nothing is dated.
        runs = not _announced(found) and _told(draft)
        if runs and any(draft.dates_in(part) for part in draft.of(parts.CONCLUSION)):
            # "Effective 25 June 2026, complete since 2 July 2026" dates them.
            return
        yield Hit(
            found[0].place,
            "No measure says since when it runs. Give each the day from which it is in effect.",
            level="note" if runs else None,
        )
        return
    if any(draft.dates_in(part) for part in draft.of(parts.CONCLUSION)):
        return
    for item in measures(draft) if found else ():
        if not dated(draft, item):
            first = item.statements[0]
            place = first if item.kind == "paragraph" else item
            yield Hit(place, f"Since when does this run: “{short(first.text, 56)}”?", level="note")


def _told(draft: Draft) -> bool:
    """Whether the letter tells with a day what the seller did."""
    return any(dated(draft, item) for item in actions(draft)) or any(
        draft.dates_in(statement) and any(clause.past and clause.we for clause in statement.clauses)
        for statement in draft.statements
    )


def _announced(found: Sequence[Part]) -> bool:
    """Whether a measure is told as still to come: "we will check", "from next month on"."""
    return any(
        _LATER.found(statement.words) or any(clause.future and not clause.dependent for clause in statement.clauses)
        for part in found
        for statement in part.statements
    )
