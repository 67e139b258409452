"""Percentages and fractions of a point held against its counts, wherever they stand in it: "Sold 350. Returned 14. Rate
6 %", "from 800 to 650, a cut of one quarter", "one in four (40 %)", "8 per 1,000, therefore 8 %", "70 % came, 40 % did
not".

`shares.py` judges a percentage beside "12 of 280"; this is asked where it found nothing. A percentage that is a limit,
a discount or a target belongs to no counts, and neither does one of the preventive measures.
"""

from __future__ import annotations

from itertools import combinations, pairwise

from amends.review.letter import parts
from amends.review.letter.pieces import once
from amends.review.reckoning.counts import number_of, numbers_in
from amends.review.reckoning.figures import Figure, Wrong, figures, shown, values_of
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from amends.review.document import Draft
    from amends.review.letter.pieces import Item, Statement

_BOUND = frozenset(
    "above below over under target limit than within least most maximum minimum up at off discount max min until "
    "threshold exceed exceeds exceeding cap allowed permitted vat tax coupon purity cotton alcohol by every "
    "each".split()
)
_LINKS = frozenset(
    "so is was means mean makes made which or i e thus therefore hence equal equals equalling only just stand "
    "stands stood "
    "e namely words represents corresponds gives gave leaves leaving = being rate share quota percentage ratio odr "
    "lsr vtr "
    "hence now yields comes came".split()
)
_APART = frozenset("and but while whereas although though yet".split())
_RATES = frozenset("rate share quota percentage ratio odr lsr vtr portion proportion porcentaje".split())
_OF = frozenset("of out from for in among over against per on".split())
_UP = frozenset(
    "rise rose risen raise raised raising increase increased up more higher grew growth plus surcharge jump jumped "
    "climbed mark-up markup".split()
)
_DOWN = frozenset(
    "fall fell fallen drop dropped decrease decreased down lower lowered lowering reduce reduced reducing "
    "reduction cut "
    "cheaper discount less shrank sank shrink decline declined".split()
)
_CONTRARY = frozenset("not never rest remaining others other remainder while refused failed none unanswered".split())
_AVERAGE = frozenset("average mean overall combined averaged".split())
_ROUNDED = frozenset("about around roughly nearly almost approximately some circa ca over under more less".split())
_PARTS = {
    "half": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fifth": 5,
    "fifths": 5,
    "tenth": 10,
    "tenths": 10,
}
_SINGLE = frozenset("one a an".split())
_NTH = {"second": 2, "other": 2, "third": 3, "fourth": 4, "fifth": 5, "tenth": 10}
_CLASSES = {
    word: name
    for name, words in {
        "defect": "odr defect defects defective",
        "late": "late lsr",
        "cancel": "cancellation cancelled canceled cancellations",
        "tracking": "tracking vtr tracked untracked",
        "return": "return returned returns",
    }.items()
    for word in words.split()
}
_CLASS_WORDS = frozenset(_CLASSES)
_MOST, _MOST_STATEMENTS, _LOWEST, _HIGHEST = 7, 5, 0.08, 12.0
_POINTS = frozenset(("point", "points"))


class _Rate(NamedTuple):
    """A share that a letter tells: its percentage, how far that may be off by rounding, its place, its first and last
    word in the window, and whether it is a fraction.
    """

    value: float
    slack: float
    start: int
    end: int
    first: int
    last: int
    fraction: bool


class _Window(NamedTuple):
    """Sentences read together: their words, the counts and prices with the place of each in them, and the shares."""

    words: tuple[str, ...]
    amounts: tuple[tuple[int, Figure], ...]
    rates: tuple[_Rate, ...]


def ratios(draft: Draft, item: Item) -> Iterator[Wrong]:
    """Shares of a point that its figures do not make; at most one."""
    if item.part == parts.MEASURES or _HINTS.isdisjoint(item.words):
        return
    windows: list[Sequence[Statement]] = [[statement] for statement in item.statements[: _MOST_STATEMENTS * 4]]
    if 1 < len(item.statements) <= _MOST_STATEMENTS:
        windows.append(item.statements)
    elif len(item.statements) > 1:
        windows += [item.statements[at : at + 3] for at in range(min(len(item.statements) - 1, _MOST_STATEMENTS * 4))]
    for statements in windows:
        if not _speaks(statements):
            continue
        window = _window(draft, statements)
        if len(window.amounts) > _MOST:
            continue
        for judge in (_alike, _moved, _hundred, _averaged, _per, _nth, _beyond, _counted):
            mistake = judge(draft, window)
            if mistake is not None:
                yield mistake
                return


