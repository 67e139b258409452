"""The fields in which a question is answered, and the answer that a sent form holds.

A field is chosen by the type of the answer. What was typed goes to the verb as it is; what is wrong with it the verb
says, and the fault is shown at the field that it is about.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from amends import dates
from amends.text import one_line
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import QueryDict

    from amends.interview import Option, Question

ANSWER = "answer"
_PICKED = "picked."
_LINES = ("text", "why", "asins", "orders", "ids")
_LISTS = ("asins", "orders", "ids")
_MANY = ("choices", "exhibits")
_RHYTHMS = ("day", "week", "month", "quarter", "year")
_MANY_OPTIONS = 9
_SHORT_WORDS = 28
_DAY_HINT = "Write the month as a word, such as 14 March 2026."
_HINTS = {
    "date": _DAY_HINT,
    "asins": "One a line. An ASIN has ten letters and digits.",
    "orders": "One a line. An order number looks like 123-1234567-1234567.",
    "ids": "One a line.",
    "money": "The amount with its currency, such as USD 1,240.00.",
    "rate": "As a percentage, such as 1.44 %.",
}
_PARTS: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "party": (
        ("name", "Name of the business", ""),
        ("address", "Address", ""),
        ("phone", "Phone", "tel"),
        ("email", "E-mail", "email"),
        ("web", "Website", "url"),
    ),
    "person": (("name", "Name", ""), ("role", "Role in the business", "")),
    "period": (("start", "First day", ""), ("end", "Last day", "")),
}
_MODES = {"count": "numeric", "money": "decimal", "rate": "decimal", "url": "url"}


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name in the form, its label, how it is typed, what stands in it, and what is wrong with it.

    `kind` is "line", "lines" or "day". `mode` is the keyboard that a telephone shows. `readings` are the days that an
    ambiguous date can mean, in words.
    """

    name: str
    label: str
    kind: str
    value: str
    hint: str = ""
    mode: str = ""
    unit: str = ""
    needed: bool = False
    rows: int = 3
    faulty: bool = False
    readings: tuple[str, ...] = ()


class Choice(NamedTuple):
    """One option to tick: `again` when it stands for a second use of the same entry."""

    id: str
    words: str
    note: str
    suggested: bool
    ticked: bool
    again: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """What a question is answered with: fields to type in, choices to tick, or both.

    `choices` are shown at once, `rest` on demand. `several`: more than one may be ticked; `ordered`: the order in which
    they are ticked is kept. `taken` are options each of which is a whole answer.
    """

    fields: tuple[Field, ...] = ()
    choices: tuple[Choice, ...] = ()
    rest: tuple[Choice, ...] = ()
    twice: tuple[Choice, ...] = ()
    taken: tuple[Option, ...] = ()
    several: bool = False
    ordered: bool = False
    compact: bool = False
    order: str = ""
    other: Field | None = None
    faulty: bool = False


def form(question: Question, sent: QueryDict | None = None, fault: bool = False) -> Form:
    """The fields of a question: with what was sent, else with the answer that was given or is suggested."""
    known = question.prefill.value if question.prefill is not None else None
    if question.options and question.prefill is not None and question.prefill.source != "case":
        known = None  # what is only suggested is a person's to tick
    if question.type == "why":
        typed = sent.get(ANSWER, "") if sent is not None else ""
        return Form((Field(ANSWER, question.text, "lines", typed, faulty=fault),), taken=question.options, faulty=fault)
    if question.options or question.type in (*_MANY, "exhibit"):
        return _ticked(question, sent, known, fault)
    if question.type == "cadence":
        return _rhythm(question, sent, known, fault)
    if question.type in _PARTS:
        return Form(_parts(question, sent, known, fault), faulty=fault)
    value = sent.get(ANSWER, "") if sent is not None else _typed(question, known)
    kind = "day" if question.type == "date" else "lines" if question.type in _LINES else "line"
    single = Field(
        ANSWER,
        question.text,
        kind,
        value,
        _HINTS.get(question.type, ""),
        _MODES.get(question.type, ""),
        unit=_unit(question),
        rows=5 if question.type in _LISTS else 3,
        faulty=fault,
        readings=_readings(value) if kind == "day" and fault else (),
    )
    return Form((single,), faulty=fault)


def answer_in(question: Question, sent: QueryDict) -> object:
    """The answer that a sent form holds, as the verb takes it; None when nothing was given."""
    if question.type in _MANY:
        chosen = [value for value in sent.getlist(ANSWER) if isinstance(value, str) and value]
        order = {id: at for at, id in enumerate(_of(sent, "order").split(","))}
        return sorted(chosen, key=lambda id: order.get(id, len(order))) or None
    if question.type in _PARTS:
        parts = {name: _of(sent, f"{ANSWER}.{name}") for name, *_ in _PARTS[question.type]}
        given = {name: value for name, value in parts.items() if value.strip()}
        return (parts if question.type == "period" else given) if given else None
    value = _of(sent, ANSWER)
    if question.type == "cadence" and value in ("", "other"):
        value = _of(sent, f"{ANSWER}.other")
    return value if value.strip() else None


def _of(sent: QueryDict, name: str) -> str:
    return str(sent.get(name, ""))


def with_picked(sent: QueryDict) -> QueryDict:
    """What was sent, with the reading of a date that was picked in place of what was typed."""
    made = sent.copy()
    for key in [key for key in sent if key.startswith(_PICKED)]:
        made[key.removeprefix(_PICKED)] = _of(sent, key)
        del made[key]
    return made


