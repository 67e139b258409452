"""The tree of patterns of `automaton.py` fully grown, in bytes: two parts of the startup snapshot.

Growing the tree takes most of the time of a first letter. Grown, each node is some bytes that are read when a text
reaches it, so that most of the tree is not even read. It is found again by a fingerprint of what is written in the
lexicons, so it can be too old, but never wrong.
"""

from __future__ import annotations

import marshal
from itertools import accumulate, chain

from amends import pages, snapshot
from amends.review.language.patterns import Pattern, PatternList
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from amends.pages import Pages


PART, NODES = "patterns", "patterns/nodes"

# Of a node: the words of its branches, between bars, a branch a line; the numbers of the nodes behind them, only the
# first when the others follow it; the numbers of the nodes where any word leads; and of each pattern that ends there
# the number of its lexicon and its place in it.
Node = tuple[str, tuple[int, ...] | int, tuple[int, ...], tuple[int, ...]]
# Fingerprints of the lexicons, for all words of patterns the number of the node that they lead to from anywhere
# (`NOWHERE` where they lead to none), the stems among them, where the nodes begin.
_Head = tuple[tuple[str, ...], "Pages", "Pages", bytes]
_PLACE = 4
NOWHERE = -1


class Grown:
    """The tree of these lexicons, or of some of them; `rest` are those that are not in it."""

    def __init__(
        self,
        lexicons: Iterable[PatternList],
        head: bytes | None = None,
        nodes: Callable[[int, int], bytes] | None = None,
    ) -> None:
        """`head` as it was packed; `nodes` gives the packed nodes from one place to another."""
        self.rest: list[PatternList] = list(lexicons)
        self._words: Pages = {}
        self._stems: Pages = {}
        self._lexicons: list[PatternList] = []
        self._patterns: dict[tuple[int, int], Pattern] = {}
        if head is not None and nodes is not None:
            self._nodes = nodes
            self._hold(marshal.loads(head))

    def _hold(self, head: _Head) -> None:
        """Take the tree for those lexicons that it was grown from; nothing when one of them is not there any more."""
        prints, words, stems, self._places = head
        by_print: dict[str, list[PatternList]] = {}
        for lexicon in self.rest:
            by_print.setdefault(fingerprint(lexicon), []).append(lexicon)
        found = [by_print[known].pop(0) for known in prints if by_print.get(known)]
        if len(found) < len(prints):
            snapshot.outdate()
            return
        held = set(map(id, found))
        self.rest = [lexicon for lexicon in self.rest if id(lexicon) not in held]
        self._lexicons, self._words, self._stems = found, words, stems

    def edge(self, word: str) -> int | None:
        """The number of the node that a word of patterns leads to from anywhere, or `NOWHERE`; None for any other."""
        number = pages.looked_up(self._words, word)
        return None if number is None else int(number)

    def stems(self, word: str) -> Iterator[str]:
        """The stems of patterns with which a word begins, each with its star."""
        return pages.begun(self._stems, word)

    def node(self, number: int) -> Node:
        """The node of a number."""
        at = number * _PLACE
        start, end = (int.from_bytes(self._places[place : place + _PLACE], "little") for place in (at, at + _PLACE))
        node: Node = marshal.loads(self._nodes(start, end))
        return node

    def patterns(self, ended: Sequence[int]) -> Iterator[Pattern]:
        """The patterns that end in a node, the same ones whichever node names them."""
        for place in zip(ended[::2], ended[1::2], strict=True):
            if place not in self._patterns:
                lexicon = self._lexicons[place[0]]
                self._patterns[place] = Pattern(lexicon, place[1], *lexicon.written[place[1]])
            yield self._patterns[place]


def fingerprint(lexicon: PatternList) -> str:
    """A fingerprint of all that a lexicon consists of."""
    from zlib import adler32, crc32

    patterns, tags = [pattern for pattern, _ in lexicon.written], [tag for _, tag in lexicon.written]
    text = ("\n".join(patterns) + "\t" + "\n".join(tags)).encode("utf-8", "surrogatepass")
    return f"{crc32(text):08x}{adler32(text):08x}{len(text):x}"


def packed(
    lexicons: Iterable[PatternList], edges: Mapping[str, Sequence[int]], pieces: frozenset[str], nodes: list[Node]
) -> tuple[bytes, bytes]:
    """The bytes that `Grown` reads: its head, and the nodes. Nodes that one word leads to become one node."""
    nodes = list(nodes)
    led = dict.fromkeys(sorted(pieces), NOWHERE)
    for piece, numbers in edges.items():
        if len(numbers) > 1:
            nodes.append(_one([nodes[number] for number in numbers]))
        led[piece] = len(nodes) - 1 if len(numbers) > 1 else numbers[0]
    kept = [marshal.dumps((words, _shortened(behind), *more)) for words, behind, *more in nodes]
    places = b"".join([place.to_bytes(_PLACE, "little") for place in [0, *accumulate(map(len, kept))]])
    words = pages.paged({word: str(number) for word, number in led.items()})
    stems = pages.paged({word[:-1]: word for word in led if word[-1] == "*"}, pages.STEM)
    return marshal.dumps((tuple(map(fingerprint, lexicons)), words, stems, places)), b"".join(kept)


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
