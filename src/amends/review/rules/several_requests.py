"""SU06: several requests in one letter."""

from collections.abc import Iterator

from amends.model import Severity, Span
from amends.review.document import Draft
from amends.review.letter import parts
from amends.review.letter.pieces import Statement
from amends.review.position.purpose import is_plan
from amends.review.position.requests import (
    ALSO,
    ASKS,
    WE_DID,
    aside,
    beside,
    bids,
    other,
    second,
)
from amends.review.position.wanted import FOREIGN, LEFT_OUT, REINSTATEMENT, REQUESTS
from amends.review.rule import Hit, rule, short

_LAST = 5
_OTHER = "something else"
_GUARD = frozenset(("buyer", "buyers", "customer", "customers", "supplier"))
_HERE = (parts.OPENING, parts.CONCLUSION, parts.OTHER, parts.DOCUMENTS, parts.SIGNATURE)


@rule(
    "SU06",
    "several-requests",
    level="warning",
    confidence="medium",
    source="Amazon's guidelines for a plan: no other cases (help G200370560); funds are a separate inquiry",
    bad=(
        "Please reinstate our account.\n\nWe also request that you release our funds and remove the negative feedback.",
        "Reinstatement of the listing is requested, together with an explanation of the May fees.",
    ),
    good=(
        "Please review this plan and reinstate ASIN B0C1234567.",
        "We ask you to restore the listing and to close the case. The funds are not part of this letter.",
    ),
)
def several_requests(draft: Draft) -> Iterator[Hit]:
    """Several requests in one letter.

    The team that reads a plan decides on this one enforcement. Funds, fees, feedback and other cases have their own
    channels and only blur the plan. Ask for one thing.
    """
    # A letter about held money asks for nothing else.
    seen: dict[str, None] = {}
    matter = "the funds" if draft.enforcement == "funds" else ""
    plan = is_plan(draft)
    last_words = draft.statements[-_LAST].start if len(draft.statements) > _LAST else 0
    for statement in draft.statements:
        words = statement.words
        closing = statement.part in _HERE or not draft.has_parts or statement.start >= last_words
        closing = closing or (words[:1] != () and words[0] in _MAY and _asked(statement))
        along = aside(words) if closing else None
        if along is None and not (bids(words) if statement.part in _HERE else ASKS.found(words)):
            continue
        if _GUARD.intersection(words) or WE_DID.found(words) or LEFT_OUT.found(words) or "|" in statement.text:
            continue
        named = [(first, last, what) for first, last, what in REQUESTS.matches(words) if what is not None]
        beside_plan = plan and (statement.part in _HERE or not draft.has_parts)
        if beside_plan and all(what == REINSTATEMENT for _, _, what in named):
            more = other(words) or second(words) or beside(words)
            named += [(*more, _OTHER)] if more is not None else []
        also = ALSO.found(words)
        found = False
        for first, last, what in named:
            if (
                what not in seen
                and what not in (REINSTATEMENT, matter)
                and (seen or (closing and (also or what == _OTHER or (plan and what in FOREIGN))))
            ):
                found = True
                yield _hit(draft, statement, first, last, _beside(seen, what))
            seen[what] = None
        if along is not None and not found:
            yield _hit(draft, statement, *along, "", level="note")


_MAY = frozenset("would could can will may might".split())
_WHOM = frozenset("amazon you somebody someone anybody anyone".split())


def _asked(statement: Statement) -> bool:
    """Whether a sentence is a question to the reader, wherever it stands."""
    words = statement.words
    return words[1:2] != () and words[1] in _WHOM and statement.text.rstrip().endswith("?")


def _beside(seen: dict[str, None], what: str) -> str:
    return " and ".join(name for name in seen if name != what) or "what this letter is about"


def _hit(draft: Draft, statement: Statement, first: int, last: int, beside: str, level: Severity | None = None) -> Hit:
    start, end = statement.between(first, last)
    quote = draft.text[start:end]
    message = (
        f"“{short(quote, 40)}” is another request beside {beside}. Send it separately."
        if beside
        else f"“{short(quote, 40)}” asks for something else on the way. Send it separately."
    )
    return Hit(Span(start, end, quote), message, level=level)
