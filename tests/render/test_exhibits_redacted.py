"""Copies without prices: prices alone are covered, truly removed, and it is proven."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pypdfium2.raw as raw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageChops
from tests.render import exhibit_papers as papers

from amends.errors import NotReady
from amends.model import Box, Goods, Place, Reading
from amends.render.exhibits.original import Original
from amends.render.exhibits.prices import Found, Word, prices
from amends.render.exhibits.redacted import Redacted, redacted, statement
from amends.render.page import Page

PAGE = Page("Evidence", date(2026, 3, 20), marketplace="US")


def copy(data: bytes, page: int = 1, goods: tuple[tuple[str, ...], ...] = papers.GOODS) -> Redacted:
    words = [[Word(word.text, word.box) for word in each] for each in papers.words(data)]
    with Original(data, "pdf", "invoice.pdf") as original:
        return redacted(papers.exhibit(data), original, papers.reading(data, page, goods), words, PAGE)


def test_every_price_is_covered_and_no_text_lies_beneath() -> None:
    data = papers.invoice()
    made = copy(data)

    assert ["4.10", "492.00", "11.25", "135.00", "627.00", "8.00", "635.00"] == [price.text for price in made.prices]
    text = papers.text_of(made.data)
    assert "492.00" not in text
    assert "Harbor" not in text, "the page is a picture"
    assert b"492.00" not in made.data


def test_outside_of_the_boxes_every_pixel_is_that_of_the_original() -> None:
    data = papers.invoice(2)
    made = copy(data, 2)

    assert [0, 7] == [page.boxes for page in made.pages]
    assert all(page.differing == 0 and page.compared > 3_000_000 for page in made.pages)
    # The same said with nothing but the two files.
    with pypdfium2.PdfDocument(data) as before, pypdfium2.PdfDocument(made.data) as after:
        page = before[1].render(scale=200 / 72).to_pil().convert("RGB")
        (thing,) = after[1].get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])
        shown = thing.get_bitmap().to_pil().convert("RGB")
    area = ImageChops.difference(page, shown).convert("L").point(lambda value: 255 if value else 0).getbbox()
    lowest = max(price.box.bottom for price in made.prices) * 200 / 72
    highest = min(price.box.top for price in made.prices) * 200 / 72
    assert area is not None
    assert highest - 4 <= area[1] <= area[3] <= lowest + 4


def test_words_beside_a_price_stay_readable() -> None:
    data = papers.invoice()
    made = copy(data)
    covered = [price.box for price in made.prices]

    for word in papers.words(data)[0]:
        if word.text not in {price.text for price in made.prices}:
            assert not any(_middle_in(word.box, box) for box in covered), word.text


def _middle_in(one: Box, box: Box) -> bool:
    across, down = (one.left + one.right) / 2, (one.top + one.bottom) / 2
    return box.left < across < box.right and box.top < down < box.bottom


def test_the_same_copy_has_the_same_bytes() -> None:
    assert copy(papers.invoice()).data == copy(papers.invoice()).data


def test_a_photo_keeps_its_own_pixels() -> None:
    data = papers.photo(papers.invoice(), 2.0, "JPEG")
    words = [[Word(word.text, word.box) for word in each] for each in papers.words(papers.invoice())]
    with Original(data, "jpg", "photo.jpg", [(612.0, 792.0)]) as original:
        made = redacted(papers.exhibit(data), original, papers.reading(papers.invoice()), words, PAGE)

    (page,) = made.pages
    assert 0 == page.differing
    assert 1224 * 1584 == page.covered + page.compared


def test_the_statement_counts_and_names_what_was_done() -> None:
    data = papers.invoice()
    said = statement(papers.exhibit(data), copy(data))

    assert "7 prices on 1 page were covered: “4.10”" in said
    assert "pixels are equal to those of the original" in said
    assert papers.exhibit(data).sha256 in said


def test_a_page_of_which_no_word_was_read_is_named() -> None:
    data = papers.invoice(2)
    words = [[Word(word.text, word.box) for word in each] for each in papers.words(data)]
    words[0] = []
    with Original(data, "pdf", "invoice.pdf") as original:
        made = redacted(papers.exhibit(data), original, papers.reading(data, 2), words, PAGE)

    assert ("1",) == made.unread
    assert "No word could be read on page 1" in statement(papers.exhibit(data), made)


def test_a_number_that_may_be_a_quantity_is_not_guessed() -> None:
    goods = (("B0EXAMPL01", "Pepper mill", "12", "12", "144"),)
    data = papers.invoice(1, 0, goods)

    with pytest.raises(NotReady, match="may be a price or another number"):
        copy(data, 1, goods)


def test_without_a_price_there_is_no_copy() -> None:
    data = papers.invoice()
    with Original(data, "pdf", "invoice.pdf") as original, pytest.raises(NotReady, match="no price was found"):
        redacted(papers.exhibit(data), original, Reading("supplier-invoice", 1.0, 1), [[]], PAGE)


def test_a_price_that_lies_over_another_word_is_refused() -> None:
    data = papers.invoice()
    words = [[Word(word.text, word.box) for word in each] for each in papers.words(data)]
    price = papers.box_of(data, "492.00")
    words[0].append(Word("PAID", Box(price.left - 30, price.top - 2, price.right + 30, price.bottom + 2)))
    with Original(data, "pdf", "invoice.pdf") as original, pytest.raises(NotReady, match="PAID"):
        redacted(papers.exhibit(data), original, papers.reading(data), words, PAGE)


def line(*texts: str, unit: str, amount: str, quantity: str = "3") -> Found:
    """What is found on a page with one line of goods whose words stand apart."""
    words, left = [], 50.0
    for text in texts:
        words.append(Word(text, Box(left, 100, left + 6 * len(text), 110)))
        left += 6 * len(text) + (3 if text in ("$", "1", "€") else 20)
    goods = Goods("Mill", Place(1, Box(40, 98, 600, 112)), 0.9, quantity=quantity, unit_price=unit, amount=amount)
    return prices(Reading("supplier-invoice", 1.0, 1, (), (goods,)), [words])


@pytest.mark.parametrize(
    ("texts", "unit", "amount", "found"),
    [
        (("Mill", "3", "4.10", "12.30"), "4.10", "12.30", ["4.10", "12.30"]),
        (("Mill", "3", "4,10", "12,30"), "4.10", "12.30", ["4,10", "12,30"]),
        (("Mill", "3", "$", "1,234.50", "$3,703.50"), "1234.50", "3703.50", ["1,234.50", "$3,703.50"]),
        (("Mill", "3", "1", "234,50", "3.703,50"), "1234.50", "3703.50", ["1 234,50", "3.703,50"]),
        (("Mill", "3", "€1.234,50", "3703,50€"), "1234.50", "3703.50", ["€1.234,50", "3703,50€"]),
        (("Mill", "3", "0.0450", "0.14"), "0.0450", "0.14", ["0.14", "0.0450"]),
        (("Mill", "3", "¥120", "¥360"), "120", "360", ["¥120", "¥360"]),
        (("Mill", "3", "120", "360"), "120", "360", ["120", "360"]),
        (("PM-410", "3", "4.10", "12.30"), "4.10", "12.30", ["4.10", "12.30"]),
    ],
)
def test_prices_are_told_in_the_ways_they_are_written(
    texts: tuple[str, ...], unit: str, amount: str, found: list[str]
) -> None:
    told = line(*texts, unit=unit, amount=amount)

    assert sorted(found) == sorted(price.text for price in told.prices)
    assert () == told.unclear


def test_a_measure_in_the_name_is_no_price() -> None:
    words = [
        Word("Balm", Box(50, 100, 80, 110)),
        Word("4.10", Box(83, 100, 103, 110)),
        Word("oz", Box(106, 100, 116, 110)),
        Word("4.10", Box(300, 100, 320, 110)),
        Word("12.30", Box(400, 100, 430, 110)),
    ]
    goods = Goods("Balm", Place(1, Box(40, 98, 600, 112)), 0.9, quantity="3", unit_price="4.10", amount="12.30")
    found = prices(Reading("supplier-invoice", 1.0, 1, (), (goods,)), [words])

    assert [300, 400] == [price.box.left for price in found.prices]


def test_amounts_that_nobody_read_are_left_and_named() -> None:
    words = [
        Word("Minimum", Box(50, 300, 90, 310)),
        Word("order", Box(95, 300, 120, 310)),
        Word("$50.00", Box(125, 300, 160, 310)),
        Word("Total", Box(300, 400, 330, 410)),
        Word("$12.30", Box(400, 400, 440, 410)),
    ]
    found = prices(Reading("supplier-invoice", 1.0, 1), [words])

    assert ["$12.30"] == [price.text for price in found.prices]
    assert ("page 1: $50.00",) == found.left


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from("4.10 492.00 Total 120 B0EXAMPL01 $ oz 1 234,50".split()), st.integers(0, 40),
                  st.integers(0, 12)),
        max_size=30,
    )
)  # fmt: skip
def test_only_words_that_read_as_numbers_are_ever_taken_for_prices(found: list[tuple[str, int, int]]) -> None:
    words = [Word(text, Box(10.0 * x, 12.0 * y, 10.0 * x + 6 * len(text), 12.0 * y + 10)) for text, x, y in found]
    goods = Goods("x", Place(1, Box(0, 0, 600, 200)), 0.9, quantity="120", unit_price="4.10", amount="492.00")

    for price in prices(Reading("supplier-invoice", 1.0, 1, (), (goods,)), [words]).prices:
        assert all(any(c.isdigit() for c in word) for word in price.text.split())
        assert "B0EXAMPL01" not in price.text
