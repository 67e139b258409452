"""Records of the seller's own: procedures, check sheets, counts, reviews, screens. When, by whom, which products."""

from __future__ import annotations

from collections.abc import Sequence

from amends.evidence.fields import Read
from amends.evidence.page import Page
from amends.evidence.readers._form import Wanted, best, fields, first_day, identifiers, paper_of
from amends.model.reading import Field

KINDS = (
    "procedure",
    "quality-procedure",
    "inventory-record",
    "investigation-record",
    "review-record",
    "supplier-check",
    "listing-screenshot",
    "settings-screenshot",
    "account-health-report",
    "search-record",
    "permissions-log",
    "organization-chart",
    "chain-of-custody",
)

_FORM = {
    "issue_date": Wanted(
        "day",
        "date | dated | printed | printed on | as of | counted on | datum | fecha | last updated | updated | "
        "report date | in use since",
    ),
    "valid_from": Wanted(
        "day",
        "valid from | effective date | effective from | in force | in force since | in force from | gultig ab | "
        "en vigueur",
    ),
    "owner": Wanted("text", "owner | document owner | responsible | verantwortlich | responsable"),
    "counted_by": Wanted("text", "counted by | counted | checked by | prepared by | author"),
    "approved_by": Wanted("text", "approved by | freigegeben von | approuve par"),
    "version": Wanted("id", "version | revision | rev"),
}


def read(pages: Sequence[Page]) -> Read:
    """The fields of a record."""
    paper = paper_of(pages)
    found: list[Field | None] = list(fields(paper, _FORM))
    if not {field.name for field in found if field is not None} & {"issue_date", "valid_from"}:
        found.append(first_day(paper))
    found += identifiers(paper, "asin", "asins")
    return Read(best(found))
