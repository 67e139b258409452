"""Certificates and declarations of conformity: for which product, by whom, to which rule, since when and until when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from amends.evidence.fields import Read
from amends.evidence.page import Page
from amends.evidence.paper import Paper
from amends.evidence.readers._form import Wanted, best, fields, first_day, identifiers, letterhead, matched, paper_of
from amends.model.reading import Field

KINDS = ("compliance-certificate", "certificate-of-authenticity")

_FORM = {
    "document_number": Wanted(
        "id",
        "certificate no | certificate number | certificate nr | declaration no | declaration number | "
        "registration number | report no",
    ),
    "product": Wanted(
        "text",
        "product | product name | product description | name of product | identification of the product | "
        "equipment | "
        "description of product | item | produkt | produit | producto | prodotto | object of the declaration",
    ),
    "model": Wanted(
        "text", "model | model no | model number | type | models | part number | modell | modele | modelo | modello"
    ),
    "issuer_name": Wanted(
        "name",
        "issued by | certification body | notified body | issuing body | certifier | manufacturer | "
        "hersteller | fabricant | fabricante",
    ),
    "holder_name": Wanted("name", "holder | certificate holder | applicant | importer | issued to | company | client"),
    "issue_date": Wanted(
        "day", "date | date of issue | issue date | issued on | issued | datum | fecha | data | place and date of issue"
    ),
    "valid_until": Wanted(
        "day", "valid until | expiry date | expiration date | expires | valid through | gultig bis | valable jusqu'au"
    ),
    "lot": Wanted(
        "id", "lot | lot number | lot no | batch | batch number | batch no | charge | serial number | serial no"
    ),
    "signed_by": Wanted("text", "signed by | signed for and on behalf of | name and function | name"),
}
_MAKER = (
    re.compile(r"\b(?:[Ww]e|[Ww]ir|[Nn]ous|[Nn]osotros|[Nn]oi),\s+(?P<name>[^,]{2,80})"),
    re.compile(r"\bmanufactured by\s+(?P<name>[^,.]{2,80}(?:\.(?=\S))?)"),
)
_PRODUCT = re.compile(
    r"\b(?:that the product|the product|dass (?:die|das|der))\s+(?P<name>.{3,80}?)\s+"
    r"(?:is in|conforms|complies|meets|der richtlinie|with serial|entspricht)",
    re.IGNORECASE,
)
_STANDARD = re.compile(
    r"\b(?:(?:EN|IEC|ISO|ASTM|UL|ANSI|BS|DIN|NF|CSA|AS/NZS|GB)(?:[ /](?:EN|IEC|ISO))*[ -]?[A-Z]?\d[\w./-]*"
    r"(?:(?<=EN \d{3}) \d{3}(?:-\d+)*)?"
    r"|(?:16|21|40|47) CFR(?: Part)? ?\d[\d.]*|20\d\d/\d{1,4}/E[CUG]|RoHS|REACH|CPSIA|FCC Part \d+\w?)"
)


def read(pages: Sequence[Page]) -> Read:
    """The fields of a certificate."""
    paper = paper_of(pages)
    found: list[Field | None] = list(fields(paper, _FORM))
    names = {field.name for field in found if field is not None}
    if "issuer_name" not in names:
        found.append(matched(paper, "issuer_name", _MAKER) or letterhead(paper))
    if "product" not in names:
        found.append(matched(paper, "product", (_PRODUCT,)))
    if "issue_date" not in names:
        found.append(first_day(paper))
    found += standards(paper)
    found += identifiers(paper, "asin", "asins")
    return Read(best(found))


def standards(paper: Paper) -> Iterator[Field]:
    """Every standard and rule that is named, once each."""
    seen: set[str] = set()
    for match in _STANDARD.finditer(paper.text):
        value = match.group().rstrip(".,;:/-")
        if value not in seen and (piece := paper.piece(match.start(), match.start() + len(value))):
            seen.add(value)
            yield paper.field("standards", value, piece)
