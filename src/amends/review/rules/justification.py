"""RC11: a reason why it seemed allowed."""

from collections.abc import Iterator

from amends.review import parts
from amends.review.causes import excuse, said
from amends.review.document import Draft
from amends.review.rule import Hit, rule, short


@rule(
    "RC11",
    "justification",
    level="warning",
    source="Amazon asks for the root cause (help G200370560); critiques of plans that argue why it seemed allowed",
    bad=(
        "Root cause: no other logo was on the page, so I decided to sell it.",
        "Root cause: many other sellers offer the same item.",
    ),
    good=(
        "Root cause: until 3 May 2026 we compared a new listing with the picture and never with the brand register.",
    ),
)
def justification(draft: Draft) -> Iterator[Hit]:
    """A reason why it seemed allowed.

    “Others sell it too” and “there was no logo, so we decided to sell it” argue the case instead of naming the
    cause. The reader has decided that it was not allowed, and looks for the step that should have told you so.
    Say which check before listing was missing, or, if it really was allowed, dispute it with evidence.
    """
    for place in said(draft, (parts.CAUSE, parts.OPENING, parts.DONE, parts.OTHER), excuse):
        quote = draft.text[place.start : place.end]
        statement = draft.statement_at(place.start)
        beside = statement is not None and statement.part == parts.OTHER
        yield Hit(
            place,
            f"“{short(quote, 48)}” argues why it seemed allowed. Say which check before listing was missing.",
            level="note" if beside else None,
        )
