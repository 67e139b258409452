"""What differs between two versions of a plan, by words, in the way a person reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amends.plan.alignment import aligned
from amends.plan.merge import pieces
from amends.typed import Literal, NamedTuple

_WORD = re.compile(r"\s+|[\w'’-]+|[^\w\s]")
_LEAST = 0.35  # of the words of two sentences: below that they are shown as one taken out and one put in


class Change(NamedTuple):
    """A stretch that is the same in both, was taken out, or was put in."""

    kind: Literal["same", "out", "in"]
    text: str


def difference(before: str, after: str) -> tuple[Change, ...]:
    """The way from one text to the other; without what is put in it is `before`, without what is taken out `after`."""
    one, other = pieces(before), pieces(after)
    pairs = aligned([piece.text for piece in one], [piece.text for piece in other])
    made: list[Change] = []
    first = start = 0
    for here, there in (*pairs, (len(one), len(other))):
        was, now = ("".join(p.text for p in part) for part in (one[first:here], other[start:there]))
        for change in _by_words(was, now):
            _add(made, change)
        if here < len(one):
            _add(made, Change("same", one[here].text))
        first, start = here + 1, there + 1
    return tuple(made)


def _by_words(was: str, now: str) -> Iterator[Change]:
    if not was or not now:
        yield from (Change("out", was), Change("in", now))
        return
    one, other = _WORD.findall(was), _WORD.findall(now)
    pairs = aligned(one, other)
    shared = sum(1 for at, _ in pairs if one[at][0].isalnum())
    if shared < _LEAST * max(1, min(_words(one), _words(other))):
        yield from (Change("out", was), Change("in", now))
        return
    first = start = 0
    for here, there in (*pairs, (len(one), len(other))):
        yield Change("out", "".join(one[first:here]))
        yield Change("in", "".join(other[start:there]))
        if here < len(one):
            yield Change("same", one[here])
        first, start = here + 1, there + 1


def _words(found: list[str]) -> int:
    return sum(1 for word in found if word[0].isalnum())


def _add(made: list[Change], change: Change) -> None:
    if not change.text:
        return
    if made and made[-1].kind == change.kind:
        made[-1] = Change(change.kind, made[-1].text + change.text)
    else:
        made.append(change)
