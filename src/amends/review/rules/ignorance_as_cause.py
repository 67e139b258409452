"""RC01: not knowing the policy as the root cause."""

from collections.abc import Iterator

from amends.review import parts
from amends.review.causes import ignorance, said
from amends.review.document import Draft
from amends.review.rule import Hit, rule, short
from amends.review.words import Lexicon

_SAID = Lexicon(
    "nobody|none|no_one .. knew|aware|realised|realized|understood|familiar",
    "no|not_any|little idea|clue|knowledge|awareness|understanding .. that|how|of|what|about",
    "no idea|clue",
    "never|not heard of",
    "knew|knowing nothing|little about|of",
    "nobody|no_one told us|me",
    "we|i|staff|they|employees|team did|do|does|had not|never .. know|knew|realise|realize|understand|known|realised|realized|understood|study|read|learn|learnt",
    "we|i was|were not|never .. aware|familiar|informed",
    "we|i were|was|are|am .. unaware|ignorant|unfamiliar",
    "unaware|ignorant|unfamiliar of|that|with",
    "our|my|for .. ignorance",
    "lack|lacked|lacking of? .. knowledge|experience|understanding|awareness|familiarity",
    "as|are|am|being a? new|inexperienced seller|sellers|to|account",
    "we|i are|am new",
    "did not|never know|read|understand|study|review|realise|realize .. policy|policies|rule|rules|guideline|guidelines|terms|requirement|requirements",
    "failed to read|understand|study|review|know",
    "failed|failure to .. familiarise|familiarize",
    "misunderstood|misread|misinterpreted .. policy|policies|rule|rules|guideline*",
    "under the impression",
    "we|i|he|she|they thought|believed|assumed|figured|presumed|supposed|understood .. allowed|permitted|ok|okay|fine|legal|enough|could|may|can|sufficient|allow|needed",
    "we|i are|am|were|was inexperienced",
    "not .. familiarised|familiarized",
)
_UNLESS = Lexicon(
    "not know|recognise|recognize the|this|that|any .. account|person|company",
    "customer*|buyer* did",
    "because we|nobody|no .. had|have|step|one|process",
)


@rule(
    "RC01",
    "ignorance-as-cause",
    level="warning",
    source="Practitioners on root cause (sellerforge.ai); plans refused that end at “we did not know the policy”",
    bad=(
        "Root cause: we did not know that this brand is restricted.",
        "We are new to Amazon and lack knowledge of its rules.",
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
    for place, _ in said(draft, (parts.OPENING, parts.CAUSE, parts.OTHER), _SAID, _UNLESS, ignorance):
        quote = draft.text[place.start : place.end]
        yield Hit(
            place,
            f"“{short(quote, 48)}” is no root cause. Say which task, step or check was missing so that the policy was not applied.",
        )
