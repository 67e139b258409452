"""SU06: several requests in one letter."""

from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.rule import Hit, rule, short
from amends.review.words import Lexicon

_REQUESTS = Lexicon(
    tagged=[
        (
            (
                "reinstate|reactivate|restore|unblock|unlock|reopen|unsuspend|give_back|return .. account|privileges|"
                "rights|store|selling|listing|listings|asin*"
            ),
            "reinstatement",
        ),
        (
            (
                "release|disburse|transfer|pay|pay_out|payout|send .. dollars|euros|pounds|funds|money|balance|"
                "disbursement|payment"
            ),
            "the funds",
        ),
        ("release|disburse .. our|my|the", "the funds"),
        ("reimburse|compensate|refund us|our|me", "reimbursement"),
        ("approve|ungate|approval .. brand|category|application", "an approval"),
        ("remove|delete|take .. negative feedback|review|reviews", "removal of feedback"),
        ("remove|delete|clear|erase .. entry|strike|warning|mark|violation|points", "the record"),
        ("waive|refund|return .. fee|fees", "the fees"),
        ("return|send back .. inventory|stock|units to us|me", "the stock"),
        ("call|phone us|me|back", "a call"),
        ("another|other case|account|matter|issue .. also|too|as well", "another case"),
    ]
)
_ASKS = Lexicon(
    "please|kindly|request*|ask*|would_you|could_you|want|need|hope|appreciate|demand*|look_forward|like_you"
)
_GUARD = frozenset(("buyer", "buyers", "customer", "customers", "supplier"))


@rule(
    "SU06",
    "several-requests",
    level="warning",
    confidence="medium",
    source="Amazon's guidelines for a plan: no other cases (help G200370560); funds are a separate inquiry",
    bad=(
        "Please reinstate our account.\n\nWe also request that you release our funds and remove the negative feedback.",
    ),
    good=("Please review this plan and reinstate ASIN B0C1234567.",),
)
def several_requests(draft: Draft) -> Iterator[Hit]:
    """Several requests in one letter.

    The team that reads a plan decides on this one enforcement. Funds, fees, feedback and other cases have their own
    channels and only blur the plan. Ask for one thing.
    """
    seen: dict[str, None] = {}
    for statement in draft.statements:
        if not _ASKS.found(statement.words) or _GUARD.intersection(statement.words):
            continue
        for first, last, what in _REQUESTS.matches(statement.words):
            if what not in seen and seen:
                start, end = statement.between(first, last)
                quote = draft.text[start:end]
                asked = " and ".join(seen)
                yield Hit(
                    Span(start, end, quote),
                    f"“{short(quote, 40)}” is another request beside {asked}. Send it separately.",
                )
            seen[what] = None
