"""Scanned pages read for real: turned, tilted, badly lit, in PDFs and in pictures."""

from __future__ import annotations

import socket
import sys
from typing import Any

import pytest

from amends.errors import Unreadable
from amends.evidence import formats, scan
from amends.evidence.formats import Contents
from amends.evidence.page import Page
from amends.evidence.scan.engine import Engine
from amends.model.reading import Place

from .pages import DPI, TEXT, WORDS, needs_ocr, page, pdf, saved


def read(data: bytes, type_: str) -> Contents:
    return scan.recognised(data, type_, formats.contents(data, type_, f"scan.{type_}"))


def words_of(page: Page) -> list[str]:
    return [word.text for word in page.words]


def place_of(word: str) -> tuple[float, float]:
    """Where a word of one word stands in `TEXT`, in points."""
    return next((x * 72 / DPI, y * 72 / DPI) for x, y, text in TEXT if text == word)


@needs_ocr
def test_a_tilted_and_turned_page_is_read_upright_with_the_places_of_its_words() -> None:
    from PIL import Image

    for turn in (0, 90, 180, 270):
        tilted = page().rotate(2, Image.Resampling.BICUBIC, fillcolor="white").rotate(turn, expand=True)

        contents = read(saved(tilted), "png")

        found, picture = contents.pages[0], contents.pictures[0]
        assert set(WORDS) <= set(words_of(found))
        assert picture.upright is not None
        assert turn == picture.upright.turn
        # In the page set straight a row has one height (give or take what hangs below the line), where it was before.
        rows = {word.text: word for word in found.words}
        for left, right in (("Description", "Amount"), ("144", "1,238.40"), ("Total", "1,651.20")):
            assert rows[left].middle == pytest.approx(rows[right].middle, abs=4)
        for word in ("Description", "144", "1,651.20"):
            x, y = place_of(word)
            assert rows[word].box.left == pytest.approx(x, abs=4)
            assert rows[word].middle == pytest.approx(y + 10, abs=6)
        # And the way back leads to the ink in the file as it is.
        filed = picture.upright.filed(Place(1, rows["1,651.20"].box)).box
        ink = tilted.crop(tuple(round(side * DPI / 72) for side in filed)).convert("L")
        assert ink.getextrema()[0] < 100


@needs_ocr
def test_a_dark_page_under_a_shadow_is_read() -> None:
    from PIL import Image, ImageChops

    shadow = Image.linear_gradient("L").resize((900, 640)).point(lambda light: 70 + light * 120 // 255)
    dim = ImageChops.multiply(page(), Image.merge("RGB", (shadow,) * 3))

    contents = read(saved(dim, "JPEG"), "jpg")

    assert set(WORDS) <= set(words_of(contents.pages[0]))
    contrast = contents.pictures[0].contrast
    assert contrast is not None
    assert contrast < 0.75


@needs_ocr
def test_in_a_mixed_pdf_only_pages_without_text_are_recognised_and_told_of() -> None:
    data = pdf(page(), page(((60, 60, "Second sheet"), (60, 120, "Delivery note 7731"))), text_page="Typed by hand")
    before = formats.contents(data, "pdf", "mixed.pdf")
    steps: list[tuple[int, int]] = []

    contents = scan.recognised(data, "pdf", before, lambda done, of: steps.append((done, of)))

    assert set(WORDS) <= set(words_of(contents.pages[0]))
    assert ["Second", "sheet", "Delivery", "note", "7731"] == words_of(contents.pages[1])
    assert before.pages[2] is contents.pages[2]
    assert [(1, 2), (2, 2)] == steps
    assert [1, 2] == [picture.page for picture in contents.pictures]


@needs_ocr
def test_a_run_that_was_broken_off_goes_on_with_the_pages_that_are_missing() -> None:
    note = page(((60, 60, "Second sheet"), (60, 120, "Delivery note 7731")))
    data = pdf(page(), note)
    contents = formats.contents(data, "pdf", "two.pdf")
    kept = scan.unread(contents)[:1]

    rest = list(scan.read_pages(data, "pdf", contents, [p for p in contents.pages if p not in kept]))

    assert [2] == [number for number, _ in rest]
    made = rest[0][1]
    assert made is not None
    assert "7731" in words_of(made.page)


@needs_ocr
def test_what_makes_a_page_hard_to_read_is_measured_and_said() -> None:
    from PIL import ImageFilter

    cut = page().crop((150, 0, 780, 640)).filter(ImageFilter.GaussianBlur(2.5))

    contents = read(saved(cut), "png")

    picture = contents.pictures[0]
    assert ("left", "right") == picture.cut
    assert picture.sharpness is not None
    assert picture.sharpness < 0.3
    assert any("runs off" in doubt for doubt in contents.doubts)


@needs_ocr
def test_an_empty_page_has_no_words_and_says_so() -> None:
    contents = read(saved(page(())), "png")

    assert () == contents.pages[0].words
    assert ("On the picture of page 1 no text was found.",) == contents.doubts


@needs_ocr
def test_no_network_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: Any, **__: Any) -> Any:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)

    engine = Engine()

    assert [] == engine.read([])


def test_without_the_extra_the_message_says_how_to_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidocr", None)

    with pytest.raises(Unreadable, match=r"pip install 'amends\[ocr\]'"):
        Engine()


@needs_ocr
def test_a_page_whose_picture_is_cut_off_is_left_out_and_told() -> None:
    data = saved(page(), "JPEG")
    contents = formats.contents(data, "jpg", "scan.jpg")

    read = scan.recognised(data[: len(data) // 3], "jpg", contents)

    assert () == read.pages[0].words
    assert any("page 1" in doubt for doubt in read.doubts)


def test_a_document_without_scanned_pages_comes_back_as_it_was() -> None:
    data = pdf(text_page="Typed by hand")
    contents = formats.contents(data, "pdf", "typed.pdf")

    assert contents is scan.recognised(data, "pdf", contents)
