"""Identifiers and names that a notice states: ASINs, orders, shipments, case numbers, the rights owner, other accounts.

Masked values stay as they were written and are marked; nothing is completed or corrected.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from amends import identifiers
from amends.model import Identifier, Span
from amends.notice.passage import Passage
from amends.notice.signals import value_range
from amends.text import span

_EMAIL = re.compile(r"(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.){1,6}[A-Za-z]{2,24}")
_MASK = re.compile(r"[Xx*•]{3,}|\.{3,}|…|^<[^>]*>$|^\(?(?:masked|hidden|redacted|removed)\)?$|^\[[^\]]*\]$", re.I)
_LABELS = (
    (
        "complaint",
        "complaint id | complaint ids | complaint number | complaint no | complaint reference | complaint #",
        True,
    ),
    ("case", "case id | case number | case no | case reference", True),
    (
        "trademark",
        (
            "trademark number | trademark no | trademark registration number | registration number | "
            "trade mark number | copyright number | "
            "patent number | asserted trademark | trademark asserted | trademarks asserted | copyright asserted | "
            "patent asserted"
        ),
        True,
    ),
    (
        "rights-owner",
        (
            "name of rights owner | rights owner name | rights owner | rights holder | brand owner | "
            "trademark owner | copyright owner | "
            "name of the rights owner | name of rights holder | reported by | complainant | reporter"
        ),
        False,
    ),
    ("brand", "brand | brand name", False),
    ("title", "title | product title | item title | product name | product", False),
    ("infringement-type", "infringement type | complaint type | type of infringement | type of complaint", False),
    (
        "related-account",
        "related account | related accounts | linked account | other account | store name of related account",
        False,
    ),
    ("seller", "seller id | merchant id | merchant token", True),
)
_OWNER = "rights owner* | rights holder* | brand owner* | trademark owner* | copyright owner* | complainant | reporter"
_POINT = "-–—•*· \t"
_NAME_WORDS = 6
_CASE_INLINE = re.compile(
    r"(?<![\w-])(?:case|complaint)(?: id| number| no\.?)?\s{0,3}#?\s{0,2}(\d{8,12})(?![\w-])", re.I
)
_ACCOUNT_WORD = "account | accounts | store | cuenta | compte | ~konto"
_RELATED = (
    "related | linked | connected | associated | separate | another | other | second | "
    "different | belongs to | belong to | tied | affiliated | "
    "reactivat* | not yours | do not recogni* | know | own | correlat* | collegat* | vinculad* | relacionad* | lié | "
    "associé | verbunden* | verknüpft*"
)
_NAMED = re.compile(
    r"(?:\baccounts?\b|\bstores?\b|\bkonto\b|\bcuenta\b|\bcompte\b)[^.\n]{0,40}?"
    r"(?:[,:]\s*|\bnamed\s+|\bcalled\s+|\bknown as\s+|\bto\s+|\bwith\s+)?"
    r"(?P<name>[\"“'‘«](?P<quoted>[^\"”'’»\n]{2,60})[\"”'’»]|(?-i:[A-Z0-9<*][\w+*&.<>#-]{1,40}))",
    re.I,
)
_COMMON = frozenset(
    "amazon amazon.com seller your you this the that these if it we our to please section account accounts business "
    "solutions agreement "
    "performance notifications health appeal funds how why has have once first as for and or policy because sincerely "
    "hello dear after any "
    "selling code conduct in on at by was is are not no then which under when since central".split()
)


def fields(passage: Passage) -> tuple[Identifier, ...]:
    """All identifiers and stated names in the order of the text, each place once."""
    found = list(identifiers.find(passage.text))
    taken = [(one.span.start, one.span.end) for one in found]
    for one in (
        *_labelled(passage),
        *_owners(passage),
        *_inline(passage),
        *_masked_asins(passage),
        *_emails(passage),
        *_other_accounts(passage),
    ):
        if not any(a < one.span.end and one.span.start < b for a, b in taken if one.kind != "title"):
            found.append(one)
            taken.append((one.span.start, one.span.end))
    return tuple(sorted(found, key=lambda one: (one.span.start, one.kind)))


def masked(value: str) -> bool:
    """Whether somebody hid a value: runs of X, stars or dots, or a note in brackets."""
    return _MASK.search(value.strip()) is not None


def _labelled(passage: Passage) -> Iterator[Identifier]:
    seen: set[int] = set()
    begins = sorted(
        label.start
        for _, labels, _ in _LABELS
        for label in passage.hits(labels)
        if value_range(passage, label.end) is not None
    )
    for kind, labels, single in _LABELS:
        for label in passage.hits(labels):
            place = value_range(passage, label.end)
            if place is None or place[0] in seen:
                continue
            stop = next((at for at in begins[bisect_right(begins, place[0]) :] if at < place[1]), place[1])
            value = span(passage.text, place[0], stop)
            if single and value.quote:
                first = value.quote.split()[0].rstrip(",;.")
                value = Span(value.start, value.start + len(first), first)
            value = Span(value.start, min(value.end, value.start + 200), value.quote[:200])
            if not value.quote or (single and not any(c.isdigit() for c in value.quote) and not masked(value.quote)):
                continue
            if kind in ("rights-owner", "brand") and identifiers.find(value.quote):
                continue
            seen.add(place[0])
            yield Identifier(kind, value.quote, value, masked(value.quote))


def _inline(passage: Passage) -> Iterator[Identifier]:
    for match in _CASE_INLINE.finditer(passage.text):
        kind = "complaint" if match.group().lower().startswith("complaint") else "case"
        yield Identifier(kind, match.group(1), Span(match.start(1), match.end(1), match.group(1)))


def _masked_asins(passage: Passage) -> Iterator[Identifier]:
    """What stands behind "ASIN:" though it has no ASIN's form, since posters mask it in many ways."""
    for label in passage.hits("asin | asins"):
        place = value_range(passage, label.end)
        if place is None:
            continue
        value = span(passage.text, *place)
        first = value.quote.split()[0].rstrip(",;") if value.quote else ""
        if first and masked(first) and not identifiers.find(first):
            yield Identifier("asin", first, Span(value.start, value.start + len(first), first), True)
        elif len(first) == 10 and first.isdigit() and identifiers.isbn10_holds(first):
            yield Identifier("asin", first, Span(value.start, value.start + 10, first))


