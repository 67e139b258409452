"""The figures of a statement: every number that counts, costs, weighs or shares something, read once.

Dates, times, identifiers, file names, sizes and the numbers of documents are no figures. What a figure is in its
clause (a total, a rest, so much each) stands in `account.py`; whether figures come out is asked in `sums.py`,
`products.py` and `shares.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from amends.review.letter.pieces import once
from amends.review.reckoning.counts import number_of
from amends.typed import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from amends.dates import Found
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

# Words that count so many of what stands before them: "two dozen", "three hundred and forty".
_ROUND = {"gross": 144.0, "dozen": 12.0, "hundred": 100.0, "thousand": 1000.0}
_OPEN = frozenset("few several couple many some per of".split())
# A number behind one of these names a thing rather than counting it.
_NUMBERED = frozenset(
    "no nr number invoice lot case page exhibit size step phase part section class level version order complaint id "
    "ticket batch po aisle row bin shelf rack bay dock gate table line printer week regulation article model item "
    "figure appendix annex registration is'".split()
)
_UNMEASURED = frozenset(
    "cm mm m metre metres meter meters inch inches hour hours minute minutes second seconds day days week weeks month "
    "months year years v w volt watt gb mb am pm ppm clock points point percent degrees am' times".split()
)
_WEIGHED = {
    word: unit
    for unit, words in {
        "kg": "kg kilo kilos kilogram kilograms", "g": "g gram grams gramme grammes", "mg": "mg milligram milligrams",
        "lb": "lb lbs", "ml": "ml millilitre millilitres", "l": "l litre litres liter liters",
    }.items()
    for word in words.split()
}  # fmt: skip
_MONEY_WORDS = frozenset(
    "eur euro euros usd dollar dollars gbp pound pounds cad aud zł zl pln inr rupees rmb yen jpy mxn pesos brl "
    "lira".split()
)
_CENTS = frozenset("cents pence".split())
_MONEY_MARKS = "$€£¥₹"
_MONEY_SIGNS = frozenset(_MONEY_MARKS)
# "Between 3 p.m. and 5 p.m." counts nothing.
_CLOCK = frozenset(("p", "a", "pm", "am", "p.m", "a.m", "p.m.", "a.m.", "o'clock", "h", "hrs"))
_CLOCK_MARKS = (" p.m", " a.m", "p.m", "a.m", " pm", " am", " p. m", " a. m", " o'clock", " h ", " hrs")
_DAILY = frozenset("morning evening noon night day daily afternoon weekday monday friday".split())
_PERCENT, _PER_CENT = frozenset(("%", "percent", "pct", "percents")), ("per", "cent")
_MOST_DAYS, _DAYS, _HOURS, _YEARS = 8, 31, 24, (1990, 2099)
_CENTS_LONG, _POINTED, _THOUSAND = 3, 4, 1000
# What is longer than any sentence is a list or a table, whose figures belong together in other ways.
_LONGEST = 160


MONEY, PERCENT = "$", "%"


class Figure(NamedTuple):
    """A number of a statement: its value, the index of its word, its place, and its unit, which is empty for what
    counts things.
    """

    value: float
    word: int
    start: int
    end: int
    unit: str

    @property
    def money(self) -> bool:
        """Whether it is an amount of money."""
        return self.unit == MONEY

    @property
    def percent(self) -> bool:
        """Whether it is a percentage."""
        return self.unit == PERCENT

    @property
    def counts(self) -> bool:
        """Whether it counts things."""
        return not self.unit


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
    days = draft.dates_in(statement)
    if len(days) > _MOST_DAYS or len(words) > _LONGEST:
        return
    taken = [d.span for d in days] + [i.span for i in draft.identifiers_in(statement)]
    for at, value in values_of(statement):
        start, end = statement.at[at]
        if any(span.start <= start < span.end for span in taken) or _attached(text, start, end):
            continue
        if (value <= _DAYS and days and _of_days(text, end, days)) or (words[at] in _ROUND and _said_openly(words, at)):
            continue
        unit = _unit(draft, statement, at, value)
        if unit is None:
            continue
        if unit == MONEY and words[at + 1 : at + 2] and words[at + 1] in _CENTS:
            value /= 100
        if unit in ("", MONEY) and end - start > _POINTED and value < _THOUSAND and text[end - 4] == ".":
            # "1.250 USD": a point that parts thousands.
            value *= 1000
        yield Figure(value, at, start, end, unit)


def _unit(draft: Draft, statement: Statement, at: int, value: float) -> str | None:
    """What a number is of: money, a percentage, a weight, things (the empty unit), or None where it is no figure."""
    words, text = statement.words, draft.text
    start, end = statement.at[at]
    before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
    close = not text[statement.at[at - 1][1] : start].strip() if at else True
    cents = end - start > _CENTS_LONG and text[end - 3] in ".," and text[end - 2 : end].isdecimal()
    if before in _NUMBERED and not cents and close:
        return None
    if after in _PERCENT or words[at + 1 : at + 3] == _PER_CENT:
        return PERCENT
    marked = (start and text[start - 1] in _MONEY_MARKS) or text[end : end + 1] in _MONEY_SIGNS
    if cents or marked or after in _MONEY_WORDS or after in _CENTS or (before in _MONEY_WORDS and close):
        return MONEY
    if before == "at" and value <= _HOURS and not _DAILY.isdisjoint(words[max(0, at - 4) : at]):
        # "Each morning at 8".
        return None
    if after in _CLOCK and draft.low.startswith(_CLOCK_MARKS, end):
        return None
    if after in _UNMEASURED and not (after == "times" and _times(words, at)):
        return None
    if (
        _YEARS[0] <= value <= _YEARS[1]
        and value == int(value)
        and end - start == 4
        and not (after.endswith("s") and text[end] == " ")
    ):
        return None
    return _WEIGHED.get(after, "")


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
    """Whether a round word counts nothing: "a few hundred orders", "per thousand", "gross weight"."""
    if words[at] == "gross":
        return words[at + 1 : at + 2] != ("of",)
    return at > 0 and words[at - 1] in _OPEN


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
    """Whether "times" multiplies: "31 times 4.90 EUR", "raised three times, which makes 61", not "3 times a week"."""
    return at + 2 < len(words) and (_VALUES[words[at + 2]] is not None or not _MAKES.isdisjoint(words[at + 2 : at + 5]))


_MAKES = frozenset("makes make made gives gave total".split())


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
