"""SU08: a buyer's e-mail address or telephone number."""

import re
from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.rule import Hit, rule, short

_MAIL = (
    r"(?<![\w.+-])[\w.+-]{1,64}@"
    r"(?:gmail|yahoo|hotmail|outlook|icloud|aol|gmx|marketplace\.amazon|qq|163|web|live)\.[a-z.]{2,6}\b"
)
_BUYER = r"\b(?:customer|buyer|client|shopper)s?\b"


@rule(
    "SU08",
    "buyer-data",
    level="warning",
    confidence="medium",
    source="Amazon's policies on customer information: buyers are named by order number",
    bad=("We refunded the buyer Jo Field, jo.field@gmail.com, on 4 May 2026.",),
    good=("We refunded the buyer of order 112-8544326-8929888 on 4 May 2026. Contact: dana@birchfern.example",),
)
def buyer_data(draft: Draft) -> Iterator[Hit]:
    """A buyer's personal data.

    Amazon knows the buyer by the order number. An e-mail address or phone number in the letter is a needless
    disclosure.
    """
    if "@" not in draft.text:
        return
    for match in re.finditer(_MAIL, draft.text, re.I):
        statement = draft.statement_at(match.start())
        if statement is not None and re.search(_BUYER, statement.text, re.I):
            place = Span(match.start(), match.end(), match.group())
            yield Hit(place, f"“{short(match.group(), 40)}” is a buyer's data. Name the order number instead.")
