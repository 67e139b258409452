"""For what the case does not know: what it says in its place, as words for the message and as the related place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from amends.model import Party, Person, Related
from amends.review import said
from amends.review.citing import fact_related, instead, source_in_words, value_of
from amends.review.near import Near
from amends.review.nearest import nearest
from amends.review.retold import difference_at
from amends.review.rule import short

if TYPE_CHECKING:
    from amends.model import Fact, Span
    from amends.review.document import Draft

Instead = tuple[str, tuple[Related, ...]]
_FULL_NAME = 2
_NONE: Instead = ("", ())


def of_the_case(draft: Draft, span: Span, kind: str) -> Instead:
    """What the case says instead of something that it does not know; nothing where several things could be meant."""
    difference = difference_at(draft, span.start, span.end)
    if difference is not None and difference.kind == kind:
        what, related = instead(draft, difference)
        return f"; {what}", related
    if kind == said.ID:
        return _identifier(draft, span)
    if kind == said.NAME:
        found = _name(draft, span)
        if found is not None:
            return found
        return _NONE
    near = nearest(draft, span.start, kind)
    if near is None:
        return _NONE
    fact, value = near
    return f"; the case says {short(value, 50)} ({source_in_words(fact.source)})", (fact_related(draft, fact),)


def _identifier(draft: Draft, span: Span) -> Instead:
    """The identifier of the case that this one is a slip of, with the place where it stands."""
    if "near identifiers" not in draft.memo:
        draft.memo["near identifiers"] = Near(value.upper() for value in _identifiers(draft))
    near = cast("Near", draft.memo["near identifiers"]).of(span.quote.upper())
    if not near or draft.case is None:
        return _NONE
    for notice in draft.case.notices:
        at = notice.text.upper().find(near)
        if at >= 0:
            line = notice.text[max(0, at - 40) : at + len(near) + 20]
            return f"; the notice has {near}", (Related(notice.file, short(line, 120), "Notice"),)
    for fact in draft.case.facts.values():
        if near in value_of(fact).upper():
            return f"; the case says {near} ({source_in_words(fact.source)})", (
                fact_related(draft, fact)._replace(quote=near),
            )
    return f"; the case has {near}", ()


def _identifiers(draft: Draft) -> Iterator[str]:
    case = draft.case
    if case is None:
        return
    for notice in case.notices:
        yield from (identifier.value for identifier in notice.identifiers if not identifier.masked)
    for exhibit in case.exhibits:
        yield from exhibit.asins
    for fact in case.facts.values():
        value = fact.value
        if isinstance(value, tuple):
            yield from value
        elif isinstance(value, str) and fact.type == "id":
            yield value


def _name(draft: Draft, span: Span) -> Instead | None:
    """The name of the case of which one word is misspelt here, or that of the person whom the sentence is about."""
    known, case = draft.grounds, draft.case
    if known is None or case is None:
        return None
    for word in span.quote.split():
        near = known.near_name(word.strip(".,'’").casefold())
        if near:
            facts = [fact for fact in case.facts.values() if near in _name_of(fact).casefold()]
            if len({_name_of(fact) for fact in facts}) == 1:
                return _said(draft, facts[0])
    if len(span.quote.split()) < _FULL_NAME:
        return None
    found = nearest(draft, span.start, said.NAME)
    return _said(draft, found[0]) if found is not None else None


def _said(draft: Draft, fact: Fact) -> Instead:
    return f"; the case says {short(_name_of(fact), 50)} ({source_in_words(fact.source)})", (fact_related(draft, fact),)


def _name_of(fact: Fact) -> str:
    from amends.review.grounds import SELLER

    if isinstance(fact.value, Party | Person):
        return fact.value.name
    return fact.value if fact.key in SELLER and isinstance(fact.value, str) else ""
