"""The notice: a message from Amazon, as received and as read."""

from __future__ import annotations

from datetime import date, timedelta

from amends.model.place import Span
from amends.typed import Literal, NamedTuple

Kind = Literal["enforcement", "reply", "warning", "information", "not-amazon", "unknown"]
Level = Literal["account", "listing", "funds"]
Status = Literal["active", "at-risk", "deactivated", "removed", "reinstated", "final"]
Branch = Literal["comply", "in-error"]
Route = Literal["plan", "documents", "dispute", "retraction", "two-step", "none"]


class Link(NamedTuple):
    """A link of a message: the words that a person sees, and the address to which they really lead."""

    text: str
    target: str


class Identifier(NamedTuple):
    """An ASIN, order, complaint or other number as the notice wrote it; masked ones stay masked."""

    kind: str
    value: str
    span: Span
    masked: bool = False


class Deadline(NamedTuple):
    """What must happen by when. `days` or `date` is None when the notice does not say."""

    span: Span
    days: int | None
    date: date | None
    consequence: str | None


def due(deadline: Deadline, received: date | None) -> date | None:
    """The last day: as the notice says, else counted from the day on which it came; None when neither is known."""
    if deadline.date is not None or deadline.days is None or received is None:
        return deadline.date
    try:
        return received + timedelta(days=deadline.days)
    except OverflowError:
        return None


class Ask(NamedTuple):
    """One thing that a notice demands; `id` names a file of `data/asks/`."""

    id: str
    branch: Branch
    span: Span


class Enforcement(NamedTuple):
    """What Amazon did and why: the id of a playbook, how sure the reading is, and the places that speak for it."""

    id: str
    confidence: float
    because: tuple[Span, ...]


class Notice(NamedTuple):
    """A message from Amazon, as received and as read.

    `text` is what a person reads in it; all spans point into it. `format` is eml, msg, html, txt or pdf.
    """

    file: str
    format: str
    sha256: str
    text: str
    subject: str | None
    sender: str | None
    kind: Kind
    level: Level | None
    status: Status | None
    enforcements: tuple[Enforcement, ...]
    marketplace: str | None
    received: date | None
    identifiers: tuple[Identifier, ...]
    deadlines: tuple[Deadline, ...]
    asks: tuple[Ask, ...]
    route: Route
    channel: str | None
    language: str
    doubts: tuple[str, ...] = ()

    @property
    def enforcement(self) -> str | None:
        """The id of the likeliest enforcement, or None."""
        return self.enforcements[0].id if self.enforcements else None

    def of_kind(self, kind: str) -> tuple[str, ...]:
        """Identifiers of one kind ("asin", "order", …) in the order of the notice, each once."""
        return tuple(dict.fromkeys(i.value for i in self.identifiers if i.kind == kind))
