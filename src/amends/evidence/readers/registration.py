"""Registrations and licences: of whom, under which number, by which office, since when and until when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from amends.evidence.fields import Read
from amends.evidence.page import Page
from amends.evidence.readers._form import Wanted, best, company, fields, first_day, matched, paper_of
from amends.model.reading import Field

KINDS = ("business-registration", "trademark-certificate", "transparency-confirmation")

_FORM = {
    "holder_name": Wanted(
        "name",
        "entity name | company name | business name | name of company | company | legal name | name of entity | "
        "registered name | "
        "licensee | owner | proprietor | holder | registrant | firma | denomination | denominacion social | "
        "denominazione | "
        "inhaber | titulaire | titular | trade name | name of business | corporate name | applicant",
    ),
    "holder_address": Wanted(
        "text",
        "registered office | registered address | principal office | principal office address | "
        "place of business | "
        "principal place of business | business address | address | siege social | domicilio | sede legale | "
        "sitz | anschrift",
    ),
    "document_number": Wanted(
        "id",
        "company number | entity number | file number | registration number | reg no | registration no | "
        "license no | license number | "
        "licence no | licence number | permit number | certificate number | hrb | number | trade mark no | "
        "trademark no | "
        "serial number | control number | document number | siren | siret | kvk nummer | kvk | ein | "
        "filing number | mark no",
    ),
    "issue_date": Wanted(
        "day", "date of issue | issue date | issued | issued on | extract of | date | ausdruck vom | dated | printed on"
    ),
    "registered_on": Wanted(
        "day",
        "incorporated | date of incorporation | incorporation date | date of formation | formation date | "
        "registered | "
        "registration date | filing date | filed | date filed | immatriculation | fecha de constitucion | "
        "tag der eintragung | effective date",
    ),
    "valid_until": Wanted(
        "day", "expires | expiration date | expiry date | valid until | valid through | expiration | renewal date"
    ),
    "status": Wanted("text", "status | entity status | standing | company status"),
    "issuer_name": Wanted("text", "issued by | issuing authority | registrar | registration authority"),
    "trademark": Wanted("text", "word mark | mark text | name of the mark | trademark name | wortmarke"),
    "goods_class": Wanted(
        "id", "international class | int cl | class | classes | nice class | klasse | classe | clase"
    ),
}
_NAMED = (
    re.compile(r"\bcertif(?:y|ies) that\s+(?P<name>.{2,90}?)\s+(?:is|was|has|,)"),
    re.compile(r"名称[:：]?\s*(?P<name>[^\s法]{2,40})"),
)
_OFFICES = re.compile(
    r"(?i:state of (?-i:(?:New |North |South |West |Rhode )?[A-Z][a-z]+)|city of (?-i:[A-Z][a-z]+)|companies house"
    r"|amtsgericht (?-i:[A-ZÄÖÜ][\wäöüß]+)|greffe du tribunal de commerce(?: de (?-i:[A-Z]\w+))?"
    r"|united states patent and trademark office|(?:european union )?intellectual property office|camera di commercio"
    r"|registro mercantil(?: de (?-i:[A-Z]\w+))?|kamer van koophandel|secretary of state)"
)


def read(pages: Sequence[Page]) -> Read:
    """The fields of a registration."""
    paper = paper_of(pages)
    found: list[Field | None] = list(fields(paper, _FORM))
    names = {field.name for field in found if field is not None}
    if "holder_name" not in names:
        found.append(matched(paper, "holder_name", _NAMED) or company(paper, "holder_name", paper.rows))
    if "issuer_name" not in names and (office := _OFFICES.search(paper.text)):
        piece = paper.piece(office.start(), office.end())
        found.append(paper.field("issuer_name", office.group(), piece) if piece else None)
    if not names & {"issue_date", "registered_on"}:
        found.append(first_day(paper))
    return Read(best(found))
