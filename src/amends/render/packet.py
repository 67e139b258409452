"""What goes into a bundle besides the exhibits, taken from the case."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from amends.model import Case, Letter, Notice, Plan, Route
from amends.playbook import Catalog
from amends.render.exhibits.cover import Cover
from amends.render.extra import Extra
from amends.render.letter import title
from amends.render.page import Page

_NO_DAY = date(1980, 1, 1)


@dataclass(frozen=True, slots=True)
class Packet:
    """`markdown` is plan.md as it stands and `letter` what is in it; `about` is the title of the enforcement.

    `titles` names document kinds and the items that exhibits support; `limit` is the characters of a form box, if the
    user set one. `cover` is the cover sheet of the exhibits, None where no sentence is tied to a place on one. `extras`
    go with the exhibits because the seller asked for it.
    """

    letter: Letter
    markdown: str
    route: Route
    page: Page
    about: str
    notice: Notice | None = None
    titles: dict[str, str] = field(default_factory=dict)
    limit: int | None = None
    cover: Cover | None = None
    extras: tuple[Extra, ...] = ()


def of_case(
    letter: Letter,
    markdown: str,
    plan: Plan,
    case: Case,
    catalog: Catalog,
    limit: int | None,
    cover: Cover | None = None,
    extras: tuple[Extra, ...] = (),
) -> Packet:
    """The packet of a case."""
    notice = case.notice
    marketplace = case.value("seller.marketplace") or (notice.marketplace if notice else None)
    page = Page(title(plan.route), day(case), marketplace=marketplace if isinstance(marketplace, str) else None)
    playbook = catalog.playbooks.get(plan.enforcement)
    about = playbook.title if playbook else plan.enforcement
    return Packet(letter, markdown, plan.route, page, about, notice, _titles(catalog), limit, _tied(cover), extras)


def _tied(cover: Cover | None) -> Cover | None:
    return cover if cover is not None and cover.citations else None


def day(case: Case) -> date:
    """The last day that the case knows of: a statement, an exhibit taken in, the notice. It dates the files."""
    days = [fact.source.on for fact in case.facts.values() if fact.source.on]
    days += [exhibit.received for exhibit in case.exhibits]
    days += [notice.received for notice in case.notices if notice.received]
    return max(days, default=_NO_DAY)


def _titles(catalog: Catalog) -> dict[str, str]:
    shelves = (catalog.asks, catalog.causes, catalog.actions, catalog.measures, catalog.documents)
    named = {id: entry.title for shelf in shelves for id, entry in shelf.items()}
    return {"case": "The case as a whole", "seller": "Who the seller is", **named}
