"""A total and its parts, a whole and what is left of it: whether they come out.

Each reading below finds figures that belong together and says which of them the others should make; all are judged
alike. A sum is doubted only where words or marks say that there is one, where the figures nearly make it, and where no
other figures of the account give just what is told.
"""

from __future__ import annotations

from itertools import combinations, pairwise

from amends.review.reckoning.account import Account, Entry, Wrong, added, explained, over, same, shown
from amends.review.reckoning.counts import one_digit, singular
from amends.review.reckoning.figures import MONEY
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CONSIST = frozenset(
    "comprised comprising comprises comprise consisting consists consist consisted composed namely made thereof "
    "whereof divided split splits settles".split()
)
_AFTER = frozenset("after minus less without deducting subtracting".split())
_HELD = frozenset("said showed shows shown was were is are counted stood stands had has have held gives gave".split())
_SOME = frozenset(
    "including only first then later further other another mostly again at-least some among amongst e.g example such "
    "mainly just rest others remaining remainder most more per".split()
)
_ALIKE = frozenset("from to in at on for with by because due via under through without after before during".split())
_JOINED = frozenset("and plus then but while whereas so leaving thus hence of them these which".split())
_OF_THEM = frozenset((("of", "them"), ("of", "these"), ("of", "those"), ("of", "which")))
_OUT_OF = frozenset((("of",), ("of", "the"), ("of", "our"), ("of", "these"), ("out", "of"), ("out", "of", "the")))
_NOT = frozenset("not never nothing none".split())
_VERBS = frozenset("have has had did do were was are is".split())
_SO, _STILL = frozenset("so leaving thus hence".split()), frozenset("still yet remain remained".split())
_PAIRS = (
    "passed failed", "good bad", "right wrong", "correct wrong", "whole broken", "found lost", "opened unopened",
    "new used", "genuine fake", "answered unanswered", "sold unsold", "valid invalid", "clean dirty", "open closed",
    "broke held", "fit unfit", "accepted refused", "granted denied", "won lost", "conforming non-conforming",
    "broken fine", "approved rejected",
)  # fmt: skip
_CONTRARY = {one: other for pair in _PAIRS for one, other in (pair.split(), pair.split()[::-1])}
_GOOD = frozenset("good whole intact fine right correct genuine sellable clean real undamaged ok faultless".split())
_BAD = frozenset("bad damaged broken defective faulty wrong chipped fake unsellable dirty cracked".split())
_STOCK = frozenset("stock shelf left remain remained remaining hand balance keep kept hold".split())
_CAME, _GONE = frozenset("bought purchased purchase received delivered".split()), frozenset("sold sale sales".split())
_LOWERED = frozenset("discounted reduced lowered cut".split())
_NO_PLURALS = frozenset("was is has went this its as thus less across does".split())
_PEOPLE = frozenset("people men women children feedback stock staff".split())
_DEFECTS = frozenset("defect defects defective".split())
_KINDS = frozenset("feedback feedbacks ratings a-to-z claims claim chargeback chargebacks".split())
_OTHER = frozenset("other others remaining".split())
_GOODS = frozenset("unit order item piece parcel shipment package product pair".split())
_MOST, _FEW, _FAR, _LARGE, _CLOSE = 8, 3, 16, 100, 0.12


class _Claim(NamedTuple):
    """What is told, the figures that should make it (some added, some taken away), and how far off is a slip."""

    told: Entry
    plus: Sequence[Entry]
    minus: Sequence[Entry]
    slack: float
    whole_list: bool = False

    @property
    def made(self) -> float:
        return sum(entry.value for entry in self.plus) - sum(entry.value for entry in self.minus)

    @property
    def off(self) -> float:
        return abs(self.made - self.told.value)


