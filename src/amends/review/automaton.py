"""All patterns of all lexicons searched for at once: one look-up a word, however many patterns there are.

The patterns make a tree that begins at their first words and is grown only where a text goes along it. Which of its
nodes a text has reached is a state, and where a word leads from a state is worked out once and kept; so a process
that reads many letters soon walks from state to state, and one that reads a single letter builds little. What is kept
is bounded: past the bound it is forgotten and grows anew.

A state knows the patterns that end in it. Nothing is guessed: a pattern is reported when, and only when, it matches.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from amends.review.classes import classes_of
from amends.review.patterns import GAP, GAP_MARK, NUMBER, PASSED_OVER, Pattern, is_number, spread

if TYPE_CHECKING:
    from amends.review.words import Lexicon

_PASSED = "~"
_SPLIT = str.maketrans("|?_", "   ")
_MOST_STEPS = 60_000
_MOST_WORDS = 30_000
_STEM = 3

# What remains of a pattern: its pieces, how many are behind, the pattern, and how many words a gap has taken.
_Rest = tuple[list[str], int, Pattern, int]


class Automaton:
    """The patterns of these lexicons, ready to be searched for."""

    def __init__(self, lexicons: Iterable[Lexicon]) -> None:
        heads: dict[str, list[Pattern]] = {}
        top = _Node()
        text: list[str] = []
        for lexicon in lexicons:
            order = 0
            for written, tag in lexicon.written:
                text.append(written)
                pattern = Pattern(lexicon, order, written, tag)
                order += 1
                head = written.partition(" ")[0]
                if "_" in written or head[-1] == "?":
                    top.rest += [(pieces, 0, pattern, 0) for pieces in spread(written.split())]
                elif head in heads:
                    heads[head].append(pattern)
                else:
                    heads[head] = [pattern]
        self._symbols = _Symbols(" ".join(text).translate(_SPLIT).split())
        top.open()
        for head, patterns in heads.items():
            node = _Node()
            node.waiting = patterns
            for choice in head.split("|"):
                top.edges.setdefault(choice, []).append(node)
        self._top = top
        self._forget()

    def _forget(self) -> None:
        self._states: dict[frozenset[_Node], _State] = {}
        self._steps = 0
        self._first = self._state(frozenset())

    def hits(self, words: tuple[str, ...]) -> tuple[set[Lexicon], set[Pattern]]:
        """The patterns that occur in these words, and the lexicons that they are of."""
        if self._steps > _MOST_STEPS:
            self._forget()
        if len(self._symbols) > _MOST_WORDS:
            self._symbols.clear()
        state = self._first
        lexicons: set[Lexicon] = set()
        found: set[Pattern] = set()
        for symbol in map(self._symbols.__getitem__, words):
            state = state[symbol]
            if state.ended:
                lexicons.update(state.lexicons)
                found.update(state.ended)
        return lexicons, found

    def step(self, nodes: frozenset[_Node], symbol: int) -> _State:
        """The state behind one that has reached these nodes, after a word of this symbol."""
        self._steps += 1
        keys, passed = self._symbols.keys_of[symbol], self._symbols.passed[symbol]
        reached: set[_Node] = set()
        for node in nodes:
            if passed:
                over = node.over()
                if over is not None:
                    reached.add(over)
                if node.holds:
                    continue
            if node.wild is not None:
                reached.add(node.wild)
            edges = node.edges
            for key in keys:
                if key in edges:
                    reached.update(edges[key])
        for key in keys:
            if key in self._top.edges:
                reached.update(self._top.edges[key])
        return self._state(frozenset(reached))

    def _state(self, nodes: frozenset[_Node]) -> _State:
        state = self._states.get(nodes)
        if state is None:
            for node in nodes:
                node.open()
            state = self._states[nodes] = _State(self, nodes)
        return state


class _State(dict[int, "_State"]):
    """Where a text stands in all patterns at once, and where each symbol leads from here."""

    __slots__ = ("automaton", "ended", "lexicons", "nodes")

    def __init__(self, automaton: Automaton, nodes: frozenset[_Node]) -> None:
        self.automaton, self.nodes = automaton, nodes
        self.ended = frozenset(pattern for node in nodes for pattern in node.ended)
        self.lexicons = frozenset(pattern.lexicon for pattern in self.ended)

    def __missing__(self, symbol: int) -> _State:
        state = self[symbol] = self.automaton.step(self.nodes, symbol)
        return state


class _Node:
    """What patterns with the same beginning have in common there. `wild` is where any word leads."""

    __slots__ = ("_over", "edges", "ended", "holds", "rest", "waiting", "wild")

    def __init__(self) -> None:
        self.rest: list[_Rest] = []
        self.waiting: list[Pattern] = []
        self.edges: dict[str, list[_Node]] = {}
        self.ended: list[Pattern] = []
        self.wild: _Node | None = None
        self.holds = False
        self._over: _Node | None = None

    def open(self) -> None:
        """Read what remains of the patterns that lead through here; nothing when that was done."""
        rest = self.rest
        if self.waiting:
            rest += [(pattern.written.split(), 1, pattern, 0) for pattern in self.waiting]
            self.waiting = []
        if not rest:
            return
        children: dict[str, _Node] = {}
        for pieces, at, pattern, taken in rest:  # grows as it is read
            if at == len(pieces):
                self.ended.append(pattern)
                continue
            piece = pieces[at]
            if piece == GAP_MARK:
                rest.append((pieces, at + 1, pattern, 0))
                if taken < GAP:
                    if self.wild is None:
                        self.wild = _Node()
                    self.wild.rest.append((pieces, at, pattern, taken + 1))
                continue
            if piece[-1] == "?":
                rest.append((pieces, at + 1, pattern, 0))
            if piece not in children:
                children[piece] = _Node()
            children[piece].rest.append((pieces, at + 1, pattern, 0))
        self.rest = []
        for piece, child in children.items():
            for choice in piece.removesuffix("?").split("|"):
                if choice in self.edges:
                    self.edges[choice].append(child)
                else:
                    self.edges[choice] = [child]

    def over(self) -> _Node | None:
        """The node behind one filler word: the same, but a second filler is passed over unread, and a third is read."""
        if self._over is None and self.edges and not self.holds:
            first, second = _Node(), _Node()
            first.edges = second.edges = self.edges
            first.holds, first._over = True, second
            second._over = _DEAD
            self._over = first
        return None if self._over is _DEAD else self._over


_DEAD = _Node()


class _Symbols(dict[str, int]):
    """Words by what patterns can tell of them: two that no pattern tells apart have one number."""

    def __init__(self, pieces: list[str]) -> None:
        self._known = frozenset(pieces)
        self._stems: dict[str, list[str]] = {}
        for piece in self._known:
            if piece[-1] == "*":
                self._stems.setdefault(piece[:_STEM], []).append(piece)
        self._numbers: dict[tuple[str, ...], int] = {}
        self.keys_of: list[tuple[str, ...]] = []
        self.passed: list[bool] = []

    def __missing__(self, word: str) -> int:
        keys = [word] if word in self._known else []
        if word[:_STEM] in self._stems:
            keys += [stem for stem in self._stems[word[:_STEM]] if word.startswith(stem[:-1])]
        if is_number(word):
            keys.append(NUMBER)
        keys += classes_of(word)
        passed = word in PASSED_OVER
        mark = (*keys, _PASSED) if passed else tuple(keys)
        if mark not in self._numbers:
            self._numbers[mark] = len(self.keys_of)
            self.keys_of.append(tuple(keys))
            self.passed.append(passed)
        number = self[word] = self._numbers[mark]
        return number
