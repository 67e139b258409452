"""The PDF: every sentence in it, tagged, the same bytes each time, and nothing becomes markup."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from render_examples import CLEAN, DAY, HOSTILE, LETTER, NOTICE, exhibit

from amends.model import Block, Letter
from amends.render import sheet
from amends.render.form import Answer, answers
from amends.render.letter import normal
from amends.render.page import Page
from amends.render.pdf import sheet_to_pdf, to_pdf

PAGE = Page("Plan of Action", DAY, "Lucja and Son Homewares Ltd · seller ID A2EXAMPLE7TTQ", "UK")


def text_of(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    try:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())
    finally:
        document.close()


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_every_block_of_the_letter_stands_in_the_text_of_the_pdf() -> None:
    found = squeezed(text_of(to_pdf(LETTER, PAGE).data))
    assert [block.text for block in LETTER.blocks if squeezed(block.text) not in found] == []


def test_a_usual_plan_takes_one_or_two_numbered_pages() -> None:
    data = to_pdf(CLEAN, PAGE).data
    assert len(pypdfium2.PdfDocument(data)) <= 2
    assert text_of(data).endswith("1 of 1")


def test_the_file_is_tagged_and_names_its_title_and_language() -> None:
    data = to_pdf(LETTER, PAGE).data
    assert pypdfium2.PdfDocument(data).is_tagged()
    assert pypdfium2.PdfDocument(data).get_metadata_value("Title") == "Plan of Action"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in data
    assert b"/Lang(en-GB)" in data


def test_hostile_text_stays_literal() -> None:
    made = to_pdf(HOSTILE, PAGE)
    assert made.missing == ()
    found = squeezed(text_of(made.data))
    assert [block.text for block in normal(HOSTILE).blocks if squeezed(block.text) not in found] == []


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert to_pdf(LETTER, PAGE) == to_pdf(LETTER, PAGE)


def test_only_the_given_day_goes_into_the_file() -> None:
    data = to_pdf(LETTER, Page("Plan of Action", date(2025, 1, 2))).data
    assert pypdfium2.PdfDocument(data).get_metadata_value("CreationDate").startswith("D:20250102")


@pytest.mark.parametrize(("marketplace", "width"), [("US", 612), ("CA", 612), ("MX", 612), ("DE", 595), (None, 595)])
def test_paper_is_that_of_the_marketplace(marketplace: str | None, width: int) -> None:
    data = to_pdf(CLEAN, Page("Plan of Action", DAY, marketplace=marketplace)).data
    assert int(pypdfium2.PdfDocument(data)[0].get_width()) == width


def test_a_very_long_word_stays_on_the_page() -> None:
    data = to_pdf(Letter((Block("paragraph", "W" * 300),)), PAGE).data
    page = pypdfium2.PdfDocument(data)[0]
    text = page.get_textpage()
    right = max(text.get_charbox(at)[2] for at in range(text.count_chars()))
    assert right < page.get_width() - 60


def test_names_with_accents_and_other_alphabets_are_drawn_with_the_fonts_on_board() -> None:
    names = "Łucja Ólafsdóttir, Žižek, Đỗ Thị, İstanbul, Ελένη, Иван, שלום"
    made = to_pdf(Letter((Block("paragraph", names),)), PAGE)
    assert made.missing == ()
    assert "Ólafsdóttir, Žižek, Đỗ Thị, İstanbul, Ελένη, Иван" in text_of(made.data)


def test_what_no_font_can_draw_is_reported_and_not_lost() -> None:
    made = to_pdf(Letter((Block("paragraph", "Supplier \U0001e900\U0001e901 and \U000102a0 Ltd"),)), PAGE)
    assert set(made.missing) == {"\U0001e900", "\U0001e901", "\U000102a0"}
    assert "Supplier" in text_of(made.data)


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=60))
def test_any_text_makes_a_pdf(text: str) -> None:
    assert to_pdf(Letter((Block("paragraph", text), Block("heading", text))), PAGE).data.startswith(b"%PDF-1.7")


def test_the_sheet_fits_on_one_page_however_much_it_holds() -> None:
    long = "very-long-file-name-that-a-scanner-made-up-" * 2
    exhibits = [exhibit(str(n), f"{long}{n:03}.pdf", b"x", "k" * 90) for n in range(60)]
    boxes = [Answer("Box " * 10, "x", 12000, 5000) for _ in range(3)]
    notice = NOTICE._replace(deadlines=NOTICE.deadlines * 9)
    made = sheet.build("Title " * 20, "retraction", notice, boxes, exhibits, {}, ["深", "圳"])
    assert len(pypdfium2.PdfDocument(sheet_to_pdf(made, PAGE).data)) == 1


def test_the_sheet_says_in_both_forms_the_same() -> None:
    made = sheet.build(
        "Inauthentic item complaints",
        "plan",
        NOTICE,
        answers(CLEAN, "plan"),
        [exhibit("A", "kestrel_bay_KB-20418.pdf", b"x")],
        {"supplier-invoice": "Supplier invoice"},
    )
    found = squeezed(text_of(sheet_to_pdf(made, PAGE).data))
    plain = squeezed(sheet.to_text(made))
    said = [squeezed(line) for part in made.parts for line in part.lines]
    assert [line for line in said if line not in found or line not in plain] == []
