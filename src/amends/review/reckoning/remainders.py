"""What is left of a count, told elsewhere: "the other four" of fourteen when eleven were named, "the 178 buyers who
kept it" of 220 when 33 sent it back, "the remaining 75 drills" of 200 when 143 were sold.

A remainder is doubted only where the letter tells the whole and the part of the same things, and where no two of its
numbers leave just that. What one point tells from whole to rest is reckoned in `sums.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from amends.model import Span
from amends.review.reckoning.contradiction import Again
from amends.review.reckoning.counted import Count, counted
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

_OTHER = frozenset("other others remaining rest".split())
_LEFT = frozenset("missing absent left leftover remaining unused unsold undelivered now".split())
_KEPT = frozenset("kept keep unsold unreturned remained remain left untouched unanswered".split())
_NOT, _WHO = frozenset(("not", "never")), frozenset(("who", "that", "which"))
_OF = frozenset(("of", "from", "out", "in", "among"))
_THEM = frozenset((("of", "them"), ("of", "these"), ("of", "those"), ("of", "which")))
_GONE = frozenset("used sold sent shipped given handed distributed delivered inserted gone consumed packed".split())
_BOOKED = frozenset("booked counted found received scanned there".split())
_MOST, _FEW, _REACH = 12, 8, 7
_SLACK, _NEAR, _CLOSE = 2, 0.1, 0.35


class _Parted(NamedTuple):
    """A whole of things, the part of it that is told, and where."""

    whole: float
    part: float
    noun: str
    where: Statement

    @property
    def rest(self) -> float:
        return self.whole - self.part


def remainders(draft: Draft) -> Iterator[Again]:
    """Numbers of what is left that do not fit the whole and the part."""
    parted: list[_Parted] = []
    told: list[Count] = []
    values: set[float] = set()
    gaps: set[float] = set()
    named: set[tuple[str, float]] = set()
    for count in counted(draft):
        words, at = count.statement.words, count.figure.word
        if told and told[-1].statement is count.statement:
            yield from _beyond_all(draft, told[-1], count, values, gaps, named)
        if count.noun and count.value not in values and _leaves(words, at):
            yield from _unfit(draft, count, [one for one in parted if one.noun == count.noun])
        elif (
            at > 1
            and words[at - 1] in _OTHER
            and words[at - 2] in ("the", "all")
            and not count.noun
            and count.value > 1
        ):
            yield from _bare(draft, count, [one for one in told[-_FEW:] if one.statement.item is count.statement.item])
        pair = _pair(told, count)
        if pair is not None and len(parted) < _MOST:
            parted.append(pair)
        if told and told[-1].statement is count.statement:
            gaps.add(abs(told[-1].value - count.value))
        if told and told[-1].statement is not count.statement:
            named.update((one.noun, one.value) for one in told[-_FEW:] if one.noun)
        told.append(count)
        values.add(count.value)


def _pair(told: list[Count], count: Count) -> _Parted | None:
    """The whole and the part that a count completes: "3,000 cards, 2,140 used", "221 of 250 parcels"."""
    words, at = count.statement.words, count.figure.word
    before = told[-1] if told else None
    if before is not None and before.statement is count.statement:
        between = words[before.figure.word + 1 : at]
        if before.value > count.value and before.noun and _spent(words, at):
            return _Parted(before.value, count.value, before.noun, count.statement)
        if before.value < count.value and 1 <= len(between) <= 3 and not _OF.isdisjoint(between) and count.noun:
            return _Parted(count.value, before.value, count.noun, count.statement)
    if words[at + 1 : at + 3] in _THEM:
        whole = next((one for one in reversed(told[-_FEW:]) if one.noun and one.value > count.value), None)
        if whole is not None and whole.statement.item is count.statement.item:
            return _Parted(whole.value, count.value, whole.noun, count.statement)
    return None


def _spent(words: tuple[str, ...], at: int) -> bool:
    """Whether the number of what is gone stands here, with nothing counted behind it: "3,000 cards, 2,140 used"."""
    behind = words[at + 1 : at + 3]
    return behind != () and (behind[0] in _GONE or (behind[0] in ("were", "was") and behind[-1] in _BOOKED))


def _leaves(words: tuple[str, ...], at: int) -> bool:
    """Whether a number tells what is left: "the 178 buyers who kept it", "the 12 jars not sold"."""
    behind = words[at + 2 : at + _REACH]
    if (at and words[at - 1] in _LEFT) or not _KEPT.isdisjoint(behind):
        return True
    return not _NOT.isdisjoint(behind[:4]) and not _WHO.isdisjoint(behind[:2])


def _unfit(draft: Draft, count: Count, parted: list[_Parted]) -> Iterator[Again]:
    if any(one.rest == count.value for one in parted):
        return
    sure = count.figure.word > 0 and count.statement.words[count.figure.word - 1] in _LEFT
    for one in parted:
        slack = max(_SLACK, one.rest * (_CLOSE if sure else _NEAR))
        if abs(one.rest - count.value) <= slack and one.where is not count.statement:
            yield _again(draft, count, one.rest, one.where)
            return


def _bare(draft: Draft, count: Count, known: list[Count]) -> Iterator[Again]:
    """ "The other four", with nothing behind it, of what the same point counts."""
    values = {one.value for one in known}
    left = {abs(one - two) for one, two in combinations(values, 2)}
    near = [value for value in left if 0 < abs(value - count.value) <= _SLACK]
    if near and count.value not in left | values:
        yield _again(draft, count, near[0], known[0].statement)


def _beyond_all(
    draft: Draft, whole: Count, rest: Count, told: set[float], gaps: set[float], named: set[tuple[str, float]]
) -> Iterator[Again]:
    """ "All 29 buyers have their numbers, the remaining 9 …", where the letter tells of 29 in all and never of 38."""
    words, at = whole.statement.words, whole.figure.word
    if words[rest.figure.word - 1] not in _OTHER or not 1 < rest.value < whole.value:
        return
    # What begins a sentence with the number told above is all of them as well.
    everything = words[max(0, at - 1)] == "all" or (at == 0 and (whole.noun, whole.value) in named)
    together = whole.value + rest.value
    if everything and (whole.value in told or whole.value in gaps) and together not in told and together not in gaps:
        start, end = whole.figure.start, rest.figure.end
        message = f"All {whole.value:g} here, and {rest.value:g} more that remain. Count once more."
        yield Again(Span(start, end, draft.text[start:end]), "", message)


def _again(draft: Draft, count: Count, left: float, where: Statement) -> Again:
    said = draft.text[count.figure.start : count.figure.end]
    message = f"{said} here, and the numbers before leave {left:g}. Count once more and write one number."
    return Again(Span(count.figure.start, count.figure.end, said), where.text, message)
