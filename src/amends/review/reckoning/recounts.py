"""What a letter takes up again from farther above: "the offer, suspended on 18 June" of 16 June.

`references.py` holds neighbouring sentences against each other; here the whole letter is read once from the top. A day
is doubted only where the letter has told it otherwise each time before.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.review.letter import parts
from amends.review.reckoning.counts import singular
from amends.review.reckoning.references import Again, events
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.dates import Found
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

_OTHERS = frozenset(
    "other others another further more additional next remaining rest second again later new per least most than about "
    "around nearly first last same-day".split()
)
_MOST, _FEW = 400, 4
_RETOLD = frozenset((parts.CAUSE, parts.OPENING, parts.CONCLUSION, parts.OTHER, parts.SIGNATURE, parts.DOCUMENTS))
_THINGS = frozenset(
    "offer listing account invoice contract page sku asin stock card title photo price order line user access shipment "
    "certificate report licence license letter it them".split()
)
# What happens to a thing once: closed, suspended, removed …
_ONCE = frozenset(
    "clos suspen remov remove deacti paus stopp termin cancel sign open opened regist found hir hire "
    "block destro shredd "
    "publis launch creat rent dismis".split()
)


def days(draft: Draft) -> Iterator[Again]:
    """Days of known events that the letter has always put on another day."""
    told: dict[str, list[tuple[Found, Statement]]] = {}
    for statement in draft.statements:
        if len(told) > _MOST:
            return
        for day, stem, near in events(draft, statement):
            before = told.get(stem, [])
            if before and _aside(statement) and len({found.date for found, _ in before}) == 1:
                found, where = before[0]
                far = found.date and day.date and abs((found.date - day.date).days) > _FAR
                if (
                    found.date != day.date
                    and not far
                    and _same_thing(draft, statement, where)
                    and _OTHERS.isdisjoint(near)
                ):
                    message = f"{day.span.quote} here, {found.span.quote} above for the same. Which is right?"
                    yield Again(day.span, where.text, message)
                    continue
            if stem in _ONCE and len(before) < _FEW:
                told.setdefault(stem, []).append((day, statement))


# A slip of the pen is near; what lies further off is another event.
_FAR = 100


def _aside(statement: Statement) -> bool:
    """Whether a sentence only refers to what was told: prose outside actions and measures."""
    return statement.part in _RETOLD and statement.item is not None and statement.item.kind == "paragraph"


def _same_thing(draft: Draft, one: Statement, two: Statement) -> bool:
    """Whether both sentences name a thing or an identifier in common, or the later one says only "it"."""
    ids = [{i.value for i in draft.identifiers_in(s)} for s in (one, two)]
    if ids[0] and ids[1]:
        return not ids[0].isdisjoint(ids[1])
    shared = {singular(word) for word in one.words} & {singular(word) for word in two.words} & _THINGS
    return bool(shared) or "it" in one.words
