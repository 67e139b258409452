"""What a letter says and its case does not know at all: days, figures, identifiers, names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator

from amends.model import Span
from amends.review.grounding.grounds import grounds
from amends.review.letter.proofs import labels_in
from amends.review.reckoning.counts import number_of
from amends.typed import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from amends.dates import Found
    from amends.review.document import Draft
    from amends.review.grounding.known import Grounds

_T = TypeVar("_T")
_FIGURE = re.compile(r"(?<![\w.#/-])\d[\d,]*(?:\.\d+)?(?![\w-]|\.\d)")
_CODE = re.compile(r"(?<![\w./-])(?=[A-Z0-9-]{0,40}\d)(?=[0-9-]{0,40}[A-Z])[A-Z0-9][A-Z0-9-]{4,40}(?![\w-]|\.\w)")
_NAME = re.compile(r"(?<![.!?:] )(?<=[a-z,;(] )[A-Z][\w'’&-]+(?: (?:[A-Z][\w'’&.-]+|of|and|&)(?= [A-Z]|[ ,.;:)]))*")
_WORD = re.compile(r"\b[A-Z][\w'’&-]+")
_TRADE = frozenset(
    "amazon seller central account health fba fbm asin asins sku skus upc ean gtin uspto euipo ukipo "
    "monday tuesday wednesday thursday friday "
    "saturday sunday january february march april may june july august september october november "
    "december pdf manage inventory plan of action "
    "performance team root cause corrective preventive actions measures exhibit i policy policies "
    "business solutions agreement ups usps fedex dhl "
    "united states kingdom us uk eu english excel google sheets customer service transparency brand "
    "registry voice and ip iso fifo fefo po "
    "odr lsr vtr otdr a-to-z id ids no nr".split()
)
_SHORTEST_NAME = 4
# At most so many strange things lie over each other: a name, an identifier in it, a figure in that.
_OVERLAPPING = 4


def days(draft: Draft) -> list[Found]:
    """The days that the case does not know."""
    return _once(draft, "strange days", _days)


def figures(draft: Draft) -> list[Span]:
    """The figures that the case does not know."""
    return _once(draft, "strange figures", _figures)


def identifiers(draft: Draft) -> list[tuple[str, Span]]:
    """The identifiers that the case does not know, each with its kind; "number" for those of documents."""
    return _once(draft, "strange identifiers", _identifiers)


def lengths(draft: Draft) -> list[Span]:
    """The lengths of time ("36 months") that the case does not know, though it may know the number."""
    return _once(draft, "strange lengths", _lengths)


def names(draft: Draft) -> list[Span]:
    """The names that the case does not know."""
    return _once(draft, "strange names", _names)


def unknown_at(draft: Draft, start: int, end: int) -> bool:
    """Whether something stands at a place that the case does not know."""
    spans = _once(draft, "strange", _all)
    at = bisect_left(spans, (end,))
    return any(span.end > start for span in spans[max(0, at - _OVERLAPPING) : at])


def _once(draft: Draft, key: str, find: Callable[[Draft, Grounds], Iterator[_T]]) -> list[_T]:
    if key not in draft.memo:
        known = grounds(draft)
        draft.memo[key] = list(find(draft, known)) if known is not None else []
    return cast("list[_T]", draft.memo[key])


def _all(draft: Draft, known: Grounds) -> Iterator[Span]:
    found = [day.span for day in days(draft)] + figures(draft) + names(draft) + lengths(draft)
    yield from sorted(found + [span for _, span in identifiers(draft)])


def _days(draft: Draft, known: Grounds) -> Iterator[Found]:
    for found in draft.dates:
        if draft.statement_at(found.span.start) is None or found.impossible:
            continue
        if found.year_missing:
            if (found.month, found.day) not in known.short_days:
                yield found
        elif not known.days.intersection(found.readings):
            yield found


def _figures(draft: Draft, known: Grounds) -> Iterator[Span]:
    taken: set[int] = set()
    for first, last in _named(draft):
        taken.update(range(first, last))
    for statement in draft.statements:
        for match in _FIGURE.finditer(statement.text):
            start, end = statement.start + match.start(), statement.start + match.end()
            if start in taken or known.has_figure(match.group()) or _of_days(draft, end):
                continue
            yield Span(start, end, draft.text[start:end])


def _lengths(draft: Draft, known: Grounds) -> Iterator[Span]:
    from amends.review.grounding.known import lengths as all_lengths

    figures_here = {span.start for span in figures(draft)}
    for start, end, days in all_lengths(draft.text):
        if start not in figures_here and not known.has_length(days) and draft.statement_at(start) is not None:
            yield Span(start, end, draft.text[start:end])


def _of_days(draft: Draft, end: int) -> bool:
    """Whether a number is one of several days before a month: "20, 21 and 22 December"."""
    from amends.review.letter.pieces import Item

    behind = draft.dates_in(Item("", end, end + 24))
    if not behind:
        return False
    between = draft.text[end : behind[0].span.start]
    return not between.replace("and", "").replace("to", "").strip(" ,&–-0123456789")


def _named(draft: Draft) -> Iterator[tuple[int, int]]:
    """Where figures are part of a date, an identifier, a file name or an exhibit's label."""
    for day in draft.dates:
        yield day.span.start, day.span.end
    for identifier in draft.identifiers:
        yield identifier.span.start, identifier.span.end
    for match in (*draft.files, *labels_in(draft, draft.text)):
        yield match.span()


def _identifiers(draft: Draft, known: Grounds) -> Iterator[tuple[str, Span]]:
    taken: set[int] = set()
    for identifier in draft.identifiers:
        taken.add(identifier.span.start)
        if not identifier.masked and identifier.value.casefold() not in known.words:
            yield identifier.kind, identifier.span
    taken.update(match.start() for match in draft.files)
    for statement in draft.statements:
        for match in _CODE.finditer(statement.text):
            start = statement.start + match.start()
            if start not in taken and match.group().casefold() not in known.words and _counts_as_code(match.group()):
                yield "number", Span(start, start + len(match.group()), match.group())


def _counts_as_code(written: str) -> bool:
    """Whether capitals and digits are the number of a document, with as many digits as such a number has."""
    return sum(map(str.isdigit, written)) >= 3


def _names(draft: Draft, known: Grounds) -> Iterator[Span]:
    for statement in draft.statements:
        found: list[tuple[int, int]] = []
        for match in _NAME.finditer(statement.text):
            words = [_bare(word) for word in match.group().split()]
            rest = [word for word in words if word not in _TRADE and len(word) > 1 and number_of(word) is None]
            rest = [word for word in rest if not _CODE.fullmatch(word.upper())]
            if rest and not all(word in known.words for word in rest):
                found.append(match.span())
        # At the head of a sentence every word has a capital: there only a near miss of a known name is strange.
        for match in _WORD.finditer(statement.text):
            low = _bare(match.group())
            if len(low) < _SHORTEST_NAME or low in known.words or low in _TRADE or not known.near_name(low):
                continue
            if not any(start <= match.start() < end for start, end in found):
                found.append(match.span())
        for start, end in sorted(found):
            yield Span(statement.start + start, statement.start + end, statement.text[start:end])


def _bare(word: str) -> str:
    return word.strip(".,'’").casefold().removesuffix("'s").removesuffix("’s")
