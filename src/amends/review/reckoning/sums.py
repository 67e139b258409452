"""A total and its parts, a whole and what is left of it: whether they come out.

Each reading below finds figures that belong together and says which of them the others should make; all are judged
alike. A sum is doubted only where words or marks say that there is one, where the figures nearly make it, and where no
other figures of the account give just what is told.
"""

from __future__ import annotations

from itertools import combinations, pairwise

from amends.review.reckoning.account import Account, Entry, Wrong
from amends.review.reckoning.claims import Claim, doubtful, others_of, plural, said, value_of
from amends.review.reckoning.counts import one_digit, singular
from amends.review.reckoning.figures import MONEY
from amends.review.reckoning.wholes import among, contraries, kinds, lists
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_AFTER = frozenset("after minus less without deducting subtracting".split())
_HELD = frozenset("said showed shows shown was were is are counted stood stands had has have held gives gave".split())
_OUT_OF = frozenset((("of",), ("of", "the"), ("of", "our"), ("of", "these"), ("out", "of"), ("out", "of", "the")))
_LOWERED = frozenset("discounted reduced lowered cut".split())
_OTHER = frozenset("other others remaining".split())
_GOODS = frozenset("unit order item piece parcel shipment package product pair".split())
_MOST, _FEW, _LARGE, _CLOSE = 8, 3, 100, 0.12


def sums(account: Account) -> Wrong | None:
    """A sum or a rest of the account that does not come out, by the first reading that speaks."""
    entries = account.entries
    entries = [entry for entry in entries if entry.words[entry.word] != "both"]
    if not 3 <= len(entries) <= _MOST:
        return None
    if account.overlaps:
        return None
    times = any(entry.each for entry in entries)
    for read in (_chain, _rests, _totals, lists, contraries, among, kinds, _slips):
        closest: dict[int, Claim] = {}
        for claim in read(account, entries, times):
            known = closest.get(claim.told.start)
            if known is None or claim.off < known.off:
                closest[claim.told.start] = claim
        for claim in closest.values():
            if doubtful(claim, entries, times):
                return said(claim)
    return None


def _chain(account: Account, entries: list[Entry], times: bool) -> Iterator[Claim]:
    """ "64.00 less 0.00 plus 6.90, i.e. 71.90"; "300 plus 450. Sold 690, leaving 160"; "12 + 9 + 8 = 30"."""
    signs = [_sign(account, entry) for entry in entries]
    first = next((at for at, sign in enumerate(signs) if sign), 0)
    last = first
    while last + 1 < len(entries) and signs[last + 1]:
        last += 1
    if not first or last + 1 >= len(entries):
        return
    plus = [entries[first - 1], *(entries[at] for at in range(first, last + 1) if signs[at] > 0)]
    minus = [entries[at] for at in range(first, last + 1) if signs[at] < 0]
    result = entries[last + 1]
    if account.is_rest(entries[-1]) and last + 2 < len(entries):
        minus, result = [*minus, *entries[last + 1 : -1]], entries[-1]
    elif not (account.is_total(result) or last + 2 == len(entries) or result.unit == plus[0].unit == MONEY):
        return
    yield Claim(result, plus, minus, 0.4 * max(result.value, plus[0].value))


def _sign(account: Account, entry: Entry) -> int:
    before = entry.before(3)
    if "plus" in before or account.mark(entry) == "+":
        return 1
    less = "minus" in before or ("less" in before and "than" not in before)
    return -1 if less or (before[-1:] == ("by",) and not _LOWERED.isdisjoint(before)) else 0


def _rests(account: Account, entries: list[Entry], times: bool) -> Iterator[Claim]:
    """What was there, what went and what is left of it."""
    for at, rest in enumerate(entries[2:], 2):
        before = [entry for entry in entries[:at] if entry.unit == rest.unit]
        if len(before) < 2:
            continue
        # "215 in the morning; after 15 went out the card said 205"; "Before: 75. Destroyed: 57. After: 28."
        gone = any(e.before(1) and e.before(1)[0] in _AFTER for e in before[1:]) and not _HELD.isdisjoint(rest.before())
        gone = gone or (rest.before(1) in (("after",), ("now",)) and account.mark(rest) == ":")
        if not gone and not account.is_rest(rest):
            continue
        whole = max(before, key=value_of)
        parts = [entry for entry in before if entry is not whole and _of_one(entry, whole)][: _MOST - 2]
        for size in range(len(parts), 0, -1):
            for chosen in combinations(parts, size):
                near = 0.3 if rest.before(1) and rest.before(1)[0] in _OTHER else 0.2
                yield Claim(rest, [whole], chosen, max(_FEW, near * whole.value))


def _of_one(one: Entry, two: Entry) -> bool:
    """Whether two counts may be of the same things: not "38 buyers" and "23 listings"."""
    nouns = [next((singular(word) for word in entry.behind(2) if plural((word,))), "") for entry in (one, two)]
    return not all(nouns) or nouns[0] == nouns[1] or not _GOODS.isdisjoint(nouns)


def _totals(account: Account, entries: list[Entry], times: bool) -> Iterator[Claim]:
    """Parts and the total that they should make, before it or behind it."""
    if (times or account.rates) and len({entry.unit for entry in entries}) > 1:
        return
    for whole in entries:
        if not account.is_total(whole) or whole.each or (whole.unit == MONEY and account.rates != []):
            continue
        alike = others_of(entries, whole)
        before = [entry for entry in alike if entry.start < whole.start]
        if any(one.words[one.word + 1 : two.word] in _OUT_OF for one, two in pairwise(before)):
            # "18 of the 21" are no two parts.
            continue
        parts = before if len(before) > 1 else [entry for entry in alike if entry.start > whole.start]
        if any(part.each for part in parts):
            continue
        for first in range(len(parts) - 1 if parts is before else min(1, len(parts) - 1)):
            yield Claim(whole, parts[first:], (), max(_FEW, 0.2 * whole.value))


def _slips(account: Account, entries: list[Entry], times: bool) -> Iterator[Claim]:
    """The largest of alike figures that all others make but for one digit: "14.90, 22.40 and 8.70, so 48.00"."""
    for unit in (
        {entry.unit: None for entry in entries} if len(account.told) == 1 and not times and not account.rates else ()
    ):
        alike = [entry for entry in entries if entry.unit == unit]
        whole = max(alike, key=value_of)
        parts = [entry for entry in alike if entry is not whole]
        exact = whole.value >= _LARGE or whole.exact or whole.value != int(whole.value)
        run = account.draft.text[alike[0].start : alike[-1].end]
        apart = "|" in run or "\n" in run or (len(parts) > 1 and ";" in account.gap(parts[0], parts[-1]))
        exact = exact and not apart
        if len(parts) > 1 and exact and one_digit(sum(part.value for part in parts), whole.value):
            yield Claim(whole, parts, (), _CLOSE * whole.value)