def _speaks(statements: Sequence[Statement]) -> bool:
    """Whether sentences hold a share and a second figure, or a number of another number."""
    if sum(_figured(statement) for statement in statements) < _FEWEST:
        return False
    return any(_shares(statement) for statement in statements) or any(
        {"of", "out"}.intersection((one.words[-1], two.words[0])) for one, two in pairwise(statements)
    )


@once
def _figured(statement: Statement) -> int:
    """How many words of a sentence are figures or parts of a whole."""
    many = len(values_of(statement))
    return many if _FRACTIONS.isdisjoint(statement.words) else many + sum(map(_FRACTIONS.__contains__, statement.words))


@once
def _shares(statement: Statement) -> bool:
    """Whether a sentence may tell a share: a percentage, a fraction, "every second", "12 of the 10"."""
    words = statement.words
    if not _PERCENT.isdisjoint(words) or _fractions(statement):
        return True
    return "of" in words and any(
        to - at <= _BETWEEN and words[at + 1 : to] in _OUT_OF for (at, _), (to, _) in pairwise(values_of(statement))
    )


_FRACTIONS = frozenset(_PARTS)
_PERCENT = frozenset(("%", "percent", "percents", "pct", "cent", "every"))
_OUT_OF = frozenset((("of", "the"), ("of", "our"), ("of", "these"), ("out", "of"), ("of", "all"), ("out", "of", "the")))
_FEWEST, _BETWEEN = 2, 4
_HINTS = frozenset(("%", "of", "percent", "cent", "pct", "out", "in", "every", *_PARTS))


def _window(draft: Draft, statements: Sequence[Statement]) -> _Window:
    words: list[str] = []
    amounts: list[tuple[int, Figure]] = []
    rates: list[_Rate] = []
    for statement in statements:
        shift, own = len(words), statement.words
        for figure in figures(draft, statement):
            if figure.percent:
                said = draft.text[figure.start : figure.end]
                slack = 10.0 ** -len(said.replace(",", ".").partition(".")[2])
                near = own[max(0, figure.word - 2) : figure.word]
                slack = slack * 3 if not _ROUNDED.isdisjoint(near) else slack
                place = shift + figure.word
                rates.append(_Rate(figure.value, slack, figure.start, figure.end, place, place + 1, False))
            elif own[figure.word] not in ("one", "both"):
                amounts.append((shift + figure.word, figure))
        rates += [
            _Rate(value, slack, *_place(statement, first, last), shift + first, shift + last, True)
            for value, slack, first, last in _fractions(statement)
        ]
        words += own
    rates.sort(key=lambda rate: rate.start)
    taken = {at for rate in rates for at in range(rate.first, rate.last + 1) if rate.fraction}
    kept = tuple((at, figure) for at, figure in amounts if at not in taken)
    return _Window(tuple(words), kept, tuple(rates))


@once
def _fractions(statement: Statement) -> tuple[tuple[float, float, int, int], ...]:
    """ "A quarter", "two thirds", "one in four", "nine out of ten": the percentage of each, how far that may be
    off, and its first and last word.
    """
    words = statement.words
    found: list[tuple[float, float, int, int]] = []
    if not _FRACTIONS.isdisjoint(words):
        found += filter(None, [_part(words, at) for at, word in enumerate(words) if word in _FRACTIONS])
    if "in" in words or "out" in words:
        for at, part in numbers_in(statement):
            behind = words[at + 1 : at + 4]
            whole = number_of(behind[1]) if behind[:1] == ("in",) and len(behind) > 1 else None
            whole = number_of(behind[2]) if behind[:2] == ("out", "of") and len(behind) > 2 else whole
            last = at + (2 if behind[:1] == ("in",) else 3)
            if whole in (2, 3, 4, 5, 6, 8, 10, 20) and 0 < part < whole and (words[at] == "one" or whole == 10):
                found.append((100 * part / whole, 1.0, at, last))
    return tuple(sorted(found, key=_last))


def _last(found: tuple[float, float, int, int]) -> int:
    return found[3]


