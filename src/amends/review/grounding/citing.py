"""What the case says about something, in words: the fact, its value, and who said it when or where it stands."""

from __future__ import annotations

from amends.model import Related
from amends.review.grounding import said
from amends.review.grounding.grounds import grounds
from amends.review.rule import short
from amends.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from amends.model import Exhibit, Fact, Source
    from amends.review.document import Draft
    from amends.review.grounding.retold import Difference

_FILE = "case.yaml"
_WIDTH, _BEFORE, _BEHIND = 160, 50, 30


def value_of(fact: Fact) -> str:
    """The value of a fact as a plan would write it."""
    from amends import values

    if fact.value is None:
        return ""
    return values.say(fact.value, "full" if fact.type == "party" else "")


def fact_related(draft: Draft, fact: Fact) -> Related:
    """A fact as the other place of a finding: what it is about, its value or the quote of its source."""
    source = fact.source
    file = source.ref if source.kind in ("notice", "document") else _FILE
    quote = source.span.quote if source.span is not None and source.span.quote else value_of(fact)
    return Related(file, short(quote, _WIDTH), f"{key_in_words(draft, fact.key)} ({source_in_words(source)})")


def key_in_words(draft: Draft, key: str) -> str:
    """The key of a fact as a person would say it: "Stock stopped, units"."""
    entry, _, slot = key.partition(".")
    id = entry.split("#")[0]
    catalog = draft.catalog
    title = ""
    if catalog is not None:
        shelves = (catalog.actions, catalog.measures, catalog.causes, catalog.documents)
        title = next((shelf[id].title for shelf in shelves if id in shelf), "")
    words = f"{title or id.replace('-', ' ')}, {slot.replace('-', ' ').replace('.', ' ')}" if slot else id
    return short(words[:1].upper() + words[1:], 80)


def source_in_words(source: Source) -> str:
    """Who said it when, or where it stands."""
    from amends.dates import written

    if source.kind == "statement":
        when = f", {written(source.on)}" if source.on is not None else ""
        return short(source.ref, 40) + when
    page = f", page {source.page}" if source.page is not None else ""
    return short(source.ref, 60) + page


def exhibit_related(exhibit: Exhibit) -> Related:
    """An exhibit as the other place of a finding."""
    return Related(exhibit.name, "", f"Exhibit {exhibit.label}{_dated(exhibit.dated)}")


def words_around(text: str, start: int, end: int) -> str:
    """A place of a notice with the whole words before and behind it, for a quote."""
    first, last = max(0, start - _BEFORE), min(len(text), end + _BEHIND)
    first = 0 if first == 0 else min(start, text.find(" ", first, start) + 1 or start)
    last = last if last == len(text) else max(end, text.rfind(" ", end, last))
    return short(text[first:last], _WIDTH)


def _dated(day: date | None) -> str:
    from amends.dates import written

    return f", dated {written(day)}" if day is not None else ""


def holders(draft: Draft, keys: Sequence[str], kind: str, values: Sequence[str]) -> list[Fact]:
    """The facts, of those with these keys, that say all these values (in the form of `said.Said`)."""
    case, known = draft.case, grounds(draft)
    if case is None or known is None:
        return []
    found = []
    for key in keys:
        fact = case.facts.get(key)
        if fact is not None and fact.value is not None:
            there = {piece.value for piece in pieces_of(draft, fact) if piece.kind == kind}
            if there.issuperset(values):
                found.append(fact)
    return found


def pieces_of(draft: Draft, fact: Fact) -> list[said.Said]:
    """The value of a fact cut into what it says; both ends of a period are in it in full."""
    from amends.dates import written
    from amends.model import Period

    memo = f"pieces {fact.key}"
    if memo not in draft.background:
        known = grounds(draft)
        value = fact.value
        text = f"{written(value.start)} {written(value.end)}" if isinstance(value, Period) else value_of(fact)
        draft.background[memo] = said.cut(text, known.names if known is not None else frozenset())
    return cast("list[said.Said]", draft.background[memo])


def instead(draft: Draft, difference: Difference) -> tuple[str, tuple[Related, ...]]:
    """What the case says instead, for the message, and the fact or exhibit that says it."""
    case = draft.case
    sentence = difference.retold.sentence
    kind = said.WORD if difference.kind == "unit" else difference.kind
    facts = holders(draft, sentence.facts, kind, difference.values)
    quote = short(difference.instead, 50)
    if facts:
        return (
            f"the case says {quote} ({source_in_words(facts[0].source)})",
            (fact_related(draft, facts[0]),),
        )
    exhibits = [e for e in case.exhibits if e.label in sentence.exhibits] if case is not None else []
    for exhibit in exhibits:
        label = difference.kind == said.LABELLED and exhibit.label in difference.values
        named = difference.kind == said.FILE and exhibit.name.lower() in difference.values
        dated = difference.kind == said.DAY and exhibit.dated is not None
        if label or named or (dated and exhibit.dated is not None and exhibit.dated.isoformat() in difference.values):
            return f"the case says {quote} (exhibit {exhibit.label})", (exhibit_related(exhibit),)
    drafted = Related(_FILE, short(difference.retold.words, _WIDTH), "What the case says, as it was drafted")
    return f"the case says {quote}", (drafted,)
