"""PM13: a measure about something that the letter tells nothing of."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.letter import parts
from amends.review.letter.pieces import Item, Statement
from amends.review.meaning.topics import fields, telling, topic, topics, watches
from amends.review.measures.points import measures
from amends.review.measures.promise_fields import FIELDS
from amends.review.position.purpose import is_plan
from amends.review.rule import Hit, rule, short


@rule(
    "PM13",
    "measure-answers-no-cause",
    level="note",
    confidence="low",
    yields_to=("PM06", "PM07", "PM11", "AC10", "TO06", "TO07", "TO08", "TO09", "TO10"),
    source="Practitioners agree: every preventive measure maps to a root cause (amazonreinstatementgroup; guide)",
    bad=(
        (
            "Root cause:\nFrom 3 to 9 May 2026 nobody compared the expiry date of 41 jars.\n\nCorrective actions:\n- On 10 "
            "May 2026 we destroyed 41 jars.\n\nPreventive measures:\n- Dana Ruiz compares each expiry date at receiving and "
            "signs.\n- Every Friday Dana Ruiz tests the password of each user and notes it."
        ),
    ),
    good=(
        (
            "Root cause:\nFrom 3 to 9 May 2026 nobody compared the expiry date of 41 jars.\n\nCorrective actions:\n- On 10 "
            "May 2026 we destroyed 41 jars.\n\nPreventive measures:\n- Dana Ruiz compares each expiry date at receiving and "
            "signs.\n- Every Friday Dana Ruiz pulls lots with less than 90 days left."
        ),
    ),
)
def measure_answers_no_cause(draft: Draft) -> Iterator[Hit]:
    """A preventive measure that answers no root cause.

    The measure is sound, but neither the cause nor an action of this letter speaks of its matter. The reader asks
    what it has to do with the violation. Name the cause that it answers, or leave it out.
    """
    points = measures(draft) if is_plan(draft) else []
    if not points:
        return
    told = [s for s in draft.statements if s.part in _TELLING and not _begins_a_measure(s, points)]
    stems, trade = topics(told)
    enforced = telling((draft.enforcement or "").split("-"))
    stems, trade = stems | enforced, trade | fields((draft.enforcement or "").split("-"))
    if len(stems) < _FEWEST_TOLD:
        return
    named = {identifier.value for statement in told for identifier in draft.identifiers_in(statement)}
    units = [unit for item in points for unit in _units(item)]
    strange = [unit for unit in units if _strange(draft, unit, stems, trade, named)]
    # Where most are strange, it is the words that differ and not the matter.
    if len(strange) > min(_MOST, len(units) - 1):
        return
    for unit in strange:
        first = unit[0]
        what = short(draft.text[first.start : first.end], 60)
        yield Hit(
            first, f"“{what}” answers no cause that this letter names. Which one is it for? Name it, or leave it out."
        )


_TELLING = frozenset((parts.OPENING, parts.CAUSE, parts.DONE, parts.OTHER, parts.MIXED))
# Words of a field that measures about anything use too.
_ANYWHERE = frozenset(
    "lot lots batch user users permission permissions brand picker opened opens cancel cancelled photo photos picture "
    "pictures image images camera catalog catalogue scale compliance parcel parcels message messages purchase purchases purchasing".split()
)
_FEWEST_TOLD, _FEWEST_OWN, _MOST = 4, 3, 2
# "She files the list": goes on with the measure before it.
_SAME = frozenset("he she it they this these that those both such if the who".split())


def _begins_a_measure(statement: Statement, points: list[Item]) -> bool:
    return any(item.start <= statement.start < item.end for item in points)


def _units(item: Item) -> Iterator[list[Statement]]:
    """The sentences of a measure: a list point together, those of a paragraph each with what goes on with it."""
    if item.kind != "paragraph":
        yield item.statements
        return
    unit: list[Statement] = []
    for statement in item.statements:
        mine, before = topic(statement)[0], topics(unit)[0]
        if unit and statement.words[0] not in _SAME and len(mine) >= _FEWEST_OWN and mine.isdisjoint(before):
            yield unit
            unit = []
        unit.append(statement)
    yield unit


def _strange(
    draft: Draft, unit: list[Statement], stems: frozenset[str], trade: frozenset[str], named: set[str]
) -> bool:
    """Whether no telling word, no field of the trade and no product of a measure stands in what the letter tells."""
    own, names = topics(unit)
    words = [word for statement in unit for word in statement.words]
    if watches(words) or not names.isdisjoint(trade):
        return False
    # The product is named in measures of every kind; what is done to it is what must meet.
    other = bool(fields(word for word in words if word not in _ANYWHERE))
    met = len(own & stems)
    if met > (1 if other else 0) or len(own) < (_FEWEST_OWN - 1 if other and not met else _FEWEST_OWN + 1):
        return False
    if any(i.value in named for statement in unit for i in draft.identifiers_in(statement)):
        return False
    return {"pledge", "care", "worth", "bad"}.isdisjoint(FIELDS.tags(unit[0].words))
