"""RC04: a cause that says nothing."""

from collections.abc import Iterator

from amends.review import parts
from amends.review.causes import said
from amends.review.document import Draft
from amends.review.faults import vague
from amends.review.rule import Hit, rule, short
from amends.review.words import Lexicon

_SAID = Lexicon(
    "some|certain|various|minor|unexpected|unforeseen|internal issue|issues|problem|problems|circumstances|difficulties|reasons|factors",
    "some|a quality|shipping|technical|logistic*|inventory|internal|system|listing|supplier issues|problems|difficulties|glitches",
    "had|having|were|was|there some? quality|shipping|technical|logistic*|inventory|communication|internal issues|problems|difficulties",
    "unforeseen|unexpected circumstances|events|reasons|situation",
    "miscommunication",
    "something went wrong",
    "for some reason|reasons",
    "combination|number|series|variety|range|mixture|couple of .. factors|reasons|things|circumstances|events|problems|issues",
    "there|we were|was|are|have|had|faced|experienced|encountered some|a? problem|problems|issue|issues|trouble|troubles|difficulty|difficulties|challenges",
    "problem|problems|trouble|troubles|difficulties with|in|of our|the|some",
    "things happen|happened|went wrong",
    "mistakes|errors|problems|accidents happen|occur",
    "as we|i all know mistakes",
    "unfortunate|unlucky|bad circumstances|events|coincidence|timing|luck",
    "one thing led",
    "got|went|getting|came out_of_hand|out_of_control|wrong|together",
    "things|everything|a_lot .. got|went|came|happened",
    "some kind|sort of",
)
_UNLESS = Lexicon(
    "found|identified|following|listed|below",
)


@rule(
    "RC04",
    "vague-cause",
    level="error",
    source="Guide: vague root causes like “we had some quality issues” will be rejected",
    bad=(
        "Root cause: we had some quality issues.",
        "Root cause: due to unforeseen circumstances and miscommunication the orders were late.",
    ),
    good=(
        "Root cause: 340 units of purchase order 4471 arrived with a cracked hinge, and our receiving check did not open the boxes.",
    ),
)
def vague_cause(draft: Draft) -> Iterator[Hit]:
    """A cause that says nothing.

    “Some issues” could stand in any seller's letter. Amazon refuses it, since it shows no investigation. Say
    what happened, to which ASINs or orders, between which days, and which step allowed it.
    """
    for place, _ in said(draft, (parts.OPENING, parts.CAUSE, parts.OTHER), _SAID, _UNLESS, vague):
        quote = draft.text[place.start : place.end]
        yield Hit(
            place,
            f"“{short(quote, 48)}” could stand in any letter. Say what happened to which ASINs or orders, when, and which step allowed it.",
        )
