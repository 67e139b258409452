"""RC03: human error as the root cause."""

from collections.abc import Iterator

from amends.review import parts
from amends.review.causes import said, slip
from amends.review.document import Draft
from amends.review.rule import Hit, rule, short
from amends.review.words import Lexicon

_SAID = Lexicon(
    "typing|typographical|data_entry|clerical|copy_and_paste|keying|entry|listing error|errors|mistake",
    "typo",
    "slipped|slip through|our|my",
    "overlooked",
    "confused|mixed_up",
    "lapse|slip of|in|on",
    "we|i|he|she made|make a|an|some mistake|mistakes|error",
    "human error|errors|mistake|mistakes",
    "by mistake|accident",
    "honest|innocent|genuine|unintentional|silly|stupid|clerical|simple mistake|error|oversight",
    "an|our|my oversight",
    "was|were|through|of|due_to our|my carelessness|negligence|ignorance|inattention",
    "carelessness|carelessly|inadvertently|accidentally|mistakenly|unintentionally|unknowingly",
    "we|i forgot",
    "forgot|forgotten to",
    "wrongly|incorrectly thought|assumed|believed",
    "misunderstanding",
    "mistake|error of|by an? employee|staff|worker",
    "typed|entered|picked|chose|selected|clicked|ticked|packed|listed|uploaded|copied the|a|an|some? wrong|incorrect|false",
    "wrong button|box|key|click",
    "pure|mere|plain|sheer mistake|oversight|carelessness|accident",
    "slip of the",
    "made|committed|did a|an|the|some|this? .. mistake|mistakes|blunder",
    "@staff was|were|is careless|inattentive|negligent|distracted|tired",
    "entered|typed|wrote|packed|put|listed|set|chose .. wrong|wrongly|incorrectly|falsely",
    "nobody|no_one|not paid|paying|pay attention",
    "not pay|paid enough? attention",
    "misread|miscounted|misjudged|mislabelled|mislabeled|mistyped|misplaced|miscalculated",
)
_UNLESS = Lexicon()


@rule(
    "RC03",
    "human-error-as-cause",
    level="warning",
    source="Practitioners on root cause (sellerforge.ai, amazonreinstatementgroup): human error is where the questions start, not where they end",
    bad=(
        "Root cause: the wrong item was listed by mistake.",
        "Root cause: it was a human error.",
    ),
    good=(
        "Root cause: listings went live without a second look, because until 3 May 2026 we had no step between draft and upload.",
    ),
)
def human_error_as_cause(draft: Draft) -> Iterator[Hit]:
    """Human error as the root cause.

    People err every day; a process decides whether the error reaches a buyer. “By mistake” leaves Amazon to ask
    why nothing caught it. Ask why once or twice more: which check, rule, training or tool was missing?
    """
    for place, _ in said(draft, (parts.OPENING, parts.CAUSE, parts.OTHER), _SAID, _UNLESS, slip):
        quote = draft.text[place.start : place.end]
        yield Hit(
            place,
            f"“{short(quote, 48)}” is where the questions start. Say which check, rule or tool was missing so that the error could pass.",
        )
