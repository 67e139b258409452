"""Whether a condition of a knowledge file holds in a case: `when: <fact> is <value>|<value>`."""

from __future__ import annotations

from amends.model import Case
from amends.playbook import Condition


def holds(condition: Condition | None, case: Case, item: str = "case") -> bool:
    """Whether the fact has one of the values. No condition always holds; an open fact has the value "open".

    A slot of the file itself is named by its bare name and looked up under `item`. A fact that the seller does not
    have is "missing"; one with any value is also "known".
    """
    return condition is None or not set(condition.values).isdisjoint(_states(condition.fact, case, item))


def _states(name: str, case: Case, item: str) -> set[str]:
    match name:
        case "route":
            return {case.route or (case.notice.route if case.notice else "none")}
        case "notice.level" | "notice.status" | "notice.kind":
            value = getattr(case.notice, name.removeprefix("notice."), None)
            return {str(value) if value else "open"}
        case "notice.asks":
            return {ask.id for ask in case.notice.asks} if case.notice else set()
        case "causes" | "actions" | "measures":
            return {entry.split("#")[0] for entry in getattr(case, name)}
    fact = case.facts.get(name if "." in name else f"{item}.{name}")
    if fact is None:
        return {"open"}
    if fact.value is None:
        return {"missing"}
    if isinstance(fact.value, bool):
        return {"known", "yes" if fact.value else "no"}
    return {"known", *fact.value} if isinstance(fact.value, tuple) else {"known", str(fact.value)}
