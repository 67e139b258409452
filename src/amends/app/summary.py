"""What the board shows of a case: whose it is, how far it is, what comes next and by when."""

from __future__ import annotations

from datetime import date

from amends import interview
from amends.app import knowledge
from amends.app.plan.packed import BUNDLE, packs
from amends.errors import Invalid
from amends.evidence.seen import asins_of
from amends.model import Case, Party, Person
from amends.model.notice import due
from amends.store.files import PLAN
from amends.store.summary import State, Summary
from amends.text import one_line
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.errors import AmendsError
    from amends.store.files import Files

_LONGEST = 200
_MOST = 100
_UNTITLED = "A case without a name"
_TITLES = ("seller.store", "seller.name")


def summary_of(files: Files, case: Case, today: date) -> Summary:
    """What the board shows of a case on a day.

    The plan is not reviewed for this, which would make each save slow; that there is a bundle says that it was.
    """
    open_questions = sum(1 for question in interview.ask(case, knowledge(), today) if not question.optional)
    state = _state(files, case, open_questions)
    notice = case.notice
    marketplace = case.value("seller.marketplace") or (notice.marketplace if notice else None)
    received = case.value("case.received")
    came = received if isinstance(received, date) and notice and not notice.received else None
    days = sorted(day for each in (notice.deadlines if notice else ()) if (day := due(each, came)))
    named = [str(value) for key in _TITLES if isinstance(value := case.value(key), str)]
    return Summary(
        title=one_line(next(iter(named), "") or _about(case), _LONGEST),
        state=state,
        next=_next(state, open_questions, case),
        enforcement=case.enforcement,
        marketplace=marketplace if isinstance(marketplace, str) else None,
        deadline=days[0] if days and state not in ("sent", "closed") else None,
        asins=asins_of(case)[:_MOST],
        ids=_ids(case),
        names=tuple(one_line(name, _LONGEST) for name in (*named, *_parties(case)))[:_MOST],
    )


def unopened(title: str, error: AmendsError) -> Summary:
    """What the board shows of a case that cannot be opened: what is wrong, and where."""
    problems = error.problems if isinstance(error, Invalid) else ()
    told = one_line(str(problems[0] if problems else error), _LONGEST)
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    return Summary(one_line(title, _LONGEST) or _UNTITLED, "broken", f"{told}{more}")


def _state(files: Files, case: Case, open_questions: int) -> State:
    route = case.route or (case.notice.route if case.notice else None)
    if open_questions:
        return "asking"
    if route == "none":
        return "closed"
    if not files.holds(PLAN):
        return "drafting"
    fresh = files.holds(BUNDLE) and packs(files, case)
    if fresh and case.submissions:
        return "sent"
    return "ready" if fresh else "reviewing"


def _next(state: State, open_questions: int, case: Case) -> str:
    match state:
        case "asking":
            return f"answer {open_questions} {'question' if open_questions == 1 else 'questions'}"
        case "drafting":
            return "draft the plan"
        case "reviewing":
            return "review the plan and pack it"
        case "ready":
            return "submit the bundle yourself"
        case "sent":
            sent = case.submissions[-1]
            return f"wait for Amazon’s answer to submission {sent.number} of {sent.on}"
        case "closed":
            return "nothing is to be sent"
        case "broken":
            return "mend case.yaml"


def _about(case: Case) -> str:
    """What a case is called while the seller did not say a name."""
    playbook = knowledge().playbooks.get(case.enforcement or "")
    if playbook is not None:
        return playbook.title
    return (case.notice.subject if case.notice else None) or "A notice from Amazon"


def _ids(case: Case) -> tuple[str, ...]:
    """Order, complaint and other numbers that the notices and the seller name, without the products."""
    found = [each.value for notice in case.notices for each in notice.identifiers if each.kind != "asin"]
    for fact in case.facts.values():
        if fact.type in ("ids", "id", "order", "orders"):
            found += fact.value if isinstance(fact.value, tuple) else [str(fact.value or "")]
    return tuple(dict.fromkeys(one_line(value, _LONGEST) for value in found if value))[:_MOST]


def _parties(case: Case) -> list[str]:
    """The names of people and companies in a case."""
    values = [fact.value for fact in case.facts.values()]
    return [value.name for value in values if isinstance(value, Party | Person) and value.name]
