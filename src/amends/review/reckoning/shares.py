"""Percentages and fractions held against the figures beside them: "12 of 280, 3.5 %", "30 % of 250, that is 85", "from
800 to 650, a cut of one quarter", "one in four (40 %)", "70 % came, 40 % did not".

A share is doubted only where words or marks tie it to a part and its whole; a limit, a target or a discount is tied to
none. What any two of the figures make within the rounding is right.
"""

from __future__ import annotations

from itertools import combinations, pairwise

from amends.review.reckoning.account import Account, Entry, Wrong, shown
from amends.review.reckoning.figures import MONEY
from amends.review.reckoning.fractions import ROUNDED, fractions
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from amends.review.letter.pieces import Statement

_BOUND = frozenset(
    "above below over under target limit than within least most maximum minimum up off discount max min until "
    "threshold exceed exceeds exceeding cap allowed permitted vat tax coupon purity alcohol every each".split()
)
_LINKS = frozenset(
    "so is was means mean makes make made which or i e thus therefore hence equal equals equalling only just stand "
    "stands stood namely words represents corresponds gives gave leaves leaving = being now yields comes came because "
    "rate share quota percentage ratio odr lsr vtr deviation".split()
)
RATES = frozenset("rate share quota percentage ratio odr lsr vtr portion proportion porcentaje deviation".split())
_APART = frozenset("and but while whereas although though yet".split())
_OF = frozenset("of out from for in among over against per on".split())
_BASES = frozenset("order shipment parcel package unit sale item piece delivery dispatch message return".split())
_UP = frozenset(
    "rise rose risen raise raised raising increase increased up more higher grew growth plus surcharge jump jumped "
    "climbed mark-up markup".split()
)
_DOWN = frozenset(
    "fall fell fallen drop dropped decrease decreased down lower lowered lowering reduce reduced reducing reduction "
    "cut cheaper discount less shrank sank shrink decline declined halved".split()
)
_CONTRARY = frozenset("not never rest remaining others other remainder while refused failed none unanswered".split())
_AVERAGE = frozenset("average mean overall combined averaged".split())
_OUT_OF = frozenset((("of", "the"), ("of", "our"), ("of", "these"), ("out", "of"), ("of", "all"), ("out", "of", "the")))
_STANDS = frozenset("stood stands stand was is were stays stayed remained reached measured arrived ended came".split())
_MOST, _LOWEST, _HIGHEST = 7, 0.08, 12.5
_SIDES = frozenset("more less over under".split())
_HALF, _LOW = 0.51, 5
_DEFECTS = frozenset("claim claims a-to-z chargeback chargebacks feedback feedbacks negative ratings".split())


class Rate(NamedTuple):
    """A share that is told: its percentage, how far that may be off by rounding, its place and sentence, its first and
    last word there, and whether it is a fraction.
    """

    value: float
    slack: float
    start: int
    end: int
    first: int
    last: int
    statement: Statement
    fraction: bool

    def before(self, many: int) -> tuple[str, ...]:
        """The words before it."""
        return self.statement.words[max(0, self.first - many) : self.first]

    def behind(self, many: int) -> tuple[str, ...]:
        """The words behind it."""
        return self.statement.words[self.last + 1 : self.last + 1 + many]

    @property
    def free(self) -> bool:
        """Whether it is no limit, no discount and no target."""
        before = self.before(2)
        if "up" in before and "went" in self.before(4):
            before = ()
        if before[-1:] == ("at",) and _STANDS.isdisjoint(before):
            return False
        return _BOUND.isdisjoint(before) and self.behind(1) not in (("point",), ("points",))

    @property
    def rounded(self) -> bool:
        """Whether it is told as a rough one."""
        return not ROUNDED.isdisjoint(self.before(2))


