"""Where a letter says what the case says in nearly the same words, and another day, number or name.

The sentences that were drafted from the case are what it says. A sentence of the letter that has most of the words of
one of them tells the same, and then its days, numbers, names and files are those of the case, or it contradicts it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from amends import text as plain
from amends.model import Sentence
from amends.review.grounding import said
from amends.review.grounding.grounds import grounds
from amends.review.grounding.said import Said
from amends.review.letter import parts
from amends.typed import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from amends.model import Plan
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

_SAME = 0.55
"""The share of plain words that two sentences have in common, from which they tell the same."""
_WORD_FOR_WORD = 0.95
"""The share from which values that only changed places are told of other things."""
_MOST_PIECES, _MOST_PAIRS, _MOST_COMMON, _MOST_NAMES = 160, 400, 40, 100
_SIGNED, _FEW_WORDS = 3, 5
# Between the words of a name there is a blank, a full stop or an ampersand.
_JOINT = 3
_LONGEST = 200_000
# What marks a point of a list or a heading.
_MARK = re.compile(r"^(?:[-*•]|\(?\d{1,2}[.)]|#{1,6})\s+")
_LABEL = re.compile(r"^Exhibit [A-Z]{1,2}: ")
_VALUES = frozenset((said.DAY, said.NUMBER, said.ID, said.FILE, said.LABELLED, said.NAME, said.MONEY, said.PERCENT,
                     said.WEEKDAY, said.MONTH, said.RHYTHM))  # fmt: skip
_ALIKE_UNITS = tuple(
    frozenset(words.split())
    for words in (
        "unit item piec product article good copy pack",
        "buyer custom client consum",
        "listing list offer asin detail",
        "imag pictur photo",
        "messag mail email ticket",
        "invoic bill",
    )
)


class Retold(NamedTuple):
    """A statement of the letter and the sentence of the case that it retells, both cut up; `share` is how alike."""

    statement: Statement
    mine: list[Said]
    sentence: Sentence
    words: str
    theirs: list[Said]
    share: float


class Difference(NamedTuple):
    """A value of the letter, from `start` to `end`, for which the case says `instead`; `kind` is that of the values."""

    kind: str
    start: int
    end: int
    instead: str
    values: tuple[str, ...]
    retold: Retold


class _Piece(NamedTuple):
    sentence: Sentence
    words: str
    cut: list[Said]
    signs: bool


def differences(draft: Draft) -> list[Difference]:
    """Every value of the letter that stands where the case has another one, in order."""
    if "differences" not in draft.memo:
        found = [difference for pair in _retold(draft) for difference in _compared(pair, _full_names(draft))]
        draft.memo["differences"] = sorted(found, key=lambda difference: difference.start)
    return cast("list[Difference]", draft.memo["differences"])


def _full_names(draft: Draft) -> list[str]:
    known = grounds(draft)
    return known.full_names[:_MOST_NAMES] if known is not None else []


def difference_at(draft: Draft, start: int, end: int) -> Difference | None:
    """The difference at a place of the letter, or None."""
    return next((d for d in differences(draft) if d.start < end and start < d.end), None)


def shortened(draft: Draft) -> Iterator[tuple[Retold, list[str]]]:
    """Sentences that name fewer of the ASINs or orders than the sentence of the case that they retell."""
    for pair in _retold(draft):
        ids = [piece.value for piece in pair.theirs if piece.kind == said.ID]
        here = {piece.value for piece in pair.mine if piece.kind == said.ID}
        left_out = [value for value in dict.fromkeys(ids) if value not in here]
        if left_out and here and here < set(ids) and pair.share >= 0.8:
            yield pair, left_out


def _retold(draft: Draft) -> list[Retold]:
    if "retold" not in draft.memo:
        draft.memo["retold"] = list(_pairs(draft))
    return cast("list[Retold]", draft.memo["retold"])


def _pairs(draft: Draft) -> Iterator[Retold]:
    """Statements with the sentence of the drafted plan that each retells."""
    plan, known = draft.plan, grounds(draft)
    if plan is None or known is None:
        return
    here = plain.normal(draft.text)
    lines = {plain.normal(statement.text) for statement in draft.statements}
    pieces = [
        _Piece(sentence, words, said.cut(words, known.names), signs)
        for sentence, words, signs in _sentences(plan)
        if plain.normal(words) not in (lines if signs else here)
    ]
    told = word_for_word(draft)
    yield from _matched(draft, [s for s in draft.statements if s.start not in told], pieces)


def differences_from(draft: Draft, text: str) -> list[Difference]:
    """Every value of the letter that stands where a text that was sent before has another one, in order."""
    known = grounds(draft)
    names = known.names if known is not None else frozenset()
    here = plain.normal(draft.text)
    pieces: list[_Piece] = []
    there: set[str] = set()
    for piece in plain.sentences(text[:_LONGEST]):
        words = _MARK.sub("", piece.quote)
        there.add(plain.normal(words))
        if plain.normal(words) not in here:
            pieces.append(_Piece(Sentence(words), words, said.cut(words, names), False))
    new = [s for s in draft.statements if plain.normal(s.text) not in there]
    return sorted(
        (difference for pair in _matched(draft, new, pieces) for difference in _compared(pair)),
        key=lambda difference: difference.start,
    )


def _matched(draft: Draft, statements: list[Statement], pieces: list[_Piece]) -> Iterator[Retold]:
    """Each statement with the sentence that it retells, each sentence with one statement: the most alike first."""
    if not pieces:
        return
    known = grounds(draft)
    names = known.names if known is not None else frozenset()
    index = _index(pieces)
    last = {statement.start for statement in draft.statements[-_SIGNED:]}
    signed = [at for at, piece in enumerate(pieces) if piece.signs]
    found: list[tuple[float, int, Retold]] = []
    for statement in statements[:_MOST_PAIRS]:
        mine = said.cut(statement.text, names)
        below = statement.start in last and sum(piece.kind == said.WORD for piece in mine) <= _SIGNED
        for at in (*_likely(mine, index), *(signed if below else ())):
            share = 1.0 if below and pieces[at].signs else _share(mine, pieces[at].cut)
            if share >= _SAME:
                pair = Retold(statement, mine, pieces[at].sentence, pieces[at].words, pieces[at].cut, share)
                found.append((share + _values_in_common(pair), at, pair))
    pairs: set[int] = set()
    for _, at, pair in sorted(found, key=lambda entry: (-entry[0], entry[1])):
        if at not in pairs and -1 - pair.statement.start not in pairs:
            pairs.update((at, -1 - pair.statement.start))
            yield pair


def _sentences(plan: Plan) -> Iterator[tuple[Sentence, str, bool]]:
    """What the plan says, sentence by sentence, and whether it is the signature; labels before a colon are left out."""
    for section in plan.sections:
        for item in section.items:
            for sentence in item.sentences:
                for piece in plain.sentences(sentence.text):
                    if not sentence.fixed:
                        yield sentence, _LABEL.sub("", piece.quote), section.id == parts.SIGNATURE


def _values_in_common(pair: Retold) -> float:
    """The share of values that stand in both sentences: of two that are worded alike, one has them."""
    mine, theirs = ({p[:2] for p in cut if p.kind in _VALUES} for cut in (pair.mine, pair.theirs))
    return len(mine & theirs) / max(len(mine), len(theirs), 1)


def _index(pieces: Sequence[_Piece]) -> dict[str, list[int]]:
    index: dict[str, list[int]] = {}
    for at, piece in enumerate(pieces):
        for value in {p.value for p in piece.cut if p.kind == said.WORD and len(p.value) > 2}:
            index.setdefault(value, []).append(at)
    return index


def _likely(mine: list[Said], index: dict[str, list[int]]) -> list[int]:
    """The few sentences that share most words with one."""
    if len(mine) > _MOST_PIECES:
        return []
    votes: dict[int, float] = {}
    for value in {piece.value for piece in mine if piece.kind == said.WORD}:
        having = index.get(value, ())
        for at in having[:_MOST_COMMON]:
            votes[at] = votes.get(at, 0.0) + 1 / len(having)
    return sorted(votes, key=lambda at: (-votes[at], at))[:3]


def _share(mine: list[Said], theirs: list[Said]) -> float:
    """The share of plain words that stand in both, in the same order."""
    a = [piece.value for piece in mine if piece.kind == said.WORD]
    b = [piece.value for piece in theirs if piece.kind == said.WORD]
    if not a or not b or len(theirs) > _MOST_PIECES or min(len(a), len(b)) * 2 < max(len(a), len(b)) * _SAME:
        return 0.0
    same = sum(block.size for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())
    return 2 * same / (len(a) + len(b)) if same > 1 or len(a) == len(b) == 1 else 0.0


def _compared(pair: Retold, names: Sequence[str] = ()) -> Iterator[Difference]:
    """The values that differ; of `names`, each in full, one may stand where the other should."""
    found = list(_differing(pair))
    yield from found
    here, there = _in_full(pair.statement.text, names), _in_full(pair.words, names)
    if len(here) != len(there):
        return
    shift = pair.statement.start
    for (start, end), (first, last) in zip(here, there, strict=True):
        instead = pair.words[first:last]
        if pair.statement.text[start:end] == instead:
            continue
        if not any(d.start < end + shift and start + shift < d.end for d in found):
            values = tuple(piece.value for piece in pair.theirs if first <= piece.start < last)
            yield Difference(said.NAME, start + shift, end + shift, instead, values, pair)


def _in_full(text: str, names: Sequence[str]) -> list[tuple[int, int]]:
    """Where names stand in full, in order; the longest one that fits counts."""
    found: list[tuple[int, int]] = []
    for name in names:
        start = text.find(name)
        while start >= 0:
            end = start + len(name)
            if not any(start < other and first < end for first, other in found):
                found.append((start, end))
            start = text.find(name, end)
    return sorted(found)


def _differing(pair: Retold) -> Iterator[Difference]:
    mine, theirs = pair.mine, pair.theirs
    a, b = [p[:2] for p in mine], [p[:2] for p in theirs]
    for tag, one, two, three, four in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag != "replace":
            continue
        ours, others = mine[one:two], theirs[three:four]
        unit = one and mine[one - 1].kind == said.NUMBER and ours[0].kind == others[0].kind == said.WORD
        if unit and ours[0].value != others[0].value and not _same_unit(ours[0].value, others[0].value):
            yield _difference(pair, "unit", ours[:1], others[:1])
        for kind in sorted({piece.kind for piece in ours} & _VALUES):
            here = [piece for piece in ours if piece.kind == kind]
            there = [piece for piece in others if piece.kind == kind]
            if pair.share < _WORD_FOR_WORD:
                here = [piece for piece in here if (kind, piece.value) not in b]
            if here and there and _name_of_another(kind, here, there, ours, others):
                yield _difference(pair, kind, here, there)
            elif here and not there and kind == said.PERCENT:
                yield _difference(pair, kind, here, others)


def _name_of_another(kind: str, here: list[Said], there: list[Said], ours: list[Said], others: list[Said]) -> bool:
    """Whether values differ: of names, all words of the shorter may be in the longer one."""
    if kind != said.NAME:
        return [piece.value for piece in here] != [piece.value for piece in there]
    one, two = {piece.value for piece in here}, {piece.value for piece in there}
    return not one <= two and not two <= one


def _same_unit(one: str, two: str) -> bool:
    return any(one in words and two in words for words in _ALIKE_UNITS)


def _difference(pair: Retold, kind: str, here: list[Said], there: list[Said]) -> Difference:
    shift = pair.statement.start
    if kind == said.NAME:
        here, there = _whole_name(pair.mine, here), _whole_name(pair.theirs, there)
    instead = pair.words[there[0].start : there[-1].end]
    values = tuple(piece.value for piece in there)
    return Difference(kind, here[0].start + shift, here[-1].end + shift, instead, values, pair)


def _whole_name(pieces: list[Said], words: list[Said]) -> list[Said]:
    """A name with its words before and behind: with "Bell" goes "Marco"."""
    first, last = pieces.index(words[0]), pieces.index(words[-1])
    while first and pieces[first - 1].kind == said.NAME and pieces[first].start - pieces[first - 1].end <= _JOINT:
        first -= 1
    while (
        last + 1 < len(pieces)
        and pieces[last + 1].kind == said.NAME
        and pieces[last + 1].start - pieces[last].end <= _JOINT
    ):
        last += 1
    return [piece for piece in pieces[first : last + 1] if piece.kind == said.NAME]


def word_for_word(draft: Draft) -> set[int]:
    """Where the statements begin that stand in the drafted plan as they are, or that a person has attested."""
    if "word for word" not in draft.memo:
        plan, known = draft.plan, grounds(draft)
        there = plain.normal("\n".join(s.text for s in plan.sentences)) if plan is not None else ""
        lines = {plain.normal(words) for _, words, _ in _sentences(plan)} if plan is not None else set()
        told = lines | (known.told if known is not None else frozenset())
        draft.memo["word for word"] = {
            s.start
            for s in draft.statements
            if (n := plain.normal(s.text)) in told or (len(s.words) > _FEW_WORDS and n in there)
        }
    return cast("set[int]", draft.memo["word for word"])


def retelling(draft: Draft) -> set[int]:
    """Where the statements begin that say what the case says, in its words or nearly so."""
    return word_for_word(draft) | {pair.statement.start for pair in _retold(draft)}
