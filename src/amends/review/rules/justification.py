"""RC11: a reason why it seemed allowed."""

from collections.abc import Iterator

from amends.review import parts
from amends.review.causes import excuse, said
from amends.review.document import Draft
from amends.review.rule import Hit, rule, short
from amends.review.words import Lexicon

_SAID = Lexicon(
    "so|therefore|thus|hence|that_is_why|consequently we|i .. decided|chose|thought|felt|concluded|assumed|figured|could|listed|began|started|went",
    "decided|concluded|judged .. could|may|can|allowed|safe|fine|ok",
    "decided|chose to? sell|list|offer",
    "other|many|all|some|same sellers|seller|shops|stores .. sell|sells|selling|sold|offer|offers|offering|list|listing|do|use|using .. same|too|also|it|this|them",
    "everyone|everybody else? sells|does|uses|offers|lists",
    "common|normal|usual practice|in the? industry|trade|branch",
    "in good faith",
    "other|many|several sellers .. therefore|so|thus",
    "saw|see|seeing no|nothing problem|issue|harm|wrong|risk",
    "sold|available|found in|at|on every|any|all|each",
)
_UNLESS = Lexicon()


@rule(
    "RC11",
    "justification",
    level="warning",
    source="Amazon asks for the root cause (help G200370560); readers' critiques of plans that argue why the listing seemed allowed",
    bad=(
        "Root cause: no other logo was on the page, so I decided to sell it.",
        "Root cause: many other sellers offer the same item.",
    ),
    good=(
        "Root cause: until 3 May 2026 we compared a new listing only with the picture of the page and never with the brand register.",
    ),
)
def justification(draft: Draft) -> Iterator[Hit]:
    """A reason why it seemed allowed.

    “Others sell it too” and “there was no logo, so we decided to sell it” argue the case instead of naming the
    cause. The reader has decided that it was not allowed, and looks for the step that should have told you so.
    Say which check before listing was missing, or, if it really was allowed, dispute it with evidence.
    """
    for place, _ in said(draft, (parts.CAUSE, parts.OPENING), _SAID, _UNLESS, excuse):
        quote = draft.text[place.start : place.end]
        yield Hit(
            place, f"“{short(quote, 48)}” argues why it seemed allowed. Say which check before listing was missing."
        )
