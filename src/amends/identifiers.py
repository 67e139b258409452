"""Identifiers that Amazon and the trade use: how they look, how they are checked, where they stand in a text.

Finding in a text is lenient, since posters mask identifiers and Amazon changes forms; checking what a user types is
strict and says what is wrong. Sources: `docs/sources.md`, sections on identifiers.
"""

from __future__ import annotations

import re
from functools import cache

from amends.model import Identifier, Span

# Kind, what the text must hold for the form to stand in it, the form, and whether it finds masked ones, in the order
# of precedence. The order number is looked for from its first digit: a form that begins with a look back is slow.
_FORMS = (
    ("order", ("-",), r"\d{3}-\d{7}-\d{7}(?<![\dA-Za-z-].{19})(?![\d-])", False),
    (
        "order",
        ("*", "XX", "xx", "Xx", "xX"),
        r"(?<![\dA-Za-z-])(?=[\dX*x-]{0,17}[X*x]{2})[\dX*x]{3}-[\dX*x]{7}-[\dX*x]{7}(?![\dX*x-])",
        True,
    ),
    (
        "asin",
        ("XXX", "**", "...", "…", "。"),
        r"B0(?<![A-Za-z0-9]..)(?=[A-Z0-9*.…。]{0,12}(?:X{3,}|\*{2,}|\.{3,}|…|。{2,}))[A-Z0-9*.…。]{2,12}",
        True,
    ),
    ("asin", ("B0",), r"B0(?<![A-Za-z0-9]..)[A-Z0-9]{8}(?![A-Za-z0-9])", False),
    ("shipment", ("FBA",), r"FBA(?<![A-Za-z0-9]...)[0-9A-Z]{8,12}(?![A-Za-z0-9])", False),
    ("fnsku", ("X00",), r"X00(?<![A-Za-z0-9]...)[0-9A-Z]{7}(?![A-Za-z0-9])", False),
)


@cache
def _form(written: str) -> re.Pattern[str]:
    return re.compile(written)


def find(text: str) -> tuple[Identifier, ...]:
    """Identifiers that show by their form alone, in the order of the text. Masked ones are kept as they are written."""
    found: list[Identifier] = []
    taken: set[int] = set()
    for kind, signs, written, masked in _FORMS:
        if not any(sign in text for sign in signs):
            continue
        for match in _form(written).finditer(text):
            start, end = match.start(), match.end()
            value = match.group().rstrip(".…。") if not masked else match.group()
            if not taken.isdisjoint(range(start, end)):
                continue
            taken.update(range(start, end))
            found.append(Identifier(kind, value, Span(start, start + len(value), value), masked))
    return tuple(sorted(found, key=lambda i: i.span.start))


def asin_fault(value: str) -> str | None:
    """What is wrong with an ASIN, or None: `B0` and eight capitals or digits, or an ISBN-10 with its check digit."""
    if re.fullmatch(r"B0[A-Z0-9]{8}", value):
        return None
    if re.fullmatch(r"\d{9}[\dX]", value):
        return None if isbn10_holds(value) else "looks like an ISBN-10, but its check digit is wrong"
    if len(value) != 10:
        return f"has {len(value)} characters; an ASIN has 10"
    return "an ASIN starts with B0 and has only capital letters and digits"


def isbn10_holds(value: str) -> bool:
    """The mod-11 check of an ISBN-10."""
    digits = [10 if c == "X" else int(c) for c in value]
    return sum(weight * digit for weight, digit in zip(range(10, 0, -1), digits, strict=True)) % 11 == 0


def gtin_fault(value: str) -> str | None:
    """What is wrong with a UPC, EAN or GTIN, or None: 8, 12, 13 or 14 digits whose mod-10 check digit holds."""
    if not re.fullmatch(r"\d{8}|\d{12,14}", value):
        return "a UPC has 12 digits and an EAN 13"
    digits = [int(c) for c in reversed(value)]
    total = sum(digit * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return None if total % 10 == 0 else "its check digit is wrong; look for a digit that was swapped"


def order_fault(value: str) -> str | None:
    """What is wrong with an Amazon order number, or None."""
    return (
        None if re.fullmatch(r"\d{3}-\d{7}-\d{7}", value) else "an Amazon order number is written 123-1234567-1234567"
    )


def seller_fault(value: str) -> str | None:
    """What is wrong with a seller (merchant) ID, or None."""
    return None if re.fullmatch(r"A[A-Z0-9]{12,13}", value) else "a seller ID starts with A and has 13 or 14 characters"
