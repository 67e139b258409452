"""The figures of a statement, and whether they come out: products, sums, what is left, shares, days between dates.

A figure is a number that counts or costs something. Dates, times, identifiers, file names, sizes and the numbers of
documents are none. A sum is doubted only where words say that there is one, and where the figures nearly make it:
two numbers that merely stand side by side prove nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from amends.review.counts import number_of
from amends.review.pieces import once
from amends.typed import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from amends.dates import Found
    from amends.review.document import Draft
    from amends.review.pieces import Statement

_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12}
# A number behind one of these names a thing rather than counting it.
_NUMBERED = frozenset(
    "no nr number invoice lot case page exhibit size step phase part section class level version order complaint id "
    "ticket batch po aisle row week regulation article model item figure appendix annex registration is'".split()
)
_MEASURES = frozenset(
    "kg g mg gram grams kilo kilos cm mm m metre metres meter meters inch inches ml l litre litres liter liters hour "
    "hours minute minutes second seconds day days week weeks month months year years v w volt watt gb mb am pm ppm "
    "clock points point percent degrees am' times".split()
)
_MONEY_WORDS = frozenset("eur euro euros usd dollar dollars gbp pound pounds cad aud zł zl pln inr rupees rmb".split())
_MONEY_MARKS = "$€£¥₹"
_EACH = frozenset("each apiece per x every".split())
_TOTAL = frozenset("total totals together altogether sum makes make totalling totaling".split())
_REST = frozenset(
    "remaining rest remainder other others left leaves balance minus less remained remain thereof whereof namely "
    "outstanding unsold unanswered".split()
)
_WHOLE = frozenset("of all from out counted received bought had read checked tested hold held".split())
_TIMES = frozenset("x×*")
_FRACTIONS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5}
_NEAR, _FEW, _MOST = 0.2, 3, 8
# What is longer than any sentence is a list or a table, whose figures belong together in other ways.
_LONGEST = 160


class Figure(NamedTuple):
    """A number of a statement: its value, the index of its word, its place, and whether it is money or a percentage."""

    value: float
    word: int
    start: int
    end: int
    money: bool
    percent: bool


class Wrong(NamedTuple):
    """Figures that do not come out, from `start` to `end`, and what they make."""

    start: int
    end: int
    message: str


def _over(figures: list[Figure], message: str) -> Wrong:
    return Wrong(min(f.start for f in figures), max(f.end for f in figures), message)


def figures(draft: Draft, statement: Statement) -> list[Figure]:
    """The figures of a statement in order."""
    if not _values(statement):
        return []
    known = cast("dict[int, list[Figure]]", draft.memo.setdefault("figures", {}))
    if statement.start not in known:
        known[statement.start] = list(_figures(draft, statement))
    return known[statement.start]


def _figures(draft: Draft, statement: Statement) -> Iterator[Figure]:
    words, text = statement.words, draft.text
    values = _values(statement)
    days = draft.dates_in(statement)
    if len(days) > _MOST or len(words) > _LONGEST:
        return
    taken = [d.span for d in days] + [i.span for i in draft.identifiers_in(statement)]
    for at, value in values:
        start, end = statement.at[at]
        if any(span.start <= start < span.end for span in taken) or _attached(text, start, end):
            continue
        before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
        close = text[statement.at[at - 1][1] : start] if at else ""
        if (before in _NUMBERED and not close.strip()) or _of_days(text, end, days):
            continue
        percent = after in ("%", "percent")
        money = text[max(0, start - 1) : start] in _MONEY_MARKS and start > 0
        money = money or text[end : end + 1] in (*_MONEY_MARKS,) or after in _MONEY_WORDS
        money = money or (before in _MONEY_WORDS and not close.strip())
        if after in _MEASURES and not percent and not (after == "times" and _times(words, at)):
            continue
        if 1990 <= value <= 2099 and value == int(value) and end - start == 4 and not money and not after.endswith("s"):
            continue
        yield Figure(value, at, start, end, money and not percent, percent)


@once
def _values(statement: Statement) -> tuple[tuple[int, float], ...]:
    """The words of a statement that are numbers, with their values."""
    values = enumerate(map(_VALUES.__getitem__, statement.words))
    return tuple([(at, value) for at, value in values if value is not None])


def _of_days(text: str, end: int, days: Sequence[Found]) -> bool:
    """Whether a number is one of several days before a month: "20, 21 and 22 December"."""
    for day in days:
        between = text[end : day.span.start] if 0 <= day.span.start - end <= 24 else "x"
        if not between.replace("and", "").replace("to", "").strip(" ,&–-0123456789"):
            return True
    return False


def _value(word: str) -> float | None:
    if word == "both":
        return 2.0
    if word[0].isdigit():
        plain = _plain_number(word)
        try:
            return float(plain)
        except ValueError:
            return None
    number = number_of(word)
    return float(number) if number is not None else _TENS.get(word)


def _plain_number(word: str) -> str:
    """A figure with a decimal point and nothing else: "1,080", "1,080.00" and "1.080,00" are one number."""
    comma, point = word.rfind(","), word.rfind(".")
    if comma < 0:
        return word
    if point >= 0:
        return word.replace(",", "") if point > comma else word.replace(".", "").replace(",", ".")
    return word.replace(",", "") if len(word) - comma == _THOUSANDS else word.replace(",", ".")


_THOUSANDS = 4


class _Values(dict[str, "float | None"]):
    """What each word is as a number, worked out once."""

    def __missing__(self, word: str) -> float | None:
        if len(self) >= _MOST_WORDS:
            self.clear()
        value = self[word] = _value(word)
        return value


_VALUES = _Values()
_MOST_WORDS = 30_000


def _times(words: tuple[str, ...], at: int) -> bool:
    """Whether "times" multiplies: "31 times 4.90 EUR", not "3 times a week"."""
    return at + 2 < len(words) and _VALUES[words[at + 2]] is not None


def _attached(text: str, start: int, end: int) -> bool:
    """Whether a number is part of a time, a code or a range rather than standing for itself."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return (
        (before in ":#_/-–" and before != "" and start > 1 and not text[start - 2].isspace())
        or before == "#"
        or (after in ":_/" and after != "" and text[end + 1 : end + 2].isalnum())
        or (after in "-–" and after != "" and text[end + 1 : end + 2].isdigit())
        or after.isalpha()
    )


