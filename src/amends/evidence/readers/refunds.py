"""Refunds and lists of orders: which orders, when, how much in all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from amends.evidence.fields import Read
from amends.evidence.page import Page
from amends.evidence.paper import Paper
from amends.evidence.readers._form import best, first_day, identifiers, paper_of
from amends.model.reading import Field

KINDS = ("refund-confirmation", "order-list", "carrier-data")

_TOTAL = re.compile(
    r"\b(?:total(?: refunded| refunds?| amount)?|refunded in total|sum|summe|gesamt)\b[^\d$€£]{0,24}(?:\d{1,6}\s+)?"
    r"(?P<sign>[$€£]|USD|EUR|GBP|CAD)\s?(?P<amount>\d{1,3}(?:,\d{3})*\.\d\d)\b",
    re.IGNORECASE,
)
_CODES = {"$": "USD", "€": "EUR", "£": "GBP"}
_TRACKING = re.compile(
    r"\b1Z[0-9A-Z]{16}\b|\bTBA\d{12}\b|\b9[2-5]\d{20}\b|\bJD\d{16,18}\b|\b[A-Z]{2}\d{9}[A-Z]{2}\b"
    r"|(?<=tracking number )\w{8,34}\b|(?<=tracking no )\w{8,34}\b",
    re.IGNORECASE,
)
_DELIVERED = re.compile(
    r"\b(?:delivered|zugestellt|livré|entregado|consegnato)(?: on| am| le| el)?[:,]?\s+(?=.{0,3}\d|[A-Z][a-z]{2})",
    re.IGNORECASE,
)


def read(pages: Sequence[Page]) -> Read:
    """The fields of a list of refunds or orders, or of a carrier's report."""
    paper = paper_of(pages)
    found: list[Field | None] = [*identifiers(paper, "order", "orders"), *identifiers(paper, "asin", "asins")]
    total = list(_TOTAL.finditer(paper.text))
    if total:
        last = total[-1]
        piece = paper.piece(last.start("amount"), last.end("amount"))
        if piece is not None:
            found.append(paper.field("total", last["amount"].replace(",", ""), piece))
            code = _CODES.get(last["sign"], last["sign"].upper())
            # A dollar sign alone does not say whose dollar it is.
            found.append(paper.field("currency", code, piece, 0.4 if last["sign"] == "$" else None))
    found += _carried(paper)
    spread = [day.readings[0] for day in paper.days if len(day.readings) == 1]
    found.append(first_day(paper))
    if spread:
        for name, chosen in (("first_day", min(spread)), ("last_day", max(spread))):
            place = next(day for day in paper.days if day.readings[0] == chosen)
            found.append(paper.day_at(name, place.start, place.start + 1))
    return Read(best(found))


def _carried(paper: Paper) -> Iterator[Field]:
    seen: set[str] = set()
    for match in _TRACKING.finditer(paper.text):
        value = match.group().upper()
        if value not in seen and any(map(str.isdigit, value)) and (piece := paper.piece(match.start(), match.end())):
            seen.add(value)
            yield paper.field("tracking_number", value, piece)
    delivered = _DELIVERED.search(paper.text)
    if delivered and (field := paper.day_at("delivered_on", delivered.end(), delivered.end() + 4)):
        yield field
