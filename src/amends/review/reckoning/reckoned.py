"""Sums that a sentence reckons out: "$0.55 for 72 units, this is $36.90", "23 problems three times, which makes 61".

Each form says how its figures belong together, so that the result can be calculated again; where the sentence only
puts figures side by side, `figures.py` judges how near they come. A round or estimated figure is not doubted.
"""

from __future__ import annotations

import re
from itertools import chain

from amends.review.reckoning.counts import number_of
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

# What is longer than any sentence is a list or a table.
_LONGEST = 1200
_NUMBER = r"(\d[\d,]{0,9})"
_COUNT = rf"(?<![\w.,$€£-]){_NUMBER}"
_MONEY = r"(?:[$€£¥₹] ?|(?:usd|eur|gbp|rs\.?|inr|cad|aud) )(\d[\d,]{0,9}(?:\.\d\d)?)(?![\d%])"
_MAKES = (
    r"(?:,|;|:|\(| -| –|) ?(?:(?:this|that|which|it|together|altogether) )?"
    r"(?:is|are|was|makes?|made|gives|i\.e\.|=|equals|comes to|came to|in total|in all|a total of|total(?:ling)?"
    r"|together|altogether)(?: is| of| to)? (?:the )?"
)
_TIMES = {"twice": 2, "thrice": 3}
_NEAR_LOW, _NEAR_HIGH = 0.75, 1.33
# "$0.55 for 72 units, this is $36.90"
_PRICE_FIRST = re.compile(
    rf"{_MONEY} (?:for|per each of|on each of|x|times) (?:the |all |these )?{_COUNT} [^.;$€£]{{1,30}}?{_MAKES}{_MONEY}"
)
# "19 buyers the difference of $58.49, in total $1,011.31"
_PRICES = "difference|price|fee|postage|sum|amount|deposit"
_COUNT_FIRST = re.compile(
    rf"{_COUNT} (?:[a-z-]{{2,15}} ){{1,4}}?"
    rf"(?:(?:(?:the|a) )?(?:[a-z-]{{2,15}} )?(?:{_PRICES}) of {_MONEY}"
    rf"|{_MONEY} (?:each|apiece|per \w{{2,12}})|each {_MONEY}){_MAKES}{_MONEY}"
)
# "each of 23 problems was raised three times, which makes the 61 contacts"
_REPEATED = re.compile(
    rf"\b(?:each|every one) of (?:the |our |these |all )?{_NUMBER} (?:[a-z]{{2,15}} ){{1,5}}?"
    r"(?:(twice|thrice)|(\w{1,9}) times)(?:,|;| -|) ?(?:(?:which|that|this|it|so) )?"
    rf"(?:makes?|made|gives|gave|is|are|=|in total|in all)(?: in total)? (?:the |these |a total of )?{_NUMBER}\b"
)
# "11 defective orders out of 612, that is 1.83 %"
_RATE = re.compile(
    rf"{_COUNT} (?:[a-z-]{{2,15}} ){{0,3}}?(?:out )?of (?:the |our |all |these |its )?{_NUMBER}"
    r"(?: [a-z-]{2,15}){0,3}(?:,|;| -|) ?\(?"
    r"(?:(?:that|this|which) (?:is|was|makes)|i\.e\.|=|or|makes|a (?:rate|share) of)"
    r"(?: only| just| a rate of)? ?(\d{1,3}(?:[.,]\d{1,3})?) ?%"
)
# "38 claims of last 18 months; 33 is right and 4 is double"
_OF_THEM = "(?: of (?:them|these))?"
_PARTED = re.compile(
    rf"{_COUNT} [a-z-]{{3,20}}s(?: (?!\d)[\w'-]{{1,15}}| \d{{1,2}}(?= (?:days|weeks|months|years))){{0,6}} ?[;:,–-]"
    rf" (?:of (?:them|these|which),? )?{_NUMBER}{_OF_THEM} (?:is|are|was|were) [a-z-]{{2,15}}(?: [a-z-]{{2,15}}){{0,2}}"
    rf",? and {_NUMBER}{_OF_THEM} (?:is|are|was|were) [a-z-]{{2,15}}"
)
_ROUND = re.compile(
    r"\b(?:about|around|approximately|approx|nearly|almost|roughly|circa|average|up to|between|over|some|at least"
    r"|more than|different)\b"
)


class Reckoned(NamedTuple):
    """Figures that do not come out, from `start` to `end` of the letter, and what they make."""

    start: int
    end: int
    message: str


def reckoned(draft: Draft, statement: Statement) -> Iterator[Reckoned]:
    """The results in a statement that its own figures do not give."""
    text = draft.low[statement.start : statement.end]
    if len(text) > _LONGEST or sum(map(str.isdigit, text)) < _FEWEST_DIGITS:
        return
    text = text.replace("\n", " ")
    told = chain(_priced(text), _repeated(text), _parted(text), _rated(text) if "%" in text else ())
    for match, message in told:
        if _ROUND.search(match.group()) is None:
            yield Reckoned(statement.start + match.start(), statement.start + match.end(), message)


_FEWEST_DIGITS = 3
_Told = tuple["re.Match[str]", str]


def _priced(text: str) -> Iterator[_Told]:
    if not any(mark in text for mark in "$€£¥₹") and not re.search(r"\b(?:usd|eur|gbp|rs|inr|cad|aud)\b", text):
        return
    for match in _PRICE_FIRST.finditer(text):
        yield from _product(match, match[2], match[1], match[3])
    for match in _COUNT_FIRST.finditer(text):
        yield from _product(match, match[1], match[2] or match[3] or match[4], match[5])


def _product(match: re.Match[str], count: str, price: str, total: str) -> Iterator[_Told]:
    made = _number(count) * _number(price)
    if made and abs(made - _number(total)) >= _HALF_A_CENT and _NEAR_LOW <= _number(total) / made <= _NEAR_HIGH:
        yield match, f"{count} x {price} makes {made:,.2f}, not {total}."


_HALF_A_CENT = 0.006


def _repeated(text: str) -> Iterator[_Told]:
    for match in _REPEATED.finditer(text) if "each of" in text or "every one of" in text else ():
        often = _TIMES.get(match[2] or "") or number_of(match[3] or "x")
        made = int(_number(match[1])) * (often or 0)
        if made and made != _number(match[4]):
            yield match, f"{match[1]} x {often} makes {made}, not {match[4]}."


def _rated(text: str) -> Iterator[_Told]:
    for match in _RATE.finditer(text):
        part, whole, said = _number(match[1]), _number(match[2]), match[3].replace(",", ".")
        step = 10.0 ** -len(said.partition(".")[2])
        if whole > part and abs(100 * part / whole - float(said)) > step:
            yield match, f"{match[1]} of {match[2]} is {100 * part / whole:.2f} %, not {match[3]} %."


def _parted(text: str) -> Iterator[_Told]:
    for match in _PARTED.finditer(text):
        whole, one, two = (_number(match[at]) for at in (1, 2, 3))
        short = whole - one - two
        if short and one < whole and two < whole and abs(short) <= max(_FEW, _SLACK * whole):
            yield match, f"{match[2]} + {match[3]} makes {one + two:g}, not {match[1]}."


_FEW, _SLACK = 2, 0.1


def _number(written: str) -> float:
    return float(written.replace(",", ""))