def wrong(draft: Draft, statement: Statement) -> Iterator[Wrong]:
    """The figures of a statement that do not come out; at most one, the first kind that speaks.

    Where it speaks of the rest of what the sentence before counts, both are taken together.
    """
    found = figures(draft, statement)
    if not found or len(found) > _MOST:
        return
    if len(found) > 1:
        for judge in (_product, _left, _listed, _summed, _fraction):
            mistake = judge(draft.text, statement.words, found)
            if mistake is not None:
                yield mistake
                return
    mistake = _with_before(draft, statement, found)
    if mistake is not None:
        yield mistake


def _with_before(draft: Draft, statement: Statement, found: list[Figure]) -> Wrong | None:
    """A rest, or parts of "all" and of "them", held against what the sentence before counts."""
    words = statement.words
    if not (_REST | {"them", "all"}).intersection(words) or statement.item is None:
        return None
    before = draft.statement_at(statement.start - 2)
    if before is None or before is statement or before.item is not statement.item:
        return None
    counted = figures(draft, before)
    if not counted or len(counted) + len(found) > _MOST or len(counted) > _FEW:
        return None
    shift = len(before.words)
    moved = [figure._replace(word=figure.word + shift) for figure in found]
    together = before.words + words
    values = sorted(figure.value for figure in _plain(moved))
    if len(values) > 2 and abs(sum(values[:-1]) - values[-1]) < 0.006:
        # These parts have a whole of their own: "all 88 articles; 86 were right and 2 were not".
        return None
    mistake = _left(draft.text, together, [*counted, *moved]) if _REST.intersection(words) else None
    whole = max(_plain(counted), key=lambda figure: figure.value, default=None)
    parts = _plain(moved)
    if mistake is None and whole is not None and len(parts) > 1 and not any(p.money != whole.money for p in parts):
        mistake = _compared(whole, parts, strong=True)
    return mistake