def _emails(passage: Passage) -> Iterator[Identifier]:
    """Addresses outside Amazon: the rights owner's, mostly."""
    for match in _EMAIL.finditer(passage.text):
        domain = match.group().rsplit("@", 1)[1].lower()
        if "amazon" not in domain:
            yield Identifier(
                "email", match.group(), Span(match.start(), match.end(), match.group()), masked(match.group())
            )


def _owners(passage: Passage) -> Iterator[Identifier]:
    """The rights owner's name where it stands alone in the line, or the list point, before the e-mail address."""
    if not passage.hits(_OWNER):
        return
    previous: Span | None = None
    for sentence in passage.sentences:
        bare = sentence.quote.lstrip(_POINT)
        match = _EMAIL.match(bare) if "@" in bare else None
        if match is not None and "amazon" not in match.group().lower() and previous is not None:
            name = previous.quote.lstrip(_POINT)
            lone = len(name.split()) <= _NAME_WORDS and name[-1:] not in (":", "?", "!", "") and ":" not in name
            if lone and "@" not in name and any(c.isupper() for c in name):
                yield Identifier("rights-owner", name, Span(previous.end - len(name), previous.end, name), masked(name))
        previous = sentence


def _other_accounts(passage: Passage) -> Iterator[Identifier]:
    """Names of other seller accounts, told in a sentence about a related account."""
    seen: set[str] = set()
    for at, sentence in enumerate(passage.sentences):
        if not (passage.has(_ACCOUNT_WORD, at) and passage.has(_RELATED, at)):
            continue
        for match in _NAMED.finditer(sentence.quote):
            name = (match.group("quoted") or match.group("name")).rstrip(".,")
            if (
                name.lower() in _COMMON
                or name.lower().startswith("amazon.")
                or name in seen
                or len(name) < 2
                or identifiers.find(name)
                or name.isdigit()
            ):
                continue
            if (
                not match.group("quoted")
                and name.isalpha()
                and name[1:].islower()
                and not _set_apart(sentence.quote, match)
            ):
                continue
            seen.add(name)
            start = sentence.start + match.start("quoted" if match.group("quoted") else "name")
            yield Identifier("related-account", name, Span(start, start + len(name), name), masked(name))


def _set_apart(sentence: str, match: re.Match[str]) -> bool:
    """Whether a plain word is marked as a name by commas around it or by "named"."""
    before = sentence[: match.start("name")].rstrip()
    after = sentence[match.end("name") :].lstrip()
    return before.endswith(("named", "called", "known as")) or (before.endswith(",") and after.startswith(","))
