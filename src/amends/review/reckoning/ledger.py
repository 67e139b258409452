"""The figures of a point or of neighbouring sentences as a small account: what is a whole, what its parts, what is
left, what so many at so much come to.

The words around each figure tell what it is (a total, a rest, so much each); the account then must have one reading
that comes out. It is doubted only where a total, a rest or a result is told, where it nearly comes out, and where no
sum, difference or product of the figures beside it gives just what is told. `figures.py` judges the plain forms
inside one sentence; this is asked where it found nothing.
"""

from __future__ import annotations

import re
from itertools import combinations, pairwise

from amends.review.reckoning.figures import Figure, Wrong, figures, over, shown
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from amends.review.document import Draft
    from amends.review.letter.pieces import Item, Statement

# Before a figure these say that it is what others come to; some say so behind it as well.
_TOTAL = frozenset(
    "total totals totalling totaling altogether together sum sums matches matching match equal "
    "equals equalling amounting amounts amounted combined overall aggregate aggregating grand gross therefore hence so "
    "thus thereby =".split()
)
_TOTAL_BEHIND = frozenset("total altogether together combined overall".split())
_TOTAL_PAIRS = frozenset(
    (("i", "e"), ("in", "total"), ("in", "sum"), ("in", "all"), ("all", "told"), ("add", "up"), ("adds", "up"),
     ("added", "up"), ("comes", "to"), ("came", "to"), ("come", "to"),
     ("which", "is"), ("that", "is"), ("covers", "the"),
     ("settles", "the"), ("for", "the"), ("against", "the"))
)  # fmt: skip
_MAKES = frozenset("makes make made making gives spent yields".split())
_BEHIND_PAIRS = frozenset((("in", "all"), ("in", "total"), ("in", "sum"), ("all", "told")))
_CONSIST = frozenset("comprised comprising comprises consisting consists composed namely made_of divided split".split())
_REST = frozenset(
    "remaining rest remainder remain remains remained left leaves leaving balance still outstanding over unsold "
    "difference shortfall gap lost unaccounted unreturned unanswered kept pending open missing".split()
)
_AFTER = frozenset("after minus less without deducting subtracting".split())
_HELD = frozenset("said showed shows shown was were is are counted stood stands had has have held gives gave".split())
_EACH = frozenset("each apiece per every à @ x × times".split())
_VAGUE = frozenset(
    "about around roughly nearly almost approximately approx circa average average including such e.g "
    "excluding except overlap overlapping partly".split()
)
_FRACTIONS = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "tenth": 0.1, "twice": 2.0, "double": 2.0}
_PACKS = frozenset(
    "box carton case pallet pack package bag bundle crate tray roll shelf order buyer lot batch set unit piece family "
    "parcel layer row bin sheet".split()
)
_PACKS_SHORT = frozenset(pack.rstrip("e") for pack in _PACKS - {"unit", "piece"})
_MOST, _MOST_STATEMENTS, _REACH, _AHEAD = 8, 5, 3, 5
_CENT = 0.006


class _Entry(NamedTuple):
    """A figure of the account: the words right before and behind it, up to its neighbours, the mark before it,
    whether it ends with a sign of multiplication ("2x 17.95"), opens a bracket, and is told with a word or two only.
    """

    figure: Figure
    before: tuple[str, ...]
    behind: tuple[str, ...]
    mark: str
    many: bool
    opens: bool
    alone: bool

    @property
    def value(self) -> float:
        return self.figure.value


def accounts(draft: Draft, item: Item) -> Iterator[Wrong]:
    """What does not come out in a point: in each of its sentences, else in the sentences together."""
    if not _VAGUE.isdisjoint(item.words) and len(item.statements) == 1:
        return
    told = [(statement, found) for statement in item.statements if (found := figures(draft, statement))]
    if not told or len(item.statements) > _MOST_STATEMENTS * _MOST:
        return
    for statement, found in told:
        mistake = _judged(draft, [(statement, found)], statement.words) if len(found) > 1 else None
        if mistake is not None:
            yield mistake
            return
    if len(item.statements) <= _MOST_STATEMENTS:
        windows: Sequence[list[tuple[Statement, list[Figure]]]] = [told]
    else:
        windows = [list(pair) for pair in pairwise(told)]
    for window in windows:
        if len(window) < 2:
            continue
        words = item.words if window is told else tuple(word for statement, _ in window for word in statement.words)
        mistake = _judged(draft, window, words)
        if mistake is not None:
            yield mistake
            return


