"""Amounts and quantities as documents write them: 1,234.50 and 1.234,50 and 1 234,50 and 1'234.50 and 12,34,567.00.

A number with one mark and three digits after it ("1.234") means two things; what the other numbers of a document show
settles it, else it is said to be unsettled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from amends.typed import NamedTuple

_CURRENCY = (
    r"[A-Za-z]{0,3}[$€£¥￥₹₺₩฿₫₪]|[$€£¥￥][A-Z]{0,2}|[A-Z]{3}|EURO|Rs\.?|RMB|zł|Kč|kr\.?|S?Fr\.|元|円|Euro|Eur|eur"
)
_DIGITS = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d{1,4})?|\d[\d.,'’]*|[.,]\d+"
_AMOUNT = re.compile(
    rf"(?P<open>\()?\s*(?P<sign>[-–−+])?\s*(?P<before>{_CURRENCY})?(?:\s*[:=])?\s*(?P<sign2>[-–−])?\s*(?P<digits>{_DIGITS})\s*"
    rf"(?P<after>{_CURRENCY}|,-|\.-)?\s*(?P<end>\)|-|CR|Cr|cr)?\s*[*]{{0,2}}"
)
_WESTERN = re.compile(r"\d{1,3}(?:([.,'’ \u00a0\u202f])\d{3})(?:\1\d{3})*")
_INDIAN = re.compile(r"\d{1,2}(?:,\d\d)+,\d{3}")
_BLANKS = str.maketrans("", "", " \u00a0\u202f'’")


class Amount(NamedTuple):
    """A number, the currency sign or code beside it ("" for none) and whether its marks left no doubt."""

    value: Decimal
    currency: str = ""
    settled: bool = True

    @property
    def text(self) -> str:
        """The value as a plain decimal."""
        return format(self.value, "f")


@lru_cache(maxsize=8192)
def amount(text: str, mark: str = "") -> Amount | None:
    """The amount that a text is, or None. `mark` is the decimal mark of the document where it is known."""
    if not text or len(text) > 40:
        return None
    match = _AMOUNT.fullmatch(text)
    if match is None:
        return None
    number, settled = _number(match["digits"], mark)
    if number is None:
        return None
    if match["digits"][-1] in ".," and match["end"] == "-":
        return Amount(number, match["before"] or "", settled)
    if match["open"] or match["sign"] in ("-", "–", "−") or match["sign2"] or match["end"] not in (None, ")"):
        if bool(match["open"]) != (match["end"] == ")"):
            return None
        number = -number
    elif match["end"]:
        return None
    after = match["after"] or ""
    return Amount(number, match["before"] or ("" if after in (",-", ".-") else after), settled)


def mark_of(texts: Iterable[str]) -> str:
    """The decimal mark that some numbers show: "." or ",", or "" when they do not tell."""
    votes = {".": 0, ",": 0}
    for text in texts:
        digits = text.translate(_BLANKS)
        point, comma = digits.rfind("."), digits.rfind(",")
        if point >= 0 and comma >= 0:
            votes["." if point > comma else ","] += 2
        elif len(digits) > 3 and digits[-3] in votes and digits[-2:].isdigit():
            votes[digits[-3]] += 1
    if votes["."] == votes[","]:
        return ""
    return "." if votes["."] > votes[","] else ","


def _number(digits: str, mark: str) -> tuple[Decimal | None, bool]:
    settled = True
    digits = digits.rstrip(".,") if digits[-1] in ".," else digits
    points, commas = digits.count("."), digits.count(",")
    if not points and not commas:
        whole = digits.translate(_BLANKS)
        if whole != digits and not _WESTERN.fullmatch(digits):
            return None, True
        return _decimal(whole), True
    if points and commas:
        last = "." if digits.rfind(".") > digits.rfind(",") else ","
        if digits.count(last) > 1:
            return None, True
        whole, _, part = digits.rpartition(last)
    else:
        sign = "." if points else ","
        whole, _, part = digits.rpartition(sign)
        if points + commas > 1:
            grouped = _WESTERN.fullmatch(digits) or _INDIAN.fullmatch(digits)
            return (_decimal(digits.replace(sign, "")) if grouped else None), True
        if len(part) == 3 and whole.translate(_BLANKS).lstrip("0") and len(whole) <= 3:
            if not mark:
                settled = False
            if mark != sign:
                return _decimal(whole + part), settled
    bare = whole.translate(_BLANKS).replace(",", "").replace(".", "")
    if whole != bare and not _WESTERN.fullmatch(whole) and not _INDIAN.fullmatch(whole):
        return None, True
    return _decimal(f"{bare or '0'}.{part}" if part else bare), settled


def _decimal(digits: str) -> Decimal | None:
    return Decimal(digits) if digits.replace(".", "", 1).isdecimal() and digits.isascii() else None
