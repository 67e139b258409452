"""The invoice that a PDF carries as data beside its page: Factur-X, ZUGFeRD and what else is a Cross Industry Invoice.

Amazon sees the page. So what the data says stands for nothing that the page does not say; it is only held against it.
The data is found among the objects of the file, unpacked up to a limit, and followed without entities or document
types.
"""

from __future__ import annotations

import re
from itertools import islice

from amends.errors import Unreadable
from amends.formats.pdfobjects import Objects, unpacked
from amends.formats.xmlevents import Events, follow
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMES = frozenset(("factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml", "order-x.xml"))
"""What such data is called in a PDF (Factur-X 1.0 and ZUGFeRD 2, 6.2.2; ZUGFeRD 1.0 the second), in small letters."""

_LARGEST = 2 * 1024 * 1024
_MOST_FILES, _MOST_STREAMS = 4, 20_000
_LONGEST_HEAD = 4096
# What a file inside is named by (ISO 32000-1, 7.11.3): the numbers of the objects that hold it.
_INSIDE = re.compile(rb"/EF\s{0,9}<<([^>]{1,200})>>")
_NUMBER = re.compile(rb"/U?F\s{1,9}(\d{1,10})\s{1,9}\d{1,10}\s{1,9}R")
_LONGEST = 200
_DAY = re.compile(r"(\d{4})(\d\d)(\d\d)")
_HEADS = ("ExchangedDocument", "HeaderExchangedDocument")
_PLACES = {
    ("SellerTradeParty", "Name"): "supplier_name",
    ("BuyerTradeParty", "Name"): "buyer_name",
    ("ApplicableHeaderTradeSettlement", "InvoiceCurrencyCode"): "currency",
    ("ApplicableSupplyChainTradeSettlement", "InvoiceCurrencyCode"): "currency",
    ("SpecifiedTradeSettlementHeaderMonetarySummation", "GrandTotalAmount"): "total",
    ("SpecifiedTradeSettlementMonetarySummation", "GrandTotalAmount"): "total",
    **{(head, "ID"): "invoice_number" for head in _HEADS},
}


class _Invoice(Events):
    """The fields of a Cross Industry Invoice, the first value of each."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self._open: list[str] = []
        self._text = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._open.append(name.rpartition(":")[2])
        self._text = ""

    def text(self, text: str) -> None:
        if len(self._text) < _LONGEST:
            self._text += text

    def end(self, name: str) -> None:
        said = " ".join(self._text.split())[:_LONGEST]
        field = _PLACES.get((self._open[-2], self._open[-1])) if len(self._open) > 1 else None
        if self._open[-2:] == ["IssueDateTime", "DateTimeString"] and self._open[-3:-2] in ([head] for head in _HEADS):
            day = _DAY.fullmatch(said)
            field, said = "invoice_date", "-".join(day.groups()) if day else ""
        if field and said:
            self.found.setdefault(field, said)
        self._open.pop()
        self._text = ""


def carried(data: bytes) -> tuple[tuple[str, str], ...]:
    """The fields of the invoice that a PDF carries as data, by their names; none for all other files.

    `data` is the PDF. A date is in the form of ISO 8601; all else is as the data writes it, at most two hundred
    characters.
    """
    if b"/EF" not in data and b"/EmbeddedFile" not in data and b"/ObjStm" not in data:
        return ()
    objects = Objects(data)
    view = memoryview(data)
    streams = list(islice(objects.streams(), _MOST_STREAMS))
    packed, left = [data], _LARGEST
    for stream in streams:
        if b"/ObjStm" in stream.head and left > 0:
            body = unpacked(view[stream.start : stream.end], objects.filters(stream.head), left, stream.head)
            left -= len(body)
            packed.append(body)
    inside = {int(number) for text in packed for found in _INSIDE.findall(text) for number in _NUMBER.findall(found)}
    files = [stream for stream in streams if stream.number in inside or b"/EmbeddedFile" in stream.head]
    for stream in files[:_MOST_FILES]:
        body = unpacked(view[stream.start : stream.end], objects.filters(stream.head), _LARGEST, stream.head)
        if b"CrossIndustry" in body[:_LONGEST_HEAD] and len(body) < _LARGEST:
            invoice = _Invoice()
            try:
                follow(body.strip(), invoice, "The data in the PDF", "leave it out")
            except Unreadable:
                return ()
            return tuple(sorted(invoice.found.items()))
    return ()
