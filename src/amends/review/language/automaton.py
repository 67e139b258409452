"""All patterns of all lexicons searched for at once: a few look-ups a word, however many patterns there are.

The patterns make a tree that begins at their first words and is grown only where a text goes along it. From every word
of a text a thread sets out; which nodes of the tree it has reached is its state, and where a word leads from a state is
worked out once and kept. Most threads end at the next word. A process that reads many letters soon walks from state to
state, and one that reads a single letter builds little. What is kept is bounded: past the bound it is forgotten and
grows anew.

A state knows the patterns that end in it. Nothing is guessed: a pattern is reported when, and only when, it matches.

Rows of words that no pattern tells apart ("on 3 May Ana Ruiz …", "on 9 May Joon Park …") hold the same patterns at the
same places; what occurs in a row is kept for the next such row, again up to a bound.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from amends.review.language import grown
from amends.review.language.classes import classes_of
from amends.review.language.grown import NOWHERE, Grown
from amends.review.language.occurring import Occurring
from amends.review.language.patterns import GAP, GAP_MARK, NUMBER, PASSED_OVER, Pattern, PatternList, is_number, spread
from amends.review.language.recent import Recent

_PASSED = "~"
_MOST_STEPS = 60_000
_MOST_WORDS = 30_000
_MOST_ROWS, _LONGEST_ROW = 1_000, 100
_STEM = 3

# What remains of a pattern: its pieces, how many are behind, and the pattern.
_Rest = tuple[list[str], int, Pattern]
# A node of the tree that is kept grown.
_Kept = tuple[Grown, int]


class Automaton:
    """The patterns of these lexicons, ready to be searched for."""

    def __init__(
        self,
        lexicons: Iterable[PatternList],
        packed: bytes | None = None,
        nodes: Callable[[int, int], bytes] | None = None,
    ) -> None:
        """With `packed` and `nodes` (see `Grown`) the tree is not grown as far as it was packed before."""
        heads: dict[str, list[tuple[PatternList, int]]] = {}
        text: list[str] = []
        several: list[_Rest] = []
        self._grown = Grown(lexicons, packed, nodes)
        for lexicon in self._grown.rest:
            order = -1
            for written, tag in lexicon.written:
                order += 1
                text.append(written)
                head = written.partition(" ")[0]
                if head in heads:
                    heads[head].append((lexicon, order))
                elif "_" in head or head[-1] == "?":
                    several += [(form, 0, Pattern(lexicon, order, written, tag)) for form in spread(written.split())]
                else:
                    heads[head] = [(lexicon, order)]
        # Not `translate`, which takes ten times as long where a text is not ASCII alone.
        pieces = " ".join(text).replace("|", " ").replace("?", " ").replace("_", " ").split()
        self._symbols = _Symbols(frozenset(pieces), self._grown)
        self._edges: dict[str, list[_Node]] = {}
        for head, begun in heads.items():
            self._lead(head, _Node([], begun))
        top = _Node(several)
        top.open()
        for words, node in top.branches():
            self._lead(words.strip("|"), node)
        self._rows: Recent[tuple[int, ...], Occurring] = Recent(_MOST_ROWS)
        self._forget()

    def _lead(self, piece: str, node: _Node) -> None:
        """Let a text go to this node from anywhere by each word of the piece."""
        for choice in piece.split("|"):
            self._led(choice).append(node)

    def _led(self, piece: str) -> list[_Node]:
        """The nodes that this word leads to from anywhere."""
        if piece not in self._edges:
            number = self._grown.edge(piece)
            self._edges[piece] = [] if number is None or number == NOWHERE else [_Node((self._grown, number))]
        return self._edges[piece]

    def packed(self, lexicons: Sequence[PatternList]) -> tuple[bytes, bytes]:
        """The tree of these lexicons fully grown, for `Grown`. To be asked of an automaton of these very lexicons."""
        numbers = {lexicon: number for number, lexicon in enumerate(lexicons)}
        first = dict.fromkeys(node for piece in sorted(self._edges) for node in self._edges[piece])
        all_nodes = list(first)
        for node in all_nodes:  # grows as it is read
            all_nodes += node.behind()
        order = {node: number for number, node in enumerate(all_nodes)}
        edges = {piece: tuple(map(order.__getitem__, self._edges[piece])) for piece in sorted(self._edges)}
        nodes = [node.packed(order, numbers) for node in all_nodes]
        return grown.packed(lexicons, edges, self._symbols.pieces, nodes)

    def _forget(self) -> None:
        self._states: dict[frozenset[_Node], _State] = {}
        self._firsts: dict[int, _State | None] = {}
        self._steps = 0

    def occurring(self, words: tuple[str, ...]) -> Occurring:
        """What occurs in these words."""
        if len(self._symbols) > _MOST_WORDS:
            self._symbols.clear()
        row = tuple(map(self._symbols.__getitem__, words))
        found = self._rows.get(row)
        if found is None:
            found = self._searched(row)
            if len(row) <= _LONGEST_ROW:
                self._rows[row] = found
        return found

    def _searched(self, row: tuple[int, ...]) -> Occurring:
        if self._steps > _MOST_STEPS:
            self._forget()
        firsts = self._firsts
        found: set[Pattern] = set()
        threads: list[_State] = []
        for symbol in row:
            if threads:
                threads = [behind for thread in threads if (behind := thread[symbol]) is not None]
            first = firsts[symbol] if symbol in firsts else self._first(symbol)
            if first is not None:
                threads.append(first)
            for thread in threads:
                if thread.ended:
                    found.update(thread.ended)
        return Occurring(found) if found else _NOTHING

    def _first(self, symbol: int) -> _State | None:
        """The state of a thread that sets out with a word of this symbol."""
        nodes = {node for key in self._symbols.keys_of[symbol] for node in self._led(key)}
        first = self._firsts[symbol] = self._state(frozenset(nodes))
        return first

    def step(self, state: _State, symbol: int) -> _State | None:
        """The state behind this one, after a word of this symbol; None where no pattern goes on."""
        self._steps += 1
        marks = [mark for mark in self._symbols.marks_of[symbol] if mark in state.words]
        if self._symbols.passed[symbol]:
            nodes = [node for node in state.nodes if not node.holds]
            reached = {over for over in [node.over() for node in state.nodes] if over is not None}
        elif not marks:
            return self._after_any(state)
        else:
            nodes = list(state.nodes)
            reached = set()
        for node in nodes:
            reached.update(node.wild)
        for mark in marks:
            for node in nodes:
                if mark in node.words:
                    reached.update(node.reached(mark))
        return self._state(frozenset(reached))

    def _after_any(self, state: _State) -> _State | None:
        """The state behind this one after a word that no pattern asks for here: most words are such."""
        if not state.gone_on:
            wild = frozenset([further for node in state.nodes for further in node.wild])
            state.gone_on, state.after_any = True, self._state(wild)
        return state.after_any

    def _state(self, nodes: frozenset[_Node]) -> _State | None:
        if not nodes:
            return None
        state = self._states.get(nodes)
        if state is None:
            for node in nodes:
                node.open()
            state = self._states[nodes] = _State(self, nodes)
        return state


class _State(dict[int, "_State | None"]):
    """Where a thread stands in all patterns at once, and where each symbol leads from here.

    `words` are those that lead on, between bars, `ended` the patterns that end here. `after_any` is where all other
    words lead, when somebody went on from here by one (`gone_on`).
    """

    __slots__ = ("after_any", "automaton", "ended", "gone_on", "nodes", "words")

    def __init__(self, automaton: Automaton, nodes: frozenset[_Node]) -> None:
        self.automaton, self.nodes = automaton, nodes
        self.words = "".join([node.words for node in nodes])
        self.gone_on = False
        self.after_any: _State | None = None
        self.ended = [pattern for node in nodes for pattern in node.ended]

    def __missing__(self, symbol: int) -> _State | None:
        state = self[symbol] = self.automaton.step(self, symbol)
        return state


class _Node:
    """What patterns with the same beginning have in common there.

    `words` are the words of its branches, between bars, a branch a line; `wild` is where any word leads; `begun` are
    patterns of which only the first piece was looked at so far. `passes` is how many more words a gap lets pass here:
    behind each there is the same node once more, which has all but that in common with this one.
    """

    __slots__ = (
        "_behind",
        "_gaps",
        "_nodes",
        "_over",
        "_tree",
        "begun",
        "ended",
        "holds",
        "passes",
        "rest",
        "wild",
        "words",
    )

    def __init__(
        self, rest: list[_Rest] | _Kept | _Node, begun: list[tuple[PatternList, int]] | None = None, passes: int = 0
    ) -> None:
        self.rest: list[_Rest] | _Kept | _Node | None = rest
        self.begun = begun
        self.passes = passes
        self.words = ""
        self.ended: Sequence[Pattern] = ()
        self.wild: tuple[_Node, ...] = ()
        self.holds = False
        # Behind each branch: what remains of its patterns, or in a tree that is kept grown the number of its node (of
        # all of them when there is but one number: that of the first).
        self._behind: Sequence[list[_Rest]] | Sequence[int] | int = ()
        self._tree: Grown | None = None
        self._nodes: dict[int, _Node] = {}
        self._gaps: tuple[_Node, ...] = ()
        self._over: _Node | None = None

    def open(self) -> None:
        """Read what remains of the patterns that lead through here; nothing when that was done."""
        rest = self.rest
        if rest is None:
            return
        self.rest = None
        if isinstance(rest, list):
            self._read(rest)
        elif isinstance(rest, tuple):
            self._unpack(*rest)
        else:
            self._share(rest)
            self.ended, self._gaps = rest.ended, rest._gaps
        self.wild = (_Node(self, passes=self.passes - 1), *self._gaps) if self.passes else self._gaps

    def _read(self, rest: list[_Rest]) -> None:
        for lexicon, order in self.begun or ():
            written, tag = lexicon.written[order]
            pattern = Pattern(lexicon, order, written, tag)
            if "_" in written:
                rest += [(form, 1, pattern) for form in spread(written.split())]
            else:
                rest.append((written.split(), 1, pattern))
        branches: dict[str, list[_Rest]] = {}
        gaps: list[_Rest] = []
        ended: list[Pattern] = []
        for pieces, at, pattern in rest:  # grows as it is read
            if at == len(pieces):
                ended.append(pattern)
                continue
            piece = pieces[at]
            behind = (pieces, at + 1, pattern)
            if piece == GAP_MARK:
                rest.append(behind)
                gaps.append(behind)
                continue
            if piece[-1] == "?":
                rest.append(behind)
            if piece in branches:
                branches[piece].append(behind)
            else:
                branches[piece] = [behind]
        self.ended = ended
        self.words = "\n".join([f"|{piece.removesuffix('?')}|" for piece in branches])
        self._behind = list(branches.values())
        if gaps:
            self._gaps = (_Node(gaps, passes=GAP - 1),)

    def _unpack(self, tree: Grown, number: int) -> None:
        self.words, self._behind, gaps, ended = tree.node(number)
        self._tree = tree
        if ended:
            self.ended = list(tree.patterns(ended))
        if gaps:
            self._gaps = tuple([_Node((tree, further), passes=GAP - 1) for further in gaps])

    def _share(self, other: _Node) -> None:
        """Have the branches of another node, and the nodes behind them."""
        self.words, self._behind, self._tree, self._nodes = other.words, other._behind, other._tree, other._nodes

    def _branch(self, at: int) -> _Node:
        node = self._nodes.get(at)
        if node is None:
            behind = self._behind
            further = behind + at if isinstance(behind, int) else behind[at]
            if isinstance(further, int):
                assert self._tree is not None
                node = _Node((self._tree, further))
            else:
                node = _Node(further)
            self._nodes[at] = node
        return node

    def reached(self, mark: str) -> Iterator[_Node]:
        """The nodes behind the branches by which a word leads on."""
        words = self.words
        at = words.find(mark)
        while at >= 0:
            yield self._branch(words.count("\n", 0, at))
            line = words.find("\n", at)
            at = words.find(mark, line) if line > 0 else -1

    def branches(self) -> Iterator[tuple[str, _Node]]:
        """The words of each branch, between bars, and the node behind."""
        if self.words:
            for at, words in enumerate(self.words.split("\n")):
                yield words, self._branch(at)

    def behind(self) -> list[_Node]:
        """The nodes that lead on from here, but for those that have all in common with this one."""
        self.open()
        return [*(node for _, node in self.branches()), *self._gaps]

    def packed(self, order: Mapping[_Node, int], numbers: Mapping[PatternList, int]) -> grown.Node:
        """What `_unpack` reads, by the numbers of the nodes and of the lexicons."""
        behind = [order[node] for _, node in self.branches()]
        ended = [number for pattern in self.ended for number in (numbers[pattern.lexicon], pattern.order)]
        return self.words, tuple(behind), tuple(order[node] for node in self._gaps), tuple(ended)

    def over(self) -> _Node | None:
        """The node behind one filler word: the same, but a second filler is passed over unread, and a third is read."""
        if self._over is None and self.words and not self.holds:
            first, second = _Node([]), _Node([])
            for node in (first, second):
                node._share(self)
                node.rest = None
            first.holds, first._over = True, second
            second._over = _DEAD
            self._over = first
        return None if self._over is _DEAD else self._over


_DEAD = _Node([])
_NOTHING = Occurring(())


class _Symbols(dict[str, int]):
    """Words by what patterns can tell of them: two that no pattern tells apart have one number."""

    def __init__(self, pieces: frozenset[str], kept: Grown) -> None:
        self.pieces, self._kept = pieces, kept
        self._stems: dict[str, list[str]] = {}
        for piece in [piece for piece in pieces if piece[-1] == "*"]:
            self._stems.setdefault(piece[:_STEM], []).append(piece)
        self._numbers: dict[tuple[str, ...], int] = {}
        self.keys_of: list[tuple[str, ...]] = []
        self.marks_of: list[tuple[str, ...]] = []
        self.passed: list[bool] = []

    def __missing__(self, word: str) -> int:
        keys = [word] if word in self.pieces or self._kept.edge(word) is not None else []
        stems = [stem for stem in self._stems.get(word[:_STEM], ()) if word.startswith(stem[:-1])]
        keys += dict.fromkeys([*stems, *self._kept.stems(word)])
        if is_number(word):
            keys.append(NUMBER)
        keys += classes_of(word)
        passed = word in PASSED_OVER
        mark = (*keys, _PASSED) if passed else tuple(keys)
        if mark not in self._numbers:
            self._numbers[mark] = len(self.keys_of)
            self.keys_of.append(tuple(keys))
            self.marks_of.append(tuple([f"|{key}|" for key in keys]))
            self.passed.append(passed)
        number = self[word] = self._numbers[mark]
        return number