def _plain(found: list[Figure]) -> list[Figure]:
    return [figure for figure in found if not figure.percent]


def _said(values: Iterator[float] | list[float], sign: str) -> str:
    return f" {sign} ".join(_shown(value) for value in values)


def _shown(value: float) -> str:
    return f"{value:,.2f}" if value != int(value) else f"{int(value):,}"


def _product(text: str, words: tuple[str, ...], found: list[Figure]) -> Wrong | None:
    """37 x $9.90 = $376.30; 14 buyers received 25 USD each, 375 USD."""
    cues = [at for at, word in enumerate(words) if word in _EACH]
    body = text[found[0].start : found[-1].end + 24]
    times = any(mark in body for mark in ("×", " times ", " at $", " at £", " at €", " a day", " a piece"))
    amounts = _plain(found)
    pairs = [(a, b) for a, b in pairwise(amounts) if text[a.end : b.start].strip(f" {_MONEY_MARKS}") in _TIMES]
    if len(pairs) > 1:
        return _several(amounts, pairs)
    if (not cues and not times) or not 3 <= len(amounts) <= 6:
        return None
    near: tuple[Figure, Figure, Figure] | None = None
    for first, second in combinations(amounts, 2):
        made = first.value * second.value
        for third in amounts:
            if third in (first, second) or min(first.value, second.value) <= 1:
                continue
            if abs(made - third.value) < 0.006 * max(1.0, made) and third.money == (first.money or second.money):
                return None
            money = first.money or second.money
            beside = [at for at in cues if _multiplies(words, at, first, second, money)] or times
            if beside and third.value > max(first.value, second.value) and 0.7 <= third.value / made <= 1.4:
                fits = third.money == (first.money or second.money)
                if fits and not (first.money and second.money) and near is None:
                    near = (third, first, second)
    if near is None:
        return None
    third, one, two = near
    made = one.value * two.value
    said = f"{_shown(one.value)} x {_shown(two.value)} makes {_shown(made)}, not {_shown(third.value)}."
    return _over([one, two, third], said)


def _multiplies(words: tuple[str, ...], at: int, first: Figure, second: Figure, money: bool) -> bool:
    """Whether a cue stands by two figures: "x" between them, "each" near a price or right behind what is counted."""
    if words[at] == "x" or money:
        return min(abs(at - f.word) for f in (first, second)) <= _REACH
    return 0 < at - second.word <= _CLOSE


_REACH, _CLOSE = 4, 2


def _several(amounts: list[Figure], pairs: list[tuple[Figure, Figure]]) -> Wrong | None:
    """Products and their sum: 6 x 42.00 EUR and 2 x 36.50 EUR, in total 325.00 EUR."""
    made = [one.value * two.value for one, two in pairs]
    total = sum(made)
    rest = [f for f in amounts if not any(f in pair for pair in pairs)]
    if any(abs(f.value - total) < 0.006 * max(1.0, total) for f in rest) or all(
        any(abs(f.value - product) < 0.006 * max(1.0, product) for f in rest) for product in made
    ):
        return None
    last = rest[-1] if rest and rest[-1].start > pairs[-1][1].end else None
    if last is None or last.value <= max(made) or not 0.7 <= last.value / total <= 1.4:
        return None
    said = " + ".join(f"{_shown(one.value)} x {_shown(two.value)}" for one, two in pairs)
    return _over([*pairs[0], last], f"{said} makes {_shown(total)}, not {_shown(last.value)}.")