def shares(account: Account) -> Wrong | None:
    """A share that the figures beside it do not make."""
    told = list(rates(account))
    amounts = [
        e
        for e in account.entries
        if e.words[e.word] != "both"
        and not any(r.fraction and r.statement is e.statement and r.first <= e.word <= r.last for r in told)
    ]
    if len(amounts) + len(told) < 2 or len(amounts) > _MOST:
        return None
    for read in (_beside, _alike, _moved, _hundred, _averaged, _counted, _beyond):
        mistake = read(account, told, amounts)
        if mistake is not None:
            return mistake
    return None


def rates(account: Account) -> Iterator[Rate]:
    """The percentages and fractions of an account, in order."""
    found = []
    for entry in account.rates:
        said = account.draft.text[entry.start : entry.end]
        slack = 10.0 ** -len(said.replace(",", ".").partition(".")[2])
        slack = _HALF if slack == 1.0 and entry.value < _LOW else slack
        slack *= 1.0 if ROUNDED.isdisjoint(entry.before(2)) else 4
        found.append(
            Rate(entry.value, slack, entry.start, entry.end, entry.word, entry.word + 1, entry.statement, False)
        )
    for statement in account.told:
        for value, slack, first, last in fractions(statement):
            start, end = statement.between(first, min(last, len(statement.words) - 1) + 1)
            found.append(Rate(value, slack, start, end, first, last, statement, True))
    yield from sorted(found, key=_start)


def _start(rate: Rate) -> int:
    return rate.start


def _wrong(rate: Rate, found: Sequence[Entry], message: str, sure: bool = False) -> Wrong:
    return Wrong(min([rate.start, *(f.start for f in found)]), max([rate.end, *(f.end for f in found)]), message, sure)


def _said(account: Account, rate: Rate) -> str:
    return account.draft.text[rate.start : rate.end] + ("" if rate.fraction else " %")


def _makes(rate: Rate, part: float, whole: float, strict: bool = False) -> bool:
    """Whether a part of a whole is this share, or leaves it, within the rounding; but for `strict` also where the part
    is rounded.
    """
    if not whole:
        return False
    right = 100 * part / whole
    if any(abs(value - rate.value) <= rate.slack for value in (right, 100 - right)):
        return True
    if strict:
        return False
    made = whole * rate.value / 100
    return (
        part > 1
        and whole == int(whole)
        and min(abs(made - part), abs(whole - made - part)) < (1 if rate.fraction else 0.51)
    )


def _off(account: Account, rate: Rate, part: Entry, whole: Entry, sure: bool = False) -> Wrong | None:
    if (
        not whole.value
        or part.value >= whole.value
        or _makes(rate, part.value, whole.value, _direct(part, whole) and not rate.fraction)
    ):
        return None
    right = 100 * part.value / whole.value
    slip = rate.value / right if right else 0
    if not _LOWEST <= slip <= _HIGHEST:
        return None
    message = f"{shown(part.value)} of {shown(whole.value)} is {right:.4g} %, not {_said(account, rate)}."
    return _wrong(rate, (part, whole), message, sure)


def _beside(account: Account, rates: Sequence[Rate], amounts: Sequence[Entry]) -> Wrong | None:
    """ "From 5 % (25 of 500) to 1 % (10 of 500)", "16 of 1,000 orders (2.4 %)": a share and two figures in brackets."""
    text = account.draft.text
    for rate in rates:
        for part, whole in pairwise(amounts):
            if part.unit != whole.unit or not _direct(part, whole):
                continue
            behind = text[rate.end : part.start].strip(" %percnt.") == "(" and ")" not in text[part.start : whole.start]
            gap = text[whole.end : rate.start]
            aside = (
                gap.count("(") == 1
                and gap.rstrip().endswith("(")
                and len(gap.split()) <= 5
                and text[rate.end : rate.end + 12].find(")") >= 0
            )
            if behind or aside:
                mistake = _off(account, rate, part, whole, not rate.fraction)
                if mistake is not None:
                    return mistake
    return None


