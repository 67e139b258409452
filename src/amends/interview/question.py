"""A question as a door shows it, and its JSON form."""

from __future__ import annotations

from dataclasses import asdict, dataclass

STEPS = ("About you", "The notice", "What happened", "Why", "What you did", "What runs now", "Documents")


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers to choose from. `note` helps to recognise it; `suggested` marks what fits this case best."""

    id: str
    words: str
    note: str = ""
    suggested: bool = False


@dataclass(frozen=True, slots=True)
class Prefill:
    """What is known already. `value` may be given back as the answer, as it is; None when it is only to be looked at.

    `text` is what to show, `source` where it comes from: "notice", "case" (said earlier) or "suggestion"; `quotes` are
    the lines of the notice that it stands on.
    """

    value: object
    text: str
    source: str
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """An answer in the why walk so far; `refused` when it may not stand in the plan."""

    words: str
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What is still open.

    `id` is the key under which the answer is given; `about` the title of the cause, action or measure that it belongs
    to, if any. `type` is a type of slot (`docs/knowledge.md`), "choices" (several
    of the options) or "why" (a sentence to finish; the options are offered when the walk is stuck). `note` says why
    the last answer was not taken. `otherwise` says what helps or would serve when the seller does not have this.
    `remaining` counts the questions open from here on, this one included; answers can open further ones.
    `needs` names the parts of a party that may not be empty. `must`: “I do not have this” is no answer to it.
    `so_far` are the answers of a why walk until now.
    """

    id: str
    text: str
    why: str
    good: str
    bad: str
    type: str
    step: str
    options: tuple[Option, ...] = ()
    optional: bool = False
    unit: str = ""
    prefill: Prefill | None = None
    note: str = ""
    otherwise: tuple[str, ...] = ()
    remaining: int = 0
    about: str = ""
    needs: tuple[str, ...] = ()
    must: bool = False
    so_far: tuple[Said, ...] = ()


def as_json(question: Question) -> dict[str, object]:
    """The question as plain JSON values, under the names of its fields."""
    return {key: list(value) if isinstance(value, tuple) else value for key, value in asdict(question).items()}
