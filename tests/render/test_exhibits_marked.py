"""Copies with marks: the page as it is, stamps around it, thin boxes that cover nothing."""

from __future__ import annotations

import hashlib
import io
from datetime import date

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops
from tests import cases
from tests.render import exhibit_papers as papers

from amends.errors import Unreadable
from amends.model import Box, Case, Exhibit
from amends.render.exhibits.citations import Citation
from amends.render.exhibits.copies import FOOT, STRIP
from amends.render.exhibits.layout import Mark, laid
from amends.render.exhibits.marked import marked
from amends.render.exhibits.original import Original
from amends.render.exhibits.permission import marking
from amends.render.page import Page

PAGE = Page("Evidence", date(2026, 3, 20), marketplace="US")


def cited(data: bytes, *texts: str, page: int = 1, label: str = "A") -> list[Citation]:
    boxes = [papers.box_of(data, text, page) for text in texts]
    return [
        Citation(number, label, "invoice.pdf", page, None, "Invoice number", text, box, ("A sentence.",))
        for number, (text, box) in enumerate(zip(texts, boxes, strict=True), 1)
    ]


def copy(data: bytes, citations: list[Citation], type_: str = "pdf", sizes: list[tuple[float, float]] | None = None):
    with Original(data, type_, "invoice.pdf", sizes or []) as original:
        return marked(papers.exhibit(data), original, citations, PAGE).data


def test_each_page_says_that_it_is_a_copy_and_of_which_original() -> None:
    data = papers.invoice(3)
    made = copy(data, cited(data, "HL-20871", page=3))
    sha256 = hashlib.sha256(data).hexdigest()

    with pypdfium2.PdfDocument(made) as document:
        assert 3 == len(document)
    for at in range(3):
        text = papers.text_of(made, at)
        assert "Copy with marks; the original is unchanged" in text
        assert sha256 in text.replace("\r\n", "").replace("\n", "")
        assert f"Exhibit A, page {at + 1} of 3" in text
    assert "HL-20871" in papers.text_of(made, 2)


def test_the_same_copy_has_the_same_bytes() -> None:
    data = papers.invoice()

    assert copy(data, cited(data, "HL-20871")) == copy(data, cited(data, "HL-20871"))


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_the_page_is_as_it_was_but_for_the_outlines(turn: int) -> None:
    data = papers.invoice(1, turn)
    citations = cited(data, "HL-20871", "2025-06-05", "B0EXAMPL01", "492.00")
    made = papers.shown(copy(data, citations))
    before = papers.shown(data)

    on_page = made.crop((0, 0, *before.size))
    apart = ImageChops.difference(on_page, before).convert("L").point(lambda value: 255 if value > 40 else 0)
    changed = sum(apart.histogram()[1:])
    ink = before.convert("L").point(lambda value: 255 if value < 128 else 0)
    covered = ImageChops.multiply(apart, ink)

    assert changed > 100, "the outlines are there"
    assert changed < 0.01 * before.size[0] * before.size[1]
    assert 0 == sum(covered.histogram()[1:]), "no letter is covered"


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_what_was_cut_off_the_page_stays_out_of_sight(turn: int) -> None:
    data = papers.cut(turn)
    before = papers.shown(data)
    made = papers.shown(copy(data, cited(data, "HL-20871")))

    apart = ImageChops.difference(made.crop((0, 0, *before.size)), before).convert("L")
    changed = sum(apart.point(lambda value: 255 if value > 40 else 0).histogram()[1:])
    under = made.crop((0, before.size[1] + 2, made.size[0], before.size[1] + 14)).convert("L")
    assert 100 < changed < 0.005 * before.size[0] * before.size[1]
    assert under.getextrema()[0] > 200, "nothing of the page stands on the strip"


