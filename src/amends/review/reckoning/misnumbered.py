"""Numbers of Amazon, carriers and authorities that are too short, too long or written with the wrong marks.

Lengths: an order number has 3, 7 and 7 digits with hyphens (or S and two digits, for Amazon's other channels); an FBA
shipment FBA and 9 characters as a rule; an FNSKU X00 and 7; a seller ID A and 12 or 13; a UPS parcel 1Z and 16
(UPS, "Tracking number formats"); USPS 22 digits from 92 to 95; the VAT number of a country as the European
Commission's VIES lists it. Check digits of carriers are not reckoned: a letter often hides digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_IS = r"(?:\s+(?:is|was|no\.?|number|of ours))*:?\s+#?"
# The words that announce it, its form in the text, the form that it should have, what is said when it has not.
_LABELLED = (
    (
        ("fnsku",),
        rf"(?i:\bFNSKUs?\b{_IS})(X0[0-9A-Z]{{1,12}})(?![A-Za-z0-9])",
        r"X0[0-9A-Z]{8}",
        "is no FNSKU: X00 and seven characters",
    ),
    (
        ("seller id", "seller token", "merchant"),
        rf"(?i:\b(?:seller|merchant) (?:ID|token)\b{_IS})(A[0-9A-Z]{{2,18}})(?![A-Za-z0-9])",
        r"A[0-9A-Z]{12,13}",
        "is no seller ID: A and 12 or 13 characters",
    ),
    (
        ("fba1",),
        r"(?<![A-Za-z0-9_-])(FBA1[0-9A-Z]{3,13})(?![A-Za-z0-9_-]|\.[A-Za-z])",
        r"FBA[0-9A-Z]{8,12}",
        "is no FBA shipment: FBA and 9 characters as a rule",
    ),
    (
        ("shipment",),
        rf"(?i:\bshipment(?: ID)?\b{_IS})(FB(?!A1)[0-9A-Z]{{4,14}})(?![A-Za-z0-9])",
        r"FBA[0-9A-Z]{8,12}",
        "is no FBA shipment: FBA and 9 characters as a rule",
    ),
    (
        ("1z",),
        r"(?<![A-Za-z0-9_-])(1Z[0-9A-Z]{6,24})(?![A-Za-z0-9_*-])",
        r"1Z[0-9A-Z]{16}",
        "is no UPS number: 1Z and 16 characters",
    ),
    (
        ("usps",),
        rf"(?i:\bUSPS(?: tracking)?{_IS})(9[2345]\d\d(?: ?\d){{12,22}})(?![\d-])",
        r"9[2345](?: ?\d){20}",
        "is no USPS number: 22 digits",
    ),
)  # fmt: skip
_VAT = re.compile(
    r"\b(?:VAT|USt|UST|MwSt|TVA|IVA)[\w.-]{0,8}(?: ?(?:ID|no\.?|number|is|nr\.?|reg\.?))*:?\s+"
    r"([A-Z]{2}) ?(\d{5,14})(?![\w-])"
)
_VAT_DIGITS = {
    "DE": (9,), "FR": (11,), "IT": (11,), "PL": (10,), "GB": (9, 12), "SE": (12,), "DK": (8,), "FI": (8,), "PT": (9,),
    "BE": (10,), "LU": (8,), "EE": (9,), "GR": (9,), "EL": (9,), "HU": (8,), "MT": (8,), "SI": (8,), "CZ": (8, 9, 10),
    "SK": (10,), "HR": (11,), "LV": (11,), "LT": (9, 12), "BG": (9, 10), "RO": (2, 3, 4, 5, 6, 7, 8, 9, 10),
}  # fmt: skip
_ORDER = r"(?:(?<=[^\w./-])|^)(S\d\d|[\dOIl]{2,4})( ?[-_/. ] ?)([\dOIl]{4,9})( ?[-_/. ] ?)([\dOIl]{4,9})(?![\w/-]|\.\d)"
_RUN = re.compile(r"\border(?:s| no\.?| number| id| nr\.?)*:? ?#?(\d{17})(?!\d)", re.I)
_RIGHT = re.compile(r"(?:\d{3}|S\d\d)-\d{7}-\d{7}")
_LABEL = re.compile(r"(?<!purchase )(?<!removal )(?<!work )(?<!supplier )\borders?\b[^.;\n]{0,16}$", re.I)
_DIGITS = re.compile(r"\d{3}[-_/. ]|\d ?- ?\d")
_WRONG_ORDER = "is no order number: three digits, seven, seven, with hyphens"
_SEEN, _FEWEST, _MOST, _WHOLE = 40, 13, 20, (3, 7, 7)


def misnumbered(text: str, low: str) -> Iterator[tuple[int, str, str]]:
    """Where a number begins that cannot be one, the number, and what is wrong with it."""
    for names, labelled, form, fault in _LABELLED:
        if any(name in low for name in names):
            for match in re.finditer(labelled, text):
                value = match.group(1)
                if not re.fullmatch(form, value) and "XX" not in value:
                    yield match.start(1), value, fault
    if "order" in low:
        for match in _RUN.finditer(text):
            yield match.start(1), match.group(1), _WRONG_ORDER
    if _DIGITS.search(text):
        yield from _orders(text)
    for match in _VAT.finditer(text):
        lengths = _VAT_DIGITS.get(match.group(1))
        if lengths is not None and len(match.group(2)) not in lengths:
            said = " or ".join(map(str, lengths))
            yield (
                match.start(1),
                text[match.start(1) : match.end()],
                f"is no VAT number of {match.group(1)}: {said} digits",
            )


def _orders(text: str) -> Iterator[tuple[int, str, str]]:
    """Order numbers with other marks, blanks or letters in them; those in hyphens are the rule's own."""
    for match in re.finditer(_ORDER, text, re.M):
        value = match.group()
        groups = tuple(len(match.group(at)) for at in (1, 3, 5))
        marks = {match.group(2), match.group(4)}
        own = marks <= {"-", "_"} and value[0].isdigit() and all(c.isdigit() for c in match.group(1))
        if _RIGHT.fullmatch(value) or own or sum(c.isdigit() for c in value) < _FEWEST:
            continue
        labelled = _LABEL.search(text, max(0, match.start() - _SEEN), match.start()) is not None
        if groups == _WHOLE or (labelled and sum(groups) <= _MOST and groups[0] == len("113")):
            yield match.start(), value, _WRONG_ORDER
