"""Percentages and rates, and whether the counts beside them make them: "3.5 percent (12 of 280)", "an ODR of 2.1 %: 6
claims, 3 feedback, 512 orders", "30 % of 250 cups, that is 85".

A percentage is held against a part and its whole only where the words tie the three together; a rate of another time
or another shop may stand in the same sentence. What any two of the counts make within the rounding is right.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from amends.review.reckoning.figures import Figure, Wrong, figures, over, shown
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

_BETWEEN = frozenset("of out from the our all these those in a total its my".split())
_OF = frozenset(("of", "out", "from", "in", "against", "over", "among"))
# What a rate is not of this sentence's counts: a target, a limit, the end of a way.
_BOUND = frozenset("from above below over under target limit than within least most maximum minimum".split())
_MOVED = frozenset(
    "rose rises risen grew grown went climbed fell dropped jumped sank increased decreased moved".split()
)
_MAKES = frozenset(
    "is makes make made gives give gave equals means mean e so which thus hence rate odr because or equal".split()
)
_APART = frozenset("and while but whereas then although though yet".split())
_RATE = frozenset("rate odr ratio share quota lsr percentage vtr cancellation".split())
_BASES = frozenset("order shipment parcel package unit sale item piece delivery dispatch message return".split())
_DEFECTS = frozenset("claim claims a-to-z chargeback chargebacks feedback feedbacks negative ratings".split())
_ROUNDED = frozenset("about around roughly nearly almost approximately some circa over under".split())
_LOWEST, _HIGHEST, _TIED_LOWEST, _TIED_HIGHEST = 0.25, 4, 0.05, 20
_MOST_COUNTS, _FAR, _AN_ASIDE = 4, 9, 4


def shares(draft: Draft, statement: Statement) -> Iterator[Wrong]:
    """A percentage that no two counts of the statement make, where one is told as a part of another."""
    found = figures(draft, statement)
    rates = [figure for figure in found if figure.percent]
    if len(rates) > 1:
        # "7.5 % (limit 4 %)"
        rates = [rate for rate in rates if _BOUND.isdisjoint(statement.words[max(0, rate.word - 2) : rate.word])]
    counts = [f for f in found if not f.percent and not f.money and statement.words[f.word] not in ("both", "one")]
    if len(rates) != 1 or len(counts) > _MOST_COUNTS:
        return
    rate, words = rates[0], statement.words
    if not counts:
        yield from _headed(draft, statement, rate)
        return
    before = words[max(0, rate.word - 2) : rate.word]
    if _BOUND.intersection(before) or ("to" in before and _MOVED.isdisjoint(words[max(0, rate.word - 4) : rate.word])):
        return
    written = draft.text[rate.start : rate.end]
    of = _of_a_whole(draft.text, words, rate, counts)
    if of is not None:
        whole, part = of
        right = whole.value * rate.value / 100
        if abs(right - part.value) > max(1.0, 0.02 * right) and _LOWEST <= part.value / max(right, 0.01) <= _HIGHEST:
            yield over(
                [rate, part],
                f"{written} % of {shown(whole.value)} is {shown(round(right, 1))}, not {shown(part.value)}.",
            )
        return
    if len(counts) < 2:
        yield from _of_before(draft, statement, rate, counts[0])
        return
    step = 10.0 ** -len(written.replace(",", ".").partition(".")[2])
    step *= 1.0 if _ROUNDED.isdisjoint(before) else 5
    if _summed(words, counts, rate, step):
        return
    best: tuple[float, Figure, Figure] | None = None
    for one, two in combinations(counts, 2):
        part, whole = sorted((one, two), key=_value)
        if not whole.value or part.value == whole.value:
            continue
        right = 100 * part.value / whole.value
        if _makes(right, part, whole, rate, step):
            return
        ratio = right / max(rate.value, 0.01)
        tied = _direct(words, part, whole) or "/" in draft.text[part.end : whole.start]
        near = tied and _beside(draft.text, words, part, whole, rate)
        told = tied or not _OF.isdisjoint(words[max(0, whole.word - 4) : whole.word])
        told = told or bool({"of", "which"}.intersection(words[max(0, part.word - 2) : part.word]))
        told = told or (words[part.word + 1 : part.word + 3] in (("of", "them"), ("of", "these")))
        told = told or _a_rate(draft.text, words, part, whole, rate)
        told = told and _said_of(words, min(part.word, whole.word), max(part.word, whole.word), rate)
        if best is None and (
            (near and _TIED_LOWEST <= ratio <= _TIED_HIGHEST) or (told and _LOWEST <= ratio <= _HIGHEST)
        ):
            best = (right, part, whole)
    if best is not None:
        right, part, whole = best
        yield over(
            [part, whole, rate], f"{shown(part.value)} of {shown(whole.value)} is {right:.2f} %, not {written} %."
        )


def _headed(draft: Draft, statement: Statement, rate: Figure) -> Iterator[Wrong]:
    """ "Cancellation rate 3.1 %. 24 orders of 640 were cancelled": the counts stand behind."""
    words = statement.words
    if words[0] in ("that", "this", "it", "which", "so") and len(words) <= _FAR and statement.item is not None:
        yield from _concluded(draft, statement, rate)
        return
    if len(words) > _FAR or _RATE.isdisjoint(words) or not _BOUND.isdisjoint(words) or statement.item is None:
        return
    behind = next((s for s in statement.item.statements[:_FAR] if s.start > statement.start), None)
    if behind is None:
        return
    counts = [f for f in figures(draft, behind) if not f.percent and not f.money]
    if len(counts) != 2 or not _direct(behind.words, *counts) or "%" in behind.words:
        return
    part, whole = counts
    written = draft.text[rate.start : rate.end]
    step = 10.0 ** -len(written.replace(",", ".").partition(".")[2])
    right = 100 * part.value / whole.value if whole.value > part.value else 0
    if right and not _makes(right, part, whole, rate, step) and _LOWEST <= right / max(rate.value, 0.01) <= _HIGHEST:
        yield over(
            [rate, part, whole], f"{shown(part.value)} of {shown(whole.value)} is {right:.2f} %, not {written} %."
        )


def _concluded(draft: Draft, statement: Statement, rate: Figure) -> Iterator[Wrong]:
    """ "Sold: 350. Returned: 14. That makes 6 percent." """
    item = statement.item
    told = [s for s in item.statements[: _FAR * 4] if s.start < statement.start][-2:] if item is not None else []
    counts = [f for s in told for f in figures(draft, s) if not f.percent and not f.money]
    if len(counts) != 2:
        return
    part, whole = sorted(counts, key=_value)
    written = draft.text[rate.start : rate.end]
    right = 100 * part.value / whole.value if whole.value > part.value else 0
    step = 10.0 ** -len(written.replace(",", ".").partition(".")[2])
    if right and not _makes(right, part, whole, rate, step) and _LOWEST <= right / max(rate.value, 0.01) <= _HIGHEST:
        yield over(
            [part, whole, rate], f"{shown(part.value)} of {shown(whole.value)} is {right:.2f} %, not {written} %."
        )


def _of_before(draft: Draft, statement: Statement, rate: Figure, whole: Figure) -> Iterator[Wrong]:
    """ "We read 14 complaints. We sold 280 pieces, so 3.5 percent were complained": the part stands before."""
    words = statement.words
    if statement.item is None or rate.word < whole.word or _SO.isdisjoint(words[whole.word + 1 : rate.word]):
        return
    behind = {word[:_PREFIX] for word in words[rate.word + 1 :] if len(word) > _PREFIX}
    here = statement.item.statements.index(statement) if len(statement.item.statements) < _FAR * 4 else 0
    parts = [
        (figure, before.words[figure.word + 1 : figure.word + 3])
        for before in statement.item.statements[max(0, here - 3) : here]
        for figure in figures(draft, before)
        if not figure.percent and not figure.money and 0 < figure.value < whole.value
    ]
    if any(abs(100 * part.value / whole.value - rate.value) <= _ROUNDING for part, _ in parts):
        return
    for part, names in parts:
        right = 100 * part.value / whole.value
        if any(name[:_PREFIX] in behind for name in names) and _LOWEST <= right / max(rate.value, 0.01) <= _HIGHEST:
            written = draft.text[rate.start : rate.end]
            yield over([whole, rate], f"{shown(part.value)} of {shown(whole.value)} is {right:.2f} %, not {written} %.")
            return


_SO = frozenset("so which that makes this thus hence therefore".split())
_PREFIX, _ROUNDING = 5, 0.1


def _value(figure: Figure) -> float:
    return figure.value


def _makes(right: float, part: Figure, whole: Figure, rate: Figure, step: float) -> bool:
    return abs(right - rate.value) <= step or part.value == round(whole.value * rate.value / 100)


def _summed(words: tuple[str, ...], counts: list[Figure], rate: Figure, step: float) -> bool:
    """Whether some counts together are the part: 6 claims and 3 negative feedback against 610 orders."""
    whole = max(counts, key=_value)
    parts = [figure for figure in counts if figure is not whole]
    kinds = sum(not _DEFECTS.isdisjoint(words[figure.word + 1 : figure.word + 3]) for figure in parts)
    # Kinds of defects are all of them or no sum at all.
    least = len(parts) if kinds > 1 and kinds == len(parts) else 2
    return any(
        abs(100 * sum(f.value for f in chosen) / whole.value - rate.value) <= step
        for size in range(least, 5)
        for chosen in combinations(parts, size)
    ) or any(abs(100 - 100 * part.value / whole.value - rate.value) <= step for part in parts if whole.value)


def _direct(words: tuple[str, ...], part: Figure, whole: Figure) -> bool:
    """Whether "of" and nothing but a noun stands between them: "12 of the 280", "9 defects in 512 orders"."""
    between = words[part.word + 1 : whole.word]
    if not 0 < len(between) <= _AN_ASIDE or part.word > whole.word:
        return False
    rest = [word for word in between if word not in _BETWEEN]
    return not _OF.isdisjoint(between) and len(rest) <= 2 and not any(word in _APART for word in rest)


def _beside(text: str, words: tuple[str, ...], part: Figure, whole: Figure, rate: Figure) -> bool:
    """Whether a percentage stands in brackets, commas or "which is" beside "12 of 280"."""
    first, last = (rate, part) if rate.start < part.start else (whole, rate)
    gap = text[first.end : last.start]
    between = words[first.word + 1 : last.word]
    return (
        len(between) <= _AN_ASIDE + 2
        and (any(mark in gap for mark in "(=:") or not _MAKES.isdisjoint(between) or gap.count(",") == 1)
        and _APART.isdisjoint(between)
    )


def _a_rate(text: str, words: tuple[str, ...], part: Figure, whole: Figure, rate: Figure) -> bool:
    """Whether the words call it a rate and one of the counts that of the orders: "2.1 % (9 defects, 512 orders)"."""
    named = not _RATE.isdisjoint(words)
    base = any(word.rstrip("s") in _BASES for word in words[whole.word + 1 : whole.word + 3])
    return named and base


def _said_of(words: tuple[str, ...], first: int, last: int, rate: Figure) -> bool:
    """Whether nothing between the counts and the percentage begins something else."""
    if first < rate.word < last:
        return True
    between = words[last + 1 : rate.word] if rate.word > last else words[rate.word + 1 : first]
    if not _MAKES.isdisjoint(between) and _APART.isdisjoint(between[-3:]):
        behind = [at for at, word in enumerate(between) if word in _APART]
        return not behind or not _MAKES.isdisjoint(between[behind[-1] :][:3])
    return len(between) <= _FAR and _APART.isdisjoint(between)


def _of_a_whole(text: str, words: tuple[str, ...], rate: Figure, counts: list[Figure]) -> tuple[Figure, Figure] | None:
    """The whole and the part of "30 % of 250 cups, that is 85" and "250 cups, 30 % (85 cups) of which", or None."""
    for whole in counts:
        between = [word for word in words[rate.word + 1 : whole.word] if word not in ("%", "percent", "per", "cent")]
        if whole.word > rate.word and between[:1] == ["of"] and len(between) <= 3 and set(between) <= _BETWEEN:
            part = next((f for f in counts if f.word > whole.word), None)
            gap = text[whole.end : part.start] if part is not None else ""
            cue = words[whole.word + 1 : part.word] if part is not None else ()
            if (
                part is not None
                and len(cue) <= 6
                and (
                    any(mark in gap for mark in "(=")
                    or {"e", "is", "so", "namely", "makes", "means"}.intersection(cue[-3:])
                )
            ):
                return whole, part
    before = [figure for figure in counts if figure.word < rate.word]
    after = [figure for figure in counts if figure.word > rate.word]
    if len(before) == len(after) == 1 and words[after[0].word + 1 :]:
        behind = words[after[0].word + 1 : after[0].word + 6]
        aside = text[rate.end : after[0].start]
        of_it = any(behind[at : at + 2] in _OF_IT for at in range(4)) or words[rate.word + 2 : rate.word + 4] in _OF_IT
        if of_it and ("(" in aside or "," in aside or "=" in aside) and before[0].value > after[0].value:
            return before[0], after[0]
    return None


_OF_IT = frozenset((("of", "which"), ("of", "them"), ("of", "these"), ("of", "those")))
