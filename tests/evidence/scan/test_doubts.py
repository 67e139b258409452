"""What is said of pages that were hard to read: a scan can be made again, a picture of a screen cannot."""

from __future__ import annotations

import pytest

from amends.evidence.formats import Contents, Picture
from amends.evidence.page import Page, Word
from amends.evidence.scan import Recognised, doubts_of
from amends.evidence.screens import is_of_screen
from amends.model.reading import Box


def recognised(confidence: float, text_height: float = 11.0) -> Recognised:
    words = tuple(Word(f"word{at}", Box(10, 12 * at, 60, 12 * at + 10), confidence) for at in range(30))
    picture = Picture(1, 900, 700, text_height=text_height, sharpness=0.9, contrast=0.8)
    return Recognised(Page(1, 675, 525, words, scanned=True), picture)


def test_small_letters_of_a_scan_want_a_finer_one() -> None:
    assert [doubt for doubt in doubts_of(recognised(0.99)) if "300 dpi" in doubt]


def test_small_letters_of_a_screen_that_were_read_are_no_doubt() -> None:
    assert [] == doubts_of(recognised(0.99), screen=True)


def test_small_letters_of_a_screen_that_were_not_read_want_it_enlarged() -> None:
    (doubt,) = doubts_of(recognised(0.8), screen=True)

    assert "enlarge" in doubt
    assert "dpi" not in doubt


@pytest.mark.parametrize(
    ("type_", "width", "height", "dpi", "screen"),
    [
        ("png", 903, 611, None, True),
        ("png", 903, 611, 96.0, True),
        ("png", 903, 611, 100.0, False),
        ("png", 827, 1169, 300.0, False),
        ("jpg", 903, 611, 72.0, False),
        ("jpg", 1080, 1920, 72.0, True),
        ("pdf", 903, 611, None, False),
    ],
)
def test_a_screen_is_told_by_its_form(type_: str, width: int, height: int, dpi: float | None, screen: bool) -> None:
    contents = Contents((Page(1, 600, 400, (), scanned=True),), 1, (Picture(1, width, height, dpi),))

    assert is_of_screen(contents, type_) == screen
