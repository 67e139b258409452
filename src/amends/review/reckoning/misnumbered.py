"""Numbers of Amazon, carriers and authorities that are too short, too long or written with the wrong marks.

One row a number: what announces it, how it looks in the text, how it should look. Lengths: an FBA shipment FBA and 9
characters as a rule; an FNSKU X00 and 7; a seller ID A and 12 or 13; a complaint 10 or 11 digits and a case 10 or 11;
a UPS parcel 1Z and 16 (UPS, "Tracking number formats"); USPS 22 digits from 91 to 95; FedEx 12, 15, 20 or 22; the
postal union 9 digits between two letters and two (UPU S10); Amazon's own TBA and 12; the VAT number of a country as
the European Commission's VIES lists it; a US trademark 7 digits, its application 8 (USPTO); a European one 9 (EUIPO);
DUNS 9; EIN 2 and 7. Check digits of carriers are not reckoned: a letter often hides digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from amends.typed import NamedTuple

_IS = r"(?:\s+(?:is|was|no\.?|nos\.?|number|numbers|nr\.?|IDs?|of ours))*\s*:?\s+#?"


class Number(NamedTuple):
    """A kind of number: the words of which one announces it, where it stands, its right form, and what is said."""

    names: tuple[str, ...]
    place: str
    right: str
    fault: str


# A form that begins with a look back is tried at every character; behind its first letter it is not.
_NUMBERS = (
    Number(
        ("fnsku",),
        r"(?<![A-Za-z0-9])(X00[0-9A-Z]{1,12})(?![A-Za-z0-9])",
        r"X0[0-9A-Z]{8}",
        "is no FNSKU: X00 and seven characters",
    ),
    Number(
        ("fnsku",),
        rf"(?i:\bFNSKUs?\b{_IS})(X0(?!0)[0-9A-Z]{{1,12}})(?![A-Za-z0-9])",
        r"X0[0-9A-Z]{8}",
        "is no FNSKU: X00 and seven characters",
    ),
    Number(
        ("seller id", "seller token", "merchant"),
        rf"(?i:\b(?:seller|merchant) (?:ID|token)\b{_IS})(A[0-9A-Z]{{2,18}})(?![A-Za-z0-9])",
        r"A[0-9A-Z]{12,13}",
        "is no seller ID: A and 12 or 13 characters",
    ),
    Number(
        ("fba1",),
        r"(?<![A-Za-z0-9_-])(FBA1[0-9A-Z]{3,13})(?![A-Za-z0-9_-]|\.[A-Za-z])",
        r"FBA[0-9A-Z]{8,12}",
        "is no FBA shipment: FBA and 9 characters as a rule",
    ),
    Number(
        ("shipment",),
        rf"[Ss](?<!\w.)(?i:hipment(?: ID)?\b{_IS})(FB(?!A1)[0-9A-Z]{{4,14}})(?![A-Za-z0-9])",
        r"FBA[0-9A-Z]{8,12}",
        "is no FBA shipment: FBA and 9 characters as a rule",
    ),
    Number(
        ("complaint",),
        (
            r"[Cc](?<!\w.)(?i:omplaints?(?: (?:IDs?|nos?\.?|numbers?|ref(?:erence)?\.?))*[ :#]+"
            r"(?:\d{10,11}(?:, | and | & ))?)(?!20\d\d-)(\d(?:[\d]"
            r"|-(?=[\dA-Z]))*\d(?:-?[A-Z]{1,2})?)(?![\w/%-]|[.,]\d| (?i:[a-z]+s\b))"
        ),
        r"\d{10,11}|\d{1,5}|\d{3}-\d{7}-\d{7}",
        "is no complaint ID of Amazon's: 10 or 11 digits",
    ),
    Number(
        ("case id",),
        r"(?i:\bcase ID)s?[ :#]+(\d[\d-]{3,17})(?![\w-])",
        r"\d{9,12}",
        "is no case ID of Amazon's: 10 or 11 digits",
    ),
    Number(
        ("1z",),
        r"(?<![A-Za-z0-9_-])(1Z[0-9A-Z]{6,24})(?![A-Za-z0-9_*-])",
        r"1Z[0-9A-Z]{16}",
        "is no UPS number: 1Z and 16 characters",
    ),
    Number(
        ("usps", "package", "parcel", "tracking", "label", "postal", "shipped", "mailed"),
        r"(9(?<![\w-].)[1-5]\d\d(?: ?\d){13,24})(?![\w-])",
        r"9[1-5](?: ?\d){20}|9[1-5](?: ?\d){24}",
        "is no USPS number: 22 digits",
    ),
    Number(
        ("fedex",),
        r"(?i:\bfedex\b(?: [a-z]+){0,3}[ .:#]+)(\d(?: ?\d){7,24})(?![\w-]| ?\d)",
        r"\d(?: ?\d){11}|\d(?: ?\d){14}|\d(?: ?\d){19}|\d(?: ?\d){21}",
        "is no FedEx number: 12, 15, 20 or 22 digits",
    ),
    Number(("tba",), r"(?<!\w)(TBA\d{4,18})(?!\w)", r"TBA\d{12}", "is no number of Amazon's carrier: TBA and"
    " 12 digits"),
    Number(
        ("tracking", "parcel", "royal mail", "registered", "package", "consignment", "letter", "postal"),
        (
            r"([A-Z](?<![\w-].)[A-Z] ?\d{3,12}(?: \d{1,4}){0,3} ?"
            r"(?:GB|DE|CN|HK|SG|US|FR|ES|IT|NL|PL|TR|VN|IN|JP|CA|AU|BE|AT|SE|CH|PT|IE|KR|TW))(?![\w-])"
        ),
        r"[A-Z]{2}(?: ?\d){9} ?[A-Z]{2}",
        "is no number of a post: two letters, nine digits, two letters",
    ),
    Number(
        ("uspto", "us trade", "u.s. trade", "us reg", "u.s. reg", "us mark", "united states trade"),
        (
            r"(?:USPTO|U\.?S\.?|United States)\b(?i:(?: (?:trade ?-?mark|mark|reg\.?|registration|registered|serial"
            r"|no\.?|nos\.?|number|under|the|with|at))*)[ :#]+(\d{1,4}(?:[, /.-]?\d{1,4}){1,4})(?![\w-])"
        ),
        r"\d,?\d{3},?\d{3}|\d\d[/ ]?\d{3},?\d{3}",
        "is no US trademark: 7 digits, an application 8",
    ),
    Number(
        ("euipo", "eutm", "eu trade", "european", "community trade", "union trade", "eu mark"),
        (
            r"(?:EUIPO|EUTM|EU|European(?: Union)?|Community|Union)\b(?i:(?: (?:trade ?-?mark|mark|reg\.?|registration"
            r"|registered|no\.?|nos\.?|number|under|the|with|at))*)[ :#]+(0?\d{1,3}(?:[ .]?\d{2,3}){1,3}"
            r"|\d{4,12})(?![\w-]| ?%)"
        ),
        r"0\d{2}[ .]?\d{3}[ .]?\d{3}|\d{9}",
        "is no European trademark: 9 digits",
    ),
    Number(
        ("duns", "d-u-n-s"),
        rf"(?i:\bD-?U-?N-?S\b{_IS})(\d[\d-]{{5,14}})(?![\w-])",
        r"(?:\d-?){8}\d",
        "is no DUNS number: 9 digits",
    ),
    Number(
        ("ein ", "ein:"), rf"(?i:\bEIN\b{_IS})(\d[\d-]{{5,12}})(?![\w-])", r"\d\d-?\d{7}", "is no EIN: 2 digits and 7"
    ),
    Number(
        ("gstin",),
        rf"(?i:\bGSTIN\b{_IS})(\d\d[0-9A-Z]{{8,18}})(?!\w)",
        r"\d\d[A-Z]{5}\d{4}[A-Z][0-9A-Z]Z[0-9A-Z]",
        "is no GSTIN: 15 characters",
    ),
    Number(("eori",), rf"(?i:\bEORI\b{_IS})((?:GB|XI)\d{{6,16}})(?!\w)", r"(?:GB|XI)\d{12}", "is no EORI: 12 digits"),
    Number(("imei",), rf"(?i:\bIMEI\b{_IS})(\d{{10,20}})(?!\w)", r"\d{15}", "is no IMEI: 15 digits"),
)  # fmt: skip
_VAT_NAMES = "VAT USt UST MwSt TVA IVA BTW NIP KDV moms".split()
_VAT = re.compile(
    r"\b(?:VAT|USt|UST|MwSt|TVA|IVA|BTW|NIP|KDV|moms)[\w./-]{0,8}"
    r"(?: ?(?:ID|no\.?|number|is|nr\.?|reg\.?|registration|n°|of (?:the )?\w+))*:?\s+"
    r"([A-Z]{2}) ?(U?\d(?: ?\d){4,13}(?:B\d\d)?)(?![\w-]| ?\d)"
)
_VAT_DIGITS = {
    "DE": (9,), "FR": (11,), "IT": (11,), "PL": (10,), "GB": (9, 12), "SE": (12,), "DK": (8,), "FI": (8,), "PT": (9,),
    "BE": (10,), "LU": (8,), "EE": (9,), "GR": (9,), "EL": (9,), "HU": (8,), "MT": (8,), "SI": (8,), "CZ": (8, 9, 10),
    "SK": (10,), "HR": (11,), "LV": (11,), "LT": (9, 12), "BG": (9, 10), "RO": (2, 3, 4, 5, 6, 7, 8, 9, 10),
    "AT": (8,), "NL": (11,), "CY": (8,),
}  # fmt: skip


@cache
def _form(written: str) -> re.Pattern[str]:
    return re.compile(written)


def misnumbered(text: str, low: str) -> Iterator[tuple[int, str, str]]:
    """Where a number begins that cannot be one, the number, and what is wrong with it."""
    seen: set[int] = set()
    for number in _NUMBERS:
        for name in number.names:
            if name in low:
                break
        else:
            continue
        for match in _form(number.place).finditer(text):
            value = match.group(1)
            if match.start(1) not in seen and not _form(number.right).fullmatch(value) and "XX" not in value:
                seen.add(match.start(1))
                yield match.start(1), value, number.fault
    for match in _VAT.finditer(text) if any(name in text for name in _VAT_NAMES) else ():
        lengths = _VAT_DIGITS.get(match.group(1))
        if lengths is not None and sum(c.isdigit() for c in match.group(2)) not in lengths:
            said = " or ".join(map(str, lengths))
            value = text[match.start(1) : match.end()]
            yield match.start(1), value, f"is no VAT number of {match.group(1)}: {said} digits"
