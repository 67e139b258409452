"""From a case and its playbook to the written answer, by rule.

`draft` is a pure function: the same case gives the same plan. Each route has its own shape; the shapes share the
opening and the list of documents. What the case does not hold is a `Gap`, never a sentence.
"""

from __future__ import annotations

from amends.errors import Unknown
from amends.model import Case, Gap, Item, Plan, Route, Section
from amends.plan import closing, sections
from amends.plan.voice import Voice
from amends.playbook import Catalog, Playbook, Say, Slot

TITLES: dict[Route, str] = {
    "plan": "Plan of Action",
    "documents": "Documents in answer to your notice",
    "dispute": "Request to review the decision",
    "retraction": "Answer to the rights owner's complaint",
    "two-step": "Appeal after reactivation of the related account",
}


def draft(case: Case, catalog: Catalog) -> Plan:
    """The plan of a case. Raises `Unknown` when the case has no enforcement, or one without a playbook to draft by."""
    playbook = _playbook(case, catalog)
    route: Route = case.route or (case.notice.route if case.notice else "plan")
    if route == "none":
        return Plan(
            playbook.id, route, (), (Gap("route", "", "No answer fits this notice.", _why_none(playbook)),), None, None
        )
    voice = Voice(case, _slots(case, catalog, playbook), catalog)
    parts: list[Section] = [_title(case, voice, route)]
    gaps: list[Gap] = []

    def add(section: Section | None, lacking: list[Gap]) -> None:
        if section is not None:
            parts.append(section)
        gaps.extend(lacking)

    add(*sections.opening(case, playbook, voice, route))
    if route == "plan":
        for id in sections.parts(case):
            add(*sections.PLAN[id](case, catalog, playbook, voice))
        again = sections.asked_again(case)
        parts = [_as_asked(section) if section.id in again else section for section in parts]
        add(*closing.conclusion(case, catalog, voice))
    else:
        add(*sections.statement(case, playbook, voice))
        if route == "retraction" or case.actions:
            add(*sections.corrective_actions(case, catalog, playbook, voice, heading="What we did"))
        if case.measures:
            add(*sections.preventive_measures(case, catalog, playbook, voice))
        add(sections.coverage(case, catalog, voice), [])
    add(*closing.documentation(case, catalog, route))
    parts.append(closing.signature(case))
    gaps.extend(sections.seller_gaps(case))
    effective, complete = closing.time_frame(case)
    return Plan(playbook.id, route, tuple(parts), tuple(gaps), effective, complete)


def _playbook(case: Case, catalog: Catalog) -> Playbook:
    id = case.enforcement or (case.notice.enforcement if case.notice else None)
    if id is None:
        raise Unknown("The case names no enforcement. Run `amends ask` and choose what the notice is about.")
    if id not in catalog.playbooks:
        raise Unknown(f"There is no playbook “{id}”. `amends playbooks` lists them.")
    playbook = catalog.playbooks[id]
    if playbook.status != "full":
        raise Unknown(
            f"“{playbook.title}” notices are explained by `amends read`, but amends cannot draft an answer to them yet."
        )
    return playbook


def _why_none(playbook: Playbook) -> str:
    reasons = [rule.because for rule in playbook.routes if rule.route == "none"]
    return reasons[0] if reasons else "Read the advice of this playbook before you send anything."


def _slots(case: Case, catalog: Catalog, playbook: Playbook) -> list[Slot]:
    found = list(playbook.slots)
    for ids, shelf in (
        (case.causes, catalog.causes),
        (case.actions, catalog.actions),
        (case.measures, catalog.measures),
    ):
        for id in ids:
            base = id.split("#")[0]
            if base in shelf:
                found.extend(shelf[base].slots)
    return found


def _title(case: Case, voice: Voice, route: Route) -> Section:
    of = "Notice received {case.received|on}[, {case.complaint-id?complaint ID|complaint IDs} {case.complaint-id}]."
    says = (
        Say(("{seller.name}[, store {seller.store}][, seller ID {seller.id}].",), optional=True),
        Say((of,), optional=True),
    )
    sentences, _ = voice.tell(says, "case", "title", cite_all=False)
    return Section("title", TITLES[route], (Item("case", tuple(sentences)),))


def _as_asked(section: Section) -> Section:
    return Section(section.id, f"Greater detail: {sections.HEADINGS[section.id]}", section.items)
