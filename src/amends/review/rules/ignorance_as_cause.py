"""RC01: not knowing the policy as the root cause."""

from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.explanation.causes import ignorance, said
from amends.review.explanation.circumstances import beside, beyond_us
from amends.review.explanation.owned import names_step, step_beside
from amends.review.explanation.weighing import not_known
from amends.review.letter import parts
from amends.review.meaning.senses import senses
from amends.review.rule import Hit, rule, short


@rule(
    "RC01",
    "ignorance-as-cause",
    level="warning",
    source="Practitioners on root cause (sellerforge.ai); plans refused that end at “we did not know the policy”",
    bad=(
        "Root cause: we did not know that this brand is restricted.",
        "We are new to Amazon and lack knowledge of its rules.",
        "Root cause: orders grew from 20 to 190 a day, and the business outgrew us.",
    ),
    good=(
        "We do not know the account K&L Retail Group that the notice names.",
        "Root cause: no step of our listing process compared ingredients with Amazon's restricted products list.",
    ),
)
def ignorance_as_cause(draft: Draft) -> Iterator[Hit]:
    """Not knowing the policy as the root cause.

    Every seller has agreed to the policies, so not knowing them explains nothing and promises nothing. Behind
    it lies something that you control: nobody was given the task to read policy changes, or no step compares a
    new listing with them. That is the cause to write down.
    """
    for place in said(draft, (parts.OPENING, parts.CAUSE, parts.OTHER), ignorance):
        quote = draft.text[place.start : place.end]
        yield Hit(
            place,
            f"“{short(quote, 48)}” is no root cause. Say which task or check was missing, so that the policy was not "
            "applied.",
            level="note" if _doubtful(draft, place) else None,
        )
    for start, end in (*beside(draft, _ANYWHERE, beyond_us), *beside(draft, (parts.CAUSE,), not_known)):
        quote = draft.text[start:end]
        yield Hit(
            Span(start, end, quote),
            f"“{short(quote, 48)}” says that you did not know, or were not ready. Say which task or check was missing.",
            level="note",
        )


def _doubtful(draft: Draft, place: Span) -> bool:
    """Whether the missing step is named beside it, and what was not known is no rule."""
    statement = draft.statement_at(place.start)
    if statement is None:
        return False
    if place.quote.endswith("read") and _RULES.isdisjoint(statement.words):
        # "No one here read our live pages": a check that nobody made.
        return True
    return not senses(statement).has("rules") and (step_beside(draft, statement) or names_step(statement))


_RULES = frozenset("policy policies rule rules terms guideline guidelines requirements law laws regulation".split())
_ANYWHERE = (parts.OPENING, parts.CAUSE, parts.OTHER, parts.DONE, parts.MIXED, parts.MEASURES, parts.CONCLUSION)
