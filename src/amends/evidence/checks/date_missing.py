"""A document without a day."""

from __future__ import annotations

from collections.abc import Iterator

from amends.evidence.check import Said, check
from amends.evidence.seen import Seen
from amends.needed import INVOICES


@check(
    "DC02",
    "date-missing",
    level="error",
    kinds=INVOICES,
    source="Seller Forums staff post 8be798a9: dated within 365 days before the notice",
    bad=({"invoice_date": None}, {"invoice_date": ("2025-11-04", 0.3)}),
    good=({},),
)
def date_missing(seen: Seen) -> Iterator[Said]:
    """An invoice on which no day of issue was found.

    Without the day nobody can tell whether the purchase lies within the time that Amazon asks for.
    """
    doubtful = seen.doubtful("invoice_date")
    if doubtful is not None:
        yield Said(
            f"The date is not sure: “{doubtful.quote or doubtful.value}” may be {doubtful.value}.",
            "Look at the document and say its day with --dated.",
            (doubtful,),
            "warning",
        )
    elif seen.day("invoice_date") is None and seen.exhibit.dated is None:
        yield Said(
            "No date of issue was found.",
            "If it stands there, say it with --dated; if not, ask the supplier to issue the invoice anew with it.",
            (),
            "warning" if seen.reading.scanned or not seen.reading.fields else None,
        )
