"""One word pattern: how its line is read, and the longest match that begins at a word.

The notation is that of `words.py`. Which patterns occur in a text at all is told by `automaton.py`; here the few that
do are held against the words again, to tell from where to where.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from amends.review.language.classes import classes_of
from amends.typed import NamedTuple

GAP, GAP_MARK, NUMBER = 4, "..", "#"
_NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand".split()
)
MOST_PASSED = 2
_MOST_BEGUN = 2_000
# Words that may stand between those of a pattern and change nothing: "we simply were not aware".
PASSED_OVER = frozenset(
    "simply just really honestly actually even also completely totally absolutely quite frankly unfortunately sadly "
    "truly entirely certainly indeed obviously clearly still already probably basically somehow".split()
)


def is_number(word: str) -> bool:
    """Whether a word is a number, in digits or in letters."""
    return word[0].isdigit() or word in _NUMBER_WORDS


def spread(pieces: list[str]) -> Iterator[list[str]]:
    """The pattern once for its single words and once for each `two_words` alternative."""
    for at, piece in enumerate(pieces):
        if "_" not in piece:
            continue
        optional = "?" if piece.endswith("?") else ""
        choices = piece.removesuffix("?").split("|")
        plain = [choice for choice in choices if "_" not in choice]
        several = [choice.split("_") for choice in choices if "_" in choice]
        for words in ([["|".join(plain) + optional]] if plain else []) + several:
            yield from spread([*pieces[:at], *words, *pieces[at + 1 :]])
        return
    yield pieces


# For each way in which a pattern can be worded: of each of these, some word stands wherever it occurs.
Needs = tuple[tuple[frozenset[str], ...], ...]


def needed(patterns: Iterable[str]) -> Needs:
    """What has to stand in a text for any of these patterns to occur; of a pattern's pieces the longest first."""
    found: dict[tuple[frozenset[str], ...], None] = {}
    for pattern in patterns:
        for form in spread(pattern.split()):
            pieces = [piece.split("|") for piece in form if piece != GAP_MARK and piece[-1] != "?"]
            plain = [choices for choices in pieces if not any(c[-1] == "*" or c[0] in "@#" for c in choices)]
            found[tuple(map(frozenset, sorted(plain, key=lambda choices: -min(map(len, choices)))))] = None
    return tuple(found)


def may_occur(needs: Needs, words: Iterable[str]) -> bool:
    """Whether all that one of the patterns needs stands in these words."""
    there = frozenset(words)
    for form in needs:
        for choices in form:
            if choices.isdisjoint(there):
                break
        else:
            return True
    return False


class PatternList:
    """Patterns as they were written, each with what it stands for (by default nothing)."""

    __slots__ = ("__weakref__", "written")

    def __init__(self, *patterns: str, tagged: Iterable[tuple[str, str]] = ()) -> None:
        self.written = [(pattern, "") for pattern in patterns] + list(tagged)


class Pattern:
    """A pattern of a lexicon. `order` is its place there; it is read when it is first looked at."""

    __slots__ = ("_begins", "_forms", "_plain", "lexicon", "order", "tag", "written")

    def __init__(self, lexicon: PatternList, order: int, written: str, tag: str) -> None:
        self.lexicon, self.order, self.written, self.tag = lexicon, order, written, tag
        self._forms: tuple[tuple[_Element, ...], ...] = ()

    def places(self, words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
        """Where matches begin, each with one past the last word of the longest match from there."""
        if not self._forms:
            self._read()
        if self._plain:
            heads = self._plain
            starts = [at for at, word in enumerate(words) if word in heads]
        else:
            begins = self._begins
            starts = [at for at, word in enumerate(words) if begins[word]]
        forms = self._forms
        if len(forms) == 1 and len(forms[0]) == 1:
            yield from ((at, at + 1) for at in starts)
            return
        for at in starts:
            end = _match(forms[0], 0, words, at) if len(forms) == 1 else max(_match(f, 0, words, at) for f in forms)
            if end:
                yield at, end

    def _read(self) -> None:
        pieces = self.written.split()
        wordings = spread(pieces) if "_" in self.written else (pieces,)
        self._forms = tuple([tuple(map(_element, wording)) for wording in wordings])
        heads = tuple({head: None for form in self._forms for head in _heads(form)})
        plain = not any(head.loose for head in heads)
        self._plain = frozenset[str]().union(*[head.exact for head in heads]) if plain else _NO_WORDS
        if not plain:
            self._begins = _Begins(heads)


_NO_WORDS = frozenset[str]()


class _Begins(dict[str, bool]):
    """Whether a pattern can begin with a word, for the words that it was asked about."""

    __slots__ = ("_heads",)

    def __init__(self, heads: tuple[_Element, ...]) -> None:
        self._heads = heads

    def __missing__(self, word: str) -> bool:
        if len(self) >= _MOST_BEGUN:
            self.clear()
        begins = self[word] = any(head.fits(word) for head in self._heads)
        return begins


class _Element(NamedTuple):
    exact: frozenset[str]
    stems: tuple[str, ...]
    optional: bool
    gap: bool
    number: bool
    classes: bool
    loose: bool

    def fits(self, word: str) -> bool:
        if word in self.exact or (self.number and is_number(word)):
            return True
        if self.classes and not self.exact.isdisjoint(classes_of(word)):
            return True
        return bool(self.stems) and word.startswith(self.stems)


@cache
def _element(written: str) -> _Element:
    if written == GAP_MARK:
        return _Element(_NO_WORDS, (), True, True, False, False, False)
    optional = written[-1] == "?"
    choices = (written[:-1] if optional else written).split("|")
    stems = tuple([choice[:-1] for choice in choices if choice[-1] == "*"]) if "*" in written else ()
    exact = frozenset([choice for choice in choices if choice[-1] != "*" and choice != NUMBER])
    number, classes = NUMBER in choices, "@" in written
    return _Element(exact, stems, optional, False, number, classes, bool(stems) or number or classes)


def _heads(form: tuple[_Element, ...]) -> Iterator[_Element]:
    """The elements that a match can begin with: the first, and the next where it may be left out."""
    for element in form:
        yield element
        if not element.optional:
            return


def _match(elements: tuple[_Element, ...], at: int, words: tuple[str, ...], place: int) -> int:
    """One past the last word of a match that begins at `place`, or 0."""
    # A word that cannot be passed over is what has to be there or is not, and nothing else is to be tried.
    number = len(words)
    for element in elements[at:]:
        word = words[place] if place < number else ""
        if element.optional or word in PASSED_OVER:
            break
        if word not in element.exact and not (word and element.loose and element.fits(word)):
            return 0
        at, place = at + 1, place + 1
    else:
        return place
    if element.gap:
        for skipped in range(GAP + 1):
            end = _match(elements, at + 1, words, place + skipped)
            if end:
                return end
        return 0
    if place < len(words) and element.fits(words[place]):
        end = _match(elements, at + 1, words, place + 1)
        if end:
            return end
    if element.optional:
        end = _match(elements, at + 1, words, place)
        if end:
            return end
    if at and not element.gap:
        after = place
        while after < len(words) and after < place + MOST_PASSED and words[after] in PASSED_OVER:
            after += 1
        if place < after < len(words) and element.fits(words[after]):
            return _match(elements, at + 1, words, after + 1)
    return 0
