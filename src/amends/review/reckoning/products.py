"""So many at so much: whether the amount that is told is what they come to, alone or with others beside it."""

from __future__ import annotations

from itertools import pairwise

from amends.review.reckoning.account import Account, Entry, Wrong, explained, over, same, shown
from amends.review.reckoning.figures import MONEY
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_EACH = frozenset("each every apiece @ x × à times per".split())
_AT = frozenset("at for à @ x × times".split())
_PER = frozenset("each apiece per every @ ×".split())
_ONE = frozenset("a an one each every per".split())
_PACKS = frozenset(
    "box carton case pallet pack package bag bundle crate tray roll shelf order buyer lot batch set unit piece family "
    "parcel layer row bin sheet day week instalment installment".split()
)
_PACKED = frozenset(pack.rstrip("e") for pack in _PACKS)
_PRICES = frozenset("price difference fee postage cost deposit sum unit".split())
_MORE = frozenset("rose risen raised lowered fell fallen dropped increased from".split())
_ROUGH = frozenset("average different about around roughly nearly almost approximately".split())
_MOST, _FEW = 8, 3


def products(account: Account) -> Wrong | None:
    """A product, or a sum of products, that is not what is told."""
    entries = account.entries
    if not 3 <= len(entries) <= _MOST or not _ROUGH.isdisjoint(account.words):
        return None
    pairs = _pairs(account, entries)
    if not pairs:
        return _bare(account, entries)
    inside = {id(entry) for pair in pairs for entry in pair}
    factors = {entry.value for pair in pairs for entry in pair}
    results = [entry for entry in entries if id(entry) not in inside and entry.value not in factors]
    made = [one.value * two.value for one, two in pairs]
    own = [entry for entry in results if any(same(entry.value, product) for product in made)]
    if len(own) == len(pairs) and len(results) == len(own):
        return None
    # What a price and a number make is told in brackets; the total adds up those.
    rest = [entry for entry in results if entry not in own]
    total = next((entry for entry in reversed(rest) if account.is_total(entry)), None)
    sole = len(rest) == 1
    told = total or (rest[0] if sole and not own else None)
    if told is None:
        return None
    others = list({entry.value: None for entry in entries if entry is not told})
    if explained(told.value, others, True):
        return None
    more = [entry.value for entry in rest if entry is not told and entry.unit == told.unit and told.unit == MONEY]
    amount = sum(made) + sum(more)
    money = any(entry.unit == MONEY for pair in pairs for entry in pair)
    if ((told.unit == MONEY) != money and not (money and told is total and not told.unit)) or told.value <= max(
        min(one.value, two.value) for one, two in pairs
    ):
        return None
    if any(same(told.value, amount - value) for value in more) or not amount:
        return None
    low, high = (0.5, 2.2) if total is not None and not more else (0.7, 1.43)
    ratio = told.value / amount
    if not (low <= ratio <= high or (money and any(abs(ratio - slip) < 0.001 for slip in (0.1, 10)))):
        return None
    said = " + ".join([f"{shown(one.value)} x {shown(two.value)}" for one, two in pairs] + [shown(v) for v in more])
    return over([*(e for pair in pairs for e in pair), told], f"{said} makes {shown(amount)}, not {shown(told.value)}.")


def _bare(account: Account, entries: Sequence[Entry]) -> Wrong | None:
    """A number, a price and an amount without a word for it; or two numbers and what "so" follows from them."""
    values = [entry.value for entry in entries]
    entries = [
        entry
        for at, entry in enumerate(entries)
        if entry.value not in values[:at] and entry.words[entry.word] != "both"
    ]
    money = [entry for entry in entries if entry.unit == MONEY]
    counts = [entry for entry in entries if not entry.unit]
    if len(entries) != 3 or len(account.told) > 2 or not _MORE.isdisjoint(account.words):
        return None
    if len(money) == 2 and len(counts) == 1 and counts[0].value > _FEW:
        one, told = sorted(money, key=_value)
        two, low, high = counts[0], 0.8, 1.25
    elif len(counts) == 3 and len(account.told) == 1 and account.is_total(entries[-1]):
        one, two, told, low, high = *entries, 0.85, 1.18
    else:
        return None
    made = one.value * two.value
    if same(made, told.value) or told.value <= max(one.value, two.value if not money else 0) or not made:
        return None
    if explained(told.value, [one.value, two.value], True) or not low <= told.value / made <= high:
        return None
    said = f"{shown(two.value)} x {shown(one.value)} makes {shown(made)}, not {shown(told.value)}."
    return over(list(entries), said)


