"""Which documents are there, which are missing, which are optional."""

from __future__ import annotations

from dataclasses import dataclass

from amends import needed
from amends.model import Case, Exhibit
from amends.playbook import Catalog
from amends.typed import Literal

State = Literal["there", "missing", "said-missing", "optional"]


@dataclass(frozen=True, slots=True)
class Checked:
    """One line of the checklist.

    `need` is required, recommended or optional; `ask` the demand it answers ("" when only the playbook calls for
    it); `exhibits` the labels of those that are there, or that would serve instead; `instead` the
    titles of what else would serve; `obtain` how to get it; `reason` why the seller does not have it, if they said so.
    """

    kind: str
    title: str
    need: str
    state: State
    exhibits: tuple[str, ...]
    ask: str
    instead: tuple[str, ...]
    obtain: str
    shows: tuple[str, ...] = ()
    reason: str = ""


def checklist(case: Case, catalog: Catalog) -> tuple[Checked, ...]:
    """The documents that this case calls for, the required first."""
    return tuple(_line(wanted, case, catalog) for wanted in needed.documents(case, catalog))


def _line(wanted: needed.Wanted, case: Case, catalog: Catalog) -> Checked:
    document = catalog.documents.get(wanted.kind)
    instead = document.instead if document else ()
    serving: tuple[Exhibit, ...] = wanted.exhibits or tuple(e for e in case.exhibits if e.kind in instead)
    ask = catalog.asks[wanted.ask].title if wanted.ask in catalog.asks else wanted.ask
    return Checked(
        kind=wanted.kind,
        title=document.title if document else wanted.kind,
        need=wanted.need,
        state=_state(wanted),
        exhibits=tuple(exhibit.label for exhibit in serving),
        ask=ask,
        instead=tuple(catalog.documents[kind].title for kind in instead if kind in catalog.documents),
        obtain=document.obtain if document else "",
        shows=document.shows if document else (),
        reason=wanted.lacking or "",
    )


def _state(wanted: needed.Wanted) -> State:
    if wanted.exhibits:
        return "there"
    if wanted.lacking is not None:
        return "said-missing"
    return "optional" if wanted.need == "optional" else "missing"