def _left(text: str, words: tuple[str, ...], found: list[Figure]) -> Wrong | None:
    """181 of 188 are ours, and the other 9; bought 260, sold 90 and had 180 left."""
    amounts = [figure for figure in _plain(found) if figure.value >= 1]
    if len(amounts) < 3:
        return None
    for at, rest in enumerate(amounts):
        near = words[max(0, rest.word - 3) : rest.word] + words[rest.word + 1 : rest.word + 4]
        if not _REST.intersection(near) or at < 1:
            continue
        before = [figure for figure in amounts[:at] if figure.money == rest.money]
        if len(before) < 2:
            continue
        whole = max(before, key=lambda figure: figure.value)
        parts = [figure for figure in before if figure is not whole]
        whole_words = words[max(0, whole.word - 3) : whole.word + 2]
        gaps = [
            whole.value - sum(f.value for f in chosen)
            for size in range(1, len(parts) + 1)
            for chosen in combinations(parts, size)
        ]
        if any(abs(gap - rest.value) < 0.006 for gap in gaps):
            return None
        gaps = [gap for gap in gaps if gap]
        if not gaps:
            continue
        closest = min(gaps, key=lambda gap: abs(gap - rest.value))
        strong = {"minus", "less", "leaves", "left", "balance"}.intersection(near) or _WHOLE.intersection(whole_words)
        limit = max(_FEW, (_NEAR if strong else 0.1) * whole.value)
        if abs(closest - rest.value) <= limit and closest >= 0:
            taken = whole.value - closest
            message = f"{_shown(whole.value)} less {_shown(taken)} leaves {_shown(closest)}, not {_shown(rest.value)}."
            return _over([whole, rest], message)
    return None


def _listed(text: str, words: tuple[str, ...], found: list[Figure]) -> Wrong | None:
    """A whole and its parts behind a colon, a bracket or "=": 380 backpacks: 140 with and 250 without."""
    amounts = _plain(found)
    for at, whole in enumerate(amounts[:-2]):
        parts = amounts[at + 1 :]
        between = text[whole.end : parts[0].start]
        lead = between.rstrip().endswith((":", "=", "(")) and len(between) <= 70
        lead = lead or (": " in between and len(parts) > 1 and len(between) <= 50 and not between.count(". "))
        of = _heading_whole(words, whole.word)
        named = {"thereof", "whereof", "namely", "consisting"}.intersection(words[whole.word : parts[0].word])
        if not (lead or named or of) or any(p.money != whole.money for p in parts):
            continue
        return _compared(whole, parts, strong=bool(lead or named))
    return _run(text, words, amounts)


def _heading_whole(words: tuple[str, ...], at: int) -> bool:
    """Whether a number is told as the whole of something: "of the 340 units, 300 …", "read all 90 titles, …"."""
    if at and words[at - 1] == "all":
        return True
    before = words[max(0, at - 3) : at]
    return "of" in before and (before.index("of") + max(0, at - 3) == 0 or "out" in before)


def _run(text: str, words: tuple[str, ...], amounts: list[Figure]) -> Wrong | None:
    """A whole and its parts with nothing but commas between: 39 offers, 13 in DE, 13 in FR and 12 in IT."""
    if len(amounts) < 3 or any(figure.money for figure in amounts):
        return None
    whole, parts = amounts[0], amounts[1:]
    total = sum(part.value for part in parts)
    if max(part.value for part in parts) >= whole.value or total == whole.value:
        return None
    joined = all("," in text[a.end : b.start] or " and " in text[a.end : b.start] for a, b in pairwise(amounts))
    few = len(parts) == 2 and any(_plural(words, part.word + 1) for part in parts)
    if joined and not few and abs(total - whole.value) <= max(2.0, 0.04 * whole.value):
        said = _said([part.value for part in parts], "+")
        return _over(amounts, f"{said} makes {_shown(total)}, not {_shown(whole.value)}.")
    return None


def _plural(words: tuple[str, ...], at: int) -> bool:
    return at < len(words) and words[at].endswith("s") and len(words[at]) > 3


def _compared(whole: Figure, parts: list[Figure], strong: bool) -> Wrong | None:
    for size in range(len(parts), 1, -1):
        if abs(sum(part.value for part in parts[:size]) - whole.value) < 0.006:
            return None
    total = sum(part.value for part in parts)
    if max(part.value for part in parts) >= whole.value:
        return None
    if abs(total - whole.value) <= max(_FEW, (_NEAR if strong else 0.12) * whole.value):
        message = f"{_said([part.value for part in parts], '+')} makes {_shown(total)}, not {_shown(whole.value)}."
        return _over([whole, *parts], message)
    return None


