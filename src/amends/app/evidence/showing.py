"""Verbs on what a document shows: which causes, actions, measures and demands of the case it stands behind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from amends import needed, values
from amends.app import knowledge
from amends.app.answers import answered_by
from amends.app.cases import Opened, save_case
from amends.errors import Unknown
from amends.model import Case, Exhibit, Fact, Source
from amends.text import one_line
from amends.typed import NamedTuple

WHOLE = "case"
"""Stands for the case as a whole: what the answer says before it comes to causes and actions."""

_DOCUMENT = needed.document_key("")
_GROUPS = {"causes": "Why it happened", "actions": "What you did", "measures": "What you do from now on"}
_ASKS = "What Amazon asks for"
_REST = "Something else"
_WHOLE = "What you say of the case as a whole"
_TOLD = ("date", "period", "asin", "asins", "person", "party")
_MOST_TOLD = 2
_LONGEST = 90


class Choice(NamedTuple):
    """Something that a document may show. `title` is in words, `about` what the case says of it; `on`: it does.

    `fixed`: it does by what it is, whatever a person says.
    """

    id: str
    title: str
    about: str
    on: bool
    fixed: bool = False


class Group(NamedTuple):
    """Choices of one kind, under a title in words."""

    title: str
    choices: tuple[Choice, ...]


def choices(opened: Opened, label: str) -> tuple[Group, ...]:
    """What a document of the case may show, by the case's own causes, actions, measures and the notice's demands."""
    case, exhibit = opened.case, _exhibit(opened.case, label)
    known, named = knowledge(), _named()
    found: list[Group] = []
    for key, title in _GROUPS.items():
        made = []
        for item in getattr(case, key):
            id, _, again = item.partition("#")
            words = named.get(id, id)
            numbered = f"{words} ({again})" if again else words
            made.append(Choice(item, numbered, _about(case, item), item in exhibit.supports))
        found.append(Group(title, tuple(made)))
    asks = []
    for wanted in needed.documents(case, known):
        if wanted.ask not in known.asks:
            continue
        fixed = exhibit.kind in (wanted.kind, *wanted.also)
        on = fixed or exhibit in wanted.exhibits
        asked = known.asks[wanted.ask].title
        title = known.documents[wanted.kind].title if wanted.kind in known.documents else asked
        about = "" if asked == title else asked
        asks.append(Choice(_DOCUMENT + wanted.kind, title, about, on, fixed))
    found.append(Group(_ASKS, tuple(asks)))
    found.append(Group(_REST, (Choice(WHOLE, _WHOLE, "", WHOLE in exhibit.supports),)))
    return tuple(group for group in found if group.choices)


def titles(case: Case, exhibit: Exhibit) -> tuple[str, ...]:
    """What a document shows, in words, in the order in which the case tells it."""
    named, listed = _named(), (*case.causes, *case.actions, *case.measures, WHOLE)
    return tuple(dict.fromkeys(named.get(item.partition("#")[0], item) for item in listed if item in exhibit.supports))


def _named() -> dict[str, str]:
    """What items are called."""
    known = knowledge()
    return {
        WHOLE: _WHOLE,
        **{id: cause.title for id, cause in known.causes.items()},
        **{id: action.title for id, action in known.actions.items()},
        **{id: measure.title for id, measure in known.measures.items()},
    }


def show(opened: Opened, label: str, items: Iterable[str], by: str, now: datetime) -> Opened:
    """Write down that a document shows these choices and no others of those that it was offered.

    Raises `Unknown` for a label or a choice that there is not (any more).
    """
    exhibit, case = _exhibit(opened.case, label), opened.case
    offered = {choice.id: choice for group in choices(opened, label) for choice in group.choices}
    wanted = tuple(dict.fromkeys(items))
    gone = [one_line(item, 60) for item in wanted if item not in offered]
    if gone:
        raise Unknown(f"The case does not tell of {', '.join(gone)} any more. Look again, then choose once more.")
    who = one_line(by.strip(), 120) or answered_by(opened)
    facts = dict(case.facts)
    for id, choice in offered.items():
        if choice.fixed:
            continue
        key = id if id.startswith(_DOCUMENT) else f"{id}.proof"
        _set(facts, key, exhibit.name, id in wanted, who, now.date(), id.startswith(_DOCUMENT))
    told = [item for item in wanted if not item.startswith(_DOCUMENT)]
    kept = [item for item in exhibit.supports if item in told or item not in offered]
    after = replace(exhibit, supports=tuple(dict.fromkeys((*kept, *told))))
    exhibits = tuple(after if each is exhibit else each for each in case.exhibits)
    made = replace(case, exhibits=exhibits, facts=facts)
    return save_case(opened, made, f"said what exhibit {exhibit.label} shows", now)


def _set(facts: dict[str, Fact], key: str, name: str, on: bool, by: str, day: date, make: bool) -> None:
    """Put a file among those that a fact names, or take it out; a fact that then names none is dropped.

    That no file proves it is not true any more once one does. `make`: where no such fact is, one is made.
    """
    fact = facts.get(key)
    named = fact.value if fact is not None and isinstance(fact.value, tuple) else ()
    if (name in named) == on and not (on and fact is not None and fact.value is None):
        return
    after = (*named, name) if on else tuple(each for each in named if each != name)
    if after and (make or named):
        facts[key] = Fact(key, "exhibits", after, Source("statement", by, on=day))
    else:
        facts.pop(key, None)


def _about(case: Case, item: str) -> str:
    """What the case says of an item, short: a day, a product, a name."""
    told = [
        values.say(fact.value)
        for key, fact in case.facts.items()
        if key.startswith(f"{item}.") and fact.value is not None and fact.type in _TOLD
    ]
    return one_line(", ".join(told[:_MOST_TOLD]), _LONGEST)


def _exhibit(case: Case, label: str) -> Exhibit:
    found = next((each for each in case.exhibits if each.label == label.upper()), None)
    if found is None:
        raise Unknown(f"No document that is sent is called {one_line(label, 20)}.")
    return found
