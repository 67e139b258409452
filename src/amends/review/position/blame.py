"""Where a statement lays the cause on somebody else.

Three questions decide, for each party that a statement names. What part has it in the clause (`roles.py`): one who
acts, or one only mentioned? What is said of it (`charges.py`): something bad, that it must answer, or what anybody does
in the course of trade? And does a gap of the seller's own stand beside it (`own_gap.py`)? It is blame where something
bad is said of one who acts, or somebody is made to answer, and no gap is owned. Ill words on somebody's character are
blame wherever they stand. All else is told: where nothing of the seller's own stands beside it, a hint (`told.py`).
"""

from __future__ import annotations

from amends.review.language.words import MASKED
from amends.review.letter import parts
from amends.review.letter.pieces import once
from amends.review.meaning.own_gap import gap_behind, gap_follows, names_own_gap
from amends.review.meaning.parties import parties
from amends.review.position.charges import BLAMED, SCORNED, Charge, charges
from amends.review.position.told import told_alone, told_beside
from amends.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Sequence

    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement
    from amends.review.meaning.parties import Party

_SUBJECT = frozenset("subject re sub ref betreff asunto oggetto objet".split())
_OFTEN = frozenset("every each daily weekly monthly before per once since".split())
_OF_OURS = frozenset(("supplier", "staff"))
# Statements by party, each with the words that speak of it.
_Said = dict[str, list[tuple["Statement", tuple[int, int]]]]


def blames(draft: Draft, party: str) -> list[tuple[Statement, tuple[int, int]]]:
    """The statements that blame a party, each with the words that do it."""
    return _found(draft)[0].get(party, [])


def hints(draft: Draft, party: str) -> list[tuple[Statement, tuple[int, int]]]:
    """The statements that leave the matter to a party without judging it, or that own it in the next breath."""
    return _found(draft)[1].get(party, [])


def _found(draft: Draft) -> tuple[_Said, _Said]:
    if "blame" not in draft.memo:
        draft.memo["blame"] = _read(draft)
    return cast("tuple[_Said, _Said]", draft.memo["blame"])


def _read(draft: Draft) -> tuple[_Said, _Said]:
    from amends.review.position.purpose import DISPUTE, RETRACTION, purpose

    found: _Said = {}
    hinted: _Said = {}
    to_owner, disputed = purpose(draft) == RETRACTION, purpose(draft) == DISPUTE
    before = ""
    for each in draft.statements:
        named = _named(each, before, to_owner)
        only_told = _only_told(draft, each)
        said = _charged(each, before, to_owner, only_told and _REASONS.isdisjoint(each.words))
        before = named[-1].kind if named else before
        if said and not _signs(each):
            owned = names_own_gap(each)
            for charge in said:
                if charge.weight < SCORNED and (owned or (disputed and _of_the_story(each, charge))):
                    continue
                if only_told and charge.weight < SCORNED and not (charge.weight == BLAMED and _reasons(each, charge)):
                    continue
                sure = charge.weight == SCORNED or (
                    charge.weight == BLAMED and not only_told and not _owned_next(each, charge)
                )
                (found if sure else hinted).setdefault(charge.kind, []).append((each, (charge.first, charge.last)))
            if any(charge.weight >= BLAMED for charge in said):
                continue
        if named and not disputed:
            hint = told_alone(each, named) if each.part == parts.CAUSE else told_beside(each, named)
            if hint is not None:
                hinted.setdefault(hint[0], []).append((each, hint[1:]))
    return found, hinted


def _named(statement: Statement, before: str, to_owner: bool) -> Sequence[Party]:
    """Whom a statement names. A letter to the owner of a right speaks to them, and names whom it writes for."""
    named = parties(statement, before)
    return [p for p in named if not p.vague and p.kind != "amazon"] if to_owner else named


@once
def _charged(statement: Statement, before: str, to_owner: bool, scornful: bool) -> tuple[Charge, ...]:
    """The heaviest charge against each party of a statement."""
    heaviest: dict[str, Charge] = {}
    for charge in charges(statement, _named(statement, before, to_owner), before, scornful):
        known = heaviest.get(charge.kind)
        if known is None or known.weight < charge.weight:
            heaviest[charge.kind] = charge
    return tuple(heaviest.values())


def _signs(statement: Statement) -> bool:
    """Whether it only says who signs: "Ingrid Solheim, product responsible"."""
    return statement.part == parts.SIGNATURE and not any(c.past or c.future or c.maybe for c in statement.clauses)


def _only_told(draft: Draft, statement: Statement) -> bool:
    """Whether a sentence stands where others are only told of: among actions and measures, or in the subject."""
    if statement.words[0] in _SUBJECT or statement.part in (parts.DONE, parts.MIXED, parts.MEASURES):
        return draft.has_parts or bool(draft.dates_in(statement)) or not _OFTEN.isdisjoint(statement.words)
    return False


# Among actions and measures a charge hangs on these: "…, as Amazon's own alerts cannot be relied upon".
_REASONS = frozenset("because since as for though although whereas given whose which who".split())
_ASIDE = 7


def _reasons(statement: Statement, charge: Charge) -> bool:
    """Whether a charge stands in a clause that gives a reason, and not in what is done."""
    return not _REASONS.isdisjoint(statement.words[max(0, charge.first - _ASIDE) : charge.first])


def _of_the_story(statement: Statement, charge: Charge) -> bool:
    """Whether a dispute only tells what happened: what one's own supplier or staff did, which figure is wrong."""
    return charge.kind in _OF_OURS or any(word[0].isdigit() or word == MASKED for word in statement.words)


def _owned_next(statement: Statement, charge: Charge) -> bool:
    """Whether the next breath owns what somebody is charged with."""
    return gap_behind(statement, 1) or (charge.kind == "staff" and gap_follows(statement))
