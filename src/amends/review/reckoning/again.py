"""Things that a letter counts again under another name: "17 parcels left without a scan", then "the 19 shipments that
had no scan".

The second count must say that its things are known ("the", "all", "these", "each of the"), be a number that the letter
has not told and that nothing told before makes, and tell nothing of the things that the first count does not tell as
well: "the 12 late orders" of 31 orders are some of them, "the 12 orders without tracking" are those of "eleven orders
had no tracking number".
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.model import Span
from amends.review.reckoning.counts import NARROWING, singular
from amends.review.reckoning.figures import Figure, figures
from amends.review.reckoning.references import Again
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

_NAMES = {
    name: names.split()[0]
    for names in (
        "parcel shipment package consignment delivery",
        "unit item piece article good product",
        "buyer customer client shopper purchaser consumer",
        "complaint claim",
        "photo picture image",
        "invoice bill",
        "listing offer",
        "employee worker packer people staff",
        "message mail email e-mail",
        "rating feedback",
    )
    for name in names.split()
}
_KNOWN = frozenset("the these those all your".split())
_PLURAL = frozenset("people men women children staff".split())
_OTHERS = frozenset(
    "other others another further more additional next remaining rest second again later new per least most than about "
    "around nearly first last only some half minus plus least left unsold still".split()
)
_CLAUSE = frozenset(
    "that who which whose with without for in from of on under where affected concerned we i you".split()
)
_PLAIN = frozenset(
    "that who which whose with without from have had has were was been being these those their there them they this "
    "into over such also already then when where what your ours amazon made came went each".split()
)
_STOPS = frozenset("and but or so because by were was are is had has".split())
_OF_THEM = frozenset((("of", "them"), ("of", "these"), ("of", "those"), ("of", "which")))
_VERBS, _SUBJECT = frozenset("was were are is have has had".split()), 5
_RELATIVES = frozenset("that who which whose".split())
_BETWEEN = frozenset("a-to-z of the our different separate affected concerned named reported amazon".split())
_MOST, _WITHIN, _CONTEXT, _PREFIX, _SHORT = 400, 4, 12, 4, 4
_CLAUSE_WORDS = 7
_LOWEST, _HIGHEST, _SLIP, _SMALL = 0.5, 2, 1.2, 12


class _Count(NamedTuple):
    """A number of things: its value, the heads of the words before their name, those of the words around it, and
    where it is.
    """

    value: float
    kind: frozenset[str]
    context: frozenset[str]
    statement: Statement


def counts(draft: Draft) -> Iterator[Again]:
    """Numbers of known things that were another number before."""
    known: dict[str, list[_Count]] = {}
    kinds: dict[str, set[float]] = {}
    told: set[float] = set()
    number = 0
    for statement in draft.statements:
        found = [f for f in figures(draft, statement) if not f.money and not f.percent]
        for figure in found:
            if figure.value < 2 or figure.value in told or not _known(statement, figure):
                continue
            before = _meant(statement, figure, known)
            # Small numbers are made by chance, but from their own kind.
            kind = _noun(statement.words, figure)[0] if figure.value <= _SMALL else ""
            if before is not None and not _makes(figure.value, kinds.get(kind, set()) if kind else told):
                said = draft.text[figure.start : figure.end]
                message = f"{said} here as known, {before.value:g} above. Count once more and write one number."
                yield Again(Span(figure.start, figure.end, said), before.statement.text, message)
        last = ""
        for figure in found:
            if number >= _MOST:
                return
            number += 1
            words = statement.words
            noun, end = _noun(words, figure)
            told.add(figure.value)
            last = noun or last
            # "Seven complaints about the smell and two about the lid": of the same kind.
            kinds.setdefault(last, set()).add(figure.value)
            if words[figure.word + 1 : figure.word + 3] in _OF_THEM:
                # "400 orders, 23 of them late": 23 late orders.
                noun, end = last, figure.word + 3
            if noun and figure.value >= 2:
                kind_of = frozenset(_head(word) for word in words[figure.word + 1 : end - 1] if word not in _BETWEEN)
                known.setdefault(noun, []).append(_Count(figure.value, kind_of, _around(words, figure), statement))


def _makes(value: float, told: set[float]) -> bool:
    """Whether two numbers told before make this one."""
    return any(value - other in told and value > other for other in told) or any(
        other - value in told and other > value for other in told
    )


def _known(statement: Statement, figure: Figure) -> bool:
    """Whether the things are spoken of as known."""
    words, at = statement.words, figure.word
    return (
        at > 0
        and words[at - 1] in _KNOWN
        and _OTHERS.isdisjoint(words[max(0, at - 2) : at + 5])
        and words[at + 1 : at + 2] != ("of",)
    )


def _meant(statement: Statement, figure: Figure, known: dict[str, list[_Count]]) -> _Count | None:
    """The count that was told before of these things, where it is another number."""
    words = statement.words
    noun, end = _noun(words, figure)
    tells = [_head(word) for word in words[figure.word + 1 : end - 1] if word not in _BETWEEN] if noun else []
    clause = words[end : end + 1] if noun else words[figure.word + 1 : figure.word + 2]
    narrowed = clause != () and (clause[0] in NARROWING or clause[0] in _CLAUSE)
    if noun and not narrowed and words[end : end + 1] and words[end].endswith("ed") and words[end] not in _STOPS:
        # "All six people signed it" tells what they did, "the six cups returned were counted" which ones.
        narrowed = not _VERBS.isdisjoint(words[end:]) or figure.word > _SUBJECT
    if narrowed:
        told = _clause(words, end if noun else figure.word + 1)
        if not told:
            return None
        tells += told
    if not noun and not (narrowed and clause[0] in _RELATIVES):
        return None
    before = known.get(noun, []) if noun else [count for counts in known.values() for count in counts[:_WITHIN]]
    if tells:
        before = [count for count in before if set(tells) <= count.context and _near(figure.value, count.value)]
    elif len(before) > 1:
        # Of several counts, none is the one that is meant.
        return None
    if not before or len({count.value for count in before}) != 1:
        return None
    count = before[0]
    if count.statement is statement or not _near(figure.value, count.value):
        return None
    if not count.kind <= set(tells) and figure.value > count.value * _SLIP:
        # "The size chart and two product pictures" are "the three pictures".
        return None
    return count


def _near(value: float, other: float) -> bool:
    """Whether one number can be a slip for the other."""
    return _LOWEST < value / other < _HIGHEST


def _clause(words: tuple[str, ...], at: int) -> list[str]:
    """The heads of the words that tell which things are meant: "that had no scan", "of lot 7"."""
    heads = []
    for place in range(at, min(at + _CLAUSE_WORDS, len(words))):
        word = words[place]
        if word in _STOPS and place > at and words[place - 1] not in _RELATIVES:
            break
        if len(word) >= _SHORT and word not in _PLAIN:
            heads.append(_head(word))
        elif word.isdigit():
            heads.append(word)
    return heads


def _noun(words: tuple[str, ...], figure: Figure) -> tuple[str, int]:
    """What is counted, by the first of the names that it has, and the place behind it."""
    if words[figure.word + 1 : figure.word + 2] == ("of",):
        # "7 of our 40 photos"
        whole = next(
            (at for at in range(figure.word + 2, figure.word + 5) if at < len(words) and words[at].isdigit()), 0
        )
        if whole:
            noun, _ = _noun(words, figure._replace(word=whole))
            return (noun, figure.word + 2) if noun else ("", figure.word + 1)
    for at in range(figure.word + 1, min(figure.word + 1 + _WITHIN, len(words))):
        word = words[at]
        if word in _NAMES and not word.endswith("s") and word in ("feedback", "stock", "mail"):
            return _NAMES[word], at + 1
        if word in _PLURAL:
            return _NAMES.get(word, word), at + 1
        if word != "a-to-z" and (word in NARROWING or word in _STOPS or not word.isalpha()):
            return "", at
        if len(word) >= _SHORT and word.endswith("s") and not word.endswith("ss"):
            behind = words[at + 1] if at + 1 < len(words) else ""
            if len(behind) >= _SHORT and behind.endswith("s") and not behind.endswith("ss") and at == figure.word + 1:
                continue
            one = singular(word)
            return _NAMES.get(one, one), at + 1
    return "", figure.word + 1


def _around(words: tuple[str, ...], figure: Figure) -> frozenset[str]:
    near = words[max(0, figure.word - _CONTEXT) : figure.word + 1 + _CONTEXT]
    return frozenset(_head(word) for word in near if len(word) >= _SHORT or word.isdigit())


def _head(word: str) -> str:
    """The head of a word, the same for "complained" and "complaint", "broke" and "broken"."""
    return word[:_PREFIX]
