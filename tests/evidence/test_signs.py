"""The honest seller's self-test: every sign speaks on its bad examples and on files that were really changed so."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from amends import catalog
from amends.evidence import sign
from amends.evidence.across import across
from amends.evidence.formats import Contents, pdf
from amends.evidence.look import look
from amends.evidence.traces import moment, traces
from amends.model.reading import Box, Field, Place, Reading

KNOWN = catalog.load()
BLAME = re.compile(
    r"\b(?:forg(?:ed|ery)|fake|fraud|manipulat\w+|you (?:edited|changed|altered)|tampered)\b", re.IGNORECASE
)


@pytest.mark.parametrize("each", sign.every(), ids=lambda each: each.code)
def test_a_sign_speaks_on_its_bad_examples_and_is_silent_on_the_good(each: sign.Sign) -> None:
    assert each.bad
    assert each.good
    for example in each.bad:
        assert each.of(sign.sound(example)), example
    for example in each.good:
        assert [] == each.of(sign.sound(example)), example


@pytest.mark.parametrize("each", sign.every(), ids=lambda each: each.code)
def test_a_sign_accuses_nobody_and_says_what_to_do(each: sign.Sign) -> None:
    for check in (check for example in each.bad for check in each.of(sign.sound(example))):
        assert check.level in ("warning", "note")
        assert not BLAME.search(check.message), check.message
        assert check.todo
        assert check.source
    assert "Honest reasons" in each.manual


def test_a_sound_document_has_no_sign() -> None:
    assert () == sign.found(sign.sound())


def drawn(draw: Callable[[Canvas], None], producer: str = "") -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(612, 792), invariant=1)
    if producer:
        canvas.setProducer(producer)
    canvas.setFont("Helvetica", 20)
    canvas.drawString(50, 740, "INVOICE")
    canvas.setFont("Helvetica", 10)
    canvas.drawString(50, 700, "Invoice number: MR-2041")
    draw(canvas)
    canvas.save()
    return out.getvalue()


def signs_of(data: bytes, fields: tuple[Field, ...] = ()) -> dict[str, str]:
    contents = pdf.read(data, "invoice.pdf")
    reading = Reading("supplier-invoice", 0.9, 1, fields)
    return {check.name: check.message for check in sign.found(traces(contents, "pdf", reading, data))}


def test_the_program_is_read_from_the_file() -> None:
    assert "made-with-an-editor" in signs_of(drawn(lambda canvas: None, "Adobe Photoshop 25.1"))
    assert "made-with-an-editor" not in signs_of(drawn(lambda canvas: None, "SAP NetWeaver 750"))


def test_text_under_a_white_box_is_seen() -> None:
    def covering(canvas: Canvas) -> None:
        canvas.drawString(50, 600, "Quantity 12")
        canvas.setFillColorRGB(1, 1, 1)
        canvas.rect(45, 595, 90, 16, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.drawString(50, 600, "Quantity 120")

    def shading(canvas: Canvas) -> None:
        canvas.setFillColorRGB(1, 1, 1)
        canvas.rect(45, 595, 90, 16, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.drawString(50, 600, "Quantity 120")

    assert "covered-text" in signs_of(drawn(covering))
    assert "covered-text" not in signs_of(drawn(shading))


def test_two_fonts_in_one_word_are_seen_but_not_in_two_words() -> None:
    def typed_over(canvas: Canvas) -> None:
        canvas.drawString(300, 700, "11/04/")
        wide = canvas.stringWidth("11/04/", "Helvetica", 10)
        canvas.setFont("Times-Roman", 10)
        canvas.drawString(300 + wide, 700, "2025")

    def side_by_side(canvas: Canvas) -> None:
        canvas.drawString(300, 700, "USD")
        canvas.setFont("Helvetica-Bold", 10)
        canvas.drawString(330, 700, "408.00")

    dated = Field("invoice_date", "2025-11-04", Place(1, Box(300, 82, 360, 94)), 0.9, "11/04/2025")
    total = Field("total", "408.00", Place(1, Box(300, 82, 370, 94)), 0.9, "USD 408.00")

    assert "Times-Roman" in signs_of(drawn(typed_over), (dated,))["mixed-fonts"]
    assert "mixed-fonts" not in signs_of(drawn(side_by_side), (total,))


def test_a_picture_on_the_picture_of_the_page_is_seen() -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    def scan(canvas: Canvas, patched: bool) -> None:
        page = Image.new("L", (1275, 1650), 250)
        canvas.drawImage(ImageReader(page), 0, 0, 612, 792)
        if patched:
            canvas.drawImage(ImageReader(Image.new("L", (400, 100), 255)), 100, 400, 96, 24)

    assert "patched-picture" in signs_of(drawn(lambda canvas: scan(canvas, True)))
    assert "patched-picture" not in signs_of(drawn(lambda canvas: scan(canvas, False)))


def test_later_saves_layers_and_notes_are_counted() -> None:
    clean = drawn(lambda canvas: None)
    again = clean + b"\n9 0 obj\n<</Type/Annot/Subtype/FreeText/Rect[0 0 9 9]>>\nendobj\nstartxref\n0\n%%EOF\n"
    reading = Reading("supplier-invoice", 0.9, 1)

    before, after = (traces(Contents(), "pdf", reading, data) for data in (clean, again))

    assert (0, 0) == (before.saves, before.notes)
    assert (1, 1) == (after.saves, after.notes)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("D:20260301120501+01'00'", datetime(2026, 3, 1, 12, 5, 1)),
        ("D:2026", datetime(2026, 1, 1)),
        ("2026:03:01 12:05:01", datetime(2026, 3, 1, 12, 5, 1)),
        ("2026-03-01T12:05:01Z", datetime(2026, 3, 1, 12, 5, 1)),
        ("D:20261399", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_times_in_properties_are_read(text: str, said: datetime | None) -> None:
    assert said == moment(text)


@given(st.binary(max_size=400), st.dictionaries(st.sampled_from(("producer", "creationdate", "moddate")), st.text()))
def test_no_file_is_too_broken_for_its_traces(data: bytes, told: dict[str, str]) -> None:
    found = traces(Contents(properties=told), "pdf", Reading("unknown", 0.0, 0), data)

    assert found.saves >= 0


def invoice(number: str, dated: str, supplier: str = "Marlow & Reed Wholesale Inc", sure: float = 0.9) -> Reading:
    place = Place(1, Box(0, 0, 9, 9))
    values = (("supplier_name", supplier), ("invoice_number", number), ("invoice_date", dated))
    return Reading("supplier-invoice", 0.9, 1, tuple(Field(name, value, place, sure) for name, value in values))


def test_numbers_that_fall_while_the_dates_grow_are_told_once() -> None:
    found = across((("A", invoice("MR-20", "2025-03-01")), ("B", invoice("MR-12", "2025-05-01"))))

    assert [("B", "numbers-out-of-order")] == [(label, check.name) for label, check in found]


def test_one_number_with_two_dates_is_told() -> None:
    found = across((("A", invoice("MR-20", "2025-03-01")), ("B", invoice("MR-20", "2025-05-01"))))

    assert [("B", "number-used-twice")] == [(label, check.name) for label, check in found]


@pytest.mark.parametrize(
    "others",
    [
        (invoice("MR-30", "2025-05-01"),),
        (invoice("2025/1", "2025-05-01"),),
        (invoice("MR-12", "2025-05-01", "Harbor Lane Supply LLC"),),
        (invoice("MR-12", "2025-05-01", sure=0.3),),
        (),
    ],
)
def test_invoices_in_order_and_of_others_are_silent(others: tuple[Reading, ...]) -> None:
    assert () == across((("A", invoice("MR-20", "2025-03-01")), *(("B", other) for other in others)))


def test_looking_at_a_file_gives_its_signs() -> None:
    data = drawn(lambda canvas: None, "GIMP 2.10")

    reading = look(pdf.read(data, "a.pdf"), "a.pdf", "pdf", KNOWN, data=data)

    assert ["made-with-an-editor"] == [check.name for check in reading.signs]