def _counting(draft: Draft, statement: Statement, found: list[Figure]) -> list[Figure]:
    """The figures that may be entries: no percentage, no "one", no number of a file."""
    words = statement.words
    kept = [figure for figure in found if not figure.percent and words[figure.word] != "one"]
    files = draft.files_in(statement) if kept else ()
    if not files:
        return kept
    names = {number for match in files for number in _DIGITS.findall(match.group())}
    return [figure for figure in kept if f"{figure.value:g}" not in names]


def _entries(draft: Draft, statement: Statement, found: list[Figure], kept: list[Figure]) -> Iterator[_Entry]:
    words = statement.words
    edges = [-1, *(f.word for f in found if words[f.word] != "one"), len(words)]
    for figure in kept:
        at = edges.index(figure.word)
        first = max(edges[at - 1] + 1, figure.word - _AHEAD)
        last = min(edges[at + 1], figure.word + 1 + _REACH)
        yield _Entry(
            figure,
            words[first : figure.word],
            words[figure.word + 1 : last],
            draft.text[max(0, figure.start - 3) : figure.start].strip(" $€£¥(")[-1:],
            draft.text[figure.end - 1 : figure.end] == "x",
            draft.text[figure.start - 1 : figure.start] == "(",
            _ends(draft.text, statement, figure),
        )


def _ends(text: str, statement: Statement, figure: Figure) -> bool:
    """Whether a comma, a bracket or the end comes within two words of a figure."""
    behind = text[figure.end : min(statement.end, figure.end + 24)]
    mark = next((at for at, letter in enumerate(behind) if letter in ",;)(.–"), -1)
    return behind[: mark if mark >= 0 else len(behind)].count(" ") <= 2 and (mark >= 0 or len(behind) < 24)


def _judged(draft: Draft, told: Sequence[tuple[Statement, list[Figure]]], words: tuple[str, ...]) -> Wrong | None:
    kept = [_counting(draft, statement, found) for statement, found in told]
    values = [figure.value for figures_ in kept for figure in figures_]
    if not 2 <= len(values) <= _MOST or not _VAGUE.isdisjoint(words):
        return None
    many = len(set(values)) > 2
    if not many and _TWICE.isdisjoint(words):
        return None
    if len(values) > 2 and _comes_out(values):
        return None
    entries = [
        entry
        for (statement, found), figures_ in zip(told, kept, strict=True)
        for entry in _entries(draft, statement, found, figures_)
    ]
    once = [entry for at, entry in enumerate(entries) if entry.value not in values[:at]]
    if many:
        for judge in (_chain, _multiplied, _left, _summed, _elliptical, _priced, _beyond):
            mistake = judge(once, words)
            if mistake is not None:
                return mistake
    return _again(once) or _fraction(once, words)


def _comes_out(values: Sequence[float]) -> bool:
    """Whether one of the larger figures is just what others make, so that the account has a reading that comes out."""
    for at, value in enumerate(values):
        others = [*values[:at], *values[at + 1 :]]
        pairs = list(combinations(others, 2))
        if any(one != 1 != two and abs(one * two - value) < _CENT * max(1.0, value / 100) for one, two in pairs):
            return True
        if value > _SMALL and any(
            abs(sum(chosen) - value) < _CENT
            for size in range(2, len(others) + 1)
            for chosen in combinations(others, size)
        ):
            return True
    products = [one * two for one, two in combinations(values, 2)]
    return any(
        abs(one + two - value) < _CENT for value in values if value > _SMALL for one, two in combinations(products, 2)
    )


_SMALL = 12
_DIGITS = re.compile(r"\d{3,}")


