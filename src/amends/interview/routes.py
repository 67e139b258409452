"""Which kind of answer fits: by the playbook, by what the notice asks for, and by where the seller stands."""

from __future__ import annotations

from amends.condition import holds
from amends.model import Case, Route
from amends.playbook import Catalog

WORDS: dict[Route, str] = {
    "plan": "A Plan of Action",
    "documents": "A short letter with documents",
    "dispute": "A request to review the decision, with proof",
    "retraction": "A letter that reports on the withdrawal of the complaint by the rights owner",
    "two-step": "First the other account, then this appeal",
    "none": "No answer",
}
_ASKED = "The notice itself asks for this kind of answer."
_IN_ERROR = "You say that it did not happen: the letter explains it and proves it, and admits nothing."
_AT_FAULT = (
    "You found a cause of your own and have mended it: say what happened, what you did, and what now prevents it."
)

TOLD: dict[Route, tuple[str, ...]] = {
    "plan": ("causes", "actions", "measures"),
    "two-step": ("actions",),
    "retraction": ("actions",),
}
"""Which choices from the catalogues each kind of answer tells."""


def fitting(case: Case, catalog: Catalog) -> dict[Route, str]:
    """The kinds of answer that fit, the best first, each with the reason. Empty while the enforcement is open.

    What the seller's own facts decide comes before what the notice asks for, since a notice asks for every possibility.
    A dispute never fits who says that it happened, a plan never who says that it did not: a letter that admits and
    denies at once is refused (`docs/sources.md`, what makes a plan work).
    """
    playbook = catalog.playbooks.get(case.enforcement or "")
    if playbook is None:
        return {}
    rules = [rule for rule in playbook.routes if holds(rule.when, case)]
    if not rules or rules[0].route == "none":
        return {"none": rules[0].because} if rules else {}
    found: dict[Route, str] = {}
    for rule in rules:
        found.setdefault(rule.route, rule.because)
    found.pop("none", None)
    asked = case.notice.route if case.notice else "none"
    decided = rules[0].when is not None and rules[0].when.fact.startswith("case.")
    if asked != "none" and not decided:
        found = _first(asked, found.get(asked, _ASKED), found)
    if case.value("case.position") == "in-error":
        found.pop("plan", None)
        found.setdefault("dispute", _IN_ERROR)
        best: Route = next((rule.route for rule in rules if rule.route in found), "dispute")
        return _first(best, found[best], found)
    found.pop("dispute", None)
    if catalog.causes_of(playbook.id):
        found.setdefault("plan", _AT_FAULT)
    return found or {"plan": _AT_FAULT}


def _first(route: Route, because: str, found: dict[Route, str]) -> dict[Route, str]:
    """The same routes with this one at the head."""
    ordered: dict[Route, str] = {route: because}
    ordered.update({other: words for other, words in found.items() if other != route})
    return ordered


def settled(case: Case, catalog: Catalog) -> Route | None:
    """The route of the case: what the seller chose, or the best that fits once the seller's position is known."""
    chosen = case.facts.get("route")
    if chosen is not None and isinstance(chosen.value, str):
        return case.route
    found = fitting(case, catalog)
    if "none" in found:
        return "none"
    return next(iter(found), None) if case.value("case.position") else None
