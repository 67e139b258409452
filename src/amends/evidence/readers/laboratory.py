"""Reports of laboratories and inspectors: by whom, on which sample, when, by which standard, with which result."""

from __future__ import annotations

import re
from collections.abc import Sequence

from amends.evidence.fields import Read
from amends.evidence.page import Page
from amends.evidence.paper import LOOSE, Paper
from amends.evidence.readers._form import Wanted, best, fields, first_day, identifiers, letterhead, name_in, paper_of
from amends.evidence.readers.certificate import standards
from amends.model.reading import Field

KINDS = ("lab-report", "test-report", "inspection-report")

_FORM = {
    "document_number": Wanted(
        "id",
        "report no | report number | test report no | test report number | inspection report | certificate no | "
        "coa no | report id | "
        "prufbericht nr | berichtsnummer | rapport n | informe n | job no | inspection report no",
    ),
    "issue_date": Wanted(
        "day",
        "report date | date of report | date of issue | issue date | issued | date reported | date | "
        "inspection date | date of inspection | datum | "
        "date d emission | fecha",
    ),
    "valid_until": Wanted("day", "valid until | valid to | valid through | expiry date | expires | gultig bis"),
    "received_on": Wanted(
        "day", "sample received | date received | received | date of receipt | sample receipt date | probeneingang"
    ),
    "tested_on": Wanted(
        "day", "test date | date of test | testing period | test period | analysis date | date tested | prufzeitraum"
    ),
    "issuer_name": Wanted(
        "name",
        "laboratory | testing laboratory | test laboratory | issued by | tested by | labor | laboratoire | laboratorio",
    ),
    "holder_name": Wanted(
        "name",
        "client | applicant | customer | submitted by | requested by | auftraggeber | demandeur | solicitante | kunde",
    ),
    "product": Wanted(
        "text",
        "product | product name | sample name | sample description | sample | test item | item | "
        "item description | description of sample | "
        "probe | produkt | echantillon | muestra | campione | product description",
    ),
    "model": Wanted("text", "model | model no | model number | item no | style no | type | modell"),
    "lot": Wanted(
        "id", "lot | lot no | lot number | batch | batch no | batch number | charge | chargen nr | lote | lotto"
    ),
    "order_number": Wanted("id", "po | po number | po no | order no | purchase order"),
    "accreditation": Wanted(
        "id",
        "accreditation | accreditation no | accreditation number | certificate | cert | cert no | lab id | "
        "registration no | akkreditierung",
    ),
    "result": Wanted(
        "text",
        "overall result | test result | conclusion | decision | overall conclusion | gesamtergebnis | "
        "resultat | resultado | risultato",
    ),
    "sample_size": Wanted(
        "id", "sample size | units inspected | quantity inspected | units tested | inspected | stichprobe"
    ),
    "signed_by": Wanted(
        "text",
        "lab director | laboratory director | inspector | analyst | approved by | authorized signatory | "
        "signed by | reviewed by | inspected by",
    ),
}
_ACCREDITED = re.compile(
    r"\bISO(?:[ /]IEC)?[ -]?17025\b|\bISO(?:[ /]IEC)?[ -]?17020\b|\bDAkkS\b|\bA2LA\b|\bUKAS\b|\bCNAS\b|\bCOFRAC\b",
    re.IGNORECASE,
)


def read(pages: Sequence[Page]) -> Read:
    """The fields of a report."""
    paper = paper_of(pages)
    found: list[Field | None] = list(fields(paper, _FORM))
    names = {field.name for field in found if field is not None}
    accredited = _ACCREDITED.search(paper.text)
    if accredited and (piece := paper.piece(accredited.start(), accredited.end())):
        found.append(paper.field("accredited_under", accredited.group(), piece))
    if "issuer_name" not in names:
        found.append(letterhead(paper) or _head(paper))
    if "issue_date" not in names:
        found.append(first_day(paper))
    found += standards(paper)
    found += identifiers(paper, "asin", "asins")
    return Read(best(found))


_LABORATORY = re.compile(
    r"\b(?:laborator\w+|labs?|labor|testing|inspection|analytic\w*|certification)\b", re.IGNORECASE
)


_REPORT = re.compile(r"report|certificat|\d|date|zertifikat|:", re.IGNORECASE)


def _head(paper: Paper) -> Field | None:
    """The head of the page that calls itself a laboratory."""
    for row in paper.rows[:4]:
        text = row[0].text
        match = _LABORATORY.search(text)
        if match and len(row[0].words) <= 6 and not _REPORT.search(text):
            return paper.field("issuer_name", name_in(text.split(",")[0]), row[0], LOOSE)
    return None
