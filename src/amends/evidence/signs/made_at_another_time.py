"""The file is older than the date on it, or much younger."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from amends.dates import written
from amends.evidence.check import Said
from amends.evidence.sign import sign
from amends.evidence.traces import Traces

_LONG = 90
_INVOICES = frozenset(("supplier-invoice", "distributor-invoice", "commercial-invoice"))
# What programs write that know no time: the beginnings of their calendars.
_NO_TIME = frozenset((date(1970, 1, 1), date(1980, 1, 1), date(2000, 1, 1), date(2001, 1, 1)))
_DATES = ("invoice_date", "issue_date")


@sign(
    "SG11",
    "made-at-another-time",
    level="note",
    bad=({"created": datetime(2025, 10, 1)}, {"created": datetime(2026, 3, 10)}),
    good=({"created": datetime(2025, 11, 4)}, {"created": datetime(2025, 12, 20)}, {"created": datetime(2000, 1, 1)}),
)
def made_at_another_time(seen: Traces) -> Iterator[Said]:
    """The day on which the file was made does not go with the date that is written on it.

    Honest reasons: the supplier printed it again from its books (then it says so, or is asked to), it was scanned
    later,
    a clock was wrong; an invoice dated ahead was written before.
    """
    field = next((field for name in _DATES if (field := seen.reading.sure(name))), None)
    if field is None or seen.created is None or seen.created.date() in _NO_TIME:
        return
    try:
        dated = date.fromisoformat(field.value)
    except ValueError:
        return
    days = (seen.created.date() - dated).days
    if days < -1:
        yield Said(
            f"The file was made on {written(seen.created.date())}, {-days} days before the date on it "
            f"({written(dated)}). A wrong clock or an invoice dated ahead explains that; a reviewer will wonder.",
            "Ask the supplier when it was written, and for the invoice from its system.",
            (field,),
            "warning",
        )
    elif days > _LONG and not seen.reading.scanned and seen.reading.kind in _INVOICES:
        yield Said(
            f"The file was made on {written(seen.created.date())}, {days} days after the date on it "
            f"({written(dated)}). "
            "A copy printed later from the supplier's books looks so, and so does an invoice written afterwards.",
            "If it is a later copy, let the supplier write that on it or confirm it by e-mail.",
            (field,),
        )