def _alike(account: Account, rates: Sequence[Rate], amounts: Sequence[Entry]) -> Wrong | None:
    """ "One in four (40 %)": a fraction and a percentage of the same."""
    for one, two in pairwise(rates):
        gap = account.draft.low[one.end : two.start]
        if one.fraction == two.fraction or len(gap.split()) > _MOST or _CONTRARY.intersection(gap.split()):
            continue
        between = gap.replace(",", " ").split()
        tied = "(" in gap or "=" in gap or not {"or", "i", "is", "means", "words", "i.e."}.isdisjoint(between[-4:])
        if tied and " and " not in gap and abs(one.value - two.value) > max(one.slack, two.slack, 1.0):
            message = f"“{_said(account, one)}” and “{_said(account, two)}” are not the same share."
            return Wrong(one.start, two.end, message)
    return None


def _moved(account: Account, rates: Sequence[Rate], amounts: Sequence[Entry]) -> Wrong | None:
    """A change told as a share, and its two ends: "from 800 to 650, a cut of one quarter"; "halved from 3 % to 1 %"."""
    words = account.words
    up, down = not _UP.isdisjoint(words), not _DOWN.isdisjoint(words)
    if up == down:
        return None
    ends: list[tuple[float, float, int, int]] = []
    percents = [rate for rate in rates if not rate.fraction]
    if len(percents) >= 2 and "from" in percents[0].before(3):
        one, two = percents[:2]
        if "to" in two.before(2) or "halved" in words:
            ends.append((one.value, two.value, one.start, two.end))
    if not ends:
        ends = [
            (one.value, two.value, one.start, two.end)
            for one, two in combinations(amounts, 2)
            if one.unit == two.unit and _ends(one, two)
        ]
        change = rates if len(rates) == 1 and rates[0].free else ()
    else:
        change = [rate for rate in rates if rate.start > ends[0][3] or rate.end < ends[0][2]]
    if len(ends) != 1 or not ends[0][0] or ends[0][0] == ends[0][1]:
        return None
    first, last, start, end = ends[0]
    right = 100 * abs(last - first) / first
    if "halved" in words and percents and not change:
        wrong = abs(right - 50) > 10
        said = "half"
    elif len(change) == 1 and "to" not in change[0].before(2):
        wrong = (
            abs(right - change[0].value) > max(change[0].slack, 0.51)
            and abs(abs(last - first) - change[0].value) > change[0].slack
        )
        said = _said(account, change[0])
        start, end = min(start, change[0].start), max(end, change[0].end)
    else:
        return None
    if not wrong:
        return None
    return Wrong(start, end, f"From {shown(first)} to {shown(last)} is a change of {right:.4g} %, not {said}.")


def _ends(one: Entry, two: Entry) -> bool:
    """Whether two figures are the ends of a change: "from 800 to 650", "to $30 from $20"."""
    before, between = one.before(3), two.before(3)
    if one.statement is not two.statement:
        return False
    return ("from" in before and "to" in between) or (
        len(two.before()) <= 3 and between[-1:] == ("to",) and "from" in one.words[: one.word]
    )


def _hundred(account: Account, rates: Sequence[Rate], amounts: Sequence[Entry]) -> Wrong | None:
    """Shares of one whole that are more than all of it, or a list of them that is not all of it."""
    told = [rate for rate in rates if not rate.fraction and rate.free]
    if (amounts and len(told) < 3) or not 2 <= len(told) <= _MOST or len(told) != len(rates):
        return None
    gaps = [account.draft.low[one.end : two.start] for one, two in pairwise(told)]
    if any(len(gap.split()) > 12 or "from" in gap.split() or " to " in gap for gap in gaps):
        return None
    total = sum(rate.value for rate in told)
    joined = all("," in gap or " and " in gap or ";" in gap for gap in gaps)
    contrary = any(_CONTRARY.intersection(gap.split()) for gap in gaps) or not _CONTRARY.isdisjoint(told[-1].behind(5))
    whole = account.words[0] == "of" or "of the" in account.draft.low[told[0].start - 40 : told[0].end + 30]
    listed = len(told) > 2 and all(len(gap.split()) <= 4 for gap in gaps) and _AVERAGE.isdisjoint(account.words)
    if joined and ((total > 100.5 and (contrary or whole)) or (listed and 0.5 < abs(total - 100) <= 20)):
        said = " + ".join(f"{rate.value:g}" for rate in told)
        return Wrong(told[0].start, told[-1].end, f"{said} makes {total:g} %, not 100 %.")
    return None


