"""GR06: a person or company that the case does not know."""

import re
from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.rule import Example, Hit, rule, short

_NAME = r"(?<![.!?:] )(?<=[a-z,;(] )[A-Z][\w'’&-]+(?: (?:[A-Z][\w'’&.-]+|of|and|&)(?= [A-Z]|[ ,.;:)]))*"
_KNOWN = frozenset(
    "amazon seller central account health fba fbm asin asins sku skus upc ean gtin uspto euipo ukipo "
    "monday tuesday wednesday thursday friday "
    "saturday sunday january february march april may june july august september october november "
    "december pdf manage inventory plan of action "
    "performance team root cause corrective preventive actions measures exhibit i policy policies "
    "business solutions agreement ups usps fedex dhl "
    "united states kingdom us uk eu english excel google sheets customer service transparency brand "
    "registry voice and ip iso fifo fefo po "
    "odr lsr vtr otdr a-to-z".split()
)


@rule(
    "GR06",
    "name-not-in-case",
    level="warning",
    confidence="medium",
    source="Never send facts that are not true; a name of another case is the mark of a reused plan",
    bad=(
        Example(
            "Preventive measures: each invoice is checked by Martin Oakes before ASIN B0C1234567 goes live.",
            case="plan",
        ),
    ),
    good=(
        Example(
            "Preventive measures: each invoice is checked by Dana Ruiz before ASIN B0C1234567 goes live.", case="plan"
        ),
    ),
)
def name_not_in_case(draft: Draft) -> Iterator[Hit]:
    """A name without a source.

    No fact, notice or exhibit has this name. It may be mistyped, or left over from another plan.
    """
    known = draft.grounds
    if known is None:
        return
    for statement in draft.statements:
        for match in re.finditer(_NAME, statement.text):
            words = [word.strip(".,'’").casefold() for word in match.group().split()]
            rest = [
                word for word in words if word.removesuffix("'s").removesuffix("’s") not in _KNOWN and len(word) > 1
            ]
            if not rest or all(word.removesuffix("'s").removesuffix("’s") in known.words for word in rest):
                continue
            start = statement.start + match.start()
            place = Span(start, start + len(match.group()), match.group())
            yield Hit(
                place,
                f"The case does not know “{short(match.group(), 40)}”. Check the name, or answer with its source.",
            )
