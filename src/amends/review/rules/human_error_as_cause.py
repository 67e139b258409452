"""RC03: human error as the root cause."""

from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.explanation.bare import wrong_hand
from amends.review.explanation.causes import said, slip
from amends.review.explanation.owned import names_step, step_beside
from amends.review.language.words import is_number
from amends.review.letter import parts
from amends.review.meaning.senses import senses
from amends.review.position.purpose import is_plan
from amends.review.rule import Hit, rule, short


@rule(
    "RC03",
    "human-error-as-cause",
    level="warning",
    source="Practitioners on root cause: human error is where the questions start, not where they end",
    bad=(
        "Root cause: the wrong item was listed by mistake.",
        "Root cause: it was a human error.",
        "Root cause: on 3 May 2026 two digits of the order number were transposed by our clerk.",
    ),
    good=("Root cause: listings went live without a second look; until 3 May 2026 we had no step before the upload.",),
)
def human_error_as_cause(draft: Draft) -> Iterator[Hit]:
    """Human error as the root cause.

    People err every day; a process decides whether the error reaches a buyer. “By mistake” leaves Amazon to ask
    why nothing caught it. Ask why once or twice more: which check, rule, training or tool was missing?
    """
    named = set()
    for place in said(draft, (parts.OPENING, parts.CAUSE, parts.OTHER), slip):
        named.add(draft.statement_at(place.start))
        quote = draft.text[place.start : place.end]
        yield Hit(
            place,
            f"“{short(quote, 48)}” is where the questions start. Say which check, rule or tool was missing, so that it "
            "could pass.",
            level="note" if _told_in_full(draft, place) else None,
        )
    if not is_plan(draft):
        return
    for statement in (each for part in draft.of(parts.CAUSE) for each in part.statements):
        if statement not in named and wrong_hand(statement):
            place = Span(statement.start, statement.end, statement.text)
            yield Hit(
                place,
                f"“{short(statement.text, 48)}” tells what somebody did. Say which check, rule or tool should have stopped "
                "it and was missing.",
                level="note" if step_beside(draft, statement) or _told_in_full(draft, place) else None,
            )


def _told_in_full(draft: Draft, place: Span) -> bool:
    """Whether the missing step is named beside it, or the sentence says what exactly was done wrong, when, by the
    writer, and to how many: a finding, no excuse.
    """
    statement = draft.statement_at(place.start)
    if statement is None:
        return False
    named = " " in place.quote and senses(statement).has("slip")
    if names_step(statement) or (step_beside(draft, statement) and not named and draft.dates_in(statement)):
        return True
    return not _SELF.isdisjoint(statement.words) and bool(draft.dates_in(statement)) and _numbered(statement.words)


def _numbered(words: tuple[str, ...]) -> bool:
    return sum(1 for word in words if is_number(word)) > _OF_A_DAY


_SELF = frozenset(("i", "me"))
# Day and year are numbers too.
_OF_A_DAY = 2
