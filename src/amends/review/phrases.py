"""Word lists as rules: each `phrases/<name>.yaml` becomes a rule of the same kind as those written in Python.

All lists are searched for in one pass over the letter. Keys of a file: code, name, level, confidence, since,
source, title, help, find (patterns, see `words.py`), unless (patterns that excuse the statement), parts (where to
look; everywhere when left out), yields-to (codes beside which this one keeps silent), message (with {quote}), becomes
(a safe replacement; leave out when there is none), party (who is blamed: also where no pattern says so, see
`blame.py`), bad, good.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, cast

from amends.review.rule import Hit, Rule, short
from amends.review.words import Lexicon

if TYPE_CHECKING:
    from amends.model import Confidence, Severity
    from amends.review.document import Draft
    from amends.review.pieces import Statement

_Hits = list[tuple["Statement", int, int]]
_Found = dict[str, _Hits]


def phrase_rules(lists: Sequence[Mapping[str, object]]) -> tuple[Rule, ...]:
    """The rules that word lists make."""
    together = Lexicon(
        tagged=[(pattern, str(entry["code"])) for entry in lists for pattern in cast("list[str]", entry["find"])]
    )

    def search(draft: Draft) -> _Found:
        if "phrases" not in draft.memo:
            found: _Found = {}
            for statement in draft.statements:
                for first, last, code in together.matches(statement.words):
                    found.setdefault(code, []).append((statement, first, last))
            draft.memo["phrases"] = found
        return cast("_Found", draft.memo["phrases"])

    return tuple(_rule(entry, search) for entry in lists)


def _rule(entry: Mapping[str, object], search: Callable[[Draft], _Found]) -> Rule:
    code = str(entry["code"])
    message = str(entry["message"])
    becomes = entry.get("becomes")
    party = str(entry.get("party", ""))
    where = frozenset(cast("list[str]", entry.get("parts", ())))
    unless = Lexicon(*cast("list[str]", entry.get("unless", ())))
    if party:
        # Here and not at the first letter: the patterns that it looks for are gathered together with all others.
        from amends.review import blame

    def check(draft: Draft) -> Iterator[Hit]:
        found = search(draft).get(code, [])
        if not found and not party:
            return
        from amends.model import Fix, Span

        for statement, first, last in (*found, *(_blaming(draft, found, party, blame.blamed) if party else ())):
            if (where and draft.has_parts and statement.part not in where) or unless.found(statement.words):
                continue
            start, end = statement.between(first, last)
            quote = draft.text[start:end]
            fix = None
            if isinstance(becomes, str):
                start, end, text = _replaced(draft.text, start, end, becomes)
                fix = Fix(text)
            place = Span(start, end, draft.text[start:end])
            yield Hit(place, message.replace("{quote}", short(quote, 48)), fix=fix)

    return Rule(
        code,
        str(entry["name"]),
        level=cast("Severity", entry["level"]),
        confidence=cast("Confidence", entry.get("confidence", "high")),
        since=str(entry.get("since", "0.1.0")),
        source=str(entry["source"]),
        bad=tuple(cast("list[str]", entry["bad"])),
        good=tuple(cast("list[str]", entry["good"])),
        manual=f"{entry['title']}\n\n{entry['help']}",
        check=check,
        yields_to=tuple(cast("list[str]", entry.get("yields-to", ()))),
    )


def _blaming(
    draft: Draft,
    hits: _Hits,
    party: str,
    blamed: Callable[[Draft, Statement], Mapping[str, tuple[int, int]]],
) -> Iterator[tuple[Statement, int, int]]:
    """A hit for each statement that blames the party, beside those where a pattern says so."""
    spoken = {statement.start for statement, _, _ in hits}
    for statement in draft.statements:
        if statement.start not in spoken:
            place = blamed(draft, statement).get(party)
            if place is not None:
                yield statement, *place


def _replaced(text: str, start: int, end: int, becomes: str) -> tuple[int, int, str]:
    """The place and text of a replacement that keeps the capital at the head of a sentence and leaves no double
    space.
    """
    capital = text[start].isupper()
    if becomes:
        return start, end, becomes[0].upper() + becomes[1:] if capital else becomes
    while end < len(text) and text[end] in " ,":
        end += 1
    if capital and end < len(text) and text[end].islower():
        return start, end + 1, text[end].upper()
    return start, end, ""
