"""RC11: a reason why it seemed allowed."""

from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.explanation.causes import excuse, said
from amends.review.explanation.circumstances import beside, circumstance, made_light
from amends.review.explanation.owned import names_step, step_beside
from amends.review.explanation.weighing import argued, argued_beside
from amends.review.language.words import Lexicon
from amends.review.letter import parts
from amends.review.letter.pieces import Statement
from amends.review.meaning.missing_step import misses_step
from amends.review.meaning.senses import Spot, senses
from amends.review.rule import Hit, rule, short

_RULE = "rule|rules|policy|policies|page|clause|paragraph|requirement|terms|condition|passage|guideline|guidelines"
# The rule was hard to find, new, or to be read otherwise; somebody gave their word that it is allowed.
_ARGUED = Lexicon(
    f"{_RULE} is|was|are|were|stands|stood .. small|fine|tiny|deep|hidden|buried|bottom|footnote|small_print|fine_print",
    f"read|reads|interpreted|interpret|understood|took|take the|this|your? {_RULE}|it|them as|such|so|to|that .. allow*|permit*|optional|fine|ok|okay|not|voluntary",
    f"{_RULE} had|has|was|were|is|are been? changed|updated|introduced|new|revised shortly|recently|just|only|newly|lately|days|weeks|last|overnight",
    f"{_RULE} recently|just|lately|newly|only_just changed|updated|introduced|came",
    "relied|relies|trusted|trusting|relying|believed|counted|going on|in|by? .. word|words|statement|assurance|assurances|promise|saying|say-so|advice|confirmation|reputation",
    (
        "told|assured|advised|informed|promised by our|the|an|a|my .. agent|consultant|lawyer|friend|adviser|advisor|forwarder|accountant|"
        "expert|supplier|coach|wholesaler|distributor|manufacturer|importer"
    ),
    (
        "agent|consultant|lawyer|friend|adviser|advisor|forwarder|accountant|expert|supplier|wholesaler|distributor|manufacturer|importer "
        "told|assured|advised|promised|said|confirmed|swore us|me|it|that .. not_needed|no|allowed|fine|okay|ok|legal|enough|unnecessary|original|genuine|safe"
    ),
    "took|take|taken the|his|her|their word of|for",
    "on|at|with other|another platforms|platform|marketplaces|marketplace|sites .. may|can|is|are",
    "busy month|months|week|weeks|season|time|period|day|days .. that|so",
    "with|as only|just? one|two|three|few people|persons|hands|of_us .. not|cannot|can|everything|all",
    "am|are a|an? .. and|but no|not jurist|lawyer|lawyers|expert|experts|jurists|specialist|computer",
    "strike|operation|illness|fair|wedding|funeral|move|moving|storm|holiday|holidays .. and|came together|at_once|between|at_the_same",
    "how|who could|should|can|would we|one|anybody|anyone|i guess|know|suspect|foresee|expect|think|imagine",
)


def _argued(statement: Statement) -> Spot | None:
    found = excuse(statement)
    if found is not None or misses_step(senses(statement), statement.words):
        return found
    hit = next(_ARGUED.matches(statement.words), None)
    return Spot(hit[0], hit[1]) if hit is not None else None


@rule(
    "RC11",
    "justification",
    level="warning",
    source="Amazon asks for the root cause (help G200370560); critiques of plans that argue why it seemed allowed",
    bad=(
        "Root cause: no other logo was on the page, so I decided to sell it.",
        "Root cause: many other sellers offer the same item.",
        "Root cause: the rule stands in small print at the bottom of a page.",
        "Root cause: no drop test was made before 3 May 2026, as margins in this trade are thin.",
    ),
    good=(
        "Root cause: same rope, same clip, same weight, same maker's model number RL-6: no step joined the five colours.",
        "Root cause: until 3 May 2026 we compared a new listing with the picture and never with the brand register.",
    ),
)
def justification(draft: Draft) -> Iterator[Hit]:
    """A reason why it seemed allowed.

    “Others sell it too” and “there was no logo, so we decided to sell it” argue the case instead of naming the
    cause. The reader has decided that it was not allowed, and looks for the step that should have told you so.
    Say which check before listing was missing, or, if it really was allowed, dispute it with evidence.
    """
    for place in said(draft, (parts.CAUSE, parts.OPENING, parts.DONE, parts.OTHER), _argued):
        quote = draft.text[place.start : place.end]
        statement = draft.statement_at(place.start)
        doubtful = statement is not None and (
            statement.part in _ASIDE
            or names_step(statement)
            or ((_one_sign(statement, place) or step_beside(draft, statement)) and not _insists(statement))
        )
        yield Hit(
            place,
            f"“{short(quote, 48)}” argues why it seemed allowed. Say which check before listing was missing.",
            level="note" if doubtful else None,
        )
    told: set[int] = set()
    for where, read in (
        (_ARGUING, circumstance),
        (_LIGHT, made_light),
        ((parts.CAUSE,), argued),
        (_BESIDE, argued_beside),
    ):
        for start, end in beside(draft, where, read):
            statement = draft.statement_at(start)
            if statement is None or statement.start in told:
                continue
            told.add(statement.start)
            quote = draft.text[start:end]
            yield Hit(
                Span(start, end, quote),
                f"“{short(quote, 48)}” reads as an excuse. Leave it out; the step that was missing says enough.",
                level="note",
            )


def _one_sign(statement: Statement, place: Span) -> bool:
    """Whether a single word speaks for it, or only that nobody came to harm, which a sound letter tells too."""
    return " " not in place.quote or senses(statement).has("excuse-harmless")


def _insists(statement: Statement) -> bool:
    """Whether a sentence argues in more than one way, so that it is no fact told in passing."""
    found = senses(statement)
    return sum(len(found.of(field)) for field in _EXCUSES) + _ARGUED.found(statement.words) > 1


_EXCUSES = (
    "excuse-necessity",
    "excuse-goodwill",
    "excuse-others",
    "excuse-harmless",
    "excuse-pleading",
    "excuse-misfortune",
    "excuse-advice",
)
_ASIDE = (parts.OTHER, parts.DONE)
_ARGUING = (parts.CAUSE, parts.OPENING, parts.CONCLUSION, parts.OTHER)
_BESIDE = (parts.OPENING, parts.CONCLUSION, parts.OTHER, parts.DONE, parts.MIXED, parts.MEASURES)
_LIGHT = (*_ARGUING, parts.DONE, parts.MIXED, parts.MEASURES)
