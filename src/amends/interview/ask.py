"""What is still open, as questions: with what is known already, what to choose from, and what else would serve."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from amends.interview import agenda, basics, missing, options, prefill, walk
from amends.interview.agenda import Topic
from amends.interview.question import Option, Question
from amends.model import Case
from amends.playbook import Action, Catalog, Measure, Slot
from amends.text import one_line


def ask(case: Case, catalog: Catalog, today: date) -> tuple[Question, ...]:
    """The questions that are open now, in the order in which a person would tell it. Empty when nothing is left to ask.

    `today` bounds what is offered as known already: a day still to come is not offered for something done.
    """
    open_topics = [t for t in agenda.topics(case, catalog) if not t.quiet and not agenda.settled(t, case)]
    made = [replace(_question(t, case, catalog, today), about=_about(t.item, catalog)) for t in open_topics]
    return tuple(replace(question, remaining=len(made) - at) for at, question in enumerate(made))


def again(case: Case, catalog: Catalog, question_id: str, today: date) -> Question | None:
    """The question behind an answer that was given, with that answer as what is known; None when it is not asked."""
    return None if question_id not in case.facts else question(case, catalog, question_id, today)


def question(case: Case, catalog: Catalog, question_id: str, today: date) -> Question | None:
    """Any question of the case, open or answered, with the answer that was given as what is known; None when the case
    does not ask it.
    """
    topic = next((t for t in agenda.topics(case, catalog) if t.id == question_id), None)
    return None if topic is None else of_topic(topic, case, catalog, today)


def of_topic(topic: Topic, case: Case, catalog: Catalog, today: date) -> Question:
    """A topic of the agenda as a question, with the answer that was given as what is known."""
    made = replace(_question(topic, case, catalog, today), about=_about(topic.item, catalog))
    fact = case.facts.get(topic.id)
    if fact is not None:
        return replace(made, prefill=prefill.of_fact(fact, options.words(made.options)))
    serving = options.serving(topic, case, catalog)
    return replace(made, prefill=prefill.of_files(serving)) if serving else made


def _question(topic: Topic, case: Case, catalog: Catalog, today: date) -> Question:
    match topic.kind:
        case "slot":
            return _slot(topic, case, catalog, today)
        case "why":
            return _why(topic, case, catalog)
        case "proof" | "document":
            return _exhibit(topic, case, catalog)
        case _:
            return _choice(topic, case, catalog)


def _slot(topic: Topic, case: Case, catalog: Catalog, today: date) -> Question:
    slot = topic.slot
    assert slot is not None
    if slot.type in ("exhibit", "exhibits"):
        offered = options.exhibits(case, catalog)
    else:
        notes: Mapping[str, str] = basics.POSITION_NOTES if slot.key == "case.position" else {}
        offered = tuple(Option(id, words, notes.get(id, "")) for id, words in slot.options.items())
    if slot.type == "yesno":
        offered = (Option("yes", "Yes"), Option("no", "No"))
    return Question(
        topic.id, slot.ask, slot.why, slot.good, slot.bad, slot.type, topic.step, offered, topic.optional, slot.unit,
        prefill.of_slot(slot, topic.item, case, catalog, today), otherwise=_without(topic, slot), needs=slot.needs,
        must=agenda.must(topic),
    )  # fmt: skip


def _without(topic: Topic, slot: Slot) -> tuple[str, ...]:
    if not agenda.must(topic):
        return missing.for_slot(slot)
    words = missing.must(topic.kind)
    return (f"{words[:1].upper()}{words[1:]}.",)


def _why(topic: Topic, case: Case, catalog: Catalog) -> Question:
    cause = catalog.causes[agenda.base(topic.item)]
    stand = walk.stand(case, topic.item, cause)
    ends = tuple(Option(id, words) for id, words in cause.why_ends.items()) if stand.stuck else ()
    text = stand.text
    if ends:
        text += " (You may also choose an end below, if it is true of your business.)"
    return Question(
        topic.id,
        text,
        "Amazon refuses a plan whose cause is a symptom, another's fault, or a slip. It accepts a gap that you control "
        "and can close. Write the truth, only deeper.",
        next(iter(cause.why_ends.values()), "nobody was named to check it"),
        cause.rejected[0] if cause.rejected else "it was a human error",
        "why",
        topic.step,
        ends,
        note=stand.note,
        so_far=stand.said,
        otherwise=("If you do not know yet, follow one unit or one order back through your business first.",),
    )


def _exhibit(topic: Topic, case: Case, catalog: Catalog) -> Question:
    if topic.kind == "document":
        kinds: tuple[str, ...] = (topic.id.partition(".")[2],)
        document = catalog.documents.get(kinds[0])
        title = document.title if document else kinds[0]
        shows = f" It must show: {'; '.join(document.shows)}." if document and document.shows else ""
        text = f"Which of your files is this document: {title}?"
        why = f"{'The notice or this kind of case calls for it.' if not topic.optional else 'It helps.'}{shows}"
    else:
        found = agenda.entry(topic.item, catalog)
        assert isinstance(found, Action | Measure)
        kinds = found.proof
        text = f"Which of your files shows this: {found.title}?"
        why = "Amazon believes a step that a document shows; a claim without one is passed over."
    if not case.exhibits:
        text += " Add the file to the case first, then name it here."
    offered = options.exhibits(case, catalog, kinds)
    return Question(
        topic.id, text, why, _example_file(kinds), "I can send it later", "exhibits", topic.step, offered,
        topic.optional, prefill=prefill.of_options(offered), otherwise=missing.for_documents(kinds, catalog),
    )  # fmt: skip


def _example_file(kinds: tuple[str, ...]) -> str:
    return f"{kinds[0]}.pdf" if kinds else "document.pdf"


_CHOICES: Mapping[str, tuple[str, str, str, str]] = {
    "enforcement": (
        "What is the notice about?",
        "Everything that follows depends on it. Choose what the notice says, not what you think is behind it.",
        "The kind that the notice names",
        "All of them",
    ),
    "route": (
        "Which kind of answer do you want to send?",
        "A plan where Amazon asked for documents, or documents where it asked for a plan, is refused.",
        "What the notice asks for",
        "Everything at once",
    ),
    "causes": (
        "What happened in your business? Choose what is true; one or two are usual.",
        "Amazon's first question is the root cause. If you name the wrong one, the whole plan misses.",
        "The one that your own records show",
        "All of them, to be safe",
    ),
    "actions": (
        "What have you done already? Choose only what is really done; two or three are usual.",
        "Actions are told in the past tense, each with its day. A claim that is not done or cannot be shown harms you.",
        "What you can date and show",
        "What you plan to do",
    ),
    "measures": (
        "What now runs, so that it does not happen again? Two to four are usual.",
        "Each needs a person, a rhythm and a record, and you will be held to it. Its first day may still be to come.",
        "What you will still do in a year",
        "Whatever sounds good",
    ),
}


def _choice(topic: Topic, case: Case, catalog: Catalog) -> Question:
    text, why, good, bad = _CHOICES[topic.kind]
    offered = options.of(topic.kind, case, catalog)
    known = prefill.of_enforcement(case, catalog) if topic.kind == "enforcement" else None
    if topic.kind == "route" and offered:
        known = prefill.suggested(offered[0])
    help_: tuple[str, ...] = ()
    if topic.kind == "causes":
        help_ = ("If none of these is true, say that you do not have this; the plan will show the gap.",)
    elif topic.kind in ("actions", "measures"):
        help_ = ("If nothing is done yet, say that you do not have this, do it, and come back.",)
    several = topic.kind in ("causes", "actions", "measures")
    return Question(
        topic.id, text, why, good, bad, "choices" if several else "choice", topic.step, offered, topic.optional,
        prefill=known, otherwise=help_, must=agenda.must(topic),
    )  # fmt: skip


def _about(item: str, catalog: Catalog) -> str:
    found = agenda.entry(item, catalog) if item else None
    use = item.partition("#")[2]
    return "" if found is None else f"{one_line(found.title)}{f' ({use})' if use else ''}"
