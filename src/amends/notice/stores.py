"""Which Amazon store enforces: its web domain, its Seller Central host, the currency; never the home of the seller."""

from __future__ import annotations

import re
from collections.abc import Mapping

from amends.model import Span
from amends.notice.passage import Passage
from amends.playbook import Marketplace

_HOST = re.compile(
    r"(?:[a-z0-9-]{1,40}\.){0,4}amazon\.(?:com?\.)?[a-z]{2,3}(?![a-z0-9]|-[a-z0-9-]{1,30}\.[a-z]|\.[a-z0-9])", re.I
)
_EUROPE = (
    "european union | eu responsible person | stores in europe | european store* | "
    "european marketplace* | amazon eu | in the eu | eu store* | europe"
)
_MONEY = (
    ("UK", ("£", "GBP")),
    ("IN", ("₹", "INR")),
    ("JP", ("円",)),
    ("AE", ("AED",)),
    ("SA", ("SAR",)),
    ("CA", ("CAD", "C$")),
    ("AU", ("AUD", "A$")),
    ("PL", ("PLN",)),
    ("SE", ("SEK",)),
    ("BR", ("R$", "BRL")),
    ("MX", ("MXN",)),
    ("TR", ("TRY",)),
    ("US", ("USD", "US$")),
)
_BY_LANGUAGE = {"ja": "JP", "de": "DE", "it": "IT", "pl": "PL", "sv": "SE", "tr": "TR"}


def store(
    passage: Passage, marketplaces: Mapping[str, Marketplace], sender: str, language: str
) -> tuple[str | None, Span | None, str | None]:
    """The store's id, the place that names it, and a doubt when it was only inferred.

    A domain other than amazon.com outweighs amazon.com, which also stands in links and mailboxes of other stores.
    """
    domains = {domain: id for id, place in marketplaces.items() for domain in (*place.domains, place.seller_central)}
    points: dict[str, float] = {}
    first: dict[str, Span] = {}
    for match in _HOST.finditer(passage.text):
        host = match.group().lower()
        id = _known(host, domains)
        if id is None:
            continue
        weight = 1.0 if passage.text[match.start() - 1 : match.start()] == "@" else 2.0
        points[id] = points.get(id, 0) + (weight if host.endswith("amazon.com") and id == "US" else weight * 3)
        first.setdefault(id, Span(match.start(), match.end(), match.group()))
    if not points and "@" in sender:
        id = _known(sender.rsplit("@", 1)[1].lower(), domains)
        if id is not None and id != "US":
            return id, None, None
    if points:
        best = max(points, key=lambda id: (points[id], id))
        if best == "US" and passage.hits(_EUROPE):
            return _europe(passage)
        return best, first[best], None
    if passage.hits(_EUROPE):
        return _europe(passage)
    for id, marks in _MONEY:
        for mark in marks:
            at = passage.text.find(mark)
            if at >= 0 and any(c.isdigit() for c in passage.text[max(0, at - 12) : at + 14]):
                return id, Span(at, at + len(mark), mark), "The store was read from the currency; check it."
    if language in _BY_LANGUAGE:
        return _BY_LANGUAGE[language], None, "The store was read from the language of the message; check it."
    if "@" in sender and _known(sender.rsplit("@", 1)[1].lower(), domains):
        return None, None, None
    return None, None, None


def _europe(passage: Passage) -> tuple[str, Span, None]:
    hit = passage.hits(_EUROPE)[0]
    return "EU", Span(hit.start, hit.end, passage.text[hit.start : hit.end]), None


def _known(host: str, domains: Mapping[str, str]) -> str | None:
    """The store of a host: its own entry first, else the longest domain that it ends in."""
    for domain in sorted(domains, key=len, reverse=True):
        if host == domain or host.endswith("." + domain):
            return domains[domain]
    return None