def sums(account: Account) -> Wrong | None:
    """A sum or a rest of the account that does not come out, by the first reading that speaks."""
    entries = account.entries
    entries = [entry for entry in entries if entry.words[entry.word] != "both"]
    if not 3 <= len(entries) <= _MOST:
        return None
    if account.overlaps:
        return None
    times = any(entry.each for entry in entries)
    for read in (_chain, _rests, _totals, _lists, _contraries, _among, _kinds, _slips):
        closest: dict[int, _Claim] = {}
        for claim in read(account, entries, times):
            known = closest.get(claim.told.start)
            if known is None or claim.off < known.off:
                closest[claim.told.start] = claim
        for claim in closest.values():
            if _doubtful(claim, entries, times):
                return _said(claim)
    return None


def _doubtful(claim: _Claim, entries: Sequence[Entry], times: bool) -> bool:
    told, made = claim.told, claim.made
    entries = [entry for entry in entries if times or entry.unit == told.unit]
    others = [entry.value for entry in entries if entry is not told]
    if any(entry.vague for entry in (told, *claim.plus, *claim.minus)):
        return False
    # "Two buyers, three sellers and one temp, six people".
    ones = told.words.count("one") if not claim.minus else 0
    if (
        made <= 0
        or same(made + ones, told.value)
        or same(made, told.value)
        or abs(made - told.value) > claim.slack
        or (not claim.whole_list and explained(told.value, others, times))
    ):
        return False
    whole = claim.plus[0] if claim.minus else told
    parts = (*claim.plus[1:], *claim.minus, told) if claim.minus else claim.plus
    if max(part.value for part in parts) >= whole.value and (len(claim.plus) == 1 or not claim.minus):
        return False
    if not claim.minus and any(same(made, entry.value) for entry in entries if entry not in claim.plus):
        # "54 of the 61 were brackets, 38 of one and 16 of another."
        return False
    if claim.whole_list:
        return not any(same(sum(part.value for part in claim.plus[:many]), made) for many in range(2, len(claim.plus)))
    others = [entry.value for entry in entries if not same(entry.value, whole.value)]
    return not explained(whole.value, others, times)


def _said(claim: _Claim) -> Wrong:
    made, told = shown(claim.made), shown(claim.told.value)
    found = [claim.told, *claim.plus, *claim.minus]
    if not claim.minus:
        return over(found, f"{added(claim.plus)} makes {made}, not {told}.")
    less = sum(entry.value for entry in claim.minus)
    return over(found, f"{added(claim.plus)} less {shown(less)} leaves {made}, not {told}.")


def _alike(entries: Sequence[Entry], one: Entry) -> list[Entry]:
    return [entry for entry in entries if entry.unit == one.unit and entry is not one]


def _chain(account: Account, entries: list[Entry], times: bool) -> Iterator[_Claim]:
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
    yield _Claim(result, plus, minus, 0.4 * max(result.value, plus[0].value))


def _sign(account: Account, entry: Entry) -> int:
    before = entry.before(3)
    if "plus" in before or account.mark(entry) == "+":
        return 1
    less = "minus" in before or ("less" in before and "than" not in before)
    return -1 if less or (before[-1:] == ("by",) and not _LOWERED.isdisjoint(before)) else 0


def _rests(account: Account, entries: list[Entry], times: bool) -> Iterator[_Claim]:
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
        whole = max(before, key=_value)
        parts = [entry for entry in before if entry is not whole and _of_one(entry, whole)][: _MOST - 2]
        for size in range(len(parts), 0, -1):
            for chosen in combinations(parts, size):
                near = 0.3 if rest.before(1) and rest.before(1)[0] in _OTHER else 0.2
                yield _Claim(rest, [whole], chosen, max(_FEW, near * whole.value))


def _of_one(one: Entry, two: Entry) -> bool:
    """Whether two counts may be of the same things: not "38 buyers" and "23 listings"."""
    nouns = [next((singular(word) for word in entry.behind(2) if _plural((word,))), "") for entry in (one, two)]
    return not all(nouns) or nouns[0] == nouns[1] or not _GOODS.isdisjoint(nouns)


def _value(entry: Entry) -> float:
    return entry.value