def _is_total(entry: _Entry, entries: list[_Entry]) -> bool:
    """Whether words say that a figure is what the others come to."""
    if not _TOTAL.isdisjoint(entry.before) or not _TOTAL_BEHIND.isdisjoint(entry.behind[:2]) or entry.mark == "=":
        return True
    if any(pair in _TOTAL_PAIRS for pair in pairwise(entry.before)):
        return True
    if any(pair in _BEHIND_PAIRS for pair in pairwise(entry.behind)):
        return True
    if not _MAKES.isdisjoint(entry.before[-2:]) and entry is not entries[0]:
        return True
    if entry is entries[0] and not _CONSIST.isdisjoint((*entry.behind, *entries[1].before)):
        return True
    return bool(entry.before) and entry.before[-1] in ("these", "those") and entry is entries[-1]


def _explained(value: float, others: Sequence[float]) -> bool:
    """Whether a sum, difference or product of other figures is just this one."""
    if any(abs(value - other) < _CENT for other in others):
        return True
    for size in range(2, len(others) + 1):
        for chosen in combinations(others, size):
            total = sum(chosen)
            top = max(chosen)
            if abs(total - value) < _CENT or abs(2 * top - total - value) < _CENT:
                return True
    products = [(a * b, a, b) for a, b in combinations(others, 2)]
    if any(abs(made - value) < _CENT * max(1.0, made) for made, _, _ in products):
        return True
    return any(
        abs(one[0] + two[0] - value) < _CENT * max(1.0, value)
        for one, two in combinations(products, 2)
        if len({one[1], one[2], two[1], two[2]}) == 4
    ) or any(
        abs(made + sign * other - value) < _CENT * max(1.0, value)
        for made, a, b in products
        for other in others
        if other not in (a, b)
        for sign in (1, -1)
    )


def _summed(entries: list[_Entry], words: tuple[str, ...]) -> Wrong | None:
    """Parts and the total that they should make, before it or behind it."""
    for at, whole in enumerate(entries):
        if not _is_total(whole, entries):
            continue
        alike = [entry for entry in entries if entry.figure.money == whole.figure.money and entry is not whole]
        before = [entry for entry in alike if entry.figure.start < whole.figure.start]
        parts = before if len(before) > 1 else alike if at == 0 else []
        if len(parts) < 2 or any(not _EACH.isdisjoint((*e.before, *e.behind)) for e in entries):
            continue
        if _explained(whole.value, [e.value for e in entries if e is not whole]):
            continue
        total = sum(part.value for part in parts)
        runs = [sum(part.value for part in parts[first:]) for first in range(len(parts) - 1)] if before else [total]
        close = min(runs, key=lambda run: abs(run - whole.value))
        if max(part.value for part in parts) < whole.value and abs(close - whole.value) <= max(2, 0.2 * whole.value):
            figures_ = [part.figure for part in parts] + [whole.figure]
            return over(figures_, f"The parts make {shown(close)}, not {shown(whole.value)}.")
    return None


def _left(entries: list[_Entry], words: tuple[str, ...]) -> Wrong | None:
    """What was there, what went and what is left of it."""
    for at, rest in enumerate(entries[2:], 2):
        before = [entry for entry in entries[:at] if entry.figure.money == rest.figure.money]
        if len(before) < 2:
            continue
        near = (*rest.before, *rest.behind)
        told = not _REST.isdisjoint(near) and not _departed(rest.behind)
        # "215 in the morning; after 15 went out the card said 205"
        gone = any(e.before and e.before[-1] in _AFTER for e in before[1:]) and not _HELD.isdisjoint(rest.before)
        if not (told or gone) or not {"of", "than"}.isdisjoint(rest.behind[:1]):
            continue
        whole = max(before, key=lambda entry: entry.value)
        parts = [entry for entry in before if entry.value != whole.value]
        if not parts or _explained(rest.value, [entry.value for entry in entries if entry is not rest]):
            return None
        gap = whole.value - sum(part.value for part in parts)
        single = [whole.value - part.value for part in parts]
        closest = min((gap, *single), key=lambda value: abs(value - rest.value))
        if closest > 0 and rest.value < whole.value and abs(closest - rest.value) <= max(3, 0.2 * whole.value):
            message = (
                f"{shown(whole.value)} less {shown(whole.value - closest)} leaves {shown(closest)}, not "
                f"{shown(rest.value)}."
            )
            return over([whole.figure, *(part.figure for part in parts), rest.figure], message)
    return None


