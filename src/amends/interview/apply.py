"""A whole file of answers at once: the same as answering one by one, in whatever order the keys stand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from amends.interview import agenda
from amends.interview.answer import take, unasked
from amends.model import Case, Problem
from amends.playbook import Catalog

_FIRST = ("enforcement", "case.position", "route", "case.", "seller.", "causes", "actions", "measures")
_MOST = 600


def apply(
    case: Case, catalog: Catalog, answers: Mapping[str, object], by: str, today: date
) -> tuple[Case, tuple[Problem, ...]]:
    """Take all answers of a file: the case with those that hold, and every problem with the others, at once.

    A question may depend on the answer to another, so what is not asked yet is tried again when the rest is in.
    """
    if len(answers) > _MOST:
        return case, (Problem("answers", None, "", f"{len(answers)} answers are too many for one case"),)
    problems: dict[str, str] = {}
    waiting = sorted((str(key) for key in answers), key=_rank)
    raw = {str(key): value for key, value in answers.items()}
    while waiting:
        later: list[str] = []
        topics: dict[str, agenda.Topic] | None = None
        for key in waiting:
            if topics is None:
                topics = {topic.id: topic for topic in agenda.topics(case, catalog)}
            topic = topics.get(key)
            if topic is None:
                later.append(key)
                continue
            taken = take(case, catalog, topic, raw[key], by, today, afresh=True)
            after, faults = taken if isinstance(taken, tuple) else (taken, ())
            if faults:
                problems[key] = " ".join(faults)
            case = after
            topics = None
        if len(later) == len(waiting):
            break
        waiting = later
    if waiting:
        topics = {topic.id: topic for topic in agenda.topics(case, catalog)}
        problems |= {key: unasked(case, catalog, key, topics) for key in waiting if key not in topics}
    order = {str(key): at for at, key in enumerate(answers)}
    found = sorted(problems.items(), key=lambda entry: order.get(entry[0], 0))
    return case, tuple(Problem("answers", None, key, message) for key, message in found)


def _rank(key: str) -> tuple[int, str]:
    """Choices that open other questions come first; within a rank the order does not depend on the file."""
    place = next((at for at, head in enumerate(_FIRST) if key == head or (head[-1] == "." and key.startswith(head))), 9)
    return place, key
