"""Quantities as invoices write them: "24", "24 pcs", "1,000", "2 ctn x 12"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from amends.evidence.amounts import amount
from amends.evidence.invoice.lexicon import Lexicon, plain
from amends.evidence.page import Word

_TIMES = re.compile(r"(\d+)\s*([^\W\d_]*)\s*[x×*@]\s*(\d+)\s*([^\W\d_]*)", re.IGNORECASE)
_WITH_UNIT = re.compile(r"(-?\d[\d.,' ]*)\s*[/]?\s*([^\W\d_]+(?:\(s\))?\.?|\([^\W\d_]+\))?", re.IGNORECASE)


def quantity(words: Sequence[Word], mark: str, lexicon: Lexicon) -> Decimal | None:
    """The number of pieces in a cell, or None. Packs times pieces are multiplied: "2 ctn x 12" is 24."""
    text = words[0].text if len(words) == 1 else " ".join([word.text for word in words])
    if text.isdigit() and text.isascii() and len(text) < 10:
        return Decimal(text)
    return quantity_of(text, mark, lexicon)


def quantity_of(text: str, mark: str, lexicon: Lexicon) -> Decimal | None:
    """As `quantity`, of a text."""
    if len(text) > 40 or not any(c.isdigit() for c in text):
        return None
    times = _TIMES.fullmatch(text.strip())
    if times:
        return Decimal(times[1]) * Decimal(times[3]) if times[1].isascii() and times[3].isascii() else None
    match = _WITH_UNIT.fullmatch(text.strip().rstrip("x×").strip() if text[:1].isdigit() else text.strip())
    if match is None:
        return None
    unit = plain(match[2] or "")
    if unit and unit not in lexicon.units and unit not in lexicon.packs:
        return None
    found = amount(match[1].strip(), mark)
    if found is None:
        return None
    # Pieces are whole: a quantity of "1.000" is a thousand or one, never one thousandth more or less.
    return found.value.to_integral_value() if found.value == found.value.to_integral_value() else found.value
