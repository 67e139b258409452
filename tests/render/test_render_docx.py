"""The Word file, read back with another library."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import docx
from hypothesis import given, settings
from hypothesis import strategies as st
from render_examples import DAY, HOSTILE, LETTER

from amends.model import Block, Letter
from amends.render.docx import to_docx
from amends.render.letter import normal
from amends.render.page import Page

PAGE = Page("Answer", DAY, marketplace="UK")
UNTITLED = Letter((Block("paragraph", "Dear Amazon,"), Block("heading", "Root Cause")))
STYLES = {
    "Title": "heading",
    "Subtitle": "paragraph",
    "Heading 1": "heading",
    "Normal": "paragraph",
    "List Number": "number",
    "List Bullet": "bullet",
    "Gap": "gap",
}


def read_back(data: bytes) -> Letter:
    paragraphs = docx.Document(io.BytesIO(data)).paragraphs
    kinds = [(STYLES.get(paragraph.style.name), paragraph.text) for paragraph in paragraphs]
    return normal(Letter(tuple(Block(kind, text) for kind, text in kinds if kind)))


def test_what_is_written_is_read_back() -> None:
    assert read_back(to_docx(LETTER, PAGE)) == LETTER


def test_hostile_text_is_read_back_as_it_was() -> None:
    assert read_back(to_docx(HOSTILE, PAGE)).blocks == (Block("heading", "Answer"), *normal(HOSTILE).blocks)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_read_back(text: str) -> None:
    letter = Letter((Block("paragraph", text),))
    assert read_back(to_docx(letter, PAGE)).blocks == (Block("heading", "Answer"), *normal(letter).blocks)


def test_title_and_reference_head_the_first_page() -> None:
    first, second, third = docx.Document(io.BytesIO(to_docx(LETTER, PAGE))).paragraphs[:3]
    assert (first.style.name, first.text) == ("Title", "Plan of Action")
    assert (second.style.name, second.text.split(",")[0]) == ("Subtitle", "Lucja and Son Homewares Ltd")
    assert (third.style.name, third.text) == ("Normal", "Dear Amazon Seller Performance Team,")


def test_a_letter_without_a_title_gets_the_one_of_the_page() -> None:
    page = Page("Answer", DAY, "Lucja & Son <Homewares> Ltd")
    paragraphs = docx.Document(io.BytesIO(to_docx(UNTITLED, page))).paragraphs
    assert [(p.style.name, p.text) for p in paragraphs] == [
        ("Title", "Answer"),
        ("Subtitle", "Lucja & Son <Homewares> Ltd"),
        ("Normal", "Dear Amazon,"),
        ("Heading 1", "Root Cause"),
    ]


def test_each_section_counts_its_points_from_one() -> None:
    document = docx.Document(io.BytesIO(to_docx(LETTER, PAGE)))
    numbered = [p for p in document.paragraphs if p.style.name == "List Number"]
    lists = [p._p.pPr.numPr.numId.val for p in numbered]
    assert lists == [2, 2, 2, 3, 3]
    defined = document.part.numbering_part.element.num_lst
    assert [number.numId for number in defined] == [1, 2, 3]


def test_no_person_stands_in_the_properties() -> None:
    properties = docx.Document(io.BytesIO(to_docx(LETTER, PAGE))).core_properties
    assert (properties.author, properties.last_modified_by, properties.title) == ("", "", "Plan of Action")
    assert properties.created is not None
    assert properties.created.date() == DAY


def test_paper_is_that_of_the_marketplace() -> None:
    a4 = docx.Document(io.BytesIO(to_docx(LETTER, PAGE))).sections[0]
    letter = docx.Document(io.BytesIO(to_docx(LETTER, Page("Plan", DAY, marketplace="US")))).sections[0]
    assert (round(a4.page_width.mm), round(a4.page_height.mm)) == (210, 297)
    assert (letter.page_width.inches, letter.page_height.inches) == (8.5, 11)


def test_pages_are_numbered_in_the_footer() -> None:
    with zipfile.ZipFile(io.BytesIO(to_docx(LETTER, PAGE))) as archive:
        footer = archive.read("word/footer1.xml").decode()
    assert ("PAGE" in footer, "NUMPAGES" in footer) == (True, True)


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert to_docx(LETTER, PAGE) == to_docx(LETTER, PAGE)
    assert to_docx(LETTER, PAGE) != to_docx(LETTER, Page("Answer", date(2026, 5, 5), marketplace="UK"))
