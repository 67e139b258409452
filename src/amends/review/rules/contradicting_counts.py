"""GR13: two different numbers for the same things."""

from collections import Counter
from collections.abc import Iterator

from amends.model import Related, Span
from amends.review.document import Draft
from amends.review.reckoning import again, announced, recounts, references, remainders, tallies
from amends.review.reckoning.counts import Counted, counted, numbers, numbers_in
from amends.review.rule import Hit, rule, short
from amends.typed import cast


@rule(
    "GR13",
    "contradicting-counts",
    level="warning",
    confidence="medium",
    source="Contradictions end an appeal; guide: measurable details",
    bad=(
        "In May 2026 17 parcels left without a scan.\n\nCorrective actions:\n- On 3 June 2026 we traced the 19 shipments.",
        "We found two faults:\n1. The table was wrong.\n2. The scale was off.\n3. The carton was thin.",
        "On 3 May 2026 we had 12 defective orders. 7 negative feedback, 4 A-to-z claims, 2 chargebacks.",
        (
            "Root cause: in August 2026 214 of 256 units arrived in time, 42 units late.\n\nCorrective actions:\n- On 3 "
            "September 2026 we refunded the fee for the 46 late units."
        ),
        (
            "Root cause: of 250 parcels 221 had valid tracking.\n\nCorrective actions:\n- On 3 May 2026 all 29 buyers got "
            "their numbers from us, the remaining 9 could not be found."
        ),
        (
            "Root cause: 16 late orders were shipped on 2 May 2026.\n\nCorrective actions:\n- On 3 May "
            "2026 we refunded the 19 late orders."
        ),
        (
            "Root cause: we printed 3,000 cards, 2,140 used.\n\nCorrective actions:\n- On 3 May 2026 we shredded the left 960 cards."
        ),
    ),
    good=(
        (
            "Root cause: 16 late orders in March 2026 and 9 lost parcels.\n\nCorrective actions:\n- We "
            "refunded the 16 late orders."
        ),
    ),
)
def contradicting_counts(draft: Draft) -> Iterator[Hit]:
    """Two numbers for the same things.

    The letter counts the same orders, units or listings differently in two places. Count once more and write one
    number.
    """
    seen: dict[tuple[str, str], Counted] = {}
    counts = counted(draft)
    marked: set[int] = set()
    often = Counter(number for _, _, number in numbers(draft))
    for count in counts:
        for mark in sorted(count.marks):
            if (mark, count.noun) not in seen and mark == "all" and _told_before(draft, count):
                continue
            first = seen.setdefault((mark, count.noun), count)
            known = mark == "all" and often[count.number] > 1 and often[first.number] > 1
            known = known or _told_before(draft, count) or _sum_of_two(draft, count)
            if first.number != count.number and not known and _same_matter(draft, first, count):
                marked.add(count.statement.at[count.place][0])
                yield _hit(draft, first, count, mark)
                break
    yield from _swapped(draft, counts)
    for place, before, message in (
        *references.counts(draft),
        *remainders.remainders(draft),
        *remainders.papers(draft),
        *remainders.one_or_both(draft),
        *recounts.numbers(draft),
        *announced.lists(draft),
        *again.counts(draft),
        *tallies.tallies(draft),
    ):
        if place.start in marked:
            continue
        marked.add(place.start)
        above = (Related(draft.file, short(before, 100), "Before"),) if before else ()
        yield Hit(place, message, above)


_OTHERS = frozenset("other further additional another more others".split())


def _swapped(draft: Draft, counts: list[Counted]) -> Iterator[Hit]:
    """Counts of one thing in the same digits otherwise arranged: 214 packs and 241 packs."""
    seen: dict[tuple[str, str], Counted] = {}
    for count in counts:
        digits = "".join(sorted(str(count.number)))
        first = seen.setdefault((count.noun, digits), count)
        if first.number == count.number or count.statement is first.statement or len(digits) < 2:
            continue
        if not _OTHERS.isdisjoint(count.statement.words[max(0, count.place - 3) : count.place + 3]):
            continue
        if _sum_of_two(draft, count):
            continue
        if len(digits) > 2 or first.marks & count.marks or _same_again(count):
            yield _hit(draft, first, count, "")


_MOST_NUMBERS = 60


def _sum_of_two(draft: Draft, count: Counted) -> bool:
    """Whether a number is two counts of the same thing together: 240 units and 180 units, then 420 units."""
    if "counts by noun" not in draft.memo:
        nouns: dict[str, dict[int, int]] = {}
        for each in counted(draft):
            kept = nouns.setdefault(each.noun, {})
            if len(kept) < _MOST_NUMBERS:
                kept.setdefault(each.number, each.statement.start)
        draft.memo["counts by noun"] = nouns
    first = cast("dict[str, dict[int, int]]", draft.memo["counts by noun"]).get(count.noun, {})
    told = {number for number, start in first.items() if start < count.statement.start}
    return any(count.number - number in told and count.number != number * 2 for number in told)


def _part_of(count: Counted) -> bool:
    """Whether only a part is told of here: "62 of the 90 pairs were sold"."""
    return count.place > 1 and count.statement.words[count.place - 2] == "of"


def _told_before(draft: Draft, count: Counted) -> bool:
    """Whether "the 7 offers" takes up a number told before: "31 offers had stock, 7 had none. The 7 …"."""
    words = count.statement.words
    if count.place < 1 or words[count.place - 1] not in ("the", "these", "those"):
        return False
    if "told counts" not in draft.memo:
        first: dict[int, int] = {}
        for statement in draft.statements:
            for _, number in numbers_in(statement):
                first.setdefault(number, statement.start)
        draft.memo["told counts"] = first
    told = cast("dict[int, int]", draft.memo["told counts"])
    return told.get(count.number, count.statement.start) < count.statement.start


def _same_again(count: Counted) -> bool:
    """Whether a count says that its things are known: "the 46 destroyed gates"."""
    before = count.statement.words[max(0, count.place - 1) : count.place]
    return before in (("the",), ("these",), ("those",), ("all",), ("same",))


def _hit(draft: Draft, first: Counted, count: Counted, mark: str) -> Hit:
    start, end = count.statement.at[count.place]
    what = f"{mark} {count.noun}s" if mark else f"{count.noun}s"
    message = f"{count.number} {what} here, {first.number} above. Count once more and write one number."
    above = Related(draft.file, short(first.statement.text, 100), "Above")
    return Hit(Span(start, end, draft.text[start:end]), message, (above,))


def _things(draft: Draft, count: Counted) -> frozenset[str]:
    """What a sentence names, or the point that it stands in: "ASIN B0C1234567 (head torch). We bought 180 units"."""
    told = draft.identifiers_in(count.statement)
    item = count.statement.item
    if not told and item is not None and item.kind != "paragraph":
        told = draft.identifiers_in(item)
    return frozenset(identifier.value for identifier in told)


def _same_matter(draft: Draft, first: Counted, second: Counted) -> bool:
    """Whether two counts can speak of the same things: not of other ASINs, other days, or one within a sum."""
    if first.statement is second.statement:
        return False
    things = [_things(draft, c) for c in (first, second)]
    if things[0] and things[1] and not things[0] & things[1]:
        return False
    days = [frozenset(d.span.quote for d in draft.dates_in(c.statement)) for c in (first, second)]
    whole = {"all", "these", "those", "affected", "late"}
    if days[0] and days[1] and not days[0] & days[1] and not (first.marks & second.marks & whole):
        return False
    return not any(
        word in ("other", "further", "additional", "another", "more", "first", "second")
        for word in second.statement.words
    )
