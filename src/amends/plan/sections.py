"""The parts of a letter: opening, root cause, corrective actions, preventive measures, statement, coverage of asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from amends import values
from amends.model import Case, Exhibit, Gap, Item, Route, Section, Sentence
from amends.plan.voice import Voice
from amends.plan.wording import joined
from amends.playbook import AskKind, Catalog, Cause, Playbook

Part = tuple[Section | None, list[Gap]]
_SORRY = (
    "We apologize to the customers concerned and to Amazon.",
    "We apologize to Amazon and to the customers affected.",
    "We are sorry for the trouble this caused customers and Amazon.",
)
_DEEPER = (
    "That was possible because {}.",
    "The gap behind it was our own: {}.",
    "It could happen because {}.",
)
_SELLER = {
    "seller.name": "the legal name of your business, as in Account Info",
    "seller.signatory": "the name and role of the person who signs",
}


def opening(case: Case, playbook: Playbook, voice: Voice, route: Route) -> Part:
    """The addressee, and what this letter answers. An apology stands only in a plan, if the seller wants it."""
    disputes = route == "dispute" or (case.value("case.position") == "in-error" and route not in ("plan", "retraction"))
    says = playbook.opening_in_error if disputes and playbook.opening_in_error else playbook.opening
    sentences, gaps = voice.tell(says, "case", "opening", cite_all=route == "plan")
    if route == "plan" and not disputes and case.value("case.apology") is not False:
        sentences.append(Sentence(voice.pick(_SORRY, "sorry"), fixed=True))
    salutation = Item("salutation", (Sentence("Dear Amazon Seller Performance Team,", fixed=True),))
    items = (salutation, Item("case", tuple(sentences))) if sentences else (salutation,)
    return Section("opening", None, items), gaps


HEADINGS = {
    "root-cause": "Root Cause",
    "corrective-actions": "Corrective Actions",
    "preventive-measures": "Preventive Measures",
}


def asked_again(case: Case) -> tuple[str, ...]:
    """The parts of a plan on which a follow-up notice asks for more detail, in the order in which it asks."""
    if case.notice is None or case.notice.kind != "reply":
        return ()
    return tuple(dict.fromkeys(ask.id for ask in case.notice.asks if ask.branch == "comply" and ask.id in HEADINGS))


def parts(case: Case) -> tuple[str, ...]:
    """The parts of a plan: first those that a follow-up asks about, in Amazon's order, then the others in ours."""
    return tuple(dict.fromkeys((*asked_again(case), *HEADINGS)))


def root_cause(case: Case, catalog: Catalog, playbook: Playbook, voice: Voice) -> Part:
    """What happened and why, one point a cause. A cause that nothing answers is a gap."""
    voice.section()
    items: list[Item] = []
    gaps: list[Gap] = []
    for id in case.causes:
        cause = catalog.causes[id.split("#")[0]]
        sentences, lacking = voice.tell(cause.says, id, "root-cause")
        gaps.extend(lacking)
        why = case.value(f"{id}.why")
        if isinstance(why, tuple) and why:
            sentences.extend(_why(cause, id, why, voice))
        else:
            gaps.append(
                Gap(
                    f"{id}.why",
                    "root-cause",
                    f"Why did this happen: {cause.title}?",
                    "Answer until it is something that you control.",
                )
            )
        items.append(Item(id, tuple(sentences), numbered=len(case.causes) > 1))
        gaps.extend(_unanswered(case, catalog, id, cause))
    if not case.causes:
        gaps.append(
            Gap("causes", "root-cause", "No root cause is chosen.", "Answer the questions, and choose what happened.")
        )
    return Section("root-cause", HEADINGS["root-cause"], tuple(items)), gaps


def _why(cause: Cause, id: str, chain: tuple[str, ...], voice: Voice) -> list[Sentence]:
    key = (f"{id}.why",)
    start = cause.why_start.rstrip(" .…")
    found = [Sentence(f"{start} {voice.clause(chain[0], cause.why_start)}.", key)]
    for at, answer in enumerate(chain[1:], 1):
        words = voice.clause(answer, "because")
        wording = voice.pick(_DEEPER, id) if at == 1 else _DEEPER[0]
        found.append(Sentence(wording.format(words), key))
    return found


def _unanswered(case: Case, catalog: Catalog, id: str, cause: Cause) -> list[Gap]:
    base = id.split("#")[0]
    found = []
    if case.actions and not any(catalog.answers(catalog.actions[a.split("#")[0]], base) for a in case.actions):
        found.append(
            Gap(
                "actions",
                "corrective-actions",
                f"No action answers this cause: {cause.title}.",
                "Choose what you did about it.",
            )
        )
    if case.measures and not any(catalog.answers(catalog.measures[m.split("#")[0]], base) for m in case.measures):
        found.append(
            Gap(
                "measures",
                "preventive-measures",
                f"No measure answers this cause: {cause.title}.",
                "Choose what now stops it.",
            )
        )
    return found


