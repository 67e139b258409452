from datetime import date

import pytest
import typst
from pdf_file import lines, locked, pdf

from amends.errors import Unreadable
from amends.notice.message import open_message


def test_lines_of_all_pages_are_read_in_order() -> None:
    message = open_message(pdf(lines("Hello,", "your listing is removed."), lines("Send invoices.")), "notice.pdf")

    assert message.text == "Hello,\nyour listing is removed.\n\nSend invoices."
    assert message.format == "pdf"


def test_a_gap_on_the_page_becomes_an_empty_line() -> None:
    message = open_message(pdf(lines("Hello,", "", "your listing is removed.", "It stays so.")), "n.pdf")

    assert message.text == "Hello,\n\nyour listing is removed.\nIt stays so."


def test_lines_drawn_out_of_order_are_read_from_top_to_bottom() -> None:
    page = lines("second line here", top=300) + lines("first line here", top=314)

    assert open_message(pdf(page), "n.pdf").text == "first line here\nsecond line here"


def test_content_decides_over_the_name() -> None:
    assert open_message(pdf(lines("Hello")), "notice.txt").format == "pdf"


def test_a_printed_mail_tells_its_head() -> None:
    source = r"""#set page(width: 14cm, height: 10cm)
From: Amazon \<seller-performance\@amazon.de\> \
Date: Sun, Jun 1, 2014 at 8:29 AM \
Subject: Ihr Verkäuferkonto

Guten Tag, Ihr Konto wurde gesperrt. ASIN: B0QQ12AB34 – €5
"""
    message = open_message(typst.compile(source.encode()), "mail.pdf")

    assert message.received == date(2014, 6, 1)
    assert message.sender == "seller-performance@amazon.de"
    assert message.subject == "Ihr Verkäuferkonto"
    assert message.text.endswith("Guten Tag, Ihr Konto wurde gesperrt. ASIN: B0QQ12AB34 – €5")


def test_pages_without_text_are_named_in_a_doubt() -> None:
    message = open_message(pdf(lines("Hello"), b"0 0 m 100 100 l S"), "n.pdf")

    assert message.doubts == ("No text on page 2 of the PDF; if there are words in a picture, they were not read.",)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (
            pdf(b"0 0 m 100 100 l S"),
            "holds only pictures (a scan or screenshot), no text; save the message itself as text",
        ),
        (locked(b"bold ferret"), "is encrypted with a password; open it"),
        (pdf(lines("Hello"))[:150], "is a broken PDF or was not saved to its end"),
        (pdf(lines("Hello" * 40) * 40_000, packed=True), "holds far more than any letter"),
    ],
)
def test_a_pdf_without_readable_text_says_why_and_what_to_do(data: bytes, why: str) -> None:
    with pytest.raises(Unreadable) as caught:
        open_message(data, "scan.pdf")

    assert str(caught.value).startswith(f"scan.pdf {why}")
    assert str(caught.value).endswith("copy the words of the message into a .txt file.")


def test_only_so_many_pages_are_read() -> None:
    message = open_message(pdf(*[lines(f"page {n}") for n in range(1, 71)]), "n.pdf")

    assert message.text.endswith("page 60")
    assert message.doubts == ("The PDF has 70 pages; only the first 60 were read.",)
