"""PDF pages as their reader sees them: words with boxes, turned, cropped, filled in, drawn as pictures."""

from __future__ import annotations

import io
from typing import Any

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas
from tests.notice.formats.pdf_file import lines, locked, pdf

from amends.errors import Unreadable
from amends.evidence.formats import MAX_PAGES, Contents, contents


def drawn(paint: Any, size: tuple[float, float] = (612, 792), **more: Any) -> bytes:
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=size, **more)
    paint(page)
    page.save()
    return out.getvalue()


def read(data: bytes, name: str = "paper.pdf") -> Contents:
    return contents(data, "pdf", name)


def page_as_pixels(data: bytes, at: int = 0, scale: float = 2.0) -> Any:
    with pypdfium2.PdfDocument(data) as document:
        return document[at].render(scale=scale).to_pil().convert("L")


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (50, 100, 500, 700)])
def test_each_box_holds_the_ink_of_its_word(turn: int, crop: tuple[int, int, int, int] | None) -> None:
    def paint(page: Any) -> None:
        page.setFont("Helvetica", 14)
        page.drawString(120, 600, "Invoice MR-77120")
        page.drawString(200, 300, "Total 1,332.72")

    data = drawn(paint)
    with pypdfium2.PdfDocument(data) as document:
        document[0].set_rotation(turn)
        if crop:
            document[0].set_cropbox(*crop)
        out = io.BytesIO()
        document.save(out)

    page = read(out.getvalue()).pages[0]
    picture = page_as_pixels(out.getvalue())

    assert sorted(word.text for word in page.words) == ["1,332.72", "Invoice", "MR-77120", "Total"]
    assert (round(page.width * 2), round(page.height * 2)) == picture.size
    blank = picture.copy()
    for word in page.words:
        box = tuple(round(side * 2) for side in word.box)
        assert picture.crop(box).getextrema()[0] < 128, word
        blank.paste(255, (box[0] - 2, box[1] - 2, box[2] + 2, box[3] + 2))
    assert blank.getextrema()[0] > 128


def test_what_lies_outside_of_the_page_is_not_read() -> None:
    def paint(page: Any) -> None:
        page.drawString(100, 500, "seen")
        page.drawString(-300, 500, "hidden")
        page.drawString(100, 900, "above")

    assert [word.text for word in read(drawn(paint)).pages[0].words] == ["seen"]


def test_sizes_are_those_of_the_fonts() -> None:
    def paint(page: Any) -> None:
        for place, size in ((700, 24), (600, 9)):
            page.setFont("Times-Roman", size)
            page.drawString(100, place, f"size{size}")

    assert {word.text: word.size for word in read(drawn(paint)).pages[0].words} == {"size24": 24.0, "size9": 9.0}


def test_a_hyphen_at_the_end_of_a_line_joins_no_boxes() -> None:
    page = read(pdf(lines("The pepper mills were deliv-", "ered on the third of March"))).pages[0]

    assert max(word.box.bottom - word.box.top for word in page.words) < 20
    assert any(word.text.startswith("deliv") for word in page.words)
    assert any(word.text == "ered" for word in page.words)


def test_letters_of_any_plane_keep_their_places() -> None:
    import typst

    data = typst.compile("#set page(width: 400pt, height: 200pt)\nTotal 𝟏𝟐 €5 naïve 合計 12".encode())

    page = read(data).pages[0]

    words = {word.text: word for word in page.words}
    assert {"Total", "€5", "naïve"} <= set(words)
    assert words["Total"].box.right < words["€5"].box.left < words["naïve"].box.left


def test_what_was_typed_into_a_form_is_read() -> None:
    def paint(page: Any) -> None:
        page.drawString(50, 705, "Invoice number")
        page.acroForm.textfield(name="number", value="MR-88001", x=200, y=700, width=160, height=20)

    page = read(drawn(paint)).pages[0]

    typed = next(word for word in page.words if word.text == "MR-88001")
    assert 195 < typed.box.left < 260 and 60 < typed.box.top < 95


def scan(width: int = 1275, height: int = 1650) -> Image.Image:
    picture = Image.new("L", (width, height), 235)
    picture.paste(20, (100, 100, 400, 130))
    return picture


def test_a_page_that_is_only_a_picture_waits_for_a_recogniser() -> None:
    found = read(drawn(lambda page: page.drawImage(ImageReader(scan()), 0, 0, 612, 792)))

    assert (found.pages[0].scanned, found.pages[0].words) == (True, ())
    assert [(each.page, each.width, each.height, round(each.dpi or 0)) for each in found.pictures] == [
        (1, 1275, 1650, 150)
    ]


def test_the_stamp_of_a_scanning_app_makes_no_text_page() -> None:
    def paint(page: Any) -> None:
        page.drawImage(ImageReader(scan()), 0, 0, 612, 792)
        page.drawString(450, 10, "Scanned with PocketScanner")

    assert read(drawn(paint)).pages[0].scanned


