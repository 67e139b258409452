"""The tree of patterns of `automaton.py` fully grown, in bytes: a part of the startup snapshot.

Growing the tree takes most of the time of a first letter. Grown, each node is some bytes that are read when a text
reaches it. It is found again by what is written in the lexicons, so it can be too old, but never wrong.
"""

from __future__ import annotations

import marshal
from itertools import accumulate, chain

from amends import snapshot
from amends.review.language.patterns import Pattern, PatternList
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


PART = "patterns"

# Of a node: the words of its branches, between bars, a branch a line; the numbers of the nodes behind them, only the
# first when the others follow it; the numbers of the nodes where any word leads; and of each pattern that ends there
# the number of its lexicon and its place in it.
Node = tuple[str, tuple[int, ...] | int, tuple[int, ...], tuple[int, ...]]
# What each lexicon is, for all words of patterns the node that they lead to from anywhere (`NOWHERE` where they lead
# to none), where the nodes begin.
_Head = tuple[tuple[str, ...], dict[str, int], bytes]
_LENGTH, _PLACE = 8, 4
NOWHERE = -1


class Grown:
    """The tree of these lexicons, or of some of them; `rest` are those that are not in it.

    `edges` are the words of all patterns with the number of the node that each leads to from anywhere.
    """

    def __init__(self, lexicons: Iterable[PatternList], data: bytes | None) -> None:
        self.rest: list[PatternList] = list(lexicons)
        self.edges: dict[str, int] = {}
        self._lexicons: list[PatternList] = []
        self._patterns: dict[tuple[int, int], Pattern] = {}
        if data is not None:
            self._data = memoryview(data)
            self._behind = _LENGTH + int.from_bytes(data[:_LENGTH], "little")
            self._hold(marshal.loads(self._data[_LENGTH : self._behind]))

    def _hold(self, head: _Head) -> None:
        """Take the tree for those lexicons that it was grown from; nothing when one of them is not there any more."""
        texts, edges, self._places = head
        by_text: dict[str, list[PatternList]] = {}
        for lexicon in self.rest:
            by_text.setdefault(written(lexicon), []).append(lexicon)
        found = [by_text[text].pop(0) for text in texts if by_text.get(text)]
        if len(found) < len(texts):
            snapshot.outdate()
            return
        held = set(map(id, found))
        self.rest = [lexicon for lexicon in self.rest if id(lexicon) not in held]
        self._lexicons, self.edges = found, edges

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


def written(lexicon: PatternList) -> str:
    """All that a lexicon consists of."""
    patterns, tags = [pattern for pattern, _ in lexicon.written], [tag for _, tag in lexicon.written]
    return "\n".join(patterns) + "\t" + "\n".join(tags)


def packed(
    lexicons: Iterable[PatternList], edges: Mapping[str, Sequence[int]], pieces: frozenset[str], nodes: list[Node]
) -> bytes:
    """The bytes that `Grown` reads. Nodes that one word leads to become one node."""
    nodes = list(nodes)
    led = dict.fromkeys(sorted(pieces), NOWHERE)
    for piece, numbers in edges.items():
        if len(numbers) > 1:
            nodes.append(_one([nodes[number] for number in numbers]))
        led[piece] = len(nodes) - 1 if len(numbers) > 1 else numbers[0]
    kept = [marshal.dumps((words, _shortened(behind), *more)) for words, behind, *more in nodes]
    places = [0, *accumulate(map(len, kept))]
    begun = b"".join([place.to_bytes(_PLACE, "little") for place in places])
    head = marshal.dumps((tuple(map(written, lexicons)), led, begun))
    return b"".join((len(head).to_bytes(_LENGTH, "little"), head, *kept))


def _one(nodes: Sequence[Node]) -> Node:
    """The node that is all of these together."""
    words = "\n".join([node[0] for node in nodes if node[0]])
    behind, wild, ended = (tuple(chain.from_iterable(kind)) for kind in zip(*[node[1:] for node in nodes], strict=True))
    return words, behind, wild, ended


def _shortened(numbers: tuple[int, ...] | int) -> tuple[int, ...] | int:
    """The first of these numbers when the others follow it one by one."""
    if isinstance(numbers, int) or not numbers:
        return numbers
    follow = numbers == tuple(range(numbers[0], numbers[0] + len(numbers)))
    return numbers[0] if follow else numbers
