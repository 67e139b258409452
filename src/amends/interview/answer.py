"""One answer: a new case with a fact that says who stated it and when, or why the answer is not taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from amends import values
from amends.interview import agenda, choose, missing, options, routes, walk
from amends.interview.agenda import LEFT_OUT, Topic
from amends.model import Case, Exhibit, Fact, Route, Source, Value
from amends.playbook import Catalog
from amends.text import normal, one_line, shown
from amends.typed import TypeAlias, cast
from amends.values import Fault

Taken: TypeAlias = Case | tuple[Case, tuple[str, ...]]


def answer(case: Case, catalog: Catalog, question_id: str, raw: object, by: str, today: date) -> Taken:
    """Take one answer. `raw` is what a person typed, or a native value from JSON or YAML; `by` who says it, on `today`.

    Gives the new case; or, when the answer is not taken, the case to go on with and what to do about it. An answer in
    the why walk that is refused is kept in the case, so that case differs from the one given.
    """
    found = {topic.id: topic for topic in agenda.topics(case, catalog)}
    topic = found.get(question_id)
    if topic is None:
        return case, (unasked(case, catalog, question_id, found),)
    return take(case, catalog, topic, raw, by, today)


def take(
    case: Case, catalog: Catalog, topic: Topic, raw: object, by: str, today: date, *, afresh: bool = False
) -> Taken:
    """Take the answer to a topic of the case; `afresh` begins a why walk again instead of going on with it."""
    source = Source("statement", one_line(by, 120) or "the seller", on=today)
    raw = _plain(raw)
    if isinstance(raw, str) and not raw.strip():
        raw = None
    if raw is None:
        if topic.optional:
            return _settle(_put(case, topic, None, source, LEFT_OUT), catalog)
        return case, ("nothing was given; write an answer, or “I do not have this”",)
    lacking = None if _is_option(topic, raw) else missing.reason(raw)
    if lacking is not None and not (topic.kind == "why" and isinstance(raw, str) and "know" in raw):
        return _lacking(case, catalog, topic, source, lacking)
    match topic.kind:
        case "slot":
            taken: Case | tuple[Fault, ...] = _slot(case, catalog, topic, raw, source, today)
        case "why":
            return _why(case, catalog, topic, raw, source, afresh=afresh)
        case "proof" | "document":
            taken = _named_exhibits(case, topic, raw, source)
        case "enforcement" | "route":
            taken = _one(case, catalog, topic, raw, source)
        case _:
            taken = _many(case, catalog, topic, raw, source)
    if isinstance(taken, Case):
        return _settle(taken, catalog)
    return case, tuple(fault.message for fault in taken)


def unasked(case: Case, catalog: Catalog, question_id: str, found: dict[str, Topic]) -> str:
    """Why an id is not a question of this case, and what to write instead."""
    shown = one_line(question_id, 80)
    item, _, slot = question_id.rpartition(".")
    known = agenda.entry(item, catalog) if item else None
    if known is not None:
        where = next(k for k in ("causes", "actions", "measures") if agenda.base(item) in getattr(catalog, k))
        if item not in getattr(case, where):
            return f"“{item}” is not among the {where} of this case; add it to “{where}”, or take this answer out"
        if any(agenda.base(question_id) == s.key or s.key.endswith(f".{slot}") for s in known.slots):
            return f"“{shown}” is not asked after what you answered before; take this answer out"
    if question_id in ("causes", "actions", "measures", "route") or question_id.startswith("case."):
        playbook = catalog.playbooks.get(case.enforcement or "")
        if playbook and (question_id in ("causes", "actions", "measures") or _is_slot(question_id, playbook.slots)):
            kind = f"a “{case.route}” answer" if case.route else "this case yet; answer “case.position” first"
            return f"“{shown}” is not asked for {kind}; take this answer out, or choose another “route”"
    near = choose.nearest(question_id, tuple(found))
    hint = f"did you mean “{near}”?" if near else "`amends ask DIR --json` lists the questions"
    return f"“{shown}” is not a question of this case; {hint}"


def _is_slot(key: str, slots: Sequence[object]) -> bool:
    return any(getattr(slot, "key", "") == key for slot in slots)


def _plain(raw: object) -> object:
    """What was given without control characters and direction overrides, which nobody sees; a part is on one line."""
    if isinstance(raw, str):
        return shown(raw)
    if isinstance(raw, Mapping):
        return {key: one_line(part) if isinstance(part, str) else part for key, part in raw.items()}
    if isinstance(raw, list | tuple):
        return [shown(part) if isinstance(part, str) else part for part in raw]
    return raw


def _is_option(topic: Topic, raw: object) -> bool:
    slot = topic.slot
    return slot is not None and isinstance(raw, str) and normal(raw) in {normal(id) for id in slot.options}


def _put(case: Case, topic: Topic, value: Value | None, source: Source, reason: str = "") -> Case:
    type_ = topic.slot.type if topic.slot else _TYPES[topic.kind]
    return replace(case, facts=case.facts | {topic.id: Fact(topic.id, type_, value, source, reason)})


_TYPES = {
    "enforcement": "choice", "route": "choice", "causes": "ids", "actions": "ids", "measures": "ids", "why": "text",
    "proof": "exhibits", "document": "exhibits",
}  # fmt: skip


def _settle(case: Case, catalog: Catalog) -> Case:
    return replace(case, route=routes.settled(case, catalog))


def _lacking(case: Case, catalog: Catalog, topic: Topic, source: Source, reason: str) -> Taken:
    if topic.kind == "why":
        return walk.give_up(case, topic.item, reason, source)
    if agenda.must(topic):
        return case, (missing.must(topic.kind),)
    if topic.kind in ("causes", "actions", "measures"):
        case = replace(case, **{topic.kind: ()})  # type: ignore[arg-type]
    elif topic.kind in ("proof", "document"):
        case = _support(case, topic, ())
    return _settle(_put(case, topic, None, source, reason), catalog)


def _slot(
    case: Case, catalog: Catalog, topic: Topic, raw: object, source: Source, today: date
) -> Case | tuple[Fault, ...]:
    slot = topic.slot
    assert slot is not None
    if slot.type in ("exhibit", "exhibits"):
        found = _exhibits(case, raw)
        if isinstance(found, Fault):
            return (found,)
        names = tuple(exhibit.name for exhibit in found)
        return _put(case, topic, names if slot.type == "exhibits" else names[0], source)
    if slot.type == "choice":
        chosen = choose.one(raw, slot.options)
        return (chosen,) if isinstance(chosen, Fault) else _put(case, topic, chosen, source)
    if slot.type in _WORDS and isinstance(raw, str) and _same(raw, slot.bad):
        return (Fault(f"“{one_line(raw, 60)}” is the example of an answer that does not help. {slot.why}"),)
    value = values.load(slot, raw, today)
    if not isinstance(value, Fault):
        value = values.load(slot, values.dump(value), today)  # what the file would not give back is no answer
    return (value,) if isinstance(value, Fault) else _put(case, topic, value, source)


_WORDS = ("text", "name", "person", "party", "id")
"""Types of answer that take almost any words."""


def _same(typed: str, example: str) -> bool:
    """Whether somebody gave the example of a bad answer back."""
    plain = normal(example).strip(" .")
    return any(map(str.isalnum, plain)) and normal(typed).strip(" .") == plain


def _one(case: Case, catalog: Catalog, topic: Topic, raw: object, source: Source) -> Case | tuple[Fault, ...]:
    offered = options.words(options.of(topic.kind, case, catalog))
    if topic.kind == "route":
        offered |= {route: words for route, words in routes.WORDS.items() if route != "none" and route not in offered}
    chosen = choose.one(raw, offered)
    if isinstance(chosen, Fault):
        return (chosen,)
    case = _put(case, topic, chosen, source)
    if topic.kind == "route":
        return replace(case, route=cast(Route, chosen))
    occurring = {cause.id for cause in catalog.causes_of(chosen)}
    causes = tuple(item for item in case.causes if agenda.base(item) in occurring)
    dropped = ("route", *(("causes",) if causes != case.causes else ()))
    facts = {key: fact for key, fact in case.facts.items() if key not in dropped}
    return replace(case, enforcement=chosen, route=None, causes=causes, facts=facts)


def _many(case: Case, catalog: Catalog, topic: Topic, raw: object, source: Source) -> Case | tuple[Fault, ...]:
    chosen = choose.many(raw, options.words(options.of(topic.kind, case, catalog)))
    faults = tuple(entry for entry in chosen if isinstance(entry, Fault))
    if faults:
        return faults
    ids = cast(tuple[str, ...], chosen)
    return _put(replace(case, **{topic.kind: ids}), topic, ids, source)  # type: ignore[arg-type]


def _why(case: Case, catalog: Catalog, topic: Topic, raw: object, source: Source, *, afresh: bool) -> Taken:
    listed = not isinstance(raw, str) and isinstance(raw, Sequence)
    answers = tuple(str(entry) for entry in raw) if listed else (raw,) if isinstance(raw, str) else ()  # type: ignore[attr-defined]
    if not answers or any(not entry.strip() for entry in answers):
        return case, ("write a sentence, or the list of your answers to “why”",)
    if len(answers) > walk.STEPS:
        return case, (f"{len(answers)} steps are too many; {walk.STEPS} are enough to reach the cause",)
    cause = catalog.causes[agenda.base(topic.item)]
    walked = walk.step(case, topic.item, cause, answers, source, afresh=afresh or listed)
    if isinstance(walked, Fault):
        return case, (walked.message,)
    stand = walk.stand(walked, topic.item, cause)
    if topic.id not in walked.facts and stand.note:
        return walked, (f"{stand.note} {stand.text}",)
    if topic.id not in walked.facts and (listed or afresh):
        return walked, (f"the last answer is a step, and not yet something that you control. {stand.text}",)
    return walked


def _exhibits(case: Case, raw: object) -> tuple[Exhibit, ...] | Fault:
    """The exhibits that were meant: by label, by the name in the case, or by the name they came with."""
    text = raw if isinstance(raw, str) else None
    pieces = [text] if text is not None else list(raw) if isinstance(raw, Sequence) else []
    found: list[Exhibit] = []
    for piece in pieces:
        exhibit = _exhibit(case, piece)
        parts = [part for part in piece.split(",") if part.strip()] if isinstance(piece, str) else []
        for part in [piece] if exhibit or not parts else parts:
            exhibit = _exhibit(case, part)
            if exhibit is None:
                names = ", ".join(f"{e.label} ({e.name})" for e in case.exhibits)
                hint = f"the files of the case are {names}" if names else "add it to the case first"
                return Fault(f"“{one_line(str(part), 80)}” is not a file of this case; {hint}")
            found.append(exhibit)
    return tuple(dict.fromkeys(found)) or Fault("name at least one file of the case")


def _exhibit(case: Case, piece: object) -> Exhibit | None:
    if not isinstance(piece, str):
        return None
    wanted = normal(piece.strip().split("/")[-1])
    for exhibit in case.exhibits:
        names = (exhibit.name, exhibit.original, exhibit.label, f"{exhibit.label}: {exhibit.name}")
        if wanted in map(normal, names):
            return exhibit
    return None


def _named_exhibits(case: Case, topic: Topic, raw: object, source: Source) -> Case | tuple[Fault, ...]:
    found = _exhibits(case, raw)
    if isinstance(found, Fault):
        return (found,)
    names = tuple(exhibit.name for exhibit in found)
    return _put(_support(case, topic, names), topic, names, source)


def _support(case: Case, topic: Topic, names: tuple[str, ...]) -> Case:
    """Mark the named exhibits, and no others, as proof of an item, or with the kind of document if that was unknown."""
    made = []
    for exhibit in case.exhibits:
        if topic.kind == "proof":
            others = tuple(item for item in exhibit.supports if item != topic.item)
            exhibit = replace(exhibit, supports=(*others, topic.item) if exhibit.name in names else others)
        elif exhibit.name in names and exhibit.kind == "unknown":
            exhibit = replace(exhibit, kind=topic.id.partition(".")[2])
        made.append(exhibit)
    return replace(case, exhibits=tuple(made))
