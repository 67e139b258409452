"""What the board shows of a case."""

from __future__ import annotations

from amends.typed import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from datetime import date

State = Literal["asking", "drafting", "reviewing", "ready", "sent", "closed", "broken"]
"""How far a case is: questions are open; no plan yet; a plan but no bundle of it; packed; sent; nothing to be sent; its
files have mistakes, so that it cannot be opened.
"""

STATES: tuple[State, ...] = ("asking", "drafting", "reviewing", "ready", "sent", "closed", "broken")


class Summary(NamedTuple):
    """What the board shows of a case. `title` names the seller or the store; `next` is one short sentence.

    `enforcement` and `marketplace` are ids. `asins` and `ids` (complaint, order and case numbers) and `names` are what
    a search finds it by. `deadline` is the first day by which Amazon wants something, None when nothing is awaited.
    """

    title: str
    state: State
    next: str
    enforcement: str | None = None
    marketplace: str | None = None
    deadline: date | None = None
    asins: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
