"""Papers of transport and customs: who sent what to whom, when, by which carrier."""

from __future__ import annotations

from collections.abc import Sequence

from amends.evidence.fields import Read
from amends.evidence.page import Page
from amends.evidence.readers._form import Wanted, best, fields, first_day, paper_of
from amends.model.reading import Field

KINDS = ("bill-of-lading", "customs-declaration")

_FORM = {
    "document_number": Wanted(
        "id",
        "bol | bol number | b l no | bill of lading no | bill of lading number | awb no | waybill no | "
        "entry number | mrn",
    ),
    "shipper": Wanted(
        "name", "shipper | ship from | exporter | consignor | absender | expediteur | shippers name and address"
    ),
    "consignee": Wanted(
        "name",
        "consignee | ship to | importer of record | importer | empfanger | destinataire | consignees name and address",
    ),
    "carrier": Wanted("name", "carrier | carrier name | vessel | ocean vessel | frachtfuhrer"),
    "issue_date": Wanted(
        "day", "date | ship date | shipped on board | date of issue | import date | entry date | pickup date"
    ),
}


def read(pages: Sequence[Page]) -> Read:
    """The fields of a paper of transport."""
    paper = paper_of(pages)
    found: list[Field | None] = list(fields(paper, _FORM))
    if not any(field is not None and field.name == "issue_date" for field in found):
        found.append(first_day(paper))
    return Read(best(found))
