"""Edits by hand are kept when the answers change: a plan that was drafted anew is merged with the one that a person
edited, by what both began from.

What only one side changed is taken from that side. What both changed in different ways is a `Clash`: nobody but the
person can choose. Nothing is dropped: each sentence that a side wrote stands in the result or in a clash.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from amends import text as plain
from amends.plan.alignment import aligned
from amends.typed import Literal, NamedTuple

Choice = Literal["mine", "drafted", "both"]
_NUMBER = re.compile(r"\A\d{1,3}(?=[.)][ \t])")
_NUMBERED = re.compile(r"^\d{1,3}(?=\.[ \t])|^#{1,6}[ \t].*", re.M)


class Clash(NamedTuple):
    """A stretch that a person and the rules changed in different ways, and how it read before both."""

    base: str
    mine: str
    drafted: str


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge gives: stretches of text, and clashes between them."""

    parts: tuple[str | Clash, ...]

    @property
    def clashes(self) -> tuple[Clash, ...]:
        """The clashes in the order of the text."""
        return tuple(part for part in self.parts if isinstance(part, Clash))

    def chosen(self, choices: Sequence[Choice]) -> str:
        """The text with one choice a clash, in order. Raises `ValueError` when there are more or fewer choices."""
        left = iter(choices)
        if len(choices) != len(self.clashes):
            raise ValueError(f"{len(self.clashes)} clashes need as many choices, not {len(choices)}.")
        text = "".join(part if isinstance(part, str) else _taken(part, next(left)) for part in self.parts)
        return _renumbered(text) if choices else text


class Piece(NamedTuple):
    """A sentence, or the white space behind one. Pieces with the same `key` are the same to a reader."""

    text: str
    key: str


def pieces(text: str) -> list[Piece]:
    """A text cut into sentences and the white space between them; put together again they are the text."""
    found: list[Piece] = []
    at = 0
    for start, end in plain.sentence_places(text, 0, len(text)):
        if start > at:
            found.append(_space(text[at:start]))
        sentence = text[start:end]
        found.append(Piece(sentence, " ".join(_NUMBER.sub("#", sentence, count=1).split())))
        at = end
    if at < len(text):
        found.append(_space(text[at:]))
    return found


def _space(text: str) -> Piece:
    return Piece(text, "\n" * min(2, text.count("\n")) or " ")


def merge(base: str, mine: str, drafted: str) -> Merged:
    """Bring together what a person made of `base` and what the rules make of it now. Lines end with a line feed."""
    if drafted in (base, mine):
        return Merged((mine,))
    if mine == base:
        return Merged((drafted,))
    parts: list[str | Clash] = []
    for ours, theirs, stretch in _stretches(pieces(base), pieces(mine), pieces(drafted)):
        for part in _settled(stretch, ours, theirs):
            if isinstance(part, str) and parts and isinstance(parts[-1], str):
                parts[-1] += part
            elif part:
                parts.append(part)
    if not any(isinstance(part, Clash) for part in parts):
        return Merged((_renumbered("".join(part for part in parts if isinstance(part, str))),))
    return Merged(tuple(parts))


def _stretches(
    base: list[Piece], mine: list[Piece], drafted: list[Piece]
) -> Iterator[tuple[list[Piece], list[Piece], list[Piece]]]:
    """Mine, drafted and base cut where a piece stands in all three, so that each stretch can be settled by itself."""
    keys = [piece.key for piece in base]
    ours = dict(aligned(keys, [piece.key for piece in mine]))
    theirs = dict(aligned(keys, [piece.key for piece in drafted]))
    at = [0, 0, 0]
    for here in range(len(base)):
        if here not in ours or here not in theirs:
            continue
        there, yonder = ours[here], theirs[here]
        if there > at[1] or yonder > at[2] or here > at[0]:
            yield mine[at[1] : there], drafted[at[2] : yonder], base[at[0] : here]
        yield [mine[there]], [drafted[yonder]], [base[here]]
        at = [here + 1, there + 1, yonder + 1]
    yield mine[at[1] :], drafted[at[2] :], base[at[0] :]


def _settled(base: list[Piece], mine: list[Piece], drafted: list[Piece]) -> Iterator[str | Clash]:
    if _same(mine, base):
        # The words are those of before; white space that only the person changed is the person's.
        kept = [m.text != b.text for m, b in zip(mine, base, strict=True)]
        own = any(kept) and _same(drafted, base)
        yield _text(mine if own else drafted)
    elif _same(drafted, base) or _same(mine, drafted):
        yield _text(mine)
    elif len(base) == len(mine) == len(drafted) > 1:
        for b, m, d in zip(base, mine, drafted, strict=True):
            yield from _settled([b], [m], [d])
    else:
        yield Clash(_text(base), _text(mine), _text(drafted))


def _same(one: list[Piece], other: list[Piece]) -> bool:
    return [piece.key for piece in one] == [piece.key for piece in other]


def _text(found: list[Piece]) -> str:
    return "".join(piece.text for piece in found)


def _taken(clash: Clash, choice: Choice) -> str:
    if choice == "both" and clash.mine.strip() and clash.drafted.strip():
        # Each keeps its own lines; the white space of the place stays around the two.
        apart = "\n\n" if "\n" in clash.mine + clash.drafted else " "
        return f"{clash.mine.rstrip()}{apart}{clash.drafted.lstrip()}"
    return clash.mine if choice == "mine" or (choice == "both" and clash.mine.strip()) else clash.drafted


def _renumbered(text: str) -> str:
    """Numbered points counted from one again under each heading, as they are in the letter that is sent."""
    number = 0

    def next_one(found: re.Match[str]) -> str:
        nonlocal number
        if found.group().startswith("#"):
            number = 0
            return found.group()
        number += 1
        return str(number)

    return _NUMBERED.sub(next_one, text)