def _summed(text: str, words: tuple[str, ...], found: list[Figure]) -> Wrong | None:
    """Parts and their total: 50, 60 and 70 units, 190 units altogether; 19.90 + 24.50 = 44.50."""
    amounts = _plain(found)
    if len(amounts) < 3:
        return None
    if "+" in text[amounts[0].start : amounts[-1].end]:
        amounts = [figure._replace(money=False) for figure in amounts]
    for at, whole in enumerate(amounts):
        near = words[max(0, whole.word - 3) : whole.word] + words[whole.word + 1 : whole.word + 3]
        before = text[max(0, whole.start - 3) : whole.start]
        if not (_TOTAL.intersection(near) or "=" in before or ("in" in near and "all" in near)):
            continue
        others = [f for f in (amounts[:at] if at >= 2 else amounts[at + 1 :]) if f.money == whole.money]
        if len(others) < 2:
            continue
        if any(
            abs(sum(f.value for f in chosen) - whole.value) < 0.006
            for size in range(2, len(others) + 1)
            for chosen in combinations(others, size)
        ):
            return None
        run = others[-2:] if len(others) > 2 and "=" not in before and at < 2 else others
        totals = [sum(f.value for f in others[first:]) for first in range(len(others) - 1)]
        close = min(totals, key=lambda total: abs(total - whole.value))
        if max(f.value for f in run) < whole.value and abs(close - whole.value) <= max(_FEW, _NEAR * whole.value):
            return _over([*others, whole], f"The parts make {_shown(close)}, not {_shown(whole.value)}.")
    return None


def _fraction(text: str, words: tuple[str, ...], found: list[Figure]) -> Wrong | None:
    """Half of the 63 parcels, 41; a third of the 120 lamps, namely 45."""
    for at, word in enumerate(words[:-3]):
        if word not in _FRACTIONS or words[at + 1] != "of":
            continue
        here = [figure for figure in _plain(found) if at < figure.word <= at + 12]
        if len(here) >= 2 and here[0].value > here[1].value:
            right = here[0].value / _FRACTIONS[word]
            if abs(right - here[1].value) > 1:
                message = f"A {word} of {_shown(here[0].value)} is {_shown(right)}, not {_shown(here[1].value)}."
                return _over(here[:2], message.replace("A half", "Half"))
    return None


def shares(draft: Draft, statement: Statement) -> Iterator[Wrong]:
    """A percentage that no two counts of the statement make, where one is told as a part of another."""
    found = figures(draft, statement)
    text, words = draft.text, statement.words
    rates = [figure for figure in found if figure.percent]
    counts = [figure for figure in found if not figure.percent and not figure.money]
    if len(rates) != 1 or not 2 <= len(counts) <= 3:
        return
    rate = rates[0]
    if {"from", "to", "above", "below", "over", "under", "target", "limit", "than"}.intersection(
        words[max(0, rate.word - 2) : rate.word]
    ):
        return
    step = 10.0 ** -len(text[rate.start : rate.end].replace(",", ".").partition(".")[2])
    best: tuple[float, Figure, Figure] | None = None
    for one, two in combinations(counts, 2):
        part, whole = sorted((one, two), key=lambda figure: figure.value)
        if not whole.value or part.value == whole.value:
            continue
        right = 100 * part.value / whole.value
        if (
            abs(right - rate.value) <= step
            or abs(100 - right - rate.value) <= step
            or (part.value == round(whole.value * rate.value / 100))
        ):
            return
        between = words[part.word + 1 : whole.word]
        direct = 0 < len(between) <= 4 and set(between) <= {"of", "out", "from", "the", "our", "all", "these", "in"}
        told = {"of", "from", "out"}.intersection(words[max(0, whole.word - 4) : whole.word])
        told = told or {"of", "which"}.intersection(words[max(0, part.word - 2) : part.word])
        ratio = right / max(rate.value, 0.01)
        if ((told and 0.25 <= ratio <= 4) or (direct and 0.05 <= ratio <= 20)) and best is None:
            best = (right, part, whole)
    if best is not None:
        right, part, whole = best
        written = text[rate.start : rate.end]
        yield _over(
            [part, whole, rate], f"{_shown(part.value)} of {_shown(whole.value)} is {right:.2f} %, not {written} %."
        )
