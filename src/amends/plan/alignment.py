"""Which pieces of one sequence are those of another: the ground of merging and of showing differences.

Pieces that occur once on each side are held together first, in the longest order that both share, then what lies
between them; so a sentence that moved a paragraph along is not taken for its neighbour. Time is near linear in the
pieces, whatever they are: where nothing is unique a stretch is only searched while it is short.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence

_DEEPEST = 24
_SHORT = 40_000  # pieces of one side times pieces of the other


def aligned(one: Sequence[Hashable], other: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Pairs of places with the same piece, both sides rising."""
    found: list[tuple[int, int]] = []
    waiting = [(0, len(one), 0, len(other), 0)]
    while waiting:
        first, last, start, end, depth = waiting.pop()
        while first < last and start < end and one[first] == other[start]:
            found.append((first, start))
            first, start = first + 1, start + 1
        while first < last and start < end and one[last - 1] == other[end - 1]:
            last, end = last - 1, end - 1
            found.append((last, end))
        if first == last or start == end:
            continue
        held = _unique(one, other, first, last, start, end) if depth < _DEEPEST else []
        if held:
            found += held
            before = (first - 1, start - 1)
            for here in (*held, (last, end)):
                waiting.append((before[0] + 1, here[0], before[1] + 1, here[1], depth + 1))
                before = here
        elif (last - first) * (end - start) <= _SHORT:
            found += _searched(one, other, first, last, start, end)
    return sorted(found)


def _unique(
    one: Sequence[Hashable], other: Sequence[Hashable], first: int, last: int, start: int, end: int
) -> list[tuple[int, int]]:
    """Pieces that both stretches have once, in the longest order that they share."""
    here, there = Counter(one[first:last]), Counter(other[start:end])
    places = {other[at]: at for at in range(start, end) if there[other[at]] == 1}
    pairs = [(at, places[one[at]]) for at in range(first, last) if here[one[at]] == 1 and one[at] in places]
    # The longest rising run: of all runs of a length the one that ends lowest is kept.
    ends: list[int] = []
    tops: list[int] = []
    before = [-1] * len(pairs)
    for at, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        before[at] = tops[length - 1] if length else -1
        ends[length : length + 1] = [place]
        tops[length : length + 1] = [at]
    run: list[tuple[int, int]] = []
    at = tops[-1] if tops else -1
    while at >= 0:
        run.append(pairs[at])
        at = before[at]
    return run[::-1]


def _searched(
    one: Sequence[Hashable], other: Sequence[Hashable], first: int, last: int, start: int, end: int
) -> list[tuple[int, int]]:
    from difflib import SequenceMatcher

    blocks = SequenceMatcher(None, one[first:last], other[start:end], autojunk=False).get_matching_blocks()
    return [(first + a + at, start + b + at) for a, b, size in blocks for at in range(size)]
