"""Where a fact comes from, in plain words: who said it and when, or where it stands."""

from __future__ import annotations

from amends.dates import written
from amends.model import Case, Fact
from amends.text import one_line
from amends.typed import NamedTuple

_LONGEST = 300


class Where(NamedTuple):
    """Where a fact comes from, and the words there that say it ("" when it is a person who said it)."""

    words: str
    quote: str = ""


def from_where(fact: Fact, case: Case) -> Where:
    """The source of a fact of a case."""
    source = fact.source
    if source.kind == "statement":
        on = f" on {written(source.on)}" if source.on is not None else ""
        who = one_line(source.ref, 60)
        return Where(f"Said by {who}{on}")
    quote = one_line(source.span.quote, _LONGEST) if source.span is not None else ""
    if source.kind == "notice":
        return Where("From the notice" if quote else "From the head of the notice", quote)
    exhibit = next((e for e in (*case.exhibits, *case.held) if e.name == source.ref), None)
    place = f"Exhibit {exhibit.label}" if exhibit is not None else one_line(source.ref, 80)
    page = f", page {source.page}" if source.page is not None else ""
    return Where(f"From {place}{page}", quote)
