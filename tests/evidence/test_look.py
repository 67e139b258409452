"""Looking at a document: kind, fields of its kind, doubts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.evidence.drawing import Written, documents, drawn, plain

from amends import catalog
from amends.evidence import readers
from amends.evidence.formats import Contents, Picture
from amends.evidence.look import look
from amends.evidence.page import Page
from amends.evidence.paper import Paper

KNOWN = catalog.load()
DOCUMENTS = {document.remark: document for document in documents()}
EXPECTED = [document for document in DOCUMENTS.values() if document.fields]
INVOICE = ("# INVOICE", "Marlow Wholesale Inc", "Invoice no. MR-20", "Bill to: Birch LLC", "Lamp | 10 | 3.00 | 30.00")


def said(document: Written, way: str) -> set[tuple[str, str]]:
    """The fields that are sure enough to be used."""
    read = readers.read(document.kind, drawn(document, way))
    return {(field.name, field.value) for field in read.fields if field.confidence >= 0.5}


@pytest.mark.parametrize("document", EXPECTED, ids=lambda document: document.remark)
def test_the_fields_of_a_document_are_read_and_no_wrong_one(document: Written) -> None:
    assert set(document.fields) == said(document, "plain")


@pytest.mark.parametrize("way", ["reportlab", "typst"])
def test_fields_are_found_however_it_was_drawn(way: str) -> None:
    latin = [document for document in EXPECTED if all(ord(c) < 0x2E80 for line in document.lines for c in line)]
    pairs = [(set(document.fields), said(document, way)) for document in latin]
    right = sum(len(wanted & found) for wanted, found in pairs)

    assert right >= 0.95 * sum(len(wanted) for wanted, _ in pairs)
    assert right >= 0.95 * sum(len(found) for _, found in pairs)


def test_enough_kinds_have_expected_fields() -> None:
    assert len({document.kind for document in EXPECTED}) >= 20


@pytest.mark.parametrize("document", EXPECTED, ids=lambda document: document.remark)
def test_every_field_has_a_place_on_its_page_that_holds_its_quote(document: Written) -> None:
    pages = drawn(document, "plain")

    for field in readers.read(document.kind, pages).fields:
        box = field.place.box
        page = pages[field.place.page - 1]
        assert 0 <= box.left < box.right <= page.width * 2
        assert 0 <= box.top < box.bottom <= page.height
        # The labels of an identity document stand beside its numbers, so that its quote is only the day.
        if document.kind != "identity-document":
            assert all(word in page.text for word in field.quote.split())


def contents(lines: tuple[str, ...], picture: Picture | None = None) -> Contents:
    return Contents(plain(lines), 1, (picture,) if picture else ())


def test_the_kind_that_the_seller_says_stands_with_a_doubt() -> None:
    lines = ("# PROFORMA INVOICE", "PI No. 7", "Lamp | 10 | 3.00 | 30.00", "Total 30.00, deposit 12.00")

    told = look(contents(lines), "invoice.pdf", "pdf", KNOWN)
    said_so = look(contents(lines), "invoice.pdf", "pdf", KNOWN, "supplier-invoice")

    assert "pro-forma-invoice" == told.kind
    assert ("supplier-invoice", 1.0) == (said_so.kind, said_so.kind_confidence)
    assert any("Pro-forma" in doubt for doubt in said_so.doubts)


def test_an_unknown_kind_from_the_seller_is_left_to_the_pages() -> None:
    assert "supplier-invoice" == look(contents(INVOICE), "a.pdf", "pdf", KNOWN, "no-such-kind").kind


@pytest.mark.parametrize(
    ("picture", "kind"),
    [
        (Picture(1, 1920, 1080), "invoice-screenshot"),
        (Picture(1, 1170, 2532, 72.0), "invoice-screenshot"),
        (Picture(1, 1700, 2200, 200.0), "supplier-invoice"),
        (Picture(1, 3024, 4032), "supplier-invoice"),
        (Picture(1, 1200, 1920, 150.0), "supplier-invoice"),
    ],
)
def test_an_invoice_on_a_screen_is_a_screenshot(picture: Picture, kind: str) -> None:
    assert kind == look(contents(INVOICE, picture), "scan.png", "png", KNOWN).kind


def test_words_of_a_window_make_a_screenshot() -> None:
    lines = ("https://portal.example/invoice/20", "Reply Forward Inbox", *INVOICE, *("Lamp | 1 | 2.00 | 2.00",) * 30)

    found = look(contents(lines, Picture(1, 1500, 1100)), "scan.png", "png", KNOWN)

    assert "invoice-screenshot" == found.kind
    assert "reply forward" in found.because
    assert any(field.name == "invoice_number" for field in found.fields)


def test_nothing_on_the_pages_is_unknown_or_what_the_name_says() -> None:
    blank = Contents((Page(1, 612, 792, (), scanned=True),), 1)

    assert "unknown" == look(blank, "scan0001.pdf", "pdf", KNOWN).kind
    assert "utility-bill" == look(blank, "water bill.pdf", "pdf", KNOWN).kind
    assert (1,) == look(blank, "scan0001.pdf", "pdf", KNOWN).scanned


def test_doubts_and_text_of_the_file_are_kept() -> None:
    held = replace(contents(INVOICE), doubts=("Page 2 is broken and was left out.",), count=2)

    found = look(held, "a.pdf", "pdf", KNOWN)

    assert held.doubts == found.doubts
    assert 2 == found.pages
    assert "MR-20" in found.text


def test_identity_papers_and_bills_give_no_numbers() -> None:
    for document in DOCUMENTS.values():
        if document.kind in ("identity-document", "bank-statement", "utility-bill"):
            names = {field.name for field in readers.read(document.kind, drawn(document, "plain")).fields}
            assert not names & {"document_number", "account_number", "iban", "birth_date"}, document.remark
            if document.kind == "identity-document":
                assert names <= {"valid_until"}


def test_days_keep_their_places_in_a_long_text() -> None:
    paper = Paper(plain(("until 01/02/2026 " * 3000,)))
    looked = paper.days

    assert 3000 == len(looked)
    assert [day.start for day in looked] == sorted(day.start for day in looked)
    field = paper.day_at("valid_until", looked[2000].start, looked[2000].start + 1)
    assert field is not None
    assert field.confidence < 0.5
