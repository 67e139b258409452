"""The controls of a letter one by one: each thing that is checked or done on an occasion of its own.

A point of a list is one control. In a paragraph a new one begins with each sentence, or stretch between semicolons,
that says anew how often or upon what something is done; "she files the list" and "one break stops the lot" go on with
the one before.
"""

from __future__ import annotations

from amends.review.letter.pieces import Item
from amends.review.measures.points import measures
from amends.review.measures.roles import ROLES
from amends.typed import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement


class Control(NamedTuple):
    """Where a control stands, and its words without roles and names ("the packing lead", "Dana Ruiz")."""

    start: int
    end: int
    words: tuple[str, ...]


_OCCASION = frozenset(
    "every each daily weekly monthly quarterly hourly nightly yearly annually mondays tuesdays wednesdays thursdays "
    "fridays saturdays sundays monday tuesday wednesday thursday friday saturday sunday month quarter before once "
    "twice whenever per always arrival receipt only until without automatically weekday weekdays".split()
)
# What goes on with the control before: who did it, its limit, its record.
_GOES_ON = frozenset(
    "without only until he she it they this these that those both such if the one two three any a an above below "
    "under over more less four five six seven eight nine ten fewer otherwise else result results record records and "
    "or who which beyond older his her their at with no".split()
)
_ROLES = ROLES | frozenset("agent agents staff team hand hands responsible".split())
_ADDS = frozenset("also besides moreover additionally furthermore finally lastly secondly thirdly".split())
_DETERMINERS = frozenset("the a an at no".split())
_SHORTEST = 4


def controls(draft: Draft) -> list[Control]:
    """The controls of all measures in order."""
    if "controls" not in draft.memo:
        draft.memo["controls"] = [one for item in _paragraphs(draft) for one in _of(item)]
    return cast("list[Control]", draft.memo["controls"])


def _paragraphs(draft: Draft) -> list[Item]:
    """The measures, those of one paragraph together again."""
    found: list[Item] = []
    for item in measures(draft):
        last = found[-1] if found else None
        if last is not None and item.kind == last.kind == "paragraph" and "\n" not in draft.text[last.end : item.start]:
            found[-1] = Item(item.kind, last.start, item.end)
            found[-1].statements = [*last.statements, *item.statements]
        else:
            found.append(item)
    return found


def _of(item: Item) -> Iterator[Control]:
    if item.kind != "paragraph":
        words = tuple([word for statement in item.statements for word in plain(statement)])
        yield Control(item.start, item.end, words)
        return
    current: Control | None = None
    for statement in item.statements:
        for first, last in _stretches(statement):
            words = plain(statement, first, last)
            start, end = statement.between(first, last)
            if current is None:
                current = Control(start, end, words)
            elif _begins(statement.words[first:last], whole=not first):
                yield current
                current = Control(start, end, words)
            else:
                current = Control(current.start, end, current.words + words)
    if current is not None:
        yield current


def _stretches(statement: Statement) -> Iterator[tuple[int, int]]:
    """The words between semicolons, as first and last."""
    first, count = 0, len(statement.words)
    if ";" in statement.text:
        for at in range(1, count):
            between = statement.text[statement.at[at - 1][1] - statement.start : statement.at[at][0] - statement.start]
            if ";" in between and at - first >= _SHORTEST:
                yield first, at
                first = at
    yield first, count


def _begins(words: tuple[str, ...], *, whole: bool) -> bool:
    """Whether a stretch, or a sentence as a `whole`, says anew upon what something is done, or adds something."""
    if whole and words[0] in _ADDS and len(words) > _SHORTEST:
        return True
    if len(words) < _SHORTEST or (_OCCASION.isdisjoint(words) and (not whole or _ROLES.isdisjoint(words))):
        return False
    if words[0] in ("he", "she", "it", "they") and whole:
        # "Each month she repeats this" begins with its occasion; "she signs each sheet" goes on.
        return False
    return words[0] not in _GOES_ON or (words[0] in _DETERMINERS and (whole or not _ROLES.isdisjoint(words)))


def plain(statement: Statement, first: int = 0, last: int | None = None) -> tuple[str, ...]:
    """The words of a sentence without roles and what stands before them, and without names."""
    words, text, start = statement.words, statement.text, statement.start
    roles = [at for at, word in enumerate(words) if word in _ROLES]
    left_out = {*roles, *[at - 1 for at in roles]}
    # Words are in small letters: only a capital can differ.
    capitals = [at for at, (word, place) in enumerate(zip(words, statement.at)) if text[place[0] - start] != word[0]]  # noqa: B905
    left_out.update([at for at in capitals if at and not text[statement.at[at][0] - start + 1].isupper()])
    end = len(words) if last is None else last
    return tuple([words[at] for at in range(first, end) if at not in left_out])