def _beyond(entries: list[_Entry], words: tuple[str, ...]) -> Wrong | None:
    """Parts before the whole that are more than it: "8 open and 14 sealed packs among the 20"."""
    whole, parts = entries[-1], entries[:-1]
    among = not {"among", "amongst"}.isdisjoint(whole.before) or whole.before[-3:] in (
        ("out", "of", "the"),
        ("of", "all", "the"),
    )
    total = sum(part.value for part in parts)
    joined = all("and" in part.before or part is parts[0] for part in parts[-1:])
    if among and joined and max(part.value for part in parts) <= whole.value < total <= 1.4 * whole.value:
        said = " + ".join(shown(part.value) for part in parts)
        return over(
            [entry.figure for entry in entries], f"{said} makes {shown(total)}, more than {shown(whole.value)}."
        )
    return None


def _departed(behind: tuple[str, ...]) -> bool:
    """Whether "left" means that something went: "268 orders left one day late"."""
    at = behind.index("left") if "left" in behind else -1
    return at >= 0 and at + 1 < len(behind) and behind[at + 1] not in ("in", "on", "at", "over", "the", "with", "and")


def _elliptical(entries: list[_Entry], words: tuple[str, ...]) -> Wrong | None:
    """A number of things and then bare numbers of them: "900 boxes; 420 went to the shredder, 300 back, 220 stay"."""
    counts = [entry for entry in entries if not entry.figure.money]
    if not counts:
        return None
    whole, parts = counts[0], counts[1:]
    if len(parts) < 2 or len(counts) != len(entries) or not _plural(whole.behind) or not _SOME.isdisjoint(words):
        return None
    if any(part.behind[:1] == ("of",) for part in parts):
        return None
    if any(_plural(part.behind[:1]) or not part.behind for part in parts[:-1]):
        return None
    if _plural(parts[-1].behind[:1]) or any(part.value >= whole.value for part in parts):
        return None
    if any(not _EACH.isdisjoint((*e.before, *e.behind)) for e in entries):
        return None
    total = sum(part.value for part in parts)
    if _explained(whole.value, [part.value for part in parts]) or not 0.75 <= total / whole.value <= 1.34:
        return None
    said = " + ".join(shown(part.value) for part in parts)
    return over(
        [whole.figure, *(part.figure for part in parts)], f"{said} makes {shown(total)}, not {shown(whole.value)}."
    )


_SOME = frozenset("including only first then later each further other another mostly again at-least some".split())
_NO_PLURALS = frozenset("was is has went this its as thus less across".split())


def _plural(behind: tuple[str, ...]) -> bool:
    return any(
        len(word) > 3 and word.endswith("s") and not word.endswith("ss") and word not in _NO_PLURALS
        for word in behind[:2]
    )


def _priced(entries: list[_Entry], words: tuple[str, ...]) -> Wrong | None:
    """Prices and amounts that belong together without a word for it: a price, how many, and what was paid for them."""
    money = [entry for entry in entries if entry.figure.money]
    counts = [entry for entry in entries if not entry.figure.money]
    if len(money) == 2 and len(counts) == 1 and counts[0].value > _REACH:
        low, high = sorted(money, key=lambda entry: entry.value)
        if money[0].before[-1:] == ("from",) and money[1].before[-1:] == ("to",):
            # "The price rose from 34.00 to 79.00": two prices.
            return None
        made = low.value * counts[0].value
        ratio = high.value / made if made else 0
        if 0.8 <= ratio <= 1.25 or abs(ratio - 10) < _CENT or abs(ratio - 0.1) < _CENT:
            message = f"{shown(counts[0].value)} x {shown(low.value)} makes {shown(made)}, not {shown(high.value)}."
            return over([entry.figure for entry in entries], message)
    if len(money) >= 3 and len({entry.value for entry in money}) == len(money):
        top = max(money, key=lambda entry: entry.value)
        rest = [entry for entry in money if entry is not top]
        total = sum(entry.value for entry in rest)
        said = _is_total(top, entries) or not _PAID.isdisjoint((*top.before, *top.behind)) or "difference" in words
        if said and total and 0.85 <= top.value / total <= 1.18:
            parts = " + ".join(shown(entry.value) for entry in rest)
            return over([entry.figure for entry in money], f"{parts} makes {shown(total)}, not {shown(top.value)}.")
    return None


