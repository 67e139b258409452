"""The why walk of one cause, kept in the case: every answer stays, only accepted ones reach the plan.

Facts: `<cause>.why` the accepted chain, once it has ended at something that the seller controls; `<cause>.why.refused`
the answers that were not taken; `<cause>.why.walk` all answers in order, while the walk is under way.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from amends.interview.question import Said
from amends.interview.why import Judged, judge
from amends.model import Case, Fact, Source
from amends.playbook import Cause
from amends.text import normal, one_line
from amends.values import Fault

STEPS = 5
_LONGEST = 600
_NEXT = {
    "carrier": "The carrier did what it did. Why could that go unnoticed for so long in your business?",
    "amazon": "Amazon acted as it did. Which step of your own would have prevented it, and why was it not there?",
    "buyer": "Buyers act as they do. Which step of your own would have prevented this, or proved what you sent, and "
    "why was "
    "it not there?",
    "supplier": "The supplier delivered what it delivered. Why could it reach a customer before somebody checked it?",
    "rival": "Others act against sellers. Which step of your own would have shown it in time, and why was it not "
    "there?",
    "owner": "The rights owner reported it. What in your listing or sourcing gave a reason, and which check was "
    "missing?",
    "staff": "People slip. Which check should have caught this before it reached a customer, and why was there none?",
    "program": "Programs fail. Who would have noticed it, how soon, and why did nobody?",
}
_REFUSED = {
    "blame": "This says what somebody else did. Amazon can only accept a cause that you control.",
    "human-error": "A slip is not a root cause: people slip every day, and nothing in this answer would stop the "
    "next one.",
    "ignorance": "“Did not know” is not taken as a root cause: whoever sells has to know.",
    "symptom": "This says what went wrong, not why: Amazon knows it already.",
    "denial": "This says that nothing went wrong. If your records show that, answer the question on your position with "
    "“in-error” instead.",
    "excuse": "This says why it should be fine. Amazon has decided that it is not; a plan explains how it could "
    "happen.",
    "promise": "This says what you will do. That comes later, as a measure.",
    "circumstance": "Such times come to every business, so they do not explain it.",
    "vague": "This could stand in any letter. Name the step, the rule, the tool or the person that was missing.",
    "unknown": "Without a cause there is no plan. Look at one unit or order and follow it back, step by step.",
    "restated": "This says the same again.",
    "language": "Write it in English, or choose an end below: the plan is in English.",
}
_ASK = {
    "human-error": "Which check should have caught the slip, and why was there none?",
    "ignorance": "How should the rule have come to the person who decided, and why did it not?",
    "symptom": "What in your own work let this happen?",
    "denial": "If it did happen: what in your own work let it happen?",
    "excuse": "What in your own work let it happen?",
    "promise": "What was missing until now?",
    "circumstance": "What was missing that would have carried you through it?",
    "vague": "Which step, rule, tool or person was missing?",
    "unknown": "At which step of your work did it pass without being seen, and why?",
    "restated": "And why was that so?",
    "language": "What in your own work let this happen?",
}


@dataclass(frozen=True, slots=True)
class Walk:
    """Where the walk stands: what was accepted and refused, what to ask next, and why the last answer was not taken.

    `said` are all answers of the walk under way in their order, or the accepted ones of a walk that has ended.
    """

    accepted: tuple[str, ...]
    refused: tuple[str, ...]
    ended: bool
    text: str
    note: str = ""
    stuck: bool = False
    closed: bool = False
    said: tuple[Said, ...] = ()


def stand(case: Case, item: str, cause: Cause) -> Walk:
    """The walk as the case holds it. `stuck`: the ends are offered; `closed`: only they are taken."""
    answers = _strings(case, f"{item}.why.walk")
    judged = [_judged(answer, cause) for answer in answers]
    accepted = tuple(dict.fromkeys(a for a, j in zip(answers, judged, strict=True) if not j.refused))
    refused = tuple(dict.fromkeys(a for a, j in zip(answers, judged, strict=True) if j.refused))
    ended = any(j.verdict == "end" for j in judged)
    text, note = cause.why_start, ""
    if answers:
        last, verdict = answers[-1], judged[-1]
        if verdict.refused:
            note = _REFUSED[verdict.verdict]
            text = f"{_NEXT.get(verdict.who) or _ASK[verdict.verdict]} {cause.why_start}"
        else:
            text = f"That is one step. And why was that possible: {one_line(last, 160)}? It was possible because …"
    closed = len(answers) >= STEPS
    stuck = closed or len(answers) >= STEPS - 2 or [j.refused for j in judged[-2:]] == [True, True]
    said = tuple(Said(answer, j.refused) for answer, j in zip(answers, judged, strict=True))
    if not answers:
        said = tuple(Said(answer) for answer in _strings(case, f"{item}.why"))
    return Walk(accepted, refused, ended, text, note, stuck and bool(cause.why_ends), closed, said)


def step(
    case: Case, item: str, cause: Cause, answers: tuple[str, ...], source: Source, *, afresh: bool = False
) -> Case | Fault:
    """The case after these answers. An answer that is refused is kept and leaves the walk open; see `stand`.

    A walk that had ended begins again; with `afresh` one under way does too.
    """
    if afresh or f"{item}.why" in case.facts:
        case = _without(case, f"{item}.why", f"{item}.why.walk", f"{item}.why.refused")
    for raw in answers:
        answer = _clause(_end(raw, cause) or raw)
        if len(answer) > _LONGEST:
            return Fault(f"is {len(answer)} characters long; one clause is enough, keep it under {_LONGEST}")
        before = stand(case, item, cause)
        if before.closed and not before.ended and _judged(answer, cause).verdict != "end":
            ends = f", or choose one of: {', '.join(cause.why_ends)}" if cause.why_ends else ""
            return Fault(
                f"after {STEPS} steps only an end that you control is taken: write which check, rule, tool or person "
                f"was missing{ends}"
            )
        case = _with(case, f"{item}.why.walk", (*_strings(case, f"{item}.why.walk"), answer), source)
    found = stand(case, item, cause)
    if found.refused:
        case = _with(case, f"{item}.why.refused", found.refused, source)
    if not found.ended:
        return case
    case = _with(case, f"{item}.why", found.accepted, source)
    return _without(case, f"{item}.why.walk")


def give_up(case: Case, item: str, reason: str, source: Source) -> Case:
    """The case when the seller cannot say why: all answers so far are kept among the refused, the plan shows a gap."""
    said = tuple(dict.fromkeys((*_strings(case, f"{item}.why.walk"), *_strings(case, f"{item}.why.refused"))))
    if said:
        case = _with(case, f"{item}.why.refused", said, source)
    facts = dict(_without(case, f"{item}.why.walk").facts)
    facts[f"{item}.why"] = Fact(f"{item}.why", "text", None, source, reason)
    return replace(case, facts=facts)


def _judged(answer: str, cause: Cause) -> Judged:
    if any(normal(answer) == normal(_clause(end)) for end in cause.why_ends.values()):
        return Judged("end")
    return judge(answer, cause.why_start)


def _end(raw: str, cause: Cause) -> str | None:
    """The words of an offered end when its number or id was typed."""
    typed = normal(raw).strip(" .)(")
    if typed.isascii() and typed.isdigit() and len(typed) < 3 and 1 <= int(typed) <= len(cause.why_ends):
        return list(cause.why_ends.values())[int(typed) - 1]
    return cause.why_ends.get(typed)


def _clause(raw: str) -> str:
    words = " ".join(one_line(raw).split()).strip(" .;,…")
    head, _, rest = words.partition(" ")
    return rest.strip() if head.lower() == "because" and rest else words


def _strings(case: Case, key: str) -> tuple[str, ...]:
    value = case.value(key)
    return value if isinstance(value, tuple) else ()


def _with(case: Case, key: str, value: tuple[str, ...], source: Source) -> Case:
    return replace(case, facts=case.facts | {key: Fact(key, "text", value, source)})


def _without(case: Case, *keys: str) -> Case:
    return replace(case, facts={key: fact for key, fact in case.facts.items() if key not in keys})