def _value(entry: Entry) -> float:
    return entry.value


def _pairs(account: Account, entries: list[Entry]) -> list[tuple[Entry, Entry]]:
    """The neighbours that are multiplied, none of them twice."""
    found: list[tuple[Entry, Entry]] = []
    largest = max(entries, key=_value)
    money = [entry for entry in entries if entry.unit == MONEY]
    # Of several amounts the largest is no price.
    amount = max(money, key=_value) if len(money) > 1 else None
    for one, two in pairwise(entries):
        if found and found[-1][1] is one:
            continue
        priced = MONEY in (one.unit, two.unit) or two.value != int(two.value)
        if (
            amount not in (one, two)
            and _times(account, one, two)
            and (priced or len(entries) > 3 or largest not in (one, two))
        ):
            found.append((one, two))
    return found


def _times(account: Account, one: Entry, two: Entry) -> bool:
    """Whether two neighbours are so many and so much of each."""
    if (one.unit and two.unit) or two.words[two.word] == "both" or one.statement is not two.statement:
        return False
    gap = account.gap(one, two)
    if gap.strip(" $€£¥₹") in ("x", "×", "*") or (one.words[one.word][-1] == "x" and one.words[one.word][0].isdigit()):
        return True
    between = one.words[one.word + 1 : two.word]
    if MONEY in (one.unit, two.unit) and between:
        of = (
            between[-1] in ("of", "with")
            and len(between) > 1
            and (not _PRICES.isdisjoint(between) or _pack(between[0]))
        )
        if of or between[-1] in _AT or (between[-1] in ("with", "got") and len(between) > 1):
            return True
    if (
        not _EACH.isdisjoint(between)
        or not _PER.isdisjoint(two.behind(3))
        or "each" in one.before(4)
        or "every" in one.before(4)
    ):
        return True
    if between[-1:] in (("of",), ("with",)) and len(between) == 2 and _pack(between[0]):
        return True
    behind = two.behind(5)
    if ("to", "the") in pairwise(behind) and _pack(behind[-1]):
        return True
    return any(
        first in _ONE and _pack(second) for first, second in (*pairwise(two.before(2)), *pairwise(behind[1:4]))
    ) and behind[:1] != ("of",)


def _pack(word: str) -> bool:
    return word.rstrip("s").rstrip("e") in _PACKED


def retold(account: Account) -> Wrong | None:
    """A count and the same count in other words: "five dozen mugs (58 pieces)", "75 pairs, thus 140 single shoes"."""
    counts = [entry for entry in account.entries if not entry.unit]
    for one, two in pairwise(counts):
        behind, after = one.behind(2), two.behind(2)
        if one.statement is not two.statement or not behind or "of" in one.before(2):
            continue
        paired = behind[0] in ("pairs", "couples") and not {"single", "individual"}.isdisjoint(after)
        right = one.value * 2 if paired else one.value
        gap = account.gap(one, two)
        aside = gap.rstrip().endswith(("(", ",", ":")) and _ends(account, two)
        aside = (
            aside
            and behind[0] not in (*_GENERIC, "of")
            and "\n" not in gap
            and (len(gap.split()) <= _NEAR or ":" in gap)
        )
        named = one.words[one.word] in ("dozen", "gross") and bool(after) and after[0] in one.behind(3)
        generic = (
            bool(after) and (after[0] in _GENERIC or after in _IN_NUMBER) and behind[0] not in ("pairs", "couples")
        )
        if right == two.value or not (paired or (aside and (generic or named))):
            continue
        if not (_pack(behind[0]) and behind[0] not in ("units", "pieces", "orders")) and 0.5 < two.value / right < 2:
            return over([one, two], f"{shown(right)} and {shown(two.value)} are told of the same things.")
    return None


_GENERIC = frozenset("pieces piece pcs units items altogether".split())
_NEAR = 5
_IN_NUMBER = frozenset((("in", "number"), ("in", "all"), ("in", "total"), ("all", "told")))


def _ends(account: Account, entry: Entry) -> bool:
    """Whether a comma, a bracket or the end comes within two words of a figure."""
    behind = account.draft.text[entry.end : min(entry.statement.end, entry.end + 24)]
    mark = next((at for at, letter in enumerate(behind) if letter in ",;)(.–"), -1)
    return behind[: mark if mark >= 0 else len(behind)].count(" ") <= 2 and (mark >= 0 or len(behind) < 24)