def _averaged(account: Account, rates: Sequence[Rate], amounts: Sequence[Entry]) -> Wrong | None:
    """An average that lies outside what it is of."""
    if _AVERAGE.isdisjoint(account.words) or len(rates) < 3 or any(rate.fraction for rate in rates):
        return None
    for rate in rates:
        others = [other.value for other in rates if other is not rate]
        near = (*rate.before(4), *rate.behind(4))
        if not _AVERAGE.isdisjoint(near) and not min(others) <= rate.value <= max(others) and rate.free:
            message = f"An average of {min(others):g} % and {max(others):g} % cannot be {rate.value:g} %."
            return _wrong(rate, (), message)
    return None


def _counted(account: Account, rates: Sequence[Rate], amounts: Sequence[Entry]) -> Wrong | None:
    """One share and the figures of which it is told."""
    told = [rate for rate in rates if rate.free or rate.fraction]
    if len(told) != 1 or len(rates) > 2 or (len(rates) == 2 and rates[0].fraction != rates[1].fraction):
        return None
    rate = told[0]
    for unit in {entry.unit: None for entry in amounts}:
        found = [entry for entry in amounts if entry.unit == unit]
        values = [entry.value for entry in found]
        kinds = sum(not _DEFECTS.isdisjoint(entry.behind(2)) for entry in found)
        sided = rate.fraction and not _SIDES.isdisjoint(rate.before(4))
        if len(values) < 2 or (
            not sided and _fits(rate, found, len(values) - 1 if 1 < kinds == len(values) - 1 else 2)
        ):
            continue
        pairs = [(min(pair, key=_value), max(pair, key=_value)) for pair in combinations(found, 2)]
        if unit == MONEY and not (rate.fraction or RATES.intersection(account.words) or rate.behind(3)[:1] == ("on",)):
            continue
        for part, whole in sorted(pairs, key=lambda pair: not _direct(*pair)):
            if _tied(account, rate, part, whole, len(found)):
                mistake = _compared(account, rate, part, whole)
                if mistake is not None:
                    return mistake
    return None


def _compared(account: Account, rate: Rate, part: Entry, whole: Entry) -> Wrong | None:
    """A share held against its part and whole; "more than half" is right on its side of the half."""
    near = rate.before(4)
    more, less = "more" in near or "over" in near, "less" in near or "under" in near
    if rate.fraction and (more or less) and whole.value:
        right = whole.value * rate.value / 100
        if (part.value <= right if more else part.value >= right) and part.value * 3 > right:
            side = "more" if more else "less"
            said = (
                f"{_said(account, rate)} of {shown(whole.value)} is {shown(right)}; {shown(part.value)} is not {side}."
            )
            return _wrong(rate, (part, whole), said)
        return None
    return _off(account, rate, part, whole)


def _fits(rate: Rate, found: Sequence[Entry], least: int) -> bool:
    """Whether two of the figures, or at least so many of them together and another, make the share."""
    values = [entry.value for entry in found]
    whole = max(values)
    parts = [value for value in values if value != whole]
    pairs = [sorted(pair, key=_value) for pair in combinations(found, 2)]
    told = [(one, two) for one, two in pairs if one.value < two.value]
    if any(_makes(rate, one.value, two.value, _direct(one, two) and not rate.fraction) for one, two in told):
        return True
    return any(
        abs(100 * sum(chosen) / whole - rate.value) <= rate.slack
        for size in range(least, len(parts) + 1)
        for chosen in combinations(parts, size)
    )