def _part(words: tuple[str, ...], at: int) -> tuple[float, float, int, int] | None:
    """ "A quarter", "two thirds"; not "the third quarter" or "half year"."""
    if words[at + 1 : at + 2] == ("year",):
        return None
    told = number_of(words[at - 1]) if at else None
    many = 1 if told is None else told
    whole = _PARTS[words[at]]
    if many >= whole or (at and words[at - 1] in ("first", "second", "last", "third", "this", "next")):
        return None
    first = at - 1 if at and (told or words[at - 1] in _SINGLE) else at
    rounded = not _ROUNDED.isdisjoint(words[max(0, first - 2) : first])
    return 100 * many / whole, 6.0 if rounded else 1.0, first, at


def _place(statement: Statement, first: int, last: int) -> tuple[int, int]:
    return statement.between(first, min(last, len(statement.words) - 1) + 1)


def _wrong(rate: _Rate, found: Sequence[Figure], message: str) -> Wrong:
    return Wrong(min([rate.start, *(f.start for f in found)]), max([rate.end, *(f.end for f in found)]), message)


def _said(draft: Draft, rate: _Rate) -> str:
    return draft.text[rate.start : rate.end] + ("" if rate.fraction else " %")


def _alike(draft: Draft, window: _Window) -> Wrong | None:
    """ "One in four (40 %)": a fraction and a percentage of the same."""
    for one, two in combinations(window.rates, 2):
        gap = draft.text[one.end : two.start]
        if one.fraction == two.fraction or len(gap.split()) > _MOST or _CONTRARY.intersection(gap.lower().split()):
            continue
        between = window.words[one.last + 1 : two.first]
        tied = "(" in gap or "=" in gap or not {"or", "i", "is", "means", "words"}.isdisjoint(between[-4:])
        if tied and " and " not in gap and abs(one.value - two.value) > max(one.slack, two.slack, 1.0):
            message = f"“{_said(draft, one)}” and “{_said(draft, two)}” are not the same share."
            return Wrong(one.start, two.end, message)
    return None


def _moved(draft: Draft, window: _Window) -> Wrong | None:
    """A change told as a share, and its two ends: "from 800 to 650, a cut of one quarter"."""
    words = window.words
    up, down = not _UP.isdisjoint(words), not _DOWN.isdisjoint(words)
    points = [(at, figure) for at, figure in window.amounts if words[at + 1 : at + 2] in (("points",), ("point",))]
    ends = [rate for rate in window.rates if not rate.fraction]
    if (up or down) and len(ends) == 2 and len(points) == 1:
        right = abs(ends[0].value - ends[1].value)
        if (
            "from" in words[max(0, ends[0].first - 2) : ends[0].first]
            and abs(right - points[0][1].value) > ends[0].slack
        ):
            return _wrong(ends[0], (points[0][1],), f"That is {right:g} points, not {shown(points[0][1].value)}.")
        return None
    if up == down or len(window.rates) != 1:
        return None
    rate = window.rates[0]
    pairs = [
        (one, two)
        for (at, one), (to, two) in combinations(window.amounts, 2)
        if one.money == two.money and _ends(words, at, to)
    ]
    if len(pairs) != 1 or not pairs[0][0].value:
        return None
    first, last = (figure.value for figure in pairs[0])
    if "to" in words[max(0, rate.first - 2) : rate.first] or first == last:
        return None
    right = 100 * abs(last - first) / first
    if abs(right - rate.value) <= max(rate.slack, 0.51):
        return None
    message = f"From {shown(first)} to {shown(last)} is a change of {right:.4g} %, not {_said(draft, rate)}."
    return _wrong(rate, pairs[0], message)


def _ends(words: tuple[str, ...], at: int, to: int) -> bool:
    """Whether two figures are the ends of a change: "from 800 to 650", "to $30 from $20", "800 -> 650"."""
    before, between = words[max(0, at - 3) : at], words[at + 1 : to]
    return ("from" in before and "to" in between[-3:]) or (
        len(between) <= 3 and between[-1:] == ("to",) and "from" in words[:at]
    )


