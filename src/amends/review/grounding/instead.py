"""For what the case does not know: what it says in its place, as words for the message and as the related place."""

from __future__ import annotations

from collections.abc import Iterator

from amends.model import Exhibit, Notice, Party, Person, Related
from amends.review.grounding import said
from amends.review.grounding.citing import (
    exhibit_related,
    fact_related,
    instead,
    pieces_of,
    source_in_words,
    words_around,
)
from amends.review.grounding.grounds import grounds
from amends.review.grounding.nearest import nearest
from amends.review.grounding.retold import difference_at
from amends.review.language.near import Near
from amends.review.rule import short
from amends.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from amends.model import Fact, Span
    from amends.review.document import Draft

Instead = tuple[str, tuple[Related, ...]]
_FULL_NAME, _LONG = 2, 3
_COMPANY = frozenset("llc ltd limited inc corp corporation co company gmbh ag kg ab bv nv sa srl spa oy plc".split())
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
        return _number(draft, span) if kind == said.NUMBER else _NONE
    fact, value = near
    return f"; the case says {short(value, 50)} ({source_in_words(fact.source)})", (fact_related(draft, fact),)


def _identifier(draft: Draft, span: Span) -> Instead:
    """The identifier of the case that this one is a slip of, with the place where it stands."""
    if "near identifiers" not in draft.background:
        places = dict(_identifiers(draft))
        draft.background["near identifiers"] = Near(places), places
    near, places = cast("tuple[Near, dict[str, Fact | Notice | Exhibit]]", draft.background["near identifiers"])
    value = near.of(span.quote.upper())
    if not value:
        return _NONE
    place = places[value]
    if isinstance(place, Notice):
        at = max(0, place.text.upper().find(value))
        line = words_around(place.text, at, at + len(value))
        return f"; the notice has {value}", (Related(place.file, line, "Notice"),)
    if isinstance(place, Exhibit):
        return f"; exhibit {place.label} has {value}", (exhibit_related(place),)
    related = fact_related(draft, place)._replace(quote=value)
    return f"; the case says {value} ({source_in_words(place.source)})", (related,)


def _identifiers(draft: Draft) -> Iterator[tuple[str, Fact | Notice | Exhibit]]:
    """The identifiers of the case with where they stand; the notice comes last, since it counts most."""
    case = draft.case
    if case is None:
        return
    for exhibit in case.exhibits:
        yield from ((asin.upper(), exhibit) for asin in exhibit.asins)
    for fact in case.facts.values():
        value = fact.value
        if isinstance(value, tuple):
            yield from ((entry.upper(), fact) for entry in value)
        elif isinstance(value, str) and fact.type == "id":
            yield value.upper(), fact
    for notice in case.notices:
        yield from ((found.value.upper(), notice) for found in notice.identifiers if not found.masked)


def _name(draft: Draft, span: Span) -> Instead | None:
    """The name of the case that is misspelt here, or that of the company or person whom the sentence is about."""
    known, case = grounds(draft), draft.case
    if known is None or case is None:
        return None
    words = [word.strip(".,'’").casefold() for word in span.quote.split()]
    if any(known.near_name(word) for word in words):
        wanted = {known.near_name(word) or word for word in words}
        here = [name for name in known.full_names if wanted & known.names <= _words_of(name)]
        same = [name for name in here if _words_of(name) == wanted] or here
        if len(same) == 1:
            return _said(draft, next(fact for fact in case.facts.values() if _name_of(fact) == same[0]))
        near = next(known.near_name(word) for word in words if known.near_name(word))
        return f"; the case writes “{short(near.capitalize(), 40)}”", ()
    if len(words) < _FULL_NAME:
        return None
    if "&" in words or not _COMPANY.isdisjoint(words):
        parties = {fact.value.name: fact for fact in case.facts.values() if isinstance(fact.value, Party)}
        return _said(draft, next(iter(parties.values()))) if len(parties) == 1 else None
    found = nearest(draft, span.start, said.NAME)
    return _said(draft, found[0]) if found is not None else None


def _words_of(name: str) -> set[str]:
    return {word.strip(".,'’").casefold() for word in name.split()}


def _number(draft: Draft, span: Span) -> Instead:
    """The number of three digits at least, of any fact, that this one is a slip of."""
    if draft.case is None:
        return _NONE
    if "near numbers" not in draft.background:
        facts = {
            piece.value: fact
            for fact in draft.case.facts.values()
            if fact.value is not None and not isinstance(fact.value, tuple)
            for piece in pieces_of(draft, fact)
            if piece.kind == said.NUMBER and len(piece.value) >= _LONG
        }
        draft.background["near numbers"] = Near(facts), facts
    near, facts = cast("tuple[Near, dict[str, Fact]]", draft.background["near numbers"])
    value = near.of(said.plain(span.quote))
    if not value:
        return _NONE
    fact = facts[value]
    return f"; the case says {value} ({source_in_words(fact.source)})", (fact_related(draft, fact),)


def _said(draft: Draft, fact: Fact) -> Instead:
    return f"; the case says {short(_name_of(fact), 50)} ({source_in_words(fact.source)})", (fact_related(draft, fact),)


def _name_of(fact: Fact) -> str:
    from amends.review.grounding.known import SELLER

    if isinstance(fact.value, Party | Person):
        return fact.value.name
    return fact.value if fact.key in SELLER and isinstance(fact.value, str) else ""
