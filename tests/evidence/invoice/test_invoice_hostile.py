"""Pages that are no invoice, and pages that nobody would write: nothing wrong is sure, and nothing breaks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.evidence.invoice.drawn import page, pages
from tests.evidence.invoice.layouts import LAYOUTS

from amends.evidence import readers
from amends.evidence.page import Page, Word
from amends.model.reading import Box

PAPERS = {
    "letter": """
Hollins & Reed LLP
40 Court Street, Boston, MA 02108                          March 3, 2026

Dear Ms Okafor,

we refer to your notice of 24 February 2026 and confirm that our client
withdraws its complaint no. 16509328131 about the product B0ABCD1234.
The amount of 250.00 that was agreed has been received.

Sincerely,
Petra Hollins
""",
    "statement": """
Albion Mercantile Bank                                  Statement of account
Account holder: Alderpoint Retail Limited               Page 1 of 3
22 Mill Lane, Leeds LS1 4AP                             Sort code 00-00-00

Date          Description                        Paid out     Paid in     Balance
02 Mar 2026   Card payment Calder & Voss           554.40                 1,204.10
05 Mar 2026   Transfer Amazon Payments                          880.00    2,084.10
""",
    "timetable": """
Route 7                 Monday to Friday
Mill Lane      06:12    07:12    08:12
Station        06:25    07:25    08:25
""",
    "register": """
Company register: extract
Company       FERNHILL & DAUGHTERS LTD
Number        09990417
Registered office   Unit 6, Weir Mill, Todmorden OL14 9ZZ
Incorporated  11 May 2015
""",
    "certificate": """
