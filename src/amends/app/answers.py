"""Verbs of the interview: what is open, one answer, a file of answers."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from amends import interview, yamlfile
from amends.app import knowledge
from amends.app.cases import Opened, save_case
from amends.app.exhibits import add, day_of
from amends.app.files import file_bytes
from amends.errors import Invalid, Unreadable
from amends.interview import Question
from amends.model import Case, Problem


def questions(opened: Opened, today: date) -> tuple[Question, ...]:
    """What is still open, in the order that a person would tell it."""
    return interview.ask(opened.case, knowledge(), today)


def given(opened: Opened, key: str, today: date) -> Question | None:
    """The question behind an answer that was given, with that answer; None when the case does not ask it any more."""
    return interview.again(opened.case, knowledge(), key, today)


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
    answers = content.get("answers", {k: v for k, v in content.items() if k not in ("today", "by", "evidence")})
    said_by = by or str(content.get("by") or "the seller")
    today = day_of(content.get("today")) or now.date()
    problems: list[Problem] = []
    entries = content.get("evidence") or {}
    if not isinstance(answers, dict) or not isinstance(entries, dict):
        document.fault((), "“answers” and “evidence” must be mappings")
        raise Invalid(document.problems)
    moment = datetime.combine(today, now.timetz())
    for original, about in entries.items():
        place = Path(path).parent / "evidence" / str(original)
        if not place.is_file():
            problems.append(
                Problem(name, document.line(("evidence", original)), f"evidence.{original}", f"{place} is not there")
            )
            continue
        opened, _ = add(opened, [str(place)], moment, about if isinstance(about, dict) else {})
    case, faults = interview.apply(opened.case, knowledge(), answers, said_by, today)
    prefix: yamlfile.Path = ("answers",) if "answers" in content else ()
    for fault in faults:
        line = fault.line or document.line((*prefix, fault.path.removeprefix("answers.")))
        problems.append(Problem(name, line, fault.path, fault.message))
    return save_case(opened, case, "answers taken", moment), tuple(problems)
