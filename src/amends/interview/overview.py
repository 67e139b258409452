"""All answers of a case in the order of the interview: what was said, what is missing, what is still open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from amends import values
from amends.interview import agenda, options
from amends.interview.agenda import LEFT_OUT
from amends.interview.ask import of_topic
from amends.interview.question import Question
from amends.model import Case, Fact
from amends.playbook import Catalog
from amends.text import one_line
from amends.typed import Literal, NamedTuple

State = Literal["given", "missing", "left-out", "open", "unasked"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A question of the case and what became of it.

    `state`: "given"; "missing" (the seller does not have it); "left-out" (not answered, and it need not be); "open";
    "unasked" (it is only taken when somebody says it). `said` are the words of the answer, one line each. `fact` is
    what the case holds, None when there is none or when the files of the case answer the question.
    """

    question: Question
    state: State
    said: tuple[str, ...] = ()
    fact: Fact | None = None


class Progress(NamedTuple):
    """How far the interview is.

    `given` questions are settled, `open` are not, `needed` of these the answer cannot do without. `more`: some of the
    open ones decide what else is asked, so that there will be more.
    """

    given: int
    open: int
    needed: int
    more: bool


class Unused(NamedTuple):
    """An answer that is used nowhere: the question it answered, the fact, and its words."""

    text: str
    fact: Fact
    said: tuple[str, ...]


def overview(case: Case, catalog: Catalog, today: date) -> tuple[Entry, ...]:
    """Every question of the case, answered or not, in the order in which a person would tell it."""
    return tuple(_entries(case, catalog, today))


def progress(case: Case, catalog: Catalog) -> Progress:
    """How far the interview is."""
    asked = [topic for topic in agenda.topics(case, catalog) if not topic.quiet or topic.id in case.facts]
    waiting = [topic for topic in asked if not topic.quiet and not agenda.settled(topic, case)]
    needed = sum(not topic.optional for topic in waiting)
    return Progress(len(asked) - len(waiting), len(waiting), needed, any(map(agenda.opens, waiting)))


def around(case: Case, catalog: Catalog, question_id: str) -> tuple[str | None, str | None]:
    """The question that stands before this one, answered or open, and the next open one after it.

    None where there is none; after a question that is not asked comes the first open one.
    """
    before: str | None = None
    there = False
    first: str | None = None
    for topic in agenda.topics(case, catalog):
        if topic.id == question_id:
            there = True
            continue
        if topic.quiet and topic.id not in case.facts:
            continue
        if not there:
            before = topic.id
        if not topic.quiet and not agenda.settled(topic, case):
            if there:
                return before, topic.id
            first = first or topic.id
    return (before, None) if there else (None, first)


def unused(case: Case, catalog: Catalog) -> tuple[Unused, ...]:
    """What was said in answer to questions that the case does not ask any more; it stays, and is used nowhere."""
    asked = {topic.id for topic in agenda.topics(case, catalog)}
    return tuple(
        Unused(_asked(key, catalog), fact, _said(fact))
        for key, fact in case.facts.items()
        if key not in asked
        and fact.source.kind == "statement"
        and fact.value is not None
        and not key.endswith((".why.walk", ".why.refused"))
        and agenda.entry(key.rpartition(".")[0], catalog) is not None
    )


def _asked(key: str, catalog: Catalog) -> str:
    """The question that a fact of a cause, action or measure answered; its title when the question is gone."""
    item, _, name = key.rpartition(".")
    found = agenda.entry(item, catalog)
    assert found is not None
    ask = next((slot.ask for slot in found.slots if slot.key.rpartition(".")[2] == name), "")
    return f"{one_line(found.title)}: {ask}" if ask else one_line(found.title)


def _entries(case: Case, catalog: Catalog, today: date) -> Iterator[Entry]:
    for topic in agenda.topics(case, catalog):
        fact = case.facts.get(topic.id)
        files = options.serving(topic, case, catalog) if fact is None else ()
        if fact is None and topic.quiet and not files and (topic.kind != "slot" or case.route == "none"):
            continue
        question = of_topic(topic, case, catalog, today)
        if fact is not None and fact.value is not None:
            yield Entry(question, "given", _said(fact, options.words(question.options)), fact)
        elif files:
            yield Entry(question, "given", tuple(f"{each.label}: {each.name}" for each in files))
        elif fact is None and topic.kind == "enforcement" and case.enforcement:
            yield Entry(question, "given", (catalog.playbooks[case.enforcement].title,))
        elif fact is not None and agenda.settled(topic, case):
            yield Entry(question, "left-out" if fact.reason == LEFT_OUT else "missing", (), fact)
        else:
            yield Entry(question, "unasked" if topic.quiet else "open")


def _said(fact: Fact, words: Mapping[str, str] = MappingProxyType({})) -> tuple[str, ...]:
    value = fact.value
    assert value is not None
    if isinstance(value, tuple):
        return tuple(one_line(words.get(each, each)) for each in value)
    return (one_line(values.say(value, "full", words)),)
