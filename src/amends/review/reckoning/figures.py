"""The figures of a statement, and whether they come out: products, sums, what is left, fractions.

A figure is a number that counts or costs something. Dates, times, identifiers, file names, sizes and the numbers of
documents are none. A sum is doubted only where words say that there is one, and where the figures nearly make it:
two numbers that merely stand side by side prove nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from amends.review.letter.pieces import once
from amends.review.reckoning.counts import number_of
from amends.typed import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from amends.dates import Found
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

# Words that count so many of what stands before them: "two dozen", "three hundred and forty".
_ROUND = {"dozen": 12.0, "hundred": 100.0, "thousand": 1000.0}
_OPEN = frozenset("few several couple many some per of".split())
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
_CENTS = frozenset("cents pence".split())
_MONEY_MARKS = "$€£¥₹"
_EACH = frozenset("each apiece per x every".split())
_TOTAL = frozenset("total totals together altogether sum makes make totalling totaling".split())
_REST = frozenset(
    "remaining rest remainder other others left leaves balance minus less remained remain thereof whereof namely "
    "outstanding unsold unanswered".split()
)
_WHOLE = frozenset("of all from out counted received bought had read checked tested hold held".split())
_TIMES = frozenset("x×*")
_MORE_THAN, _LESS_THAN = (
    frozenset(("more", "over", "above")),
    frozenset(("less", "under", "fewer", "below", "nearly", "almost")),
)
_FRACTIONS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5}
_PERCENT, _PER_CENT = frozenset(("%", "percent", "pct", "percents")), ("per", "cent")
_NEAR, _FEW, _MOST, _DAYS = 0.2, 3, 8, 31
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


def over(figures: list[Figure], message: str) -> Wrong:
    """A mistake over all of some figures."""
    return Wrong(min(f.start for f in figures), max(f.end for f in figures), message)


def figures(draft: Draft, statement: Statement) -> list[Figure]:
    """The figures of a statement in order."""
    if not values_of(statement):
        return []
    known = cast("dict[int, list[Figure]]", draft.memo.setdefault("figures", {}))
    if statement.start not in known:
        known[statement.start] = list(_figures(draft, statement))
    return known[statement.start]


def _figures(draft: Draft, statement: Statement) -> Iterator[Figure]:
    words, text = statement.words, draft.text
    values = values_of(statement)
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
        if (
            (before in _NUMBERED and not close.strip() and not _to_the_cent(text, start, end))
            or (value <= _DAYS and _of_days(text, end, days))
            or _said_openly(words, at)
        ):
            continue
        percent = after in _PERCENT or words[at + 1 : at + 3] == _PER_CENT
        money = text[max(0, start - 1) : start] in _MONEY_MARKS and start > 0
        money = money or text[end : end + 1] in (*_MONEY_MARKS,) or after in _MONEY_WORDS
        money = money or (before in _MONEY_WORDS and not close.strip())
        money = money or _to_the_cent(text, start, end)
        if after in _CENTS and not percent:
            money, value = True, value / 100
        if after in _CLOCK and draft.low.startswith(_CLOCK_MARKS, end):
            continue
        if after in _MEASURES and not percent and not (after == "times" and _times(words, at)):
            continue
        if 1990 <= value <= 2099 and value == int(value) and end - start == 4 and not money and not after.endswith("s"):
            continue
        yield Figure(value, at, start, end, money and not percent, percent)


# "Between 3 p.m. and 5 p.m." counts nothing.
_CLOCK = frozenset(("p", "a", "pm", "am", "p.m", "a.m", "p.m.", "a.m.", "o'clock", "h", "hrs"))
_CLOCK_MARKS = (" p.m", " a.m", "p.m", "a.m", " pm", " am", " p. m", " a. m", " o'clock", " h ", " hrs")


def _to_the_cent(text: str, start: int, end: int) -> bool:
    """Whether a figure has two decimals, as amounts of money have."""
    return end - start > _CENTS_LONG and text[end - 3] in ".," and text[end - 2 : end].isdecimal()


_CENTS_LONG = 3


@once
def values_of(statement: Statement) -> tuple[tuple[int, float], ...]:
    """The words of a statement that are numbers, with their values."""
    words = statement.words
    values = [(at, value) for at, value in enumerate(map(_VALUES.__getitem__, words)) if value is not None]
    return tuple(values if _ROUND.keys().isdisjoint(words) else _grouped(words, values))


def _grouped(words: tuple[str, ...], values: list[tuple[int, float]]) -> Iterator[tuple[int, float]]:
    """The same with "two dozen", "a hundred" and "three hundred and forty" each as one number, at its last word."""
    held: tuple[int, float] | None = None
    for at, value in values:
        large = words[at] in _ROUND
        if held is not None:
            last, number = held
            between = words[last + 1 : at]
            if large and not between and number < 1000 and (number < value or words[last] not in _ROUND):
                held = at, number * value
                continue
            under = words[last] in ("hundred", "thousand") and not large and value < 100
            if under and (not between or between == ("and",)):
                held = at, number + value
                continue
            yield held
        held = at, value
    if held is not None:
        yield held


def _said_openly(words: tuple[str, ...], at: int) -> bool:
    """Whether a round word counts nothing: "a few hundred orders", "per thousand"."""
    return words[at] in _ROUND and at > 0 and words[at - 1] in _OPEN


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
        # "2x 17.95"
        plain = _plain_number(word.removesuffix("x"))
        try:
            return float(plain)
        except ValueError:
            return None
    number = number_of(word)
    return float(number) if number is not None else _ROUND.get(word)


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
    # "To one state" counts nothing.
    parts = [figure for figure in _plain(moved) if together[figure.word] != "one"]
    if mistake is None and whole is not None and len(parts) > 1 and not any(p.money != whole.money for p in parts):
        mistake = _compared(whole, parts, strong=True)
    return mistake


def _plain(found: list[Figure]) -> list[Figure]:
    return [figure for figure in found if not figure.percent]


def _said(values: Iterator[float] | list[float], sign: str) -> str:
    return f" {sign} ".join(shown(value) for value in values)


def shown(value: float) -> str:
    """A number as the messages write it."""
    return f"{value:,.2f}" if value != int(value) else f"{int(value):,}"


def _product(text: str, words: tuple[str, ...], found: list[Figure]) -> Wrong | None:
    """37 x $9.90 = $376.30; 14 buyers received 25 USD each, 375 USD."""
    cues = [
        at
        for at, word in enumerate(words)
        if word in _EACH and (words[at + 1 : at + 2] != ("of",) or any(f.money for f in found))
    ]
    body = text[found[0].start : found[-1].end + 24]
    times = any(mark in body for mark in _MULTIPLIED) or _packed(words, found) or _priced(words, found)
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
            if any(abs(made + f.value - third.value) < 0.006 for f in amounts if f not in (first, second, third)):
                # "Two pallets with 40 boxes each and one with 25, 105 boxes": a product and the rest.
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
    said = f"{shown(one.value)} x {shown(two.value)} makes {shown(made)}, not {shown(third.value)}."
    return over([one, two, third], said)


def _multiplies(words: tuple[str, ...], at: int, first: Figure, second: Figure, money: bool) -> bool:
    """Whether a cue stands by two figures: "x" between them, "each" near a price or right behind what is counted."""
    if words[at] == "x" or money:
        return min(abs(at - f.word) for f in (first, second)) <= _REACH
    return 0 < at - second.word <= _CLOSE


_REACH, _CLOSE = 4, 2
_MULTIPLIED = ("×", " times ", " at $", " at £", " at €", " at EUR", " at USD", " at GBP", " à ", " a day", " a piece")
_PACKS = frozenset("carton box case pallet pack package bag bundle lot batch set crate sack tray roll".split())


def _priced(words: tuple[str, ...], found: list[Figure]) -> bool:
    """Whether one count, a price and an amount stand here: "430 pieces at 5.20 USD", "11 buyers, $15, total $155"."""
    money = [figure for figure in found if figure.money]
    if len(money) != 2 or len(found) != 3 or not _ESTIMATED.isdisjoint(words):
        return False
    priced = any(not _PRICE.isdisjoint(words[max(0, figure.word - 3) : figure.word]) for figure in money)
    return priced or not _TOTAL.isdisjoint(words)


_ESTIMATED = frozenset("average about around nearly almost over roughly different approximately".split())
_PRICE = frozenset("at price costs cost".split())


def _packed(words: tuple[str, ...], found: list[Figure]) -> bool:
    """Whether so many packages of so many stand here, and what they make: "24 cartons of 12 pieces, together 288"."""
    for one, two in pairwise(found):
        between = words[one.word + 1 : two.word]
        if len(between) == 2 and between[0].rstrip("s").rstrip("e") in _PACKED and between[1] in ("of", "with"):
            return not _TOTAL.isdisjoint(words[two.word :])
    return False


_PACKED = frozenset(word.rstrip("e") for word in _PACKS)


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
    said = " + ".join(f"{shown(one.value)} x {shown(two.value)}" for one, two in pairs)
    return over([*pairs[0], last], f"{said} makes {shown(total)}, not {shown(last.value)}.")


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
            message = f"{shown(whole.value)} less {shown(taken)} leaves {shown(closest)}, not {shown(rest.value)}."
            return over([whole, rest], message)
    return None


def _listed(text: str, words: tuple[str, ...], found: list[Figure]) -> Wrong | None:
    """A whole and its parts behind a colon, a bracket or "=": 380 backpacks: 140 with and 250 without."""
    amounts = _plain(found)
    for at, whole in enumerate(amounts[:-2]):
        parts = amounts[at + 1 :]
        between = text[whole.end : parts[0].start]
        lead = between.rstrip().endswith((":", "=", "(")) and len(between) <= 70 and between.find(")") < 0
        lead = lead or (": " in between and len(parts) > 1 and len(between) <= 50 and not between.count(". "))
        of = _heading_whole(words, whole.word)
        named = _CONSISTS.intersection(words[whole.word : parts[0].word])
        parts = [part for part in parts if part is parts[0] or not _of_a_part(words, parts[0], part)]
        if not (lead or named or of) or any(p.money != whole.money for p in parts) or len(parts) < 2:
            continue
        first = whole.word <= _FEW and len(parts) > 2
        return _compared(whole, parts, strong=bool(lead or named or first))
    return _run(text, words, amounts)


_CONSISTS = frozenset(
    "thereof whereof namely consisting consist consists consisted split splits divided "
    "comprise comprises comprising composed made".split()
)
_OF_THEM = frozenset((("of", "them"), ("of", "these"), ("of", "those"), ("of", "which")))


def _of_a_part(words: tuple[str, ...], first: Figure, part: Figure) -> bool:
    """Whether a number is a part of the part before it: "61 have answered, 40 of them kept it"."""
    if words[first.word + 1 : first.word + 3] in _OF_THEM:
        return False
    return words[part.word + 1 : part.word + 3] in _OF_THEM or words[max(0, part.word - 2) : part.word] in _OF_THEM


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
    gaps = [text[a.end : b.start] for a, b in pairwise(amounts)]
    joined = all(
        "," in gap or " and " in gap or (at == 0 and " - " in gap.replace("–", "-")) for at, gap in enumerate(gaps)
    )
    few = len(parts) == 2 and any(_plural(words, part.word + 1) for part in parts)
    if joined and not few and abs(total - whole.value) <= max(2.0, 0.04 * whole.value):
        said = _said([part.value for part in parts], "+")
        return over(amounts, f"{said} makes {shown(total)}, not {shown(whole.value)}.")
    return None


def _plural(words: tuple[str, ...], at: int) -> bool:
    return at < len(words) and words[at].endswith("s") and len(words[at]) > 3


_EXACT = 0.006


def _compared(whole: Figure, parts: list[Figure], strong: bool) -> Wrong | None:
    for size in range(len(parts), 1, -1):
        if abs(sum(part.value for part in parts[:size]) - whole.value) < 0.006:
            return None
    if len(parts) > 2 and abs(sum(part.value for part in parts[1:]) - whole.value) < _EXACT:
        # "412 jars in 9 lots: 17 were expired, the other 395 …": what is counted first groups the whole.
        return None
    total = sum(part.value for part in parts)
    if max(part.value for part in parts) >= whole.value:
        return None
    if abs(total - whole.value) <= max(_FEW, (_NEAR if strong else 0.12) * whole.value):
        message = f"{_said([part.value for part in parts], '+')} makes {shown(total)}, not {shown(whole.value)}."
        return over([whole, *parts], message)
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
            return over([*others, whole], f"The parts make {shown(close)}, not {shown(whole.value)}.")
    return None


def _fraction(text: str, words: tuple[str, ...], found: list[Figure]) -> Wrong | None:
    """Half of the 63 parcels, 41; two thirds of the 120 lamps, namely 45; more than half of the 41, 19."""
    for at, word in enumerate(words[:-3]):
        one = word.removesuffix("s")
        if one not in _FRACTIONS or words[at + 1] != "of":
            continue
        here = [figure for figure in _plain(found) if at < figure.word <= at + 12]
        if len(here) >= 2 and here[0].value > here[1].value:
            many = _VALUES[words[at - 1]] if at and one != word else None
            right = here[0].value * (many or 1) / _FRACTIONS[one]
            told = here[1].value
            before = words[max(0, at - 4) : at]
            if not _MORE_THAN.isdisjoint(before) or not _LESS_THAN.isdisjoint(before):
                wrong_side = told <= right if not _MORE_THAN.isdisjoint(before) else told >= right
                if wrong_side and told * 3 > right:
                    side = "more" if not _MORE_THAN.isdisjoint(before) else "less"
                    message = f"A {word} of {shown(here[0].value)} is {shown(right)}; {shown(told)} is not {side}."
                    return over(here[:2], message)
                return None
            if many and one != word:
                word = f"share of {words[at - 1]} {word}"
            if abs(right - told) > 1:
                message = f"A {word} of {shown(here[0].value)} is {shown(right)}, not {shown(told)}."
                return over(here[:2], message.replace("A half", "Half"))
    return None
