"""The file was written in a word processor or a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amends.evidence.check import Said
from amends.evidence.sign import sign
from amends.evidence.traces import Traces

_OFFICE = re.compile(
    r"microsoft\W{0,3}(?:office )?(?:word|excel|powerpoint|publisher)|google "
    r"(?:docs|sheets)|skia/pdf.{0,20}google docs|"
    r"writer|libreoffice \d|openoffice|apple pages|\bpages\b|\bnumbers\b|\bwps\b|kingsoft|quartz pdfcontext.{0,20}word",
    re.IGNORECASE,
)
_KINDS = frozenset(("supplier-invoice", "distributor-invoice", "commercial-invoice", "lab-report", "test-report"))


@sign(
    "SG02",
    "made-with-an-office-program",
    level="note",
    source="Seller Forums 0921878a and 455209: a Word file exported to PDF was taken for forged",
    bad=({"producer": "Microsoft® Word 2019"}, {"creator": "Google Docs", "kind": "test-report"}),
    good=({"producer": "Microsoft® Word 2019", "kind": "letter-of-authorization"}, {"producer": "Sage 200"}, {}),
)
def made_with_an_office_program(seen: Traces) -> Iterator[Said]:
    """An invoice or a report that comes from Word, Excel or the like, where anybody can write anything.

    Honest reasons: many small suppliers write their invoices there. It helps to have the supplier confirm the invoice
    in an e-mail of its own, and to add the proof of payment.
    """
    if seen.reading.kind not in _KINDS:
        return
    told = next((told for told in (seen.producer, seen.creator) if _OFFICE.search(told[:200])), "")
    if told:
        yield Said(
            f"The file says that it was written with “{told[:80]}”. Small suppliers do write invoices there, but such "
            "files were taken for home-made before.",
            "Ask the supplier whether its accounting system can issue it; if not, add the proof of payment and the "
            "supplier's e-mail that it came with.",
        )
