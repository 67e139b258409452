"""GR15: an ASIN, order number or bar code that cannot be one."""

import re
from collections.abc import Iterator

from amends.identifiers import asin_fault, gtin_fault, isbn10_holds
from amends.model import Span
from amends.review.document import Draft
from amends.review.reckoning.misnumbered import misnumbered
from amends.review.rule import Hit, rule, short

# A form that begins with a look back is tried at every character; behind its first letters it is not.
_ASIN = r"[Bb][0O](?<![A-Za-z0-9/=_.-]..)[A-Za-z0-9]{5,12}(?![A-Za-z0-9.@-]*[@/])(?![A-Za-z0-9_])"
# What stands behind the B0 of ASINs; and words that begin as if the nought were an O.
_GENERATIONS, _BEGIN_SO = "0123456789BCDFG", ("BODY", "BOBB", "BOBC", "BODE", "BOGO")
_AFTER_ASIN = r"ASIN(?<!\w....)s?\b:?\s+#?(?=[A-Z0-9]*\d)([A-Z0-9]{6,14})(?![A-Za-z0-9_-])"
_ASIN_APART = r"B[0O](?<![A-Za-z0-9/=_.-]..)[A-Z0-9]{0,7}(?:[ _-][A-Z0-9]{1,8}){1,3}(?![A-Za-z0-9_-])"
# An order number in two or three groups, with other marks between, or a letter for a digit.
_ORDER = (
    r"\d(?<![\dA-Za-z_-].)(?:\d{1,3}[-_]\d[\dOIl]{4,8}[-_][\dOIl]{5,9}|\d{8,10}-\d{7}|\d\d-\d{13,15})"
    r"(?![\dA-Za-z_-])"
)
_CODE = (
    r"\b(UPC|EAN|GTIN|ISBN|barcode|bar code)s?(?:-(?:1[0234]|8|A))?(?: [a-z]{2,9}\.?){0,6}(?:\s*\(|:?\s+)#?"
    r"([\d][\d -]{6,17}[\dX])(?![\d-])"
)
_FULL = r"\d{3}-\d{7}-\d{7}"


@rule(
    "GR15",
    "malformed-identifier",
    level="error",
    source="Amazon identifiers: ASIN of 10 characters, order number 3-7-7; GTIN check digit (GS1)",
    bad=(
        "On 3 May 2026 we closed ASIN B0C123456.",
        "Order 112-854432-8929888 was late.",
        "The carton shows UPC 036000291453.",
        "Order 113/4471920/2299812 was late.",
        "Order no. 11344719202299812 was late.",
        "Our shipment was FBA17LRX9T.",
        "It concerns ASIN B0C TX7 QLM2.",
        "Order 701-22O9981-4471920 was refunded.",
        ("| Duplicate | EAN |\n|---|---|\n| B0DRT5HJ2K | 4260174832051 |"),
    ),
    good=(
        "On 3 May 2026 we closed ASIN B0C1234567 for order 112-8544326-8929888 (UPC 036000291452).",
        "Lot BOX0042 and ASIN 0306406152.",
    ),
)
def malformed_identifier(draft: Draft) -> Iterator[Hit]:
    """An identifier that cannot exist.

    A wrong digit sends the reader to another seller's product or to none. Copy it from Seller Central again.
    """
    if "b0" in draft.low or "bo" in draft.low or "asin" in draft.low:
        yield from _asins(draft)
    if "-" in draft.low or "_" in draft.low:
        for match in re.finditer(_ORDER, draft.text):
            if not re.fullmatch(_FULL, match.group()) and not draft.files_in(Span(match.start(), match.end(), "")):
                yield _hit(match.start(), match.group(), "is no order number: three digits, seven, seven")
    if any(name in draft.low for name in ("upc", "ean", "gtin", "isbn", "barcode", "bar code")):
        yield from _codes(draft)
        yield from _columns(draft)
    for start, value, fault in misnumbered(draft.text, draft.low):
        yield _hit(start, value, fault)


def _asins(draft: Draft) -> Iterator[Hit]:
    seen: set[int] = set()
    for match in re.finditer(_ASIN, draft.text):
        value = match.group()
        digits = sum(c.isdigit() for c in value)
        labelled = draft.low[max(0, match.start() - 6) : match.start()].strip(" :#").endswith(("asin", "asins"))
        like = value[1] == "O" and value[2] in _GENERATIONS and value[:4] not in _BEGIN_SO
        letter = value[1] in "Oo" and (digits < (1 if labelled else 2 if like else 5) or len(value) != 10)
        if digits < (1 if labelled else 2) or "XXX" in value or letter:
            continue
        small = value.upper() != value and asin_fault(value.upper()) is None
        fault = "is written with small letters" if small else asin_fault(value)
        if fault and not value[2:].isalpha():
            seen.add(match.start())
            yield _hit(match.start(), value, fault)
    for match in re.finditer(_ASIN_APART, draft.text):
        value = match.group()
        together = re.sub("[ _-]", "", value)
        whole = len(together) == 10 and len(re.split("[ _-]", value)[0]) < 10
        if whole and any(c.isdigit() for c in together[2:]) and "XX" not in together:
            yield _hit(match.start(), value, "is not written as one ASIN: B0 and eight characters together")
    for match in re.finditer(_AFTER_ASIN, draft.text):
        value, fault = match.group(1), asin_fault(match.group(1))
        if fault and match.start(1) not in seen and not value.startswith(("B0", "BO")) and "XXX" not in value:
            yield _hit(match.start(1), value, fault)


def _codes(draft: Draft) -> Iterator[Hit]:
    for match in re.finditer(_CODE, draft.text, re.I):
        value = re.sub(r"[ -]", "", match.group(2))
        if match.group(1).upper() == "ISBN" and len(value) == 10:
            holds = value[:9].isdigit() and isbn10_holds(value)
            fault = None if holds else "has a wrong check digit"
        else:
            fault = gtin_fault(value)
        if fault:
            yield _hit(match.start(2), match.group(2), fault)


def _columns(draft: Draft) -> Iterator[Hit]:
    """Bar codes in a column of a table that is headed so."""
    column, at = -1, 0
    for line in draft.text.splitlines(keepends=True):
        if line.lstrip().startswith("|"):
            cells = line.split("|")
            named = [n for n, cell in enumerate(cells) if cell.strip().lower() in ("ean", "upc", "gtin", "barcode")]
            if named:
                column = named[0]
            elif 0 <= column < len(cells):
                value = cells[column].strip()
                if _BARE_CODE.fullmatch(value) and gtin_fault(value):
                    start = at + len("|".join(cells[:column])) + 1 + cells[column].index(value)
                    yield _hit(start, value, str(gtin_fault(value)))
        else:
            column = -1
        at += len(line)


_BARE_CODE = re.compile(r"\d{12,14}")


def _hit(start: int, value: str, fault: str) -> Hit:
    return Hit(Span(start, start + len(value), value), f"“{short(value, 24)}” {fault}. Copy it again.")