_PAID = frozenset(
    "paid pay payable due bill billed invoiced invoice spent charge charged transfer transferred refunded price cover "
    "covers buyers saw deposited settled owed cost".split()
)


def _again(entries: list[_Entry]) -> Wrong | None:
    """A count and the same count in other words: "five dozen mugs (58 pieces)", "75 pairs, thus 140 single shoes"."""
    for one, two in pairwise(entries):
        if one.figure.money or two.figure.money or not 1 <= len(one.behind) <= 2 or "of" in one.before:
            continue
        pairs = one.behind[0] in ("pairs", "couples")
        single = not {"single", "individual"}.isdisjoint(two.behind[:2])
        right = one.value * 2 if pairs and single else one.value
        aside = two.mark == "," or two.opens
        generic = two.behind[:1] in _GENERIC or two.behind[:2] in _IN_NUMBER
        if not ((aside and generic and not pairs and two.alone) or (pairs and single)) or right == two.value:
            continue
        if one.behind[0].rstrip("s").rstrip("e") in _PACKS_SHORT or not 0.5 < two.value / right < 2:
            continue
        return over([one.figure, two.figure], f"{shown(right)} and {shown(two.value)} are told of the same things.")
    return None


_GENERIC = frozenset((word,) for word in "pieces piece pcs units items altogether".split())
_IN_NUMBER = frozenset((("in", "number"), ("in", "all"), ("in", "total"), ("all", "told")))
# Two figures are doubted only beside one of these.
_TWICE = frozenset(
    (*(word for (word,) in _GENERIC), "number", "all", "total", "told", "single", "individual", *_FRACTIONS)
)


def _multiplied(entries: list[_Entry], words: tuple[str, ...]) -> Wrong | None:
    """So many at so much, and what they come to; also several of them and their sum."""
    pairs = _pairs(entries)
    if not pairs and len(entries) == 3 and _is_total(entries[-1], entries):
        # "The pack holds two bars; 45 packs, so 80 bars": nothing but the result says that they are multiplied.
        product = entries[0].value * entries[1].value
        if product > max(entries[0].value, entries[1].value) and 0.85 <= entries[2].value / product <= 1.18:
            pairs = [(entries[0], entries[1])]
    if not pairs:
        return None
    inside = {id(entry) for pair in pairs for entry in pair}
    results = [entry for entry in entries if id(entry) not in inside]
    if not results:
        return None
    made = [one.value * two.value for one, two in pairs]
    total = sum(made)
    values = [entry.value for entry in entries]
    for result in (results[-1], results[0]):
        others = [value for entry, value in zip(entries, values, strict=True) if entry is not result]
        if _explained(result.value, others):
            return None
    for result in results:
        amount = total if len(pairs) > 1 else made[0]
        sure = _is_total(result, entries) or len(entries) == 3
        low, high = (0.5, 2.2) if _is_total(result, entries) else (0.7, 1.43)
        bigger = result.value > max(one.value if two.value >= 1 else two.value for one, two in pairs)
        if sure and bigger and amount and low <= result.value / amount <= high:
            said = " + ".join(f"{shown(one.value)} x {shown(two.value)}" for one, two in pairs)
            figures_ = [entry.figure for pair in pairs for entry in pair] + [result.figure]
            return over(figures_, f"{said} makes {shown(amount)}, not {shown(result.value)}.")
    return None


def _pairs(entries: list[_Entry]) -> list[tuple[_Entry, _Entry]]:
    """The neighbours that are multiplied, none of them twice; of three figures never the largest, unless it is a count
    at a price.
    """
    found: list[tuple[_Entry, _Entry]] = []
    largest = max(entries, key=lambda entry: entry.value)
    for one, two in pairwise(entries):
        if found and found[-1][1] is one:
            continue
        priced = two.figure.money or two.value != int(two.value)
        if _times(one, two) and (priced or len(entries) > 3 or largest not in (one, two)):
            found.append((one, two))
    return found


