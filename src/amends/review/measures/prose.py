"""Measures told in prose: where in a paragraph one ends and the next begins.

A measure begins with a sentence that names who does it and how often; what follows without both ("she signs the
sheet") belongs to it. So that a record named for one does not pass for the record of another.
"""

from __future__ import annotations

from amends.review.letter.pieces import Item
from amends.review.measures.owners import owner_in
from amends.review.measures.rhythms import RHYTHM
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

# "She files the list": the person of the sentence before, and so the same measure.
_SAME = frozenset("he she it they this these that both the i".split())
# "Files: a.pdf, b.pdf" at the end of a paragraph is the list of what comes with the letter.
_LISTED = frozenset("files file attached attachments enclosed enclosures documents".split())
_MOST = 40


def measures_in(draft: Draft, item: Item) -> Iterator[Item]:
    """The measures of a paragraph; a list point is one."""
    if item.kind != "paragraph" or not 2 <= len(item.statements) <= _MOST:
        yield item
        return
    groups: list[list[Statement]] = []
    for statement in item.statements:
        if statement.words[0] in _LISTED and draft.files_in(statement):
            continue
        begins = _begins(draft, statement)
        if not groups or (begins and any(_begins(draft, one) for one in groups[-1])):
            groups.append([])
        groups[-1].append(statement)
    if len(groups) < 2 and (not groups or len(groups[0]) == len(item.statements)):
        yield item
        return
    for group in groups:
        one = Item(item.kind, group[0].start, group[-1].end)
        one.part, one.lead = item.part, item.lead
        one.statements = group
        yield one


def head(draft: Draft, item: Item) -> Statement:
    """The sentence of a measure that says who does it and how often; else its first."""
    return next((one for one in item.statements if _begins(draft, one)), item.statements[0])


def _begins(draft: Draft, statement: Statement) -> bool:
    """Whether a sentence tells who does something and how often."""
    return (
        statement.words[0] not in _SAME
        and RHYTHM.found(statement.words)
        and not any(clause.past and not clause.dependent for clause in statement.clauses)
        and owner_in(draft, statement)
    )
