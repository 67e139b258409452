"""GR15: an ASIN, order number or bar code that cannot be one."""

import re
from collections.abc import Iterator

from amends.identifiers import asin_fault
from amends.model import Span
from amends.review.document import Draft
from amends.review.reckoning.misnumbered import misnumbered
from amends.review.reckoning.order_numbers import FAULT, broken_orders
from amends.review.rule import Hit, rule, short

# A form that begins with a look back is tried at every character; behind its first letters it is not.
_ASIN = r"[Bb][0O](?<![A-Za-z0-9/=_.-]..)[A-Za-z0-9]{5,12}(?![A-Za-z0-9.@-]*[@/])(?![A-Za-z0-9_])"
# What stands behind the B0 of ASINs; and words that begin as if the nought were an O.
_GENERATIONS, _BEGIN_SO = "0123456789BCDFG", ("BODY", "BOBB", "BOBC", "BODE", "BOGO")
_AFTER_ASIN = r"ASIN(?<!\w....)s?\b:?\s+#?(?=[A-Z0-9]*\d)([A-Z0-9]{6,14})(?![A-Za-z0-9_-])"
_ASIN_APART = r"B[0O](?<![A-Za-z0-9/=_.-]..)[A-Z0-9]{0,7}(?:[ _-][A-Z0-9]{1,8}){1,3}(?![A-Za-z0-9_-])"
_BAR_CODES = ("upc", "ean", "gtin", "isbn", "barcode", "bar code", "bar-code", "codes")
_DIGITS = re.compile(r"\d{3}[-_/. ]|\d ?- ?\d|\d{12}")
_CODED = re.compile(r"\d{7}|\d[ -]\d")
# A sentence that tells of the slip itself: "the ASIN in the file was a character short".
_TELLS_OF_SLIP = frozenset(
    "digit digits character characters typo typos mistyped mistype misprint misprinted misread truncated transposed "
    "malformed invalid nonexistent checksum misspelt misspelled".split()
)


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
        "We wrote to the publisher of complaint 1650932.",
        "Parcel 94001118995638472910 was delivered on 3 May 2026.",
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
    for start, value, fault in _slips(draft):
        told = draft.statement_at(start)
        if told is None or _TELLS_OF_SLIP.isdisjoint(told.words):
            yield Hit(Span(start, start + len(value), value), f"“{short(value, 24)}” {fault}. Copy it again.")


def _slips(draft: Draft) -> Iterator[tuple[int, str, str]]:
    if "b0" in draft.low or "bo" in draft.low or "asin" in draft.low:
        yield from _asins(draft)
    if _DIGITS.search(draft.text):
        for start, value in broken_orders(draft.text, draft.low):
            if not draft.files_in(Span(start, start + len(value), "")):
                yield start, value, FAULT
    if any(name in draft.low for name in _BAR_CODES) and _CODED.search(draft.text):
        from amends.review.reckoning.barcodes import wrong_codes

        yield from wrong_codes(draft)
    yield from misnumbered(draft.text, draft.low)


def _asins(draft: Draft) -> Iterator[tuple[int, str, str]]:
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
            yield match.start(), value, fault
    for match in re.finditer(_ASIN_APART, draft.text):
        value = match.group()
        together = re.sub("[ _-]", "", value)
        labelled = draft.low[max(0, match.start() - 6) : match.start()].strip(" :#").endswith(("asin", "asins"))
        near = 9 <= len(together) <= 11 if labelled and "-" in value else len(together) == 10
        whole = near and len(re.split("[ _-]", value)[0]) < 10
        if whole and any(c.isdigit() for c in together[2:]) and "XX" not in together:
            yield match.start(), value, "is not written as one ASIN: B0 and eight characters together"
    for match in re.finditer(_AFTER_ASIN, draft.text):
        value, fault = match.group(1), asin_fault(match.group(1))
        if fault and match.start(1) not in seen and not value.startswith(("B0", "BO")) and "XXX" not in value:
            yield match.start(1), value, fault
