"""Which kind of answer fits: what the notice asks for comes first, then what its playbook knows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from amends.model import Ask, Kind, Level, Route, Status
from amends.notice.asks import PARTS_OF_A_PLAN
from amends.playbook import AskKind, Condition, Playbook

_OTHER_ACCOUNT = frozenset(("reactivate-other-account", "other-account-name-and-date"))
_OWNERSHIP = frozenset(("ownership-transfer-proof", "confirm-account-unknown"))
_DISPUTE = frozenset(
    "evidence-of-no-violation evidence-not-forged explanation-of-documents explanation-of-error "
    "proof-never-sold confirm-account-unknown loss-proof".split()
)
_RIGHTS = frozenset(("retraction", "rights-owner-contact", "edit-listing"))
_SIDE = frozenset(
    "remove-stock quiz phone-call further-details confirm-listings-closed supplier-contact affected-asins "
    "point-of-contact".split()
)


def route(
    playbook: Playbook | None,
    kind: Kind,
    level: Level | None,
    status: Status | None,
    asks: Iterable[Ask],
    kinds: Mapping[str, AskKind],
) -> Route:
    """The route of a notice. `kinds` tell which asks are answered by documents."""
    if kind in ("not-amazon", "unknown") or status in ("final", "reinstated"):
        return "none"
    told = tuple(asks)
    rules = playbook.routes if playbook is not None else ()
    facts: dict[str, set[str]] = {
        "notice.kind": {kind},
        "notice.level": {str(level)},
        "notice.status": {str(status)},
        "notice.asks": {ask.id for ask in told},
    }
    fitting = [rule for rule in rules if rule.when is not None and _holds(rule.when, facts)]
    if any(rule.route == "none" for rule in fitting):
        return "none"
    wanted = _wanted(told, kinds)
    if wanted is not None:
        return wanted
    if kind in ("information", "warning"):
        return "none"
    if fitting:
        return fitting[0].route
    return next((rule.route for rule in rules if rule.when is None), "none")


def demands(asks: Iterable[Ask]) -> bool:
    """Whether anything is asked that an answer must bring, beyond side remarks."""
    return any(ask.id not in _SIDE for ask in asks)


def only_edits(asks: Iterable[Ask]) -> bool:
    """Whether all that is asked for is a change of the product page, or why none is due."""
    told = {ask.id for ask in asks if ask.branch == "comply"}
    return "edit-listing" in told and told <= _RIGHTS | _SIDE


def _wanted(told: tuple[Ask, ...], kinds: Mapping[str, AskKind]) -> Route | None:
    """The route that the asks alone speak for, or None when they leave it open."""
    comply = {ask.id for ask in told if ask.branch == "comply"}
    error = {ask.id for ask in told if ask.branch == "in-error"}
    if (comply | error) & _OTHER_ACCOUNT:
        return "two-step"
    if comply & {"plan", *PARTS_OF_A_PLAN}:
        return "plan"
    if comply & _OWNERSHIP:
        return "dispute"
    if comply & _DISPUTE:
        return "dispute"
    if comply & {"retraction"} or (comply and comply <= _RIGHTS | _SIDE and comply & _RIGHTS):
        return "retraction"
    papers = {id for id in comply if id in kinds and (kinds[id].section == "documents" or kinds[id].documents)}
    if papers - _SIDE:
        return "documents"
    if not comply - _SIDE and error - _SIDE:
        return "dispute" if not comply else None
    return None


def _holds(condition: Condition, facts: Mapping[str, set[str]]) -> bool:
    return not facts.get(condition.fact, set()).isdisjoint(condition.values)
