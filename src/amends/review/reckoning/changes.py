"""A change and its two ends: "from 800 to 650, a cut of one quarter", "halved from 3 to 1 %", "doubled from 6 to 9"."""

from __future__ import annotations

from itertools import combinations, pairwise

from amends.review.reckoning.account import Account, Entry, Wrong, shown
from amends.review.reckoning.counts import number_of
from amends.review.reckoning.rates import Rate, rate_said
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_UP = frozenset(
    "rise rose risen raise raised raising increase increased up more higher grew growth plus surcharge jump jumped "
    "climbed mark-up markup doubled tripled".split()
)
_DOWN = frozenset(
    "fall fell fallen drop dropped decrease decreased down lower lowered lowering reduce reduced reducing reduction "
    "cut cheaper discount less shrank sank shrink decline declined halved".split()
)
_TIMES = {"halved": 0.5, "doubled": 2.0, "tripled": 3.0}
_TIMED = frozenset(_TIMES)
_POINTS = frozenset(("point", "points"))
_HALF, _ROUGH = 0.51, 0.15


def changed(account: Account, rates: Sequence[Rate], amounts: Sequence[Entry]) -> Wrong | None:
    """A change that its two ends do not make."""
    words = account.words
    if _UP.isdisjoint(words) == _DOWN.isdisjoint(words):
        return None
    times = next((_TIMES[word] for word in words if word in _TIMES), None) if not _TIMED.isdisjoint(words) else None
    percents = [rate for rate in rates if not rate.fraction]
    shares = len(percents) > 1 and "from" in percents[0].before(3) and ("to" in percents[1].before(2) or bool(times))
    ends: Sequence[tuple[Entry | Rate, Entry | Rate]] = (
        [(percents[0], percents[1])]
        if shares
        else [(one, two) for one, two in combinations(amounts, 2) if one.unit == two.unit and _ends(one, two)]
    )
    if len(ends) != 1 or not ends[0][0].value or ends[0][0].value == ends[0][1].value:
        return None
    one, two = ends[0]
    if isinstance(two, Entry) and "been" in two.before(3):
        one, two = two, one
    told = [rate for rate in rates if rate is not one and rate is not two]
    points = [number for said, unit in pairwise(words) if unit in _POINTS and (number := number_of(said))]
    if shares and points and not told:
        right = abs(two.value - one.value)
        if abs(right - points[0]) < _HALF:
            return None
        return Wrong(
            one.start, two.end, f"From {shown(one.value)} to {shown(two.value)} are {right:g} points, not {points[0]}."
        )
    moved = 100 * abs(two.value - one.value) / one.value
    start, end = min(one.start, two.start), max(one.end, two.end)
    if times is not None and not told:
        if abs(two.value / one.value / times - 1) <= _ROUGH:
            return None
        said = next(word for word in words if word in _TIMES)
        return Wrong(start, end, f"From {shown(one.value)} to {shown(two.value)} is not {said}.")
    if len(told) != 1 or not told[0].free or "to" in told[0].before(2):
        return None
    rate = told[0]
    exact = shares and abs(abs(two.value - one.value) - rate.value) <= rate.slack
    if exact or abs(moved - rate.value) <= max(rate.slack, _HALF):
        return None
    message = (
        f"From {shown(one.value)} to {shown(two.value)} is a change of {moved:.4g} %, not {rate_said(account, rate)}."
    )
    return Wrong(min(start, rate.start), max(end, rate.end), message)


def _ends(one: Entry, two: Entry) -> bool:
    """Whether two figures are the ends of a change: "from 800 to 650", "to $30 from $20", "from 6 in May to 15"."""
    if one.statement is not two.statement:
        return False
    before, between = one.before(3), two.before(3)
    if before[-1:] == ("to",) and "been" in between:
        # "To $32.00; it had been $40.00".
        return True
    if {"before", "old", "former"}.intersection(before) and {"now", "after", "new"}.intersection(between):
        return True
    return ("from" in before and "to" in between) or (
        len(two.before()) <= 3 and between[-1:] == ("to",) and "from" in one.words[: one.word]
    )
