"""Signs: fields of meaning that stand together in one sentence, however it is worded.

A field is a list of words of one meaning (hardship, praise, feeling); a sign names the fields that make a defect when
they meet. A word list writes them under `fields` and `signs`:

* a field is one line of words; `stem*` stands for every word that begins so, `two_words` for words in a row;
* a sign is one line of items, all of which must stand within a dozen words of the first; `a..b` wants b at most four
  words behind a; `!a` wants no a in the whole sentence;
* an item is a field of the list, `@class` (see `classes.py`), `#` for a number, `#s` for a plural, `%bare` for a
  sentence that hardly names a thing of the trade, in which weaker words are enough, `%aside` for one that stands beside
  cause, actions and measures and holds no day, file or identifier, `%year` for a year alone in such a sentence.

Each word is looked up once, however many fields there are. The first item of a sign should be its rarest.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterator, Mapping, Sequence

from amends import pages, snapshot
from amends.pages import Pages
from amends.review.language.classes import classes_of
from amends.review.language.recent import Recent
from amends.review.language.words import MASKED, Lexicon, is_number
from amends.review.meaning.asides import aside
from amends.typed import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from amends.review.letter.pieces import Statement

PART = "fields"
_NEAR = 12
_DIGITS_OF_A_YEAR = 4
_BEHIND = 4
_MOST_KEPT = 20_000
_MOST_ROWS, _LONGEST_ROW = 1_000, 100
_MOST_SPOTS = 16
_BETWEEN = "\x1f"
_BARE, _ASIDE, _YEAR = "%bare", "%aside", "%year"
_WHOLE = (_BARE, _ASIDE)
_WORDS_TO_A_THING = 9
_SHORTEST_CODE = 7
_NO_PLURAL = frozenset("this thus always perhaps plus minus whereas besides".split())
Spot = tuple[int, int]


class Sign(NamedTuple):
    """What must meet: chains of fields, of which the first is looked for first, and fields that must not be there."""

    code: str
    chains: tuple[tuple[str, ...], ...]
    without: tuple[str, ...]
    weaker: bool


class Meeting(NamedTuple):
    """A sign that was found: of which rule, at which words, and whether it is less sure than the rule itself."""

    code: str
    first: int
    last: int
    weaker: bool


class Fields:
    """The fields and signs of all word lists, sought together."""

    def __init__(self, lists: Sequence[Mapping[str, object]]) -> None:
        kept = snapshot.part(PART) if _are_shipped(lists) else None
        turned: _Turned = _turned(lists) if kept is None else marshal.loads(kept)
        self._single, self._stems, self._signs, idioms = turned
        self._known = _Numbers(self)
        self._met: Recent[tuple[int, ...], tuple[Meeting, ...]] = Recent(_MOST_ROWS)
        self._read: dict[str, list[Sign]] = {}
        self._order = {name: at for at, name in enumerate(self._signs)}
        self._idioms = Lexicon(tagged=idioms)

    def met(self, statement: Statement) -> tuple[Meeting, ...]:
        """The signs in a statement, one a rule: the surest, and of those the first.

        They depend on the fields of the words alone, so statements of one mould are looked at once, up to a bound.
        """
        words = statement.words
        row = tuple(map(self._known.__getitem__, words))
        if len(row) > _LONGEST_ROW or self._idioms.found(words) or aside(statement):
            return self._meetings(statement, row)
        met = self._met.get(row)
        if met is None:
            met = self._met[row] = self._meetings(statement, row)
        return met

    def _meetings(self, statement: Statement, row: tuple[int, ...]) -> tuple[Meeting, ...]:
        words = statement.words
        spots = self._spots(words, row)
        _stand(statement, spots)
        begun = self._signs.keys() & spots.keys()
        best: dict[str, Meeting] = {}
        # As the lists write them: a set would give another sign first in another process.
        for name in sorted(begun, key=self._order.__getitem__):
            for sign in self._begun_by(name):
                kept = best.get(sign.code)
                if kept is not None and kept.weaker <= sign.weaker:
                    continue
                place = _meets(sign, spots)
                if place is not None:
                    best[sign.code] = Meeting(sign.code, *place, sign.weaker)
        return tuple(best.values())

    def _begun_by(self, name: str) -> list[Sign]:
        """The signs of which a field is looked for first, read when a letter first has it."""
        if name not in self._read:
            self._read[name] = [Sign._make(sign) for sign in marshal.loads(self._signs[name])]
        return self._read[name]

    def _spots(self, words: tuple[str, ...], row: tuple[int, ...]) -> dict[str, list[Spot]]:
        spots: dict[str, list[Spot]] = {}
        names_of = self._known.names
        things = 0
        for at, number in enumerate(row):
            if not number:
                continue
            names = names_of[number]
            spot = at, at + 1
            for name in names:
                if name not in spots:
                    spots[name] = [spot]
                elif not spots[name][_MOST_SPOTS - 1 :]:
                    spots[name] += (spot,)
            things += "@trade" in names
        if things * _WORDS_TO_A_THING <= len(words):
            spots[_BARE] = [(0, len(words))]
        for first, last, name in self._idioms.matches(words):
            _add(spots, name, first, last)
        return spots

    def fields_of(self, word: str) -> tuple[str, ...]:
        """The fields that a word belongs to, in the order of their names."""
        said = [pages.looked_up(self._single, word) or "", *pages.begun(self._stems, word)]
        found = {*[name for names in said if names for name in names.split(_BETWEEN)], *classes_of(word)}
        if word == MASKED or (not word.isalpha() and len(word) > _SHORTEST_CODE and any(map(str.isdigit, word))):
            found.add("@trade")
        if word != MASKED and is_number(word):
            found.add("#")
        elif len(word) > 3 and word[-1] == "s" and word[-2] not in "su" and word not in _NO_PLURAL:
            found.add("#s")
        return tuple(sorted(found))


# Fields by their words and by their stems as pages, signs by the field that is looked for first, words in a row.
_Turned = tuple[Pages, Pages, dict[str, bytes], list[tuple[str, str]]]
_Written = tuple[str, tuple[tuple[str, ...], ...], tuple[str, ...], bool]


def _turned(lists: Sequence[Mapping[str, object]]) -> _Turned:
    """Fields and signs of word lists as they are looked up."""
    single: dict[str, list[str]] = {}
    stems: dict[str, list[str]] = {}
    signs: dict[str, list[_Written]] = {}
    idioms: list[tuple[str, str]] = []
    for entry in lists:
        code = str(entry["code"])
        for name, line in cast("Mapping[str, str]", entry.get("fields", {})).items():
            if len(name.split()) != 1:
                continue  # no sign can name it
            key = f"{code} {name}"
            for word in line.split():
                if "_" in word:
                    idioms.append((word.replace("_", " "), key))
                elif word[-1] == "*":
                    stems.setdefault(word[:-1], []).append(key)
                else:
                    single.setdefault(word, []).append(key)
        for written, weaker in ((entry.get("signs", ()), False), (entry.get("weaker-signs", ()), True)):
            for line in cast("Sequence[str]", written):
                sign = _sign(code, line, weaker)
                signs.setdefault(sign.chains[0][0], []).append((code, sign.chains, sign.without, weaker))
    long_enough = {stem: _BETWEEN.join(keys) for stem, keys in stems.items() if len(stem) >= pages.STEM}
    return (
        pages.paged({word: _BETWEEN.join(keys) for word, keys in single.items()}),
        pages.paged(long_enough, pages.STEM),
        {name: marshal.dumps(found) for name, found in signs.items()},
        idioms,
    )


def packed() -> bytes:
    """The fields of the lists that ship with amends, for the startup snapshot."""
    from amends import catalog

    return marshal.dumps(_turned(catalog.phrases()))


def _are_shipped(lists: Sequence[Mapping[str, object]]) -> bool:
    """Whether these are the lists that ship with amends, and no others; the snapshot holds as long as they do."""
    from amends import catalog

    shipped = catalog.phrases()
    return len(lists) == len(shipped) and all(one is two for one, two in zip(lists, shipped, strict=True))


class _Numbers(dict[str, int]):
    """A number for what fields a word belongs to, nought for those of none; `names` are the fields by number."""

    def __init__(self, fields: Fields) -> None:
        self._fields = fields
        self._numbers: dict[tuple[str, ...], int] = {(): 0}
        self.names: list[tuple[str, ...]] = [()]

    def __missing__(self, word: str) -> int:
        names = self._fields.fields_of(word)
        number = self._numbers.get(names)
        if number is None:
            number = self._numbers[names] = len(self.names)
            self.names.append(names)
        if len(self) < _MOST_KEPT:
            self[word] = number
        return number


def _stand(statement: Statement, spots: dict[str, list[Spot]]) -> None:
    """Note whether a sentence stands beside the plan, and the years in it that belong to no day."""
    if not aside(statement):
        return
    spots[_ASIDE] = [(0, len(statement.words))]
    years = [
        (at, at + 1)
        for at, word in enumerate(statement.words)
        if len(word) == _DIGITS_OF_A_YEAR and word[:2] in ("19", "20") and word.isdigit()
    ]
    if years:
        spots[_YEAR] = years[:_MOST_SPOTS]


def _add(spots: dict[str, list[Spot]], name: str, first: int, last: int) -> None:
    """Note where a field stands; a few places are enough, and keep a sentence of a million equal words cheap."""
    kept = spots.setdefault(name, [])
    if len(kept) < _MOST_SPOTS:
        kept.append((first, last))


def _sign(code: str, line: str, weaker: bool) -> Sign:
    def named(item: str) -> str:
        return item if item[0] in "@#%" else f"{code} {item}"

    items = line.split()
    chains = tuple(tuple(map(named, item.split(".."))) for item in items if item[0] != "!")
    return Sign(code, chains, tuple(named(item[1:]) for item in items if item[0] == "!"), weaker)


def _meets(sign: Sign, spots: dict[str, list[Spot]]) -> Spot | None:
    """The words at which a sign is met, or None."""
    for chain in sign.chains:
        for name in chain:
            if name not in spots:
                return None
    for name in sign.without:
        if name in spots:
            return None
    for first, last in _chained(sign.chains[0], spots):
        ends = [(first, last)]
        for chain in sign.chains[1:]:
            if chain[0] in _WHOLE:
                continue
            near = next((s for s in _chained(chain, spots) if first - _NEAR <= s[0] < last + _NEAR), None)
            if near is None:
                break
            ends.append(near)
        else:
            start, end = min(s for s, _ in ends), max(e for _, e in ends)
            return (start, end) if end - start <= _NEAR else (first, last)
    return None


def _chained(chain: tuple[str, ...], spots: dict[str, list[Spot]]) -> Iterator[Spot]:
    """Where the fields of a chain follow each other."""
    for first, last in spots.get(chain[0], ()):
        end: int | None = last
        for name in chain[1:]:
            end = next((e for s, e in spots.get(name, ()) if end is not None and end <= s <= end + _BEHIND), None)
            if end is None:
                break
        if end is not None:
            yield first, end
