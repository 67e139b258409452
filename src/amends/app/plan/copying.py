"""Verbs on copies of one document, for who wants to have it at once: with the cited places marked, without prices."""

from __future__ import annotations

from amends.app import knowledge
from amends.app.cases import Opened
from amends.app.plan import marking
from amends.errors import Unknown
from amends.model import Exhibit
from amends.typed import NamedTuple


class Copy(NamedTuple):
    """A copy of a document as PDF: its file name, its bytes, and what was done to it, proven ("" for marks)."""

    name: str
    data: bytes
    statement: str


class Choice(NamedTuple):
    """A copy that can be made: `what` it is called by, its title, whether it may be had, and what to know first."""

    what: str
    title: str
    allowed: bool
    why: str


def choices(opened: Opened, exhibit: Exhibit) -> tuple[Choice, ...]:
    """The copies that can be made of a document; of one that is kept back none."""
    from amends.render.exhibits.permission import marking as permission

    if exhibit.held:
        return ()
    may = permission(exhibit, opened.case, knowledge())
    found = [Choice("marked", "Copy with marks", may.allowed, may.why)]
    if marking.may_lose_prices(exhibit):
        why = "Amazon lets you cover prices, and nothing else. The copy proves that nothing else was covered."
        found.append(Choice("without-prices", "Copy without prices", True, why))
    return tuple(found)


def copy(opened: Opened, label: str, what: str) -> Copy:
    """Make a copy of a document. Raises `Unreadable` with the reason when there is none, `Unknown`."""
    exhibit = next((each for each in opened.case.exhibits if each.label == label.upper()), None)
    if exhibit is None or what not in ("marked", "without-prices"):
        raise Unknown("There is no such copy. Copies are made of documents that are sent.")
    made = marking.copied(opened, exhibit, what)
    return Copy(marking.name_of(exhibit, what), made.data, made.statement)