def _times(one: _Entry, two: _Entry) -> bool:
    """Whether two neighbours are so many and so much of each."""
    between = (*one.behind, *two.before)
    if one.figure.money and two.figure.money:
        return False
    if one.many:
        return True
    priced = (one.figure.money or two.figure.money) and bool(
        {"at", "for", "à", "@", "x", "times"}.intersection(two.before[-1:])
    )
    each = not _EACH.isdisjoint(two.behind[:3]) or not {"each", "every", "@", "x", "×", "à", "times"}.isdisjoint(
        between
    )
    packed = any(
        words[:1] in (("a",), ("one",), ("each",), ("every",), ("per",))
        and words[1:2]
        and words[1].rstrip("s") in _PACKS
        for words in (two.before[-2:], two.behind[1:3], two.behind[2:4], two.behind[-2:])
    ) and not {"of"}.intersection(two.behind[:1])
    return priced or each or packed


def _chain(entries: list[_Entry], words: tuple[str, ...]) -> Wrong | None:
    """ "64.00 less 0.00 plus 6.90, i.e. 71.90": what is added and taken away, one behind the other."""
    signs = [_sign(entry) for entry in entries]
    first = next((at for at, sign in enumerate(signs) if sign), 0)
    last = first
    while last + 1 < len(entries) and signs[last + 1]:
        last += 1
    if not first or last + 1 >= len(entries) or not (_is_total(entries[last + 1], entries) or last + 2 == len(entries)):
        return None
    made = entries[first - 1].value + sum(signs[at] * entries[at].value for at in range(first, last + 1))
    result = entries[last + 1]
    if abs(made - result.value) < _CENT or made <= 0 or not 0.6 <= result.value / made <= 1.6:
        return None
    said = shown(entries[first - 1].value) + "".join(
        f" {'+' if signs[at] > 0 else '-'} {shown(entries[at].value)}" for at in range(first, last + 1)
    )
    return over(
        [entry.figure for entry in entries[first - 1 : last + 2]],
        f"{said} makes {shown(made)}, not {shown(result.value)}.",
    )


def _sign(entry: _Entry) -> int:
    if not {"plus"}.isdisjoint(entry.before) or entry.mark == "+":
        return 1
    return -1 if not {"minus", "less"}.isdisjoint(entry.before) else 0


def _fraction(entries: list[_Entry], words: tuple[str, ...]) -> Wrong | None:
    """ "Half of the fee. The fee was $9.80; $4.40 went to each": two amounts and the part that one is of the other."""
    named = [at for at, word in enumerate(words) if word in _FRACTIONS]
    if len(named) != 1 or words[named[0]] in ("twice", "double"):
        return None
    at = named[0]
    of = words[at + 1 : at + 2] in (("of",), ("the",), ("our",), ("its",), ("that",))
    if not of or (
        {"and", "a", "year", "hour"}.issuperset(words[max(0, at - 2) : at]) and "and" in words[max(0, at - 2) : at]
    ):
        return None
    if not {"first", "second", "last", "other", "than", "every", "year", "one-and-a"}.isdisjoint(
        words[max(0, at - 2) : at]
    ):
        return None
    money = [entry for entry in entries if entry.figure.money]
    alike = money if len(money) == 2 else entries if len(entries) == 2 else []
    if len(alike) != 2 or len({entry.figure.money for entry in alike}) != 1:
        return None
    high, low = sorted(alike, key=lambda entry: -entry.value)
    many = words[at - 1] if at else ""
    times = {"two": 2, "three": 3, "four": 4}.get(many, 1)
    right = high.value * _FRACTIONS[words[at]] * times
    slack = _CENT if high.figure.money else 1.0
    if abs(right - low.value) > slack and 0.6 <= low.value / right <= 1.6:
        return over(
            [high.figure, low.figure],
            f"A {words[at]} of {shown(high.value)} is {shown(right)}, not {shown(low.value)}.",
        )
    return None
