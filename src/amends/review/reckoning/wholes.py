"""Wholes and their parts, told in more than one clause: a rate beside its count, payments and what they make together,
kinds of complaints and how many there are, units bought and sold.

`figures.py` judges the figures of one sentence by how near they come; here each form says which of them is the whole.
Where it is not the parts that are told, or more than these, nothing is doubted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from amends.review.reckoning.figures import Figure, Wrong, figures
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

# What is longer than any sentence is a list or a table.
_LONGEST = 1200
_N = r"(\d[\d,]{0,9})"
_TELLS = r"(?:from|in|at|with|to|by|for|on|via|through)"
# "72 reviews to Amazon, 47 from the cards and 25 from the service"
_TWO_PARTS = re.compile(
    rf"(?<![\w.,$€£-]){_N} [a-z'-]{{3,20}}(?: [\w'-]{{1,20}}){{0,3}}, {_N} {_TELLS} [^,;.()\d]{{2,40}}? and {_N} "
    rf"{_TELLS}\b"
)
# "2.1 %: 12 defective orders of 800", "88.4 % (114 orders without tracking from 983)"
_RATE_FIRST = re.compile(
    rf"(\d{{1,3}}(?:[.,]\d{{1,3}})?) ?(?:%|percent)[^.;%\d]{{0,20}}(?<![\w.,$€£-]){_N} (?:[a-z-]{{2,15}} ){{0,5}}?"
    rf"(?:out of|of|from) (?:the |our |all )?{_N}(?![\w%])"
)
_SO_MANY = re.compile(
    r"\b(?:so|thus|hence|i\.e\.|that is|which is|this is) (?:only )?(\d{1,3}(?:[.,]\d{1,3})?) ?(?:%|percent)"
)
# "6 negative feedback, 4 a-to-z claims, 2 chargebacks"
_KINDS = re.compile(r"(?:and )?(\d{1,4}) [a-z][\w'-]{1,20}(?: [a-z][\w'-]{0,20}){0,3}")
_UNITS = r"(?:units?|pieces?|pcs\.?|items?|pairs?|bottles?|boxes)"
_OF_ASIN = re.compile(rf"(?<![\w.,-]){_N} {_UNITS} ?(?:of )?(?:asin )?(b0[0-9a-z]{{8}})")
_COUNTED = re.compile(rf"(?<![\w.,-]){_N} ({_UNITS})(?! (?:sold|left|returned|destroyed))")
_BOUGHT_IN_ALL = re.compile(rf"(?<![\w.,-]){_N} {_UNITS} (?:were |we )?(?:purchased|bought|ordered)")
_BUYING = frozenset("purchased bought invoice invoices purchase purchases".split())
_TOGETHER = frozenset("together total altogether sum".split())
_SO_FEW = {"both": 2, "two": 2, "three": 3, "four": 4}
_NEAR_LOW, _NEAR_HIGH, _CENT = 0.6, 1.7, 0.006
_CLOSE, _FEW, _MOST_COUNTS, _MOST = 0.1, 2, 8, 400


def wholes(draft: Draft) -> Iterator[Wrong]:
    """The parts of a letter that do not make the whole it names."""
    before: Statement | None = None
    for statement in draft.statements:
        text = draft.low[statement.start : statement.end].replace("\n", " ")
        if len(text) <= _LONGEST and any(map(str.isdigit, text)):
            yield from _shared(statement, text)
            if "%" in text or "percent" in text:
                yield from _rated(draft, statement, before, text)
            if before is not None:
                yield from _kinds(draft, statement, before, text)
        before = statement
    yield from _paid(draft)
    yield from _traded(draft)


def _number(digits: str) -> int:
    return int(digits.replace(",", ""))


def _shared(statement: Statement, text: str) -> Iterator[Wrong]:
    for match in _TWO_PARTS.finditer(text):
        whole, one, two = map(_number, match.groups())
        if one + two != whole and max(one, two) < whole and _NEAR_LOW <= (one + two) / whole <= _NEAR_HIGH:
            start = statement.start + match.start()
            yield Wrong(start, statement.start + match.end(), f"{one} + {two} makes {one + two}, not {whole}.")


def _rated(draft: Draft, statement: Statement, before: Statement | None, text: str) -> Iterator[Wrong]:
    for match in _RATE_FIRST.finditer(text):
        part, whole = _number(match[2]), _number(match[3])
        if not whole or part > whole or _off(match[1], part * 100 / whole) is None:
            continue
        # An on-time rate tells what the count leaves over.
        if _off(match[1], 100 - part * 100 / whole) is None:
            continue
        right = part * 100 / whole
        rate = _rate(match[1])
        if any(_NEAR_LOW <= rate / near <= _NEAR_HIGH for near in (right, 100 - right) if near):
            start, end = statement.start + match.start(), statement.start + match.end()
            yield Wrong(start, end, f"{part} of {whole} is {right:.2f} %, not {match[1]} %.")
    found = _SO_MANY.search(text)
    counts = [f for f in figures(draft, statement) if not f.money and not f.percent]
    if found is None or not counts or (before is not None and before.item is not statement.item):
        return
    whole_figure = max(counts, key=lambda figure: figure.value)
    known: list[Figure] = [*counts]
    if before is not None:
        known += [f for f in figures(draft, before) if not f.money and not f.percent]
    shares = [f.value * 100 / whole_figure.value for f in known if 0 < f.value < whole_figure.value]
    rate = _rate(found[1])
    if not rate or any(_off(found[1], share) is None for share in shares):
        return
    near = next((share for share in shares if _NEAR_LOW <= rate / share <= _NEAR_HIGH), None)
    if near is not None:
        start, end = statement.start + found.start(), statement.start + found.end()
        yield Wrong(start, end, f"No count told here is {found[1]} % of {whole_figure.value:g}; {near:.1f} % is.")


def _rate(said: str) -> float:
    return float(said.replace(",", "."))


def _off(said: str, right: float) -> float | None:
    """How far a rate is from the right one; None when it is that one, rounded."""
    step = 10.0 ** -len(said.replace(",", ".").partition(".")[2])
    far = abs(_rate(said) - right)
    return far if far > step else None


def _kinds(draft: Draft, statement: Statement, before: Statement, text: str) -> Iterator[Wrong]:
    """A sentence of counts alone, held against the whole that the sentence before names."""
    pieces = text.strip(" .").replace(", and ", ", ").split(", ")
    if not _FEW < len(pieces) <= _MOST_COUNTS:
        return
    found = [_KINDS.fullmatch(piece) for piece in pieces]
    counts = [_number(match[1]) for match in found if match is not None]
    if len(counts) < len(pieces):
        return
    wholes = {f.value for f in figures(draft, before) if not f.money and not f.percent}
    total = sum(counts)
    near = next((w for w in sorted(wholes) if w != total and abs(w - total) <= max(_FEW, w * _CLOSE)), None)
    if near is not None and float(total) not in wholes and near > max(counts):
        said = " + ".join(map(str, counts))
        yield Wrong(statement.start, statement.end, f"{said} makes {total}, not {near:g}.")


def _paid(draft: Draft) -> Iterator[Wrong]:
    """Payments of a list, and a sentence that says what they make together."""
    for part in draft.parts:
        told: list[float] = []
        for item in part.items:
            for statement in item.statements:
                money = [f for f in figures(draft, statement) if f.money]
                how_many = next((_SO_FEW[w] for w in statement.words if w in _SO_FEW), 0)
                if how_many and len(money) == 1 and not _TOGETHER.isdisjoint(statement.words) and len(told) >= how_many:
                    made, said = sum(told[-how_many:]), money[0]
                    if abs(made - said.value) > _CENT and 1 - _CLOSE * 2 <= said.value / made <= 1 + _CLOSE * 2:
                        yield Wrong(statement.start, statement.end, f"They make {made:,.2f}, not {said.value:,.2f}.")
                    told = []
                elif len(money) == 1 and len(told) < _MOST:
                    told.append(money[0].value)
                elif money:
                    told = []


def _traded(draft: Draft) -> Iterator[Wrong]:
    """Units that the letter counts twice: by invoice and in all, or bought and sold of one ASIN."""
    by_invoice: int | None = None
    bought: dict[str, int] = {}
    for statement in draft.statements:
        text = draft.low[statement.start : statement.end].replace("\n", " ")
        if len(text) > _LONGEST or not any(map(str.isdigit, text)):
            continue
        words = statement.words
        buying = not _BUYING.isdisjoint(words)
        in_all = _BOUGHT_IN_ALL.search(text)
        if in_all is not None and by_invoice is not None:
            said = _number(in_all[1])
            if said != by_invoice and 1 - _CLOSE <= said / by_invoice <= 1 + _CLOSE:
                start, end = statement.start + in_all.start(), statement.start + in_all.end()
                yield Wrong(start, end, f"The invoices named above make {by_invoice}, not {said}.")
        counts = [_number(match[1]) for match in _COUNTED.finditer(text)] if buying else []
        total: int = sum(counts)
        if "invoices" in words and _FEW <= len(counts) <= _MOST_COUNTS and by_invoice is None and total:
            by_invoice = total
        for match in _OF_ASIN.finditer(text):
            count, asin = _number(match[1]), match[2].upper()
            if "sold" in words:
                if asin in bought and count > bought[asin] and not buying:
                    start, end = statement.start + match.start(), statement.start + match.end()
                    yield Wrong(start, end, f"{count} of {asin} sold, but {bought[asin]} bought by the invoices named.")
            elif (buying or draft.files_in(statement)) and len(bought) < _MOST:
                bought[asin] = bought.get(asin, 0) + count
