"""A sentence cut into what it says: days, numbers, names, identifiers, files, labels, units, and plain words.

Two sentences that say the same of different things differ in what is cut out here; how it was written does not count:
"March 9, 2026" is the day of "9 March 2026", "nine" the number 9, "$" the currency USD.
"""

from __future__ import annotations

import re

from amends import dates, identifiers, text
from amends.review.reckoning.counts import number_of
from amends.typed import NamedTuple

DAY, NUMBER, ID, FILE, LABELLED, NAME, MONEY, PERCENT, WEEKDAY, MONTH, RHYTHM, WORD = (
    "day number identifier file label name currency percent weekday month rhythm word".split()
)
_TOKEN = re.compile(r"\d[\d,.]*\d|\d|[^\W\d_](?:[\w'’&-]*\w)?|[%$€£¥₹]")
_JOINED = re.compile(r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)(?=-)", re.I)
_FILE = re.compile(
    r"(?<![\w/@.-])\w[\w.&$#+()-]{0,80}\.(?:pdf|png|jpe?g|gif|tiff?|webp|heic|docx?|xlsx?|csv|txt|eml|zip)(?!\w)", re.I
)
_LABEL = re.compile(r"(?:(?<=[Ee]xhibit )|(?<=[Ee]xhibits ))[A-Z]{1,2}\b")
# Numbers of invoices, deliveries and removal orders: capitals with a digit among them.
_CODE = re.compile(r"(?<![\w-])(?=[A-Z0-9/-]{0,40}\d)(?=[0-9/-]{0,40}[A-Z])[A-Z0-9][A-Z0-9/-]{3,40}(?![\w-])")
_CONTACT = re.compile(r"\+\d[\d ()./-]{6,24}\d|[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,40}){1,4}")
_MONEY = {"$": "$", "us": "$", "usd": "$", "dollar": "$", "dollars": "$", "€": "EUR", "euro": "EUR", "euros": "EUR",
          "eur": "EUR", "£": "GBP", "gbp": "GBP", "pound": "GBP", "pounds": "GBP", "¥": "JPY", "jpy": "JPY",
          "₹": "INR", "inr": "INR", "cad": "CAD", "aud": "AUD", "pln": "PLN", "sek": "SEK", "mxn": "MXN"}  # fmt: skip
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_MONTHS = frozenset(name.lower() for name in dates.MONTHS) - {"may"}
_RHYTHMS = {
    "day": "day", "daily": "day", "week": "week", "weekly": "week", "month": "month", "monthly": "month",
    "quarter": "quarter", "quarterly": "quarter", "year": "year", "yearly": "year", "annually": "year",
}  # fmt: skip
_EVERY = frozenset("every each per once a".split())
_TAILS = ("ings", "ing", "ied", "ies", "ed", "es", "s", "e")
_STEM = 7


class Said(NamedTuple):
    """A piece of a sentence: what kind it is of, the form by which it is compared, and its place."""

    kind: str
    value: str
    start: int
    end: int


def cut(sentence: str, names: frozenset[str] = frozenset()) -> list[Said]:
    """The pieces of a sentence in order. `names` are words of names, folded, that are names at its head too."""
    found = [Said(FILE, match.group().lower(), *match.span()) for match in _FILE.finditer(sentence)]
    taken = [(piece.start, piece.end) for piece in found]
    _take(found, taken, [_day(day) for day in dates.find(sentence)])
    for kind, form in ((LABELLED, _LABEL), (ID, _CONTACT), (ID, _CODE)):
        if kind is ID and form is _CODE:
            _take(
                found, taken, [Said(ID, i.value.upper(), i.span.start, i.span.end) for i in identifiers.find(sentence)]
            )
        _take(found, taken, [Said(kind, match.group().upper(), *match.span()) for match in form.finditer(sentence)])
    _take(found, taken, _tokens(sentence, names))
    return sorted(found, key=_start)


def _start(piece: Said) -> int:
    return piece.start


def _take(found: list[Said], taken: list[tuple[int, int]], pieces: list[Said]) -> None:
    """Keep the pieces whose place no other has."""
    spans = sorted(taken)
    at = 0
    for piece in pieces:
        while at < len(spans) and spans[at][1] <= piece.start:
            at += 1
        if at == len(spans) or spans[at][0] >= piece.end:
            found.append(piece)
            taken.append((piece.start, piece.end))


def _day(day: dates.Found) -> Said:
    value = (
        day.date.isoformat()
        if day.date
        else f"{day.month:02}-{day.day:02}"
        if day.year_missing
        else "/".join(reading.isoformat() for reading in day.readings) or day.span.quote
    )
    return Said(DAY, value, day.span.start, day.span.end)


def _tokens(sentence: str, names: frozenset[str]) -> list[Said]:
    pieces: list[Said] = []
    before = ""
    for match in _TOKEN.finditer(sentence):
        word, start = match.group(), match.start()
        joined = _JOINED.match(word)
        if joined is not None:
            pieces.append(Said(NUMBER, str(number_of(joined.group().lower())), start, start + joined.end()))
            word, start = word[joined.end() + 1 :], start + joined.end() + 1
        low = text.folded(word).removesuffix("'s").removesuffix("'")
        pieces.append(Said(*_kind(word, low, before, names, not pieces), start, match.end()))
        before = low
    return pieces


def _kind(word: str, low: str, before: str, names: frozenset[str], first: bool) -> tuple[str, str]:
    if low[0].isdigit():
        return NUMBER, plain(low)
    number = number_of(low)
    if number is not None and not (low == "one" and before != "of"):
        return NUMBER, str(number)
    if low in ("%", "percent"):
        return PERCENT, "%"
    if low in _MONEY and (low != "us" or word == "US"):
        return MONEY, _MONEY[low]
    weekday = low.removesuffix("s")
    if weekday in _WEEKDAYS:
        return WEEKDAY, weekday
    if low in _MONTHS and word[0].isupper():
        return MONTH, low
    if low in _RHYTHMS and (low.endswith("ly") or before in _EVERY):
        return RHYTHM, _RHYTHMS[low]
    if low in names or (word[0].isupper() and not first):
        return NAME, low
    return WORD, stem(low)


def stem(word: str) -> str:
    """A word without its ending, as far as comparing needs: not always a word."""
    for tail in _TAILS:
        if word.endswith(tail) and len(word) - len(tail) >= 3:
            word = word[: -len(tail)] + ("y" if tail in ("ied", "ies") else "")
            break
    return word[:_STEM]


def plain(figure: str) -> str:
    """A figure without separators and needless zeros: 1,240.00 is 1240."""
    figure = figure.replace(",", "").rstrip(".")
    if "." in figure:
        figure = figure.rstrip("0").rstrip(".")
    return figure.lstrip("0") or "0"
