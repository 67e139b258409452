"""The data that an e-invoice carries: found, bounded, and held against the page."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from amends import catalog
from amends.evidence.carried import carried
from amends.evidence.formats import pdf
from amends.evidence.look import look
from amends.model.reading import Reading

KNOWN = catalog.load()
DATA = """<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
 xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
 xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
 <rsm:ExchangedDocumentContext>
  <ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn:factur-x.eu:1p0:minimum</ram:ID>
 </ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>
 <rsm:ExchangedDocument><ram:ID>MR-78120</ram:ID><ram:TypeCode>380</ram:TypeCode>
  <ram:IssueDateTime><udt:DateTimeString format="102">20260114</udt:DateTimeString></ram:IssueDateTime>
 </rsm:ExchangedDocument>
 <rsm:SupplyChainTradeTransaction>
  <ram:ApplicableHeaderTradeAgreement>
   <ram:SellerTradeParty><ram:Name>Marlow &amp; Reed Supply Co.</ram:Name></ram:SellerTradeParty>
   <ram:BuyerTradeParty><ram:Name>Birch and Fern Trading LLC</ram:Name></ram:BuyerTradeParty>
  </ram:ApplicableHeaderTradeAgreement>
  <ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
   <ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:GrandTotalAmount>1071.00</ram:GrandTotalAmount>
   </ram:SpecifiedTradeSettlementHeaderMonetarySummation>
  </ram:ApplicableHeaderTradeSettlement>
 </rsm:SupplyChainTradeTransaction>
</rsm:CrossIndustryInvoice>
"""
PAGE = (
    "Marlow & Reed Supply Co.",
    "18 Mill Lane, York YO1 7EP, United Kingdom",
    "INVOICE",
    "Invoice Number: MR-78120",
    "Invoice Date: 14 January 2026",
    "Bill To: Birch and Fern Trading LLC",
    "Subtotal: EUR 900.00",
    "VAT 19%: EUR 171.00",
    "Total: EUR 1,071.00",
)


def drawn(data: bytes, name: str = "factur-x.xml", page: tuple[str, ...] = PAGE) -> bytes:
    """A PDF with a page of lines and a file inside."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(612, 792), invariant=1)
    for at, line in enumerate(page):
        canvas.drawString(50, 740 - 22 * at, line)
    canvas.save()
    with pypdfium2.PdfDocument(out.getvalue()) as document:
        document.new_attachment(name).set_data(data)
        made = io.BytesIO()
        document.save(made)
    return made.getvalue()


def looked(data: bytes, page: tuple[str, ...] = PAGE) -> Reading:
    file = drawn(data, page=page)
    return look(pdf.read(file, "a.pdf"), "a.pdf", "pdf", KNOWN, data=file)


def test_the_data_of_an_e_invoice_is_found() -> None:
    assert dict(carried(drawn(DATA.encode()))) == {
        "invoice_number": "MR-78120",
        "invoice_date": "2026-01-14",
        "supplier_name": "Marlow & Reed Supply Co.",
        "buyer_name": "Birch and Fern Trading LLC",
        "currency": "EUR",
        "total": "1071.00",
    }


def test_the_first_version_of_the_format_names_its_parts_otherwise() -> None:
    first = (
        DATA.replace("rsm:CrossIndustryInvoice", "rsm:CrossIndustryDocument")
        .replace("rsm:ExchangedDocument>", "rsm:HeaderExchangedDocument>")
        .replace("ApplicableHeaderTradeSettlement", "ApplicableSupplyChainTradeSettlement")
        .replace("SettlementHeaderMonetary", "SettlementMonetary")
    )

    assert carried(drawn(first.encode(), "ZUGFeRD-invoice.xml")) == carried(drawn(DATA.encode()))


def test_a_page_that_says_the_same_gives_no_sign_and_no_doubt() -> None:
    reading = looked(DATA.encode())

    assert {"invoice_number", "total"} <= {field.name for field in reading.fields if field.sure}
    assert not [check for check in reading.signs if check.name == "carried-data-differs"]
    assert not [doubt for doubt in reading.doubts if "carries" in doubt]


@pytest.mark.parametrize(
    ("was", "is_", "name"),
    [
        ("<ram:ID>MR-78120", "<ram:ID>MR-78121", "invoice_number"),
        ("20260114", "20250114", "invoice_date"),
        ("1071.00", "171.00", "total"),
        (">Birch and Fern Trading LLC", ">Alder Imports Inc.", "buyer_name"),
    ],
)
def test_a_page_that_says_something_else_is_told_with_both(was: str, is_: str, name: str) -> None:
    reading = looked(DATA.replace(was, is_).encode())
    told = [check for check in reading.signs if check.name == "carried-data-differs"]

    assert [[field.name for field in check.fields] for check in told] == [[name]]
    page = reading.sure(name)
    assert page is not None
    assert page.value in told[0].message


def test_what_the_page_says_stands_whatever_the_data_says() -> None:
    changed = looked(DATA.replace("1071.00", "9999.00").replace("MR-78120", "ZZ-1").encode())

    assert changed.fields == looked(DATA.encode()).fields


def test_entities_and_document_types_are_not_followed() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "MR-1"><!ENTITY c "&b;&b;&b;&b;">]>'

    assert () == carried(drawn(DATA.replace("<rsm:Cross", f"{bomb}<rsm:Cross", 1).replace("MR-78120", "&c;").encode()))


def test_data_larger_than_any_invoice_is_left_alone() -> None:
    assert () == carried(drawn(DATA.encode() + b" " * 3_000_000))


def test_other_files_in_a_pdf_are_no_invoice_and_are_named() -> None:
    file = drawn(b"<html></html>", "notes.html")

    assert () == carried(file)
    assert any("notes.html" in doubt for doubt in pdf.read(file, "a.pdf").doubts)


@given(st.integers(0, len(DATA)), st.binary(max_size=8))
def test_damaged_data_is_no_data_or_some(at: int, noise: bytes) -> None:
    data = DATA.encode()

    assert all(isinstance(value, str) for _, value in carried(drawn(data[:at] + noise + data[at:])))
