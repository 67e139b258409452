"""PM13: a measure about something that the letter tells nothing of."""

from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.letter import parts
from amends.review.letter.pieces import Item, Statement
from amends.review.meaning.topics import fields, telling, topics, watches
from amends.review.measures.controls import Control, controls
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
    units = controls(draft)
    strange = [unit for unit in units if _strange(draft, unit, stems, trade, named)]
    # Where most are strange, it is the words that differ and not the matter.
    if len(strange) > min(_MOST, len(units) - 1):
        return
    for unit in strange:
        what = short(draft.text[unit.start : unit.end], 60)
        yield Hit(
            Span(unit.start, unit.end, draft.text[unit.start : unit.end]),
            f"“{what}” answers no cause that this letter names. Which one is it for? Name it, or leave it out.",
        )


_TELLING = frozenset((parts.OPENING, parts.CAUSE, parts.DONE, parts.OTHER, parts.MIXED))
# Words of a field that measures about anything use too.
_ANYWHERE = frozenset(
    "lot lots batch user users permission permissions brand picker opened opens cancel cancelled photo photos picture "
    "pictures image images camera catalog catalogue scale compliance parcel parcels message messages purchase purchases purchasing".split()
)
_FEWEST_TOLD, _FEWEST_OWN, _MOST = 4, 3, 2


def _begins_a_measure(statement: Statement, points: list[Item]) -> bool:
    return any(item.start <= statement.start < item.end for item in points)


def _strange(draft: Draft, unit: Control, stems: frozenset[str], trade: frozenset[str], named: set[str]) -> bool:
    """Whether no telling word, no field of the trade and no product of a control stands in what the letter tells."""
    own = telling(unit.words)
    met = len(own & stems)
    if met > 1 or watches(unit.words) or not fields(unit.words).isdisjoint(trade):
        return False
    # The product is named in measures of every kind; what is done to it is what must meet.
    other = bool(fields(word for word in unit.words if word not in _ANYWHERE))
    if (met and not other) or len(own) < (_FEWEST_OWN - 1 if other and not met else _FEWEST_OWN + 1):
        return False
    if any(i.value in named for i in draft.identifiers_in(unit)):
        return False
    return {"pledge", "care", "worth", "bad"}.isdisjoint(FIELDS.tags(unit.words))
