"""Which documents a case calls for: by its playbook, and by what the notice demands of the side the seller takes."""

from __future__ import annotations

from dataclasses import dataclass

from amends.condition import holds
from amends.model import Case, Exhibit
from amends.playbook import Catalog

INVOICES = ("supplier-invoice", "distributor-invoice")
"""The kinds of documents that prove supply."""

_RANK = {"required": 0, "recommended": 1, "optional": 2}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A kind of document that is called for.

    `need` is required, recommended or optional; `ask` the demand of the notice it answers, if any; `also` other kinds
    that satisfy the same demand; `exhibits` those that are there; `lacking` the seller's reason when they said that
    they do not have it ("" when they gave none), None when they did not say so.
    """

    kind: str
    need: str
    ask: str
    also: tuple[str, ...]
    exhibits: tuple[Exhibit, ...]
    lacking: str | None

    @property
    def open(self) -> bool:
        """Whether it is neither there nor known to be missing."""
        return not self.exhibits and self.lacking is None


def documents(case: Case, catalog: Catalog) -> tuple[Wanted, ...]:
    """The documents that this case calls for, each kind once, the required first.

    What the notice demands and the playbook does not speak of is required in a letter of documents only: elsewhere a
    notice names documents as alternatives, or beside a plan.
    """
    needs: dict[str, tuple[str, str, tuple[str, ...]]] = {}
    playbook = catalog.playbooks.get(case.enforcement or "")
    for entry in playbook.documents if playbook else ():
        if holds(entry.when, case) and (entry.kind not in needs or _RANK[entry.need] < _RANK[needs[entry.kind][0]]):
            needs[entry.kind] = (entry.need, entry.ask, ())
    branch = "in-error" if case.value("case.position") == "in-error" else "comply"
    known = {entry.kind for entry in playbook.documents} if playbook else set()
    for ask in case.notice.asks if case.notice else ():
        kinds = catalog.asks[ask.id].documents if ask.id in catalog.asks else ()
        if kinds and ask.branch == branch and known.isdisjoint(kinds) and kinds[0] not in needs:
            needs[kinds[0]] = ("required" if case.route == "documents" else "recommended", ask.id, kinds[1:])
    wanted = (_wanted(case, kind, *need) for kind, need in needs.items())
    return tuple(sorted(wanted, key=lambda entry: _RANK[entry.need]))


def document_key(kind: str) -> str:
    """The key of the fact that says which exhibit is this document, or that the seller does not have it."""
    return f"document.{kind}"


def _wanted(case: Case, kind: str, need: str, ask: str, also: tuple[str, ...]) -> Wanted:
    fact = case.facts.get(document_key(kind))
    named = fact.value if fact and isinstance(fact.value, tuple) else ()
    there = tuple(e for e in case.exhibits if e.kind == kind or e.kind in also or e.name in named)
    return Wanted(kind, need, ask, also, there, fact.reason if fact and fact.value is None else None)