def _totals(account: Account, entries: list[Entry], times: bool) -> Iterator[_Claim]:
    """Parts and the total that they should make, before it or behind it."""
    if (times or account.rates) and len({entry.unit for entry in entries}) > 1:
        return
    for whole in entries:
        if not account.is_total(whole) or whole.each or (whole.unit == MONEY and account.rates != []):
            continue
        alike = _alike(entries, whole)
        before = [entry for entry in alike if entry.start < whole.start]
        if any(one.words[one.word + 1 : two.word] in _OUT_OF for one, two in pairwise(before)):
            # "18 of the 21" are no two parts.
            continue
        parts = before if len(before) > 1 else [entry for entry in alike if entry.start > whole.start]
        if any(part.each for part in parts):
            continue
        for first in range(len(parts) - 1 if parts is before else min(1, len(parts) - 1)):
            yield _Claim(whole, parts[first:], (), max(_FEW, 0.2 * whole.value))


def _lists(account: Account, entries: list[Entry], times: bool) -> Iterator[_Claim]:
    """A whole and then its parts: behind a colon or in a bracket, in like words, or bare: "39 offers, 13 in DE, …"."""
    for at, whole in enumerate(entries[:-2]):
        parts = entries[at + 1 :]
        if whole.unit:
            parts = _alike(parts, whole)
        if len(parts) > 2 and _opens(account, parts[0], parts[1]) and not _opens(account, whole, parts[0]):
            # "88 units from three shops, namely 40, 30 and 18": the first one groups the others.
            parts = parts[1:]
        if len(parts) < 2 or any(part.unit != whole.unit for part in parts):
            continue
        gap = account.gap(whole, parts[0])
        if gap.count("(") > gap.count(")") and len(gap) < _ASIDE:
            inside = account.draft.text.find(")", parts[0].end)
            held = [part for part in parts if part.start < inside]
            if len(held) > 1:
                parts = held
        parts = [part for part in parts if part is parts[0] or not _of_a_part(parts[0], part)]
        if len(parts) < 2:
            continue
        slack = _tie(account, whole, parts, gap, times)
        if slack:
            listed = gap.rstrip().endswith((":", "(")) and len(gap) <= _SHORT and not whole.unit
            yield _Claim(whole, parts, (), slack, listed)


_ASIDE, _SHORT = 70, 30


def _opens(account: Account, one: Entry, two: Entry) -> bool:
    """Whether a colon or "namely" stands between two figures."""
    gap = account.gap(one, two)
    return one.statement is two.statement and (":" in gap or not _CONSIST.isdisjoint(one.words[one.word : two.word]))


def _tie(account: Account, whole: Entry, parts: list[Entry], gap: str, times: bool) -> float:
    """How far parts may be off their whole to be a slip, by what ties them; nought where nothing does."""
    single = whole.statement is parts[-1].statement
    opened = gap.rstrip().endswith((":", "=", "(")) and len(gap) <= _ASIDE and gap.find(")") < 0
    opened = opened or (": " in gap and len(gap) <= _ASIDE and not gap.count(". "))
    named = single and not _CONSIST.isdisjoint(whole.words[whole.word : parts[0].word])
    if single and (opened or named or (whole.word <= _FEW and len(parts) > 2 and _heads(whole))):
        return max(_FEW, 0.2 * whole.value)
    if single and _heads(whole):
        return max(_FEW, 0.12 * whole.value)
    joined = single and all("," in g or " and " in g for g in (gap, *(account.gap(a, b) for a, b in pairwise(parts))))
    if joined and not whole.unit and not (len(parts) == 2 and any(_plural(part.behind(1)) for part in parts)):
        close = max(2.0, 0.04 * whole.value)
        if abs(sum(part.value for part in parts) - whole.value) <= close:
            return close
    if not _SOME.isdisjoint(account.words) or times or whole.unit or not _plural(whole.behind(3)):
        return 0.0
    heads = {_head(part) for part in parts}
    if single and len(heads) == 1 and heads <= _ALIKE and _sets_off(gap) and _go_on(account, parts):
        return 0.4 * whole.value
    if parts[0].behind(2) in _OF_THEM and parts[0].statement is not whole.statement:
        return max(_FEW, 0.2 * whole.value)
    bare = whole is account.entries[0] and not any(part.behind(1) == ("of",) or _named(part) for part in parts)
    if bare and all(part.behind(1) for part in parts[:-1]) and _PEOPLE.isdisjoint(whole.behind(3)):
        return (0.33 if single else 0.1) * whole.value
    return 0.0


