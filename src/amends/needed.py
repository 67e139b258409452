"""Which documents a case calls for: by its playbook, and by what the notice demands of the side the seller takes."""

from __future__ import annotations

from dataclasses import dataclass

from amends.condition import holds
from amends.model import Ask, Case, Exhibit
from amends.playbook import AskKind, Catalog
from amends.typed import Literal

INVOICES = ("supplier-invoice", "distributor-invoice")
"""The kinds of documents that prove supply."""

Standing = Literal["documents", "lacking", "needed", "choice", "words"]
"""How a demand of the notice stands: documents answer it; the seller said that they do not have them; a document is
needed and not there; one is not there, and another may do in its place; the letter answers it, and a document may help.
"""

OFTEN_A_CHOICE = ("dispute", "retraction", "two-step")
"""Notices that are answered so name several proofs of which one will do, and the letter itself is a part of it."""

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


def asked(case: Case, catalog: Catalog) -> tuple[tuple[Ask, AskKind], ...]:
    """What the notice demands of the side that the seller takes, each kind of demand once."""
    branch = "in-error" if case.value("case.position") == "in-error" else "comply"
    listed = {ask.id: ask for ask in case.notice.asks if ask.branch == branch} if case.notice else {}
    return tuple((ask, catalog.asks[id]) for id, ask in listed.items() if id in catalog.asks)


def standing(kind: AskKind, case: Case, catalog: Catalog) -> Standing:
    """How a demand stands, by the documents that are there and by what the seller said.

    Where a notice names several documents, one of them is often enough; so it is in answers that dispute the notice.
    What is no demand for documents is answered by the letter itself, unless the playbook requires a document with it.
    """
    if not kind.documents or attached(case, kind):
        return "documents" if kind.documents else "words"
    if said_missing(case, kind):
        return "lacking"
    if any(each.need == "required" and each.open and each.kind in kind.documents for each in documents(case, catalog)):
        return "needed"
    if kind.section != "documents":
        return "words"
    others = [each for _, each in asked(case, catalog) if each.documents and each.id != kind.id]
    some = any(attached(case, each) for each in others)
    return "choice" if some or case.route in OFTEN_A_CHOICE else "needed"


def attached(case: Case, kind: AskKind) -> bool:
    """Whether a document is there that answers a demand: by what it is, or because the seller named it."""
    named = {name for document in kind.documents for name in files_named(case, document)}
    return any(exhibit.kind in kind.documents or exhibit.name in named for exhibit in case.exhibits)


def files_named(case: Case, document: str) -> tuple[str, ...]:
    """The files that the seller named as a kind of document."""
    value = case.value(document_key(document))
    return value if isinstance(value, tuple) else ()


def said_missing(case: Case, kind: AskKind) -> bool:
    """Whether the seller said not to have a document that answers a demand."""
    return any(
        fact.value is None and any(name in key for name in (*kind.documents, kind.id))
        for key, fact in case.facts.items()
    )


def document_key(kind: str) -> str:
    """The key of the fact that says which exhibit is this document, or that the seller does not have it."""
    return f"document.{kind}"


def _wanted(case: Case, kind: str, need: str, ask: str, also: tuple[str, ...]) -> Wanted:
    fact = case.facts.get(document_key(kind))
    named = fact.value if fact and isinstance(fact.value, tuple) else ()
    there = tuple(e for e in case.exhibits if e.kind == kind or e.kind in also or e.name in named)
    return Wanted(kind, need, ask, also, there, fact.reason if fact and fact.value is None else None)
