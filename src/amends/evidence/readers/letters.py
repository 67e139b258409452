"""Letters and messages: from whom, to whom, when, about what, and which complaints, products and orders they name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from amends.evidence.fields import Read
from amends.evidence.page import Page
from amends.evidence.readers._form import Wanted, best, contact, fields, first_day, identifiers, letterhead, paper_of
from amends.model.reading import Field

KINDS = (
    "supplier-correspondence",
    "rights-owner-correspondence",
    "owner-statement",
    "termination-record",
    "supplier-agreement",
    "sale-agreement",
)

_FORM = {
    "issuer_name": Wanted("text", "from | sender | von | de"),
    "receiver": Wanted("text", "to | an | a | recipient"),
    "issue_date": Wanted("day", "date | sent | dated | datum | fecha | data | gesendet | envoye"),
    "subject": Wanted("text", "subject | re | betreff | objet | asunto | oggetto"),
}
_COMPLAINT = re.compile(
    r"\bcomplaints?\b(?:\s(?:id|no|number))?s?\.?[:#\s]*(?P<ids>\d{8,14}(?:\s*(?:,|and|&)\s*\d{8,14})*)", re.IGNORECASE
)
_ID = re.compile(r"\d{8,14}")


def read(pages: Sequence[Page]) -> Read:
    """The fields of a letter; of a chain of messages those of the first."""
    paper = paper_of(pages)
    found: list[Field | None] = list(fields(paper, _FORM))
    names = {field.name for field in found if field is not None}
    if "issuer_name" not in names:
        found.append(letterhead(paper))
    if "issue_date" not in names:
        found.append(first_day(paper))
    for match in _COMPLAINT.finditer(paper.text):
        for number in _ID.finditer(match["ids"]):
            start = match.start("ids") + number.start()
            piece = paper.piece(start, start + len(number.group()))
            found.append(paper.field("complaint_number", number.group(), piece) if piece else None)
    found += identifiers(paper, "asin", "asins")
    found += identifiers(paper, "order", "orders")
    found += contact(paper)
    return Read(best(found))
