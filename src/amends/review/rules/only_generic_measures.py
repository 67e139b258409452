"""PM08: prevention that would fit any seller."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.language.words import Lexicon
from amends.review.letter import parts
from amends.review.letter.pieces import Item, Statement
from amends.review.measures.points import measurable, measures
from amends.review.rule import Hit, rule

_GENERIC = Lexicon(
    "read|reading|study|studied|review|reviewing|understand|follow|following|check|monitor|reviews|"
    "reads|checks .. policy|policies|rules|guidelines|"
    "agreement|requirements|forum|news",
    "train|training|trained|educate|educated|refresher",
    "account health",
    "follow|comply|obey|adhere",
    "business solutions agreement",
    "ask|contact amazon|seller support",
    "hired more staff",
    "business practices|practice",
)
_SPECIFIC = Lexicon(
    "invoice*|supplier*|inspect*|unit|units|listing|asin*|brand|trademark|inventory|stock|order|"
    "orders|return|returns|shipment*|handling|ingredient*|"
    "label*|packag*|photo*|image*|title|keyword*|login*|user*|password*|permission*|price*|expiry|"
    "lot|batch|carrier*|tracking|certificate*|letter"
)


@rule(
    "PM08",
    "only-generic-measures",
    level="warning",
    confidence="medium",
    source=(
        "Guide to the plan of action: generic commitments may be added, but include something "
        "specific to the root causes"
    ),
    bad=("Preventive measures:\n- We read all policies every month.\n- The staff gets training about the rules.",),
    good=(
        (
            "Preventive measures:\n- We read all policies every month.\n- Before stock goes live, Dana "
            "Ruiz compares the invoice with the ASIN."
        ),
    ),
)
def only_generic_measures(draft: Draft) -> Iterator[Hit]:
    """Only measures that would fit any seller.

    Reading policies, training and watching Account Health can be added to any plan and so answer no root cause. Add
    the check that would have caught this very case.
    """
    points = measures(draft)
    statements = [statement for item in points for statement in item.statements]
    generic = [statement for item in points for statement in item.statements if _generic(draft, item, statement)]
    if points and len(generic) * 3 >= len(statements) * 2:
        place = draft.of(parts.MEASURES, parts.MIXED)[0].place
        yield Hit(
            place, "Every measure here would fit any seller. Add the check that would have caught this very case."
        )


def _generic(draft: Draft, item: Item, statement: Statement) -> bool:
    words = statement.words
    if not _GENERIC.found(words) or _SPECIFIC.found(words) or draft.files_in(item):
        return False
    return len(words) < 20 or not measurable(draft, item)
