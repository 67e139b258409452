"""Bar codes and ISBNs whose check digit does not hold, or that have too few digits or too many.

A bar code is told by the word before it (UPC, EAN, GTIN, ISBN), by its column in a table, or by thirteen digits or so
in a sentence that speaks of codes. Source: GS1 General Specifications, 7.9 (mod 10); ISBN Users' Manual (mod 11).
"""

from __future__ import annotations

import re

from amends.identifiers import gtin_fault, isbn10_holds
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.review.document import Draft

_NAMED = frozenset(
    "upc upcs upc-a ean eans ean-13 ean13 gtin gtins gtin-13 gtin-14 barcode barcodes bar-code bar-codes "
    "isbn isbns isbn-13 isbn-10".split()
)
_ISBN = frozenset("isbn isbns isbn-13 isbn-10".split())
# "Two codes for one soap": weaker words, thirteen digits only.
_CODES = frozenset("codes".split())
_LABELLED = re.compile(
    r"\b(UPC|EAN|GTIN|ISBN|barcode|bar code)s?(?:-(?:1[0234]|8|A))?(?: [a-z]{2,9}\.?){0,6}(?:\s*\(|:?\s+)#?"
    r"([\d][\d -]{6,17}[\dX])(?![\d-])",
    re.I,
)
_RUN = re.compile(r"(?<![\w./#-])(?:\d{12,14}|\d \d{6} \d{6}|\d \d{5} \d{5} \d)(?![\w/-]|\.\d)")
_WRITTEN_ISBN = re.compile(r"(?<![\w./-])(?:97[0-9][- ])?\d{1,5}[- ]\d{1,7}[- ]\d{1,7}[- ][\dX](?![\w-])")
_BARE = re.compile(r"\d{12,14}")
_COLUMNS = ("ean", "upc", "gtin", "barcode")
_OTHER = re.compile(r"\b(?:tracking|parcel|package|consignment|invoice|account|phone|order|lot)\b[^.;:\n]{0,16}$", re.I)
_BACK = 40
_BOOKLAND = ("978", "979")


def wrong_codes(draft: Draft) -> Iterator[tuple[int, str, str]]:
    """Where a bar code begins that cannot be one, what is written, and what is wrong with it."""
    seen: set[int] = set()
    for match in _LABELLED.finditer(draft.text):
        fault = _fault(match.group(2), isbn=match.group(1).upper() == "ISBN")
        seen.add(match.start(2))
        if fault:
            yield match.start(2), match.group(2), fault
    for statement in draft.statements:
        words = statement.words
        named = not _NAMED.isdisjoint(words)
        if not named and _CODES.isdisjoint(words):
            continue
        isbn = not _ISBN.isdisjoint(words)
        for match in (_WRITTEN_ISBN if isbn else _RUN).finditer(draft.text, statement.start, statement.end):
            if match.start() in seen or (not named and _digits(match.group()) != "13"):
                continue
            if _OTHER.search(draft.text, max(0, match.start() - _BACK), match.start()):
                continue
            fault = _fault(match.group(), isbn=isbn)
            seen.add(match.start())
            if fault:
                yield match.start(), match.group(), fault
    if any(f"| {name}" in draft.low or f"|{name}" in draft.low for name in _COLUMNS):
        yield from _columns(draft)


def _digits(value: str) -> str:
    return str(sum(c.isdigit() for c in value))


def _fault(written: str, *, isbn: bool) -> str | None:
    value = re.sub(r"[ -]", "", written)
    if isbn and len(value) == 10:
        return None if value[:9].isdigit() and isbn10_holds(value) else "has a wrong check digit"
    if isbn and len(value) == 13 and not value.startswith(_BOOKLAND):
        return "is no ISBN: one of 13 digits begins with 978 or 979"
    if isbn and len(value) not in (10, 13):
        return "is no ISBN: 10 digits or 13"
    return gtin_fault(value)


def _columns(draft: Draft) -> Iterator[tuple[int, str, str]]:
    """Bar codes in a column of a table that is headed so."""
    column, at = -1, 0
    for line in draft.text.splitlines(keepends=True):
        if line.lstrip().startswith("|"):
            cells = line.split("|")
            named = [n for n, cell in enumerate(cells) if cell.strip().lower() in _COLUMNS]
            if named:
                column = named[0]
            elif 0 <= column < len(cells):
                value = cells[column].strip()
                fault = gtin_fault(value) if _BARE.fullmatch(value) else None
                if fault:
                    yield at + len("|".join(cells[:column])) + 1 + cells[column].index(value), value, fault
        else:
            column = -1
        at += len(line)