Certificate of Analysis                               Lot 2026-0311
Product: Hearthmoss balm                              Date of test: 11 March 2026
Parameter       Method        Limit       Result
Lead            ICP-MS        10 ppm      < 0.5 ppm
Arsenic         ICP-MS         3 ppm      < 0.2 ppm
""",
}


@pytest.mark.parametrize("name", PAPERS)
def test_what_is_no_invoice_gives_no_invoice_number_no_total_and_no_goods_that_are_sure(name: str) -> None:
    read = readers.read("supplier-invoice", [page(PAPERS[name])])

    sure = {field.name for field in read.fields if field.confidence >= 0.5}

    assert set() == sure & {"invoice_number", "total", "subtotal", "tax", "buyer_name", "order_number"}
    assert [] == [line for line in read.lines if line.confidence >= 0.5]


def test_a_due_date_alone_is_no_invoice_date() -> None:
    read = readers.read(
        "supplier-invoice", [page("Harrow Ltd\nINVOICE  No. H-100\nDue date: 13/04/2026\nTotal GBP 12.00")]
    )

    assert [] == [field for field in read.fields if field.name == "invoice_date" and field.confidence >= 0.5]


def test_a_date_that_nothing_settles_is_unsure_and_one_that_the_country_settles_is_sure() -> None:
    def day(*more: str) -> tuple[str, bool]:
        lines = ["Invoice No: H-100", "Invoice date: 03/04/2026", "Total: 12.00", *more]
        read = readers.read("supplier-invoice", [page("\n".join(lines))])
        found = next(field for field in read.fields if field.name == "invoice_date")
        return found.value, found.confidence >= 0.5

    assert not day()[1]
    assert ("2026-04-03", True) == day("", "From: Harrow Ltd", "1 Mill Lane, Leeds LS1 4AP")
    assert ("2026-03-04", True) == day("", "From: Harrow LLC", "1 Mill Lane, Salem, OR 97301")
    assert ("2026-04-03", True) == day("Delivery date: 25/03/2026")
    assert ("2026-03-04", True) == day("Due date: 04/18/2026")


def test_a_bare_dollar_without_a_country_is_unsure() -> None:
    read = readers.read("supplier-invoice", [page("Invoice No: H-100\nTotal: $12.00")])

    assert all(field.confidence < 0.5 for field in read.fields if field.name == "currency")


def test_two_invoices_in_one_file_are_kept_apart() -> None:
    first = "Harrow Ltd\nInvoice No: H-100   Invoice date: 2026-03-01\nTotal: EUR 12.00"
    second = "Harrow Ltd\nInvoice No: H-101   Invoice date: 2026-03-09\nTotal: EUR 19.00"

    read = readers.read("supplier-invoice", pages(first, second))

    told = [(field.value, field.place.page) for field in read.fields if field.name in ("invoice_number", "total")]
    assert [("H-100", 1), ("12.00", 1), ("H-101", 2), ("19.00", 2)] == told


TEXTS = st.sampled_from(
    "Invoice No: # | · , Date Total 12,50 1.234 03/04/2026 Qty Description Price Amount Bill to: From: VAT 19 % € $ USD"
    " Ltd GmbH +49 711 5550123 a@b.example www.x.example B0ABCD1234 036000291452 2026年3月14日 发票号码：123 金额"
    " - -- ( ) x @ ,"
    " (EUR) :: #: : Tel. Attn: EAN SKU: Σ 12,34,567.00 ½ 1'234.50 Page 1 of 2 Subtotal".split(" ")
)
WORDS = st.builds(
    lambda text, x, y, wide, high: Word(text, Box(x, y, x + wide, y + high), 0.9),
    TEXTS,
    st.integers(0, 40).map(lambda n: n * 14.0),
    st.integers(0, 30).map(lambda n: n * 11.0),
    st.floats(0, 60),
    st.floats(0, 20),
)


@settings(max_examples=120, deadline=None)
@given(st.lists(WORDS, max_size=60), st.booleans())
def test_no_page_breaks_the_reader_and_every_value_stands_in_bounds(found: list[Word], scanned: bool) -> None:
    read = readers.read("supplier-invoice", [Page(1, 600, 800, tuple(found), scanned)])

    assert all(0 <= field.confidence <= 1 and field.value for field in read.fields)
    assert all(0 <= line.confidence <= 1 for line in read.lines)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(LAYOUTS), st.floats(-0.006, 0.006), st.integers(0, 10_000))
def test_a_scan_that_leans_a_little_is_read_like_the_straight_page(layout: object, tilt: float, seed: int) -> None:
    straight = pages(*layout.pages)  # type: ignore[attr-defined]
    leaning = [
        Page(
            one.number,
            one.width,
            one.height,
            tuple(
                word._replace(
                    box=Box(
                        word.box.left,
                        word.box.top + tilt * word.box.left + (seed * at % 3 - 1) * 0.2,
                        word.box.right,
                        word.box.bottom + tilt * word.box.left + (seed * at % 3 - 1) * 0.2,
                    )
                )
                for at, word in enumerate(one.words)
            ),
            scanned=True,
        )
        for one in straight
    ]

    read = readers.read("supplier-invoice", leaning)

    got = {field.name: field.value for field in read.fields}
    wanted = layout.fields  # type: ignore[attr-defined]
    assert {name: got.get(name) for name in ("invoice_number", "total") if name in wanted} == {
        name: wanted[name] for name in ("invoice_number", "total") if name in wanted
    }


def work(words: list[Word]) -> int:
    """How many calls of Python functions reading a page takes."""
    import sys

    counted = 0

    def count(_frame: object, event: str, _arg: object) -> None:
        nonlocal counted
        counted += event == "call"

    made = [Page(1, 600, 800, tuple(words))]
    sys.setprofile(count)
    try:
        readers.read("supplier-invoice", made)
    finally:
        sys.setprofile(None)
    return counted


SHAPES = {
    "a row without end": lambda at: Box(at * 30.0, 100, at * 30 + 15, 109),
    "a column without end": lambda at: Box(50, at * 12.0, 70, at * 12 + 9),
    "all in one place": lambda at: Box(50, 100, 70, 109),
    "a grid": lambda at: Box(at % 40 * 30.0, at // 40 * 12.0, at % 40 * 30 + 15, at // 40 * 12 + 9),
}
REPEATED = "Invoice No: Total 12,50 03/04/2026 Qty Price Amount Bill to: VAT USD Ltd a@b.example B0ABCD1234".split()


@pytest.mark.parametrize("shape", SHAPES)
def test_the_work_grows_with_the_words_of_a_page_not_with_their_square(shape: str) -> None:
    readers.read("supplier-invoice", [page("Total 5.00")])

    one, two = (
        work([Word(REPEATED[at * 7 % len(REPEATED)], SHAPES[shape](at)) for at in range(number)])
        for number in (1500, 3000)
    )

    assert two < 2.7 * one
