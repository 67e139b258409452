"""What a letter counts: every number of things with the name of the things and the words that tell which ones.

A thing may go by several names: a parcel is a shipment, a buyer a customer.
"""

from __future__ import annotations

from amends.review.letter.pieces import once
from amends.review.reckoning.counts import NARROWING, NOUNS, UNITS, number_of, singular
from amends.review.reckoning.figures import Figure, figures
from amends.typed import TYPE_CHECKING, NamedTuple, cast

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
        "listing offer asin",
        "employee worker packer people staff",
        "message mail email e-mail",
        "rating feedback",
    )
    for name in names.split()
}
_SINGLE = frozenset(("feedback", "stock", "mail"))
_PLURAL = frozenset("people men women children staff".split())
_STOPS = frozenset("and but or so because by were was are is had has".split())
_OF_THEM = frozenset((("of", "them"), ("of", "these"), ("of", "those"), ("of", "which")))
_DONE = frozenset("sold sent bought returned".split())
_BETWEEN = frozenset("a-to-z of the our different separate affected concerned named reported amazon".split())
_MOST, _WITHIN, _PREFIX, _SHORT = 400, 4, 4, 4


class Count(NamedTuple):
    """A number of things: the figure and its sentence, what the things are called (empty where they have no name), the
    heads of the words before the name, and the place behind the name.
    """

    figure: Figure
    statement: Statement
    noun: str
    kind: frozenset[str]
    end: int

    @property
    def value(self) -> float:
        """How many."""
        return self.figure.value


def counted(draft: Draft) -> list[Count]:
    """Every number of things in order, the first hundreds."""
    if "counted" not in draft.memo:
        found: list[Count] = []
        last, item = "", None
        for statement in draft.statements:
            last = last if item is statement.item else ""
            item = statement.item
            for figure in figures(draft, statement) if len(found) < _MOST else ():
                if figure.counts:
                    noun, end, kind = _noun(statement, figure.word, figure.value)
                    words, at = statement.words, figure.word
                    if words[at + 1 : at + 3] in _OF_THEM:
                        # "400 orders, 23 of them late": 23 late orders.
                        noun, end = last, at + 3
                    elif not noun and at > 1 and words[at - 2 : at] in _OF_THEM:
                        noun = last
                    last = noun or last
                    found.append(Count(figure, statement, noun, kind, end))
        draft.memo["counted"] = found
    return cast("list[Count]", draft.memo["counted"])


@once
def _noun(statement: Statement, word: int, value: float) -> tuple[str, int, frozenset[str]]:
    """What is counted, by the first of the names that it has, the place behind it, and what kind of them it is."""
    words = statement.words
    if words[word + 1 : word + 2] == ("of",):
        # "7 of our 40 photos"
        whole = next((at for at in range(word + 2, word + 5) if at < len(words) and number_of(words[at])), 0)
        if whole:
            noun, _, kind = _noun(statement, whole, value)
            return (noun, word + 2, kind) if noun else ("", word + 1, frozenset())
    for at in range(word + 1, min(word + 1 + _WITHIN, len(words))):
        name = words[at]
        if value == 1 and words[word] == "one" and at == word + 1 and len(name) >= _SHORT and name.isalpha():
            break
        behind = words[at + 1] if at + 1 < len(words) else ""
        if name in _PLURAL or name in _SINGLE or (name in NOUNS and value > 1 and not _ends_plural(behind)):
            break
        if name in _DONE and at == word + 1 and _ends_plural(behind):
            continue
        if name != "a-to-z" and (name in NARROWING or name in _STOPS or not name.isalpha()):
            return "", at, frozenset()
        if _ends_plural(name) and not (_ends_plural(behind) and at == word + 1):
            if singular(name) in UNITS:
                return "", at, frozenset()
            break
    else:
        return "", word + 1, frozenset()
    one = singular(name)
    kind = frozenset(each[:_PREFIX] for each in words[word + 1 : at] if each not in _BETWEEN)
    return _NAMES.get(name) or _NAMES.get(one, one), at + 1, kind


def _ends_plural(word: str) -> bool:
    return len(word) >= _SHORT and word.endswith("s") and not word.endswith("ss")
