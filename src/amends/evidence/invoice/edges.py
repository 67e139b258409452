"""Where the columns of a table part: where the fewest words of its rows stand between two of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from amends.evidence.invoice.columns import Columns

_STEP = 1.0
_BLANK = 5.0


def set_edges(columns: Columns, spans: Sequence[tuple[float, float]]) -> None:
    """Part the columns where the fewest words of the rows of goods stand between two of them."""
    edges: list[float] = []
    ordered = sorted(spans)
    for one, other in zip(columns.columns, columns.columns[1:], strict=False):
        low, high = (one.left + one.right) / 2, (other.left + other.right) / 2
        edges.append(_river(ordered, low, high, one.right, other.left))
    columns.edges = edges
    filled = {columns.at((left + right) / 2) for left, right in ordered}
    if len(filled) < len(columns.columns):
        blocks = _blocks(ordered)
        if len(blocks) == len(columns.columns):
            # As many columns of values as of words over them, though values stand beside their words.
            columns.edges = [(one[1] + other[0]) / 2 for one, other in pairwise(blocks)]
    columns.rows.clear()


def _blocks(ordered: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Where words stand across the page, what no blank parts as one."""
    blocks: list[tuple[float, float]] = []
    for left, right in ordered:
        if blocks and left - blocks[-1][1] <= _BLANK:
            blocks[-1] = (blocks[-1][0], max(blocks[-1][1], right))
        else:
            blocks.append((left, right))
    return blocks


def _river(spans: Sequence[tuple[float, float]], low: float, high: float, near: float, far: float) -> float:
    """The middle of the widest stretch between two places that the fewest spans cross.

    A stretch that goes on between the words above the columns (from `near` to `far`) comes before all others.
    """
    steps = max(int((high - low) / _STEP), 1)
    crossed = [0] * (steps + 2)
    for left, right in spans:
        if right <= low or left >= high:
            continue
        start = max(int((left - low) / _STEP), 0)
        end = min(int((right - low) / _STEP) + 1, steps + 1)
        crossed[start] += 1
        crossed[end] -= 1
    counts = list(accumulate(crossed[: steps + 1]))
    least, most = min(counts), max(counts)
    best: tuple[float, float, float] | None = None
    # A row or two may reach over the gap of all others ("5 Kabel USB-C" read as one); many do not.
    for level in sorted({least, least + most // 4}):
        found = max(_runs(counts, level, low, near, far), default=None)
        if best is None or (found is not None and found[0] > 0 >= best[0]):
            best = found or best
        if best is not None and best[0] > 0:
            break
    return best[2] if best is not None else (near + far) / 2


def _runs(
    counts: Sequence[int], level: int, low: float, near: float, far: float
) -> Iterator[tuple[float, float, float]]:
    """The stretches that no more than `level` spans cross: how much lies between the words above, width, middle."""
    start: int | None = None
    for at, count in enumerate([*counts, level + 1]):
        if count <= level:
            start = at if start is None else start
        elif start is not None:
            left, right = low + start * _STEP, low + at * _STEP
            yield max(min(right, far) - max(left, near), 0.0), right - left, (left + right) / 2
            start = None