def test_labels_stand_beside_the_page_and_stamps_under_it() -> None:
    data = papers.invoice()
    made = copy(data, cited(data, "HL-20871", "492.00"))

    with pypdfium2.PdfDocument(made) as document:
        assert (612 + STRIP, 792 + FOOT) == document[0].get_size()
        layer = document[0].get_textpage()
        beside = layer.get_text_bounded(left=612, bottom=FOOT, right=612 + STRIP, top=792 + FOOT)
    assert "Invoice number" in beside
    assert "492.00" in beside


def test_many_places_in_one_row_keep_their_labels_apart_and_on_the_page() -> None:
    data = papers.invoice()
    texts = ["B0EXAMPL01", "Pepper", "120", "4.10", "492.00", "B0EXAMPL02", "Salad", "12", "11.25", "135.00", "8.00"]
    made = copy(data, [each for text in texts for each in cited(data, text)] * 2)

    with pypdfium2.PdfDocument(made) as document:
        beside = document[0].get_textpage().get_text_bounded(left=612, bottom=FOOT, right=900, top=900)
    assert 22 == beside.count("Invoice number")


def test_more_places_than_the_strip_has_room_for_are_counted() -> None:
    data = papers.invoice()
    made = copy(data, cited(data, "HL-20871") * 80)

    assert "57 more numbered places stand in the cover sheet." in papers.text_of(made)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "GIF", "TIFF", "WEBP", "BMP"])
def test_pictures_are_copied_too(form: str) -> None:
    data = papers.photo(papers.invoice(), 2.0, form)
    citations = cited(papers.invoice(), "HL-20871")
    type_ = {"JPEG": "jpg"}.get(form, form.lower())
    made = papers.shown(copy(data, citations, type_, [(612.0, 792.0)]))
    before = Image.open(io.BytesIO(data)).convert("RGB")

    apart = ImageChops.difference(made.crop((0, 0, *before.size)), before).convert("L")
    changed = sum(apart.point(lambda value: 255 if value > 60 else 0).histogram()[1:])
    assert 100 < changed < 0.01 * before.size[0] * before.size[1]


def test_a_photo_is_turned_as_its_camera_says() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    data = papers.photo(papers.invoice(), 1.0, "JPEG", exif=exif)

    with Original(data, "jpg", "photo.jpg") as original:
        wide, high = original.size(0)
    assert wide > high


def test_form_fields_and_stamps_on_the_original_stay_visible() -> None:
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(612, 792), invariant=1)
    canvas.drawString(54, 700, "Signed by")
    canvas.acroForm.textfield(name="by", value="Wendell Pruitt", x=120, y=690, width=200, height=24, borderWidth=0)
    canvas.save()
    data = out.getvalue()
    with Original(data, "pdf", "form.pdf") as original:
        made = marked(cases.exhibit("A", "form.pdf"), original, [], PAGE).data

    field = ((122 * 2), (80 * 2), (300 * 2), (100 * 2))
    low, _ = papers.shown(made).crop(field).convert("L").getextrema()
    assert low < 100, "what was written in the field is there"


