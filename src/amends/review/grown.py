"""The tree of patterns of `automaton.py` fully grown, in bytes: a part of the startup snapshot.

Growing the tree takes most of the time of a first letter. Grown, each node is some bytes that are read when a text
reaches it. It is found again by what is written in the lexicons, so it can be too old, but never wrong.
"""

from __future__ import annotations

import marshal
from itertools import accumulate, chain

from amends import snapshot
from amends.review.patterns import Pattern
from amends.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from amends.review.words import Lexicon

PART = "patterns"

# Of a node: the words of each branch between bars, the numbers of the nodes behind them, the numbers of the nodes where
# any word leads, and of each pattern that ends there the number of its lexicon and its place in it.
Node = tuple[tuple[str, ...], tuple[int, ...], tuple[int, ...], tuple[int, ...]]
# What each lexicon is, the node that a word leads to from anywhere, the words of all patterns, where the nodes begin.
_Head = tuple[tuple[str, ...], dict[str, int], frozenset[str], bytes]
_LENGTH, _PLACE = 8, 4


class Grown:
    """The tree of these lexicons, or of some of them; `rest` are those that are not in it.

    `edges` are the numbers of the nodes that words lead to from anywhere, `pieces` the words of all patterns.
    """

    def __init__(self, lexicons: Iterable[Lexicon], data: bytes | None) -> None:
        self.rest: list[Lexicon] = list(lexicons)
        self.edges: dict[str, int] = {}
        self.pieces: frozenset[str] = frozenset()
        self._lexicons: list[Lexicon] = []
        self._patterns: dict[tuple[int, int], Pattern] = {}
        if data is not None:
            self._data = memoryview(data)
            self._behind = _LENGTH + int.from_bytes(data[:_LENGTH], "little")
            self._hold(marshal.loads(self._data[_LENGTH : self._behind]))

    def _hold(self, head: _Head) -> None:
        """Take the tree for those lexicons that it was grown from; nothing when one of them is not there any more."""
        texts, edges, pieces, self._places = head
        by_text: dict[str, list[Lexicon]] = {}
        for lexicon in self.rest:
            by_text.setdefault(written(lexicon), []).append(lexicon)
        found = [by_text[text].pop(0) for text in texts if by_text.get(text)]
        if len(found) < len(texts):
            snapshot.outdate()
            return
        held = set(map(id, found))
        self.rest = [lexicon for lexicon in self.rest if id(lexicon) not in held]
        self._lexicons, self.edges, self.pieces = found, edges, pieces

    def node(self, number: int) -> Node:
        """The node of a number."""
        at = int.from_bytes(self._places[number * _PLACE : (number + 1) * _PLACE], "little")
        node: Node = marshal.loads(self._data[self._behind + at :])
        return node

    def patterns(self, ended: Sequence[int]) -> Iterator[Pattern]:
        """The patterns that end in a node, the same ones whichever node names them."""
        for place in zip(ended[::2], ended[1::2], strict=True):
            if place not in self._patterns:
                lexicon = self._lexicons[place[0]]
                self._patterns[place] = Pattern(lexicon, place[1], *lexicon.written[place[1]])
            yield self._patterns[place]


def written(lexicon: Lexicon) -> str:
    """All that a lexicon consists of."""
    return "\n".join([f"{pattern}\t{tag}" for pattern, tag in lexicon.written])


def packed(
    lexicons: Iterable[Lexicon], edges: Mapping[str, Sequence[int]], pieces: frozenset[str], nodes: list[Node]
) -> bytes:
    """The bytes that `Grown` reads. Nodes that one word leads to become one node."""
    nodes = list(nodes)
    led = {}
    for piece, numbers in edges.items():
        led[piece] = len(nodes)
        nodes.append(
            cast(
                "Node",
                tuple(tuple(chain.from_iterable(kind)) for kind in zip(*map(nodes.__getitem__, numbers), strict=True)),
            )
        )
    kept = list(map(marshal.dumps, nodes))
    places = [0, *accumulate(map(len, kept))]
    begun = b"".join([place.to_bytes(_PLACE, "little") for place in places])
    head = marshal.dumps((tuple(map(written, lexicons)), led, pieces, begun))
    return b"".join((len(head).to_bytes(_LENGTH, "little"), head, *kept))
