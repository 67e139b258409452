"""GR15: an ASIN, order number or bar code that cannot be one."""

import re
from collections.abc import Iterator

from amends.identifiers import asin_fault, gtin_fault, isbn10_holds
from amends.model import Span
from amends.review.document import Draft
from amends.review.rule import Hit, rule, short

# A form that begins with a look back is tried at every character; behind its first letters it is not.
_ASIN = r"[Bb][0O](?<![A-Za-z0-9/=_.-]..)[A-Za-z0-9]{5,12}(?![A-Za-z0-9.@-]*[@/])(?![A-Za-z0-9_])"
_AFTER_ASIN = r"ASIN(?<!\w....)s?\b:?\s+#?(?=[A-Z0-9]*\d)([A-Z0-9]{6,14})(?![A-Za-z0-9_-])"
_AFTER_ASIN_APART = r"ASIN(?<!\w....)s?\b:?\s+#?(B[0O](?:[ _-][A-Z0-9]{2,8}){1,3})(?![A-Za-z0-9_-])"
# An order number in two or three groups, with other marks between, or a letter for a digit.
_ORDER = (
    r"\d(?<![\dA-Za-z_-].)(?:\d{1,3}[-_]\d[\dOIl]{4,8}[-_][\dOIl]{5,9}|\d{8,10}-\d{7}|\d\d-\d{13,15})"
    r"(?![\dA-Za-z_-])"
)
_CODE = (
    r"\b(UPC|EAN|GTIN|ISBN|barcode|bar code)s?(?:-1[03])?(?: [a-z]{2,9}\.?){0,6}:?\s+#?([\d][\d -]{6,17}[\dX])(?![\d-])"
)
_LABELLED = (
    (
        ("fnsku",),
        r"\bFNSKUs?\b:?\s+#?(X0[0-9A-Z]{1,12})(?![A-Za-z0-9])",
        r"X0[0-9A-Z]{8}",
        "is no FNSKU: X00 and seven characters",
    ),
    (
        ("seller id", "seller token", "merchant"),
        r"\b(?:seller|merchant) (?:ID|token)\b:?\s+#?(A[0-9A-Z]{2,18})(?![A-Za-z0-9])",
        r"A[0-9A-Z]{12,13}",
        "is no seller ID: A and 12 or 13 characters",
    ),
    (
        ("shipment",),
        r"\bshipment(?: ID)?\b:?\s+#?(FB[0-9A-Z]{4,14})(?![A-Za-z0-9])",
        r"FBA[0-9A-Z]{8,12}",
        "is no FBA shipment: FBA and 9 characters as a rule",
    ),
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
        "Shipments FBA17LRX4W2K and FBA17LRX9T came without labels.",
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
    for names, labelled, form, fault in _LABELLED:
        if any(name in draft.low for name in names):
            for match in re.finditer(labelled, draft.text, re.I):
                if not re.fullmatch(form, match.group(1)) and "XX" not in match.group(1):
                    yield _hit(match.start(1), match.group(1), fault)
    if "fba" in draft.low:
        yield from _shipments(draft)


_SHIPMENT = r"(?<![A-Za-z0-9])FBA(?=[0-9A-Z]{0,11}\d)[0-9A-Z]{4,12}(?![A-Za-z0-9_.-]*\w\.)(?![A-Za-z0-9])"
_SHIPMENT_LENGTH = 12


def _shipments(draft: Draft) -> Iterator[Hit]:
    """Shipments that are shorter or longer than another one that the letter names in full."""
    found = {match.start(): match.group() for match in re.finditer(_SHIPMENT, draft.text)}
    if not any(len(value) == _SHIPMENT_LENGTH for value in found.values()):
        return
    for start, value in found.items():
        if len(value) != _SHIPMENT_LENGTH and "XX" not in value and "shipment" in draft.low[max(0, start - 60) : start]:
            yield _hit(start, value, "is no FBA shipment: FBA and 9 characters, as the other one")


def _asins(draft: Draft) -> Iterator[Hit]:
    seen: set[int] = set()
    for match in re.finditer(_ASIN, draft.text):
        value = match.group()
        digits = sum(c.isdigit() for c in value)
        labelled = draft.low[max(0, match.start() - 6) : match.start()].strip(" :#").endswith(("asin", "asins"))
        letter = value[1] in "Oo" and (digits < (1 if labelled else 5) or len(value) != 10)
        if digits < (1 if labelled else 2) or "XXX" in value or letter:
            continue
        small = value.upper() != value and asin_fault(value.upper()) is None
        fault = "is written with small letters" if small else asin_fault(value)
        if fault and not value[2:].isalpha():
            seen.add(match.start())
            yield _hit(match.start(), value, fault)
    for match in re.finditer(_AFTER_ASIN_APART, draft.text):
        if any(c.isdigit() for c in match.group(1)[2:]) and "XX" not in match.group(1):
            yield _hit(match.start(1), match.group(1), "is not written as one ASIN: B0 and eight characters together")
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
