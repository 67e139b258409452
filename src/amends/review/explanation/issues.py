"""Kinds of issues that a letter counts at its head, and whether its root cause speaks of each: "6 negative feedback, 4
A-to-z claims, 2 chargebacks".
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.model import Span
from amends.review.language.words import tokens
from amends.review.letter import parts
from amends.review.reckoning.figures import figures
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.letter.pieces import Item

# Each kind by the words that name it, in a count and in a cause.
_KINDS = {
    "negative feedback": "feedback feedbacks rating ratings",
    "A-to-z claims": "a-to-z atoz guarantee",
    "chargebacks": "chargeback chargebacks",
    "late shipments": "late delayed lateness",
    "cancellations": "cancelled canceled cancellation cancellations cancel",
    "missing tracking": "tracking untracked scan scans",
    "returns": "return returns returned",
    "lost parcels": "lost",
    "damaged units": "damaged damage broken torn cracked dented",
    "wrong items": "wrong mismatch swapped mixed",
    "used units": "used worn opened",
    "expired units": "expired expiry",
    "incomplete units": "incomplete missing",
}
_NAMED = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_SURE = frozenset(("negative feedback", "A-to-z claims", "chargebacks"))
_ALL = frozenset("all both every each same these".split())
_SEVERAL, _WITHIN, _BEHIND, _MOST, _PREFIX = 2, 3, 4, 8, 5


def listed(draft: Draft) -> Iterator[tuple[Span, str]]:
    """Points of a numbered list of issues at the head, of which no word comes back while others do."""
    run: list[Item] = [
        item
        for item in draft.items
        if item.part == parts.OPENING and item.kind == "number" and not draft.files_in(item)
    ]
    if not _SEVERAL <= len(run) <= _MOST:
        return
    low = draft.low[run[-1].end :]
    heads = {word[:_PREFIX] for word in tokens(low, 0, len(low))[0] if len(word) >= _PREFIX}
    unanswered = []
    for item in run:
        own = {i.value.lower() for i in draft.identifiers_in(item)}
        words = {word[:_PREFIX] for word in item.words if len(word) >= _PREFIX and word.isalpha()}
        if not own and len(words) < _SEVERAL:
            return
        if not any(value in low for value in own) and words.isdisjoint(heads):
            unanswered.append(item)
    if 0 < len(unanswered) < len(run):
        for item in unanswered:
            place = Span(item.start, item.end, draft.text[item.start : item.end])
            yield place, "This is listed at the head, and the letter does not come back to it. Say why it happened."


def unexplained(draft: Draft, told: list[Item]) -> Iterator[tuple[Span, str]]:
    """Kinds that the opening counts and no cause names, where the causes name another of them."""
    counted: dict[str, Span] = {}
    for statement in draft.statements:
        if statement.part != parts.OPENING:
            continue
        here: dict[str, Span] = {}
        for figure in figures(draft, statement):
            words = statement.words[figure.word + 1 : figure.word + 1 + _BEHIND]
            kind = next((_NAMED[word] for word in words[:_WITHIN] if word in _NAMED), "")
            if kind and figure.counts and figure.value:
                last = min(len(statement.at) - 1, figure.word + _WITHIN)
                end = statement.at[last][1]
                here.setdefault(kind, Span(figure.start, end, draft.text[figure.start : end]))
        if len(here) >= _SEVERAL:
            counted |= here
    if len(counted) < _SEVERAL or any(not _ALL.isdisjoint(item.words) for item in told):
        return
    named = {_NAMED[word] for item in told for word in item.words if word in _NAMED}
    claims = any(not {"claim", "claims"}.isdisjoint(item.words) for item in told)
    named |= {"A-to-z claims"} if claims else set()
    if not named & counted.keys():
        return
    for kind, place in counted.items():
        if kind not in named and (kind in _SURE or _SURE.isdisjoint(counted)):
            yield place, f"The root cause says nothing of the {kind}. Say why they happened too."
