"""GR19: a person with another role than in the case."""

import re
from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.grounding.grounds import grounds
from amends.review.rule import Example, Hit, rule, short

_BEHIND = re.compile(r"\s*(?:\(([^()\n]{3,40})\)|,\s+((?:our|the)\s+[a-z][a-z -]{2,30}?)\s*(?=[,.;]|$))")
_BEFORE = re.compile(r"\b(?:our|the)\s+((?:[a-z-]+\s+){1,3})$")
_ROLES = frozenset(
    "owner founder director president manager lead head chief officer ceo coo cfo accountant bookkeeper purchaser buyer "
    "assistant supervisor clerk agent lawyer attorney consultant packer partner co-owner operator specialist "
    "coordinator employee secretary administrator".split()
)


@rule(
    "GR19",
    "person-in-another-role",
    level="warning",
    confidence="medium",
    source="Every measure names who carries it out; a person with two roles reads like an invented one",
    bad=(
        Example("Preventive measures: Dana Ruiz (warehouse lead) compares each invoice of B0C1234567.", case="plan"),
        Example("Preventive measures: our bookkeeper Dana Ruiz compares each invoice of B0C1234567.", case="plan"),
    ),
    good=(
        Example("Preventive measures: Dana Ruiz (operations lead) compares each invoice of B0C1234567.", case="plan"),
        Example("Preventive measures: Dana Ruiz (Exhibit A) compares each invoice of B0C1234567.", case="plan"),
    ),
)
def person_in_another_role(draft: Draft) -> Iterator[Hit]:
    """A person with another role than in the case.

    The case says what this person does in your business, and the letter says something else. Give each person one
    role, the same in every letter and on every document.
    """
    case = draft.case
    if case is None or grounds(draft) is None:
        return
    from amends.model import Person
    from amends.review.grounding.citing import fact_related, source_in_words

    roles: dict[str, set[str]] = {}
    for fact in case.facts.values():
        if isinstance(fact.value, Person) and fact.value.name and fact.value.role:
            roles.setdefault(fact.value.name.casefold(), set()).add(fact.value.role.casefold())
    for fact in case.facts.values():
        person = fact.value
        if not isinstance(person, Person) or person.name.casefold() not in roles:
            continue
        known = roles.pop(person.name.casefold())
        for start, end in _named(draft, person.name):
            span = _role(draft, start, end)
            if span is None or any(_same(span.quote, role) for role in known) or _other_capacity(draft, span):
                continue
            said = f"the case says {short(person.role, 40)} ({source_in_words(fact.source)})"
            message = f"{short(person.name, 40)} is “{short(span.quote, 40)}” here; {said}. Give one role."
            yield Hit(span, message, (fact_related(draft, fact),))


def _named(draft: Draft, name: str) -> Iterator[tuple[int, int]]:
    at = draft.text.find(name)
    while at >= 0:
        if draft.statement_at(at) is not None:
            yield at, at + len(name)
        at = draft.text.find(name, at + len(name))


def _role(draft: Draft, start: int, end: int) -> Span | None:
    """The role that stands behind or before a name, where the words are those of a role."""
    behind = _BEHIND.match(draft.text, end)
    if behind is not None:
        group = 1 if behind.group(1) else 2
        quote = behind.group(group)
        if not _ROLES.isdisjoint(quote.casefold().split()):
            return Span(behind.start(group), behind.end(group), quote)
    before = _BEFORE.search(draft.text[max(0, start - 60) : start])
    if before is not None and not _ROLES.isdisjoint(before.group(1).split()):
        first = max(0, start - 60) + before.start(1)
        return Span(first, first + len(before.group(1).rstrip()), before.group(1).rstrip())
    return None


def _same(said: str, role: str) -> bool:
    """Whether two roles may be one: the words of one are among those of the other."""
    one = {word for word in re.findall(r"[\w-]+", said.casefold()) if word not in ("our", "the")}
    two = set(re.findall(r"[\w-]+", role))
    return one <= two or two <= one


def _other_capacity(draft: Draft, span: Span) -> bool:
    """Whether the words tell a former role: "(manager until May 2026)"."""
    return bool(draft.dates_in(span)) or any(word in span.quote for word in ("until", "former", "then", "since"))
