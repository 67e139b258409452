"""The figures of a point as an account: each one in its clause, and what it is there (a total, a rest, so much each).

A reckoning (`sums.py`, `products.py`, `shares.py`) reads the account in its own way and says which figures should make
which. What it says is held against all figures beside it: where any sum, difference or product of them gives just what
is told, the account has a reading that comes out, and nobody is doubted.
"""

from __future__ import annotations

from itertools import combinations, pairwise

from amends.review.reckoning.figures import MONEY, Figure, figures
from amends.review.reckoning.fractions import fractions
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from amends.review.document import Draft
    from amends.review.letter.pieces import Item, Statement

# Before a figure these say that it is what others come to; some say so behind it as well.
_TOTAL = frozenset(
    "total totals totalling totaling altogether together sum sums matches matching match equal entire "
    "equals equalling amounting amounts amounted combined overall aggregate aggregating grand gross therefore hence so "
    "thus thereby =".split()
)
_TOTAL_BEHIND = frozenset("total totals altogether together combined overall".split())
_TOTAL_PAIRS = frozenset(
    (("i", "e"), ("in", "total"), ("in", "sum"), ("in", "all"), ("all", "told"), ("add", "up"), ("adds", "up"),
     ("added", "up"), ("comes", "to"), ("came", "to"), ("come", "to"), ("which", "is"), ("that", "is"), ("this", "is"),
     ("covers", "the"), ("settles", "the"), ("for", "the"), ("against", "the"))
)  # fmt: skip
_MAKES = frozenset("makes make made making gives gave spent yields being is".split())
_BEHIND_PAIRS = frozenset((("in", "all"), ("in", "total"), ("in", "sum"), ("all", "told")))
_REST = frozenset(
    "remaining rest remainder remain remains remained left leaves leaving balance still outstanding over unsold "
    "difference shortfall gap lost unaccounted unreturned unanswered kept pending open missing other others".split()
)
_EACH = frozenset("each apiece per every à @ x × times".split())
_VAGUE = frozenset(
    "about around roughly nearly almost approximately approx circa average over under than least most".split()
)
_OVERLAPS = frozenset("excluding except overlap overlaps overlapping partly".split())
_TIMES = frozenset((word,) for word in "day week month year piece shift hour".split())
_MOST, _MOST_STATEMENTS, _REACH, _AHEAD, _LABEL = 8, 5, 4, 5, 14
_CENT, _POINTS, _WINDOW = 0.006, 2, 3
_BOTH, _TOGETHER = frozenset(("both", "all", "these")), frozenset("together altogether total sum".split())


class Wrong(NamedTuple):
    """Figures that do not come out, from `start` to `end`, and what they make; `sure` where nothing else is said."""

    start: int
    end: int
    message: str
    sure: bool = False


class Entry:
    """A figure of an account in its clause, between its neighbours."""

    __slots__ = ("end", "figure", "left", "right", "start", "statement", "unit", "value", "word", "words")

    def __init__(self, statement: Statement, figure: Figure, left: int, right: int) -> None:
        self.statement, self.figure, self.left, self.right = statement, figure, left, right
        self.value, self.unit, self.word, self.words = figure.value, figure.unit, figure.word, statement.words
        self.start, self.end = figure.start, figure.end

    def before(self, many: int = _AHEAD) -> tuple[str, ...]:
        """The words before it, up to its neighbour."""
        return self.words[max(self.left, self.word - many) : self.word]

    def behind(self, many: int = _REACH) -> tuple[str, ...]:
        """The words behind it, up to its neighbour."""
        return self.words[self.word + 1 : min(self.right, self.word + 1 + many)]

    @property
    def exact(self) -> bool:
        """Whether it is told to the cent."""
        return self.unit == MONEY and "." in self.words[self.word]

    @property
    def vague(self) -> bool:
        """Whether a word says that the figure is only roughly so."""
        before = self.before(2)
        return before[-1:] != () and not self.exact and (before[-1] in _VAGUE or before == ("up", "to"))

    @property
    def each(self) -> bool:
        """Whether words beside it tell that there is so much for each."""
        behind = self.behind()
        return not _EACH.isdisjoint((*self.before(), *behind)) or (behind[:1] == ("a",) and behind[1:2] in _TIMES)