def _hundred(draft: Draft, window: _Window) -> Wrong | None:
    """Shares of one whole that are more than all of it, or a list of them that is not all of it."""
    rates = [rate for rate in window.rates if not rate.fraction and _free(window, rate)]
    if (window.amounts and len(rates) < 3) or not 2 <= len(rates) <= _MOST or len(rates) != len(window.rates):
        return None
    gaps = [draft.low[one.end : two.start] for one, two in pairwise(rates)]
    if any(len(gap.split()) > 12 or "from" in gap.split() or " to " in gap for gap in gaps):
        return None
    total = sum(rate.value for rate in rates)
    joined = all("," in gap or " and " in gap or ";" in gap for gap in gaps)
    contrary = any(_CONTRARY.intersection(gap.split()) for gap in gaps) or not _CONTRARY.isdisjoint(
        window.words[rates[-1].last : rates[-1].last + 5]
    )
    whole = window.words[0] == "of" or "of the" in draft.low[rates[0].start - 40 : rates[0].end + 30]
    listed = len(rates) > 2 and all(len(gap.split()) <= 4 for gap in gaps)
    if joined and ((total > 100.5 and (contrary or whole)) or (listed and 0.5 < abs(total - 100) <= 20)):
        said = " + ".join(f"{rate.value:g}" for rate in rates)
        return Wrong(rates[0].start, rates[-1].end, f"{said} makes {total:g} %, not 100 %.")
    return None


def _free(window: _Window, rate: _Rate) -> bool:
    """Whether a share is no limit, no discount and no change."""
    return _BOUND.isdisjoint(window.words[max(0, rate.first - 2) : rate.first]) and not _POINTS.intersection(
        window.words[rate.last + 1 : rate.last + 2]
    )


def _averaged(draft: Draft, window: _Window) -> Wrong | None:
    """An average that lies outside what it is of."""
    if _AVERAGE.isdisjoint(window.words) or len(window.rates) < 3 or any(rate.fraction for rate in window.rates):
        return None
    for rate in window.rates:
        near = (*window.words[max(0, rate.first - 4) : rate.first], *window.words[rate.last + 1 : rate.last + 5])
        others = [other.value for other in window.rates if other is not rate]
        if not _AVERAGE.isdisjoint(near) and not min(others) <= rate.value <= max(others) and _free(window, rate):
            return _wrong(
                rate, (), f"An average of {min(others):g} % and {max(others):g} % cannot be {rate.value:g} %."
            )
    return None


def _per(draft: Draft, window: _Window) -> Wrong | None:
    """ "8 rejects per 1,000, therefore 8 %"."""
    if len(window.rates) != 1 or "per" not in window.words:
        return None
    rate = window.rates[0]
    for (at, part), (to, whole) in pairwise(window.amounts):
        if window.words[to - 1] == "per" and to - at <= 4 and whole.value >= 100 and part.value < whole.value:
            right = 100 * part.value / whole.value
            if abs(right - rate.value) > rate.slack and _free(window, rate):
                return _wrong(
                    rate,
                    (part, whole),
                    f"{shown(part.value)} per {shown(whole.value)} is {right:.4g} %, not {_said(draft, rate)}.",
                )
    return None


def _nth(draft: Draft, window: _Window) -> Wrong | None:
    """ "Every second unit of 90, 30 in all"."""
    words = window.words
    for at, word in enumerate(words[:-1]):
        if word == "every" and words[at + 1] in _NTH and len(window.amounts) == 2:
            (_, one), (_, two) = window.amounts
            whole, part = max(one, two, key=_value), min(one, two, key=_value)
            right = whole.value / _NTH[words[at + 1]]
            if abs(right - part.value) > 1 and 0.4 <= part.value / right <= 2.5:
                message = (
                    f"Every {words[at + 1]} of {shown(whole.value)} makes {shown(right)}, not {shown(part.value)}."
                )
                return Wrong(min(one.start, two.start), max(one.end, two.end), message)
    return None


def _beyond(draft: Draft, window: _Window) -> Wrong | None:
    """ "12 of the 10 units": more than there are."""
    for (at, part), (to, whole) in pairwise(window.amounts):
        between = window.words[at + 1 : to]
        if between in _OUT_OF and part.value > whole.value and not part.money and not whole.money:
            return Wrong(part.start, whole.end, f"{shown(part.value)} of {shown(whole.value)} are more than there are.")
    return None


def _value(figure: Figure) -> float:
    return figure.value