@pytest.mark.parametrize(
    ("data", "type_", "words"),
    [
        (b"%PDF-1.4 nothing more", "pdf", "broken PDF"),
        (b"\x89PNG\r\n\x1a\n nothing more", "png", "broken picture"),
        (b"a,b\n1,2\n", "csv", "has no pages"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_words(data: bytes, type_: str, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        Original(data, type_, "file")


def test_a_picture_of_far_too_many_pixels_is_refused_before_it_is_unpacked() -> None:
    import struct
    import zlib

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")

    with pytest.raises(Unreadable, match="far larger than any page"):
        Original(data, "png", "large.png")


def test_hostile_words_are_shown_as_text() -> None:
    data = papers.invoice()
    (citation,) = cited(data, "HL-20871")
    words = '#import "x" $x$ *b* \\u{41} </script> ' + "\u202e" + "A" * 400
    made = copy(data, [citation._replace(words=words, title="#panic()")])

    text = papers.text_of(made)
    assert "#panic()" in text
    assert '#import "x"' in text.replace("“", '"').replace("”", '"')


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.floats(0, 590), st.floats(0, 770), st.floats(1, 200), st.floats(1, 60)), min_size=1, max_size=8
    )
)
def test_outlines_stay_on_the_page_and_numbers_off_the_letters(boxes: list[tuple[float, float, float, float]]) -> None:
    data = papers.invoice()
    image = papers.shown(data)
    marks = [
        Mark((number,), Box(left, top, min(left + wide, 612.0), min(top + high, 792.0)))
        for number, (left, top, wide, high) in enumerate(boxes, 1)
    ]
    for drawn in laid(marks, image, 612.0, 792.0):
        left, top, right, bottom = drawn.outline
        assert 0 <= left < right <= 612
        assert 0 <= top < bottom <= 792
        if drawn.tag is not None:
            area = tuple(round(side * 2) for side in drawn.tag)
            low, high = image.crop(area).convert("L").getextrema()
            assert high - low < 60, "the number stands where the page is empty"


def case_of(exhibit: Exhibit, enforcement: str = "inauthentic", text: str = cases.TEXT) -> Case:
    return Case(enforcement=enforcement, notices=(cases.notice(text),), exhibits=(exhibit,))


@pytest.mark.parametrize("kind", ["identity-document", "utility-bill", "bank-statement", "compliance-certificate"])
def test_papers_that_amazon_wants_unmarked_are_never_marked(kind: str) -> None:
    from amends.app import knowledge

    exhibit = cases.exhibit("A", "paper.pdf", kind)
    said = marking(exhibit, case_of(exhibit, text="Highlight the relevant line."), knowledge())

    assert not said.allowed
    assert "unmarked" in said.why
    assert said.source


@pytest.mark.parametrize(
    ("enforcement", "text", "allowed"),
    [
        ("inauthentic", cases.TEXT, True),
        ("inauthentic", "Send invoices. You may highlight the ASIN.", True),
        ("inauthentic", "Send invoices without highlights, annotations or other changes.", False),
        ("forged-documents", cases.TEXT, False),
        ("identity-verification", cases.TEXT, False),
    ],
)
def test_an_invoice_is_marked_only_where_the_notice_allows(enforcement: str, text: str, allowed: bool) -> None:
    from amends.app import knowledge

    exhibit = cases.exhibit("A", "invoice.pdf")
    said = marking(exhibit, case_of(exhibit, enforcement, text), knowledge())

    assert allowed == said.allowed
    assert said.why


def test_an_invoice_is_marked_only_when_it_is_named() -> None:
    from amends.app import knowledge

    exhibit = cases.exhibit("A", "invoice.pdf")

    assert marking(exhibit, case_of(exhibit), knowledge()).asked


def test_a_document_of_an_unknown_kind_is_not_marked() -> None:
    from amends.app import knowledge

    exhibit = cases.exhibit("A", "paper.pdf", "unknown")

    assert not marking(exhibit, case_of(exhibit), knowledge()).allowed


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["pdf", "jpg", "png", "tiff", "gif"]),
    st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), max_size=12),
    st.floats(0.05, 1.0),
)
def test_a_damaged_file_is_copied_or_refused_with_words(
    type_: str, changes: list[tuple[float, int]], kept: float
) -> None:
    form = {"jpg": "JPEG"}.get(type_, type_.upper())
    data = bytearray(papers.invoice() if type_ == "pdf" else papers.photo(papers.invoice(), 0.5, form))
    for at, value in changes:
        data[int(at * len(data))] = value
    damaged = bytes(data[: max(int(kept * len(data)), 1)])
    try:
        with Original(damaged, type_, "file") as original:
            made = marked(papers.exhibit(damaged), original, cited(papers.invoice(), "HL-20871"), PAGE).data
    except Unreadable as refused:
        assert "file" in str(refused)
    else:
        assert made.startswith(b"%PDF-")
