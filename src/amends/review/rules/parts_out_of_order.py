"""ST12: the three parts stand in another order than Amazon asks."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.letter import parts
from amends.review.rule import Hit, rule

_ORDER = {parts.CAUSE: 1, parts.DONE: 2, parts.MEASURES: 3}


@rule(
    "ST12",
    "parts-out-of-order",
    level="note",
    source="Amazon's three questions in their order (help G200370560); follow-ups are answered heading by heading",
    bad=("Preventive measures:\n- Each Monday Dana Ruiz compares.\n\nRoot cause:\nNobody compared listings.",),
    good=("Root cause:\nNobody compared listings.\n\nPreventive measures:\n- Each Monday Dana Ruiz compares.",),
)
def parts_out_of_order(draft: Draft) -> Iterator[Hit]:
    """The parts stand in an unexpected order.

    The reader looks for cause, actions, measures in that order, since the form asks so. Put them so, unless a
    follow-up asked in another order.
    """
    last, seen = 0, set()
    for part in draft.parts:
        rank = _ORDER.get(part.id, 0)
        if part.heading is None or not rank or part.id in seen:
            continue
        seen.add(part.id)
        if rank < last:
            yield Hit(
                part.place,
                f"The {parts.NAMES[part.id]} part comes late. Amazon asks for cause, actions, measures in this order.",
            )
            return
        last = rank