class Account:
    """The figures of one statement or of several that stand together: the amounts, and the shares told of them."""

    __slots__ = ("draft", "entries", "rates", "told", "words")

    def __init__(self, draft: Draft, told: Sequence[Statement]) -> None:
        self.draft, self.told = draft, told
        self.words = told[0].words if len(told) == 1 else tuple(word for statement in told for word in statement.words)
        self.entries: list[Entry] = []
        self.rates: list[Entry] = []
        for statement in told:
            found = figures(draft, statement)
            files = " ".join(match.group() for match in draft.files_in(statement)) if len(found) > 1 else ""
            edges = [f.word for f in found if statement.words[f.word] != "one"]
            for at, figure in enumerate(f for f in found if f.word in edges):
                left = edges[at - 1] + 1 if at else 0
                right = edges[at + 1] if at + 1 < len(edges) else len(statement.words)
                entry = Entry(statement, figure, left, right)
                if figure.percent:
                    self.rates.append(entry)
                elif not (files and figure.value >= _FILED and f"{figure.value:g}" in files):
                    self.entries.append(entry)

    @property
    def overlaps(self) -> bool:
        """Whether a word says that some things are told in several figures."""
        return not _OVERLAPS.isdisjoint(self.words) or any(pair == ("the", "same") for pair in pairwise(self.words))

    def gap(self, one: Entry, two: Entry) -> str:
        """The text between two figures."""
        return self.draft.text[one.end : two.start]

    def mark(self, entry: Entry) -> str:
        """The mark right before a figure, whatever sign of money stands between."""
        return self.draft.text[max(0, entry.start - 4) : entry.start].rstrip(" $€£¥₹\n")[-1:]

    def label(self, entry: Entry) -> tuple[str, ...]:
        """The words before a figure; all of them where a colon ends them: "Kept by buyers, as they wrote: 42"."""
        return entry.before(_LABEL if self.mark(entry) in (":", "-", "–") else _AHEAD)

    def is_total(self, entry: Entry) -> bool:
        """Whether words say that a figure is what the others come to."""
        before, behind = self.label(entry), entry.behind(2)
        if not _TOTAL.isdisjoint(before) or not _TOTAL_BEHIND.isdisjoint(behind) or self.mark(entry) == "=":
            return True
        if ("i", "e") in pairwise(entry.before(_LABEL)) or any(pair in _TOTAL_PAIRS for pair in pairwise(before)):
            return True
        if any(pair in _BEHIND_PAIRS for pair in pairwise(entry.behind(3))):
            return True
        if not _MAKES.isdisjoint(before[-2:]) and entry is not self.entries[0]:
            return True
        if entry is not self.entries[-1] or before[-1:] not in (("these",), ("those",), ("the",)):
            return False
        # "Monday 12 calls, Tuesday 9 calls: the 21 calls".
        named = {one.behind(1) for one in self.entries}
        return before[-1] != "the" or (len(named) == 1 and () not in named)

    def is_rest(self, entry: Entry) -> bool:
        """Whether words say that a figure is what is left of others."""
        behind = entry.behind(4)
        near = (*self.label(entry), *behind)
        return not _REST.isdisjoint(near) and behind[:1] not in (("of",), ("than",)) and not _departed(behind)


_FILED = 100


def _departed(behind: tuple[str, ...]) -> bool:
    """Whether "left" means that something went: "268 orders left one day late"."""
    at = behind.index("left") if "left" in behind else -1
    return at >= 0 and at + 1 < len(behind) and behind[at + 1] not in ("in", "on", "at", "over", "the", "with", "and")


def accounts(draft: Draft, item: Item, earlier: Sequence[Item]) -> Iterator[Account]:
    """The accounts of a point: each of its statements with two figures, those that stand together, and with the points
    before it where it adds them up: "both payments together".
    """
    told = [statement for statement in item.statements if figures(draft, statement)]
    if not told or len(item.statements) > _MOST_STATEMENTS * _MOST:
        return
    for statement in told:
        if len(figures(draft, statement)) > 1 or ("%" in statement.words and fractions(statement)):
            yield Account(draft, (statement,))
    if len(told) > 1:
        for at in range(max(1, len(told) - _WINDOW + 1)):
            yield Account(draft, told[at : at + _WINDOW])
        if _WINDOW < len(told) <= _MOST_STATEMENTS:
            yield Account(draft, told)
    if item.kind != "paragraph" and not (_BOTH.isdisjoint(item.words) or _TOGETHER.isdisjoint(item.words)):
        before = [one for other in earlier[-_POINTS:] if other.part == item.part for one in other.statements]
        yield Account(draft, [*(one for one in before if figures(draft, one)), *told])


def shown(value: float) -> str:
    """A number as the messages write it."""
    return f"{value:,.2f}" if value != int(value) else f"{int(value):,}"


def added(entries: Sequence[Entry]) -> str:
    """A sum as the messages write it."""
    return " + ".join(shown(entry.value) for entry in entries)


def over(entries: Sequence[Entry], message: str, sure: bool = False) -> Wrong:
    """A mistake over all of some figures."""
    return Wrong(min(e.start for e in entries), max(e.end for e in entries), message, sure)


def same(one: float, two: float) -> bool:
    """Whether two values are the same to the cent."""
    return abs(one - two) < _CENT * max(1.0, abs(two) / 100)


def explained(value: float, others: Sequence[float], times: bool) -> bool:
    """Whether a sum or difference of other figures is just this one; with `times` a product as well, alone, with
    another product, or more or less another figure.
    """
    if any(same(value, other) for other in others):
        return True
    others = others[:_MOST]
    for size in range(2, len(others) + 1):
        for chosen in combinations(others, size):
            total = sum(chosen)
            if same(total, value) or same(2 * max(chosen) - total, value):
                return True
    if not times:
        return False
    products = [(a * b, at, to) for (at, a), (to, b) in combinations(enumerate(others), 2)]
    return any(
        same(made, value)
        or any(
            same(made + other, value) or same(made - other, value)
            for place, other in enumerate(others)
            if place not in (at, to)
        )
        for made, at, to in products
    ) or any(same(one[0] + two[0], value) for one, two in combinations(products, 2) if len({*one[1:], *two[1:]}) == 4)