def corrective_actions(
    case: Case, catalog: Catalog, playbook: Playbook, voice: Voice, heading: str = "Corrective Actions"
) -> Part:
    """What was done, in the order of the trade: look into it, stop, remove, make good, replace; then by date."""
    voice.section()
    items: list[Item] = []
    gaps: list[Gap] = []

    def place(id: str) -> tuple[int, date]:
        day = case.value(f"{id}.date")
        return catalog.actions[id.split("#")[0]].order, day if isinstance(day, date) else date.max

    for id in sorted(case.actions, key=place):
        action = catalog.actions[id.split("#")[0]]
        sentences, lacking = voice.tell(action.says, id, "corrective-actions")
        gaps.extend(lacking)
        if sentences:
            items.append(Item(id, tuple(sentences), numbered=True, answers=action.answers))
    if not items and not gaps:
        gaps.append(
            Gap(
                "actions",
                "corrective-actions",
                "No action is chosen.",
                "Answer the questions, and choose what you did.",
            )
        )
    return (Section("corrective-actions", heading, tuple(items)) if items or gaps else None), gaps


def preventive_measures(case: Case, catalog: Catalog, playbook: Playbook, voice: Voice) -> Part:
    """What now runs, each measure with the cause it answers when there are several."""
    voice.section()
    items: list[Item] = []
    gaps: list[Gap] = []
    for id in sorted(case.measures, key=lambda m: (catalog.measures[m.split("#")[0]].order, case.measures.index(m))):
        measure = catalog.measures[id.split("#")[0]]
        sentences, lacking = voice.tell(measure.says, id, "preventive-measures")
        gaps.extend(lacking)
        answered = tuple(c for c in case.causes if catalog.answers(measure, c.split("#")[0]))
        if sentences:
            if len(case.causes) > 1 and answered:
                sentences.append(_answers(case, answered))
            items.append(Item(id, tuple(sentences), numbered=True, answers=answered))
    if not items and not gaps:
        gaps.append(
            Gap(
                "measures",
                "preventive-measures",
                "No measure is chosen.",
                "Answer the questions, and choose what now runs.",
            )
        )
    return Section("preventive-measures", HEADINGS["preventive-measures"], tuple(items)), gaps


def _answers(case: Case, answered: tuple[str, ...]) -> Sentence:
    numbers = [str(case.causes.index(cause) + 1) for cause in answered]
    noun = "root cause" if len(numbers) == 1 else "root causes"
    return Sentence(f"(Answers {noun} {values.listed(numbers)}.)", tuple(f"{cause}.why" for cause in answered))


def statement(case: Case, playbook: Playbook, voice: Voice) -> Part:
    """What the seller states in a dispute, documents, retraction or two-step letter.

    A letter of names and dates alone says nothing that Amazon could decide on: where everything else is said not to be
    had and no document is attached, that is a gap which stops it.
    """
    voice.section()
    sentences, gaps = voice.tell(playbook.facts, "case", "statement")
    if not sentences:
        if not gaps or (not case.exhibits and all(gap.stated for gap in gaps)):
            remedy = "Answer at least one question on what happened, or add a document."
            gaps.append(Gap("case.position", "statement", "Nothing is stated yet.", remedy))
        return None, gaps
    return Section("statement", "What happened", (Item("case", tuple(sentences)),)), gaps


def coverage(case: Case, catalog: Catalog, voice: Voice) -> Section | None:
    """Which document answers which ask of the notice, and for which ASINs. Asks with the same answer stand together."""
    voice.section()
    voice.mentions.item()
    answered: dict[tuple[Exhibit, ...], list[AskKind]] = {}
    asks = [ask for ask in case.notice.asks if ask.id in catalog.asks] if case.notice else []
    for id in dict.fromkeys(ask.id for ask in asks):
        kind = catalog.asks[id]
        given = tuple(exhibit for exhibit in case.exhibits if exhibit.kind in kind.documents)
        if given:
            answered.setdefault(given, []).append(kind)
    items = []
    for given, kinds in answered.items():
        pieces = [_given(exhibit, voice) for exhibit in given]
        text = f"{joined(kind.title for kind in kinds)}: {'; '.join(pieces)}."
        labels = tuple(exhibit.label for exhibit in given)
        items.append(Item(kinds[0].id, (Sentence(text, (), labels),), numbered=True))
    return Section("documents", "What you asked for", tuple(items)) if items else None


def _given(exhibit: Exhibit, voice: Voice) -> str:
    asins = f" for {voice.mentions.named(exhibit.asins)}" if exhibit.asins else ""
    return f"Exhibit {exhibit.label}, {exhibit.name}{asins}"


def seller_gaps(case: Case) -> list[Gap]:
    """What every letter needs to know of the seller."""
    return [
        Gap(key, "signature", what, "Answer this question.") for key, what in _SELLER.items() if key not in case.facts
    ]


PLAN: dict[str, Callable[[Case, Catalog, Playbook, Voice], Part]] = {
    "root-cause": root_cause,
    "corrective-actions": corrective_actions,
    "preventive-measures": preventive_measures,
}