def _value(entry: Entry) -> float:
    return entry.value


def _direct(part: Entry, whole: Entry) -> bool:
    """Whether "of" and little else stands between them: "12 of the 280", "150 shelves, of which 18"."""
    if part.statement is not whole.statement:
        return False
    if part.start > whole.start:
        return (
            part.behind(2)[:1] == ("of",) and len(part.behind(2)) > 1 and part.behind(2)[1] in ("them", "these")
        ) or not {"of", "which"}.isdisjoint(part.before(2))
    between = part.words[part.word + 1 : whole.word]
    return 0 < len(between) <= 5 and not _OF.isdisjoint(between) and _APART.isdisjoint(between)


def _tied(account: Account, rate: Rate, part: Entry, whole: Entry, many: int) -> bool:
    """Whether words or marks say that a share is that of these two figures."""
    first, last = min(part.start, whole.start), max(part.end, whole.end)
    low = account.draft.low
    inside = first < rate.start < last
    if inside and part.statement is not whole.statement:
        return False
    if inside and low[rate.end : part.start].strip(" %percnt") == "(":
        return True
    gap = "" if inside else low[last : rate.start] if rate.start >= last else low[rate.end : first]
    between = gap.replace(",", " ").replace(";", " ").replace("(", " ").split()
    near = (*rate.before(6), *rate.behind(6))
    said = rate.before(4) if rate.start >= last or inside else between[:4]
    linked = not _LINKS.isdisjoint(said) or not RATES.isdisjoint(near)
    if len(between) > (9 if many > 2 else 22):
        return False
    if inside and not _direct(part, whole):
        return False
    apart = [at for at, word in enumerate(between) if word in _APART]
    if apart and (_LINKS.isdisjoint(between[apart[-1] :][:3]) or len(between) - apart[-1] <= 3):
        return False
    mark = low[max(0, rate.start - 2) : rate.start].rstrip()[-1:]
    bracket = mark in ("(", "=", ":", "-", "–") and mark != ""
    direct = _direct(part, whole) or "/" in low[min(part.end, whole.end) : max(part.start, whole.start)]
    if rate.fraction or (rate.behind(2)[:1] == ("of",) and rate.behind(2) != ("of", "each")):
        # "Half of the 90, 50 in number", "30 % of 250 cups, that is 85": the whole follows the share.
        follows = low[rate.end : whole.start].split()
        whole_next = rate.start < whole.start < part.start and len(follows) <= 7 and "of" in follows[:3]
        aside = low[whole.end : part.start]
        if whole_next and (any(m in aside for m in ",(=:;") or not _LINKS.isdisjoint(aside.split())):
            return True
        return direct and (linked or bracket or rate.start < first) and (rate.fraction or linked or bracket)
    if direct:
        return linked or bracket or gap.strip(" %percnt") in ("(", ",", ":", ";") or len(between) <= 9 or inside
    if many > 2:
        based = any(word.rstrip("s") in _BASES for word in whole.behind(2)) and not RATES.isdisjoint(near)
        named = linked and any(
            name[:5] in {word[:5] for word in rate.behind(8)} for name in part.behind(1) if len(name) > 4
        )
        right = 100 * part.value / max(whole.value, 1)
        return (based or named) and 0.25 <= right / max(rate.value, 0.01) <= 4
    return linked or (bracket and rate.start > last)


def _beyond(account: Account, rates: Sequence[Rate], amounts: Sequence[Entry]) -> Wrong | None:
    """ "12 of the 10 units": more than there are."""
    for part, whole in pairwise(amounts):
        between = part.words[part.word + 1 : whole.word] if part.statement is whole.statement else ()
        if between in _OUT_OF and part.value > whole.value and not part.unit and not whole.unit:
            return Wrong(part.start, whole.end, f"{shown(part.value)} of {shown(whole.value)} are more than there are.")
    return None
