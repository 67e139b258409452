"""RC02: the complaint itself is given as the cause."""

from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.explanation.bare import only_symptoms
from amends.review.explanation.faults import (
    acted,
    circular,
    of_goods,
    only_metric,
    particular,
    pointed,
    reported,
    symptom,
    symptom_alone,
)
from amends.review.language.words import Lexicon
from amends.review.letter import parts
from amends.review.letter.parts import is_mark
from amends.review.letter.pieces import Statement
from amends.review.meaning.missing_step import misses_step
from amends.review.meaning.senses import Spot, senses
from amends.review.position.purpose import is_plan
from amends.review.rule import Hit, rule, short


@rule(
    "RC02",
    "symptom-as-cause",
    level="warning",
    letters=("plan",),
    confidence="medium",
    source="Guide: missing the root cause; Amazon restates the metric when a plan names only it (“not a valid plan”)",
    bad=(
        "Root cause:\nThe root cause of the issue was that a customer reported that the charger became hot and melted.",
        "Root cause: Because a gentleman in Ohio opened his box on 4 June 2026 and found a scratched toaster.",
        "Cause: LSR over 4 %. The post was slow all of December.",
        "Root cause:\nOur account had gone below 95 per cent. That is the beginning and the end of it: 92 per cent on 3 May 2026.",
        "Root cause: The root cause was the high number of negative reviews on our listing.",
        "Root cause:\nOur account was suspended because we received complaints about late deliveries.",
        (
            "Root cause:\nMy cancellation rate hit 5.3 % in the week of August 10.\n\nCorrective actions:\n- On 12 August 2026 I refunded 9 buyers."
        ),
    ),
    good=(
        (
            "Root cause:\nOn 6 January 2026 we merged four listings of different bottles. So the reviews of the older one "
            "were shown on the new one. Our checklist had no line for it."
        ),
        (
            "Root cause:\nThe root cause of the 16 late orders was that nobody owned the vacation "
            "setting over Thanksgiving."
        ),
    ),
)
def symptom_as_cause(draft: Draft) -> Iterator[Hit]:
    """The symptom given as the cause.

    Complaints, a rate, a removal are what Amazon already sees. The cause lies before them, in a step of yours that
    was missing or failed. Ask “why?” until the answer is something that you control.
    """
    if not is_plan(draft):
        return
    found = list(_told(draft))
    yield from found or _nothing_else(draft)


def _told(draft: Draft) -> Iterator[Hit]:
    """Statements that are called the cause, or stand for it, and are none."""
    for part in draft.of(parts.CAUSE):
        own = any(senses(s).has("house") or misses_step(senses(s), s.words) or acted(s.words) for s in part.statements)
        alone = not own and all(symptom_alone(s) or not particular(s) for s in part.statements)
        metric = None if own else next((s for s in part.statements if _risen(s) is not None), None)
        for item in part.items:
            before: Statement | None = None
            for statement in item.statements:
                spot = None if own and statement.words[0] in _SO else _symptom(statement, before, alone)
                if spot is not None and own and _answered(statement):
                    spot = None
                if spot is None and not own and statement is part.statements[0]:
                    spot = only_metric(statement)
                said_again = None if spot is not None else circular(statement)
                if spot is None and said_again is None and (not own or statement is part.statements[0]):
                    said_again = of_goods(statement)
                # The story may tell the step that failed in words of its own.
                risen = spot is None and statement is metric
                if risen:
                    spot = _risen(statement)
                if spot is not None:
                    start, end = statement.between(spot.first, spot.last)
                    quote = draft.text[start:end]
                    yield Hit(
                        Span(start, end, quote),
                        f"“{short(quote, 50)}” is what Amazon sees, not why. Say which step of yours was missing or "
                        "failed.",
                        level="note" if risen else "warning" if own else None,
                    )
                elif said_again is not None:
                    start, end = statement.between(said_again.first, said_again.last)
                    quote = draft.text[start:end]
                    yield Hit(
                        Span(start, end, quote),
                        f"“{short(quote, 50)}” says again what happened. Say which step of yours let it happen.",
                        level="warning" if not own else "note",
                    )
                before = statement


def _nothing_else(draft: Draft) -> Iterator[Hit]:
    """Where the whole cause names no step of the seller's own, whatever words it is told in."""
    told = [statement for part in draft.of(parts.CAUSE) for statement in part.statements]
    shown = only_symptoms(told)
    if shown is not None:
        yield Hit(
            shown,
            f"“{short(shown.text, 50)}” is what Amazon and the buyers see, and nothing beside it says why. Say which step "
            "of yours was missing or failed.",
            level="warning",
        )


# "So the reviews of the older product were shown": what came of the gap told before.
_SO = frozenset("so therefore thus hence consequently".split())
_ROSE = Lexicon(
    (
        "rate|odr|ldr|lsr|otdr|vtr|score|rating|health|metric|metrics|claims|complaints|returns|percentage|on-time delivery? .. "
        "hit|rose|reached|exceeded|went|climbed|jumped|stood|increased|was|were|came|fell|dropped|got|passed|sank|slid|deteriorated|worsened"
    ),
)


def _risen(statement: Statement) -> Spot | None:
    """A figure of Amazon's as the subject of a sentence: "my cancellation rate hit 5.3 %"."""
    hit = next(_ROSE.matches(statement.words), None)
    if hit is None or hit[0] > _HEAD or misses_step(senses(statement), statement.words):
        return None
    return Spot(hit[0], hit[1])


_HEAD = 6


def _answered(statement: Statement) -> bool:
    """Whether the next sentence says why: "Returns rose to 17. Why: our page said cotton …"."""
    item = statement.item
    behind = (
        next((each for each in item.statements if each.start > statement.start), None) if item is not None else None
    )
    return behind is not None and behind.words[0] in ("why", "because", "reason")


def _labels(statement: Statement) -> bool:
    """Whether words without a verb only head the cause told behind them: "Cause 1, tripod B0C1234567, 19 defects." """
    words, item = statement.words, statement.item
    behind = item is not None and statement is not item.statements[-1]
    return behind and words[0] == "cause" and len(words) > 1 and is_mark(words[1]) and not _TELLS.intersection(words)


_TELLS = frozenset("is was are were that because since as had have has".split())


def _symptom(statement: Statement, before: Statement | None, alone: bool) -> Spot | None:
    """The words of a symptom that is called the cause, here or by the sentence beside it; where the whole part tells
    nothing else, also a symptom that stands for itself.
    """
    if "|" in statement.text or _labels(statement):
        return None
    told = reported(statement)
    if told is not None:
        return told
    found = symptom(statement)
    if found is not None:
        return found
    if before is not None and pointed(statement) and symptom_alone(before) is not None:
        return Spot(0, len(statement.words))
    asked = (
        before is not None
        and before.text.rstrip().endswith("?")
        and (before.words[0] == "why" or senses(before).has("causal"))
    )
    return symptom_alone(statement) if asked or alone else None