def _heads(whole: Entry) -> bool:
    """Whether a number is told as the whole of something: "of the 340 units, 300 …", "read all 90 titles, …"."""
    if whole.before(1) == ("all",):
        return True
    before = whole.words[max(0, whole.word - 3) : whole.word]
    return ("of" in before or "from" in before) and (
        (not {"of", "from"}.isdisjoint(before[:1]) and whole.word <= 3) or "out" in before
    )


def _of_a_part(first: Entry, part: Entry) -> bool:
    """Whether a number is a part of the part before it: "61 have answered, 40 of them kept it"."""
    return first.behind(2) not in _OF_THEM and (part.behind(2) in _OF_THEM or part.before(2) in _OF_THEM)


def _plural(behind: tuple[str, ...]) -> bool:
    return any(
        word in _PEOPLE
        or (len(word) > 3 and word.endswith("s") and not word.endswith("ss") and word not in _NO_PLURALS)
        for word in behind
    )


def _named(part: Entry) -> bool:
    """Whether a number has a plural noun of its own: "12 buyers", "12 vest buyers", not "12 went to buyers"."""
    first, second = (*part.behind(2), "", "")[:2]
    verb = first in _ALIKE or first in _VERBS or first == "went" or first.endswith("ed")
    return _plural((first,)) or (not verb and _plural((second,)))


def _head(part: Entry) -> str:
    """The word right behind a number, behind "of them" where that follows."""
    behind = part.behind(3)
    return behind[2] if behind[:1] == ("of",) and len(behind) > 2 else (behind or ("",))[0]


def _sets_off(gap: str) -> bool:
    """Whether a comma, a colon, a bracket or a dash begins the parts."""
    return any(mark in gap for mark in ",:;(–—") and gap.count(". ") == 0 and len(gap.split()) <= _FAR


def _go_on(account: Account, parts: list[Entry]) -> bool:
    gaps = [(account.gap(one, two), two) for one, two in pairwise(parts)]
    return all(
        ((two.before(1) and two.before(1)[0] in _JOINED) or gap.rstrip().endswith((",", ";")))
        and len(gap.split()) <= _FAR
        for gap, two in gaps
    )


def _contraries(account: Account, entries: list[Entry], times: bool) -> Iterator[_Claim]:
    """A part and its contrary: "88 were asked. 61 have answered, 17 have not"; bought, sold and in stock."""
    if not _SOME.isdisjoint(account.words):
        return
    counts = [entry for entry in entries if not entry.unit]
    if len(counts) == 3 and len({id(entry.statement) for entry in counts}) == 1:
        near = [{*entry.behind(5), *entry.before(1)} for entry in counts]
        roles = [next((kind for kind in (_CAME, _GONE, _STOCK) if words & kind), None) for words in near]
        whole = max(counts, key=_value)
        parts = _alike(counts, whole)
        opposed = [_quality(part, before) for before in (False, True) for part in parts]
        if {id(role) for role in roles} == {id(_CAME), id(_GONE), id(_STOCK)}:
            yield _Claim(
                counts[roles.index(_CAME)],
                [e for e, r in zip(counts, roles, strict=True) if r is not _CAME],
                (),
                0.4 * whole.value,
            )
        elif opposed[:2] in ([1, -1], [-1, 1]) or opposed[2:] in ([1, -1], [-1, 1]):
            yield _Claim(whole, parts, (), 0.4 * whole.value)
    for whole, part, rest in zip(counts, counts[1:], counts[2:], strict=False):
        if (
            part.value < whole.value
            and _plural(whole.behind(4))
            and _starts(account, rest)
            and _contrary(account, part, rest)
        ):
            yield _Claim(whole, [part, rest], (), max(2, 0.4 * whole.value))
        elif (
            whole.value < part.value
            and whole.behind(1) == ("of",)
            and _starts(account, rest)
            and not _plural(rest.behind(1))
        ):
            # "6 of the 20 cups broke, 15 did not"
            behind = rest.behind(4)
            if not _NOT.isdisjoint(behind) and not _VERBS.isdisjoint(behind):
                yield _Claim(part, [whole, rest], (), max(2, 0.4 * part.value))


