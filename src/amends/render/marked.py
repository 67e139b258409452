"""A notice with the words marked that its reading stands on."""

from __future__ import annotations

from itertools import pairwise

from amends.model import Notice
from amends.playbook import AskKind
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_WEIGHT = {"limit": 3, "ask": 2, "because": 1, "": 0}


class Piece(NamedTuple):
    """A stretch of the notice as it stands. `kind` is "because", "ask" or "limit", "" where nothing is marked."""

    text: str
    kind: str = ""
    says: str = ""


def marked(notice: Notice, asks: Mapping[str, AskKind], title: str = "") -> tuple[Piece, ...]:
    """The text of a notice in pieces that together are all of it.

    `title` is that of the enforcement. Where two marks meet, a time limit goes before an ask, and that before a reason.
    """
    spans = [(span.start, span.end, "because", title) for each in notice.enforcements[:1] for span in each.because]
    spans += [
        (ask.span.start, ask.span.end, "ask", asks[ask.id].title if ask.id in asks else ask.id) for ask in notice.asks
    ]
    spans += [(each.span.start, each.span.end, "limit", "") for each in notice.deadlines]
    size = len(notice.text)
    spans = [span for span in spans if 0 <= span[0] < span[1] <= size]
    cuts = sorted({0, size, *(start for start, *_ in spans), *(end for _, end, *_ in spans)})
    spans.sort(key=lambda span: (span[0], -_WEIGHT[span[2]]))
    pieces: list[Piece] = []
    live: list[tuple[int, int, str, str]] = []
    following = 0
    for start, end in pairwise(cuts):
        while following < len(spans) and spans[following][0] <= start:
            live.append(spans[following])
            following += 1
        live = [span for span in live if span[1] > start]
        kind, says = max(((span[2], span[3]) for span in live), key=lambda each: _WEIGHT[each[0]], default=("", ""))
        if pieces and pieces[-1][1:] == (kind, says):
            pieces[-1] = pieces[-1]._replace(text=pieces[-1].text + notice.text[start:end])
        else:
            pieces.append(Piece(notice.text[start:end], kind, says))
    return tuple(pieces)
