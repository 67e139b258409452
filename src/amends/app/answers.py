"""Verbs of the interview: what is open, one answer, a file of answers."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

from amends import interview, values
from amends.app import knowledge
from amends.app.cases import Opened, open_case, save_case
from amends.app.evidence.exhibits import add, day_of
from amends.app.evidence.sales import sold_facts
from amends.app.files import file_bytes
from amends.app.reading.readings import reader
from amends.errors import Conflict, Invalid, Unknown, Unreadable
from amends.formats import yamlfile
from amends.interview import Entry, Progress, Question, Unused
from amends.model import Case, Problem

_TURNS = 20


def questions(opened: Opened, today: date) -> tuple[Question, ...]:
    """What is still open, in the order that a person would tell it."""
    return interview.ask(opened.case, knowledge(), today)


def given(opened: Opened, key: str, today: date) -> Question | None:
    """The question behind an answer that was given, with that answer; None when the case does not ask it any more."""
    return interview.again(opened.case, knowledge(), key, today)


def question(opened: Opened, key: str, today: date) -> Question | None:
    """Any question of the case, open or answered, with the answer that was given; None when it does not ask it."""
    return interview.question(opened.case, knowledge(), key, today)


def overview(opened: Opened, today: date) -> tuple[Entry, ...]:
    """Every question and what became of it, in the order in which a person would tell it."""
    return interview.overview(opened.case, knowledge(), today)


def unused(opened: Opened) -> tuple[Unused, ...]:
    """What was said in answer to questions that are not asked any more."""
    return interview.unused(opened.case, knowledge())


def progress(opened: Opened) -> Progress:
    """How far the interview is."""
    return interview.progress(opened.case, knowledge())


def around(opened: Opened, key: str) -> tuple[str | None, str | None]:
    """The question before this one, answered or open, and the next open one after it."""
    return interview.around(opened.case, knowledge(), key)


def answered_by(opened: Opened) -> str:
    """Who gives the answers when nobody says it: the person who signs, else the seller."""
    return getattr(opened.case.value("seller.signatory"), "name", "") or "the seller"


def stamp(opened: Opened, key: str) -> str:
    """What tells whether a question was answered otherwise meanwhile; the same for the same answer, whoever gave it."""
    case = opened.case
    facts = [case.facts[name] for name in (key, f"{key}.walk") if name in case.facts]
    item = key.removesuffix(".proof")
    said = [
        [[fact.key, fact.reason, None if fact.value is None else values.dump(fact.value)] for fact in facts],
        [exhibit.name for exhibit in case.exhibits if item != key and item in exhibit.supports],
    ]
    return sha256(json.dumps(said, ensure_ascii=True).encode()).hexdigest()[:32]


def answer_unless_changed(
    opened: Opened, key: str, raw: object, by: str, now: datetime, was: str
) -> tuple[Opened, tuple[str, ...]]:
    """As `answer`, for a person who saw the answer that `was` stamps some time ago.

    Other answers may have come in since. Raises `Conflict` when this very question was answered otherwise meanwhile;
    nothing is then saved.
    """
    for turn in range(_TURNS):
        if stamp(opened, key) != was and not _is_answer(opened, key, raw, by, now):
            break
        try:
            return answer(opened, key, raw, by, now)
        except Conflict:
            if turn == _TURNS - 1:
                break
            opened = open_case(opened.files)
    raise Conflict("Somebody else answered this question meanwhile. Nothing was saved.")


def _is_answer(opened: Opened, key: str, raw: object, by: str, now: datetime) -> bool:
    """Whether the case holds just this answer already."""
    taken = interview.answer(opened.case, knowledge(), key, raw, by, now.date())
    return isinstance(taken, Case) and stamp(replace(opened, case=taken), key) == stamp(opened, key)


def answer(opened: Opened, key: str, raw: object, by: str, now: datetime) -> tuple[Opened, tuple[str, ...]]:
    """Take one answer and save it. Gives the case as it is now, and why the answer was not taken, if so."""
    taken = interview.answer(opened.case, knowledge(), key, raw, by, now.date())
    if isinstance(taken, Case):
        return save_case(opened, taken, f"answered {key}", now), ()
    case, faults = taken
    return (save_case(opened, case, f"answered {key}", now) if case != opened.case else opened), faults


def answer_file(opened: Opened, path: str, now: datetime, by: str = "") -> tuple[Opened, tuple[Problem, ...]]:
    """Take an answers file: evidence first, then all answers; every problem at once. What is right is saved."""
    data, name = file_bytes(path, None, 5_000_000)
    try:
        document = yamlfile.read(data.decode("utf-8-sig"), name)
    except UnicodeDecodeError as error:
        raise Unreadable(f"{name} is not UTF-8 text; save it as UTF-8 in your editor.") from error
    content = document.data
    if not document.problems and not isinstance(content, dict):
        document.fault((), "must map the ids of questions to answers; `amends ask DIR --json` lists them")
    if document.problems:
        raise Invalid(document.problems)
    assert isinstance(content, dict)
    answers = content.get("answers", {k: v for k, v in content.items() if k not in ("today", "by", "evidence", "sold")})
    said_by = by or str(content.get("by") or "the seller")
    today = day_of(content.get("today")) or now.date()
    entries = content.get("evidence") or {}
    if content.get("today") is not None and day_of(content["today"]) is None:
        document.fault(("today",), "must be a day such as 2026-03-14")
    sold = content.get("sold") or {}
    for key, listed in (("answers", answers), ("evidence", entries), ("sold", sold)):
        if not isinstance(listed, dict):
            document.fault((key,), "must be a mapping")
    if document.problems:
        raise Invalid(document.problems)
    moment = datetime.combine(today, now.timetz())
    with reader(opened.files) as looking:
        for original, about in entries.items():
            try:
                place = str(_beside(path, original))
                opened, added = add(opened, [place], moment, _mapped(about), looking=looking)
            except (Unknown, Unreadable) as error:
                document.fault(("evidence", original), str(error))
                continue
            for entry in added:
                if entry.refused:
                    document.fault(("evidence", original), entry.refused)
    facts, wrong = sold_facts(sold, said_by, today)
    for key, words in wrong.items():
        document.fault(("sold", key), words)
    opened = replace(opened, case=replace(opened.case, facts={**opened.case.facts, **facts}))
    problems = list(document.problems)
    case, faults = interview.apply(opened.case, knowledge(), answers, said_by, today)
    prefix: yamlfile.Path = ("answers",) if "answers" in content else ()
    for fault in faults:
        line = fault.line or document.line((*prefix, fault.path.removeprefix("answers.")))
        problems.append(Problem(name, line, fault.path, fault.message))
    return save_case(opened, case, "answers taken", moment), tuple(problems)


def _beside(path: str, name: str) -> Path:
    """A file in the folder `evidence` beside an answers file. Raises `Unreadable` for a name that leads elsewhere."""
    folder = Path(path).parent / "evidence"
    if not name or "\0" in name or not (folder / name).resolve().is_relative_to(folder.resolve()):
        raise Unreadable(f"must name a file in {folder}; take others in with `amends add`")
    return folder / name


def _mapped(about: object) -> dict[str, object]:
    if about is None or isinstance(about, dict):
        return about or {}
    raise Unknown("must be a mapping with kind, supports, dated or asins.")
