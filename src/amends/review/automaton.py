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

from collections.abc import Iterable
from typing import TYPE_CHECKING

from amends.review.classes import classes_of
from amends.review.occurring import Occurring
from amends.review.patterns import GAP, GAP_MARK, NUMBER, PASSED_OVER, Pattern, is_number, spread
from amends.review.recent import Recent

if TYPE_CHECKING:
    from amends.review.words import Lexicon

_PASSED = "~"
_MOST_STEPS = 60_000
_MOST_WORDS = 30_000
_MOST_ROWS, _LONGEST_ROW = 1_000, 100
_STEM = 3

# What remains of a pattern: its pieces, how many are behind, the pattern, and how many words a gap has taken.
_Rest = tuple[list[str], int, Pattern, int]


class Automaton:
    """The patterns of these lexicons, ready to be searched for."""

    def __init__(self, lexicons: Iterable[Lexicon]) -> None:
        heads: dict[str, list[tuple[Lexicon, int]]] = {}
        text: list[str] = []
        several: list[_Rest] = []
        for lexicon in lexicons:
            order = -1
            for written, tag in lexicon.written:
                order += 1
                text.append(written)
                head = written.partition(" ")[0]
                if head in heads:
                    heads[head].append((lexicon, order))
                elif "_" in head or head[-1] == "?":
                    several += [(form, 0, Pattern(lexicon, order, written, tag), 0) for form in spread(written.split())]
                else:
                    heads[head] = [(lexicon, order)]
        # Not `translate`, which takes ten times as long where a text is not ASCII alone.
        self._symbols = _Symbols(" ".join(text).replace("|", " ").replace("?", " ").replace("_", " ").split())
        self._edges: dict[str, list[_Node]] = {}
        for head, begun in heads.items():
            self._lead(head, _Node([], begun))
        top = _Node(several)
        top.open()
        for branch in top.branches:
            self._lead(branch.words.strip("|"), branch.node())
        self._rows: Recent[tuple[int, ...], Occurring] = Recent(_MOST_ROWS)
        self._forget()

    def _lead(self, piece: str, node: _Node) -> None:
        """Let a text go to this node from anywhere by each word of the piece."""
        for choice in piece.split("|"):
            if choice in self._edges:
                self._edges[choice].append(node)
            else:
                self._edges[choice] = [node]

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
        nodes = {node for key in self._symbols.keys_of[symbol] for node in self._edges.get(key, ())}
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
        reached.update([node.wild for node in nodes if node.wild is not None])
        for mark in marks:
            for node in nodes:
                if mark in node.words:
                    reached.update([branch.node() for branch in node.branches if mark in branch.words])
        return self._state(frozenset(reached))

    def _after_any(self, state: _State) -> _State | None:
        """The state behind this one after a word that no pattern asks for here: most words are such."""
        if not state.gone_on:
            wild = frozenset([node.wild for node in state.nodes if node.wild is not None])
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


class _Branch:
    """The words that lead on from a node, between bars, and the node behind, which is made when it is first reached."""

    __slots__ = ("_node", "rest", "words")

    def __init__(self, words: str, rest: list[_Rest]) -> None:
        self.words, self.rest = words, rest
        self._node: _Node | None = None

    def node(self) -> _Node:
        if self._node is None:
            self._node = _Node(self.rest)
        return self._node


class _Node:
    """What patterns with the same beginning have in common there.

    `words` are all words of its branches, between bars; `wild` is where any word leads; `begun` are patterns of which
    only the first piece was looked at so far.
    """

    __slots__ = ("_over", "begun", "branches", "ended", "holds", "rest", "wild", "words")

    def __init__(self, rest: list[_Rest], begun: list[tuple[Lexicon, int]] | None = None) -> None:
        self.rest: list[_Rest] | None = rest
        self.begun = begun
        self.branches: list[_Branch] = []
        self.words = ""
        self.ended: list[Pattern] = []
        self.wild: _Node | None = None
        self.holds = False
        self._over: _Node | None = None

    def open(self) -> None:
        """Read what remains of the patterns that lead through here; nothing when that was done."""
        rest = self.rest
        if rest is None:
            return
        self.rest = None
        for lexicon, order in self.begun or ():
            written, tag = lexicon.written[order]
            pattern = Pattern(lexicon, order, written, tag)
            if "_" in written:
                rest += [(form, 1, pattern, 0) for form in spread(written.split())]
            else:
                rest.append((written.split(), 1, pattern, 0))
        branches: dict[str, list[_Rest]] = {}
        skipped: list[_Rest] = []
        for pieces, at, pattern, taken in rest:  # grows as it is read
            if at == len(pieces):
                self.ended.append(pattern)
                continue
            piece = pieces[at]
            if piece == GAP_MARK:
                rest.append((pieces, at + 1, pattern, 0))
                if taken < GAP:
                    skipped.append((pieces, at, pattern, taken + 1))
                continue
            if piece[-1] == "?":
                rest.append((pieces, at + 1, pattern, 0))
            if piece in branches:
                branches[piece].append((pieces, at + 1, pattern, 0))
            else:
                branches[piece] = [(pieces, at + 1, pattern, 0)]
        if branches:
            self.branches = [_Branch(f"|{piece.removesuffix('?')}|", behind) for piece, behind in branches.items()]
            self.words = "".join([branch.words for branch in self.branches])
        if skipped:
            self.wild = _Node(skipped)

    def over(self) -> _Node | None:
        """The node behind one filler word: the same, but a second filler is passed over unread, and a third is read."""
        if self._over is None and self.branches and not self.holds:
            first, second = _Node([]), _Node([])
            first.branches = second.branches = self.branches
            first.words = second.words = self.words
            first.rest = second.rest = None
            first.holds, first._over = True, second
            second._over = _DEAD
            self._over = first
        return None if self._over is _DEAD else self._over


_DEAD = _Node([])
_NOTHING = Occurring(())


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
        self.marks_of: list[tuple[str, ...]] = []
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
            self.marks_of.append(tuple([f"|{key}|" for key in keys]))
            self.passed.append(passed)
        number = self[word] = self._numbers[mark]
        return number
