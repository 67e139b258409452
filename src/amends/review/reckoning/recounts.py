"""What a letter counts again that it told farther above: "the 46 orders" of 64.

`references.py` holds neighbouring sentences against each other; here the whole letter is read once from the top. A
number is doubted only where a word says that it is known already ("the", "all") and the letter has told it otherwise
each time before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from amends.model import Span
from amends.review.reckoning.counts import NARROWING, singular
from amends.review.reckoning.figures import Figure, figures
from amends.review.reckoning.references import Again
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

_KNOWN = frozenset("the these those all".split())
_OTHERS = frozenset(
    "other others another further more additional next remaining rest second again later new per least most than about "
    "around nearly first last same-day".split()
)
_MOST, _FEW, _NOUN_WITHIN = 400, 4, 4
_SHORT = 4


def numbers(draft: Draft) -> Iterator[Again]:
    """Numbers of known things that the letter has never told, though it tells nearly the same or another one."""
    told: dict[float, Statement] = {}
    nouns: dict[str, set[float]] = {}
    often = Counter(f.value for statement in draft.statements for f in figures(draft, statement))
    for statement in draft.statements:
        found = [f for f in figures(draft, statement) if not f.money and not f.percent]
        for figure in found:
            if _taken_up(statement.words, figure) and figure.value not in told and often[figure.value] == 1:
                before = _meant(statement.words, figure, told, nouns)
                if before is not None:
                    yield _again(draft, statement, figure, before, told[before])
        for figure in found:
            if len(told) < _MOST:
                told.setdefault(figure.value, statement)
            noun = _noun(statement.words, figure.word)
            if noun:
                nouns.setdefault(noun, set()).add(figure.value)


def _taken_up(words: tuple[str, ...], figure: Figure) -> bool:
    """Whether a number is spoken of as known, and of all there are."""
    before = words[max(0, figure.word - 2) : figure.word]
    if figure.value < 2 or before[-1:] not in {(word,) for word in _KNOWN}:
        return False
    near = words[max(0, figure.word - 4) : figure.word + 4]
    return _OTHERS.isdisjoint(near) and words[figure.word + 1 : figure.word + 2] != ("of",)


def _meant(
    words: tuple[str, ...], figure: Figure, told: dict[float, Statement], nouns: dict[str, set[float]]
) -> float | None:
    """The number that was told before and must be meant, or None."""
    digits = sorted(str(int(figure.value)))
    if len(digits) > 1 and len(set(digits)) > 1:
        turned = [value for value in told if value == int(value) and sorted(str(int(value))) == digits]
        if turned:
            return turned[0]
    noun = _noun(words, figure.word)
    known = nouns.get(noun, set()) if noun else set()
    narrowed = any(word in NARROWING for word in words[figure.word + 2 : figure.word + 4])
    if len(known) != 1 or narrowed:
        return None
    value = next(iter(known))
    return value if value < figure.value < value * 2 and value >= 2 and not _made(figure.value, told) else None


def _made(value: float, told: dict[float, Statement]) -> bool:
    """Whether two numbers told before make this one."""
    return any(value - other in told and value - other > 0 for other in told)


def _noun(words: tuple[str, ...], at: int) -> str:
    for word in words[at + 1 : at + 1 + _NOUN_WITHIN]:
        if word in NARROWING or not word.isalpha():
            return ""
        if len(word) >= _SHORT and word.endswith("s") and not word.endswith("ss"):
            return singular(word)
    return ""


def _again(draft: Draft, statement: Statement, figure: Figure, before: float, where: Statement) -> Again:
    said = draft.text[figure.start : figure.end]
    message = f"{said} here as known, {before:g} above. Count once more and write one number."
    return Again(Span(figure.start, figure.end, said), where.text, message)
