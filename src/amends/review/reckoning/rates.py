"""The shares that a letter tells, percentages and fractions, and those told in two ways: a defect rate of 1.8 % and
"9 of 300 orders had a defect", a late dispatch of 6 % and "the late dispatch of 7 % named above".
"""

from __future__ import annotations

from amends.review.letter import parts
from amends.review.reckoning.account import Account, Entry, Wrong, shown
from amends.review.reckoning.figures import values_of
from amends.review.reckoning.fractions import ROUNDED, fractions
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

_BOUND = frozenset(
    "above below over under target limit than within least most maximum minimum up off discount max min until "
    "threshold exceed exceeds exceeding cap allowed permitted vat tax coupon purity alcohol every each".split()
)
RATES = frozenset("rate share quota percentage ratio odr lsr vtr portion proportion porcentaje deviation".split())
_STANDS = frozenset("stood stands stand was is were stays stayed remained reached measured arrived ended came".split())
_HALF, _LOW = 0.51, 5
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
_KNOWN = frozenset("the this that named said these".split())
_MOVED = frozenset(
    "to now since fell rose down after from least under below limit target instead another other".split()
)
_COMMON = frozenset(
    "rate share percent percentage quota that this these those named above about which with from have were been under "
    "below october november december january february march april june july august september your notice week month "
    "asin amazon account orders order limit target".split()
)
_OF, _NEAR, _BEHIND, _CLOSE, _LOWEST, _HIGHEST, _PREFIX, _MOST = frozenset(("of", "out")), 6, 4, 5, 0.2, 5, 5, 30


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


def rate_said(account: Account, rate: Rate) -> str:
    """A share as the letter has it."""
    return account.draft.text[rate.start : rate.end] + ("" if rate.fraction else " %")


def rates_told(draft: Draft) -> Iterator[Wrong]:
    """Rates of one thing that the letter tells in two ways."""
    if not any(mark in draft.low for mark in ("%", "percent", "per cent")):
        return
    told: list[tuple[Rate, frozenset[str]]] = []
    for statement in draft.statements:
        if statement.part == parts.MEASURES or not values_of(statement):
            continue
        account = Account(draft, (statement,))
        counts = [entry for entry in account.entries if not entry.unit]
        shares = [rate for rate in rates(account) if not rate.fraction and rate.free]
        if len(shares) == 1 and len(told) < _MOST:
            names = _names(shares[0])
            yield from _again(draft, shares[0], names, told)
            told.append((shares[0], names))
        elif not shares and told and len(counts) == 2 and not _CLASS_WORDS.isdisjoint(statement.words):
            yield from _unmade(draft, counts[0], counts[1], told)


def _unmade(draft: Draft, part: Entry, whole: Entry, told: list[tuple[Rate, frozenset[str]]]) -> Iterator[Wrong]:
    """ "9 of 300 orders had a defect", where the order defect rate was told."""
    statement = part.statement
    kinds = {_CLASSES[word] for word in statement.words if word in _CLASSES}
    rate = next((rate for rate, names in told if kinds <= names and not RATES.isdisjoint(rate.statement.words)), None)
    between = part.words[part.word + 1 : whole.word]
    if rate is None or len(kinds) > 1 or _OF.isdisjoint(between) or len(between) >= _CLOSE or part.value >= whole.value:
        return
    right = 100 * part.value / whole.value
    off = min(abs(right - rate.value), abs(100 - right - rate.value))
    here = statement.item is rate.statement.item or _apart(draft, statement, rate.statement)
    if right and not here and off > rate.slack and _LOWEST <= rate.value / right <= _HIGHEST:
        said = f"{shown(part.value)} of {shown(whole.value)} is {right:.4g} %"
        yield Wrong(part.start, whole.end, f"{said}, and the letter tells {_told(draft, rate)}.")


def _names(rate: Rate) -> frozenset[str]:
    """What a rate is of: the classes named beside it, and the heads of the words there."""
    near = (*rate.before(_NEAR), *rate.behind(_BEHIND))
    heads = {word[:_PREFIX] for word in near if len(word) >= _PREFIX - 1 and word.isalpha() and word not in _COMMON}
    return frozenset(heads | {_CLASSES[word] for word in near if word in _CLASSES})


def _again(draft: Draft, rate: Rate, names: frozenset[str], told: list[tuple[Rate, frozenset[str]]]) -> Iterator[Wrong]:
    """The same rate spoken of as known, with another number."""
    near = (*rate.before(_NEAR), *rate.behind(2))
    if _KNOWN.isdisjoint(rate.before(_NEAR)) or not _MOVED.isdisjoint(near):
        return
    if any(rate.value == before.value for before, _ in told):
        return
    for before, others in told:
        shared = names & others
        same = len(shared) > 1 or (shared and shared <= frozenset(_CLASSES.values()))
        where = before.statement
        if same and where.item is not rate.statement.item and not _apart(draft, rate.statement, where):
            said = f"{_told(draft, rate)} here, {_told(draft, before)} above for the same rate."
            yield Wrong(rate.start, rate.end, said)
            return


def _told(draft: Draft, rate: Rate) -> str:
    return draft.text[rate.start : rate.end] + " %"


def _apart(draft: Draft, one: Statement, two: Statement) -> bool:
    """Whether two sentences speak of different days."""
    days = [{day.date for day in draft.dates_in(each)} for each in (one, two)]
    return bool(days[0]) and bool(days[1]) and days[0].isdisjoint(days[1])
