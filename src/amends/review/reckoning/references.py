"""Where a letter speaks again of what it dated just before: "the training of 21 June".

Only what stands in the same point or paragraph is held against each other, and only where a word says that the same
event is meant: two days that merely stand side by side are two facts.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from amends.model import Span
from amends.review.language.verbs import is_past
from amends.typed import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from amends.dates import Found
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

_MOST_STATEMENTS = 60
_OTHERS = frozenset(
    "second other another further more additional next third remaining rest left reminder again later others instead "
    "new usual per only least most than about around nearly".split()
)
_WORDS_OF_DAYS = 7


class Again(NamedTuple):
    """Words that speak again of something with another number or day, and the words before that they contradict."""

    place: Span
    before: str
    message: str


# Words for one event that no stem shows to be one.
_SAME = {
    **dict.fromkeys(("force", "effect"), "force"),
    **dict.fromkeys("began begun begin begins start starts started commenced commences joined".split(), "start"),
    **dict.fromkeys("hired employed engaged".split(), "hire"),
    **dict.fromkeys("deleted removed erased".split(), "remove"),
}
_NO_EVENT = frozenset("dated called named based located related received included used sold named said".split())


def days(draft: Draft) -> Iterator[Again]:
    """Days that cannot both be right: one event on two days, or what follows before what it follows."""
    for item in draft.items:
        if len(item.statements) > _MOST_STATEMENTS:
            continue
        if not draft.dates_in(item):
            continue
        for first, second in pairwise([None, *item.statements]):
            assert second is not None
            if first is not None and draft.dates_in(first) and draft.dates_in(second):
                yield from _same_event(draft, first, second)
        for statement in item.statements:
            if len(draft.dates_in(statement)) > 1:
                yield from _same_event(draft, statement, statement)


def _same_event(draft: Draft, first: Statement, second: Statement) -> Iterator[Again]:
    before, after = events(draft, first), events(draft, second)
    if first is second:
        before, after = before[:1], before[1:2]
    if len(before) != 1 or len(after) != 1:
        return
    (one, stem, near), (two, other, close) = before[0], after[0]
    if not stem or stem != other or one.date == two.date:
        return
    if not (_OTHERS - ({"per"} if "as" in close else set())).isdisjoint(close):
        return
    spans = {"until", "till", "between", "to"} if stem == "force" else {"from", "until", "till", "between", "to"}
    if spans.intersection((*near, *close)):
        return
    if (
        {"since", "weekly", "daily", "every", "each"}.intersection(near)
        and "first" not in close
        and "force" not in close
    ):
        return
    things = [{i.value for i in draft.identifiers_in(s)} for s in (first, second)]
    if first is not second and things[0] and things[1] and things[0].isdisjoint(things[1]):
        return
    message = f"Another day than just before for the same: {two.span.quote} here, {one.span.quote} there."
    yield Again(two.span, first.text, message)


def events(draft: Draft, statement: Statement) -> list[tuple[Found, str, tuple[str, ...]]]:
    """The days of a statement, each with the stem of the event told of it and the words around it."""
    key = f"events {statement.start}"
    if key not in draft.memo:
        draft.memo[key] = _events_of(draft, statement)
    return cast("list[tuple[Found, str, tuple[str, ...]]]", draft.memo[key])


def _events_of(draft: Draft, statement: Statement) -> list[tuple[Found, str, tuple[str, ...]]]:
    found: list[tuple[Found, str, tuple[str, ...]]] = []
    dated = [day for day in draft.dates_in(statement) if day.date is not None]
    if not 1 <= len(dated) <= 3:
        return []
    starts = [start for start, _ in statement.at]
    edges = [0, *(bisect_left(starts, day.span.end) for day in dated), len(starts)]
    for number, day in enumerate(dated):
        here, behind = bisect_left(starts, day.span.start), bisect_left(starts, day.span.end)
        left = edges[number] if number else 0
        right = bisect_left(starts, dated[number + 1].span.start) if number + 1 < len(dated) else len(starts)
        before = statement.words[max(left, here - _WORDS_OF_DAYS) : here]
        after = statement.words[behind : min(right, behind + _WORDS_OF_DAYS)]
        stem = next((s for s in (_stem(word) for word in reversed(before)) if s), "")
        if not stem and number + 1 == len(dated):
            stem = next((s for s in map(_stem, after) if s), "")
        found.append((day, stem, (*before, *after)))
    return found


def _stem(word: str) -> str:
    """The stem of a word that tells an event: trained and training, ended, issued, force; empty for others."""
    if word in _NO_EVENT or len(word) < 4:
        return ""
    if word in _SAME:
        return _SAME[word]
    if is_past(word) and word not in ("were", "been", "have", "had"):
        return word.removesuffix("ed")[:6].rstrip("e")
    if word.endswith("ing") and len(word) > 6:
        return word[:-3][:6].rstrip("e")
    return ""