def _quality(part: Entry, before: bool) -> int:
    last = part.word + 7 if part.behind(1) == ("of",) else min(part.right, part.word + 7)
    near = part.before(2) if before else part.words[part.word + 1 : last]
    good, bad = not _GOOD.isdisjoint(near), not _BAD.isdisjoint(near)
    return good - bad


def _contrary(account: Account, part: Entry, rest: Entry) -> bool:
    behind, back = part.behind(6), rest.behind(6)
    if not _SO.isdisjoint(rest.before(2)):
        return (
            not _STILL.isdisjoint(back)
            or not _NOT.isdisjoint(back)
            or any(_CONTRARY.get(word) in back for word in behind)
        )
    if not _starts(account, part):
        return False
    denied = not _NOT.isdisjoint(back) and _NOT.isdisjoint(behind) and not _VERBS.isdisjoint(back)
    return denied or any(_CONTRARY.get(word) in back for word in behind if word in _CONTRARY)


def _starts(account: Account, entry: Entry) -> bool:
    """Whether a number begins a clause."""
    if entry.word == 0 or entry.words[entry.word - 1] in _JOINED:
        return True
    return account.mark(entry) in (",", ";", ":", "(", "-", "–")


def _kinds(account: Account, entries: list[Entry], times: bool) -> Iterator[_Claim]:
    """ "12 defective orders. 7 negative feedback, 4 claims, 2 chargebacks": the kinds of defects are all of them."""
    whole = next((entry for entry in entries if not _DEFECTS.isdisjoint(entry.behind(3))), None)
    if whole is not None:
        parts = [entry for entry in entries if entry.start > whole.start and not _KINDS.isdisjoint(entry.behind())]
        others = [entry for entry in entries if entry not in parts and entry.value < whole.value]
        if len(parts) > 1 and not others:
            yield _Claim(whole, parts, (), 0.4 * whole.value)


def _slips(account: Account, entries: list[Entry], times: bool) -> Iterator[_Claim]:
    """The largest of alike figures that all others make but for one digit: "14.90, 22.40 and 8.70, so 48.00"."""
    for unit in (
        {entry.unit: None for entry in entries} if len(account.told) == 1 and not times and not account.rates else ()
    ):
        alike = [entry for entry in entries if entry.unit == unit]
        whole = max(alike, key=_value)
        parts = [entry for entry in alike if entry is not whole]
        exact = whole.value >= _LARGE or whole.exact or whole.value != int(whole.value)
        run = account.draft.text[alike[0].start : alike[-1].end]
        apart = "|" in run or "\n" in run or (len(parts) > 1 and ";" in account.gap(parts[0], parts[-1]))
        exact = exact and not apart
        if len(parts) > 1 and exact and one_digit(sum(part.value for part in parts), whole.value):
            yield _Claim(whole, parts, (), _CLOSE * whole.value)


def _among(account: Account, entries: list[Entry], times: bool) -> Iterator[_Claim]:
    """Parts before the whole that are more than it: "8 open and 14 sealed packs among the 20"."""
    whole, parts = entries[-1], entries[:-1]
    before = whole.before(3)
    among = not {"among", "amongst"}.isdisjoint(before) or before in (("out", "of", "the"), ("of", "all", "the"))
    if among and "and" in parts[-1].before() and sum(part.value for part in parts) > whole.value:
        yield _Claim(whole, parts, (), 0.4 * whole.value)
