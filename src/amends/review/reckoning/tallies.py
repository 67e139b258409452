"""Tallies over more than one sentence: the kinds of defects and their number, payments and what they come to together,
what was bought of an ASIN and what was sold of it, two shares of a number told before.

Each is held against what the letter tells elsewhere only where one of both is plainly the sum of the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from amends.model import Span
from amends.review.reckoning.account import shown
from amends.review.reckoning.counts import number_of
from amends.review.reckoning.figures import Figure, figures
from amends.review.reckoning.references import Again
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

_KINDS = {
    "feedback": "feedback", "feedbacks": "feedback", "ratings": "feedback", "a-to-z": "claim", "claims": "claim",
    "claim": "claim", "chargeback": "chargeback", "chargebacks": "chargeback",
}  # fmt: skip
_DEFECTS = frozenset("defect defects defective".split())
_TOGETHER = frozenset("together total altogether sum".split())
_BOUGHT = frozenset(
    "bought purchased purchase invoice invoices invoiced delivered supplied ordered received inv".split()
)
_SOLD = frozenset("sold sales".split())
_MORE = frozenset("also another other second further stock since earlier opening additional return returned".split())
_OTHERS = frozenset("others other elsewhere".split())
_MOST, _NEAR, _WITHIN, _LARGEST = 200, 3, 4, 6
_LOW, _HIGH, _SLACK, _CENT = 0.7, 1.4, 0.1, 0.006


def tallies(draft: Draft) -> Iterator[Again]:
    """Sums over several sentences that do not come out."""
    told = [(statement, found) for statement in draft.statements[:_MOST] if (found := figures(draft, statement))]
    yield from _kinds(draft, told)
    yield from _payments(draft, told)
    yield from _bought(draft, told)
    yield from _to_others(draft, told)
    yield from _invoiced(draft, told)


_Told = list[tuple["Statement", list[Figure]]]


def _kinds(draft: Draft, told: _Told) -> Iterator[Again]:
    """ "12 defective orders. 7 negative feedback, 4 claims, 2 chargebacks." """
    whole: tuple[Figure, Statement] | None = None
    for statement, found in told:
        counts = [f for f in found if not f.money and not f.percent]
        for figure in counts:
            if not _DEFECTS.isdisjoint(statement.words[figure.word + 1 : figure.word + 1 + _NEAR]):
                whole = whole if whole is not None and whole[0].value == figure.value else (figure, statement)
        kinds: dict[str, Figure] = {}
        for figure in counts:
            for word in statement.words[figure.word + 1 : figure.word + 1 + _WITHIN]:
                if word in _KINDS:
                    kinds.setdefault(_KINDS[word], figure)
                    break
                if number_of(word) is not None:
                    break
        if len(kinds) < 2 or whole is None or statement.item is not whole[1].item:
            continue
        parts = list(kinds.values())
        total = sum(part.value for part in parts)
        near = statement is whole[1] or draft.statement_at(statement.start - 2) is whole[1]
        if (
            total != whole[0].value
            and near
            and _LOW <= total / max(whole[0].value, 1) <= _HIGH
            and _alone(counts, parts, whole)
        ):
            place = Span(parts[0].start, parts[-1].end, draft.text[parts[0].start : parts[-1].end])
            said = " + ".join(shown(part.value) for part in parts)
            yield Again(
                place, whole[1].text, f"{said} makes {shown(total)}, not {shown(whole[0].value)}. Calculate again."
            )


def _alone(counts: list[Figure], parts: list[Figure], whole: tuple[Figure, Statement]) -> bool:
    """Whether no other count of the sentence could be a kind of its own."""
    return all(figure in parts or figure is whole[0] or figure.value >= whole[0].value for figure in counts)


def _payments(draft: Draft, told: _Told) -> Iterator[Again]:
    """ "Both payments together $11,700.00" behind two payments."""
    paid: list[tuple[Figure, Statement]] = []
    for statement, found in told:
        money = [figure for figure in found if figure.money]
        words = statement.words
        if len(money) == 1 and not _TOGETHER.isdisjoint(words):
            number = next((n for at, word in enumerate(words) if (n := _of_all(words, at, word)) is not None), None)
            last = paid[-number:] if number is not None and number <= len(paid) else []
            values = [figure.value for figure, _ in paid[-_LARGEST:]]
            sums = {
                round(sum(chosen), 2) for size in range(2, len(values) + 1) for chosen in combinations(values, size)
            }
            total = sum(figure.value for figure, _ in last)
            said = money[0]
            if last and round(said.value, 2) not in sums and _LOW <= said.value / max(total, 0.01) <= _HIGH:
                place = Span(said.start, said.end, draft.text[said.start : said.end])
                parts = " + ".join(shown(figure.value) for figure, _ in last)
                yield Again(
                    place, last[-1][1].text, f"{parts} makes {shown(total)}, not {place.quote}. Calculate again."
                )
        paid += [(figure, statement) for figure in money]


def _of_all(words: tuple[str, ...], at: int, word: str) -> int | None:
    """How many payments are added up: both, all three, the two."""
    if word == "both":
        return 2
    number = number_of(word)
    before = words[at - 1] if at else ""
    return (
        number
        if number is not None and 2 <= number <= _LARGEST and (not at or before in ("all", "the", "these"))
        else None
    )


def _bought(draft: Draft, told: _Told) -> Iterator[Again]:
    """More sold of an ASIN than its invoices show: "60 pieces B0…, invoice 7782" and "we sold 104 pieces of B0…"."""
    bought: dict[str, float] = {}
    sold: list[tuple[str, Figure]] = []
    for statement, found in told:
        names = [i for i in draft.identifiers_in(statement) if i.kind == "asin" and not i.masked]
        words = statement.words
        selling = not _SOLD.isdisjoint(words)
        buying = not selling and (
            not _BOUGHT.isdisjoint(words) or any("inv" in f.group().lower() for f in draft.files_in(statement))
        )
        if not names or not (selling or buying):
            continue
        for figure in found:
            if figure.money or figure.percent:
                continue
            name = next(
                (i for i in names if i.span.start - figure.end >= 0 and _beside(draft.text[figure.end : i.span.start])),
                None,
            )
            if name is None:
                continue
            if buying:
                bought[name.value] = bought.get(name.value, 0) + figure.value
            elif _MORE.isdisjoint(words):
                sold.append((name.value, figure))
    for value, figure in sold:
        if value in bought and figure.value > bought[value]:
            place = Span(figure.start, figure.end, draft.text[figure.start : figure.end])
            yield Again(
                place,
                "",
                f"{place.quote} of {value} sold, and the letter shows {shown(bought[value])} bought. Which is right?",
            )


def _invoiced(draft: Draft, told: _Told) -> Iterator[Again]:
    """ "Invoices 5517 (480 units) and 5630 (240 units) … 740 units purchased": what the invoices come to."""
    total, where = 0.0, None
    values: set[float] = set()
    for statement, found in told:
        words = statement.words
        counts = [f for f in found if not f.money and not f.percent]
        if where is not None:
            for figure in counts:
                behind = words[figure.word + 2 : figure.word + 4]
                before = words[max(0, figure.word - 2) : figure.word]
                near = 0 < abs(figure.value - total) <= _SLACK * total and figure.value not in values
                if near and _MORE.isdisjoint(words) and not _CAME.isdisjoint((*behind, *before)):
                    place = Span(figure.start, figure.end, draft.text[figure.start : figure.end])
                    yield Again(
                        place, where.text, f"{place.quote} here, the invoices make {shown(total)}. Calculate again."
                    )
        elif not _INVOICES.isdisjoint(words):
            # Numbers of invoices stand among the counts.
            named = [f for f in counts if f.word + 1 < len(words) and words[f.word + 1].endswith("s")]
            if len(named) >= 2 and len({words[f.word + 1] for f in named}) == 1:
                total, where = sum(f.value for f in named), statement
        values.update(f.value for f in counts)


_INVOICES = frozenset(("invoices", "bills", "deliveries", "purchases"))
_CAME = frozenset("purchased bought invoiced procured supplied acquired".split())


def _beside(between: str) -> bool:
    """Whether only a noun stands between a number and an ASIN: "104 pieces of B0…"."""
    words = between.split()
    return 1 <= len(words) <= _WITHIN and not any(mark in between for mark in ",;:().") and "and" not in words


def _to_others(draft: Draft, told: _Told) -> Iterator[Again]:
    """ "46 orders …. 39 went to one state, 8 to others." """
    counts: list[tuple[float, Statement]] = []
    for statement, found in told:
        here = [f for f in found if not f.money and not f.percent]
        words = statement.words
        for one, two in pairwise(here):
            gap = draft.text[one.end : two.start]
            rest = not _OTHERS.isdisjoint(words[two.word + 1 : two.word + 1 + _NEAR]) and ("," in gap or " and " in gap)
            if not rest or len(here) != 2 or words[max(0, one.word - 1)] in ("another", "further"):
                continue
            total = one.value + two.value
            if any(value == total for value, _ in counts[-_MOST:]):
                continue
            near = [
                (value, where)
                for value, where in counts[-_LARGEST:]
                if 0 < abs(value - total) <= max(1, _SLACK * total)
            ]
            if near and total > _LARGEST:
                place = Span(one.start, two.end, draft.text[one.start : two.end])
                made = f"{shown(one.value)} + {shown(two.value)} makes {shown(total)}"
                message = f"{made}, {shown(near[-1][0])} above. Calculate again."
                yield Again(place, near[-1][1].text, message)
        counts += [(figure.value, statement) for figure in here]
