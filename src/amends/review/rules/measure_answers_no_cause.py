"""PM13: a measure about something that the letter tells nothing of."""

from collections.abc import Iterator

from amends.review.coverage import causes
from amends.review.document import Draft
from amends.review.letter.pieces import Item
from amends.review.meaning.topics import answers, matters, uncommon
from amends.review.measures.owners import owned
from amends.review.measures.points import actions, measures
from amends.review.measures.promise_fields import FIELDS
from amends.review.measures.rhythms import RHYTHM
from amends.review.rule import Hit, rule, short

_ANYWHERE = frozenset(("records", "reviews", "service", "access"))
_MOST = 6


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
    told = causes(draft)
    points = measures(draft)
    if not told or len({id(item.statements[0].item) for item in points}) < 2:
        return
    spoken = [*told, *actions(draft)]
    beside: dict[int, list[Item]] = {}
    for item in points:
        beside.setdefault(id(item.statements[0].item), []).append(item)
    for item in points:
        about = matters(item) - _ANYWHERE
        if not about or not owned(draft, item) or not RHYTHM.found(item.words):
            if _foreign(draft, item, spoken):
                what = short(draft.text[item.start : item.end], 60)
                yield Hit(item.statements[0], f"“{what}” has nothing to do with what this letter tells. Leave it out.")
            continue
        if _of_the_enforcement(draft, item):
            continue
        # In prose one paragraph answers as a whole.
        together = beside[id(item.statements[0].item)][:_MOST]
        if not any(answers(draft, one, other) for one in together for other in spoken):
            what = short(draft.text[item.start : item.end], 60)
            yield Hit(item.statements[0], f"“{what}” answers no cause that this letter names. Which one is it for?")


def _foreign(draft: Draft, item: Item, spoken: list[Item]) -> bool:
    """Whether a short measure names things of which neither a cause nor an action speaks, in no word of theirs."""
    first = item.statements[0]
    if len(first.words) > _SHORT or not first.words or item.start in {other.start for other in spoken}:
        return False
    named = uncommon(item) - _PLAIN
    if not (matters(item) - _ANYWHERE) and not named:
        return False
    if _of_the_enforcement(draft, item) or not {"pledge", "care", "worth", "bad"}.isdisjoint(FIELDS.tags(first.words)):
        return False
    return not any(answers(draft, item, other) for other in spoken)


_SHORT = 16
# Stems of words that every measure has.
_PLAIN = frozenset(
    "always staff train better contin future improv follow ensure inform instru intern monito period person proced proces regula "
    "respon rules safety strict superv system traini traine toward update upgrad replac bigger larger things again".split()
)


def _of_the_enforcement(draft: Draft, item: Item) -> bool:
    """Whether a measure watches what the notice is about: "inbound problem report" where the shipment was inbound."""
    about = set((draft.enforcement or "").split("-"))
    return any(len(word) >= _TELLING and word in about for word in item.words)


_TELLING = 5