def example(question: Question, words: str) -> str:
    """An example of an answer as this form takes it: days with the month as a word, options by their words."""
    if not any(map(str.isalnum, words)):
        return ""
    if question.type in ("date", "period"):
        for found in reversed(list(dates.find(words))):
            if found.date is not None:
                words = words[: found.span.start] + dates.written(found.date) + words[found.span.end :]
        return words
    if question.type == "cadence" and words in _RHYTHMS:
        return f"Every {words}"
    return next((option.words for option in question.options if option.id == words), words)


def in_words(question: Question, answer: object) -> tuple[str, ...]:
    """An answer as it was given, in words, one line each."""
    if isinstance(answer, dict):
        return tuple(one_line(str(value), 300) for value in answer.values() if value)
    said = {option.id: option.words for option in question.options}
    listed = answer if isinstance(answer, list) else str(answer or "").split("\n")
    return tuple(one_line(said.get(str(each), str(each)), 600) for each in listed)


def _parts(question: Question, sent: QueryDict | None, known: object, fault: bool) -> tuple[Field, ...]:
    held = known if isinstance(known, dict) else {}
    made = []
    for name, label, mode in _PARTS[question.type]:
        key = f"{ANSWER}.{name}"
        value = sent.get(key, "") if sent is not None else _day(str(held.get(name, "")))
        kind = "day" if question.type == "period" else "lines" if name == "address" else "line"
        needed = question.type == "person" or name == "name" or name in question.needs or kind == "day"
        readings = _readings(value) if kind == "day" and fault else ()
        hint = _DAY_HINT if kind == "day" and name == "start" else ""
        made.append(Field(key, label, kind, value, hint, mode, "", needed, 2, False, readings))
    if not fault:
        return tuple(made)
    wrong = {part.name for part in made if _is_wrong(part)} or {made[0].name}
    return tuple(replace(part, faulty=part.name in wrong) for part in made)


def _is_wrong(part: Field) -> bool:
    """Whether a part is what the fault of the whole can be about."""
    if part.kind != "day":
        return part.needed and not part.value.strip()
    found = list(dates.find(part.value[:200]))
    return len(found) != 1 or found[0].date is None


def _ticked(question: Question, sent: QueryDict | None, known: object, fault: bool) -> Form:
    if sent is not None:
        chosen = sent.getlist(ANSWER)
    elif isinstance(known, bool):
        chosen = ["yes" if known else "no"]
    else:
        chosen = [str(each) for each in known] if isinstance(known, list) else [str(known)] if known else []
    ordered = question.type == "choices"
    offered = [Choice(o.id, o.words, o.note, o.suggested, o.id in chosen) for o in question.options]
    bases = {id.partition("#")[0] for id in chosen if "#" in id}
    twice = tuple(
        Choice(f"{each.id}#2", each.words, "", False, f"{each.id}#2" in chosen, True)
        for each in offered
        if ordered and (each.ticked or each.id in bases)
    )
    # More uses of one entry than two come from a file; they stay as they are.
    twice += tuple(Choice(id, id, "", False, True, True) for id in chosen if "#" in id and not id.endswith("#2"))
    near = [each for each in offered if each.suggested or each.ticked]
    rest: list[Choice] = []
    if near and len(offered) > _MANY_OPTIONS:
        offered, rest = near, [each for each in offered if each not in near]
    compact = len(offered) + len(rest) > _MANY_OPTIONS and all(
        not each.note and len(each.words) <= _SHORT_WORDS for each in (*offered, *rest)
    )
    return Form(
        choices=tuple(offered),
        rest=tuple(rest),
        twice=twice,
        several=question.type in _MANY,
        ordered=ordered,
        compact=compact,
        order=",".join(chosen) if ordered else "",
        faulty=fault,
    )


def _rhythm(question: Question, sent: QueryDict | None, known: object, fault: bool) -> Form:
    held = str(known or "")
    ticked = sent.get(ANSWER, "") if sent is not None else held if held in _RHYTHMS else "other" if held else ""
    typed = sent.get(f"{ANSWER}.other", "") if sent is not None else "" if held in _RHYTHMS else held
    every = tuple(Choice(each, f"Every {each}", "", False, each == ticked) for each in _RHYTHMS)
    other = Choice("other", "Something else", "", False, ticked == "other" or bool(typed and ticked not in _RHYTHMS))
    hint = "Such as “two weeks”, or what it goes with: “new listing”, “delivery”."
    wrong = fault and ticked not in _RHYTHMS
    return Form(
        choices=(*every, other),
        compact=True,
        other=Field(f"{ANSWER}.other", "Something else: every …", "line", typed, hint, needed=True, faulty=wrong),
        faulty=fault,
    )


def _typed(question: Question, known: object) -> str:
    """A value as a person would type it."""
    if known is None:
        return ""
    if isinstance(known, list):
        return "\n".join(map(str, known))
    if isinstance(known, dict) and set(known) == {"number", "unit"}:
        unit = "" if known["unit"] == question.unit else f" {known['unit']}"
        return f"{known['number']}{unit}"
    return _day(str(known)) if question.type == "date" else str(known)


def _day(iso: str) -> str:
    try:
        return dates.written(date.fromisoformat(iso))
    except ValueError:
        return iso


def _unit(question: Question) -> str:
    if question.type == "count" and question.unit:
        from amends.values import plural

        return plural(question.unit)
    return ""


def _readings(typed: str) -> tuple[str, ...]:
    """The days that an ambiguous date can mean, in words; nothing for any other."""
    found = list(dates.find(typed[:200]))
    return tuple(map(dates.written, found[0].readings)) if len(found) == 1 and len(found[0].readings) > 1 else ()