def _counted(draft: Draft, window: _Window) -> Wrong | None:
    """One share and the two counts of which it is told."""
    if len(window.rates) != 1:
        return None
    rate, words = window.rates[0], window.words
    counts = {figure.value: (at, figure) for at, figure in window.amounts if not figure.money}
    if (
        len(counts) != 2
        or not _free(window, rate)
        or not _ROUNDED.isdisjoint(words[max(0, rate.first - 2) : rate.first])
    ):
        return None
    (_, (at, one)), (_, (to, two)) = sorted(counts.items())
    if not one.value or not _tied(draft, window, rate, min(at, to), max(at, to)):
        return None
    right = 100 * one.value / two.value
    near = (right, 100 - right)
    made = two.value * rate.value / 100
    if (
        any(abs(value - rate.value) <= rate.slack for value in near)
        or abs(made - one.value) < 1
        or abs(two.value - made - one.value) < 1
    ):
        return None
    # A slip of the point is a slip as well.
    if not _LOWEST <= rate.value / right <= _HIGHEST:
        return None
    return _wrong(
        rate, (one, two), f"{shown(one.value)} of {shown(two.value)} is {right:.4g} %, not {_said(draft, rate)}."
    )


def _tied(draft: Draft, window: _Window, rate: _Rate, first: int, last: int) -> bool:
    """Whether words or marks say that a share is that of the two counts beside it."""
    words = window.words
    before = words[max(0, rate.first - 4) : rate.first]
    if rate.first > last and not _APART.isdisjoint(words[last + 1 : rate.first]):
        return False
    linked = not _LINKS.isdisjoint(before) or not _RATES.isdisjoint(words[max(0, rate.first - 6) : rate.last + 6])
    bracket = draft.text[max(0, rate.start - 2) : rate.start].rstrip()[-1:] in ("(", "=", ":", "-", "–")
    of = not _OF.isdisjoint(words[first + 1 : last]) and last - first <= 6
    if rate.fraction:
        return of and (linked or bracket) and rate.first > last
    behind = words[rate.last + 1 : rate.last + 5]
    of_it = any(
        pair in (("of", "the"), ("of", "all"), ("of", "them"), ("of", "these"), ("of", "our"))
        for pair in pairwise(behind)
    )
    return linked or (of and bracket) or (bracket and first < rate.first) or (of_it and rate.first < last)


def rates_told(draft: Draft) -> Iterator[Wrong]:
    """A rate that one place tells and the counts of another place do not make: an ODR of 1.8 %, "9 of 300 orders had a
    defect".
    """
    told: dict[str, tuple[_Rate, Statement]] = {}
    if "%" not in draft.text and "percent" not in draft.low and "per cent" not in draft.low:
        return
    for statement in draft.statements:
        if statement.part == parts.MEASURES:
            continue
        if _CLASS_WORDS.isdisjoint(statement.words) or not values_of(statement):
            continue
        kinds = {_CLASSES[word] for word in statement.words if word in _CLASSES}
        kind = kinds.pop()
        if kinds or (kind not in told and _RATES.isdisjoint(statement.words)):
            continue
        window = _window(draft, [statement])
        counts = [(at, figure) for at, figure in window.amounts if not figure.money]
        if len(window.rates) == 1 and not counts and _free(window, window.rates[0]) and not window.rates[0].fraction:
            if not _RATES.isdisjoint(statement.words):
                told.setdefault(kind, (window.rates[0], statement))
        elif not window.rates and len(counts) == 2 and kind in told:
            (at, part), (to, whole) = counts
            rate, where = told[kind]
            of = not {"of", "out"}.isdisjoint(window.words[at + 1 : to]) and to - at <= 5
            days = [{day.date for day in draft.dates_in(each)} for each in (statement, where)]
            apart = days[0] and days[1] and days[0].isdisjoint(days[1])
            if not of or apart or part.value >= whole.value or statement.item is where.item:
                continue
            right = 100 * part.value / whole.value
            if (
                abs(right - rate.value) > rate.slack
                and abs(100 - right - rate.value) > rate.slack
                and 0.2 <= rate.value / right <= 5
            ):
                message = (
                    f"{shown(part.value)} of {shown(whole.value)} is {right:.4g} %, and the letter tells "
                    f"{_said(draft, rate)}."
                )
                yield Wrong(part.start, whole.end, message)
