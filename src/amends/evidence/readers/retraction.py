"""Retractions: which complaint, which ASINs, that it was an error or is withdrawn, and who says so.

What a retraction has to say: `docs/sources.md`, retractions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from amends.evidence.fields import Read
from amends.evidence.page import Page
from amends.evidence.paper import Paper
from amends.evidence.readers._form import (
    Wanted,
    best,
    contact,
    fields,
    first_day,
    identifiers,
    letterhead,
    matched,
    paper_of,
)
from amends.model.reading import Field
from amends.text import sentences

KINDS = ("retraction-confirmation",)

_FORM = {
    "issue_date": Wanted("day", "date | sent | dated | datum | fecha | data"),
    "issuer_name": Wanted("text", "from | sender | rights owner | name of rights owner | complainant | von | de"),
    "holder_name": Wanted("name", "seller | seller name | store name | merchant | merchant name"),
    "receiver": Wanted("text", "to | an"),
    "subject": Wanted("text", "subject | re | betreff | objet | asunto | oggetto"),
}
_NUMBER = re.compile(
    r"\b(?:complaint|case|reference|report|notice|beschwerde|plainte|queja|reclamo|infringement)s?"
    r"(?:\s(?:id|no|nr|number|numbers|ids|num|n°))?s?\.?\s*[:#°]?\s*(?P<ids>\d{8,14}(?:\s*(?:,|and|und|et|y|&|;)\s*\d{8,14})*)",
    re.IGNORECASE,
)
_ID = re.compile(r"\d{8,14}")
_ERROR = re.compile(
    r"\b(?:in error|by mistake|mistakenly|an? (?:error|mistake)|erroneous\w*)\b"
    r"|\b(?:irrtümlich|par erreur|por error|per errore)\b",
    re.IGNORECASE,
)
_WITHDRAWN = re.compile(
    r"\b(?:hereby|we|i|have|has been|is|are|was|to|fully)\s+(?:\w+\s){0,2}?(?:retract\w*|withdr\w+)\b"
    r"|\b(?:ziehen|nehmen)\b.{1,80}\bzurück\b|\bzurückgezogen\b|\b(?:retirons|retiramos|ritiriamo)\b|撤回|撤诉",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:please|ask you|could you|would you|request that|in exchange|if you|once you|after you)\b", re.IGNORECASE
)
_AGAINST = (
    re.compile(
        r"\b(?:complaint|report|notice)s?\b[^.!?]{0,40}?\b(?:against|about the seller|concerning)\s+"
        r"(?P<name>[A-Z][^.,!?]{1,60}?)(?=\s+(?:in error|by|was|were|on|for|and|is)\b|[.,!?])"
    ),
)


def read(pages: Sequence[Page]) -> Read:
    """The fields of a retraction."""
    paper = paper_of(pages)
    found: list[Field | None] = list(fields(paper, _FORM))
    names = {field.name for field in found if field is not None}
    found += _complaints(paper)
    found += identifiers(paper, "asin", "asins")
    for value, pattern in (("error", _ERROR), ("withdrawn", _WITHDRAWN)):
        for said in sentences(paper.text):
            if pattern.search(said.quote) and not _ASKED.search(said.quote):
                piece = paper.piece(said.start, said.end)
                if piece is not None:
                    found.append(paper.field("statement", value, piece))
                break
    if "holder_name" not in names:
        found.append(matched(paper, "holder_name", _AGAINST))
    if "issuer_name" not in names:
        found.append(letterhead(paper))
    if "issue_date" not in names:
        found.append(first_day(paper))
    found += contact(paper)
    return Read(best(found))


def _complaints(paper: Paper) -> Iterator[Field]:
    for match in _NUMBER.finditer(paper.text):
        for number in _ID.finditer(match["ids"]):
            start = match.start("ids") + number.start()
            piece = paper.piece(start, start + len(number.group()))
            if piece is not None:
                yield paper.field("complaint_number", number.group(), piece)
