"""How alike two sentences are, whoever changed names, numbers, dates, a word here and there, or the spelling.

A sentence is taken as the pairs of its neighbouring words, each word cut to its stem and hashed, without numbers,
dates and the small words that carry tense and grammar. Two sentences that share most pairs say the same; the texts
themselves need not be kept for that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from zlib import crc32

from amends import text as plain
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from amends.review.letter.pieces import Statement

_WORD = re.compile(r"[^\W_](?:[\w'&-]*[^\W_])?")
FEWEST = 4
"""Pairs that two sentences must share before they count as alike: shorter ones are alike by chance."""
ALIKE = 0.6
_SKETCH = 4
_STEM = 7
_MOST_WORDS = 50_000
_SMALL = frozenset(
    "a an the this that these those it its our we us i my me you your they their them he she his her of to in on at "
    "for from by with as and or but so if then than is are was were be been being am do does did done have has had "
    "having will would shall should can could may might must not no any all each every also very both which who whom "
    "whose there here what when where january february march april june july august september october november "
    "december monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov "
    "dec".split()
)
_ENDINGS = (
    ("isation", "ization"), ("isations", "ization"), ("ising", "iz"), ("ised", "iz"), ("ises", "iz"), ("ise", "iz"),
    ("yse", "yz"), ("ysed", "yz"), ("our", "or"), ("ours", "or"), ("oured", "or"), ("tre", "ter"), ("ogue", "og"),
    ("ogues", "og"), ("ense", "enc"), ("enses", "enc"), ("ensed", "enc"), ("ensing", "enc"),
)  # fmt: skip
_BRITISH = dict(_ENDINGS)
_TAILS = ("ingly", "edly", "ings", "ing", "ied", "ies", "ed", "es", "ly", "s", "e")


class Earlier(NamedTuple):
    """A plan that was written before: its file, its text, and which attempt in this very case it was (0 for none)."""

    file: str
    text: str
    attempt: int = 0


def codes(words: Iterable[str]) -> list[int]:
    """A number for each word that carries meaning; inflected forms and both spellings of a word have the same."""
    return [code for code in map(_CODES.__getitem__, words) if code]


def pairs(found: Sequence[int]) -> list[int]:
    """The pairs of neighbours, each as a 32-bit number, in order."""
    return [(a * 0x9E3779B1 + b * 0x85EBCA77) & 0xFFFFFFFF for a, b in pairwise(found)]


def loose(found: Sequence[int]) -> set[int]:
    """The pairs of neighbours, and of those with one word between them: a word put in hides nothing."""
    apart = [(a * 0x9E3779B1 + b * 0x85EBCA77) & 0xFFFFFFFF for a, b in zip(found, found[2:], strict=False)]
    return {*pairs(found), *apart}


def sketch(found: Sequence[int]) -> list[int]:
    """The few pairs that stand for a sentence in an index: the smallest, so alike sentences mostly have some in
    common. Empty for a sentence too short to tell.
    """
    distinct = sorted(set(pairs(found)))
    return distinct[:_SKETCH] if len(distinct) >= FEWEST else []


def alike(mine: Sequence[int], other: Sequence[int]) -> float:
    """The share of pairs that two sentences, given as codes, have in common: 0.0 to 1.0 of the longer one."""
    tight, theirs = set(pairs(mine)), set(pairs(other))
    if not tight or not theirs:
        return 0.0
    common = max(len(loose(mine) & theirs), len(tight & loose(other)))
    return min(1.0, common / max(len(tight), len(theirs)))


def sentences(text: str) -> Iterator[tuple[str, list[int]]]:
    """The sentences of a plan with their codes, those too short to tell left out."""
    for sentence in plain.sentences(text):
        found = codes(_WORD.findall(plain.folded(sentence.quote)))
        if len(found) > FEWEST:
            yield sentence.quote, found


class Echo(NamedTuple):
    """A statement that stands in an earlier plan too: the statement, the plan, its sentence there, how alike."""

    statement: Statement
    plan: Earlier
    quote: str
    share: float


def echoes(statements: Sequence[Statement], plan: Earlier) -> list[Echo]:
    """The statements that an earlier plan has too, each with the sentence that is most alike."""
    where: dict[int, list[int]] = {}
    theirs = list(sentences(plan.text))
    for at, (_, found) in enumerate(theirs):
        for pair in set(pairs(found)):
            where.setdefault(pair, []).append(at)
    heard = []
    for statement in statements:
        mine = codes(statement.words)
        tried: dict[int, int] = {}
        for pair in set(pairs(mine)):
            for at in where.get(pair, ())[:_MOST_SAME]:
                tried[at] = tried.get(at, 0) + 1
        best = sorted(tried, key=lambda at: (-tried[at], at))[:_MOST_TRIED]
        share, before = max(((alike(mine, theirs[at][1]), -at) for at in best), default=(0.0, 0))
        if share >= ALIKE and tried[-before] >= FEWEST - 1:
            heard.append(Echo(statement, plan, theirs[-before][0], share))
    return heard


_MOST_SAME, _MOST_TRIED = 50, 8


def stem(word: str) -> str:
    """A word without its ending and in American spelling, as far as comparing needs: not always a word."""
    for size in (7, 6, 5, 4, 3):
        american = _BRITISH.get(word[-size:]) if len(word) > size + 2 else None
        if american:
            word = word[:-size] + american
            break
    for tail in _TAILS:
        if word.endswith(tail) and len(word) - len(tail) >= (5 if tail == "ly" else 3):
            word = word[: -len(tail)] + ("y" if tail in ("ied", "ies") else "")
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    return word.removesuffix("e")[:_STEM]


class _Codes(dict[str, int]):
    """Codes by word, kept while there is room: a text of a million different words must not stay in memory."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_WORDS:
            self.clear()
        bare = word[:40].partition("'")[0]
        small = bare in _SMALL or word.endswith("n't") or not bare[:1].isalpha() or any(map(str.isdigit, bare))
        code = 0 if small else crc32(stem(bare).encode()) or 1
        self[word] = code
        return code


_CODES = _Codes()