def test_a_scan_in_strips_is_one_picture() -> None:
    def paint(page: Any) -> None:
        for at in range(8):
            page.drawImage(ImageReader(scan(1275, 206 + at)), 0, 99 * at, 612, 99)

    found = read(drawn(paint))

    assert found.pages[0].scanned
    assert round(found.pictures[0].dpi or 0) == 150 and found.pictures[0].height > 1600


def test_a_logo_makes_no_scan() -> None:
    def paint(page: Any) -> None:
        page.drawImage(ImageReader(scan(400, 200)), 50, 700, 100, 50)
        page.drawString(50, 500, "Thank you")

    assert not read(drawn(paint)).pages[0].scanned


def test_pages_of_both_sorts_are_told_apart() -> None:
    def paint(page: Any) -> None:
        page.drawString(100, 700, "The first page has words of its own.")
        page.showPage()
        page.drawImage(ImageReader(scan()), 0, 0, 612, 792)

    assert [page.scanned for page in read(drawn(paint)).pages] == [False, True]


def test_a_font_whose_letters_mean_nothing_leaves_the_page_to_a_recogniser() -> None:
    codes = "".join(f"<{n:04x}> <{0xE000 + n:04x}>\n" for n in range(32, 127))
    cmap = f"begincmap 95 beginbfchar\n{codes}endbfchar endcmap".encode()
    data = pdf(lines("Invoice MR-77120 of May 6, 2025", "Total 1,332.72 dollars")).replace(
        b"/BaseFont/Helvetica>>",
        b"/BaseFont/Helvetica/ToUnicode 9 0 R>>",
    )
    data = data.replace(
        b"xref\n", b"9 0 obj\n<</Length %d>>stream\n%s\nendstream\nendobj\nxref\n" % (len(cmap), cmap), 1
    )

    found = read(data)

    assert (found.pages[0].scanned, found.pages[0].words) == (True, ())
    assert "broken font" in found.doubts[0]


def test_files_and_scripts_inside_are_named_and_left_alone() -> None:
    with pypdfium2.PdfDocument(pdf(lines("Invoice"))) as document:
        document.new_attachment("../../run.exe").set_data(b"MZ")
        out = io.BytesIO()
        document.save(out)
    script = pdf(lines("Invoice")).replace(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Catalog/Pages 2 0 R/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(app.alert(1))>>]>>>>>>",
    )

    carried, scripted = read(out.getvalue()), read(script)

    assert "carries a file inside (../../run.exe), not opened" in carried.doubts[0]
    assert carried.members == ()
    assert any("carries a script; it was not run" in doubt for doubt in scripted.doubts)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (pdf(lines("Invoice"))[:200], "broken PDF or was not saved to its end"),
        (b"%PDF-1.7\nnothing", "broken PDF or was not saved to its end"),
        (locked(b"secret"), "locked with a password; Amazon cannot open it either"),
        (pdf(), "broken PDF|without pages"),
    ],
    ids=["truncated", "no pdf", "locked", "no pages"],
)
def test_what_cannot_be_opened_is_refused_with_what_to_do(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        read(data)


def test_an_empty_password_opens() -> None:
    data = drawn(lambda page: page.drawString(50, 500, "Secret"), encrypt=StandardEncryption("", "owner"))

    assert b"/Encrypt" in data
    assert [word.text for word in read(data).pages[0].words] == ["Secret"]


def test_a_bomb_of_drawing_is_refused() -> None:
    with pytest.raises(Unreadable, match="asks for far more drawing"):
        read(pdf(b"0 0 m 1 1 l S\n" * 7_000_000, packed=True))


def test_of_ten_thousand_pages_the_first_are_read_and_the_rest_is_told() -> None:
    found = read(pdf(*[lines(f"Page {at}") for at in range(10_000)]))

    assert (found.count, len(found.pages)) == (10_000, MAX_PAGES)
    assert "10,000 pages; only the first 200 were read" in found.doubts[0]


def test_a_picture_of_twenty_thousand_pixels_a_side_is_measured_not_unpacked() -> None:
    import zlib

    side = 20_000
    packed = zlib.compress(bytes(side) * 50, 9)
    data = pdf(b"q 400 0 0 400 0 0 cm /Im1 Do Q")
    data = data.replace(
        b"/Resources<<", b"/Resources<</XObject<</Im1 9 0 R>>"
    ).replace(
        b"xref\n",
        b"9 0 obj\n<</Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode"
        b"/Length %d>>stream\n%s\nendstream\nendobj\nxref\n" % (side, side, len(packed), packed),
        1,
    )  # fmt: skip

    found = read(data)

    assert [(each.width, each.height) for each in found.pictures] == [(side, side)]
    assert found.pages[0].scanned
