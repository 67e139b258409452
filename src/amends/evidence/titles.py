"""What stands on a page like a title: alone in its place, large, near the top. Written apart or run together.

A title is told by how it stands, since every word of one ("invoice", "order confirmation") stands as well in the text
of other documents that speak of it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median_low

from amends.evidence.invoice.lexicon import lexicon
from amends.evidence.lexicon import Lexicon, tokens_of
from amends.evidence.page import Page, Word, around
from amends.model.reading import Box
from amends.typed import Generic, NamedTuple, TypeVar

T = TypeVar("T")
_LONGEST = 14
_COLUMNS = 4
_LABELLED = frozenset(
    "no nr num number numero numer nummer date datum to total amount address for id ref reference from of and betrag "
    "numer nummero fecha data due details dated period per value recipient".split()
)
"""Words that, after a word such as "invoice", make it a label ("Invoice no.") rather than a title."""
_RUNNING = frozenset(
    "in on the this that is are was were our your we i you please see with as per by der die das ist im und ihre le la "
    "les est votre el los es su il lo per vostra".split()
)
"""Words of a sentence: what follows them is no title."""
_WITH = frozenset(
    "original copy duplicate the a page no nr number date of for and de la kopie copia copie original originale final "
    "s a r l ltd llc inc gmbh vom du del dal am zur to".split()
)
"""Words that may stand beside a title without making it less of one."""


class Title(NamedTuple, Generic[T]):
    """A title that was found: what it stands for, how strongly it stands there (about 0 to 1.3), and its words.

    `words` is how many words of its place go up to its end.
    """

    meaning: T
    strength: float
    quote: str
    words: int


class _Cell:
    """A cell with its tokens and the size of its largest word."""

    __slots__ = ("box", "size", "spelled", "words")

    def __init__(self, words: tuple[Word, ...], box: Box) -> None:
        self.words, self.box = words, box
        self.size = max([word.size or 0.8 * (word.box.bottom - word.box.top) for word in words])
        self.spelled = _spelled(words) if len(words) <= 3 * _LONGEST else []

    @property
    def text(self) -> str:
        return " ".join([word.text for word in self.words])


class _Around(NamedTuple):
    """What a cell is measured by: the usual size of the page and its height, and whether it has its row for itself."""

    usual: float
    height: float
    alone: bool = False


def titles(page: Page, known: Lexicon[T]) -> Iterator[Title[T]]:
    """The titles of a page. Of phrases that share words only the longest counts: a pro-forma invoice is no invoice."""
    if not page.words:
        return
    usual = median_low(sorted(_size(word) for word in page.words))
    rows = [[_Cell(cell.words, cell.box) for cell in row] for row in page.usual_cells]
    cells = [cell for row in rows for cell in row]
    heads = {id(cell) for row in rows if len(row) >= _COLUMNS and not _has_digit(row) for cell in row}
    alone = {id(row[0]) for row in rows if len(row) == 1}
    taken: set[int] = set()
    for above, below in pairwise(cells):
        # Most cells hold no word with which a title begins, so that is asked first.
        if _stacked(above, below) and _may_hold([*above.spelled, *below.spelled], known):
            both = _Cell(above.words + below.words, around(above.words + below.words))
            across = [
                title for title in _of(both, known, _Around(usual, page.height)) if title.words > len(above.words)
            ]
            yield from across
            if across:
                taken |= {id(above), id(below)}
    for cell in cells:
        if id(cell) not in taken and _may_hold(cell.spelled, known):
            for title in _of(cell, known, _Around(usual, page.height, id(cell) in alone)):
                # The words over the columns of a table are no titles.
                yield title._replace(strength=0.25 * title.strength) if id(cell) in heads else title


def _may_hold(text: Sequence[str], known: Lexicon[T]) -> bool:
    """Whether tokens may hold a title, as they are or run together."""
    joined = "".join(text)
    return known.begin(text) or known.begin((joined,)) or bool(known.joined(joined)) or not joined.isascii()


def _of(cell: _Cell, known: Lexicon[T], page: _Around) -> Iterator[Title[T]]:
    text = cell.spelled
    if len(cell.words) > 3 * _LONGEST or len(text) > _LONGEST:
        return
    taken: list[tuple[int, int]] = []
    for hit in sorted(known.hits(text), key=lambda hit: (hit.start - hit.end, hit.start)):
        place = (hit.start, hit.end)
        if place not in taken and any(hit.start < end and start < hit.end for start, end in taken):
            continue
        if place not in taken:
            taken.append(place)
        strength = _stands(text, hit.start, hit.end, cell, page)
        # "Invoice / packing list" is first of all what it names first.
        yield Title(hit.meaning, strength if hit.start <= taken[0][0] else 0.6 * strength, hit.phrase, hit.end)
    joined = "".join(text)
    if not joined.isascii():
        for meaning, phrase in known.inside(joined):
            beside = "x" * (len(joined) - len(phrase))
            yield Title(meaning, _stands((phrase, beside), 0, 1, cell, page), phrase, len(text))
    if not taken:
        for meaning in known.joined(joined):
            yield Title(meaning, _stands(("x",), 0, 1, cell, page), " ".join(text), len(text))


def _stands(text: Sequence[str], start: int, end: int, cell: _Cell, page: _Around) -> float:
    """How much words of a cell stand as a title."""
    mine = sum(map(len, text[start:end]))
    beside = sum(len(token) for at, token in enumerate(text) if not start <= at < end and not _beside_title(token))
    ratio = cell.size / page.usual if page.usual else 1.0
    strength = 0.55 + min(max(ratio - 1.0, 0.0), 1.0) * 0.45
    written = cell.text
    if written.upper() == written and any(map(str.isalpha, written)):
        strength += 0.15
    if cell.box.top < 0.33 * page.height:
        strength += 0.15
    elif cell.box.top > 0.6 * page.height:
        strength -= 0.25
    labelled = end < len(text) and (text[end] in _LABELLED or ":" in written)
    if labelled:
        strength *= 0.55 if ratio >= 1.15 or end - start > 1 else 0.35 if page.alone and not start else 0.25
    share = mine / (mine + beside)
    if start > 0 and any(token in _RUNNING for token in text[:start]):
        # The words stand in a sentence.
        strength *= 0.3
    return strength * (math.sqrt(share) if ratio >= 1.4 else share)


def _beside_title(token: str) -> bool:
    """Whether a word may stand beside a title: a number, a month, "no", "from", the form of a company."""
    return token in _WITH or token in _LABELLED or any(map(str.isdigit, token)) or token in lexicon().months


def _spelled(words: Sequence[Word]) -> list[str]:
    """The tokens of a cell; letters that stand apart ("I N V O I C E") become one word."""
    text = [token for word in words for token in tokens_of(word.text)]
    if len(text) > 3 and sum(len(token) == 1 for token in text) >= 0.8 * len(text):
        return ["".join(text)]
    return text


def _has_digit(row: Sequence[_Cell]) -> bool:
    return any(c.isdigit() for cell in row for word in cell.words for c in word.text)


def _stacked(above: _Cell, below: _Cell) -> bool:
    """Whether two cells are a title on two lines."""
    near = -2 <= below.box.top - above.box.bottom < 0.9 * below.size
    alike = 0.8 < above.size / max(below.size, 0.1) < 1.25
    shared = min(above.box.right, below.box.right) - max(above.box.left, below.box.left)
    return near and alike and shared > 0 and len(above.words) + len(below.words) <= 5


def _size(word: Word) -> float:
    return word.size or 0.8 * (word.box.bottom - word.box.top)
