"""AC02: a corrective action without its date."""

from collections.abc import Iterator
from itertools import takewhile

from amends.review.document import Draft
from amends.review.language.words import Lexicon
from amends.review.letter.pieces import Item, Statement
from amends.review.measures.points import actions, dated, leads_in, tells, theirs
from amends.review.rule import Hit, rule, short

_HAD_BEEN = Lexicon("had already? been|had|gone|come|left|sold")


@rule(
    "AC02",
    "action-without-date",
    level="warning",
    source="Guide, what Amazon wants to see: specific dates for every action, not “recently” or “soon”",
    yields_to=("AC01", "AC03", "AC06", "ST08", "TO07"),
    bad=(
        "Corrective actions:\n- We removed all 12 listings from our catalog.\n- On 4 May 2026 we refunded nine buyers.",
    ),
    good=(
        "Corrective actions:\n- On 3 May 2026 we removed all 12 listings.\n- That evening we found 12 jars and pulped them.",
        "Corrective actions:\n- On 3 May 2026 we removed all 12 listings.\n- We refunded nine buyers on 4 May 2026.",
    ),
)
def action_without_date(draft: Draft) -> Iterator[Hit]:
    """A corrective action without its date.

    A date shows that the action happened and when. Put one into every point: the day on which it was finished.
    """
    points = actions(draft)
    odd = _odd(draft, points)
    for item in points:
        if item.kind == "paragraph":
            undated = list(takewhile(lambda statement: not draft.dates_in(statement), item.statements))
            told = [s for s in undated if any(clause.past and not clause.dependent for clause in s.clauses)]
            if len(undated) < len(item.statements):
                # "The other 12 had been sold. On 25 June we wrote to …": what was before the dated action.
                told = [s for s in told if not _HAD_BEEN.found(s.words)]
                told += [s for s in item.statements[len(undated) :] if not draft.dates_in(s) and _adds(s)]
        else:
            told = item.statements[:1] if not dated(draft, item) and (tells(item) or item in odd) else []
        for statement in told:
            if theirs(statement) or leads_in(statement) or not _SUMS.isdisjoint(statement.words[:2]):
                continue
            yield Hit(statement, f"No date for “{short(statement.text, 56)}”. Give the day on which it was done.")


def _adds(statement: Statement) -> bool:
    """Whether a sentence behind a dated one tells one more thing that was done: "I also wrote to the maker"."""
    return not _MORE.isdisjoint(statement.words[:_HEAD]) and any(
        clause.past and clause.we and not clause.dependent for clause in statement.clauses
    )


# "In total 310 jars were concerned", "None was left without an answer": what came of it all.
_SUMS = frozenset("total result results altogether sum none neither no".split())
_MORE = frozenset("also additionally furthermore moreover besides likewise".split())
_HEAD = 4
_LISTED, _MOSTLY = 3, 0.6


def _odd(draft: Draft, points: list[Item]) -> list[Item]:
    """The points without a date in a list in which most begin with one, however they are worded: "Sunday delivery off"."""
    listed = [item for item in points if item.kind != "paragraph"] or [i for i in points if len(i.statements) == 1]
    without = [item for item in listed if not draft.dates_in(item)]
    return without if len(listed) >= _LISTED and len(listed) - len(without) >= _MOSTLY * len(listed) else []
