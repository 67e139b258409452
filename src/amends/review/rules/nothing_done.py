"""AC01: corrective actions without a single completed action."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.language.verbs import is_past
from amends.review.letter import parts
from amends.review.letter.pieces import Item
from amends.review.measures.deeds import nothing_changed
from amends.review.measures.idling import idle
from amends.review.measures.points import actions
from amends.review.rule import Hit, rule, short

_NOTHING = frozenset("none nothing nil n a na not applicable yet no actions action so far pending keine".split())


@rule(
    "AC01",
    "nothing-done",
    level="error",
    letters=("plan",),
    source=(
        "Amazon's refusal “actions not implemented”; guide: past tense language showing actions "
        "are completed, not planned"
    ),
    bad=(
        "Corrective actions:\n- We will remove the listing.\n- We will train the staff about the policy.",
        "Corrective actions:\n- As the account is blocked we were not able to do anything.",
        "Corrective actions:\n- The stock lies where it was until the manager is back.",
        "Corrective actions:\n- The owner read the policy on 3 May 2026 and understood each complaint.",
    ),
    good=(
        "Corrective actions:\n- We did not wait for an answer and closed 33 offers on 12 June 2026.",
        "Corrective actions:\n- On 3 May 2026 we removed the listing.",
        "Corrective actions:\n- Removed 12 listings, 3 May 2026.",
    ),
)
def nothing_done(draft: Draft) -> Iterator[Hit]:
    """No action that is finished.

    Amazon refuses plans whose actions are “not implemented”. Do what is needed first: close the listing, stop the
    stock, refund the buyers. Then write it in the past tense, with its date.
    """
    for item in (item for part in draft.of(parts.DONE, parts.MIXED) for item in part.items):
        if item.words and _NOTHING.issuperset(item.words):
            yield Hit(item, "Nothing is done here. Act first, then write what was done, with its date.")
            return
    items = actions(draft)
    idling = [(item, hit) for item in items for hit in [idle(draft, item)] if hit is not None]
    mixed = [item for part in draft.of(parts.MIXED) for item in part.items if item.statements and item not in items]
    idling += [(item, hit) for item in mixed for hit in [idle(draft, item, in_words=True)] if hit is not None]
    whole = len(idling) == len(items) and all(idle(draft, item, in_words=True) for item, _ in idling)
    for _, (statement, first, last) in idling:
        start, end = statement.between(first, last)
        said = short(draft.text[start:end], 40)
        yield Hit(
            statement,
            f"“{said}”: nothing is done here. Act first, then write what was done, with its date.",
            # A day and a file tell that something was done, however oddly it is said.
            level=None if whole and not (draft.dates_in(statement) and draft.files_in(statement)) else "warning",
        )
        if whole:
            return
    idle_there = _in_its_place(draft)
    if idle_there is not None:
        yield Hit(
            idle_there,
            "Here the reader looks for what was done, and finds how things stand. Act, then say what you did, with its date.",
            level="warning",
            confidence="medium",
        )
        return
    if items and nothing_changed(statement for item in items for statement in item.statements):
        yield Hit(
            items[0],
            "Looking, reading and knowing change nothing, and what Amazon did is not yours. Say what you did about the "
            "stock, the listing and the buyers, with its date.",
            level="warning",
            confidence="medium",
        )
        return
    found = draft.of(parts.DONE)
    statements = [statement for part in found for statement in part.statements]
    if not statements or any(clause.past for statement in statements for clause in statement.clauses):
        return
    if any(
        is_past(statement.words[0]) or any(w in ("done", "completed") for w in statement.words)
        for statement in statements
    ):
        return
    yield Hit(
        found[0].place, "Nothing here is finished. Act first, then write what was done in the past tense with its date."
    )


def _in_its_place(draft: Draft) -> Item | None:
    """The last paragraph between a cause and the measures that tells neither why nor anything done, where nothing does."""
    if draft.of(parts.DONE, parts.MIXED) or not draft.of(parts.MEASURES):
        return None
    told = [item for part in draft.of(parts.CAUSE) for item in part.items]
    if len(told) < _SEVERAL or told[-1].kind != "paragraph" or not told[-1].statements:
        return None
    last = told[-1]
    why = any(parts.cue_of(statement.words) == parts.CAUSE for statement in last.statements)
    return last if not why and len(last.words) <= _SHORT and nothing_changed(last.statements) else None


_SEVERAL, _SHORT = 2, 40
